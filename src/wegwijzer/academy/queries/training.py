"""Read training: programmes are for everybody, who follows them is for few."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, QuerySet

from wegwijzer.academy.models import (
    Attendance,
    Certificate,
    Edition,
    Enrolment,
    Module,
    Programme,
    Session,
)
from wegwijzer.academy.rules import training as rules
from wegwijzer.academy.rules.training import FundingContent, ModuleContent
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading, record
from wegwijzer.logbook.rules import Outcome


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


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    """A programme with its modules, who pays for it, and when it is given."""

    row: ProgrammeRow
    competences: tuple[str, ...]
    valid_months: int
    modules: list[ModuleContent]
    funding: list[FundingContent]
    total: Decimal
    editions: list[EditionRow]


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
class EditionPage:
    """An edition; ``participants`` only for trainers, the rest about the reader themselves."""

    row: EditionRow
    sessions: list[SessionRow]
    participants: list[Participant]
    is_enrolled: bool
    has_place: bool
    waits_at: int
    attended: frozenset[UUID]
    may_evaluate: bool
    answers: int
    marks: dict[int, int]
    remarks: list[str]


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """A certificate, and whether it counts today."""

    id: UUID
    number: str
    name: str
    title: str
    modules: tuple[str, ...]
    issued_on: date
    valid_until: date
    is_valid: bool


@dataclass(frozen=True, slots=True)
class Proof:
    """What anybody may know of a certificate: which training, until when, whether it counts."""

    title: str
    valid_until: date
    is_valid: bool


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
        tuple(found.competences),
        found.valid_months,
        [
            ModuleContent(title=one.title, summary=one.summary, materials=one.materials)
            for one in found.modules.all()
        ],
        funding,
        sum((one.amount for one in funding if one.amount), Decimal(0)),
        _editions(list(editions)),
    )


def list_calendar(
    actor: Actor, *, since: date, limit: int = 100
) -> list[tuple[date, str, str, UUID]]:
    """List the days on which modules are given from a day on: day, what, where, which edition."""
    rows = (
        Edition.objects.filter(sessions__held_on__gte=since)
        .order_by("sessions__held_on", "id")
        .values_list("sessions__held_on", "sessions__module__title", "place", "id")
    )
    return list(rows[:limit])


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
        is_enrolled=own is not None,
        has_place=actor.person_id in placed,
        waits_at=_waits_at(actor.person_id, enrolled, edition.places),
        attended=attended,
        may_evaluate=own is not None and not own.evaluated and bool(attended),
        answers=len(answers),
        marks=marks,
        remarks=[remark for _mark, remark in answers if remark] if marks else [],
    )


def list_own(actor: Actor, *, today: date) -> tuple[list[EditionRow], list[CertificateRow]]:
    """List what the actor is enrolled for, and the certificates that the actor holds."""
    editions = Edition.objects.filter(
        enrolments__person_id=actor.person_id, enrolments__cancelled_at=None
    )
    rows = list(editions.select_related("programme").order_by("-starts_on", "id")[:100])
    held = Certificate.objects.filter(person_id=actor.person_id).order_by("-issued_on", "id")
    return _editions(rows), _certificates(list(held.select_related("programme")), today)


@reading
def get_certificate(actor: Actor, number: str, *, now: datetime) -> CertificateRow:
    """Return a certificate to who holds it and to trainers; the reading by another is logged."""
    rows = Certificate.objects.select_related("programme").filter(number=number)
    if not rules.is_trainer(actor):
        rows = rows.filter(person_id=actor.person_id)
    found = rows.first()
    if found is None:
        raise NotFound
    if found.person_id != actor.person_id:
        record(actor, "academy.get_certificate", f"certificate:{found.id}", now=now,
               outcome=Outcome.READ)  # fmt: skip
    return _certificates([found], now.date())[0]


def find_proof(actor: Actor | None, number: str, *, today: date) -> Proof | None:
    """Return what a certificate proves, without whose it is: for anybody who has its number."""
    found = Certificate.objects.select_related("programme").filter(number=number).first()
    if found is None:
        return None
    counts = found.issued_on <= today <= found.valid_until
    return Proof(found.programme.title, found.valid_until, counts)


def list_to_note(actor: Actor, *, today: date, limit: int) -> list[tuple[UUID, str, str, date]]:
    """List the days that were and of which nobody noted who was there, for trainers."""
    if not rules.is_trainer(actor):
        return []
    rows = (
        Session.objects.filter(held_on__lte=today, attendance=None)
        .filter(edition__enrolments__cancelled_at=None, edition__enrolments__isnull=False)
        .order_by("held_on", "id")
        .values_list("edition_id", "edition__programme__title", "module__title", "held_on")
        .distinct()
    )
    return list(rows[:limit])


def list_coming(actor: Actor, *, today: date, limit: int) -> list[tuple[EditionRow, bool]]:
    """List the editions to come that the actor is in, with whether there is a place for them."""
    editions = Edition.objects.filter(
        starts_on__gte=today,
        enrolments__person_id=actor.person_id,
        enrolments__cancelled_at=None,
    )
    found = list(editions.select_related("programme").order_by("starts_on", "id")[:limit])
    standing = Enrolment.objects.filter(edition__in=found, cancelled_at=None)
    people: dict[UUID, list[UUID]] = defaultdict(list)
    for edition_id, person_id in standing.order_by("enrolled_at", "id").values_list(
        "edition_id", "person_id"
    ):
        people[edition_id].append(person_id)
    placed = [actor.person_id in rules.split(people[one.id], one.places)[0] for one in found]
    return list(zip(_editions(found), placed, strict=True))


def list_running_out(actor: Actor, *, today: date, until: date) -> list[CertificateRow]:
    """List the certificates of the actor that stop to count before a day."""
    held = Certificate.objects.filter(
        person_id=actor.person_id, valid_until__gte=today, valid_until__lte=until
    ).select_related("programme")
    return _certificates(list(held.order_by("valid_until")), today)


def count_certificates(actor: Actor, *, since: date, until: date) -> int:
    """Count the certificates issued from a day up to and including another."""
    return Certificate.objects.filter(issued_on__gte=since, issued_on__lte=until).count()


def _programmes() -> QuerySet[Programme]:
    return Programme.objects.annotate(parts=Count("modules")).order_by("title")


def _programme(one: Programme, today: date) -> ProgrammeRow:
    coming = one.editions.filter(starts_on__gte=today).order_by("starts_on")
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
            one.module.position,
            one.module.title,
            one.module.materials,
            one.held_on,
            frozenset(present[one.id]),
        )
        for one in edition.sessions.select_related("module")
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


def _certificates(rows: list[Certificate], today: date) -> list[CertificateRow]:
    titles: dict[UUID, list[str]] = defaultdict(list)
    of = {one.programme_id for one in rows}
    for programme_id, title in Module.objects.filter(programme__in=of).values_list(
        "programme_id", "title"
    ):
        titles[programme_id].append(title)
    return [
        CertificateRow(
            one.id,
            one.number,
            one.name,
            one.programme.title,
            tuple(titles[one.programme_id]),
            one.issued_on,
            one.valid_until,
            one.issued_on <= today <= one.valid_until,
        )
        for one in rows
    ]
