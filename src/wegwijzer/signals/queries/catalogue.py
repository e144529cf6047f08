"""The catalogue of phenomena as one region sees it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from wegwijzer.kernel.actor import Actor
from wegwijzer.signals.models import Phenomenon


@dataclass(frozen=True, slots=True)
class PhenomenonRow:
    """A phenomenon; ``core`` is the one of the national core by which it is compared."""

    slug: str
    name: str
    regional: bool
    core: str


def list_phenomena(actor: Actor, *, on: date | None = None) -> list[PhenomenonRow]:
    """List the national core and what the own region added, valid on a day or ever."""
    rows = Phenomenon.objects.filter(Q(region=None) | Q(region_id=actor.region_id))
    if on is not None:
        rows = rows.filter(Q(ends_on=None) | Q(ends_on__gte=on), starts_on__lte=on)
    return [
        PhenomenonRow(row.slug, row.name, row.region_id is not None, row.core_id or row.slug)
        for row in rows.order_by("name")
    ]
