"""Provide items with a form, and withdraw them. Bron: Wgs art. 1.5 en 2.22."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from wegwijzer.casework import rules
from wegwijzer.casework.gate import Entered, enter_item, enter_to_supply
from wegwijzer.casework.models import DataRequest, Item
from wegwijzer.casework.queries.access import visible_items
from wegwijzer.casework.rows import item_row, mark_provided
from wegwijzer.casework.rules import ProvidedItem, RequestStatus
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid, NotAllowed, check
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.law.vocabulary import Category
from wegwijzer.logbook.actions import acting, record
from wegwijzer.network.rules import Role
from wegwijzer.subjects.actions import add_subjects
from wegwijzer.subjects.rules import SubjectFacts


@acting
def deliver_form(
    actor: Actor, request_id: UUID, items: Sequence[ProvidedItem], *, now: datetime
) -> list[UUID]:
    """Provide items that were filled in on a form, all or none, and return their references."""
    entered, request = enter_to_supply(actor, request_id, on=now.date(), to_change=True)
    rules.check_takes_data(RequestStatus(request.status))
    if not items:
        raise Invalid(_("Vul ten minste één gegeven in."), field="summary")
    asked = frozenset(Category(category) for category in request.categories)
    for item in items:
        check(rules.may_hold(item, activity=entered.activity, phase=entered.phase))
        rules.check_item(item, asked=asked, today=now.date())
    rows = _rows(actor, entered, request, items, now)
    mark_provided(actor, request, now)
    record(
        actor,
        "casework.deliver_form",
        f"request:{request.id}",
        now=now,
        dossier_id=entered.case.id,
        items=[row.ref for row in rows],
    )
    return [row.ref for row in rows]


def _rows(
    actor: Actor,
    entered: Entered,
    request: DataRequest,
    items: Sequence[ProvidedItem],
    now: datetime,
) -> list[Item]:
    told = [_sourced(item, request) for item in items]
    added = iter(
        add_subjects(actor, entered.case.id, [s for s in told if s is not None], now=now)
        if any(told)
        else ()
    )
    rows = []
    for item, subject in zip(items, told, strict=True):
        known = _known(actor, entered, item, now) if subject is None else next(added)
        row = item_row(request, item, subject_id=known, now=now)
        row.published = True
        rows.append(row)
    return Item.objects.bulk_create(rows)


def _sourced(item: ProvidedItem, request: DataRequest) -> SubjectFacts | None:
    """Return about whom an item is, as said by the supplier under the codes of the item."""
    if item.subject is None:
        return None
    return dataclasses.replace(
        item.subject,
        source_participant_id=request.participant_id,
        first_processed_date=item.first_processed_date,
        relation=item.relation.value,
        circle_link=item.circle_link,
        source_reliability=item.source_reliability,
        information_reliability=item.information_reliability,
        handling=item.handling,
    )


def _known(actor: Actor, entered: Entered, item: ProvidedItem, now: datetime) -> int | None:
    """Return the subject that an item names, when the actor sees it in this case."""
    if item.subject_ref is None:
        return None
    seen = visible_items(actor, on=now.date()).filter(
        case=entered.case, subject__ref=item.subject_ref
    )
    subject_id = seen.values_list("subject_id", flat=True).first()
    if subject_id is None:
        raise Invalid(_("Kies een betrokkene uit de lijst."), field="subject")
    return subject_id


@acting
def withdraw_item(actor: Actor, ref: UUID, *, reason: str, now: datetime) -> None:
    """Withdraw an item that the own participant provided; nobody sees it from now on."""
    entered, item, _verdict = enter_item(actor, ref, on=now.date(), to_change=True)
    if item.supplier_id != actor.participant_id or not actor.has(Role.DATA_SUPPLIER):
        raise NotAllowed(_("Alleen de deelnemer die dit gegeven leverde kan het intrekken."))
    rules.check_reason(reason)
    item.withdrawn_at = now
    item.save(update_fields=["withdrawn_at"])
    record(
        actor,
        "casework.withdraw_item",
        f"item:{ref}",
        now=now,
        dossier_id=entered.case.id,
    )
