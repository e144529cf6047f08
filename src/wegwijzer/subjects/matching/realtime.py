"""One new record against everything the asking table may know: keys, candidates, ranked suggestions."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from wegwijzer.subjects.matching.columns import row_of
from wegwijzer.subjects.matching.keys import Key, row_keys
from wegwijzer.subjects.matching.record import Record
from wegwijzer.subjects.matching.score import Comparison, compare_rows, scorer_for
from wegwijzer.subjects.matching.spec import ModelSpec

Identity = TypeVar("Identity", bound=Hashable)

Fetch = Callable[[Sequence[int], int], Mapping[int, Sequence[Identity]]]
"""Given key numbers and a limit, return per key at most that many identities."""

Load = Callable[[Sequence[Identity]], Mapping[Identity, Record]]
"""Given identities, return their records; who is gone or may not be seen is left out."""


@dataclass(frozen=True, slots=True)
class Candidates(Generic[Identity]):
    """Who shares a key, and which rules were skipped because too many share theirs."""

    identities: tuple[Identity, ...]
    skipped_rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion(Generic[Identity]):
    """One record that may be about the same subject, with the reasons."""

    identity: Identity
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Answer(Generic[Identity]):
    """The suggestions, the strongest first; `skipped_rules` says where the search was not complete."""

    suggestions: tuple[Suggestion[Identity], ...]
    skipped_rules: tuple[str, ...]
    compared: int


def lookup(
    spec: ModelSpec, keys: Sequence[Key], fetch: Fetch[Identity], *, itself: Identity | None = None
) -> Candidates[Identity]:
    """Return who shares a key; a key that too many others share is skipped, and named."""
    rule_of = {key.number: key.rule for key in keys}
    most_of = {rule.name: rule.most for rule in spec.keys}
    found = fetch(tuple(rule_of), max(most_of.values()) + 1)
    identities: dict[Identity, None] = {}
    skipped: dict[str, None] = {}
    for number, sharing in found.items():
        others = [one for one in sharing if one != itself]
        if len(others) >= most_of[rule_of[number]]:
            skipped[rule_of[number]] = None
            continue
        identities.update(dict.fromkeys(others))
    return Candidates(tuple(identities), tuple(skipped))


def suggest(
    spec: ModelSpec,
    record: Record,
    *,
    pepper: bytes,
    fetch: Fetch[Identity],
    load: Load[Identity],
    itself: Identity | None = None,
) -> Answer[Identity]:
    """Return the records that may be about the same subject, the strongest first, with reasons."""
    row = row_of(record)
    candidates = lookup(spec, row_keys(spec, row, pepper=pepper), fetch, itself=itself)
    records = load(candidates.identities) if candidates.identities else {}
    rows = {identity: row_of(other) for identity, other in records.items()}
    return Answer(rank(spec, row, rows), candidates.skipped_rules, len(rows))


def rank(
    spec: ModelSpec, row: Mapping[str, Any], others: Mapping[Identity, Mapping[str, Any]]
) -> tuple[Suggestion[Identity], ...]:
    """Return who is worth showing, the strongest first; only those are explained."""
    least = spec.suggest_at
    weigh = scorer_for(spec).against(row, least=least)
    weights = {identity: weigh(other) for identity, other in others.items()}
    kept = [identity for identity, weight in weights.items() if weight >= least]
    kept.sort(key=lambda identity: -weights[identity])
    return tuple(
        Suggestion(identity, compare_rows(spec, row, others[identity])) for identity in kept
    )
