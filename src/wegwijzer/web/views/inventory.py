"""All phenomenon pictures side by side, and at a glance where there is none."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wegwijzer.commons import queries
from wegwijzer.commons.queries import Cell, Coverage
from wegwijzer.commons.rules.coverage import FRESHNESS_LABELS, Freshness
from wegwijzer.commons.rules.items import WRITERS
from wegwijzer.network.queries import RegionRow, list_regions
from wegwijzer.network.rules import RegionKind
from wegwijzer.web import params
from wegwijzer.web.answers import from_address
from wegwijzer.web.commons import actor_of, phenomenon_names, shown
from wegwijzer.web.forms.library import InventoryFilterForm

# What fits no phenomenon cannot be a blind spot.
REST = "other"


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One phenomenon over the regions; ``fresh`` is how many have a picture of late."""

    slug: str
    name: str
    cells: list[tuple[RegionRow, Cell]]
    fresh: int
    is_blind: bool


@require_safe
def inventory(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    today = now().date()
    names = phenomenon_names(actor)
    regions = [one for one in list_regions(on=today) if one.kind is RegionKind.RIEC]
    phenomenon, region = (
        params.text(request, "phenomenon"),
        params.identifier(request, "region"),
    )
    with from_address():
        page = queries.list_pictures(
            actor,
            phenomenon=phenomenon,
            region_id=region,
            after=params.text(request, "after"),
            before=params.text(request, "before"),
        )
    coverage = queries.get_coverage(actor, today=today)
    seen = {region_id for _slug, region_id in coverage.cells}
    shown_regions = [one for one in regions if one.id in seen]
    matrix = _matrix(coverage, names, shown_regions)
    context = {
        "page": page,
        "pictures": [(row, shown(row.item, names)) for row in page.rows],
        "form": _form(request, names, regions),
        "narrowed": bool(phenomenon or region),
        "regions": shown_regions,
        "absent": [one.name for one in regions if one.id not in seen],
        "matrix": matrix,
        "phenomena": ", ".join(row.name for row in matrix),
        "figures": _figures(matrix),
        "legend": [(one.value, _(label)) for one, label in FRESHNESS_LABELS.items()],
        "may_write": actor.has(*WRITERS),
    }
    return render(request, "commons/inventory.html", context)


def _form(
    request: HttpRequest, names: dict[str, str], regions: list[RegionRow]
) -> InventoryFilterForm:
    return InventoryFilterForm(
        request.GET or None,
        choices={
            "phenomenon": sorted(names.items(), key=lambda pair: pair[1]),
            "region": [(str(one.id), one.name) for one in regions],
        },
    )


def _matrix(coverage: Coverage, names: dict[str, str], regions: list[RegionRow]) -> list[MatrixRow]:
    rows = []
    for slug, name in sorted(names.items(), key=lambda pair: pair[1]):
        if slug == REST:
            continue
        cells = [(region, coverage.cell(slug, region.id)) for region in regions]
        fresh = sum(cell.freshness is Freshness.RECENT for _region, cell in cells)
        is_blind = all(cell.freshness in (Freshness.NONE, Freshness.OLD) for _r, cell in cells)
        rows.append(MatrixRow(slug, name, cells, fresh, is_blind))
    return rows


def _figures(matrix: list[MatrixRow]) -> list[tuple[Any, ...]]:
    """Return the coverage in three figures."""
    cells = [cell for row in matrix for _region, cell in row.cells]
    filled = sum(cell.pictures > 0 for cell in cells)
    recent = sum(cell.freshness is Freshness.RECENT for cell in cells)
    blind = sum(row.is_blind for row in matrix)
    of_all = _("van %(number)s combinaties van fenomeen en regio") % {"number": len(cells)}
    return [
        (_("Met een fenomeenbeeld"), filled, of_all),
        (_("Waarvan recent"), recent, _("van dit of vorig jaar")),
        (_("Blinde vlekken"), blind, _("fenomenen zonder beeld van de laatste drie jaar")),
    ]
