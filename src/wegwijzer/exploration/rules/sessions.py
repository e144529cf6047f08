"""A session: its stages, who leads it, who takes part, and what may be done when."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.network.rules import MANAGERS, Role


class Stage(StrEnum):
    """How far a session is."""

    PREPARED = "prepared"
    COLLECTING = "collecting"
    CLUSTERING = "clustering"
    VOTING = "voting"
    FOCUSING = "focusing"
    CLOSED = "closed"


STAGE_LABELS = {
    Stage.PREPARED: _("Voorbereiden"),
    Stage.COLLECTING: _("Verzamelen"),
    Stage.CLUSTERING: _("Ordenen"),
    Stage.VOTING: _("Stemmen"),
    Stage.FOCUSING: _("Focus bepalen"),
    Stage.CLOSED: _("Afgesloten"),
}
ORDER = tuple(Stage)
# From where to where. One may return while nothing is lost by it: a vote that was cast is never
# thrown away, and a closed session stays as it was.
MOVES: dict[Stage, frozenset[Stage]] = {
    Stage.PREPARED: frozenset({Stage.COLLECTING}),
    Stage.COLLECTING: frozenset({Stage.CLUSTERING}),
    Stage.CLUSTERING: frozenset({Stage.COLLECTING, Stage.VOTING}),
    Stage.VOTING: frozenset({Stage.CLUSTERING, Stage.FOCUSING}),
    Stage.FOCUSING: frozenset({Stage.CLOSED}),
    Stage.CLOSED: frozenset(),
}


class Voters(StrEnum):
    """Who has dots to give."""

    REGIONS = "regions"
    PARTICIPANTS = "participants"


VOTERS_LABELS = {
    Voters.REGIONS: _("Iedere regio heeft één stembiljet"),
    Voters.PARTICIPANTS: _("Iedere deelnemer heeft een eigen stembiljet"),
}

OPENERS = frozenset({Role.PORTFOLIO_LEAD, Role.RIEC_HEAD, Role.LIEC_STAFF, Role.PROJECT_LEAD})
# Who keeps the house in order, or looks whether it is in order, is no voice of a region.
_NO_VOICE = MANAGERS | {Role.SUPPORT_ENGINEER, Role.AUDITOR}
VOICES = frozenset(Role) - _NO_VOICE
MOST_DOTS, MOST_KINDS = 20, 6


@dataclass(frozen=True, slots=True)
class NoteKind:
    """A sort of note that a session asks for."""

    slug: str
    label: str


INITIATIVE = NoteKind("initiative", _("Lopend initiatief"))
OBSTACLE = NoteKind("obstacle", _("Knelpunt"))
USUAL_KINDS = (INITIATIVE, OBSTACLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What the chairs decide about a session."""

    title: str
    question: str
    portfolio: str = ""
    held_at: datetime | None = None
    kinds: tuple[NoteKind, ...] = USUAL_KINDS
    everybody_arranges: bool = False
    voters: Voters = Voters.REGIONS
    dots: int = 5
    most_per_cluster: int = 3
    open_to_all: bool = True
    region_ids: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Circle:
    """Who a session is for: those who lead it and those who were asked to come."""

    chairs: Set[UUID]
    open_to_all: bool
    region_ids: Set[UUID] = frozenset()
    person_ids: Set[UUID] = frozenset()


def may_open(actor: Actor) -> bool:
    """Return whether the actor may begin a session."""
    return actor.has(*OPENERS, "system")


def check_opener(actor: Actor) -> None:
    """Refuse who does not lead a part of the network's work."""
    if not may_open(actor):
        raise NotAllowed(
            _(
                "Een verkenning begint een RIEC-hoofd, portefeuillehouder, projectleider of "
                "medewerker van het LIEC. Vraag een van hen."
            )
        )


def is_chair(actor: Actor, circle: Circle) -> bool:
    """Return whether the actor leads the session."""
    return actor.person_id in circle.chairs or actor.has("system")


def is_invited(actor: Actor, circle: Circle) -> bool:
    """Return whether the session is for the actor."""
    return (
        is_chair(actor, circle)
        or circle.open_to_all
        or actor.region_id in circle.region_ids
        or actor.person_id in circle.person_ids
    )


def takes_part(actor: Actor, circle: Circle) -> bool:
    """Return whether the actor may speak in the session."""
    return is_chair(actor, circle) or (is_invited(actor, circle) and actor.has(*VOICES))


def may_see(actor: Actor, circle: Circle, stage: Stage) -> bool:
    """Return whether the actor may read: what is prepared only its chairs, what is closed all."""
    if stage is Stage.CLOSED or is_chair(actor, circle):
        return True
    return stage is not Stage.PREPARED and is_invited(actor, circle)


def check_chair(actor: Actor, circle: Circle) -> None:
    """Refuse who does not lead the session."""
    if not is_chair(actor, circle):
        raise NotAllowed(_("Dit doet een voorzitter van de verkenning. Vraag het een van hen."))


def check_voice(actor: Actor, circle: Circle) -> None:
    """Refuse who only looks on."""
    if not takes_part(actor, circle):
        raise NotAllowed(_("Met uw rol leest u deze verkenning, maar brengt u er niets in."))


def check_move(stage: Stage, to: Stage, *, votes: int, clusters: int) -> None:
    """Refuse a step that the state table doesn't have, or that would lose or skip something."""
    if to not in MOVES[stage]:
        raise Conflict(_("Van deze fase kan de verkenning niet naar die fase gaan."))
    if to is Stage.VOTING and clusters == 0:
        raise Conflict(_("Er is nog geen cluster om op te stemmen. Maak er eerst een."))
    if stage is Stage.VOTING and to is Stage.CLUSTERING and votes:
        raise Conflict(_("Er is al gestemd. Rond de stemming af; ordenen kan daarna niet meer."))


def next_stage(stage: Stage) -> Stage | None:
    """Return the stage that follows."""
    place = ORDER.index(stage) + 1
    return ORDER[place] if place < len(ORDER) else None


def earlier_stage(stage: Stage) -> Stage | None:
    """Return the stage to which one may return."""
    place = ORDER.index(stage)
    return next((one for one in MOVES[stage] if ORDER.index(one) < place), None)


def check_setup(setup: Setup) -> None:
    """Refuse a session that nobody would understand or that can't be voted in."""
    if not setup.title.strip():
        raise Invalid(_("Geef de verkenning een titel."), field="title")
    if not setup.question.strip():
        raise Invalid(_("Stel de vraag waarop de deelnemers antwoorden."), field="question")
    if not 1 <= len(setup.kinds) <= MOST_KINDS:
        raise Invalid(_("Vraag naar één tot zes soorten notities."), field="kinds")
    if len({kind.slug for kind in setup.kinds}) != len(setup.kinds):
        raise Invalid(_("Twee soorten notities heten hetzelfde."), field="kinds")
    if not 1 <= setup.dots <= MOST_DOTS:
        raise Invalid(_("Geef ieder stembiljet één tot twintig stippen."), field="dots")
    if not 1 <= setup.most_per_cluster <= setup.dots:
        raise Invalid(_("Op één cluster passen niet meer stippen dan er zijn."),
                      field="most_per_cluster")  # fmt: skip
