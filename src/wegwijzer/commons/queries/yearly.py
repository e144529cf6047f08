"""Read what the library can tell of a year: the last of each kind, in one question."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, QuerySet, Window
from django.db.models.functions import RowNumber

from wegwijzer.commons.models import Item
from wegwijzer.commons.queries.items import Wanted, narrowed
from wegwijzer.commons.rules.items import Kind, Status
from wegwijzer.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class YearlyRow:
    """What is told of an item in a yearly report."""

    id: UUID
    kind: Kind
    title: str
    summary: str
    portfolio: str
    changed_at: datetime


def list_of_year(
    actor: Actor, year: int, kinds: Collection[Kind], *, region_id: UUID | None = None,
    portfolio: str = "", each: int = 15,
) -> list[YearlyRow]:  # fmt: skip
    """List what was published about a year: of each kind so many, last changed first."""
    order = [F("changed_at").desc(), F("id").desc()]
    turn = Window(RowNumber(), partition_by="kind", order_by=order)
    found = _of_year(actor, year, kinds, region_id, portfolio)
    # By their keys first: the texts of a whole year would be sorted along.
    last = found.values("id").annotate(turn=turn).filter(turn__lte=each).values("id")
    return _rows(Item.objects.filter(id__in=last).order_by("kind", *order))


def find_of_year(
    actor: Actor, year: int, kinds: Collection[Kind], item_id: UUID, *, region_id: UUID | None
) -> YearlyRow | None:
    """Return one item that was published about a year, or nothing."""
    return next(iter(_rows(_of_year(actor, year, kinds, region_id, "").filter(id=item_id))), None)


def _of_year(
    actor: Actor, year: int, kinds: Collection[Kind], region_id: UUID | None, portfolio: str
) -> QuerySet[Item]:
    wanted = Wanted(
        year=year, region_id=region_id, portfolio=portfolio, status=Status.PUBLISHED
    )  # fmt: skip
    return narrowed(actor, wanted).filter(kind__in=kinds)


def _rows(found: QuerySet[Item]) -> list[YearlyRow]:
    rows = found.values_list("id", "kind", "title", "summary", "portfolio", "changed_at")
    return [
        YearlyRow(key, Kind(kind), title, summary, portfolio, changed_at)
        for key, kind, title, summary, portfolio, changed_at in rows
    ]
