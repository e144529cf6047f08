"""An assignment: drafted, agreed, carried out, delivered, returned or accepted, and by whom."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.network.rules import Role


class AssignmentState(StrEnum):
    """Where an assignment stands between commissioner and contractor."""

    DRAFTED = "drafted"
    AGREED = "agreed"
    RUNNING = "running"
    DELIVERED = "delivered"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


ASSIGNMENT_STATE_LABELS = {
    AssignmentState.DRAFTED: _("Opgesteld"),
    AssignmentState.AGREED: _("Afgesproken"),
    AssignmentState.RUNNING: _("Loopt"),
    AssignmentState.DELIVERED: _("Opgeleverd"),
    AssignmentState.RETURNED: _("Teruggegeven"),
    AssignmentState.ACCEPTED: _("Aanvaard"),
    AssignmentState.WITHDRAWN: _("Ingetrokken"),
}
_FROM = {
    AssignmentState.AGREED: {AssignmentState.DRAFTED},
    AssignmentState.RUNNING: {AssignmentState.AGREED},
    AssignmentState.DELIVERED: {AssignmentState.RUNNING, AssignmentState.RETURNED},
    AssignmentState.RETURNED: {AssignmentState.DELIVERED},
    AssignmentState.ACCEPTED: {AssignmentState.DELIVERED},
    AssignmentState.WITHDRAWN: {
        AssignmentState.DRAFTED,
        AssignmentState.AGREED,
        AssignmentState.RUNNING,
        AssignmentState.RETURNED,
    },
}
# The steps that are the council's; the others are the contractor's. What was only drafted, who
# drafted it takes back; what was agreed on, the council does.
COUNCIL_STEPS = frozenset(
    {
        AssignmentState.AGREED,
        AssignmentState.RETURNED,
        AssignmentState.ACCEPTED,
        AssignmentState.WITHDRAWN,
    }
)
ENDED = frozenset({AssignmentState.ACCEPTED, AssignmentState.WITHDRAWN})
# What the council waits for, what the contractor works on, and both.
FOR_COUNCIL = frozenset({AssignmentState.DRAFTED, AssignmentState.DELIVERED})
FOR_CONTRACTOR = frozenset(
    {AssignmentState.AGREED, AssignmentState.RUNNING, AssignmentState.RETURNED}
)
OPEN = FOR_CONTRACTOR | {AssignmentState.DELIVERED}
COMMISSIONED = OPEN | {AssignmentState.ACCEPTED}
MOST = Decimal("9999999999.99")


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentContent:
    """What the heads council asks of a contractor, what it expects, and what it may cost.

    The contractor is a person; ``contractor`` in words is for a source that names nobody.
    """

    title: str
    expected: str
    contractor: str = ""
    contractor_id: UUID | None = None
    carried_out_by: str = ""
    funding: str = ""
    budget: Decimal | None = None
    due_date: date | None = None
    objective_ids: frozenset[UUID] = frozenset()


def may_draft(actor: Actor) -> bool:
    """Return whether the actor heads a region, or is the secretary of the council."""
    return actor.has(Role.RIEC_HEAD, Role.LIEC_STAFF, "system")


def may_carry_out(actor: Actor, contractor_id: UUID | None) -> bool:
    """Return whether the actor is the contractor, or the secretary who writes for one."""
    if actor.has(Role.LIEC_STAFF, "system"):
        return True
    return actor.has(Role.RIEC_HEAD) and actor.person_id == contractor_id


def check_drafts(actor: Actor, contractor_id: UUID | None) -> None:
    """Refuse who neither offers to carry an assignment out nor is the secretary of the council."""
    if not may_draft(actor):
        raise NotAllowed(
            _(
                "Een RIEC-hoofd of een medewerker van het LIEC stelt een opdracht op. "
                "Vraag een van hen; u kunt haar daarna lezen."
            )
        )
    if not may_carry_out(actor, contractor_id):
        raise NotAllowed(
            _(
                "U stelt een opdracht op die u zelf gaat uitvoeren. Voor een ander hoofd doet "
                "een medewerker van het LIEC dat."
            )
        )


def check_carries_out(actor: Actor, contractor_id: UUID | None) -> None:
    """Refuse who is not the contractor of this assignment, nor the secretary of the council."""
    if not may_carry_out(actor, contractor_id):
        raise NotAllowed(
            _(
                "Alleen de opdrachtnemer en medewerkers van het LIEC houden deze opdracht bij. "
                "U kunt haar lezen."
            )
        )


def may_commission_this(actor: Actor, contractor_id: UUID | None) -> bool:
    """Return whether the actor is of the council and doesn't carry this assignment out."""
    if not actor.has(Role.HEADS_COUNCIL, "system"):
        return False
    return contractor_id is None or actor.person_id != contractor_id


