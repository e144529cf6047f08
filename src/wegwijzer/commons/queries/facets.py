"""Count the library by what it can be narrowed by."""

from dataclasses import replace
from uuid import UUID

from django.db.models import Count

from wegwijzer.commons.queries.items import Wanted, narrowed
from wegwijzer.commons.rules.items import Kind
from wegwijzer.kernel.actor import Actor


def count_items_by_kind(actor: Actor, wanted: Wanted) -> dict[Kind, int]:
    """Count what the actor may see for each kind, narrowed by everything else that is wanted."""
    rows = narrowed(actor, replace(wanted, kind=None)).order_by().values_list("kind")
    found = dict(rows.annotate(n=Count("pk")))
    return {kind: found[kind.value] for kind in Kind if kind.value in found}


def count_items_by_region(actor: Actor, wanted: Wanted) -> dict[UUID, int]:
    """Count what the actor may see for each region, narrowed by everything else that is wanted."""
    rows = narrowed(actor, replace(wanted, region_id=None)).order_by().values_list("region_id")
    return dict(rows.annotate(n=Count("pk")))
