"""Turn the pages of a list that has an end: by the id of the row at the end of a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db.models import QuerySet

from wegwijzer.kernel.errors import Invalid
from wegwijzer.kernel.text import gettext_noop as _

R = TypeVar("R")
PAGE = 15


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins: after or before the row with this id, or at the start."""

    after: UUID | None = None
    before: UUID | None = None


@dataclass(frozen=True, slots=True)
class Listed(Generic[R]):
    """A page of a list, with the keys of the pages after and before it, empty at the ends."""

    rows: list[R]
    after: str
    before: str


def page_of(rows: Sequence[R], ids: Sequence[UUID], place: Place) -> Listed[R]:
    """Return the page of rows that lies there; ``ids`` are theirs, in the same order."""
    try:
        start = ids.index(place.after) + 1 if place.after else 0
        end = ids.index(place.before) if place.before else start + PAGE
    except ValueError:
        raise Invalid(_("Deze plek in de lijst bestaat niet. Begin vooraan.")) from None
    start = max(0, end - PAGE) if place.before else start
    after = str(ids[end - 1]) if ids[end:] else ""
    return Listed(list(rows[start:end]), after, str(ids[start]) if start else "")


def page_of_rows(rows: QuerySet[Any], place: Place, *, most: int) -> Listed[Any]:
    """Return the page of a query that lies there: only what is on it is read whole."""
    ids = list(rows.values_list("id", flat=True)[:most])
    page = page_of(ids, ids, place)
    known = {one.id: one for one in rows.order_by().filter(id__in=page.rows)}
    return Listed([known[one] for one in page.rows], page.after, page.before)
