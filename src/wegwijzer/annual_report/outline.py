"""Which chapters the programme asks for: one for each strategic goal, with its portfolios."""

from wegwijzer.annual_report.rules import chapters
from wegwijzer.annual_report.rules.chapters import ChapterKind, Planned
from wegwijzer.annual_report.rules.states import ReportKind
from wegwijzer.kernel.actor import Actor
from wegwijzer.programme.queries.portfolios import (
    GoalRow,
    PortfolioRow,
    get_portfolio,
    list_goals,
)


def planned(actor: Actor, kind: ReportKind, year: int) -> tuple[Planned, ...]:
    """Return the chapters of a report of this kind, in order; what a goal is for stands in it."""
    programme = tuple(one for goal in list_goals(actor) for one in _of_goal(actor, goal))
    return chapters.outline(programme, is_public=kind is ReportKind.PUBLIC)


def _of_goal(actor: Actor, goal: GoalRow) -> list[Planned]:
    under = [_of_portfolio(actor, one, goal.slug) for one in goal.portfolios]
    names = chapters.named(tuple(one.name for one in goal.portfolios))
    label = "Portefeuille" if len(goal.portfolios) == 1 else "Portefeuilles"
    text = f"{goal.why}\n\n{label}: {names}." if names else goal.why
    return [Planned(ChapterKind.GOAL, goal.name, goal.slug, text=text.strip()), *under]


def _of_portfolio(actor: Actor, one: PortfolioRow, goal: str) -> Planned:
    partners = chapters.named(get_portfolio(actor, one.slug).partners)
    text = f"{one.aim}\n\nPartners: {partners}." if partners else one.aim
    return Planned(ChapterKind.PORTFOLIO, one.name, one.slug, under=goal, text=text.strip())
