"""Find the records that may be about the same subject, through the keys that they share."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from wegwijzer.subjects import records
from wegwijzer.subjects.indexing import subject_row
from wegwijzer.subjects.knowing import Within, known_among
from wegwijzer.subjects.models import BlockingKey, Subject
from wegwijzer.subjects.rules import Comparison, SubjectFacts, SubjectKind
from wegwijzer.subjects.rules.comparing import with_differing_bsns

# So many subjects are looked up in one query; a question about one takes one.
CHUNK = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """One record, stored or only asked about (then ``pk`` is 0)."""

    pk: int
    ref: UUID
    kind: SubjectKind
    dossier_id: UUID
    source_id: UUID
    content: dict[str, Any]
    record: dict[str, Any]
    bsn_index: str


@dataclass(frozen=True, slots=True)
class Found:
    """Two records that may be about one subject, and why."""

    asked: Entry
    other: Entry
    comparison: Comparison


COLUMNS = ("id", "ref", "kind", "dossier_id", "source_id", "content", "record", "bsn_index")


def entries(ids: Iterable[int]) -> dict[int, Entry]:
    """Return these records by key."""
    rows = Subject.objects.filter(id__in=ids).values_list(*COLUMNS)
    return {row[0]: _entry(*row) for row in rows}


def entries_of(dossier_id: UUID) -> list[Entry]:
    """Return every record of a dossier."""
    rows = Subject.objects.filter(dossier_id=dossier_id).order_by("id").values_list(*COLUMNS)
    return [_entry(*row) for row in rows]


def _entry(pk: int, ref: UUID, kind: str, *rest: Any) -> Entry:
    return Entry(pk, ref, SubjectKind(kind), *rest)


def unstored(facts: SubjectFacts, dossier_id: UUID, *, now: datetime) -> Entry:
    """Return clean facts as a record that is asked about and kept nowhere."""
    row = subject_row(facts, dossier_id=dossier_id, now=now)
    return Entry(
        0,
        row.ref,
        facts.kind,
        dossier_id,
        facts.source_participant_id,
        row.content,
        row.record,
        row.bsn_index,
    )


def matches(asked: list[Entry], *, within: Within) -> list[Found]:
    """Return every pair of an asked record and a known one that the comparison suggests.

    A pair of two asked records comes once.
    """
    found: list[Found] = []
    for start in range(0, len(asked), CHUNK):
        found += _matches(asked[start : start + CHUNK], within=within)
    return found


def _matches(asked: list[Entry], *, within: Within) -> list[Found]:
    candidates = _candidates(asked)
    others = entries(set().union(*candidates))
    dossiers = {other.dossier_id for other in others.values()}
    own = {entry.dossier_id for entry in asked}
    known = known_among(within, dossiers - own) | own
    return [
        Found(entry, other, comparison)
        for position, entry in enumerate(asked)
        for other in _worth_comparing(entry, candidates[position], others, known)
        if (comparison := compare(entry, other)) is not None
    ]


def _worth_comparing(
    entry: Entry, ids: set[int], others: Mapping[int, Entry], known: set[UUID]
) -> Iterable[Entry]:
    for pk in sorted(ids):
        other = others.get(pk)
        if other is None or other.kind is not entry.kind or other.dossier_id not in known:
            continue
        if pk != entry.pk and (other.dossier_id != entry.dossier_id or pk > entry.pk):
            yield other


def _candidates(asked: list[Entry]) -> list[set[int]]:
    """Return for each asked record the keys of the records that share a blocking key with it."""
    wanted = [records.keys_of(entry.kind, entry.record) for entry in asked]
    rows = BlockingKey.objects.filter(h__in=set().union(*wanted)).values_list("h", "subject_id")
    block: dict[int, list[int]] = defaultdict(list)
    for h, subject_id in rows:
        block[h].append(subject_id)
    return [{pk for h in hashes for pk in block.get(h, ())} for hashes in wanted]


def compare(a: Entry, b: Entry) -> Comparison | None:
    """Compare two records; two different BSNs are never suggested as one without saying so."""
    comparison = records.compare(a.kind, a.record, b.record)
    if comparison is not None and a.bsn_index and b.bsn_index and a.bsn_index != b.bsn_index:
        return with_differing_bsns(comparison)
    return comparison
