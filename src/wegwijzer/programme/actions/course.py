"""Set and close objectives, plan and finish activities, name and close risks."""

from dataclasses import asdict
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record
from wegwijzer.programme.models.course import Activity, Objective, Risk
from wegwijzer.programme.models.portfolios import Portfolio
from wegwijzer.programme.queries.course import list_origins
from wegwijzer.programme.rules import course as rules
from wegwijzer.programme.rules.course import (
    ActivityContent,
    ObjectiveContent,
    ObjectiveState,
    Origin,
    RiskContent,
)
from wegwijzer.programme.rules.portfolios import PortfolioState, check_contracts

Row = TypeVar("Row", Objective, Activity, Risk)


@acting
def set_objective(actor: Actor, slug: str, content: ObjectiveContent, *, now: datetime) -> UUID:
    """Set what a portfolio wants to have reached, with where that comes from; return the id."""
    objective = Objective(portfolio=_kept(actor, slug), recorded_at=now)
    _put_objective(actor, objective, content)
    record(actor, "programme.set_objective", f"portfolio:{objective.portfolio_id}", now=now,
           objective=objective.id, origin=content.origin)  # fmt: skip
    return objective.id


@acting
def change_objective(
    actor: Actor, objective_id: UUID, content: ObjectiveContent, *, now: datetime
) -> None:
    """Change an objective that is open; what it serves and what serves it stays."""
    objective = _kept_up(actor, Objective.objects.select_related("portfolio"), objective_id)
    rules.check_open_objective(ObjectiveState(objective.state))
    _put_objective(actor, objective, content)
    record(actor, "programme.change_objective", f"portfolio:{objective.portfolio_id}", now=now,
           objective=objective_id)  # fmt: skip


@acting
def close_objective(
    actor: Actor, objective_id: UUID, to: ObjectiveState, outcome: str, *, now: datetime
) -> None:
    """Say that an objective was reached and how that shows, or why it is dropped."""
    objective = _kept_up(actor, Objective.objects.select_related("portfolio"), objective_id)
    rules.check_close_objective(ObjectiveState(objective.state), to, outcome)
    objective.state, objective.outcome = to, outcome.strip()
    objective.closed_date = now.date()
    objective.save(update_fields=["state", "outcome", "closed_date"])
    record(actor, "programme.close_objective", f"portfolio:{objective.portfolio_id}", now=now,
           objective=objective_id, state=to)  # fmt: skip


@acting
def plan_activity(actor: Actor, slug: str, content: ActivityContent, *, now: datetime) -> UUID:
    """Plan what is done for a portfolio; return the id."""
    activity = Activity(portfolio=_kept(actor, slug))
    _put_activity(activity, content)
    record(actor, "programme.plan_activity", f"portfolio:{activity.portfolio_id}", now=now,
           activity=activity.id)  # fmt: skip
    return activity.id


@acting
def change_activity(
    actor: Actor, activity_id: UUID, content: ActivityContent, *, now: datetime
) -> None:
    """Change an activity that is not done."""
    activity = _kept_up(actor, Activity.objects.all(), activity_id)
    rules.check_planned(activity.done_date is not None)
    _put_activity(activity, content)
    record(actor, "programme.change_activity", f"portfolio:{activity.portfolio_id}", now=now,
           activity=activity_id)  # fmt: skip


@acting
def finish_activity(actor: Actor, activity_id: UUID, outcome: str, *, now: datetime) -> None:
    """Say what an activity brought about; from then on it is done."""
    activity = _kept_up(actor, Activity.objects.all(), activity_id)
    rules.check_finish(activity.done_date is not None, outcome)
    activity.outcome, activity.done_date = outcome.strip(), now.date()
    activity.save(update_fields=["outcome", "done_date"])
    record(actor, "programme.finish_activity", f"portfolio:{activity.portfolio_id}", now=now,
           activity=activity_id)  # fmt: skip


@acting
def cancel_activity(actor: Actor, activity_id: UUID, *, now: datetime) -> None:
    """Take an activity that did not take place off the plan."""
    activity = _kept_up(actor, Activity.objects.all(), activity_id)
    rules.check_finish(activity.done_date is not None, "-")
    portfolio = activity.portfolio_id
    activity.delete()
    record(actor, "programme.cancel_activity", f"portfolio:{portfolio}", now=now,
           activity=activity_id)  # fmt: skip


