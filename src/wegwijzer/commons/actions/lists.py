"""Take in a list: look at it first, then add what is sound, all at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from wegwijzer.commons.actions.items import load_items
from wegwijzer.commons.models import Upload
from wegwijzer.commons.rules import items
from wegwijzer.commons.rules.items import Content, Kind, Status
from wegwijzer.commons.rules.lists import Rejection, columns_in, content_in
from wegwijzer.commons.storing import content_from_json, content_to_json
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import DomainError, Invalid, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record

MOST_ROWS = 2_000
# A list that nobody took in after so long goes.
KEPT = timedelta(days=7)


@acting
def receive_list(
    actor: Actor,
    name: str,
    header: Sequence[str],
    rows: Iterable[tuple[int, Sequence[str]]],
    *,
    kind: Kind,
    phenomena: Mapping[str, str],
    now: datetime,
) -> UUID:
    """Keep an uploaded list to look at; nothing of it is in the library yet. Return its id.

    ``kind`` is for rows that name none, ``phenomena`` has slugs by name.
    """
    items.check_writer(actor, actor.region_id)
    good, wrong = _judged(columns_in(header), rows, kind, phenomena)
    Upload.objects.filter(uploaded_at__lt=now - KEPT).delete()
    upload = Upload.objects.create(
        region_id=actor.region_id,
        uploaded_by=actor.person_id,
        uploaded_at=now,
        name=name[:160],
        rows=[content_to_json(content) for content in good],
        rejections=[asdict(one) for one in wrong],
    )
    record(
        actor, "commons.receive_list", f"upload:{upload.id}",
        now=now, good=len(good), wrong=len(wrong),
    )  # fmt: skip
    return upload.id


def _judged(
    columns: Mapping[str, int],
    rows: Iterable[tuple[int, Sequence[str]]],
    kind: Kind,
    phenomena: Mapping[str, str],
) -> tuple[list[Content], list[Rejection]]:
    """Return the rows that can be taken in, and those that cannot with the reason."""
    good: list[Content] = []
    wrong: list[Rejection] = []
    for number, values in rows:
        if len(good) + len(wrong) == MOST_ROWS:
            raise Invalid(_("De lijst heeft meer dan 2.000 rijen. Splits haar in delen."),
                          field="file")  # fmt: skip
        try:
            good.append(content_in(values, columns, kind=kind, phenomena=phenomena))
        except DomainError as refusal:
            at = columns["title"]
            title = values[at][:160] if at < len(values) else ""
            wrong.append(Rejection(number, title, refusal.message))
    if not good and not wrong:
        raise Invalid(_("De lijst heeft alleen een kopregel. Kies een lijst met rijen."),
                      field="file")  # fmt: skip
    return good, wrong


@acting
def take_list(actor: Actor, upload_id: UUID, *, publish: bool, now: datetime) -> tuple[int, int]:
    """Add the sound rows of a list; return how many were published and how many are drafts.

    What cannot be published yet becomes a draft.
    """
    upload = _own(actor, upload_id)
    contents = [content_from_json(one) for one in upload.rows]
    ready = [one for one in contents if publish and _can_be_published(one)]
    drafts = [one for one in contents if not (publish and _can_be_published(one))]
    load_items(actor, ready, publish=True, now=now)
    load_items(actor, drafts, publish=False, now=now)
    upload.delete()
    return len(ready), len(drafts)


@acting
def discard_list(actor: Actor, upload_id: UUID, *, now: datetime) -> None:
    """Throw away a list that was only looked at."""
    _own(actor, upload_id).delete()
    record(actor, "commons.discard_list", f"upload:{upload_id}", now=now)


def _can_be_published(content: Content) -> bool:
    try:
        items.check_publish(content, Status.DRAFT)
    except Invalid:
        return False
    return True


def _own(actor: Actor, upload_id: UUID) -> Any:
    items.check_writer(actor)
    upload = Upload.objects.filter(id=upload_id, uploaded_by=actor.person_id).first()
    if upload is None:
        raise NotFound
    return upload
