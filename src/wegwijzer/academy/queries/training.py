"""Read training: programmes are for everybody, who follows them is for few."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from wegwijzer.academy.models import (
    Attendance,
    Edition,
    Enrolment,
    Programme,
    Session,
)
from wegwijzer.academy.queries.certificates import CertificateRow, list_held
from wegwijzer.academy.rules import training as rules
from wegwijzer.academy.rules.training import FundingContent, ModuleContent, Standing
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A programme as a list shows it."""

    slug: str
    title: str
    summary: str
    audience: str
    modules: int
    next_on: date | None


@dataclass(frozen=True, slots=True)
class EditionRow:
    """A programme given once; how many take part, and how many wait."""

    id: UUID
    slug: str
    title: str
    place: str
    places: int
    starts_on: date
    taken: int
    waiting: int
    moved_at: datetime | None
    is_cancelled: bool
    cancel_reason: str


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    """A programme with its modules, who pays for it, and when it is given."""

    row: ProgrammeRow
    version: int
    competences: tuple[str, ...]
    valid_months: int
    modules: list[ModuleContent]
    funding: list[FundingContent]
    total: Decimal
    editions: list[EditionRow]


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day on which a module is given."""

    day: date
    title: str
    programme: str
    place: str
    edition_id: UUID


@dataclass(frozen=True, slots=True)
class SessionRow:
    """The day of a module, and who was there."""

    id: UUID
    position: int
    title: str
    materials: str
    held_on: date
    present: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody in an edition, as trainers see them."""

    person_id: UUID
    name: str
    has_place: bool
    attended: int
    certificate: str


@dataclass(frozen=True, slots=True)
class OwnEdition:
    """An edition that somebody enrolled for, and how it stands with them."""

    row: EditionRow
    standing: Standing


@dataclass(frozen=True, slots=True)
class EditionPage:
    """An edition; ``participants`` only for trainers, the rest about the reader themselves."""

    row: EditionRow
    sessions: list[SessionRow]
    participants: list[Participant]
    standing: Standing | None
    has_place: bool
    waits_at: int
    attended: frozenset[UUID]
    may_evaluate: bool
    answers: int
    marks: dict[int, int]
    remarks: list[str]


def list_programmes(actor: Actor, *, today: date) -> list[ProgrammeRow]:
    """List the training programmes, with when each is given next."""
    return [_programme(one, today) for one in _programmes()]


@reading
def get_programme(actor: Actor, slug: str, *, today: date) -> ProgrammePage:
    """Return one programme with its modules, funding and editions, the next one first."""
    found = _programmes().filter(slug=slug).first()
    if found is None:
        raise NotFound
    funding = [
        FundingContent(source=one.source, decision=one.decision, amount=one.amount)
        for one in found.funding.order_by("id")
    ]
    editions = found.editions.select_related("programme").order_by("-starts_on", "id")[:50]
    return ProgrammePage(
        _programme(found, today),
        found.version,
        tuple(found.competences),
        found.valid_months,
        [
            ModuleContent(id=one.id, title=one.title, summary=one.summary, materials=one.materials)
            for one in found.modules.filter(dropped_at=None)
        ],
        funding,
        sum((one.amount for one in funding if one.amount), Decimal(0)),
        _editions(list(editions)),
    )


def list_calendar(actor: Actor, *, since: date, limit: int = 100) -> list[DayRow]:
    """List the days on which modules are given from a day on."""
    rows = (
        Edition.objects.filter(sessions__held_on__gte=since, cancelled_at=None)
        .order_by("sessions__held_on", "id")
        .values_list(
            "sessions__held_on", "sessions__module__title", "programme__title", "place", "id"
        )
    )
    return [DayRow(*row) for row in rows[:limit]]


@reading
def get_edition(actor: Actor, edition_id: UUID) -> EditionPage:
    """Return one edition; who takes part only to trainers, and to each about themselves."""
    edition = Edition.objects.select_related("programme").filter(id=edition_id).first()
    if edition is None:
        raise NotFound
    (row,) = _editions([edition])
    sessions = _sessions(edition)
    enrolled = list(edition.enrolments.filter(cancelled_at=None).order_by("enrolled_at", "id"))
    own = next((one for one in enrolled if one.person_id == actor.person_id), None)
    placed = {one.person_id for one in enrolled[: edition.places]}
    trains = rules.is_trainer(actor)
    answers = list(edition.evaluations.values_list("mark", "remark").order_by("id"))
    marks = rules.shown_marks([mark for mark, _remark in answers])
    attended = frozenset(one.id for one in sessions if actor.person_id in one.present)
    shown = sessions if trains else [_without_people(one) for one in sessions]
    return EditionPage(
        row,
        shown,
        _participants(edition, enrolled, placed, sessions) if trains else [],
        standing=_standing(row, own, has_place=own.person_id in placed) if own else None,
        has_place=actor.person_id in placed,
        waits_at=_waits_at(actor.person_id, enrolled, edition.places),
        attended=attended,
        may_evaluate=own is not None and not own.evaluated and bool(attended),
        answers=len(answers),
        marks=marks,
        remarks=[remark for _mark, remark in answers if remark] if marks else [],
    )


