"""Begin a session, invite to it, and lead it from stage to stage."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from wegwijzer.exploration.models import Ballot, PersonInvitation, Session
from wegwijzer.exploration.rules import sessions
from wegwijzer.exploration.rules.sessions import Setup, Stage
from wegwijzer.exploration.storing import changed, fill, invite, led, put_people
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record


@acting
def open_session(actor: Actor, setup: Setup, *, now: datetime) -> UUID:
    """Begin a session as its chair; return its id. Only the chairs see it until it starts."""
    sessions.check_opener(actor)
    sessions.check_setup(setup)
    session = Session(opened_by=actor.person_id, created_at=now)
    fill(session, setup)
    session.save()
    invite(session, setup)
    put_people(session, [actor.person_id], chair=True)
    record(actor, "exploration.open_session", f"exploration:{session.id}", now=now)
    return session.id


@acting
def change_session(actor: Actor, session_id: UUID, setup: Setup, *, now: datetime) -> None:
    """Change what the chairs decided; the rules of voting stand once voting has begun."""
    session, _circle = led(actor, session_id)
    sessions.check_setup(setup)
    if session.stage not in (Stage.PREPARED, Stage.COLLECTING, Stage.CLUSTERING):
        raise Conflict(_("De stemming is begonnen. De opzet ligt nu vast."))
    gone = {kind["slug"] for kind in session.kinds} - {kind.slug for kind in setup.kinds}
    if session.notes.filter(kind__in=gone).exists():
        raise Conflict(_("Er zijn al notities van een soort die u weglaat. Laat die soort staan."))
    fill(session, setup)
    session.version += 1
    session.save()
    invite(session, setup)
    record(actor, "exploration.change_session", f"exploration:{session.id}", now=now)


@acting
def invite_people(
    actor: Actor,
    session_id: UUID,
    person_ids: Collection[UUID],
    *,
    now: datetime,
    chair: bool = False,
) -> None:
    """Ask persons to take part, or to lead together; as long as the session runs."""
    session, _circle = led(actor, session_id)
    _check_running(session)
    put_people(session, person_ids, chair=chair)
    changed(session)
    record(actor, "exploration.invite_people", f"exploration:{session.id}", now=now,
           people=list(person_ids), chair=chair)  # fmt: skip


@acting
def uninvite_person(actor: Actor, session_id: UUID, person_id: UUID, *, now: datetime) -> None:
    """Take back an invitation; what that person wrote stays."""
    session, _circle = led(actor, session_id)
    _check_running(session)
    PersonInvitation.objects.filter(session=session, person_id=person_id).delete()
    changed(session)
    record(actor, "exploration.uninvite_person", f"exploration:{session.id}", now=now,
           person=person_id)  # fmt: skip


@acting
def move_stage(
    actor: Actor, session_id: UUID, to: Stage, *, seen: Stage, now: datetime
) -> None:  # fmt: skip
    """Lead a session to another stage; ``seen`` is the stage that the chair looked at."""
    session, _circle = led(actor, session_id)
    if session.stage != seen:
        raise Conflict(_("Een andere voorzitter heeft de fase intussen veranderd. Kijk opnieuw."))
    votes = Ballot.objects.filter(session=session, dots__isnull=False).count()
    clusters = session.clusters.filter(merged_into__isnull=True).count()
    sessions.check_move(Stage(session.stage), to, votes=votes, clusters=clusters)
    session.stage = to
    if to is Stage.CLOSED:
        session.closed_at = now
    changed(session, "stage", "closed_at")
    record(actor, "exploration.move_stage", f"exploration:{session.id}", now=now,
           seen=seen, to=to)  # fmt: skip


@acting
def write_conclusion(actor: Actor, session_id: UUID, text: str, *, now: datetime) -> None:
    """Write what the chairs conclude; it stands in the minutes."""
    session, _circle = led(actor, session_id)
    if session.stage == Stage.CLOSED:
        raise Conflict(_("De verkenning is afgesloten; het verslag ligt vast."))
    session.conclusion = text.strip()
    changed(session, "conclusion")
    record(actor, "exploration.write_conclusion", f"exploration:{session.id}", now=now)


def _check_running(session: Session) -> None:
    if session.stage == Stage.CLOSED:
        raise Conflict(_("De verkenning is afgesloten. Uitnodigen heeft geen zin meer."))
