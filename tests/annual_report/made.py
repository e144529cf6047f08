"""Make reports for the tests, by the actions that writers call."""

from datetime import timedelta
from itertools import count
from uuid import UUID

from tests.world import NOW, SYSTEM
from wegwijzer.annual_report import actions, queries
from wegwijzer.annual_report.rules.states import Event, ReportKind, Scope
from wegwijzer.kernel.actor import Actor
from wegwijzer.programme.actions import portfolios as programme
from wegwijzer.programme.reference.reader import Reference
from wegwijzer.programme.rules.portfolios import (
    GoalContent,
    PortfolioContent,
    PortfolioState,
    ResultContent,
    ResultKind,
)


def make_report(actor: Actor, *, year: int = 2025, kind: ReportKind = ReportKind.NETWORK) -> UUID:
    """Begin a report of the whole network."""
    return actions.start_report(actor, year, Scope(kind, None), now=NOW)


def write_all(actor: Actor, report: UUID) -> None:
    """Write a text in each chapter that has none."""
    for one in queries.get_report(actor, report, now=NOW).chapters:
        if not one.sections:
            body = f"Dit gaat over {one.title}.\n\n- Een punt\n- Nog een punt"
            actions.add_section(actor, one.id, body=body, now=NOW)


def approve_all(writer: Actor, approver: Actor, report: UUID) -> None:
    """Offer each chapter and have another approve it."""
    for one in queries.get_report(writer, report, now=NOW).chapters:
        actions.send_chapter(writer, one.id, now=NOW)
        actions.approve_chapter(approver, one.id, now=NOW)


def freeze_report(writer: Actor, approver: Actor, report: UUID) -> None:
    """Take a report from collecting to a frozen edition."""
    write_all(writer, report)
    approve_all(writer, approver, report)
    for who, event in (
        (writer, Event.WRITE),
        (writer, Event.REVIEW),
        (approver, Event.APPROVE),
        (approver, Event.FREEZE),
    ):
        actions.take_step(who, report, event, now=NOW)


def load_programme(reference: Reference) -> None:
    """Fill goals, portfolios, results and plans from a reference."""
    for goal in reference.goals:
        content = GoalContent(
            slug=goal.slug, name=goal.name, why=goal.why, target_groups=goal.target_groups
        )
        programme.add_goal(SYSTEM, content, now=NOW)
    moments = (NOW + timedelta(seconds=number) for number in count())
    for goal, one in reference.portfolios():
        about = PortfolioContent(slug=one.slug, name=one.name, aim=one.aim, partners=one.partners)
        state = PortfolioState(one.state)
        programme.add_portfolio(SYSTEM, goal.slug, about, now=NOW, state=state)
        for said in one.results:
            result = ResultContent(kind=ResultKind(said.kind), year=said.year, text=said.text)
            programme.record_result(SYSTEM, one.slug, result, now=next(moments))
        for said in one.plans:
            programme.add_plan(SYSTEM, one.slug, year=said.year, text=said.text, now=next(moments))
