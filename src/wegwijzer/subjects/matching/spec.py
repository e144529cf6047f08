"""One model, versioned and written as JSON: fields, levels, weights, frequencies, keys, thresholds."""

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from wegwijzer.subjects.matching.conditions import Condition

CLAMP = 20.0
"""No level weighs more than this many bits, whatever training says."""

NEUTRAL = "neutral"
"""The label of a level that weighs nothing and is not told."""


@dataclass(frozen=True, slots=True)
class Level:
    """One outcome of comparing a field: the first level whose conditions all hold is taken.

    `m` is how often it is seen between two records of one subject, `u` between two of different ones.
    With `frequency` the weight follows how rare the value of that column is. `missing` weighs nothing.
    """

    label: str
    conditions: tuple[Condition, ...]
    m: float = 0.5
    u: float = 0.5
    frequency: str = ""
    missing: bool = False
    fixed: bool = False

    @property
    def weight(self) -> float:
        """Return the bits of evidence this level gives, before the frequency of the value."""
        return 0.0 if self.missing else math.log2(self.m / self.u)


@dataclass(frozen=True, slots=True)
class Field:
    """What is compared as one piece of evidence; `shows` are the columns a reader gets to see.

    No level may weigh less than `least` bits: some fields are too soft to speak strongly against.
    """

    name: str
    levels: tuple[Level, ...]
    shows: tuple[str, ...]
    least: float = -CLAMP

    def needs(self) -> tuple[str, ...]:
        """Return the columns of which both rows must have one for this field to be compared."""
        return tuple(str(asked.arguments[0]) for asked in self.levels[0].conditions)


@dataclass(frozen=True, slots=True)
class Part:
    """One ingredient of a key: a column, or its first letters; a list gives a key per value."""

    column: str
    letters: int = 0
    each: bool = False


@dataclass(frozen=True, slots=True)
class KeyRule:
    """Records that agree on all parts are compared with each other."""

    name: str
    parts: tuple[Part, ...]
    most: int = 200


@dataclass(frozen=True, slots=True)
class Frequencies:
    """How common values are: the common ones by name, and one figure for all others."""

    common: Mapping[str, float]
    rare: float

    def of(self, value: str) -> float:
        """Return the share of records that have this value."""
        return self.common.get(value, self.rare)


@dataclass(frozen=True, slots=True)
class ModelSpec:
    """Everything that decides how two records of one kind are compared."""

    kind: str
    version: str
    fields: tuple[Field, ...]
    keys: tuple[KeyRule, ...]
    training: tuple[tuple[str, ...], ...]
    deterministic: tuple[tuple[str, ...], ...]
    conflicts: tuple[str, ...]
    prior: float
    suggest_at: float
    join_at: float
    frequencies: Mapping[str, Frequencies] = field(default_factory=dict)

    @property
    def prior_weight(self) -> float:
        """Return the prior odds in bits."""
        return math.log2(self.prior / (1 - self.prior))

    def frequency_columns(self) -> tuple[str, ...]:
        """Return the columns whose rarity counts, each once."""
        used = (level.frequency for one in self.fields for level in one.levels if level.frequency)
        return tuple(dict.fromkeys(used))

    def compared_columns(self) -> tuple[str, ...]:
        """Return the columns that levels look at, each once."""
        compared = (
            argument
            for one in self.fields
            for level in one.levels
            for condition in level.conditions
            for argument in condition.arguments
            if isinstance(argument, str)
        )
        return tuple(dict.fromkeys(compared))

    def deciding_columns(self) -> tuple[str, ...]:
        """Return the columns that decide whether a field can be compared at all, each once."""
        return tuple(dict.fromkeys(column for one in self.fields for column in one.needs()))

    def bits_of(self, one: Field) -> int:
        """Return the deciding columns of a field as bits: both rows must have one of them."""
        columns = self.deciding_columns()
        return sum(1 << columns.index(column) for column in one.needs())

    def most_of(self, one: Field) -> float:
        """Return the most that a field weighs when it can be compared."""
        return max(self._most(level) for level in one.levels if not level.missing)

    def _most(self, level: Level) -> float:
        if not level.frequency:
            return level.weight
        table = self.frequencies[level.frequency]
        rarest = min([table.rare, *table.common.values()])
        return level.weight + max(0.0, math.log2(level.u) - math.log2(rarest))

    def columns(self) -> tuple[str, ...]:
        """Return every column that levels and keys look at, each once."""
        keyed = (part.column for rule in self.keys for part in rule.parts)
        return tuple(dict.fromkeys((*self.compared_columns(), *keyed, *self.frequency_columns())))


def spec_to_json(spec: ModelSpec) -> str:
    """Return the model as JSON text."""
    return json.dumps(asdict(spec), ensure_ascii=False, indent=1, sort_keys=True)


def spec_from_json(text: str) -> ModelSpec:
    """Return the model that `spec_to_json` wrote."""
    values = json.loads(text)
    values["fields"] = tuple(
        Field(
            one["name"],
            tuple(_level(level) for level in one["levels"]),
            tuple(one["shows"]),
            one["least"],
        )
        for one in values["fields"]
    )
    values["keys"] = tuple(
        KeyRule(rule["name"], tuple(Part(**part) for part in rule["parts"]), rule["most"])
        for rule in values["keys"]
    )
    for name in ("training", "deterministic"):
        values[name] = tuple(tuple(columns) for columns in values[name])
    values["conflicts"] = tuple(values["conflicts"])
    values["frequencies"] = {
        column: Frequencies(**table) for column, table in values["frequencies"].items()
    }
    return ModelSpec(**values)


def _level(values: dict[str, Any]) -> Level:
    """Return the level from its JSON values."""
    conditions = tuple(
        Condition(one["kind"], tuple(one["arguments"])) for one in values.pop("conditions")
    )
    return Level(conditions=conditions, **values)


@cache
def shipped(kind: str) -> ModelSpec:
    """Return the trained model that comes with the product: "person" or "organisation"."""
    path = Path(__file__).parent / "models" / f"{kind}.json"
    return spec_from_json(path.read_text(encoding="utf-8"))


def with_levels(
    spec: ModelSpec, trained: Mapping[tuple[str, str], tuple[float, float]]
) -> ModelSpec:
    """Return the model with these m and u by field name and level label."""
    made = []
    for one in spec.fields:
        levels = []
        for level in one.levels:
            m, u = trained.get((one.name, level.label), (level.m, level.u))
            levels.append(replace(level, m=m, u=u))
        made.append(replace(one, levels=tuple(levels)))
    return replace(spec, fields=tuple(made))