def check_commissions_this(actor: Actor, contractor_id: UUID | None) -> None:
    """Refuse who is not of the council, and the contractor: nobody accepts the own work."""
    if may_commission_this(actor, contractor_id):
        return
    if not actor.has(Role.HEADS_COUNCIL, "system"):
        raise NotAllowed(
            _(
                "Alleen leden van het hoofdenoverleg spreken een opdracht af, geven haar terug "
                "of aanvaarden haar. U kunt haar lezen."
            )
        )
    raise NotAllowed(
        _(
            "U voert deze opdracht zelf uit. Laat een ander lid van het hoofdenoverleg dit "
            "besluit vastleggen."
        )
    )


def may_name(
    actor: Actor,
    state: AssignmentState,
    contractor_id: UUID | None,
    leads: Container[UUID | None] = (),
) -> bool:
    """Return whether the actor names who carries out what is at this state.

    Where nobody is named the council does. After that the contractor hands over, or who leads the
    portfolio; the secretary writes down what the council decided.
    """
    if state in ENDED:
        return False
    if contractor_id is None and actor.has(Role.HEADS_COUNCIL):
        return True
    return may_carry_out(actor, contractor_id) or actor.person_id in leads


def check_names(
    actor: Actor,
    state: AssignmentState,
    contractor_id: UUID | None,
    leads: Container[UUID | None] = (),
) -> None:
    """Refuse another contractor to who has no say in it, and for work that is over."""
    if state in ENDED:
        raise Conflict(_("Deze opdracht is afgelopen; de opdrachtnemer blijft wie hij was."))
    if not may_name(actor, state, contractor_id, leads):
        raise NotAllowed(
            _(
                "De opdrachtnemer draagt de opdracht over, of de trekker van de portefeuille "
                "wijst een ander aan. Wilt u een andere opdrachtnemer, zet het dan op de agenda "
                "van het hoofdenoverleg; een medewerker van het LIEC legt het besluit vast."
            )
        )


def check_handed_over(contractor_id: UUID | None, to: UUID, reason: str) -> None:
    """Refuse to name who was named already, or another without saying why."""
    if contractor_id == to:
        raise Invalid(_("Dit hoofd voert de opdracht al uit. Kies een ander."), field="contractor")
    if contractor_id is not None and not reason.strip():
        raise Invalid(_("Zeg waarom een ander de opdracht uitvoert."), field="reason")


def check_assignment(content: AssignmentContent) -> None:
    """Refuse an assignment of which nobody could say when it is done, or who does it."""
    if not content.title.strip():
        raise Invalid(_("Geef de opdracht een titel."), field="title")
    if not content.expected.strip():
        raise Invalid(_("Zeg welk resultaat u verwacht."), field="expected")
    if content.contractor_id is None and not content.contractor.strip():
        raise Invalid(_("Kies welk RIEC-hoofd de opdracht uitvoert."), field="contractor")
    if content.budget is not None and not 0 <= content.budget <= MOST:
        raise Invalid(_("Geef een bedrag van nul euro of meer."), field="budget")


def check_changeable(state: AssignmentState) -> None:
    """Refuse to change the words of an assignment that the council agreed on."""
    if state is not AssignmentState.DRAFTED:
        raise Conflict(
            _("Deze opdracht is afgesproken en ligt vast. Stel een nieuwe op voor iets anders.")
        )


def check_step(
    state: AssignmentState, to: AssignmentState, *, note: str = "", is_named: bool = True
) -> None:
    """Refuse a step that doesn't follow, or without the words or the person it needs."""
    if state not in _FROM.get(to, set()):
        raise Conflict(_("Deze stap past niet bij waar de opdracht nu staat."))
    if to is AssignmentState.DELIVERED and not note.strip():
        raise Invalid(_("Zeg wat u oplevert."), field="delivery")
    if to is AssignmentState.RETURNED and not note.strip():
        raise Invalid(_("Zeg wat er nog aan het resultaat ontbreekt."), field="reason")
    if to is AssignmentState.WITHDRAWN and not note.strip():
        raise Invalid(_("Zeg waarom de opdracht wordt ingetrokken."), field="reason")
    if to is AssignmentState.AGREED and not is_named:
        raise Conflict(_("Noem eerst welk RIEC-hoofd de opdracht uitvoert."))


def next_steps(
    actor: Actor, state: AssignmentState, contractor_id: UUID | None
) -> list[AssignmentState]:
    """Return which steps of the contractor this actor can take now."""
    if not may_carry_out(actor, contractor_id):
        return []
    own = [to for to in AssignmentState if to not in COUNCIL_STEPS and state in _FROM.get(to, ())]
    return [*own, AssignmentState.WITHDRAWN] if state is AssignmentState.DRAFTED else own
