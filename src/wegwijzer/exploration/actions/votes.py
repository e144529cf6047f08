"""Vote with dots, and turn what was chosen into focus and objectives."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from wegwijzer.exploration.models import Ballot, Cluster, Dots, Focus, Note, Objective, Session
from wegwijzer.exploration.rules import sessions, votes
from wegwijzer.exploration.rules.sessions import Stage, Voters
from wegwijzer.exploration.storing import changed, cluster_in, found, led
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record


@acting
def cast_ballot(
    actor: Actor, session_id: UUID, given: Mapping[UUID, int], *, version: int, now: datetime
) -> None:
    """Fill in or change the ballot of the actor or of their region, while voting is open.

    ``version`` is that of the ballot that the voter looked at, 0 for an empty one.
    """
    session, circle = found(actor, session_id, locked=True)
    sessions.check_voice(actor, circle)
    votes.check_voting(Stage(session.stage))
    for cluster_id in given:
        cluster_in(session, cluster_id)
    votes.check_ballot(given, dots=session.dots, most_per_cluster=session.most_per_cluster)
    ballot = _ballot(session, actor, version)
    ballot.cast_by, ballot.cast_at, ballot.version = actor.person_id, now, version + 1
    ballot.save()
    ballot.dots.all().delete()
    Dots.objects.bulk_create(
        Dots(ballot=ballot, cluster_id=one, number=number)
        for one, number in sorted(given.items())
        if number
    )
    changed(session)
    record(actor, "exploration.cast_ballot", f"exploration:{session.id}", now=now,
           ballot=ballot.id, version=ballot.version)  # fmt: skip


def _ballot(session: Session, actor: Actor, version: int) -> Ballot:
    """Return the ballot as the voter saw it; refuse when somebody filled it in meanwhile."""
    voter = votes.voter_of(actor, Voters(session.voters))
    ballot = Ballot.objects.filter(session=session, voter_id=voter).first()
    if (ballot.version if ballot else 0) != version:
        raise Conflict(
            _("Dit stembiljet is intussen ook ergens anders ingevuld, door u of door een collega "
              "van uw regio. Hieronder staat wat nu is bewaard; wijzig het zo nodig.")
        )  # fmt: skip
    return ballot or Ballot(session=session, voter_id=voter)


@acting
def state_focus(
    actor: Actor,
    session_id: UUID,
    statement: str,
    cluster_ids: Collection[UUID],
    *,
    now: datetime,
    focus_id: UUID | None = None,
) -> UUID:
    """State a focus, or change one, from the clusters it comes from; return its id."""
    session, _circle = led(actor, session_id)
    votes.check_focusing(Stage(session.stage))
    votes.check_statement(statement, "statement")
    if not cluster_ids:
        raise Invalid(_("Kies het cluster waar deze focus uit volgt."), field="clusters")
    clusters: list[Cluster] = [cluster_in(session, one) for one in cluster_ids]
    focus = _focus(session, focus_id) if focus_id else Focus(session=session, created_at=now)
    focus.statement = statement.strip()
    focus.save()
    focus.clusters.set(clusters)
    votes.check_line_kept(_note_outside(focus, clusters))
    changed(session)
    record(actor, "exploration.state_focus", f"exploration:{session.id}", now=now,
           focus=focus.id, clusters=list(cluster_ids))  # fmt: skip
    return focus.id


@acting
def drop_focus(actor: Actor, session_id: UUID, focus_id: UUID, *, now: datetime) -> None:
    """Take back a focus, with its objectives, before the session is closed."""
    session, _circle = led(actor, session_id)
    votes.check_focusing(Stage(session.stage))
    _focus(session, focus_id).delete()
    changed(session)
    record(actor, "exploration.drop_focus", f"exploration:{session.id}", now=now, focus=focus_id)


@acting
def add_objective(
    actor: Actor,
    session_id: UUID,
    focus_id: UUID,
    text: str,
    *,
    now: datetime,
    note_ids: Collection[UUID] = (),
) -> UUID:
    """Set an objective for a focus, from the notes it names or from all of it; return its id."""
    session, _circle = led(actor, session_id)
    focus = _focus(session, focus_id)
    objective = Objective(focus=focus, created_at=now)
    _put_objective(session, objective, text, note_ids)
    changed(session)
    record(actor, "exploration.add_objective", f"exploration:{session.id}", now=now,
           focus=focus_id, objective=objective.id, notes=list(note_ids))  # fmt: skip
    return objective.id


@acting
def change_objective(
    actor: Actor,
    session_id: UUID,
    objective_id: UUID,
    text: str,
    *,
    now: datetime,
    note_ids: Collection[UUID] = (),
) -> None:
    """Say an objective better, or lead it back to other notes, before the session is closed."""
    session, _circle = led(actor, session_id)
    rows = Objective.objects.select_related("focus")
    objective = rows.filter(id=objective_id, focus__session=session).first()
    if objective is None:
        raise NotFound
    _put_objective(session, objective, text, note_ids)
    changed(session)
    record(actor, "exploration.change_objective", f"exploration:{session.id}", now=now,
           objective=objective_id, notes=list(note_ids))  # fmt: skip


@acting
def drop_objective(actor: Actor, session_id: UUID, objective_id: UUID, *, now: datetime) -> None:
    """Take back an objective, before the session is closed."""
    session, _circle = led(actor, session_id)
    votes.check_focusing(Stage(session.stage))
    if not Objective.objects.filter(id=objective_id, focus__session=session).delete()[0]:
        raise NotFound
    changed(session)
    record(actor, "exploration.drop_objective", f"exploration:{session.id}", now=now,
           objective=objective_id)  # fmt: skip


def _put_objective(
    session: Session, objective: Objective, text: str, note_ids: Collection[UUID]
) -> None:
    votes.check_focusing(Stage(session.stage))
    votes.check_statement(text, "text")
    in_focus = Note.objects.filter(
        cluster__in=objective.focus.clusters.all(), merged_into__isnull=True
    )
    named = list(in_focus.filter(id__in=note_ids))
    votes.check_line(note_ids, [note.id for note in named])
    objective.text = text.strip()
    objective.save()
    objective.notes.set(named)


def _note_outside(focus: Focus, clusters: Collection[Cluster]) -> str | None:
    """Return a note that an objective of a focus names and that lies in none of these clusters."""
    named = Note.objects.filter(objectives__focus=focus).exclude(cluster__in=clusters)
    return named.order_by("created_at", "id").values_list("text", flat=True).first()


def _focus(session: Session, focus_id: UUID) -> Focus:
    focus = Focus.objects.filter(session=session, id=focus_id).first()
    if focus is None:
        raise NotFound
    return focus
