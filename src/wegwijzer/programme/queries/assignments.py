"""Read what the heads council asks, of whom, and where it stands: open to the whole network."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, QuerySet

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading
from wegwijzer.programme.models.portfolios import Assignment
from wegwijzer.programme.queries.portfolios import visible_portfolios
from wegwijzer.programme.rules.assignments import (
    ENDED,
    AssignmentContent,
    AssignmentState,
    may_name,
)
from wegwijzer.programme.storing import leads_of


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """What was asked of a contractor, and where it stands."""

    id: UUID
    portfolio_slug: str
    portfolio_name: str
    content: AssignmentContent
    state: AssignmentState
    delivery: str


@dataclass(frozen=True, slots=True)
class AssignmentStepRow:
    """A step of an assignment: who took it when, and with what words."""

    state: AssignmentState
    note: str
    taken_at: datetime
    taken_by: str


@dataclass(frozen=True, slots=True)
class ContractorChangeRow:
    """When another was to carry an assignment out, and why."""

    before: str
    after: str
    reason: str
    changed_at: datetime
    changed_by: str


@dataclass(frozen=True, slots=True)
class AssignmentPage:
    """An assignment with its steps, first to last, what it serves and who works on it."""

    row: AssignmentRow
    steps: tuple[AssignmentStepRow, ...]
    changes: tuple[ContractorChangeRow, ...]
    groups: tuple[tuple[UUID, str], ...]
    objectives: tuple[tuple[UUID, str], ...]

    @property
    def reason(self) -> str:
        """Return why it is with its contractor again, or nothing when it is not."""
        if self.row.state is not AssignmentState.RETURNED:
            return ""
        return next(
            (s.note for s in reversed(self.steps) if s.state is AssignmentState.RETURNED), ""
        )


def visible_assignments(actor: Actor) -> QuerySet[Assignment]:
    """Return the assignments that the actor may see: those of the portfolios."""
    rows = Assignment.objects.filter(portfolio__in=visible_portfolios(actor).values("id"))
    return rows.select_related("portfolio")


def list_assignments(actor: Actor, *, slug: str = "", limit: int = 200) -> list[AssignmentRow]:
    """List the assignments, of one portfolio or of all, last changed first."""
    rows = visible_assignments(actor)
    if slug:
        rows = rows.filter(portfolio__slug=slug)
    return [row_of(one) for one in rows.order_by("-changed_at", "id")[:limit]]


def list_unfinished(actor: Actor, goal: str, *, limit: int = 200) -> list[AssignmentRow]:
    """List what is not ended yet of the portfolios of a goal, last changed first."""
    rows = visible_assignments(actor).filter(portfolio__goal__slug=goal)
    rows = rows.exclude(state__in=ENDED)
    return [row_of(one) for one in rows.order_by("-changed_at", "id")[:limit]]


@reading
def get_assignment(actor: Actor, assignment_id: UUID) -> AssignmentPage:
    """Return one assignment with its steps and its groups."""
    one = visible_assignments(actor).filter(id=assignment_id).first()
    if one is None:
        raise NotFound
    objectives = tuple(one.objectives.order_by("recorded_at").values_list("id", "text"))
    return AssignmentPage(
        row_of(one, frozenset(key for key, _text in objectives)),
        tuple(
            AssignmentStepRow(AssignmentState(step.state), step.note, step.taken_at, step.taken_by)
            for step in one.steps.order_by("id")
        ),
        tuple(
            ContractorChangeRow(*told)
            for told in one.contractor_changes.order_by("id").values_list(
                "before", "after", "reason", "changed_at", "changed_by"
            )
        ),
        tuple(one.groups.order_by("name").values_list("id", "name")),
        objectives,
    )


def names_contractor(actor: Actor, assignment_id: UUID, *, on: date) -> bool:
    """Return whether the actor may name who carries this assignment out."""
    one = visible_assignments(actor).filter(id=assignment_id).first()
    return one is not None and may_name(
        actor, AssignmentState(one.state), one.contractor_person_id,
        leads_of(one.portfolio_id, on=on),
    )  # fmt: skip


def list_titles(actor: Actor, only: Collection[str] | None = None) -> list[tuple[UUID, str, str]]:
    """List assignments by id, title and the slug of their portfolio, newest first: all, or some."""
    found = visible_assignments(actor).order_by("-changed_at", "id")
    if only is not None:
        found = found.filter(id__in=only)
    return list(found.values_list("id", "title", "portfolio__slug")[:5_000])


def list_waiting(
    actor: Actor, states: Collection[AssignmentState], *, limit: int
) -> list[AssignmentRow]:
    """List what stands at one of these states, the first due ahead."""
    rows = visible_assignments(actor).filter(state__in=states)
    rows = rows.order_by(F("due_date").asc(nulls_last=True), "changed_at", "id")
    return [row_of(one) for one in rows[:limit]]


def row_of(one: Assignment, objective_ids: frozenset[UUID] = frozenset()) -> AssignmentRow:
    """Return an assignment as a list shows it: without the objectives it serves, unless told."""
    return AssignmentRow(
        one.id,
        one.portfolio.slug,
        one.portfolio.name,
        AssignmentContent(
            title=one.title,
            expected=one.expected,
            contractor=one.contractor,
            contractor_id=one.contractor_person_id,
            carried_out_by=one.carried_out_by,
            funding=one.funding,
            budget=one.budget,
            due_date=one.due_date,
            objective_ids=objective_ids,
        ),
        AssignmentState(one.state),
        one.delivery,
    )
