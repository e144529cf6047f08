"""Find the records that may be about the same subject, through the keys that they share."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from wegwijzer.subjects import records
from wegwijzer.subjects.indexing import subject_row
from wegwijzer.subjects.knowing import Within, known_among
from wegwijzer.subjects.models import Subject
from wegwijzer.subjects.rules import Comparison, SubjectFacts, SubjectKind
from wegwijzer.subjects.rules.comparing import with_differing_bsns

# So many subjects are looked up in one query; a question about one takes one.
CHUNK = 200
KEYS_AT_ONCE = 100
# A key shared by up to so many times what is of use is counted again among the known dossiers.
COUNT_AGAIN = 5
ONE_KEY = (
    "SELECT * FROM (SELECT h, subject_id FROM subjects_blockingkey WHERE h = %s LIMIT %s) AS one"
)


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


def entries_of(dossier_id: UUID, *, after: int, limit: int) -> list[Entry]:
    """Return the records of a dossier in the order they came."""
    rows = Subject.objects.filter(dossier_id=dossier_id, id__gt=after).order_by("id")
    return [_entry(*row) for row in rows.values_list(*COLUMNS)[:limit]]


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


def matches(asked: list[Entry], *, within: Within) -> tuple[list[Found], set[str]]:
    """Return every pair of an asked record and a known one that the comparison suggests.

    A pair of two asked records comes once. The second answer names the ways of looking that were
    skipped because too many records share what was looked for.
    """
    found: list[Found] = []
    skipped: set[str] = set()
    for start in range(0, len(asked), CHUNK):
        found += _matches(asked[start : start + CHUNK], within=within, skipped=skipped)
    return found, skipped


def _matches(asked: list[Entry], *, within: Within, skipped: set[str]) -> list[Found]:
    candidates = _candidates(asked, within=within, skipped=skipped)
    others = entries(set().union(*candidates))
    own = {entry.dossier_id for entry in asked}
    known = known_among(within, {other.dossier_id for other in others.values()} - own) | own
    found: list[Found] = []
    for entry, ids in zip(asked, candidates, strict=True):
        worth = {pk: others[pk] for pk in ids if pk in others and _comparable(entry, others[pk])}
        known_ones = {pk: other for pk, other in worth.items() if other.dossier_id in known}
        found += _ranked(entry, known_ones)
    return found


def _comparable(entry: Entry, other: Entry) -> bool:
    """Return whether to compare: one kind, and of two records of one dossier only once."""
    if other.kind is not entry.kind or other.pk == entry.pk:
        return False
    return other.dossier_id != entry.dossier_id or other.pk > entry.pk


def _ranked(entry: Entry, others: dict[int, Entry]) -> Iterator[Found]:
    """Yield what the comparison suggests; two different BSNs never without saying so."""
    stored = {pk: other.record for pk, other in others.items()}
    for pk, comparison in records.ranked(entry.kind, entry.record, stored):
        bsns = {entry.bsn_index, others[pk].bsn_index} - {""}
        differ = len(bsns) == 2
        yield Found(entry, others[pk], with_differing_bsns(comparison) if differ else comparison)


def _candidates(asked: list[Entry], *, within: Within, skipped: set[str]) -> list[list[int]]:
    """Return for each asked record the records that share a key with it.

    A key that too many share says little and would cost much. Among the known dossiers it may
    still be rare, so it is counted again there, unless far too many share it; otherwise its rule
    is skipped, and named.
    """
    wanted = [records.keys_of(entry.kind, entry.record) for entry in asked]
    most = {
        key.number: (key.rule, records.most_sharing(entry.kind, key.rule) - (entry.pk == 0))
        for entry, keys in zip(asked, wanted, strict=True)
        for key in keys
    }
    sharing = _sharing(most)
    crowded = {h: ids for h, ids in sharing.items() if len(ids) > most[h][1]}
    again = {h: ids for h, ids in crowded.items() if len(ids) <= COUNT_AGAIN * most[h][1]}
    known = _known_ones(set().union(*again.values()), asked, within=within)
    for h in crowded:
        rule, limit = most[h]
        sharing[h] = [pk for pk in again.get(h, ()) if pk in known]
        if h not in again or len(sharing[h]) > limit:
            skipped.add(rule)
            sharing[h] = []
    return [
        list(dict.fromkeys(pk for key in keys for pk in sharing.get(key.number, ())))
        for keys in wanted
    ]


def _known_ones(ids: set[int], asked: list[Entry], *, within: Within) -> set[int]:
    """Return which of these subjects lie in a dossier that the asker may know."""
    if not ids:
        return set()
    places = dict(Subject.objects.filter(id__in=ids).values_list("id", "dossier_id"))
    own = {entry.dossier_id for entry in asked}
    known = known_among(within, set(places.values()) - own) | own
    return {pk for pk, dossier_id in places.items() if dossier_id in known}


def _sharing(most: dict[int, tuple[str, int]]) -> dict[int, list[int]]:
    """Return per key the subjects that share it, at most one more than is counted again."""
    found: dict[int, list[int]] = defaultdict(list)
    hashes = list(most)
    with connection.cursor() as cursor:
        for start in range(0, len(hashes), KEYS_AT_ONCE):
            some = hashes[start : start + KEYS_AT_ONCE]
            sql = " UNION ALL ".join([ONE_KEY] * len(some))
            cursor.execute(
                sql, [value for h in some for value in (h, COUNT_AGAIN * most[h][1] + 1)]
            )
            for h, pk in cursor.fetchall():
                found[h].append(pk)
    return found
