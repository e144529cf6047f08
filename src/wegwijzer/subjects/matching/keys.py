"""Blocking keys: what two records must share to be compared at all, as numbers for an index.

Every key is a MAC under the pepper, so an index of keys can't be turned back into names or numbers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import product
from typing import Any

from wegwijzer.subjects.matching.columns import row_of
from wegwijzer.subjects.matching.record import Record
from wegwijzer.subjects.matching.spec import KeyRule, ModelSpec, Part

_SEPARATOR = "\x1f"


@dataclass(frozen=True, slots=True)
class Key:
    """One number for the index, and the name of the rule that made it."""

    number: int
    rule: str


def keys_of(spec: ModelSpec, record: Record, *, pepper: bytes) -> tuple[Key, ...]:
    """Return the keys of a record: signed 64-bit numbers, the same for ever for one pepper and rule."""
    return row_keys(spec, row_of(record), pepper=pepper)


def row_keys(spec: ModelSpec, row: Mapping[str, Any], *, pepper: bytes) -> tuple[Key, ...]:
    """Return the keys of a row; a rule with an unknown part gives none."""
    return tuple(
        Key(_number(spec.kind, rule.name, values, pepper), rule.name)
        for rule in spec.keys
        for values in rule_values(rule, row)
    )


def rule_values(rule: KeyRule, row: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Yield what the rule takes from a row, once per combination of values."""
    parts = [_values(part, row) for part in rule.parts]
    if all(parts):
        yield from dict.fromkeys(product(*parts))


def _values(part: Part, row: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the values of one part, cut to its letters."""
    value = row[part.column]
    if value is None:
        return ()
    values = value if part.each else (value,)
    if part.letters:
        return tuple(dict.fromkeys(str(one)[: part.letters] for one in values))
    return tuple(str(one) for one in values)


def _number(kind: str, rule: str, values: tuple[str, ...], pepper: bytes) -> int:
    """Return the MAC of a rule and its values as a signed 64-bit number."""
    text = _SEPARATOR.join((kind, rule, *values))
    digest = blake2b(text.encode(), key=pepper[:64], digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
