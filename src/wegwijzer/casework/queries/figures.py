"""Count cases, requests and items for a yearly report: numbers only, never a case."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, QuerySet

from wegwijzer.casework.models import Case, DataRequest, Item
from wegwijzer.casework.rules import RequestStatus
from wegwijzer.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class CaseCounts:
    """How many cases, requests, answers and items of one region in a period."""

    opened: int = 0
    asked: int = 0
    provided: int = 0
    refused: int = 0
    items: int = 0
    closed: int = 0


def count_cases_by_region(
    actor: Actor, *, since: datetime, until: datetime
) -> dict[UUID, CaseCounts]:
    """Count for each region what was opened, asked, answered and closed between two moments."""
    answered = DataRequest.objects.filter(answered_at__gte=since, answered_at__lt=until)
    items = Item.objects.filter(
        added_at__gte=since, added_at__lt=until, published=True, withdrawn_at__isnull=True
    )
    columns = (
        _by_region(Case.objects.filter(opened_at__gte=since, opened_at__lt=until), "region_id"),
        _by_region(DataRequest.objects.filter(asked_at__gte=since, asked_at__lt=until)),
        _by_region(answered.filter(status=RequestStatus.PROVIDED)),
        _by_region(answered.filter(status=RequestStatus.REFUSED)),
        _by_region(items),
        _by_region(Case.objects.filter(closed_at__gte=since, closed_at__lt=until), "region_id"),
    )
    regions = {region for column in columns for region in column}
    return {
        region: CaseCounts(*(column.get(region, 0) for column in columns)) for region in regions
    }


def _by_region(rows: "QuerySet[Case] | QuerySet[DataRequest] | QuerySet[Item]",
               path: str = "case__region_id") -> dict[UUID, int]:  # fmt: skip
    return dict(rows.values_list(path).annotate(n=Count("pk")).order_by(path))
