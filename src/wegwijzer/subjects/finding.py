"""Find the records that may be about the same subject, through the keys that they share."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from wegwijzer.subjects import records
from wegwijzer.subjects.indexing import subject_row
from wegwijzer.subjects.knowing import Within, kept_known_among
from wegwijzer.subjects.reading import (
    as_kept,
    as_uuid,
    planned_cursor,
    rows_by_id,
    rows_of_dossiers,
)
from wegwijzer.subjects.rules import Comparison, SubjectFacts, SubjectKind
from wegwijzer.subjects.rules.comparing import with_differing_bsns

# So many subjects are looked up in one query; a question about one takes one.
CHUNK = 200
KEYS_AT_ONCE = 100
# A key shared by up to so many times what is of use is counted again among the known dossiers.
COUNT_AGAIN = 5
# Of each key so many subjects: one statement on PostgreSQL, as many as there are keys on SQLite,
# which has no lateral join.
EACH_KEY = (
    "SELECT one.h, found.subject_id, found.dossier_id "
    "FROM unnest(%s::bigint[], %s::int[]) AS one (h, most), LATERAL (SELECT subject_id, dossier_id "
    "FROM subjects_blockingkey WHERE h = one.h LIMIT one.most) AS found"
)
ONE_KEY = (
    "SELECT * FROM "
    "(SELECT h, subject_id, dossier_id FROM subjects_blockingkey WHERE h = %s LIMIT %s)"
)

# Subjects, and of each the dossier as the database keeps it.
Places = dict[int, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One record, stored or only asked about (then ``pk`` is 0).

    Of the many that are read only a few are shown, so what those alone need is kept as the
    database has it: ``names`` are its reference and its source, ``told`` what was told.
    """

    pk: int
    kind: SubjectKind
    dossier: Any
    names: tuple[Any, Any]
    told: str
    record: dict[str, Any]
    bsn_index: str

    @property
    def ref(self) -> UUID:
        """Return by what it is named."""
        return as_uuid(self.names[0])

    @property
    def source_id(self) -> UUID:
        """Return who told it."""
        return as_uuid(self.names[1])

    @property
    def dossier_id(self) -> UUID:
        """Return where it lies."""
        return as_uuid(self.dossier)

    @property
    def content(self) -> dict[str, Any]:
        """Return what was told."""
        content: dict[str, Any] = json.loads(self.told)
        return content


@dataclass(frozen=True, slots=True)
class Found:
    """Two records that may be about one subject, and why."""

    asked: Entry
    other: Entry
    comparison: Comparison


COLUMNS = ("id", "kind", "dossier_id", "ref", "source_id", "content", "record", "bsn_index")


def entries(ids: Iterable[int]) -> dict[int, Entry]:
    """Return these records by key."""
    return {row[0]: _entry(*row) for row in rows_by_id(COLUMNS, ids)}


def entries_of(
    dossiers: Iterable[UUID], *, after: int, limit: int, ref: UUID | None = None
) -> list[Entry]:
    """Return the records of dossiers in the order they came, or one of them."""
    rows = rows_of_dossiers(COLUMNS, dossiers, after=after, limit=limit, ref=ref)
    return [_entry(*row) for row in rows]


def _entry(pk: int, kind: str, dossier: Any, *rest: Any) -> Entry:
    ref, source, told, record, bsn_index = rest
    stored = json.loads(record)
    return Entry(pk, SubjectKind(kind), dossier, (ref, source), told, stored, bsn_index)


def unstored(facts: SubjectFacts, dossier_id: UUID, *, now: datetime) -> Entry:
    """Return clean facts as a record that is asked about and kept nowhere."""
    row = subject_row(facts, dossier_id=dossier_id, now=now)
    names, told = (row.ref, facts.source_participant_id), json.dumps(row.content)
    return Entry(0, facts.kind, as_kept(dossier_id), names, told, row.record, row.bsn_index)


def matches(
    asked: list[Entry], *, own: Iterable[UUID], within: Within
) -> tuple[list[Found], set[str]]:
    """Return every pair of an asked record and a known one that the comparison suggests.

    ``own`` are the dossiers that are asked about: a pair of two records in them comes once. The
    second answer names the ways of looking that were skipped because too many records share what
    was looked for.
    """
    found: list[Found] = []
    skipped: set[str] = set()
    kept = set(map(as_kept, own))
    for start in range(0, len(asked), CHUNK):
        found += _matches(asked[start : start + CHUNK], kept, within=within, skipped=skipped)
    return found, skipped


