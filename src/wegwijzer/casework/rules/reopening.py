"""Reopening a closed case: who proposes, who answers for a participant, and what is still missing.

Bron: Wgs art. 1.8 lid 7 en dossier § 5.3.
"""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from wegwijzer.casework.rules.access import Whereabouts, dossier_of, viewer_of
from wegwijzer.casework.rules.opening import OPENERS
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotAllowed
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.kernel.verdict import Verdict
from wegwijzer.law.access import may_know_ended_dossier
from wegwijzer.law.reopening import Capacity
from wegwijzer.network.rules import ROLE_LABELS, Role


class ReopeningStatus(StrEnum):
    """Where a proposal to reopen a case stands."""

    ASKED = "asked"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    REOPENED = "reopened"


REOPENING_LABELS = {
    ReopeningStatus.ASKED: _("Wacht op antwoord"),
    ReopeningStatus.REFUSED: _("Geweigerd"),
    ReopeningStatus.WITHDRAWN: _("Ingetrokken"),
    ReopeningStatus.REOPENED: _("Heropend"),
}
# Who speaks for a participant: at the table it decides, and who supplied keeps what is its own.
SPEAKERS = {
    Capacity.ORDER: Role.WEIGHING_MEMBER,
    Capacity.CONSENT: Role.DATA_SUPPLIER,
}


@dataclass(frozen=True, slots=True)
class Voice:
    """What one participant answers in one capacity; ``agrees`` is None until it answered."""

    participant_id: UUID
    capacity: Capacity
    agrees: bool | None = None


def may_know_closed_case(actor: Actor, case: Whereabouts) -> Verdict:
    """Judge whether the actor may know that a closed case exists. Bron: Wgs art. 1.8 lid 7."""
    return may_know_ended_dossier(viewer_of(actor), dossier_of(case))


def check_may_propose(actor: Actor) -> None:
    """Refuse anyone who could not open a case either."""
    if not actor.has(*OPENERS):
        raise NotAllowed(
            _("Alleen de weegtafel, de signaalcoördinator of een casusregisseur kan dit.")
        )


def may_speak(actor: Actor, participant_id: UUID, capacity: Capacity) -> bool:
    """Return whether the actor answers for the participant in this capacity."""
    return actor.participant_id == participant_id and actor.has(SPEAKERS[capacity])


def check_speaks(actor: Actor, capacity: Capacity) -> None:
    """Refuse who does not answer for its participant in this capacity."""
    role = SPEAKERS[capacity]
    if not actor.has(role):
        raise NotAllowed(
            _("Dit antwoord geeft iemand van uw deelnemer met de rol ‘%(role)s’."),
            role=ROLE_LABELS[role],
        )


def voices_needed(involved: frozenset[UUID], suppliers: frozenset[UUID]) -> tuple[Voice, ...]:
    """Return the answers that are needed: an order of each involved, a consent of each supplier."""
    orders = (Voice(one, Capacity.ORDER) for one in sorted(involved))
    consents = (Voice(one, Capacity.CONSENT) for one in sorted(suppliers))
    return (*orders, *consents)
