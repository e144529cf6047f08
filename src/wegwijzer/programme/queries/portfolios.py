"""Read goals, portfolios, assignments, results and plans: open to the whole network."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, QuerySet

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading
from wegwijzer.programme.models.portfolios import Assignment, Goal, Portfolio, Result
from wegwijzer.programme.rules.assignments import AssignmentState
from wegwijzer.programme.rules.portfolios import PortfolioState, ResultKind


@dataclass(frozen=True, slots=True)
class PortfolioRow:
    """A portfolio as a list shows it."""

    id: UUID
    slug: str
    name: str
    aim: str
    state: PortfolioState
    goal_slug: str
    goal_name: str
    results: int


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A strategic goal with its portfolios."""

    slug: str
    name: str
    why: str
    target_groups: tuple[str, ...]
    portfolios: list[PortfolioRow]


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What a portfolio reached."""

    id: UUID
    portfolio_slug: str
    portfolio_name: str
    kind: ResultKind
    year: int
    text: str
    evidence: str


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """What was asked of a contractor, and where it stands."""

    id: UUID
    portfolio_slug: str
    title: str
    expected: str
    contractor: str
    carried_out_by: str
    funding: str
    budget: Decimal | None
    state: AssignmentState
    delivery: str
    contractor_id: UUID | None
    reason: str


@dataclass(frozen=True, slots=True)
class PortfolioPage:
    """A portfolio with its assignments, results and plans."""

    row: PortfolioRow
    partners: tuple[str, ...]
    assignments: list[AssignmentRow]
    results: list[ResultRow]
    plans: list[tuple[int, str]]


def visible_portfolios(actor: Actor) -> QuerySet[Portfolio]:
    """Return the portfolios that the actor may see: all of them, for they hold no case content."""
    return Portfolio.objects.select_related("goal").annotate(counted=Count("results"))


def list_goals(actor: Actor) -> list[GoalRow]:
    """List the strategic goals, each with its portfolios."""
    rows = [_row(one) for one in visible_portfolios(actor).order_by("position", "name")]
    return [
        GoalRow(
            goal.slug,
            goal.name,
            goal.why,
            tuple(goal.target_groups),
            [row for row in rows if row.goal_slug == goal.slug],
        )
        for goal in Goal.objects.order_by("position")
    ]


def list_portfolios(actor: Actor) -> list[PortfolioRow]:
    """List the portfolios in the order of their goals."""
    rows = visible_portfolios(actor).order_by("goal__position", "position", "name")
    return [_row(one) for one in rows]


def portfolio_names(actor: Actor) -> dict[str, str]:
    """Return the name of each portfolio by its slug, in the order of their goals."""
    rows = Portfolio.objects.order_by("goal__position", "position", "name")
    return dict(rows.values_list("slug", "name"))


@reading
def get_portfolio(actor: Actor, slug: str) -> PortfolioPage:
    """Return one portfolio with its assignments, results and plans."""
    found = visible_portfolios(actor).filter(slug=slug).first()
    if found is None:
        raise NotFound
    return PortfolioPage(
        _row(found),
        tuple(found.partners),
        [_assignment(one) for one in found.assignments.select_related("portfolio")
         .prefetch_related("steps")
         .order_by("changed_at", "id")],
        [_result(one) for one in found.results.select_related("portfolio")
         .order_by("-year", "recorded_at", "id")],
        list(found.plans.order_by("year", "recorded_at", "id").values_list("year", "text")),
    )  # fmt: skip


def list_assignments(actor: Actor, *, limit: int = 200) -> list[AssignmentRow]:
    """List the assignments, last changed first."""
    rows = (
        Assignment.objects.select_related("portfolio")
        .prefetch_related("steps")
        .order_by("-changed_at", "id")
    )
    return [_assignment(one) for one in rows[:limit]]


@reading
def get_assignment(actor: Actor, assignment_id: UUID) -> AssignmentRow:
    """Return one assignment."""
    rows = Assignment.objects.filter(portfolio__in=visible_portfolios(actor).values("id"))
    one = (
        rows.select_related("portfolio").prefetch_related("steps").filter(id=assignment_id).first()
    )
    if one is None:
        raise NotFound
    return _assignment(one)


def list_assignment_titles(actor: Actor) -> list[tuple[UUID, str, str]]:
    """List every assignment by its id, its title and the slug of its portfolio, newest first."""
    rows = Assignment.objects.filter(portfolio__in=visible_portfolios(actor))
    found = rows.order_by("-changed_at", "id").values_list("id", "title", "portfolio__slug")
    return list(found[:5_000])


def list_results(
    actor: Actor, *, year: int | None = None, portfolio: str = "", limit: int = 500
) -> list[ResultRow]:
    """List the results of a year, or of a portfolio, in the order in which they were recorded."""
    exact = {"year": year, "portfolio__slug": portfolio}
    rows = Result.objects.filter(**{name: value for name, value in exact.items() if value})
    rows = rows.select_related("portfolio").order_by("recorded_at", "id")
    return [_result(one) for one in rows[:limit]]


def _row(portfolio: Portfolio) -> PortfolioRow:
    return PortfolioRow(
        portfolio.id,
        portfolio.slug,
        portfolio.name,
        portfolio.aim,
        PortfolioState(portfolio.state),
        portfolio.goal.slug,
        portfolio.goal.name,
        getattr(portfolio, "counted", 0),
    )


def _result(result: Result) -> ResultRow:
    return ResultRow(
        result.id,
        result.portfolio.slug,
        result.portfolio.name,
        ResultKind(result.kind),
        result.year,
        result.text,
        result.evidence,
    )


def _assignment(one: Assignment) -> AssignmentRow:
    return AssignmentRow(
        one.id,
        one.portfolio.slug,
        one.title,
        one.expected,
        one.contractor,
        one.carried_out_by,
        one.funding,
        one.budget,
        AssignmentState(one.state),
        one.delivery,
        one.contractor_person_id,
        _reason(one),
    )


def _reason(one: Assignment) -> str:
    """Return why an assignment is with its contractor again, or nothing when it is not."""
    if one.state != AssignmentState.RETURNED:
        return ""
    steps = [step for step in one.steps.all() if step.state == AssignmentState.RETURNED]
    return max(steps, key=lambda step: step.id).note if steps else ""
