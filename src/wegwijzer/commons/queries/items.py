"""Read the library: narrowed, searched, paged by key, counted only as far as is cheap."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from wegwijzer.commons.models import Item, ItemPhenomenon, ItemWord
from wegwijzer.commons.rules import words
from wegwijzer.commons.rules.items import Content, Kind, Status
from wegwijzer.commons.shown import ItemRow, row_of
from wegwijzer.commons.storing import content_of
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import reading
from wegwijzer.network.queries import person_names_of

# A count goes no further than this: "meer dan 1.000".
MOST_COUNTED = 1_000
PAGE = 30
# A word in at most this many items is looked up first, the others checked after.
RARE = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """By what the library is narrowed; empty is everything that still counts."""

    kind: Kind | None = None
    region_id: UUID | None = None
    phenomenon: str = ""
    portfolio: str = ""
    year: int | None = None
    status: Status | None = None
    municipality_code: str = ""
    may_be_called: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class ItemList:
    """A page of the library, with the keys of the pages after and before it, empty at the ends."""

    rows: list[ItemRow]
    after: str
    before: str


@dataclass(frozen=True, slots=True)
class ItemPage:
    """One item with all that it says."""

    row: ItemRow
    content: Content
    version: int
    created_at: datetime
    published_at: datetime | None
    origin_id: UUID | None
    superseded_by: ItemRow | None
    is_own: bool
    written_by: str


def visible_items(actor: Actor) -> QuerySet[Item]:
    """Return what is published to all, and the drafts of the own region."""
    return Item.objects.filter(~Q(status=Status.DRAFT) | Q(region_id=actor.region_id))


def list_items(
    actor: Actor, wanted: Wanted = Wanted(), *, after: str = "", before: str = "", limit: int = PAGE
) -> ItemList:  # fmt: skip
    """List the items that the actor may see, last changed first."""
    items, *keys = page_of(narrowed(actor, wanted), after=after, before=before, limit=limit)
    return ItemList([row_of(item) for item in items], *keys)


def page_of(
    rows: QuerySet[Item], *, after: str, before: str, limit: int
) -> tuple[list[Item], str, str]:
    """Return the items of one page, last changed first, and the keys of the pages around it."""
    if before:
        rows = rows.filter(_beyond(before, "gt")).order_by("changed_at", "id")
    else:
        rows = rows.order_by("-changed_at", "-id")
        rows = rows.filter(_beyond(after, "lt")) if after else rows
    found = list(rows.select_related("region").prefetch_related("phenomena")[: limit + 1])
    more, found = len(found) > limit, found[:limit]
    if before:
        found.reverse()
    return (
        found,
        _key(found[-1]) if found and (more or before) else "",
        _key(found[0]) if found and (after or (before and more)) else "",
    )


def count_items(actor: Actor, wanted: Wanted = Wanted()) -> int:
    """Count the items that the actor may see, up to one more than ``MOST_COUNTED``."""
    return narrowed(actor, wanted, is_whole=True).values("pk")[: MOST_COUNTED + 1].count()


@reading
def get_item(actor: Actor, item_id: UUID) -> ItemPage:
    """Return one item that the actor may see."""
    item = (
        visible_items(actor)
        .select_related("region", "superseded_by__region")
        .prefetch_related("phenomena")
        .filter(id=item_id)
        .first()
    )
    if item is None:
        raise NotFound
    return ItemPage(
        row_of(item),
        content_of(item),
        item.version,
        item.created_at,
        item.published_at,
        item.origin_id,
        row_of(item.superseded_by) if item.superseded_by else None,
        item.region_id == actor.region_id,
        person_names_of({item.written_by}).get(item.written_by, ""),
    )


def find_item(actor: Actor, item_id: UUID) -> ItemRow | None:
    """Return one item as a list shows it, or nothing when the actor may not see it."""
    rows = visible_items(actor).select_related("region").prefetch_related("phenomena")
    item = rows.filter(id=item_id).first()
    return row_of(item) if item else None


def list_years(actor: Actor) -> list[int]:
    """List the years of which something is published, latest first."""
    rows = Item.objects.exclude(status=Status.DRAFT).values_list("year", flat=True)
    return list(rows.distinct().order_by("-year")[:40])


def list_portfolios_used(actor: Actor) -> list[str]:
    """List the slugs of the portfolios that an item names."""
    rows = Item.objects.exclude(portfolio="").values_list("portfolio", flat=True)
    return list(rows.distinct().order_by("portfolio")[:60])


def narrowed(actor: Actor, wanted: Wanted, *, is_whole: bool = False) -> QuerySet[Item]:
    """Return what the actor may see of what is wanted; what was replaced only when asked for.

    ``is_whole`` says that all of it is counted, so that looking each row up apart would cost more.
    """
    rows = visible_items(actor)
    if wanted.status is None:
        rows = rows.exclude(status=Status.SUPERSEDED)
    exact = {
        "status": wanted.status,
        "kind": wanted.kind,
        "region_id": wanted.region_id,
        "portfolio": wanted.portfolio,
        "year": wanted.year,
        "municipality_code": wanted.municipality_code,
        "may_be_called": wanted.may_be_called,
    }
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    if wanted.phenomenon:
        about = ItemPhenomenon.objects.filter(phenomenon=wanted.phenomenon)
        rows = _among(rows, about, is_whole=is_whole)
    return _found(rows, wanted.text, is_whole=is_whole) if wanted.text.strip() else rows


def _among(rows: QuerySet[Item], places: QuerySet[Any], *, is_whole: bool) -> QuerySet[Item]:
    """Narrow to the items that are in the places: a page looks each up, a count all at once."""
    if not is_whole:
        return rows.filter(Exists(places.filter(item_id=OuterRef("pk"))))
    # Not the bare key: by that a database looks up every item, where one pass over an index does.
    return rows.alias(key=Coalesce("id", "id")).filter(key__in=places.values("item_id"))


def _found(rows: QuerySet[Item], text: str, *, is_whole: bool) -> QuerySet[Item]:
    """Narrow to the items that have every word of the text, whatever its form."""
    sought = words.stems_in(text)[:8]
    if not sought:
        return rows.none()
    places = [_places(word) for word in sought]
    few = next((one for one in places if _is_rare(one)), None)
    if few is not None:
        rows = rows.filter(id__in=set(few.values_list("item_id", flat=True)))
        places.remove(few)
    for place in places:
        rows = _among(rows, place, is_whole=is_whole)
    return rows


def _places(word: str) -> QuerySet[ItemWord]:
    """Return where a stem stands; of four letters or more also what begins with it."""
    if len(word) < words.SHORTEST_BEGINNING:
        return ItemWord.objects.filter(word=word)
    found = ItemWord.objects.filter(word__gte=word)
    return found.filter(word__lt=end) if (end := words.after(word)) else found


def _is_rare(places: QuerySet[ItemWord]) -> bool:
    return places.values("pk")[: RARE + 1].count() <= RARE


def _key(item: Item) -> str:
    return f"{item.changed_at.astimezone(UTC):%Y%m%dT%H%M%S.%f}-{item.id.hex}"


def _beyond(key: str, way: str) -> Q:
    """Return the condition that a row lies beyond the row with this key."""
    moment, _dash, hexed = key.partition("-")
    try:
        at = datetime.strptime(moment, "%Y%m%dT%H%M%S.%f").replace(tzinfo=UTC)
        pk = UUID(hexed)
    except ValueError:
        raise Invalid(_("Deze plek in de lijst bestaat niet. Begin vooraan.")) from None
    return Q(**{f"changed_at__{way}e": at}) & (
        Q(**{f"changed_at__{way}": at}) | Q(**{f"id__{way}": pk})
    )
