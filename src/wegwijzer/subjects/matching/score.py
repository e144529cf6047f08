"""Compare two records: a weight in bits, and per field what it rests on, in a sentence.

This compares records with records. It says nothing about a person, and a human decides.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.subjects.matching.columns import row_of
from wegwijzer.subjects.matching.conditions import Row, Test
from wegwijzer.subjects.matching.record import Record
from wegwijzer.subjects.matching.sentences import sentence_for, shown
from wegwijzer.subjects.matching.spec import NEUTRAL, Field, Frequencies, Level, ModelSpec


class Band(StrEnum):
    """How much a field weighs, in words."""

    STRONGLY_FOR = "strongly_for"
    FOR = "for"
    NEUTRAL = "neutral"
    AGAINST = "against"
    STRONGLY_AGAINST = "strongly_against"


BAND_LABELS = {
    Band.STRONGLY_FOR: _("sterk voor"),
    Band.FOR: _("voor"),
    Band.NEUTRAL: _("neutraal"),
    Band.AGAINST: _("tegen"),
    Band.STRONGLY_AGAINST: _("sterk tegen"),
}


def band_of(weight: float) -> Band:
    """Return the words for a weight in bits: from 8 bits up it is strong, under 1 it says little."""
    for least, band in ((8.0, Band.STRONGLY_FOR), (1.0, Band.FOR), (-1.0, Band.NEUTRAL)):
        if weight >= least:
            return band
    return Band.AGAINST if weight > -5.0 else Band.STRONGLY_AGAINST


@dataclass(frozen=True, slots=True)
class FieldComparison:
    """What one field says: `sentence` has named places that `values` fills."""

    field: str
    level: str
    weight: float
    sentence: str
    values: Mapping[str, str]

    @property
    def band(self) -> Band:
        """Return the weight in words."""
        return band_of(self.weight)

    def text(self, translate: Callable[[str], str] = str) -> str:
        """Return the sentence with its values, in Dutch unless a translator is given."""
        return translate(self.sentence) % self.values


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two records compared: the total in bits, and the fields that both have."""

    weight: float
    fields: tuple[FieldComparison, ...]
    suggest: bool


_ROUNDING = 1e-6
_Compiled = tuple[Level, tuple[Test, ...], float, Frequencies | None, float]


def _compile(spec: ModelSpec, one: Field) -> tuple[_Compiled, ...]:
    """Return the levels of a field with their tests ready to call."""
    return tuple(
        (
            level,
            tuple(condition.test() for condition in level.conditions),
            level.weight,
            spec.frequencies.get(level.frequency) if level.frequency else None,
            0.0 if level.missing else math.log2(level.u),
        )
        for level in one.levels
    )


class Scorer:
    """A model made ready to compare rows, many times."""

    def __init__(self, spec: ModelSpec) -> None:
        self.spec = spec
        self._fields = tuple((one, _compile(spec, one)) for one in spec.fields)
        self._worth = tuple(
            (levels, spec.bits_of(one), spec.most_of(one)) for one, levels in self._fields
        )
        self._deciding = tuple(enumerate(spec.deciding_columns()))
        self._steps: dict[int, tuple[tuple[tuple[_Compiled, ...], float], ...]] = {}

    def levels(self, a: Row, b: Row) -> list[tuple[Field, Level, float]]:
        """Return per field the level that holds and its weight in bits."""
        return [(one, *self._level(levels, a, b)) for one, levels in self._fields]

    def against(self, a: Row, *, least: float = -math.inf) -> Callable[[Row], float]:
        """Return what weighs a row against another, in bits, prior included.

        The weight is minus infinity as soon as it can't reach `least` any more.
        """
        prior, steps_for, weigh = self.spec.prior_weight, self._steps_for, self._level
        known = [(1 << bit, column) for bit, column in self._deciding if a[column] is not None]

        def weight(b: Row) -> float:
            both = 0
            for bit, column in known:
                if b[column] is not None:
                    both |= bit
            total = prior
            for levels, to_come in steps_for(both):
                if total + to_come < least:
                    return -math.inf
                total += weigh(levels, a, b)[1]
            return total

        return weight

    def _steps_for(self, known: int) -> tuple[tuple[tuple[_Compiled, ...], float], ...]:
        """Return the fields that both rows have, each with the most that it and those after it weigh.

        `known` says as bits which deciding columns both have: of these fields nothing is missing.
        """
        if known not in self._steps:
            steps, to_come = [], _ROUNDING
            for levels, bits, most in reversed(self._worth):
                if known & bits:
                    to_come += most
                    steps.append((tuple(one for one in levels if not one[0].missing), to_come))
            self._steps[known] = tuple(reversed(steps))
        return self._steps[known]

    @staticmethod
    def _level(levels: tuple[_Compiled, ...], a: Row, b: Row) -> tuple[Level, float]:
        """Return the first level whose conditions all hold, and its weight."""
        for level, tests, weight, frequencies, log_u in levels:
            for test in tests:
                if not test(a, b):
                    break
            else:
                if frequencies is None:
                    return level, weight
                x, y = a[level.frequency], b[level.frequency]
                if x is None and y is None:
                    return level, weight
                common = max(frequencies.of(value) for value in (x, y) if value is not None)
                return level, weight + (log_u - math.log2(common))
        msg = "a field must end with a level without conditions"
        raise ValueError(msg)


@lru_cache(maxsize=8)
def _scorer(_identity: int, spec_box: "_Box") -> Scorer:
    """Return the scorer of a model, made once."""
    return Scorer(spec_box.spec)


class _Box:
    """Let a model that can't be hashed be a key by its identity."""

    def __init__(self, spec: ModelSpec) -> None:
        self.spec = spec

    def __hash__(self) -> int:
        return id(self.spec)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Box) and other.spec is self.spec


def scorer_for(spec: ModelSpec) -> Scorer:
    """Return the model made ready to compare; asking again costs nothing."""
    return _scorer(id(spec), _Box(spec))


def compare(spec: ModelSpec, a: Record, b: Record) -> Comparison:
    """Compare two records field by field; the same both ways round."""
    return compare_rows(spec, row_of(a), row_of(b))


def compare_rows(spec: ModelSpec, a: Mapping[str, Any], b: Mapping[str, Any]) -> Comparison:
    """Compare two rows field by field; fields that either lacks are left out."""
    found = scorer_for(spec).levels(a, b)
    total = spec.prior_weight
    for _field, _level, weight in found:
        total += weight
    said = tuple(
        FieldComparison(
            field=one.name,
            level=level.label,
            weight=weight,
            sentence=sentence_for(one.name, level.label),
            values=shown(one.shows, a, b),
        )
        for one, level, weight in found
        if not level.missing and level.label != NEUTRAL
    )
    return Comparison(weight=total, fields=said, suggest=total >= spec.suggest_at)