def _matches(
    asked: list[Entry], own: set[Any], *, within: Within, skipped: set[str]
) -> list[Found]:
    candidates = _candidates(asked, own, within=within, skipped=skipped)
    others = entries(set().union(*candidates))
    found: list[Found] = []
    for entry, ids in zip(asked, candidates, strict=True):
        worth = {
            pk: others[pk] for pk in ids if pk in others and _comparable(entry, others[pk], own)
        }
        found += _ranked(entry, worth)
    return found


def _comparable(entry: Entry, other: Entry, own: set[Any]) -> bool:
    """Return whether to compare: one kind, and of two records that are asked about only once."""
    if other.kind is not entry.kind or other.pk == entry.pk:
        return False
    return other.dossier not in own or other.pk > entry.pk


def _ranked(entry: Entry, others: dict[int, Entry]) -> Iterator[Found]:
    """Yield what the comparison suggests; two different BSNs never without saying so."""
    stored = {pk: other.record for pk, other in others.items()}
    for pk, comparison in records.ranked(entry.kind, entry.record, stored):
        bsns = {entry.bsn_index, others[pk].bsn_index} - {""}
        differ = len(bsns) == 2
        yield Found(entry, others[pk], with_differing_bsns(comparison) if differ else comparison)


def _candidates(
    asked: list[Entry], own: set[Any], *, within: Within, skipped: set[str]
) -> list[list[int]]:
    """Return for each asked record the known records that share a key with it.

    A key that too many share says little and would cost much. Among the known dossiers it may
    still be rare, so it is counted there, unless far too many share it; otherwise its rule is
    skipped, and named.
    """
    wanted = [records.keys_of(entry.kind, entry.record) for entry in asked]
    most = {
        key.number: (key.rule, records.most_sharing(entry.kind, key.rule) - (entry.pk == 0))
        for entry, keys in zip(asked, wanted, strict=True)
        for key in keys
    }
    sharing = _known_sharing({h: limit for h, (_rule, limit) in most.items()}, own, within=within)
    skipped.update(rule for h, (rule, _limit) in most.items() if h not in sharing)
    return [
        list(dict.fromkeys(pk for key in keys for pk in sharing.get(key.number, ())))
        for keys in wanted
    ]


def _known_sharing(
    limits: dict[int, int], own: set[Any], *, within: Within
) -> dict[int, list[int]]:
    """Return per key the known subjects that share it; a key that too many share is left out.

    First no more are read than tell that a key is crowded; only where some of those are unknown is
    it worth reading on.
    """
    sharing = _sharing({h: limit + 1 for h, limit in limits.items()})
    known = _known_ones(sharing.values(), own, within=within)
    crowded = {h for h, places in sharing.items() if len(places) > limits[h]}
    doubtful = {h for h in crowded if not known.issuperset(sharing[h])}
    further = _sharing({h: COUNT_AGAIN * limits[h] + 1 for h in doubtful})
    again = {h: places for h, places in further.items() if len(places) <= COUNT_AGAIN * limits[h]}
    known |= _known_ones(again.values(), own, within=within)
    sharing = {h: places for h, places in sharing.items() if h not in crowded} | again
    countable = limits.keys() - crowded | again.keys()
    told = {h: [pk for pk in sharing.get(h, ()) if pk in known] for h in countable}
    return {h: ids for h, ids in told.items() if len(ids) <= limits[h]}


def _known_ones(sharing: Iterable[Places], own: set[Any], *, within: Within) -> set[int]:
    """Return which of these subjects lie in a dossier that the asker may know, or in their own."""
    places = {pk: place for some in sharing for pk, place in some.items()}
    known = kept_known_among(within, set(places.values()) - own) | own
    return {pk for pk, place in places.items() if place in known}


def _sharing(limits: dict[int, int]) -> dict[int, Places]:
    """Return per key at most its limit of the subjects that share it, with where they lie."""
    found: dict[int, Places] = defaultdict(dict)
    for h, pk, place in _rows_of(limits) if limits else ():
        found[h][pk] = place
    return found


def _rows_of(limits: dict[int, int]) -> Iterator[tuple[int, int, Any]]:
    """Yield each key with a subject that has it and its dossier, of each key at most its limit."""
    with planned_cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(EACH_KEY, [list(limits), list(limits.values())])
            yield from cursor.fetchall()
            return
        pairs = list(limits.items())
        for start in range(0, len(pairs), KEYS_AT_ONCE):
            some = pairs[start : start + KEYS_AT_ONCE]
            sql = " UNION ALL ".join([ONE_KEY] * len(some))
            cursor.execute(sql, [value for pair in some for value in pair])
            yield from cursor.fetchall()
