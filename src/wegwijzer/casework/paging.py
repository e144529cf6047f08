"""The keys by which long lists are paged; never by counting rows."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from wegwijzer.kernel.errors import Invalid
from wegwijzer.kernel.text import gettext_noop as _

R = TypeVar("R")
M = TypeVar("M", bound=Model)
MOMENT = "%Y%m%dT%H%M%S.%f"
# A count goes no further than this: "1.000+".
MOST_COUNTED = 1_000
PAGE = 50


@dataclass(frozen=True, slots=True)
class Page(Generic[R]):
    """A page of a list, with the keys of the pages after and before it, empty at the ends."""

    rows: list[R]
    after: str = ""
    before: str = ""


class MomentKey:
    """A list by a moment and an id, the newest first."""

    def __init__(self, field: str) -> None:
        self.field = field

    def order(self, *, backwards: bool) -> tuple[str, str]:
        """Return by what to sort."""
        return (self.field, "id") if backwards else (f"-{self.field}", "-id")

    def key(self, row: object) -> str:
        """Return the key of a row."""
        at: datetime = getattr(row, self.field)
        pk: UUID = getattr(row, "id")  # noqa: B009 - any table with a UUID
        return f"{at.astimezone(UTC):{MOMENT}}-{pk.hex}"

    def beyond(self, key: str, way: str) -> Q:
        """Return the condition that a row lies beyond the row with this key."""
        moment, _dash, hexed = key.partition("-")
        try:
            at, pk = datetime.strptime(moment, MOMENT).replace(tzinfo=UTC), UUID(hexed)
        except ValueError:
            raise no_such_place() from None
        later = Q(**{f"{self.field}__{way}": at}) | Q(**{f"id__{way}": pk})
        return Q(**{f"{self.field}__{way}e": at}) & later

    def read(self, rows: QuerySet[M]) -> list[M]:
        """Return the rows."""
        return list(rows)


class NumberKey:
    """A list by a growing number, the newest first."""

    def __init__(self, field: str = "id") -> None:
        self.field = field

    def order(self, *, backwards: bool) -> tuple[str]:
        """Return by what to sort."""
        return (self.field if backwards else f"-{self.field}",)

    def key(self, row: object) -> str:
        """Return the key of a row."""
        return str(getattr(row, self.field))

    def beyond(self, key: str, way: str) -> Q:
        """Return the condition that a row lies beyond the row with this key."""
        if not (key.isascii() and key.isdigit() and len(key) < 19):
            raise no_such_place()
        return Q(**{f"{self.field}__{way}": int(key)})

    def read(self, rows: QuerySet[M]) -> list[M]:
        """Return the rows: their keys first, which an index tells, and then only those."""
        keys = list(rows.values_list("pk", flat=True))
        found = rows.model._default_manager.in_bulk(keys)
        return [found[key] for key in keys if key in found]


def no_such_place() -> Invalid:
    """Return the refusal of a key that no page ever handed out."""
    return Invalid(_("Deze plek in de lijst bestaat niet. Begin vooraan."), field="after")


def paged(
    rows: QuerySet[M], by: "MomentKey | NumberKey", *, after: str, before: str, limit: int
) -> Page[M]:
    """Return one page of rows; one more is read than shown, to know whether there is a next."""
    rows = rows.order_by(*by.order(backwards=bool(before)))
    if before:
        rows = rows.filter(by.beyond(before, "gt"))
    elif after:
        rows = rows.filter(by.beyond(after, "lt"))
    found = by.read(rows[: limit + 1])
    more, found = len(found) > limit, found[:limit]
    if before:
        found.reverse()
    return Page(
        found,
        after=by.key(found[-1]) if found and (more or before) else "",
        before=by.key(found[0]) if found and (after or (before and more)) else "",
    )


def capped(rows: QuerySet[Any]) -> int:
    """Count rows, up to one more than ``MOST_COUNTED``."""
    return rows.order_by().values("pk")[: MOST_COUNTED + 1].count()
