"""The way of a yearly report and of its chapters: which step leads where, and who may take it."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.network.rules import Role


class ReportKind(StrEnum):
    """For whom a report speaks."""

    REGION = "region"
    NETWORK = "network"
    PUBLIC = "public"


KIND_LABELS = {
    ReportKind.REGION: _("Van een regio"),
    ReportKind.NETWORK: _("Van het netwerk"),
    ReportKind.PUBLIC: _("Openbaar verslag"),
}


class Status(StrEnum):
    """Where a report stands."""

    COLLECTING = "collecting"
    WRITING = "writing"
    REVIEW = "review"
    APPROVED = "approved"
    FROZEN = "frozen"


STATUS_LABELS = {
    Status.COLLECTING: _("Verzamelen"),
    Status.WRITING: _("Schrijven"),
    Status.REVIEW: _("Nalezen"),
    Status.APPROVED: _("Vastgesteld"),
    Status.FROZEN: _("Bevroren"),
}
# In which states texts may change.
OPEN = frozenset({Status.COLLECTING, Status.WRITING, Status.REVIEW})


class Event(StrEnum):
    """What happens to a report."""

    WRITE = "write"
    REVIEW = "review"
    RETURN = "return"
    APPROVE = "approve"
    REOPEN = "reopen"
    FREEZE = "freeze"
    CORRECT = "correct"


EVENT_LABELS = {
    Event.WRITE: _("Beginnen met schrijven"),
    Event.REVIEW: _("Laten nalezen"),
    Event.RETURN: _("Terug naar schrijven"),
    Event.APPROVE: _("Vaststellen"),
    Event.REOPEN: _("Vaststelling intrekken"),
    Event.FREEZE: _("Bevriezen"),
    Event.CORRECT: _("Nieuwe editie maken"),
}

WRITERS = frozenset({Role.PORTFOLIO_LEAD, Role.PROJECT_LEAD, Role.LIEC_STAFF, Role.RIEC_HEAD})


NOT_A_WRITER = _(
    "Hieraan schrijven RIEC-hoofden, portefeuillehouders, projectleiders en medewerkers van het "
    "LIEC."
)


class Part(StrEnum):
    """Who takes a step: somebody who writes, or who decides for the region or the network."""

    WRITER = "writer"
    APPROVER = "approver"


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the state table."""

    event: Event
    source: Status
    target: Status
    part: Part
    needs_reason: bool = False


STEPS = (
    Step(Event.WRITE, Status.COLLECTING, Status.WRITING, Part.WRITER),
    Step(Event.REVIEW, Status.WRITING, Status.REVIEW, Part.WRITER),
    Step(Event.RETURN, Status.REVIEW, Status.WRITING, Part.WRITER, needs_reason=True),
    Step(Event.APPROVE, Status.REVIEW, Status.APPROVED, Part.APPROVER),
    Step(Event.REOPEN, Status.APPROVED, Status.REVIEW, Part.APPROVER, needs_reason=True),
    Step(Event.FREEZE, Status.APPROVED, Status.FROZEN, Part.APPROVER),
    Step(Event.CORRECT, Status.FROZEN, Status.WRITING, Part.APPROVER, needs_reason=True),
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Of whom a report is: its kind and, for a regional one, its region."""

    kind: ReportKind
    region_id: UUID | None


def check_scope(scope: Scope) -> None:
    """Refuse a regional report without a region, and another one with."""
    if (scope.kind is ReportKind.REGION) != (scope.region_id is not None):
        raise Invalid(_("Kies een regio, alleen bij het verslag van een regio."), field="region")


def may_write(actor: Actor, scope: Scope) -> bool:
    """Return whether the actor writes in this report; a regional one is written in the region."""
    if actor.has("system"):
        return True
    return actor.has(*WRITERS) and scope.region_id in (None, actor.region_id)


def may_approve(actor: Actor, scope: Scope) -> bool:
    """Return whether the actor decides on this report.

    The head of the region decides on that of the region, the heads council on that of the network
    and on the public one.
    """
    if actor.has("system"):
        return True
    if scope.kind is ReportKind.REGION:
        return actor.has(Role.RIEC_HEAD) and actor.region_id == scope.region_id
    return actor.has(Role.HEADS_COUNCIL)


def may_see(actor: Actor, scope: Scope, *, frozen_before: bool) -> bool:
    """Return whether a report may be read; a region shows its own only once there's an edition."""
    is_shared = scope.kind is not ReportKind.REGION or frozen_before
    return is_shared or actor.has("system") or scope.region_id == actor.region_id


def check_writer(actor: Actor, scope: Scope) -> None:
    """Refuse who neither writes in this report nor decides on it."""
    if not (may_write(actor, scope) or may_approve(actor, scope)):
        raise NotAllowed(NOT_A_WRITER)


def _may_take(actor: Actor, scope: Scope, part: Part) -> bool:
    decides = may_approve(actor, scope)
    return decides if part is Part.APPROVER else decides or may_write(actor, scope)


def steps_for(actor: Actor, scope: Scope, status: Status) -> tuple[Step, ...]:
    """Return the steps that this actor can take from here."""
    return tuple(one for one in STEPS if one.source is status and _may_take(actor, scope, one.part))


def find_step(event: Event, status: Status) -> Step | None:
    """Return the row of the state table, or None when the event can't happen here."""
    return next((one for one in STEPS if (one.event, one.source) == (event, status)), None)


def check_step(
    actor: Actor, scope: Scope, status: Status, event: Event, *, reason: str = ""
) -> Step:
    """Return the step, or refuse it: not from here, not by this actor, not without a reason."""
    step = find_step(event, status)
    if step is None:
        raise Conflict(_("Deze stap past niet bij waar het jaarverslag nu staat."))
    if not _may_take(actor, scope, step.part):
        raise NotAllowed(
            _("Dit besluit is aan het hoofd van de regio, of aan het hoofdenoverleg.")
            if step.part is Part.APPROVER
            else NOT_A_WRITER
        )
    if step.needs_reason and not reason.strip():
        raise Invalid(_("Geef de reden. Lezers van het verslag zien die."), field="reason")
    return step


def check_open(status: Status) -> None:
    """Refuse to change what has been approved."""
    if status not in OPEN:
        raise Conflict(_("Dit jaarverslag ligt vast. Trek de vaststelling in of maak een nieuwe "
                         "editie om iets te wijzigen."))  # fmt: skip
