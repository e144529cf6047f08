"""Who may see which signal: what the law must know of an actor and of a signal."""

from dataclasses import dataclass
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.verdict import Verdict
from wegwijzer.law.access import (
    SIGNAL_CIRCLES,
    Circle,
    SignalFacts,
    SignalState,
    Viewer,
    Work,
    may_see_signal,
)
from wegwijzer.network.rules import Role, work_of
from wegwijzer.signals.rules.states import Status

# How far each state is, in the words of the law.
STATE_OF: dict[Status, SignalState] = {
    Status.DRAFT: SignalState.DRAFT,
    Status.SUBMITTED: SignalState.AT_INTAKE,
    Status.RETURNED: SignalState.AT_INTAKE,
    Status.IN_WEIGHING: SignalState.AT_TABLE,
    Status.ACCEPTED: SignalState.ACCEPTED,
    Status.LINKED: SignalState.IN_DOSSIER,
    Status.REJECTED: SignalState.ENDED,
    Status.REFERRED: SignalState.ENDED,
    Status.MERGED: SignalState.ENDED,
    Status.OUT_OF_PURPOSE: SignalState.ENDED,
    Status.DESTROYED: SignalState.DESTROYED,
}


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What decides who may see a signal."""

    region_id: UUID
    participant_id: UUID
    status: Status


def viewer_of(actor: Actor) -> Viewer:
    """Return the actor as the law sees one who looks."""
    return Viewer(
        participant=actor.participant_id,
        person=actor.person_id,
        region=actor.region_id,
        work=work_of(actor.roles),
        coordinates_signals=actor.has(Role.SIGNAL_COORDINATOR),
        weighs_signals=actor.has(Role.WEIGHING_MEMBER),
        directs_cases=actor.has(Role.CASE_DIRECTOR),
    )


def may_see(actor: Actor, signal: Whereabouts) -> Verdict:
    """Judge whether the actor may see the signal, outside the dossier that it may have led to."""
    facts = SignalFacts(signal.participant_id, signal.region_id, STATE_OF[signal.status])
    return may_see_signal(viewer_of(actor), facts)


def statuses_seen_in(*circles: Circle) -> frozenset[Status]:
    """Return the states in which a signal is seen from at least one of these circles."""
    return frozenset(
        status
        for status, state in STATE_OF.items()
        if not SIGNAL_CIRCLES[state].isdisjoint(circles)
    )


def seen_of_others(actor: Actor) -> frozenset[Status]:
    """Return the states in which the actor sees the signals of other participants of the region."""
    viewer = viewer_of(actor)
    if Work.PROCESSING not in viewer.work:
        return frozenset()
    inside = {
        Circle.COORDINATOR: viewer.coordinates_signals,
        Circle.TABLE: viewer.weighs_signals,
        Circle.DIRECTOR: viewer.directs_cases,
    }
    return statuses_seen_in(*(circle for circle, here in inside.items() if here))
