"""Read what lies behind and ahead: portfolios, assignments and activities on one line of time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from uuid import UUID

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


State = PortfolioState | AssignmentState | ActivityStage | ObjectiveState


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time at one state; without an end it goes on."""

    state: State
    starts: date
    ends: date | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the roadmap: what, since when until when at which state, and by when it is due."""

    track: Track
    key: str
    title: str
    spans: tuple[Span, ...]
    due: date | None

    @property
    def state(self) -> State:
        """Return where it stands last."""
        return self.spans[-1].state


def list_roadmap(actor: Actor, *, on: date, slug: str = "") -> list[Line]:
    """List the portfolios with their assignments; of one portfolio also what it does and wants."""
    portfolios = visible_portfolios(actor).prefetch_related("steps")
    asked = visible_assignments(actor).prefetch_related("steps")
    if slug:
        portfolios = portfolios.filter(slug=slug)
        asked = asked.filter(portfolio__slug=slug)
    under: dict[UUID, list[Line]] = {}
    for one in asked.order_by("due_date", "title")[:500]:
        under.setdefault(one.portfolio_id, []).append(_assignment(one))
    lines: list[Line] = []
    for portfolio in portfolios.order_by("goal__position", "position", "name"):
        lines += [*_portfolio(portfolio), *under.get(portfolio.id, [])]
    return [*lines, *(_of_one(actor, slug, on) if slug else ())]


def _portfolio(one: Portfolio) -> Iterable[Line]:
    steps = sorted(one.steps.all(), key=lambda step: step.id)
    days = [(PortfolioState(step.state), step.taken_at.date()) for step in steps]
    if days:
        spans = _spans(days, goes_on=days[-1][0] is not PortfolioState.ENDED)
        yield Line(Track.PORTFOLIO, one.slug, one.name, spans, None)


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
