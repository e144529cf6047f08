"""What the programme of the tests holds, made by the same actions that users call."""

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from tests.world import NOW, SYSTEM, World
from wegwijzer.programme.actions import assignments, council, course, hubs, people, portfolios
from wegwijzer.programme.rules.assignments import AssignmentContent
from wegwijzer.programme.rules.council import ItemContent, MeetingContent, PaperContent, Purpose
from wegwijzer.programme.rules.course import (
    ActivityContent,
    Level,
    ObjectiveContent,
    RiskContent,
)
from wegwijzer.programme.rules.hubs import FigureContent, HubContent, HubKind, IndicatorContent
from wegwijzer.programme.rules.people import GroupContent, GroupKind
from wegwijzer.programme.rules.portfolios import (
    GoalContent,
    PortfolioContent,
    PortfolioState,
    ResultContent,
    ResultKind,
)


def hub(world: World, name: str = "Haven van Voorbeeldstad", kind=HubKind.SEA_PORT) -> UUID:
    """Add a hub of the portfolio mainports."""
    content = HubContent(name=name, kind=kind, portfolios=frozenset({"mainports"}))
    return hubs.add_hub(SYSTEM, content, region_id=world.regions["ON"], now=NOW)


def indicator(name: str = "Uithalers aangehouden") -> UUID:
    """Say what is counted."""
    content = IndicatorContent(
        name=name, definition="Door de politie aangehouden op een haventerrein.", unit="personen"
    )
    return hubs.add_indicator(SYSTEM, content, now=NOW)


def figures(hub_id: UUID, indicator_id: UUID, **by_year: int) -> None:
    """Record a figure for each year, given as y2024=3."""
    for year, value in by_year.items():
        content = FigureContent(year=int(year[1:]), value=Decimal(value), source="Politie")
        hubs.record_figure(SYSTEM, hub_id, indicator_id, content, now=NOW)


def meeting(world: World, *, share: bool = True, days: int = 0) -> tuple[UUID, UUID, UUID]:
    """Plan a meeting with one item for decision and a paper; return the three ids."""
    ria = world.actor("ria")
    day = NOW.date() + timedelta(days=days)
    content = MeetingContent(held_date=day, place="Utrecht", chair="R. Hoofd")
    made = council.plan_meeting(ria, content, now=NOW)
    asked = ItemContent(title="Criminele geldstromen verkennen", purpose=Purpose.DECIDE)
    item = council.add_agenda_item(ria, made, asked, now=NOW)
    text = PaperContent(title="Voorstel", text="Verken eerst de meerwaarde.")
    paper = council.add_paper(ria, item, text, now=NOW)
    if share:
        council.share_agenda(ria, made, now=NOW)
    return made, item, paper


def portfolio(slug: str = "mainports") -> str:
    """Add a portfolio that runs, under a goal of its own; return its slug."""
    portfolios.add_goal(SYSTEM, GoalContent(slug=f"doel-{slug}", name="Weerbaar"), now=NOW)
    content = PortfolioContent(slug=slug, name=slug.capitalize(), partners=("Douane",))
    running = PortfolioState.RUNNING
    portfolios.add_portfolio(SYSTEM, f"doel-{slug}", content, state=running, now=NOW)
    return slug


def result(slug: str, text: str = "Kades geteld.") -> UUID:
    """Record what a portfolio reached this year."""
    content = ResultContent(kind=ResultKind.METHOD, year=NOW.year, text=text)
    return portfolios.record_result(SYSTEM, slug, content, now=NOW)


def group(slug: str, name: str = "Kades") -> UUID:
    """Form a Next Level Workshop of a portfolio that began today."""
    content = GroupContent(
        kind=GroupKind.NEXT_LEVEL, name=name, purpose="Eén beeld.", starts_date=NOW.date()
    )
    return people.add_group(SYSTEM, slug, content, now=NOW)


def assignment(slug: str, contractor: UUID) -> UUID:
    """Draft an assignment of a portfolio for a head."""
    content = AssignmentContent(
        title="Kade in beeld", expected="Een beeld", contractor_id=contractor
    )
    return assignments.draft_assignment(SYSTEM, slug, content, now=NOW)


def objective(slug: str, **changes) -> UUID:
    """Set an objective that came up in a talk."""
    content = ObjectiveContent(text="Elke kade telt mee.", origin_note="Gesprek.", **changes)
    return course.set_objective(SYSTEM, slug, content, now=NOW)


def activity(slug: str, **changes) -> UUID:
    """Plan an activity that begins today."""
    content = ActivityContent(title="Tellen", starts_date=NOW.date(), **changes)
    return course.plan_activity(SYSTEM, slug, content, now=NOW)


def risk(slug: str) -> UUID:
    """Name a risk that weighs a little."""
    content = RiskContent(text="Niemand telt.", chance=Level.LOW, impact=Level.MEDIUM)
    return course.name_risk(SYSTEM, slug, content, now=NOW)
