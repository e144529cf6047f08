"""Goals, portfolios and assignments: who commissions, who carries out, what may follow."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.network.rules import Role


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


class AssignmentState(StrEnum):
    """Where an assignment stands between commissioner and contractor."""

    DRAFTED = "drafted"
    AGREED = "agreed"
    RUNNING = "running"
    DELIVERED = "delivered"
    RETURNED = "returned"
    ACCEPTED = "accepted"


ASSIGNMENT_STATE_LABELS = {
    AssignmentState.DRAFTED: _("Opgesteld"),
    AssignmentState.AGREED: _("Afgesproken"),
    AssignmentState.RUNNING: _("Loopt"),
    AssignmentState.DELIVERED: _("Opgeleverd"),
    AssignmentState.RETURNED: _("Teruggegeven"),
    AssignmentState.ACCEPTED: _("Aanvaard"),
}
_ASSIGNMENT_BEFORE = {
    AssignmentState.AGREED: AssignmentState.DRAFTED,
    AssignmentState.RUNNING: AssignmentState.AGREED,
    AssignmentState.DELIVERED: AssignmentState.RUNNING,
    AssignmentState.ACCEPTED: AssignmentState.DELIVERED,
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
    ResultKind.BRAND: _("Merk"),
    ResultKind.OTHER: _("Ander resultaat"),
}

COMMISSIONERS = frozenset({Role.HEADS_COUNCIL, Role.LIEC_STAFF})
CONTRACTORS = frozenset(
    {Role.RIEC_HEAD, Role.PORTFOLIO_LEAD, Role.PROJECT_LEAD, Role.LIEC_STAFF, Role.HEADS_COUNCIL}
)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentContent:
    """What the heads council asks of a contractor, what it expects, and what it may cost."""

    title: str
    expected: str
    contractor: str
    carried_out_by: str = ""
    funding: str = ""
    budget: Decimal | None = None
    region_id: UUID | None = None


def check_commissions(actor: Actor) -> None:
    """Refuse who does not commission portfolios, nor writes for those who do."""
    if not actor.has(*COMMISSIONERS, "system"):
        raise NotAllowed(
            _("Het hoofdenoverleg geeft opdrachten en aanvaardt resultaten. U kunt ze lezen.")
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


def check_move(state: PortfolioState, to: PortfolioState) -> None:
    """Refuse to take a portfolio where it can't go from here."""
    if to not in _PORTFOLIO_NEXT[state]:
        raise Conflict(_("Deze stap past niet bij waar de portefeuille nu staat."))


def next_states(state: PortfolioState) -> list[PortfolioState]:
    """Return where a portfolio can go from here."""
    return [one for one in PortfolioState if one in _PORTFOLIO_NEXT[state]]


def check_result(content: ResultContent) -> None:
    """Refuse a result without words or without a year that can be."""
    if not content.text.strip():
        raise Invalid(_("Schrijf in een zin wat er is bereikt."), field="text")
    if not 2000 <= content.year <= 2100:
        raise Invalid(_("Kies een jaar tussen 2000 en 2100."), field="year")


def check_assignment(content: AssignmentContent) -> None:
    """Refuse an assignment of which nobody could say when it is done, or who does it."""
    if not content.title.strip():
        raise Invalid(_("Geef de opdracht een titel."), field="title")
    if not content.expected.strip():
        raise Invalid(_("Zeg welk resultaat u verwacht."), field="expected")
    if not content.contractor.strip():
        raise Invalid(_("Noem de opdrachtnemer."), field="contractor")


def check_step(state: AssignmentState, to: AssignmentState) -> None:
    """Refuse a step of an assignment that comes before the one before it."""
    if _ASSIGNMENT_BEFORE.get(to) is not state:
        raise Conflict(_("Deze stap past niet bij waar de opdracht nu staat."))
