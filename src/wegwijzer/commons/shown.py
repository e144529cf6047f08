"""An item as lists show it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wegwijzer.commons.models import Item
from wegwijzer.commons.rules.items import Kind, Status


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item in a list."""

    id: UUID
    kind: Kind
    status: Status
    title: str
    summary: str
    region_id: UUID
    region_name: str
    place: str
    year: int
    portfolio: str
    phenomena: tuple[str, ...]
    changed_at: datetime


def row_of(item: Item) -> ItemRow:
    """Return an item as a list shows it."""
    return ItemRow(
        item.id,
        Kind(item.kind),
        Status(item.status),
        item.title,
        item.summary,
        item.region_id,
        item.region.name,
        item.place,
        item.year,
        item.portfolio,
        tuple(sorted(one.phenomenon for one in item.phenomena.all())),
        item.changed_at,
    )
