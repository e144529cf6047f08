"""What a pair can weigh at most, so that pairs that can never weigh enough are not compared in full.

Most pairs that share a key are about different subjects. The bound follows the levels of the model in their
order on columns that are quick to read; of a list it reads the first value only, and where a list holds more
it takes the best that could come out. So it never is lower than the weight: leaving out what stays under the
threshold changes no answer.
"""

import math

import duckdb

from wegwijzer.subjects.matching.columns import lists_of
from wegwijzer.subjects.matching.conditions import Condition
from wegwijzer.subjects.matching.spec import Field, Level, ModelSpec
from wegwijzer.subjects.matching.splink_model import ROWS

_FACTS = "facts"
_ROUNDING = 1e-6


def drop_hopeless(connection: duckdb.DuckDBPyConnection, spec: ModelSpec, *, least: float) -> None:
    """Leave in `candidates` only the pairs that can weigh at least so many bits.

    The frequencies lie ready, as `linker_for` writes them.
    """
    names = _write_facts(connection, spec)
    told = [one for one in spec.fields if _speaks_for(one)]
    total = " + ".join([f"({_bound(spec, one)})" for one in told] + [repr(spec.prior_weight)])
    sides = [
        f"(select unique_id, {', '.join(f'{name} as {name}_{side}' for name in names)} "
        f"from {_FACTS}) {side}"
        for side in "lr"
    ]
    connection.execute(
        "create or replace table hopeful as select join_key_l, join_key_r, match_key "
        f"from candidates join {sides[0]} on l.unique_id = join_key_l "
        f"join {sides[1]} on r.unique_id = join_key_r where {total} >= {least - _ROUNDING!r}"
    )
    connection.execute("drop table candidates")
    connection.execute("alter table hopeful rename to candidates")
    connection.execute(f"drop table {_FACTS}")


def _speaks_for(one: Field) -> bool:
    """Tell whether a field can add weight; one that only takes away is left out of a bound."""
    return any(level.weight > 0 or level.frequency for level in one.levels)


def _write_facts(connection: duckdb.DuckDBPyConnection, spec: ModelSpec) -> list[str]:
    """Write what the bound reads of every row, and return the names of its columns."""
    lists, named = lists_of(spec.kind), {}
    for column in spec.compared_columns():
        if column in lists:
            named[column] = f"{column}[1]"
            named[f"more_{column}"] = f"coalesce(len({column}) > 1, false)"
        else:
            named[column] = column
    joins = ""
    for column in spec.frequency_columns():
        named[f"bits_{column}"] = f"-log2(tf_{column})"
        joins += f" left join frequency_{column} using ({column})"
    told = ", ".join(f"{value} as {name}" for name, value in named.items())
    connection.execute(
        f"create or replace table {_FACTS} as select unique_id, {told} from {ROWS}{joins}"
    )
    return list(named)


def _bound(spec: ModelSpec, one: Field) -> str:
    """Return the most a field can weigh, in SQL."""
    lists = lists_of(spec.kind)
    cases = []
    for number, level in enumerate(one.levels):
        weight = _weight(level)
        sure = [_surely(condition, lists) for condition in level.conditions]
        cases.append(f"when {' and '.join(sure) or 'true'} then {weight}")
        if any(condition.arguments[0] in lists for condition in level.conditions):
            maybe = [_perhaps(condition, lists) for condition in level.conditions]
            later = [weight, *(_weight(other) for other in one.levels[number + 1 :])]
            cases.append(f"when {' and '.join(maybe)} then greatest({', '.join(later)})")
    return f"case {' '.join(cases)} end"


def _weight(level: Level) -> str:
    """Return the bits of a level, with the frequency of the value on the left."""
    if level.frequency:
        return f"({math.log2(level.m)!r} + bits_{level.frequency}_l)"
    return repr(level.weight)


def _surely(condition: Condition, lists: tuple[str, ...]) -> str:
    """Return what makes a condition certain."""
    column = condition.arguments[0]
    if column not in lists or condition.kind == "missing":
        return condition.sql()
    return f"{column}_l = {column}_r" if condition.kind == "share" else "false"


def _perhaps(condition: Condition, lists: tuple[str, ...]) -> str:
    """Return what leaves a condition possible."""
    column = condition.arguments[0]
    if column not in lists or condition.kind == "missing":
        return condition.sql()
    if condition.kind == "share":
        return f"({column}_l = {column}_r or more_{column}_l or more_{column}_r)"
    return f"({column}_l is not null and {column}_r is not null)"
