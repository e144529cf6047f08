"""Draft, agree on, carry out, deliver, return and accept an assignment; keep each step."""

from datetime import datetime
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record
from wegwijzer.network.queries import PersonRow, list_designations_of
from wegwijzer.network.rules import Role
from wegwijzer.programme.actions.course import check_serves
from wegwijzer.programme.models.course import Objective
from wegwijzer.programme.models.portfolios import (
    Assignment,
    AssignmentStep,
    ContractorChange,
    Portfolio,
)
from wegwijzer.programme.rules import assignments as rules
from wegwijzer.programme.rules.assignments import AssignmentContent, AssignmentState
from wegwijzer.programme.storing import leads_of


@acting
def draft_assignment(actor: Actor, slug: str, content: AssignmentContent, *, now: datetime) -> UUID:
    """Draft what the heads council could ask of a head; return the id."""
    rules.check_drafts(actor, content.contractor_id)
    rules.check_assignment(content)
    portfolio = Portfolio.objects.filter(slug=slug).first()
    if portfolio is None:
        raise NotFound
    assignment = Assignment(portfolio=portfolio)
    _put(assignment, content, now)
    _stepped(actor, assignment, "", now)
    record(actor, "programme.draft_assignment", f"assignment:{assignment.id}", now=now)
    return assignment.id


@acting
def change_assignment(
    actor: Actor, assignment_id: UUID, content: AssignmentContent, *, now: datetime
) -> None:
    """Change an assignment that the council did not agree on yet."""
    assignment = _locked(assignment_id)
    rules.check_carries_out(actor, assignment.contractor_person_id)
    rules.check_changeable(AssignmentState(assignment.state))
    rules.check_drafts(actor, content.contractor_id)
    rules.check_assignment(content)
    before = assignment.contractor
    _put(assignment, content, now)
    if assignment.contractor != before:
        _handed_over(actor, assignment, before, "", now)
    record(actor, "programme.change_assignment", f"assignment:{assignment_id}", now=now)


@acting
def name_contractor(
    actor: Actor, assignment_id: UUID, person_id: UUID, *, now: datetime, reason: str = ""
) -> None:
    """Name which head carries an assignment out; who did until then is kept, with the reason."""
    assignment = _locked(assignment_id)
    was, before = assignment.contractor_person_id, assignment.contractor
    leads = leads_of(assignment.portfolio_id, on=now.date())
    rules.check_names(actor, AssignmentState(assignment.state), was, leads)
    rules.check_handed_over(was, person_id, reason)
    _contract(assignment, person_id, now)
    assignment.changed_at = now
    assignment.save()
    _handed_over(actor, assignment, before, reason, now)
    record(actor, "programme.name_contractor", f"assignment:{assignment_id}", now=now,
           person=person_id, before=was)  # fmt: skip


@acting
def agree_assignment(actor: Actor, assignment_id: UUID, *, now: datetime, note: str = "") -> None:
    """Agree, as commissioner, on what was drafted."""
    _decide(actor, assignment_id, AssignmentState.AGREED, note, now)


@acting
def start_assignment(actor: Actor, assignment_id: UUID, *, now: datetime) -> None:
    """Start, as contractor, what was agreed."""
    _carry_out(actor, assignment_id, AssignmentState.RUNNING, "", now)


@acting
def deliver_assignment(actor: Actor, assignment_id: UUID, *, delivery: str, now: datetime) -> None:
    """Deliver, as contractor, what was asked, or what was returned; say what it became."""
    _carry_out(actor, assignment_id, AssignmentState.DELIVERED, delivery, now)


@acting
def return_assignment(actor: Actor, assignment_id: UUID, *, reason: str, now: datetime) -> None:
    """Return, as commissioner, what was delivered, and say what it lacks."""
    _decide(actor, assignment_id, AssignmentState.RETURNED, reason, now)


@acting
def accept_assignment(actor: Actor, assignment_id: UUID, *, now: datetime, note: str = "") -> None:
    """Accept, as commissioner, what was delivered."""
    _decide(actor, assignment_id, AssignmentState.ACCEPTED, note, now)


