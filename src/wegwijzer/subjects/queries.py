"""Read who is who. Callers have established that the actor may see the dossier they name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading, record
from wegwijzer.logbook.rules import Outcome
from wegwijzer.network.queries import names_of
from wegwijzer.subjects import finding, judging, rules, searching
from wegwijzer.subjects.indexing import open_bsn
from wegwijzer.subjects.knowing import Within, is_known
from wegwijzer.subjects.models import Judgement, Statement, Subject
from wegwijzer.subjects.rules import (
    ExplanationRow,
    Sameness,
    Strength,
    SubjectFacts,
    SubjectKind,
    SubjectRole,
)

JUDGED = ("id", "ref", "sameness", "reason", "dossier_id", "judged_at", "undone_at")


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """A subject as a page shows it; the BSN masked."""

    ref: UUID
    pk: int
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


@dataclass(frozen=True, slots=True)
class MatchRow:
    """Two records that may be about one subject, explained; never a score, never about a person.

    ``subject_ref`` is None when it was asked about facts that are not stored.
    """

    subject_ref: UUID | None
    subject_title: str
    other_ref: UUID
    other_title: str
    other_dossier_id: UUID
    other_participant_id: UUID
    kind: SubjectKind
    strength: Strength
    strength_label: str
    explanation: tuple[ExplanationRow, ...]
    judgement: Sameness | None
    judgement_id: UUID | None
    judged_dossier_id: UUID | None


class Matches(list[MatchRow]):
    """The matches, and what was not looked at.

    ``skipped`` names the ways of looking that too many records share; ``next_after`` is from where
    to ask on in a large dossier, or None when all its subjects were asked about.
    """

    next_after: int | None = None

    def __init__(self, rows: Iterable[MatchRow], *, skipped: frozenset[str]) -> None:
        super().__init__(rows)
        self.skipped = skipped


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """What someone judged of two records; ``stands`` when it is the one that counts."""

    id: UUID
    a_ref: UUID
    b_ref: UUID
    sameness: Sameness
    reason: str
    dossier_id: UUID
    judged_by: str
    judged_for: str
    judged_at: datetime
    undone_at: datetime | None
    stands: bool


@dataclass(frozen=True, slots=True)
class ClusterRow:
    """Records that are one by judgement, and the pairs among them that were judged different."""

    refs: frozenset[UUID]
    contradictions: tuple[tuple[UUID, UUID], ...]


def list_subjects(
    actor: Actor, dossier_id: UUID, *, after: int = 0, limit: int = 100
) -> list[SubjectRow]:
    """List the subjects of a dossier in the order they came; ``after`` is the last ``pk`` seen."""
    assert actor.roles, "an actor without roles has no dossier"
    found = Subject.objects.filter(dossier_id=dossier_id, id__gt=after).order_by("id")[:limit]
    rows = list(found)
    names = names_of({row.source_id for row in rows})
    return [_row(row, names) for row in rows]


def get_subjects(actor: Actor, pks: set[int]) -> dict[int, SubjectRow]:
    """Return these subjects by ``pk``, for a caller that shows rows which refer to them."""
    assert actor.roles, "an actor without roles has no dossier"
    rows = list(Subject.objects.filter(id__in=pks))
    names = names_of({row.source_id for row in rows})
    return {row.id: _row(row, names) for row in rows}


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


@reading
def find_matches(
    actor: Actor,
    dossier_id: UUID,
    *,
    within: Within,
    now: datetime,
    after: int = 0,
    limit: int = 500,
    ref: UUID | None = None,
) -> Matches:
    """Find which records elsewhere may be about the subjects of one dossier, the strongest first.

    Asked by a person, for one dossier or one subject in it, and logged; ``within`` are the other
    dossiers the actor may know. Of a dossier with more subjects than ``limit`` the answer says in
    ``next_after`` from where to ask on. Bron: Wgs art. 1.8 lid 4 en art. 2.23 lid 3.
    """
    rules.check_may_compare(actor)
    asked = finding.entries_of(dossier_id, after=after, limit=limit, ref=ref)
    found = _matches(actor, asked, dossier_id, within=within, now=now)
    found.next_after = asked[-1].pk if len(asked) == limit else None
    return found


@reading
def match_facts(
    actor: Actor, facts: SubjectFacts, *, for_dossier: UUID, within: Within, now: datetime
) -> Matches:
    """Find which records may be about the subject of facts that are not stored yet."""
    rules.check_may_compare(actor)
    asked = finding.unstored(rules.clean(facts), for_dossier, now=now)
    return _matches(actor, [asked], for_dossier, within=within, now=now)


def _matches(
    actor: Actor, asked: list[finding.Entry], dossier_id: UUID, *, within: Within, now: datetime
) -> Matches:
    found, skipped = finding.matches(asked, within=within)
    judged = judging.on_pairs({frozenset((one.asked.pk, one.other.pk)) for one in found})
    record(
        actor,
        "subjects.find_matches",
        f"dossier:{dossier_id}",
        now=now,
        outcome=Outcome.READ,
        dossier_id=dossier_id,
        asked=len(asked),
        found=len(found),
        skipped=skipped,
    )
    found.sort(key=lambda one: rules.STRENGTH_ORDER.index(one.comparison.strength))
    rows = [_match(one, judged.get(frozenset((one.asked.pk, one.other.pk)))) for one in found]
    return Matches(rows, skipped=frozenset(skipped))


def _match(found: finding.Found, judgement: Judgement | None) -> MatchRow:
    asked, other, comparison = found.asked, found.other, found.comparison
    return MatchRow(
        subject_ref=asked.ref if asked.pk else None,
        subject_title=rules.title_of(asked.kind, asked.content),
        other_ref=other.ref,
        other_title=rules.title_of(other.kind, other.content),
        other_dossier_id=other.dossier_id,
        other_participant_id=other.source_id,
        kind=other.kind,
        strength=comparison.strength,
        strength_label=rules.STRENGTH_LABELS[comparison.strength],
        explanation=comparison.explanation,
        judgement=Sameness(judgement.sameness) if judgement else None,
        judgement_id=judgement.ref if judgement else None,
        judged_dossier_id=judgement.dossier_id if judgement else None,
    )


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


def list_judgements(actor: Actor, dossier_id: UUID) -> list[JudgementRow]:
    """List what was judged for a dossier, the latest first; what was undone stays in the list."""
    assert actor.roles, "an actor without roles has no dossier"
    rows = list(
        Judgement.objects.filter(dossier_id=dossier_id)
        .select_related("a", "b", "judged_by", "judged_for")
        .only("a__ref", "b__ref", "judged_by__name", "judged_for__name", *JUDGED)
        .order_by("-id")
    )
    counting = {
        row.id for row in judging.on_pairs({frozenset((r.a_id, r.b_id)) for r in rows}).values()
    }
    return [_judgement(row, stands=row.id in counting) for row in rows]


def list_clusters(actor: Actor, dossier_id: UUID, *, within: Within = ()) -> list[ClusterRow]:
    """List who is one with whom by the judgements that stand, with what contradicts it.

    Only what touches the dossier, and never through a dossier outside ``within``.
    """
    assert actor.roles, "an actor without roles has no dossier"
    found = rules.clusters(judging.verdicts(judging.reaching(dossier_id, within)))
    ids = {member for cluster in found for member in cluster.members}
    rows = Subject.objects.filter(id__in=ids).values_list("id", "ref", "dossier_id")
    refs = {pk: ref for pk, ref, _dossier in rows}
    inside = {pk for pk, _ref, dossier in rows if dossier == dossier_id}
    return [
        ClusterRow(
            frozenset(refs[member] for member in cluster.members),
            tuple((refs[min(pair)], refs[max(pair)]) for pair in cluster.contradictions),
        )
        for cluster in found
        if not inside.isdisjoint(cluster.members)
    ]


def clusters_of(actor: Actor, dossier_id: UUID, *, within: Within = ()) -> list[frozenset[UUID]]:
    """Return who is one with whom, as groups of references."""
    return [row.refs for row in list_clusters(actor, dossier_id, within=within)]


def _judgement(row: Judgement, *, stands: bool) -> JudgementRow:
    return JudgementRow(
        id=row.ref,
        a_ref=row.a.ref,
        b_ref=row.b.ref,
        sameness=Sameness(row.sameness),
        reason=row.reason,
        dossier_id=row.dossier_id,
        judged_by=row.judged_by.name,
        judged_for=row.judged_for.name,
        judged_at=row.judged_at,
        undone_at=row.undone_at,
        stands=stands,
    )


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
