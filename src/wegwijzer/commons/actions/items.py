"""Add, change, publish and replace what the library holds."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from wegwijzer.commons.models import Item
from wegwijzer.commons.rules import items
from wegwijzer.commons.rules.items import Content, Status
from wegwijzer.commons.storing import content_of, own, put, put_all
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record


@acting
def add_item(
    actor: Actor,
    content: Content,
    *,
    now: datetime,
    region_id: UUID | None = None,
    publish: bool = False,
) -> UUID:
    """Add an item of the own region as a draft, or publish it at once; return its id."""
    region_id = region_id or actor.region_id
    items.check_writer(actor, region_id)
    items.check_content(content)
    if publish:
        items.check_publish(content, Status.DRAFT)
    item = Item(region_id=region_id, written_by=actor.person_id, created_at=now)
    if publish:
        item.status, item.published_at = Status.PUBLISHED, now
    put(item, content, now=now)
    record(actor, "commons.add_item", f"item:{item.id}", now=now, kind=content.kind, public=publish)
    return item.id


@acting
def load_items(
    actor: Actor,
    contents: Sequence[Content],
    *,
    now: datetime,
    region_id: UUID | None = None,
    publish: bool = False,
) -> list[UUID]:
    """Add many items of the own region at once, all or none; return their ids."""
    region_id = region_id or actor.region_id
    items.check_writer(actor, region_id)
    rows = []
    for content in contents:
        items.check_content(content)
        if publish:
            items.check_publish(content, Status.DRAFT)
        item = Item(region_id=region_id, written_by=actor.person_id, created_at=now)
        if publish:
            item.status, item.published_at = Status.PUBLISHED, now
        rows.append((item, content))
    put_all(rows, now=now)
    record(
        actor, "commons.load_items", f"region:{region_id}", now=now, added=len(rows), public=publish
    )
    return [item.id for item, _content in rows]


@acting
def change_item(
    actor: Actor,
    item_id: UUID,
    content: Content,
    *,
    version: int,
    now: datetime,
    publish: bool = False,
) -> None:
    """Change an item of the own region; refused when somebody else changed it in between.

    ``publish`` publishes what was a draft with the same change.
    """
    item = own(actor, item_id)
    if item.status == Status.SUPERSEDED:
        raise Conflict(_("Dit is vervangen. Wijzig wat ervoor in de plaats kwam."))
    if item.version != version:
        raise Conflict(_("Een ander heeft dit intussen gewijzigd. Laad de pagina opnieuw."))
    items.check_content(content)
    if content.kind != item.kind:
        raise Invalid(_("De soort ligt vast. Voeg zo nodig een nieuw stuk toe."), field="kind")
    if item.status == Status.PUBLISHED or publish:
        items.check_publish(content, Status.DRAFT)
    if publish and item.status == Status.DRAFT:
        item.status, item.published_at = Status.PUBLISHED, now
    item.version += 1
    put(item, content, now=now)
    record(actor, "commons.change_item", f"item:{item.id}", now=now, version=item.version,
           public=item.status != Status.DRAFT)  # fmt: skip


@acting
def publish_item(actor: Actor, item_id: UUID, *, now: datetime) -> None:
    """Publish a draft of the own region to all regions."""
    item = own(actor, item_id)
    items.check_publish(content_of(item), Status(item.status))
    item.status, item.published_at, item.changed_at = Status.PUBLISHED, now, now
    item.save(update_fields=["status", "published_at", "changed_at"])
    record(actor, "commons.publish_item", f"item:{item.id}", now=now)


@acting
def supersede_item(actor: Actor, item_id: UUID, *, by: UUID, now: datetime) -> None:
    """Replace a published item of the own region by another published one."""
    item = own(actor, item_id)
    other = Item.objects.filter(id=by, status=Status.PUBLISHED).first()
    if other is None or other.id == item.id:
        raise Invalid(_("Kies een ander gepubliceerd stuk dat dit vervangt."), field="by")
    if item.status != Status.PUBLISHED:
        raise Conflict(_("Alleen wat is gepubliceerd, kan worden vervangen."))
    item.status, item.superseded_by, item.changed_at = Status.SUPERSEDED, other, now
    item.save(update_fields=["status", "superseded_by", "changed_at"])
    record(actor, "commons.supersede_item", f"item:{item.id}", now=now, by=other.id)


@acting
def discard_item(actor: Actor, item_id: UUID, *, now: datetime) -> None:
    """Throw away a draft of the own region."""
    item = own(actor, item_id)
    if item.status != Status.DRAFT:
        raise Conflict(_("Wat is gepubliceerd, blijft. Vervang het door iets nieuws."))
    item.delete()
    record(actor, "commons.discard_item", f"item:{item_id}", now=now)
