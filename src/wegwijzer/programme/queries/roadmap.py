"""Read what lies behind and ahead: portfolios, assignments and activities on one line of time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from uuid import UUID

from django.db.models import Case, Count, F, QuerySet, When, Window
from django.db.models.functions import RowNumber

from wegwijzer.kernel.actor import Actor
from wegwijzer.programme.models.portfolios import Assignment, Portfolio
from wegwijzer.programme.queries.assignments import visible_assignments
from wegwijzer.programme.queries.course import list_activities, list_objectives
from wegwijzer.programme.queries.portfolios import visible_portfolios
from wegwijzer.programme.rules.assignments import ENDED, AssignmentState
from wegwijzer.programme.rules.course import ActivityStage, ObjectiveState
from wegwijzer.programme.rules.portfolios import PortfolioState


class Track(StrEnum):
    """What a line of the roadmap is about."""

    PORTFOLIO = "portfolio"
    ASSIGNMENT = "assignment"
    ACTIVITY = "activity"
    OBJECTIVE = "objective"


# So many assignments are drawn: of each portfolio beside the others, and of one on its own page.
MOST_OF_EACH, MOST_OF_ONE = 5, 100

State = PortfolioState | AssignmentState | ActivityStage | ObjectiveState


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time at one state; without an end it goes on."""

    state: State
    starts: date
    ends: date | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the roadmap: what, since when until when at which state, and by when it is due.

    ``more`` is how many assignments of a portfolio have no line of their own.
    """

    track: Track
    key: str
    title: str
    spans: tuple[Span, ...]
    due: date | None
    more: int = 0

    @property
    def state(self) -> State:
        """Return where it stands last."""
        return self.spans[-1].state


def list_roadmap(actor: Actor, *, on: date, slug: str = "") -> list[Line]:
    """List what runs: the portfolios, each with the assignments that are due first.

    Of one portfolio also what has ended, what it does and what it wants to reach.
    """
    portfolios = visible_portfolios(actor).prefetch_related("steps")
    asked = visible_assignments(actor)
    if slug:
        portfolios = portfolios.filter(slug=slug)
        asked = asked.filter(portfolio__slug=slug)
    else:
        portfolios = portfolios.exclude(state=PortfolioState.ENDED)
        asked = asked.exclude(state__in=ENDED)
    counted = dict(asked.values_list("portfolio").annotate(Count("id")))
    under: dict[UUID, list[Line]] = {}
    for one in _first(asked, MOST_OF_ONE if slug else MOST_OF_EACH).prefetch_related("steps"):
        under.setdefault(one.portfolio_id, []).append(_assignment(one))
    lines: list[Line] = []
    for portfolio in portfolios.order_by("goal__position", "position", "name"):
        shown = under.get(portfolio.id, [])
        lines += [*_portfolio(portfolio, counted.get(portfolio.id, 0) - len(shown)), *shown]
    return [*lines, *(_of_one(actor, slug, on) if slug else ())]


def _first(asked: QuerySet[Assignment], most: int) -> QuerySet[Assignment]:
    """Return of each portfolio so many: what has not ended before what has, then as it is due."""
    order = (
        Case(When(state__in=ENDED, then=1), default=0),
        F("due_date").asc(nulls_last=True),
        F("title"),
    )
    place = Window(RowNumber(), partition_by=F("portfolio"), order_by=order)
    return asked.annotate(place=place).filter(place__lte=most).order_by("portfolio", "place")


def _portfolio(one: Portfolio, more: int) -> Iterable[Line]:
    steps = sorted(one.steps.all(), key=lambda step: step.id)
    days = [(PortfolioState(step.state), step.taken_at.date()) for step in steps]
    if days:
        spans = _spans(days, goes_on=days[-1][0] is not PortfolioState.ENDED)
        yield Line(Track.PORTFOLIO, one.slug, one.name, spans, None, more)


def _assignment(one: Assignment) -> Line:
    steps = sorted(one.steps.all(), key=lambda step: step.id)
    days = [(AssignmentState(step.state), step.taken_at.date()) for step in steps]
    days = days or [(AssignmentState(one.state), one.changed_at.date())]
    spans = _spans(days, goes_on=days[-1][0] not in ENDED)
    return Line(Track.ASSIGNMENT, str(one.id), one.title, spans, one.due_date)


def _of_one(actor: Actor, slug: str, on: date) -> Iterable[Line]:
    for activity in list_activities(actor, slug, on=on):
        ends = activity.done_date or activity.content.ends_date
        span = Span(activity.stage, activity.content.starts_date, ends)
        yield Line(Track.ACTIVITY, str(activity.id), activity.content.title, (span,), None)
    for row in list_objectives(actor, slug):
        day = row.closed_date or row.content.due_date
        if day is not None:
            span = Span(row.state, day, day)
            yield Line(Track.OBJECTIVE, str(row.id), row.content.text, (span,), day)


def _spans(days: Sequence[tuple[State, date]], *, goes_on: bool) -> tuple[Span, ...]:
    """Return how long something stood at each state; what ended ends on the day of its last."""
    spans = [Span(state, start, end) for (state, start), (_next, end) in pairwise(days)]
    state, start = days[-1]
    return (*spans, Span(state, start, None if goes_on else start))
