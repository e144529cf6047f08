"""The inventory: all phenomenon pictures side by side, and of what there is none."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Max

from wegwijzer.commons.models import Item, ItemPhenomenon
from wegwijzer.commons.queries.items import Wanted, narrowed, page_of
from wegwijzer.commons.rules.coverage import Freshness, freshness
from wegwijzer.commons.rules.items import Kind, Status
from wegwijzer.commons.shown import ItemRow, row_of
from wegwijzer.kernel.actor import Actor

PAGE = 20


@dataclass(frozen=True, slots=True)
class PictureRow:
    """A phenomenon picture as it stands beside others; the findings are its summary."""

    item: ItemRow
    period_from: date | None
    period_to: date | None
    method: str
    sources: str
    findings: str


@dataclass(frozen=True, slots=True)
class PictureList:
    """A page of pictures, with the keys of the pages after and before it."""

    rows: list[PictureRow]
    after: str
    before: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one region has of one phenomenon: how many pictures, and of when the latest is."""

    pictures: int
    latest: int | None
    freshness: Freshness


BLIND = Cell(0, None, Freshness.NONE)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which region has a picture of which phenomenon."""

    cells: dict[tuple[str, UUID], Cell]

    def cell(self, phenomenon: str, region_id: UUID) -> Cell:
        """Return what a region has of a phenomenon; nothing is a blind spot."""
        return self.cells.get((phenomenon, region_id), BLIND)


def list_pictures(
    actor: Actor,
    *,
    phenomenon: str = "",
    region_id: UUID | None = None,
    after: str = "",
    before: str = "",
    limit: int = PAGE,
) -> PictureList:
    """List the published pictures with what one compares, last changed first."""
    wanted = Wanted(
        kind=Kind.PHENOMENON_PICTURE,
        status=Status.PUBLISHED,
        phenomenon=phenomenon,
        region_id=region_id,
    )
    items, *keys = page_of(narrowed(actor, wanted), after=after, before=before, limit=limit)
    return PictureList([_picture(item) for item in items], *keys)


def get_coverage(actor: Actor, *, today: date) -> Coverage:
    """Return per phenomenon and region how recent the latest published picture is."""
    rows = (
        ItemPhenomenon.objects.filter(
            item__kind=Kind.PHENOMENON_PICTURE, item__status=Status.PUBLISHED
        )
        .values_list("phenomenon", "item__region_id")
        .annotate(pictures=Count("item_id"), latest=Max("item__year"))
        .order_by()
    )
    return Coverage(
        {
            (slug, region): Cell(pictures, latest, freshness(latest, today.year))
            for slug, region, pictures, latest in rows
        }
    )


def _picture(item: Item) -> PictureRow:
    return PictureRow(
        row_of(item), item.period_from, item.period_to, item.method, item.sources, item.summary
    )
