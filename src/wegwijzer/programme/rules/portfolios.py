"""Goals, portfolios and results: who commissions, who carries out, what may follow."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.network.rules import Role
from wegwijzer.programme.rules.assignments import COMMISSIONED, OPEN, AssignmentState


class PortfolioState(StrEnum):
    """Where a portfolio stands."""

    EXPLORING = "exploring"
    PREPARING = "preparing"
    RUNNING = "running"
    EVALUATED = "evaluated"
    ENDED = "ended"


PORTFOLIO_STATE_LABELS = {
    PortfolioState.EXPLORING: _("Verkennen"),
    PortfolioState.PREPARING: _("Voorbereiden"),
    PortfolioState.RUNNING: _("Loopt"),
    PortfolioState.EVALUATED: _("Geëvalueerd"),
    PortfolioState.ENDED: _("Beëindigd"),
}
_PORTFOLIO_NEXT = {
    PortfolioState.EXPLORING: {PortfolioState.PREPARING, PortfolioState.ENDED},
    PortfolioState.PREPARING: {PortfolioState.RUNNING, PortfolioState.ENDED},
    PortfolioState.RUNNING: {PortfolioState.EVALUATED, PortfolioState.ENDED},
    PortfolioState.EVALUATED: {PortfolioState.RUNNING, PortfolioState.ENDED},
    PortfolioState.ENDED: set[PortfolioState](),
}


class ResultKind(StrEnum):
    """What a portfolio brought about."""

    TRAINING_DESCRIPTION = "training_description"
    FUNDING = "funding"
    INVENTORY = "inventory"
    DEFINITION = "definition"
    DECISION = "decision"
    AWARENESS = "awareness"
    INSTRUMENT = "instrument"
    METHOD = "method"
    BRAND = "brand"
    OTHER = "other"


RESULT_KIND_LABELS = {
    ResultKind.TRAINING_DESCRIPTION: _("Opleiding beschreven"),
    ResultKind.FUNDING: _("Financiering"),
    ResultKind.INVENTORY: _("Inventarisatie"),
    ResultKind.DEFINITION: _("Definitie"),
    ResultKind.DECISION: _("Besluit"),
    ResultKind.AWARENESS: _("Bewustwording"),
    ResultKind.INSTRUMENT: _("Instrument"),
    ResultKind.METHOD: _("Methode"),
    ResultKind.BRAND: _("Merkidentiteit"),
    ResultKind.OTHER: _("Ander resultaat"),
}

COMMISSIONERS = frozenset({Role.HEADS_COUNCIL})
# The council asks and decides; the national centre keeps its papers and its list of portfolios.
KEEPERS = COMMISSIONERS | {Role.LIEC_STAFF}
CONTRACTORS = frozenset(
    {Role.RIEC_HEAD, Role.PORTFOLIO_LEAD, Role.PROJECT_LEAD, Role.LIEC_STAFF, Role.HEADS_COUNCIL}
)
# What says why a portfolio went where it is, in words that can be read years later.
_EXPLAINED = frozenset({PortfolioState.EVALUATED, PortfolioState.ENDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalContent:
    """A strategic goal: what it is called, why, and for whom."""

    slug: str
    name: str
    why: str = ""
    target_groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioContent:
    """A portfolio: what it works towards, and with whom."""

    slug: str
    name: str
    aim: str = ""
    partners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultContent:
    """What was reached in a year; ``evidence`` says where it can be seen."""

    kind: ResultKind
    year: int
    text: str
    evidence: str = ""
    objective_id: UUID | None = None


def check_commissions(actor: Actor) -> None:
    """Refuse who does not sit in the heads council: only the council commissions."""
    if not actor.has(*COMMISSIONERS, "system"):
        raise NotAllowed(
            _(
                "Alleen leden van het hoofdenoverleg geven opdrachten, aanvaarden resultaten en "
                "wijzigen de stand van een portefeuille. U kunt ze lezen."
            )
        )


def check_keeps(actor: Actor) -> None:
    """Refuse who neither sits in the heads council nor is its secretary."""
    if not actor.has(*KEEPERS, "system"):
        raise NotAllowed(
            _(
                "Het hoofdenoverleg en medewerkers van het LIEC voegen doelen en portefeuilles "
                "toe. U kunt ze lezen."
            )
        )


def check_contracts(actor: Actor) -> None:
    """Refuse who does not carry out a portfolio."""
    if not actor.has(*CONTRACTORS, "system"):
        raise NotAllowed(
            _("Wie een portefeuille uitvoert, houdt haar bij. Met uw rol leest u haar.")
        )


def check_named(slug: str, name: str) -> None:
    """Refuse a goal or a portfolio that can't be found by an address or a name."""
    if not slug or not name.strip():
        raise Invalid(_("Geef een naam."), field="name")


def check_begins(actor: Actor, state: PortfolioState) -> None:
    """Refuse a new portfolio that skips exploring; only a source that is read in knows better."""
    if state is not PortfolioState.EXPLORING and not actor.has("system"):
        raise Conflict(_("Een portefeuille begint met verkennen. Wijzig daarna haar stand."))


def check_move(
    state: PortfolioState,
    to: PortfolioState,
    *,
    note: str,
    assignments: Iterable[AssignmentState],
) -> None:
    """Refuse to take a portfolio where it can't go from here, or before what it takes is there.

    It runs on an assignment that was agreed; it is not ended while an assignment is open; what
    was evaluated, and why it ended, is said in words.
    """
    if to not in _PORTFOLIO_NEXT[state]:
        raise Conflict(_("Deze stap past niet bij waar de portefeuille nu staat."))
    if to in _EXPLAINED and not note.strip():
        raise Invalid(
            _("Schrijf op wat de evaluatie zegt, of waarom de portefeuille eindigt."), field="note"
        )
    states = set(assignments)
    if to is PortfolioState.RUNNING and not states & COMMISSIONED:
        raise Conflict(
            _("Er is nog geen opdracht afgesproken. Laat het hoofdenoverleg er een geven.")
        )
    if to is PortfolioState.ENDED and states & OPEN:
        raise Conflict(_("Er loopt nog een opdracht. Laat haar eerst opleveren en aanvaarden."))


def next_states(state: PortfolioState) -> list[PortfolioState]:
    """Return where a portfolio can go from here."""
    return [one for one in PortfolioState if one in _PORTFOLIO_NEXT[state]]


def check_result(content: ResultContent) -> None:
    """Refuse a result without words or without a year that can be."""
    if not content.text.strip():
        raise Invalid(_("Schrijf in een zin wat er is bereikt."), field="text")
    if not 2000 <= content.year <= 2100:
        raise Invalid(_("Kies een jaar tussen 2000 en 2100."), field="year")
