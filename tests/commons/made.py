"""What the library of the tests holds, made by the same actions that users call."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from tests.world import NOW, SYSTEM, World
from wegwijzer.commons import actions
from wegwijzer.commons.rules.items import Content, Kind

PICTURE = Content(
    kind=Kind.PHENOMENON_PICTURE,
    title="Fenomeenbeeld mensenhandel in Voorbeeldstad",
    summary="Uitbuiting van arbeidsmigranten in de tuinbouw en in vakantieparken.",
    body="In kassen en op vakantieparken werden arbeidsmigranten uitgebuit door uitzendbureaus.",
    portfolio="mensenhandel",
    phenomena=frozenset({"human_trafficking"}),
    place="Voorbeeldstad",
    municipality_code="GM9901",
    period_from=date(2024, 1, 1),
    period_to=date(2024, 12, 31),
    method="Gesprekken met wijkagenten en boa's",
    sources="Straatinformatie, signalen, interviews",
)


def content(**changes) -> Content:
    """Return the picture with some things different."""
    return replace(PICTURE, **changes)


def added(world: World, who: str = "alice", *, publish: bool = True, **changes) -> UUID:
    """Add an item, published unless said otherwise."""
    return actions.add_item(world.actor(who), content(**changes), publish=publish, now=NOW)


def in_region(world: World, region: str, **changes) -> UUID:
    """Add a published item of a region by its code."""
    return actions.add_item(
        SYSTEM, content(**changes), region_id=world.regions[region], publish=True, now=NOW
    )
