"""Who and what a dossier is about, as it was told."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading, record
from wegwijzer.logbook.rules import Outcome
from wegwijzer.network.queries import names_of
from wegwijzer.subjects import rules, searching
from wegwijzer.subjects.indexing import open_bsn
from wegwijzer.subjects.knowing import Within, is_known
from wegwijzer.subjects.models import Statement, Subject
from wegwijzer.subjects.rules import (
    SubjectKind,
    SubjectRole,
)


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """A subject as a page shows it; the BSN masked."""

    ref: UUID
    pk: int
    dossier_id: UUID
    kind: SubjectKind
    title: str
    lines: tuple[tuple[str, str], ...]
    role: SubjectRole
    relation: str
    circle_link: str
    source_id: UUID
    source_name: str
    source_reliability: str
    information_reliability: str
    handling: str
    first_processed_date: date


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A fact that was added later; a BSN masked."""

    id: UUID
    subject_ref: UUID
    field: str
    label: str
    value: str
    source_id: UUID
    source_name: str
    source_reliability: str
    information_reliability: str
    handling: str
    first_processed_date: date
    added_at: datetime
    superseded: bool


def list_subjects(
    actor: Actor, dossier_id: UUID, *, after: int = 0, limit: int = 100
) -> list[SubjectRow]:
    """List the subjects of a dossier in the order they came; ``after`` is the last ``pk`` seen."""
    return list_subjects_of(actor, {dossier_id}, after=after, limit=limit)


def list_subjects_of(
    actor: Actor, dossiers: Collection[UUID], *, after: int = 0, limit: int = 100
) -> list[SubjectRow]:
    """List the subjects of several small dossiers as one, in the order they came."""
    assert actor.roles, "an actor without roles has no dossier"
    found = Subject.objects.filter(dossier_id__in=dossiers, id__gt=after).order_by("id")[:limit]
    rows = list(found)
    names = names_of({row.source_id for row in rows})
    return [_row(row, names) for row in rows]


def get_subjects(actor: Actor, pks: set[int]) -> dict[int, SubjectRow]:
    """Return these subjects by ``pk``, for a caller that shows rows which refer to them."""
    assert actor.roles, "an actor without roles has no dossier"
    rows = list(Subject.objects.filter(id__in=pks))
    names = names_of({row.source_id for row in rows})
    return {row.id: _row(row, names) for row in rows}


def dossiers_of(actor: Actor, refs: Collection[UUID]) -> dict[UUID, UUID]:
    """Return of these subjects in which dossier each stands."""
    assert actor.roles, "an actor without roles has no dossier"
    return dict(Subject.objects.filter(ref__in=refs).values_list("ref", "dossier_id"))


@reading
def get_pair(
    actor: Actor, one: tuple[UUID, UUID], other: tuple[UUID, UUID]
) -> tuple[SubjectRow, SubjectRow]:
    """Return two subjects to lay side by side, each by its reference and its dossier."""
    assert actor.roles, "an actor without roles has no dossier"
    rows = Subject.objects.filter(ref__in=(one[0], other[0])).select_related("source")
    found = {(row.ref, row.dossier_id): row for row in rows}
    if not {one, other} <= found.keys():
        raise NotFound
    names = {row.source_id: row.source.name for row in found.values()}
    return _row(found[one], names), _row(found[other], names)


def list_statements(actor: Actor, dossier_id: UUID) -> list[StatementRow]:
    """List what was stated later about the subjects of a dossier, oldest first."""
    assert actor.roles, "an actor without roles has no dossier"
    rows = (
        Statement.objects.filter(subject__dossier_id=dossier_id)
        .select_related("subject", "source")
        .order_by("added_at")
    )
    return [_statement(row) for row in rows]


def _statement(row: Statement) -> StatementRow:
    return StatementRow(
        id=row.id,
        subject_ref=row.subject.ref,
        field=row.field,
        label=rules.field_label(row.field),
        value=row.value or rules.masked(open_bsn(row.secret, row.id)),
        source_id=row.source_id,
        source_name=row.source.name,
        source_reliability=row.source_reliability,
        information_reliability=row.information_reliability,
        handling=row.handling,
        first_processed_date=row.first_processed_date,
        added_at=row.added_at,
        superseded=row.superseded_by_id is not None,
    )


@reading
def reveal_bsn(actor: Actor, ref: UUID, *, dossier_id: UUID, reason: str, now: datetime) -> str:
    """Return the whole BSN of a subject; each look is logged. Bron: Wgs art. 1.8 lid 4."""
    rules.check_may_process(actor)
    rules.check_reason(reason)
    row = _subject(ref, dossier_id)
    if row.bsn_secret is None:
        raise NotFound
    record(
        actor,
        "subjects.reveal_bsn",
        f"subject:{ref}",
        now=now,
        outcome=Outcome.READ,
        dossier_id=dossier_id,
    )
    return open_bsn(row.bsn_secret, row.ref)


def search_dossier_ids(actor: Actor, text: str, *, within: Within, limit: int = 1000) -> list[UUID]:
    """Return the dossiers, of those the actor may know, in which one subject has all these words.

    A word of four letters or more may be the beginning of one; nine digits are tried as a BSN. An
    empty text finds nothing. At most ``limit``, the most recently added first.
    """
    assert actor.roles, "an actor without roles has no dossier"
    sought = searching.sought_subjects(text)
    if sought is None:
        return []
    rows = sought.filter(is_known(within)).order_by("-id").values_list("dossier_id", flat=True)
    return list(dict.fromkeys(rows[: limit * 10]))[:limit]


def _subject(ref: UUID, dossier_id: UUID) -> Subject:
    row = Subject.objects.filter(ref=ref, dossier_id=dossier_id).first()
    if row is None:
        raise NotFound
    return row


def _row(row: Subject, names: dict[UUID, str]) -> SubjectRow:
    kind = SubjectKind(row.kind)
    masked = rules.masked(open_bsn(row.bsn_secret, row.ref))
    return SubjectRow(
        ref=row.ref,
        pk=row.id,
        dossier_id=row.dossier_id,
        kind=kind,
        title=rules.title_of(kind, row.content),
        lines=rules.lines_of(row.content, masked_bsn=masked),
        role=SubjectRole(row.role),
        relation=row.relation,
        circle_link=row.circle_link,
        source_id=row.source_id,
        source_name=names.get(row.source_id, ""),
        source_reliability=row.source_reliability,
        information_reliability=row.information_reliability,
        handling=row.handling,
        first_processed_date=row.first_processed_date,
    )
