"""Deliver a file: hand it in, say which column is what, take it back. Bron: Wgs art. 1.5."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from wegwijzer.casework import rules, storing
from wegwijzer.casework.delivery.limits import Limits
from wegwijzer.casework.delivery.mapping import ABOUT_THE_ITEM, EXTRA, mapping_from
from wegwijzer.casework.gate import enter_delivery, enter_to_supply
from wegwijzer.casework.models import Delivery
from wegwijzer.casework.rules import Defaults, DeliveryStatus, Keep, RequestStatus
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid, check
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.law.vocabulary import Category
from wegwijzer.logbook.actions import acting, reading, record


@reading
def receive_delivery(
    actor: Actor, request_id: UUID, *, filename: str, pieces: Iterable[bytes], now: datetime
) -> UUID:
    """Keep a file for a request, encrypted, and return the delivery; a worker reads it.

    The file is written before the transaction, which is short: nobody waits for an upload.
    """
    _entered, request = enter_to_supply(actor, request_id, on=now.date())
    rules.check_takes_data(RequestStatus(request.status))
    stored, size = storing.write(pieces, most=Limits().max_bytes)
    try:
        return _register(actor, request_id, (stored, size), filename=filename, now=now)
    except BaseException:
        storing.remove(stored)
        raise


def _register(
    actor: Actor, request_id: UUID, kept: tuple[str, int], *, filename: str, now: datetime
) -> UUID:
    stored, size = kept
    with transaction.atomic():
        entered, request = enter_to_supply(actor, request_id, on=now.date(), to_change=True)
        rules.check_takes_data(RequestStatus(request.status))
        delivery = Delivery.objects.create(
            id=uuid4(),
            request=request,
            filename=rules.plain_name(filename),
            size=size,
            stored=stored,
            status=DeliveryStatus.RECEIVED,
            delivered_by_id=actor.person_id,
            designation_id=actor.designation_id,
            received_at=now,
        )
        record(
            actor,
            "casework.receive_delivery",
            f"delivery:{delivery.id}",
            now=now,
            dossier_id=entered.case.id,
            size=size,
        )
        return delivery.id


@acting
def map_delivery(
    actor: Actor,
    delivery_id: UUID,
    *,
    fields: Sequence[str],
    defaults: Defaults,
    keep: Keep,
    now: datetime,
) -> None:
    """Say which column fills which field and what holds for every row; then it is read in."""
    entered, delivery = enter_delivery(actor, delivery_id, on=now.date(), to_change=True)
    rules.check_status(DeliveryStatus(delivery.status), DeliveryStatus.MAPPING)
    mapping = mapping_from(fields)
    columns = (delivery.mapping or {}).get("columns", [])
    filled = _filled(mapping.fields, columns)
    asked = frozenset(Category(key) for key in delivery.request.categories)
    item = defaults.item()
    rules.check_item(item, asked=asked, today=now.date())
    if not ABOUT_THE_ITEM.intersection(filled) & {"category", "relation", "circle_link"}:
        check(rules.may_hold(item, activity=entered.activity, phase=entered.phase))
    delivery.mapping = {
        "columns": columns,
        "fields": mapping.as_json(),
        "defaults": defaults.as_json(),
    }
    delivery.keep, delivery.status = keep, DeliveryStatus.QUEUED
    delivery.attempts, delivery.lease_until = 0, None
    delivery.save(update_fields=["mapping", "keep", "status", "attempts", "lease_until"])
    record(
        actor,
        "casework.map_delivery",
        f"delivery:{delivery_id}",
        now=now,
        dossier_id=entered.case.id,
        keep=keep,
        category=defaults.category,
    )


def _filled(fields: Sequence[str], columns: Sequence[str]) -> list[str]:
    """Return the fields that columns fill, or refuse a choice that is missing or made twice."""
    if len(fields) != len(columns):
        raise Invalid(_("Kies bij elke kolom wat erin staat."), field="columns")
    filled = [field for field in fields if field not in ("", EXTRA)]
    if len(set(filled)) < len(filled):
        raise Invalid(
            _("Twee kolommen vullen hetzelfde veld. Kies voor een van beide ‘bewaren’."),
            field="columns",
        )
    return filled


@acting
def discard_delivery(actor: Actor, delivery_id: UUID, *, now: datetime) -> None:
    """Throw away a delivery of which nothing was taken, with its file."""
    entered, delivery = enter_delivery(actor, delivery_id, on=now.date(), to_change=True)
    rules.check_status(
        DeliveryStatus(delivery.status),
        DeliveryStatus.RECEIVED,
        DeliveryStatus.MAPPING,
        DeliveryStatus.REJECTED,
        DeliveryStatus.FAILED,
    )
    stored = delivery.stored
    delivery.delete()
    transaction.on_commit(lambda: storing.remove(stored))
    record(
        actor,
        "casework.discard_delivery",
        f"delivery:{delivery_id}",
        now=now,
        dossier_id=entered.case.id,
    )