def list_own(actor: Actor, *, today: date) -> tuple[list[OwnEdition], list[CertificateRow]]:
    """List what the actor is enrolled for, and the certificates that the actor holds."""
    found = list(_enrolled_for(actor).order_by("-starts_on", "id")[:100])
    return _with_standing(actor, found), list_held(actor, today=today)


def list_coming(actor: Actor, *, today: date, limit: int) -> list[OwnEdition]:
    """List the editions to come that the actor is enrolled for, the next one first."""
    coming = _enrolled_for(actor).filter(starts_on__gte=today).order_by("starts_on", "id")
    return _with_standing(actor, list(coming[:limit]))


def list_to_note(actor: Actor, *, today: date, limit: int) -> list[tuple[UUID, str, str, date]]:
    """List the days that were and of which nobody noted who was there, for trainers."""
    if not rules.is_trainer(actor):
        return []
    noted = Attendance.objects.filter(session=OuterRef("pk"))
    enrolled = Enrolment.objects.filter(edition=OuterRef("edition"), cancelled_at=None)
    rows = (
        Session.objects.filter(held_on__lte=today, edition__cancelled_at=None)
        .filter(~Exists(noted), Exists(enrolled))
        .order_by("held_on", "id")
        .values_list("edition_id", "edition__programme__title", "module__title", "held_on")
    )
    return list(rows[:limit])


def _enrolled_for(actor: Actor) -> QuerySet[Edition]:
    mine = Enrolment.objects.filter(person_id=actor.person_id, cancelled_at=None)
    return Edition.objects.filter(id__in=mine.values("edition_id")).select_related("programme")


def _with_standing(actor: Actor, editions: list[Edition]) -> list[OwnEdition]:
    came_before = Q(enrolled_at__lt=OuterRef("enrolled_at")) | Q(
        enrolled_at=OuterRef("enrolled_at"), id__lt=OuterRef("id")
    )
    others = Enrolment.objects.filter(came_before, edition=OuterRef("edition"), cancelled_at=None)
    ahead = others.order_by().values("edition").annotate(n=Count("id")).values("n")
    mine = Enrolment.objects.filter(
        edition__in=editions, cancelled_at=None, person_id=actor.person_id
    ).annotate(ahead=Coalesce(Subquery(ahead), 0))
    own = {one.edition_id: one for one in mine}
    return [
        OwnEdition(
            row, _standing(row, own[row.id], has_place=vars(own[row.id])["ahead"] < row.places)
        )
        for row in _editions(editions)
    ]


def _standing(row: EditionRow, own: Enrolment, *, has_place: bool) -> Standing:
    return rules.standing(
        is_cancelled=row.is_cancelled,
        has_place=has_place,
        has_moved_up=own.moved_up_at is not None,
        is_moved=row.moved_at is not None and row.moved_at > own.enrolled_at,
    )


def _programmes() -> QuerySet[Programme]:
    given = Count("modules", filter=Q(modules__dropped_at=None))
    return Programme.objects.annotate(parts=given).order_by("title")


def _programme(one: Programme, today: date) -> ProgrammeRow:
    coming = one.editions.filter(starts_on__gte=today, cancelled_at=None).order_by("starts_on")
    return ProgrammeRow(
        one.slug,
        one.title,
        one.summary,
        one.audience,
        getattr(one, "parts", 0),
        coming.values_list("starts_on", flat=True).first(),
    )


def _editions(editions: list[Edition]) -> list[EditionRow]:
    standing = Enrolment.objects.filter(edition__in=editions, cancelled_at=None).order_by()
    counted = dict(standing.values_list("edition_id").annotate(n=Count("id")))
    return [
        EditionRow(
            one.id,
            one.programme.slug,
            one.programme.title,
            one.place,
            one.places,
            one.starts_on,
            min(counted.get(one.id, 0), one.places),
            max(counted.get(one.id, 0) - one.places, 0),
            one.moved_at,
            one.cancelled_at is not None,
            one.cancel_reason,
        )
        for one in editions
    ]


def _sessions(edition: Edition) -> list[SessionRow]:
    present: dict[UUID, set[UUID]] = defaultdict(set)
    rows = Attendance.objects.filter(session__edition=edition)
    for session_id, person_id in rows.values_list("session_id", "person_id"):
        present[session_id].add(person_id)
    return [
        SessionRow(
            one.id,
            number,
            one.module.title,
            one.module.materials,
            one.held_on,
            frozenset(present[one.id]),
        )
        for number, one in enumerate(edition.sessions.select_related("module"), 1)
    ]


def _waits_at(person_id: UUID, enrolled: list[Enrolment], places: int) -> int:
    """Return how many others have to give their place back, counting this one; 0 for nobody."""
    _placed, waiting = rules.split([one.person_id for one in enrolled], places)
    return waiting.index(person_id) + 1 if person_id in waiting else 0


def _without_people(one: SessionRow) -> SessionRow:
    return SessionRow(one.id, one.position, one.title, one.materials, one.held_on, frozenset())


def _participants(
    edition: Edition, enrolled: list[Enrolment], placed: set[UUID], sessions: list[SessionRow]
) -> list[Participant]:
    numbers = dict(edition.certificates.values_list("person_id", "number"))
    return [
        Participant(
            one.person_id,
            one.name,
            one.person_id in placed,
            sum(one.person_id in session.present for session in sessions),
            numbers.get(one.person_id, ""),
        )
        for one in enrolled
    ]
