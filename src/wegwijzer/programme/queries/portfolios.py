"""Read goals, portfolios, results and plans: open to the whole network."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, QuerySet

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading
from wegwijzer.programme.models.portfolios import Goal, Portfolio, Result
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
class PlanRow:
    """What a portfolio means to do in a year."""

    id: UUID
    year: int
    text: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """When a portfolio came to stand somewhere, by whom and why."""

    state: PortfolioState
    note: str
    taken_at: datetime
    taken_by: str


@dataclass(frozen=True, slots=True)
class PortfolioPage:
    """A portfolio with its results, plans and the steps it took."""

    row: PortfolioRow
    partners: tuple[str, ...]
    results: list[ResultRow]
    plans: list[PlanRow]
    steps: list[StepRow]


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


@reading
def get_goal(actor: Actor, slug: str) -> GoalRow:
    """Return one strategic goal with its portfolios."""
    for goal in list_goals(actor):
        if goal.slug == slug:
            return goal
    raise NotFound


def list_portfolios(actor: Actor) -> list[PortfolioRow]:
    """List the portfolios in the order of their goals."""
    rows = visible_portfolios(actor).order_by("goal__position", "position", "name")
    return [_row(one) for one in rows]


def portfolio_names(actor: Actor) -> dict[str, str]:
    """Return the name of each portfolio by its slug, in the order of their goals."""
    rows = Portfolio.objects.order_by("goal__position", "position", "name")
    return dict(rows.values_list("slug", "name"))


@reading
def get_portfolio_row(actor: Actor, slug: str) -> PortfolioRow:
    """Return one portfolio as a list shows it."""
    return _row(_found(actor, slug))


@reading
def get_portfolio(actor: Actor, slug: str, *, year: int | None = None) -> PortfolioPage:
    """Return one portfolio with its results, plans and the steps it took, last step first.

    Results and plans are those of all years, or of one; with the last come the plans after it.
    """
    found = _found(actor, slug)
    results, plans = found.results.all(), found.plans.all()
    if year is not None:
        is_last = not results.filter(year__gt=year).exists()
        results = results.filter(year=year)
        plans = plans.filter(**{"year__gte" if is_last else "year": year})
    return PortfolioPage(
        _row(found),
        tuple(found.partners),
        _results(results.order_by("-year", "recorded_at", "id")),
        [PlanRow(one.id, one.year, one.text)
         for one in plans.order_by("year", "recorded_at", "id")],
        [StepRow(PortfolioState(one.state), one.note, one.taken_at, one.taken_by)
         for one in found.steps.order_by("-id")],
    )  # fmt: skip


def _found(actor: Actor, slug: str) -> Portfolio:
    found = visible_portfolios(actor).filter(slug=slug).first()
    if found is None:
        raise NotFound
    return found


def list_results(
    actor: Actor,
    *,
    year: int | None = None,
    portfolio: str = "",
    goal: str = "",
    limit: int | None = 500,
) -> list[ResultRow]:
    """List the results of a year, a portfolio or a goal, as they were recorded, first ahead."""
    exact = {"year": year, "portfolio__slug": portfolio, "portfolio__goal__slug": goal}
    rows = Result.objects.filter(**{name: value for name, value in exact.items() if value})
    return _results(rows.order_by("recorded_at", "id")[:limit])


def list_result_years(actor: Actor, *, portfolio: str = "") -> list[int]:
    """List the years in which something was reached, by one portfolio or by all, latest first."""
    rows = Result.objects.filter(portfolio__slug=portfolio) if portfolio else Result.objects.all()
    return list(rows.values_list("year", flat=True).distinct().order_by("-year"))


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


def _results(rows: QuerySet[Result]) -> list[ResultRow]:
    found = rows.values_list(
        "id", "portfolio__slug", "portfolio__name", "kind", "year", "text", "evidence"
    )
    return [
        ResultRow(key, slug, name, ResultKind(kind), year, text, evidence)
        for key, slug, name, kind, year, text, evidence in found
    ]
