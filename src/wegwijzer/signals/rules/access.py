"""Who may see which signal: the own organ's, and what the table needs to weigh."""

from dataclasses import dataclass
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.network.rules import Role
from wegwijzer.signals.rules.states import Status

# The own organ follows its signals to the end.
OWN_ROLES = frozenset({Role.PARTNER_REPORTER, Role.WEIGHING_MEMBER})
OWN = frozenset(Status) - {Status.DESTROYED}
# The bureau sees what was submitted, the table what is or was on it, the director what is accepted.
SEEN_BY: dict[Role, frozenset[Status]] = {
    Role.SIGNAL_COORDINATOR: OWN - {Status.DRAFT},
    Role.WEIGHING_MEMBER: frozenset(
        {Status.IN_WEIGHING, Status.ACCEPTED, Status.MERGED, Status.LINKED}
    ),
    Role.CASE_DIRECTOR: frozenset({Status.ACCEPTED, Status.LINKED}),
    Role.INFORMATION_ANALYST: frozenset({Status.ACCEPTED, Status.LINKED}),
}


@dataclass(frozen=True, slots=True)
class SignalFacts:
    """What decides who may see a signal."""

    region_id: UUID
    participant_id: UUID
    status: Status


def seen_statuses(actor: Actor) -> frozenset[Status]:
    """Return in which states this actor sees the signals of every participant of the region."""
    return frozenset().union(*(seen for role, seen in SEEN_BY.items() if actor.has(role)))


def may_see(actor: Actor, signal: SignalFacts) -> bool:
    """Return whether the actor may know that this signal exists. Bron: Wgs art. 2.23 lid 1 en 2."""
    if signal.region_id != actor.region_id:
        return False
    own = signal.participant_id == actor.participant_id and actor.has(*OWN_ROLES)
    return (own and signal.status in OWN) or signal.status in seen_statuses(actor)
