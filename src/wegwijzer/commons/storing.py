"""Store an item with the words by which it is found, and find it again to change it."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from wegwijzer.commons.models import Item, ItemPhenomenon, ItemWord
from wegwijzer.commons.rules import items, words
from wegwijzer.commons.rules.items import Content, Kind, Material, Status
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound

BATCH = 2_000
PLAIN = (
    "title",
    "summary",
    "body",
    "portfolio",
    "place",
    "municipality_code",
    "period_from",
    "period_to",
    "method",
    "sources",
    "contact_name",
    "contact_reach",
    "may_be_called",
)


def own(actor: Actor, item_id: UUID) -> Item:
    """Return an item that this actor may change; that of another region reads as absent."""
    item = Item.objects.select_for_update().filter(id=item_id).first()
    if item is None or (item.status == Status.DRAFT and item.region_id != actor.region_id):
        raise NotFound
    items.check_writer(actor, item.region_id)
    return item


def content_of(item: Item) -> Content:
    """Return what an item says."""
    return Content(
        kind=Kind(item.kind),
        phenomena=frozenset(item.phenomena.values_list("phenomenon", flat=True)),
        materials=tuple(Material(**one) for one in item.materials),
        **{name: getattr(item, name) for name in PLAIN},
    )


def put(item: Item, content: Content, *, now: datetime) -> None:
    """Store what an item says, with the words by which it is found."""
    _fill(item, content, now)
    item.save()
    ItemPhenomenon.objects.filter(item=item).delete()
    ItemWord.objects.filter(item=item).delete()
    _index([(item, content)])


def put_all(rows: Sequence[tuple[Item, Content]], *, now: datetime) -> None:
    """Store many new items at once."""
    for item, content in rows:
        _fill(item, content, now)
    Item.objects.bulk_create((item for item, _content in rows), BATCH)
    _index(rows)


def _fill(item: Item, content: Content, now: datetime) -> None:
    for name in PLAIN:
        value = getattr(content, name)
        setattr(item, name, value.strip() if isinstance(value, str) else value)
    item.kind, item.changed_at = content.kind, now
    item.year = items.year_of(content, now.date())
    item.stems = " ".join(words_of(content))
    item.materials = [asdict(one) for one in content.materials]


def _index(rows: Sequence[tuple[Item, Content]]) -> None:
    """Store by which phenomena and words items are found; there are none of them yet."""
    about = ((item, slug) for item, content in rows for slug in sorted(content.phenomena))
    ItemPhenomenon.objects.bulk_create(
        (ItemPhenomenon(item=item, phenomenon=slug) for item, slug in about), BATCH
    )
    words_in = ((item, word) for item, _content in rows for word in item.stems.split())
    ItemWord.objects.bulk_create((ItemWord(item=item, word=word) for item, word in words_in), BATCH)


def words_of(content: Content) -> tuple[str, ...]:
    """Return the stems by which an item is found: title and place first, its body last."""
    said = (content.title, content.place, content.method, content.summary, content.body)
    return words.stems_in(*said)[: words.MOST_WORDS]


def content_to_json(content: Content) -> dict[str, Any]:
    """Return what an item says as it is kept in a list that waits."""
    kept = asdict(content) | {"phenomena": sorted(content.phenomena)}
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in kept.items()
    }


def content_from_json(kept: dict[str, Any]) -> Content:
    """Return what an item says from a list that waited."""
    days = {
        name: date.fromisoformat(kept[name]) if kept[name] else None
        for name in ("period_from", "period_to")
    }
    parts = {
        "kind": Kind(kept["kind"]),
        "phenomena": frozenset(kept["phenomena"]),
        "materials": tuple(Material(**one) for one in kept["materials"]),
    }
    return Content(**(kept | days | parts))