@acting
def name_risk(actor: Actor, slug: str, content: RiskContent, *, now: datetime) -> UUID:
    """Say what may go wrong with a portfolio; return the id."""
    risk = Risk(portfolio=_kept(actor, slug), recorded_at=now)
    _put_risk(risk, content)
    record(actor, "programme.name_risk", f"portfolio:{risk.portfolio_id}", now=now, risk=risk.id)
    return risk.id


@acting
def change_risk(actor: Actor, risk_id: UUID, content: RiskContent, *, now: datetime) -> None:
    """Weigh a risk anew, or change what is done about it."""
    risk = _kept_up(actor, Risk.objects.all(), risk_id)
    rules.check_close_risk(risk.closed_date is not None, "-")
    _put_risk(risk, content)
    record(actor, "programme.change_risk", f"portfolio:{risk.portfolio_id}", now=now, risk=risk_id)


@acting
def close_risk(actor: Actor, risk_id: UUID, outcome: str, *, now: datetime) -> None:
    """Say why something is a risk no longer; it stays to be read."""
    risk = _kept_up(actor, Risk.objects.all(), risk_id)
    rules.check_close_risk(risk.closed_date is not None, outcome)
    risk.outcome, risk.closed_date = outcome.strip(), now.date()
    risk.save(update_fields=["outcome", "closed_date"])
    record(actor, "programme.close_risk", f"portfolio:{risk.portfolio_id}", now=now, risk=risk_id)


def _put_objective(actor: Actor, objective: Objective, content: ObjectiveContent) -> None:
    rules.check_objective(content)
    _check_origin(actor, objective, content)
    _fill(objective, content)


def _check_origin(actor: Actor, objective: Objective, content: ObjectiveContent) -> None:
    """Refuse an origin that is not of this portfolio, or an exploration's taken over twice."""
    slug, pk = objective.portfolio.slug, content.origin_id
    if content.origin is Origin.OTHER:
        return
    offered = {(one.kind, one.id) for one in list_origins(actor, slug)}
    if (content.origin, pk) not in offered:
        raise Invalid(_("Kies waar de doelstelling vandaan komt."), field="origin")
    same = Objective.objects.filter(
        portfolio=objective.portfolio_id, origin=Origin.EXPLORATION, origin_id=pk
    )
    if content.origin is Origin.EXPLORATION and same.exclude(id=objective.id).exists():
        raise Invalid(_("Dit doel van de verkenning is al overgenomen."), field="origin")


def _put_activity(activity: Activity, content: ActivityContent) -> None:
    rules.check_activity(content)
    check_serves(activity.portfolio_id, content.objective_id)
    _fill(activity, content)


def _put_risk(risk: Risk, content: RiskContent) -> None:
    rules.check_risk(content)
    _fill(risk, content)


def check_serves(portfolio_id: UUID, *objective_ids: UUID | None) -> None:
    """Refuse what would serve an objective of another portfolio."""
    wanted = {one for one in objective_ids if one is not None}
    found = Objective.objects.filter(portfolio=portfolio_id, id__in=wanted).count()
    if found != len(wanted):
        raise Invalid(_("Kies een doelstelling van deze portefeuille."), field="objective")


def _fill(row: Objective | Activity | Risk, content: object) -> None:
    for name, value in asdict(content).items():  # type: ignore[call-overload]
        setattr(row, name, value.strip() if type(value) is str else value)
    row.save()


def _kept(actor: Actor, slug: str) -> Portfolio:
    """Return a portfolio that goes on and that this actor keeps up."""
    portfolio = Portfolio.objects.filter(slug=slug).first()
    if portfolio is None:
        raise NotFound
    check_contracts(actor)
    rules.check_goes_on(PortfolioState(portfolio.state))
    return portfolio


def _kept_up(actor: Actor, rows: QuerySet[Row], pk: UUID) -> Row:
    """Return one of these rows, held until the act is done, for who keeps portfolios up."""
    found = rows.select_for_update(of=("self",)).filter(id=pk).first()
    if found is None:
        raise NotFound
    check_contracts(actor)
    return found
