"""Read the sessions: which there are, what one is about, and who is in it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import itemgetter
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from wegwijzer.exploration.models import Ballot, Note, Objective, Session
from wegwijzer.exploration.rules import notes, sessions
from wegwijzer.exploration.rules.sessions import Setup, Stage
from wegwijzer.exploration.storing import found, setup_of
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import reading
from wegwijzer.network.queries import person_names_of

PAGE = 30


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session in a list."""

    id: UUID
    title: str
    portfolio: str
    question: str
    held_at: datetime | None
    stage: Stage
    created_at: datetime
    notes: int
    regions: int


@dataclass(frozen=True, slots=True)
class ToDo:
    """A session that waits for notes, or for a vote."""

    id: UUID
    title: str
    stage: Stage


@dataclass(frozen=True, slots=True)
class SessionList:
    """A page of sessions, with the keys of the pages after and before it, empty at the ends."""

    rows: list[SessionRow]
    after: str
    before: str


@dataclass(frozen=True, slots=True)
class SessionPage:
    """One session, and what the actor may do in it."""

    id: UUID
    setup: Setup
    stage: Stage
    version: int
    conclusion: str
    created_at: datetime
    closed_at: datetime | None
    chairs: tuple[tuple[UUID, str], ...]
    invited: tuple[tuple[UUID, str], ...]
    is_chair: bool
    takes_part: bool
    may_arrange: bool


@dataclass(frozen=True, slots=True)
class SetObjective:
    """An objective that an exploration ended with, and the focus it was set for."""

    id: UUID
    text: str
    focus: str
    session_id: UUID
    session_title: str


def visible_sessions(actor: Actor) -> QuerySet[Session]:
    """Return what is closed, what the actor leads, and what runs and is for the actor."""
    if actor.has("system"):
        return Session.objects.all()
    person = actor.person_id
    led = Q(id__in=Session.objects.filter(chairs__person_id=person).values("id"))
    invited = (
        Q(open_to_all=True)
        | Q(id__in=Session.objects.filter(regions__region_id=actor.region_id).values("id"))
        | Q(id__in=Session.objects.filter(people__person_id=person).values("id"))
    )
    running = ~Q(stage__in=(Stage.PREPARED, Stage.CLOSED))
    return Session.objects.filter(Q(stage=Stage.CLOSED) | led | (running & invited))


def list_sessions(
    actor: Actor, *, after: str = "", before: str = "", portfolio: str = "", limit: int = PAGE
) -> SessionList:
    """List the sessions that the actor may see, latest first."""
    rows = visible_sessions(actor)
    if portfolio:
        rows = rows.filter(portfolio=portfolio)
    if before:
        rows = rows.filter(_beyond(before, "gt")).order_by("created_at", "id")
    else:
        rows = rows.order_by("-created_at", "-id")
        rows = rows.filter(_beyond(after, "lt")) if after else rows
    sessions_found = list(rows[: limit + 1])
    more, sessions_found = len(sessions_found) > limit, sessions_found[:limit]
    if before:
        sessions_found.reverse()
    return SessionList(
        _rows(sessions_found),
        _key(sessions_found[-1]) if sessions_found and (more or before) else "",
        _key(sessions_found[0]) if sessions_found and (after or (before and more)) else "",
    )


def list_to_do(actor: Actor, *, limit: int = 8) -> list[ToDo]:
    """List the sessions in which the actor can bring in notes, or still has a vote to cast."""
    if not actor.has(*sessions.VOICES):
        return []
    collecting = Q(stage=Stage.COLLECTING)
    voted = Ballot.objects.filter(voter_id__in=(actor.region_id, actor.person_id))
    voting = Q(stage=Stage.VOTING) & ~Q(id__in=voted.values("session_id"))
    rows = visible_sessions(actor).filter(collecting | voting).order_by("-created_at", "-id")
    found = rows.values_list("id", "title", "stage")[:limit]
    return [ToDo(key, title, Stage(stage)) for key, title, stage in found]


def list_objectives(
    actor: Actor, *, portfolio: str, only: Collection[UUID] | None = None, limit: int = 200
) -> list[SetObjective]:
    """List what closed explorations of a portfolio set as objectives, latest exploration first.

    All, or only those with one of these ids.
    """
    closed = visible_sessions(actor).filter(stage=Stage.CLOSED, portfolio=portfolio)
    rows = Objective.objects.filter(focus__session__in=closed.values("id"))
    rows = rows if only is None else rows.filter(id__in=only)
    rows = rows.select_related("focus__session").order_by(
        "-focus__session__closed_at", "focus__created_at", "created_at", "id"
    )
    return [
        SetObjective(
            one.id, one.text, one.focus.statement, one.focus.session_id, one.focus.session.title
        )
        for one in rows[:limit]
    ]


@reading
def get_session(actor: Actor, session_id: UUID) -> SessionPage:
    """Return one session that the actor may see."""
    session, circle = found(actor, session_id)
    setup = setup_of(session)
    names = person_names_of({*circle.chairs, *circle.person_ids})

    def named(ids: Iterable[UUID]) -> tuple[tuple[UUID, str], ...]:
        return tuple(sorted(((one, names.get(one, "")) for one in ids), key=itemgetter(1, 0)))

    return SessionPage(
        session.id,
        setup,
        Stage(session.stage),
        session.version,
        session.conclusion,
        session.created_at,
        session.closed_at,
        named(circle.chairs),
        named(circle.person_ids),
        sessions.is_chair(actor, circle),
        sessions.takes_part(actor, circle),
        notes.may_arrange(actor, circle, everybody=setup.everybody_arranges),
    )


@reading
def get_version(actor: Actor, session_id: UUID) -> int:
    """Return the version of a session that the actor may see: cheap, for who polls."""
    session, _circle = found(actor, session_id)
    return session.version


def _rows(found: Iterable[Session]) -> list[SessionRow]:
    """Return sessions as a list shows them; only the notes of those are counted."""
    shown = list(found)
    standing = Count("id", filter=Q(merged_into__isnull=True))
    counted = (
        Note.objects.filter(session__in=shown)
        .values("session_id")
        .annotate(standing=standing, regions=Count("region", distinct=True))
    )
    numbers = {one["session_id"]: (one["standing"], one["regions"]) for one in counted}
    return [_row(one, *numbers.get(one.id, (0, 0))) for one in shown]


def _row(one: Session, notes: int, regions: int) -> SessionRow:
    return SessionRow(
        one.id,
        one.title,
        one.portfolio,
        one.question,
        one.held_at,
        Stage(one.stage),
        one.created_at,
        notes,
        regions,
    )


def _key(session: Session) -> str:
    return f"{session.created_at.astimezone(UTC):%Y%m%dT%H%M%S.%f}-{session.id.hex}"


def _beyond(key: str, way: str) -> Q:
    """Return the condition that a row lies beyond the row with this key."""
    moment, _dash, hexed = key.partition("-")
    try:
        at = datetime.strptime(moment, "%Y%m%dT%H%M%S.%f").replace(tzinfo=UTC)
        pk = UUID(hexed)
    except ValueError:
        raise Invalid(_("Deze plek in de lijst bestaat niet. Begin vooraan.")) from None
    return Q(**{f"created_at__{way}e": at}) & (
        Q(**{f"created_at__{way}": at}) | Q(**{f"id__{way}": pk})
    )
