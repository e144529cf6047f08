"""The shared library: find what other regions know, made and do; one item with all it says."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wegwijzer.brand.tiles import placed
from wegwijzer.commons import queries
from wegwijzer.commons.queries import Facets, ItemList, TermInForce, Wanted
from wegwijzer.commons.rules.items import KIND_LABELS, WRITERS, Kind, Status
from wegwijzer.commons.rules.terms import used_in
from wegwijzer.kernel.actor import Actor
from wegwijzer.network.queries import RegionRow, list_regions
from wegwijzer.network.rules import RegionKind
from wegwijzer.web import params
from wegwijzer.web.answers import from_address
from wegwijzer.web.commons import Names, actor_of, phenomenon_names, shown
from wegwijzer.web.forms.library import LibraryFilterForm

SHADES = 4


@dataclass(frozen=True, slots=True)
class Facet:
    """One choice to narrow by: how many there are, and how that compares to the most.

    ``tile`` is the column and row of a region on the schematic map.
    """

    label: str
    number: int
    url: str
    chosen: bool
    share: int
    tile: tuple[int, int] | None = None


@require_safe
def library(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    wanted = _wanted(request)
    names = phenomenon_names(actor)
    regions = list_regions(on=now().date())
    page = _listed(request, actor, wanted)
    counted = queries.count_facets(actor, wanted)
    context = {
        "page": page,
        "rows": [shown(row, names) for row in page.rows],
        "form": _filter_form(request, actor, names, regions),
        "narrowed": wanted != Wanted(),
        "number": counted.total,
        "terms": _terms(actor, wanted.text, names.get(wanted.phenomenon, "")),
        "kinds": _kind_facets(request, counted, wanted),
        **_region_facets(request, counted, wanted, regions),
        "may_write": actor.has(*WRITERS),
        "tab": "expertise" if wanted.kind is Kind.EXPERTISE else "library",
    }
    return render(request, "commons/library.html", context)


def _wanted(request: HttpRequest) -> Wanted:
    return Wanted(
        kind=params.choice(request, "kind", Kind),
        region_id=params.identifier(request, "region"),
        phenomenon=params.text(request, "phenomenon"),
        portfolio=params.text(request, "portfolio"),
        year=_year(request),
        status=params.choice(request, "status", Status),
        may_be_called=params.text(request, "callable") in ("on", "1"),
        text=params.text(request, "q"),
    )


def _year(request: HttpRequest) -> int | None:
    year = params.number(request, "year")
    if year is not None and year > 9999:
        raise params.BadQuery(_("Dit jaar bestaat niet."))
    return year


def _listed(request: HttpRequest, actor: Actor, wanted: Wanted) -> ItemList:
    after, before = params.text(request, "after"), params.text(request, "before")
    with from_address():
        return queries.list_items(actor, wanted, after=after, before=before)


def _terms(actor: Actor, *sought: str) -> list[TermInForce]:
    """Return what the words mean that are looked for, as far as there is one definition for all."""
    known = {one.name: one for one in queries.list_terms_in_force(actor)} if any(sought) else {}
    return [known[name] for name in sorted(used_in(known, sought), key=str.casefold)]


def _filter_form(
    request: HttpRequest, actor: Actor, names: Names, regions: list[RegionRow]
) -> LibraryFilterForm:
    choices: dict[str, list[tuple[str, Any]]] = {
        "region": [(str(region.id), region.name) for region in regions],
        "phenomenon": sorted(names.items(), key=lambda pair: pair[1]),
        "portfolio": [(s, names.portfolio(s)) for s in queries.list_portfolios_used(actor)],
        "year": [(str(year), str(year)) for year in queries.list_years(actor)],
    }
    return LibraryFilterForm(request.GET or None, choices=choices)


def _address(request: HttpRequest, name: str, value: str) -> str:
    """Return this list narrowed by one more choice, or without it when there is no value."""
    left_out = (name, "after", "before")
    kept = [(key, v) for key, v in request.GET.items() if key not in left_out and v]
    return "?" + urlencode([*kept, (name, value)] if value else kept)


def _facets(
    request: HttpRequest, name: str, known: list[tuple[Any, str, int]], chosen: Any
) -> list[Facet]:
    most = max((number for _value, _label, number in known), default=0)
    return [
        Facet(
            label,
            number,
            _address(request, name, "" if value == chosen else str(value)),
            value == chosen,
            -(-SHADES * number // most) if most else 0,
        )
        for value, label, number in known
    ]


def _kind_facets(request: HttpRequest, counted: Facets, wanted: Wanted) -> list[Facet]:
    known = [(kind, _(KIND_LABELS[kind]), number) for kind, number in counted.kinds.items()]
    return _facets(request, "kind", known, wanted.kind)


def _region_facets(
    request: HttpRequest, counted: Facets, wanted: Wanted, regions: list[RegionRow]
) -> dict[str, list[Facet]]:
    """Return the regions on the map from north to south, and beside it the national centre."""
    at = placed([one.code for one in regions if one.kind is RegionKind.RIEC])
    mapped = sorted((one for one in regions if one.code in at), key=lambda one: at[one.code][::-1])
    others = [
        one
        for one in regions
        if one.code not in at
        if counted.regions.get(one.id) or one.id == wanted.region_id
    ]
    known = [(one.id, _short(one.name), counted.regions.get(one.id, 0)) for one in mapped + others]
    facets = _facets(request, "region", known, wanted.region_id)
    tiles = [replace(one, tile=at[two.code]) for one, two in zip(facets, mapped, strict=False)]
    return {"tiles": tiles, "off_the_map": facets[len(mapped) :]}


def _short(name: str) -> str:
    """Return the name of a region without the word that all of them share."""
    return name.removeprefix("Taskforce-").removeprefix("RIEC ").removeprefix("RIEC-")
