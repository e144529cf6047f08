"""Load what a public document says of goals, portfolios, results and plans."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from wegwijzer.kernel.actor import Actor
from wegwijzer.logbook.actions import acting, record
from wegwijzer.programme.actions.assignments import (
    agree_assignment,
    draft_assignment,
    start_assignment,
)
from wegwijzer.programme.actions.portfolios import (
    add_goal,
    add_plan,
    add_portfolio,
    record_result,
)
from wegwijzer.programme.queries.assignments import list_assignments
from wegwijzer.programme.queries.corrections import earlier_texts
from wegwijzer.programme.queries.portfolios import get_portfolio, list_goals
from wegwijzer.programme.reference.reader import Goal, Portfolio, Reference
from wegwijzer.programme.rules.assignments import AssignmentContent
from wegwijzer.programme.rules.portfolios import (
    GoalContent,
    PortfolioContent,
    PortfolioState,
    ResultContent,
    ResultKind,
)


@acting
def load_programme(actor: Actor, reference: Reference, *, now: datetime) -> int:
    """Add what of the reference is not there yet, in its order; return how much was added.

    Loading it again adds nothing.
    """
    moments = _moments(now)
    known = {goal.slug: {one.slug for one in goal.portfolios} for goal in list_goals(actor)}
    added = 0
    for goal in reference.goals:
        if goal.slug not in known:
            add_goal(actor, _goal(goal), now=now)
            added += 1
        for one in goal.portfolios:
            if one.slug not in known.get(goal.slug, set()):
                add_portfolio(
                    actor, goal.slug, _portfolio(one), now=now, state=PortfolioState(one.state)
                )
                added += 1
            added += _load_assignment(actor, one, reference, now)
            added += _load_said(actor, one, reference.source, moments)
    record(actor, "programme.load_programme", f"reference:{reference.slug}", now=now, added=added)
    return added


def _load_assignment(actor: Actor, one: Portfolio, reference: Reference, now: datetime) -> int:
    """Commission a portfolio as the document says; one that is explored was only agreed on."""
    if list_assignments(actor, slug=one.slug):
        return 0
    organisation = reference.organisation
    content = AssignmentContent(
        title=f"Portefeuille {one.name}",
        expected=one.aim or "De bron noemt geen verwacht resultaat.",
        contractor=organisation.contractors,
        carried_out_by=organisation.execution,
    )
    assignment = draft_assignment(actor, one.slug, content, now=now)
    agree_assignment(actor, assignment, now=now)
    if PortfolioState(one.state) is PortfolioState.RUNNING:
        start_assignment(actor, assignment, now=now)
    return 1


def _load_said(actor: Actor, one: Portfolio, source: str, moments: Iterator[datetime]) -> int:
    """Record the results and plans of a portfolio that are not there yet."""
    page = get_portfolio(actor, one.slug)
    corrected = earlier_texts(actor, one.slug)
    reached = {result.text for result in page.results} | corrected
    planned = {plan.text for plan in page.plans} | corrected
    results = [said for said in one.results if said.text not in reached]
    plans = [said for said in one.plans if said.text not in planned]
    for said in results:
        content = ResultContent(
            kind=ResultKind(said.kind), year=said.year, text=said.text, evidence=source
        )
        record_result(actor, one.slug, content, now=next(moments))
    for said in plans:
        add_plan(actor, one.slug, year=said.year, text=said.text, now=next(moments))
    return len(results) + len(plans)


def _moments(now: datetime) -> Iterator[datetime]:
    """Yield moments that keep the order of the document: results are listed by when they came."""
    while True:
        now += timedelta(microseconds=1)
        yield now


def _goal(goal: Goal) -> GoalContent:
    return GoalContent(
        slug=goal.slug, name=goal.name, why=goal.why, target_groups=goal.target_groups
    )


def _portfolio(one: Portfolio) -> PortfolioContent:
    return PortfolioContent(slug=one.slug, name=one.name, aim=one.aim, partners=one.partners)
