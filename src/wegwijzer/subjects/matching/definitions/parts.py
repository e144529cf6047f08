"""The words in which a model is defined."""

from wegwijzer.subjects.matching.conditions import Condition, missing, share
from wegwijzer.subjects.matching.spec import NEUTRAL, Field, KeyRule, Level, Part


def gap(*columns: str) -> Level:
    """Return the level that weighs nothing because a value is missing."""
    return Level("missing", tuple(missing(column) for column in columns), missing=True)


def at(label: str, *conditions: Condition, m: float, u: float, frequency: str = "") -> Level:
    """Return a level that training may change; the last of a field has no conditions."""
    return Level(label, conditions, m, u, frequency)


def set_at(label: str, *conditions: Condition, m: float, u: float) -> Level:
    """Return a level that training never touches."""
    return Level(label, conditions, m, u, fixed=True)


def neutral(*conditions: Condition) -> Level:
    """Return a level that says nothing, and ends the search for one that does."""
    return Level(NEUTRAL, conditions, 0.5, 0.5, fixed=True)


def shared_number(name: str, column: str, *, m: float, u: float) -> Field:
    """Return the field of numbers of which a record may have several."""
    return Field(
        name,
        (
            gap(column),
            set_at("exact", share(column), m=m, u=u),
            set_at("different", m=1 - m, u=1 - u),
        ),
        (column,),
    )


def key(name: str, *parts: str | tuple[str, int], most: int = 200) -> KeyRule:
    """Return a key rule; "phones*" gives a key per value, ("surname", 4) takes four letters."""
    made = []
    for part in parts:
        column, letters = part if isinstance(part, tuple) else (part, 0)
        made.append(Part(column.rstrip("*"), letters, column.endswith("*")))
    return KeyRule(name, tuple(made), most)
