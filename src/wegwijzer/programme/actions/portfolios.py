"""Set goals, lead portfolios, commission and accept assignments, record results and plans."""

from datetime import datetime
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record
from wegwijzer.programme.models.portfolios import Assignment, Goal, Plan, Portfolio, Result
from wegwijzer.programme.rules import portfolios as rules
from wegwijzer.programme.rules.portfolios import (
    AssignmentContent,
    AssignmentState,
    GoalContent,
    PortfolioContent,
    PortfolioState,
    ResultContent,
)


@acting
def add_goal(actor: Actor, content: GoalContent, *, now: datetime) -> UUID:
    """Add a strategic goal after the ones there are; return its id."""
    rules.check_commissions(actor)
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
def add_portfolio(
    actor: Actor,
    goal_slug: str,
    content: PortfolioContent,
    *,
    now: datetime,
    state: PortfolioState = PortfolioState.EXPLORING,
) -> UUID:
    """Add a portfolio under a goal, exploring unless said; return its id."""
    rules.check_commissions(actor)
    rules.check_named(content.slug, content.name)
    goal = Goal.objects.filter(slug=goal_slug).first()
    if goal is None:
        raise Invalid(_("Kies het doel waar de portefeuille onder valt."), field="goal")
    if Portfolio.objects.filter(slug=content.slug).exists():
        raise Invalid(_("Er is al een portefeuille met deze naam."), field="name")
    portfolio = Portfolio.objects.create(
        goal=goal, slug=content.slug, name=content.name.strip(), aim=content.aim.strip(),
        partners=list(content.partners), state=state, position=goal.portfolios.count() + 1,
    )  # fmt: skip
    record(actor, "programme.add_portfolio", f"portfolio:{portfolio.id}", now=now, state=state)
    return portfolio.id


@acting
def move_portfolio(actor: Actor, slug: str, to: PortfolioState, *, now: datetime) -> None:
    """Take a portfolio to its next state."""
    rules.check_commissions(actor)
    portfolio = _portfolio(slug)
    rules.check_move(PortfolioState(portfolio.state), to)
    portfolio.state = to
    portfolio.save(update_fields=["state"])
    record(actor, "programme.move_portfolio", f"portfolio:{portfolio.id}", now=now, state=to)


@acting
def record_result(actor: Actor, slug: str, content: ResultContent, *, now: datetime) -> UUID:
    """Record what a portfolio reached; return the id of the result."""
    rules.check_contracts(actor)
    rules.check_result(content)
    portfolio = _portfolio(slug)
    result = Result.objects.create(
        portfolio=portfolio, kind=content.kind, year=content.year, text=content.text.strip(),
        evidence=content.evidence.strip(), recorded_at=now,
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


@acting
def draft_assignment(actor: Actor, slug: str, content: AssignmentContent, *, now: datetime) -> UUID:
    """Draft what the heads council could ask of a contractor; return the id."""
    rules.check_contracts(actor)
    rules.check_assignment(content)
    assignment = Assignment.objects.create(
        portfolio=_portfolio(slug),
        title=content.title.strip(),
        expected=content.expected.strip(),
        contractor=content.contractor.strip(),
        carried_out_by=content.carried_out_by.strip(),
        funding=content.funding.strip(),
        budget=content.budget,
        region_id=content.region_id,
        changed_at=now,
    )
    record(actor, "programme.draft_assignment", f"assignment:{assignment.id}", now=now)
    return assignment.id


@acting
def agree_assignment(actor: Actor, assignment_id: UUID, *, now: datetime) -> None:
    """Agree, as commissioner, on what was drafted."""
    rules.check_commissions(actor)
    _step(actor, assignment_id, AssignmentState.AGREED, now)


@acting
def start_assignment(actor: Actor, assignment_id: UUID, *, now: datetime) -> None:
    """Start, as contractor, what was agreed."""
    rules.check_contracts(actor)
    _step(actor, assignment_id, AssignmentState.RUNNING, now)


@acting
def deliver_assignment(actor: Actor, assignment_id: UUID, *, delivery: str, now: datetime) -> None:
    """Deliver, as contractor, what was asked, and say what it became."""
    rules.check_contracts(actor)
    if not delivery.strip():
        raise Invalid(_("Zeg wat u oplevert."), field="delivery")
    _step(actor, assignment_id, AssignmentState.DELIVERED, now, delivery=delivery.strip())


@acting
def accept_assignment(actor: Actor, assignment_id: UUID, *, now: datetime) -> None:
    """Accept, as commissioner, what was delivered."""
    rules.check_commissions(actor)
    _step(actor, assignment_id, AssignmentState.ACCEPTED, now)


def _step(
    actor: Actor, assignment_id: UUID, to: AssignmentState, now: datetime, **fields: str
) -> None:
    assignment = Assignment.objects.select_for_update().filter(id=assignment_id).first()
    if assignment is None:
        raise NotFound
    rules.check_step(AssignmentState(assignment.state), to)
    for name, value in fields.items():
        setattr(assignment, name, value)
    assignment.state, assignment.changed_at = to, now
    assignment.save(update_fields=["state", "changed_at", *fields])
    record(actor, f"programme.{to}_assignment", f"assignment:{assignment_id}", now=now)


def _portfolio(slug: str) -> Portfolio:
    portfolio = Portfolio.objects.filter(slug=slug).first()
    if portfolio is None:
        raise NotFound
    return portfolio
