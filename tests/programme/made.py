"""What the programme of the tests holds, made by the same actions that users call."""

from decimal import Decimal
from uuid import UUID

from tests.world import NOW, SYSTEM, World
from wegwijzer.programme.actions import hubs
from wegwijzer.programme.rules.hubs import FigureContent, HubContent, HubKind, IndicatorContent


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
