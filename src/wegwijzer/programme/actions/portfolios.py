"""Set goals, lead portfolios, record results and plans."""

from datetime import datetime
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record
from wegwijzer.programme.actions.course import check_serves
from wegwijzer.programme.models.portfolios import Goal, Plan, Portfolio, PortfolioStep, Result
from wegwijzer.programme.rules import portfolios as rules
from wegwijzer.programme.rules.assignments import AssignmentState
from wegwijzer.programme.rules.portfolios import (
    GoalContent,
    PortfolioContent,
    PortfolioState,
    ResultContent,
)


@acting
def add_goal(actor: Actor, content: GoalContent, *, now: datetime) -> UUID:
    """Add a strategic goal after the ones there are; return its id."""
    rules.check_keeps(actor)
    rules.check_named(content.slug, content.name)
    if Goal.objects.filter(slug=content.slug).exists():
        raise Invalid(_("Er is al een doel met deze naam."), field="name")
    goal = Goal.objects.create(
        slug=content.slug, name=content.name.strip(), why=content.why.strip(),
        target_groups=list(content.target_groups), position=Goal.objects.count() + 1,
    )  # fmt: skip
    record(actor, "programme.add_goal", f"goal:{goal.id}", now=now)
    return goal.id


@acting
def change_goal(actor: Actor, slug: str, content: GoalContent, *, now: datetime) -> None:
    """Change what a strategic goal is called, why it is one and for whom; its address stays."""
    rules.check_keeps(actor)
    rules.check_named(slug, content.name)
    goal = Goal.objects.select_for_update().filter(slug=slug).first()
    if goal is None:
        raise NotFound
    goal.name, goal.why = content.name.strip(), content.why.strip()
    goal.target_groups = list(content.target_groups)
    goal.save(update_fields=["name", "why", "target_groups"])
    record(actor, "programme.change_goal", f"goal:{goal.id}", now=now)


@acting
def add_portfolio(
    actor: Actor,
    goal_slug: str,
    content: PortfolioContent,
    *,
    now: datetime,
    state: PortfolioState = PortfolioState.EXPLORING,
) -> UUID:
    """Add a portfolio under a goal, exploring unless said; return its id."""
    rules.check_keeps(actor)
    rules.check_named(content.slug, content.name)
    goal = Goal.objects.filter(slug=goal_slug).first()
    if goal is None:
        raise Invalid(_("Kies het doel waar de portefeuille onder valt."), field="goal")
    rules.check_begins(actor, state)
    if Portfolio.objects.filter(slug=content.slug).exists():
        raise Invalid(_("Er is al een portefeuille met deze naam."), field="name")
    portfolio = Portfolio.objects.create(
        goal=goal, slug=content.slug, name=content.name.strip(), aim=content.aim.strip(),
        partners=list(content.partners), state=state, position=goal.portfolios.count() + 1,
    )  # fmt: skip
    _stepped(actor, portfolio, "", now)
    record(actor, "programme.add_portfolio", f"portfolio:{portfolio.id}", now=now, state=state)
    return portfolio.id


@acting
def change_portfolio(
    actor: Actor, slug: str, goal_slug: str, content: PortfolioContent, *, now: datetime
) -> None:
    """Change what a portfolio is called, works towards and with whom; its address stays."""
    rules.check_keeps(actor)
    rules.check_named(slug, content.name)
    portfolio = Portfolio.objects.select_for_update().filter(slug=slug).first()
    if portfolio is None:
        raise NotFound
    goal = Goal.objects.filter(slug=goal_slug).first()
    if goal is None:
        raise Invalid(_("Kies het doel waar de portefeuille onder valt."), field="goal")
    portfolio.goal, portfolio.name = goal, content.name.strip()
    portfolio.aim, portfolio.partners = content.aim.strip(), list(content.partners)
    portfolio.save(update_fields=["goal", "name", "aim", "partners"])
    record(actor, "programme.change_portfolio", f"portfolio:{portfolio.id}", now=now)


@acting
def move_portfolio(
    actor: Actor, slug: str, to: PortfolioState, *, now: datetime, note: str = ""
) -> None:
    """Take a portfolio to its next state, and keep when, by whom and why."""
    rules.check_commissions(actor)
    portfolio = Portfolio.objects.select_for_update().filter(slug=slug).first()
    if portfolio is None:
        raise NotFound
    states = portfolio.assignments.values_list("state", flat=True)
    rules.check_move(
        PortfolioState(portfolio.state),
        to,
        note=note,
        assignments=[AssignmentState(one) for one in states],
    )
    portfolio.state = to
    portfolio.save(update_fields=["state"])
    _stepped(actor, portfolio, note, now)
    record(actor, "programme.move_portfolio", f"portfolio:{portfolio.id}", now=now, state=to)


@acting
def record_result(actor: Actor, slug: str, content: ResultContent, *, now: datetime) -> UUID:
    """Record what a portfolio reached; return the id of the result."""
    rules.check_contracts(actor)
    rules.check_result(content)
    portfolio = _portfolio(slug)
    check_serves(portfolio.id, content.objective_id)
    result = Result.objects.create(
        portfolio=portfolio, kind=content.kind, year=content.year, text=content.text.strip(),
        evidence=content.evidence.strip(), objective_id=content.objective_id, recorded_at=now,
    )  # fmt: skip
    record(actor, "programme.record_result", f"portfolio:{portfolio.id}", now=now,
           result=result.id, year=content.year)  # fmt: skip
    return result.id


@acting
def add_plan(actor: Actor, slug: str, *, year: int, text: str, now: datetime) -> UUID:
    """Say what a portfolio means to do in a year; return the id of the plan."""
    rules.check_contracts(actor)
    rules.check_result(ResultContent(kind=rules.ResultKind.OTHER, year=year, text=text))
    portfolio = _portfolio(slug)
    plan = Plan.objects.create(portfolio=portfolio, year=year, text=text.strip(), recorded_at=now)
    record(actor, "programme.add_plan", f"portfolio:{portfolio.id}", now=now, plan=plan.id)
    return plan.id


def _portfolio(slug: str) -> Portfolio:
    portfolio = Portfolio.objects.filter(slug=slug).first()
    if portfolio is None:
        raise NotFound
    return portfolio


def _stepped(actor: Actor, portfolio: Portfolio, note: str, now: datetime) -> None:
    PortfolioStep.objects.create(
        portfolio=portfolio, state=portfolio.state, note=note.strip(), taken_at=now,
        taken_by=actor.name,
    )  # fmt: skip
