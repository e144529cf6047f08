"""Count the library for a yearly report: numbers only."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, QuerySet

from wegwijzer.commons.models import Adoption, Item, TermVersion
from wegwijzer.commons.rules.items import Kind, Status
from wegwijzer.kernel.actor import Actor

UNDERTAKEN = (Kind.PROJECT, Kind.INITIATIVE)


@dataclass(frozen=True, slots=True)
class LibraryCounts:
    """How much one region shared in a period, and took over from others."""

    recipes: int = 0
    adoptions: int = 0
    pictures: int = 0


def count_library_by_region(
    actor: Actor, *, since: datetime, until: datetime
) -> dict[UUID, LibraryCounts]:
    """Count for each region what was published and adopted from a moment up to another."""
    published = Item.objects.exclude(status=Status.DRAFT).filter(
        published_at__gte=since, published_at__lt=until
    )
    adopted = Adoption.objects.filter(adopted_at__gte=since, adopted_at__lt=until)
    columns = (
        _by_region(published.filter(recipe__isnull=False), "region_id"),
        _by_region(adopted, "item__region_id"),
        _by_region(published.filter(kind=Kind.PHENOMENON_PICTURE), "region_id"),
    )
    regions = {region for column in columns for region in column}
    return {
        region: LibraryCounts(*(column.get(region, 0) for column in columns)) for region in regions
    }


def count_undertaken_by_region(actor: Actor, portfolio: str, year: int) -> dict[UUID, int]:
    """Count for each region the projects and initiatives of a year under one portfolio."""
    rows = Item.objects.filter(
        status=Status.PUBLISHED, portfolio=portfolio, year=year, kind__in=UNDERTAKEN
    )
    return _by_region(rows, "region_id")


def count_terms_adopted(actor: Actor, *, since: date, until: date) -> int:
    """Count the versions of terms that were adopted from a day up to another."""
    return TermVersion.objects.filter(adopted_date__gte=since, adopted_date__lt=until).count()


def _by_region(rows: "QuerySet[Item] | QuerySet[Adoption]", path: str) -> dict[UUID, int]:
    return dict(rows.order_by(path).values_list(path).annotate(n=Count("pk")))
