"""Opening a case: purpose, the participants that are needed, and who does the work."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid, NotAllowed
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.kernel.verdict import Verdict
from wegwijzer.law.conditions import condition, written
from wegwijzer.law.purpose import is_fixed_beforehand
from wegwijzer.network.rules import Role


class PartyKind(StrEnum):
    """As what somebody belongs to a case."""

    PARTICIPANT = "participant"
    DIRECTOR = "director"
    ANALYST = "analyst"


PARTY_LABELS = {
    PartyKind.PARTICIPANT: _("Betrokken deelnemer"),
    PartyKind.DIRECTOR: _("Casusregisseur"),
    PartyKind.ANALYST: _("Informatieanalist"),
}
# Which role somebody must hold to do this work.
STAFF_ROLES = {
    PartyKind.DIRECTOR: Role.CASE_DIRECTOR,
    PartyKind.ANALYST: Role.INFORMATION_ANALYST,
}
OPENERS = frozenset({Role.CASE_DIRECTOR, Role.SIGNAL_COORDINATOR, Role.WEIGHING_MEMBER})
FEWEST_PARTICIPANTS = 2


@dataclass(frozen=True, slots=True)
class Needed:
    """A participant that must be involved, on which ground of its own, and why.

    Bron: Wgs art. 2.23 lid 5 en art. 2.19 lid 1.
    """

    participant_id: UUID
    reason: str
    ground: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What a case needs before it opens. Bron: Wgs art. 1.8 lid 5 en 2.23 lid 4 en 5."""

    title: str
    purpose: str
    signal_ids: tuple[UUID, ...]
    participants: tuple[Needed, ...]
    director_id: UUID
    analyst_ids: tuple[UUID, ...] = ()


def check_may_open(actor: Actor) -> None:
    """Refuse anyone who does not sit at the table or directs cases."""
    if not actor.has(*OPENERS):
        raise NotAllowed(
            _("Alleen de weegtafel, de signaalcoördinator of een casusregisseur opent een casus.")
        )


def may_open(opening: Opening) -> Verdict:
    """Judge whether a case may open. Bron: Wgs art. 1.8 lid 5, 2.18 en 2.23 lid 4 en 5."""
    fixed = is_fixed_beforehand(opening.purpose)
    organs = {needed.participant_id for needed in opening.participants}
    return fixed & Verdict(
        _("Een casus openen"),
        (
            condition(
                "signal",
                opening.signal_ids != (),
                _("Er is een aanvaard signaal"),
                "Wgs art. 2.23 lid 4",
                _("Kies ten minste één aanvaard signaal."),
            ),
            condition(
                "involved",
                len(organs) >= FEWEST_PARTICIPANTS,
                _("Ten minste twee deelnemers zijn nodig"),
                "Wgs art. 2.23 lid 5",
                _("Kies de deelnemers die bij deze casus nodig zijn; samen werkt u met meer."),
            ),
            condition(
                "reasons",
                all(written(needed.reason) for needed in opening.participants),
                _("Van elke deelnemer is gezegd waarom die nodig is"),
                "Wgs art. 2.23 lid 5",
                _("Schrijf bij elke deelnemer in een zin waarom die nodig is."),
            ),
        ),
    )


def check_title(title: str) -> str:
    """Return the title, or refuse one that is empty or too long."""
    title = " ".join(title.split())
    if not 3 <= len(title) <= 120:
        raise Invalid(_("Geef de casus een titel van 3 tot 120 tekens."), field="title")
    return title


def check_reason(reason: str, *, field: str = "reason") -> str:
    """Return the reason, or refuse one that nobody can read."""
    reason = reason.strip()
    if not written(reason) or len(reason) > 2_000:
        raise Invalid(_("Schrijf in een of twee zinnen waarom."), field=field)
    return reason


def number_of(region_code: str, year: int, count: int) -> str:
    """Return the number by which people call a case."""
    return f"{region_code}-C-{year}-{count:04d}"
