"""Look at a list before it is taken in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wegwijzer.commons.models import Upload
from wegwijzer.commons.rules.items import Content
from wegwijzer.commons.rules.lists import Rejection
from wegwijzer.commons.storing import content_from_json
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading

SHOWN = 20


@dataclass(frozen=True, slots=True)
class UploadPage:
    """An uploaded list: the first sound rows, how many there are, and every rejected one."""

    id: UUID
    name: str
    uploaded_at: datetime
    first: list[Content]
    number: int
    rejections: list[Rejection]


@reading
def get_list(actor: Actor, upload_id: UUID) -> UploadPage:
    """Return a list that this person uploaded; that of another reads as absent."""
    upload = Upload.objects.filter(id=upload_id, uploaded_by=actor.person_id).first()
    if upload is None:
        raise NotFound
    return UploadPage(
        upload.id,
        upload.name,
        upload.uploaded_at,
        [content_from_json(one) for one in upload.rows[:SHOWN]],
        len(upload.rows),
        [Rejection(**one) for one in upload.rejections],
    )