@acting
def withdraw_assignment(actor: Actor, assignment_id: UUID, *, reason: str, now: datetime) -> None:
    """Withdraw, as who drafted it, what was not agreed on; as commissioner also what was."""
    assignment = _locked(assignment_id)
    if assignment.state == AssignmentState.DRAFTED and rules.may_carry_out(
        actor, assignment.contractor_person_id
    ):
        _step(actor, assignment, AssignmentState.WITHDRAWN, reason, now)
    else:
        _decide(actor, assignment_id, AssignmentState.WITHDRAWN, reason, now)


def _decide(
    actor: Actor, assignment_id: UUID, to: AssignmentState, note: str, now: datetime
) -> None:
    assignment = _locked(assignment_id)
    rules.check_commissions_this(actor, assignment.contractor_person_id)
    _step(actor, assignment, to, note, now)


def _carry_out(
    actor: Actor, assignment_id: UUID, to: AssignmentState, note: str, now: datetime
) -> None:
    assignment = _locked(assignment_id)
    rules.check_carries_out(actor, assignment.contractor_person_id)
    _step(actor, assignment, to, note, now)


def _step(
    actor: Actor, assignment: Assignment, to: AssignmentState, note: str, now: datetime
) -> None:
    # A source that is read in may speak of an assignment without saying which head carries it out.
    is_named = assignment.contractor_person_id is not None or actor.has("system")
    rules.check_step(AssignmentState(assignment.state), to, note=note, is_named=is_named)
    assignment.state, assignment.changed_at = to, now
    if to is AssignmentState.DELIVERED:
        assignment.delivery = note.strip()
    assignment.save(update_fields=["state", "changed_at", "delivery"])
    _stepped(actor, assignment, note, now)
    record(actor, f"programme.{to}_assignment", f"assignment:{assignment.id}", now=now)


def _stepped(actor: Actor, assignment: Assignment, note: str, now: datetime) -> None:
    AssignmentStep.objects.create(
        assignment=assignment, state=assignment.state, note=note.strip(), taken_at=now,
        taken_by=actor.name,
    )  # fmt: skip


def _handed_over(
    actor: Actor, assignment: Assignment, before: str, reason: str, now: datetime
) -> None:
    ContractorChange.objects.create(
        assignment=assignment, before=before, after=assignment.contractor, reason=reason.strip(),
        changed_at=now, changed_by=actor.name,
    )  # fmt: skip


def _put(assignment: Assignment, content: AssignmentContent, now: datetime) -> None:
    assignment.title, assignment.expected = content.title.strip(), content.expected.strip()
    assignment.carried_out_by = content.carried_out_by.strip()
    assignment.funding, assignment.budget = content.funding.strip(), content.budget
    assignment.due_date, assignment.changed_at = content.due_date, now
    if content.contractor_id is None:
        assignment.contractor = content.contractor.strip()
        assignment.contractor_person_id = assignment.region_id = None
    else:
        _contract(assignment, content.contractor_id, now)
    check_serves(assignment.portfolio_id, *content.objective_ids)
    assignment.save()
    assignment.objectives.set(Objective.objects.filter(id__in=content.objective_ids))


def _contract(assignment: Assignment, person_id: UUID, now: datetime) -> None:
    """Make a head the contractor, with the region that he or she heads."""
    head = _head(person_id, now)
    assignment.contractor, assignment.contractor_person_id = head.name, head.id
    assignment.region_id = head.region_id


def _head(person_id: UUID, now: datetime) -> PersonRow:
    for row in list_designations_of(person_id, now=now):
        if Role.RIEC_HEAD in row.roles:
            return row
    raise Invalid(_("Kies iemand die nu een RIEC leidt."), field="contractor")


def _locked(assignment_id: UUID) -> Assignment:
    assignment = Assignment.objects.select_for_update().filter(id=assignment_id).first()
    if assignment is None:
        raise NotFound
    return assignment
