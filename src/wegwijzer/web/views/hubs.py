"""Hubs: places that a portfolio thinks in, their figures, and these compared."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.programme.actions import hubs as actions
from wegwijzer.programme.queries import hubs as queries
from wegwijzer.programme.queries.hubs import Comparison, FigureRow, HubRow, Line
from wegwijzer.programme.queries.portfolios import portfolio_names
from wegwijzer.programme.rules.hubs import (
    CAVEAT,
    HUB_KIND_LABELS,
    REGISTRATION_CAVEAT,
    WRITERS,
    Change,
    HubKind,
    NoteKind,
    check_writer,
)
from wegwijzer.web import params
from wegwijzer.web.answers import acted
from wegwijzer.web.charts import LineChart, line_chart
from wegwijzer.web.commons import actor_of, portfolio_name
from wegwijzer.web.corrections import Shown, shown_figure
from wegwijzer.web.forms.hubs import (
    CompareForm,
    FigureForm,
    HubFilterForm,
    HubForm,
    HubNoteForm,
    IndicatorForm,
    typed_in,
)


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A hub with its figures, drawn and in words."""

    hub: HubRow
    kind: str
    figures: tuple[FigureRow | None, ...]
    chart: LineChart


@require_safe
def hubs(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    kind = params.choice(request, "kind", HubKind)
    portfolio = params.text(request, "portfolio")
    page = queries.list_hubs(
        actor, kind=kind, portfolio=portfolio, after=params.text(request, "after")
    )
    form = HubFilterForm(request.GET or None, portfolios=_portfolios(actor))
    names = portfolio_names(actor)
    context = {
        "page": page,
        "rows": [(row, _kind(row), _named(row.portfolios, names)) for row in page.rows],
        "form": form,
        "narrowed": bool(kind or portfolio),
        "may_write": _may_write(actor),
        "tab": "hubs",
    }
    return render(request, "programme/hubs.html", context)


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    portfolio = params.text(request, "portfolio")
    known = queries.list_indicators(actor)
    # Of a portfolio what it counts itself comes first.
    first = next((one for one in known if portfolio and one.portfolio == portfolio), None)
    first = first or next(iter(known), None)
    wanted = params.identifier(request, "indicator") or (first.id if first else None)
    if wanted is not None and wanted not in {one.id for one in known}:
        raise NotFound
    typed = request.GET.copy()
    typed["indicator"] = str(wanted or "")
    form = CompareForm(
        typed,
        portfolios=_portfolios(actor),
        indicators=[(str(one.id), one.name) for one in known],
    )
    context: dict[str, Any] = {"form": form, "may_write": _may_write(actor), "tab": "compare"}
    if wanted is not None:
        kind = params.choice(request, "kind", HubKind)
        found = queries.compare_hubs(actor, wanted, portfolio=portfolio, kind=kind)
        context |= _compared(found)
    return render(request, "programme/hub_compare.html", context)


def _compared(found: Comparison) -> dict[str, Any]:
    return {
        "found": found,
        "lines": [_drawn(line) for line in found.lines],
        "shifts": [
            (one.year, [_told(c, found) for c in one.fell], [_told(c, found) for c in one.rose])
            for one in found.shifts
        ],
        "caveat": _(CAVEAT),
        "registration": _(REGISTRATION_CAVEAT),
        "sources": sorted({one.source for line in found.lines for one in line.figures if one}),
        "broken": [
            (line.hub.name, one)
            for line in found.lines
            for one in line.figures
            if one and (one.breaks_series or one.note)
        ],
    }


def _told(change: Change, found: Comparison) -> tuple[str, str]:
    """Return a hub with how far its figure went: a share, or from nought to how many."""
    if change.share is None:
        return found.names[change.hub_id], _("van 0 naar %(value)s") % {
            "value": f"{change.difference.normalize():f}"
        }
    return found.names[change.hub_id], f"{change.share:+.0%}".replace("-", "−")


def _drawn(line: Line) -> ShownLine:
    values = [one.value if one else None for one in line.figures]
    breaks = [bool(one and one.breaks_series) for one in line.figures]
    highest = max((value for value in values if value is not None), default=Decimal(0))
    chart = line_chart(values, breaks, highest=highest)
    return ShownLine(line.hub, _kind(line.hub), line.figures, chart)


@require_http_methods(["GET", "POST"])
def hub(request: HttpRequest, hub_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_hub(actor, hub_id)
    wish = request.POST.get("do", "")
    known = [(str(one.id), one.name) for one in queries.list_indicators(actor)]
    figure = FigureForm(
        request.POST if wish == "figure" else None,
        indicators=known,
        initial=_figure_asked(request, page),
    )
    note = HubNoteForm(request.POST if wish == "note" else None)
    acts: dict[str, Callable[[], bool]] = {
        "figure": lambda: _figure_kept(request, hub_id, figure),
        "note": lambda: _note_kept(request, hub_id, note),
        "remove": lambda: _note_removed(request),
    }
    if wish in acts and acts[wish]():
        return redirect("hub", hub_id)
    context = {
        "page": page,
        "kind": _kind(page.row),
        "facts": _facts(page, portfolio_names(actor)),
        "initiatives": [one for one in page.notes if one.kind is NoteKind.INITIATIVE],
        "obstacles": [one for one in page.notes if one.kind is NoteKind.OBSTACLE],
        "figure": figure,
        "note": note,
        "has_indicators": bool(known),
        "may_write": _may_write(actor),
        "charts": [_of_hub(indicator, rows) for indicator, rows in page.figures],
    }
    return render(request, "programme/hub.html", context, status=422 if wish else 200)


def _figure_asked(request: HttpRequest, page: queries.HubPage) -> dict[str, Any]:
    """Return the figure that the address says is to be corrected; else the year to fill in."""
    wanted = params.identifier(request, "indicator"), params.number(request, "year")
    for indicator, rows in page.figures:
        for one in rows:
            if (indicator.id, one.year) == wanted:
                names = ("year", "value", "source", "note", "breaks_series")
                return {name: getattr(one, name) for name in names} | {"indicator": indicator.id}
    return {"year": now().year - 1}


ShownFigure = tuple[FigureRow, list[Shown]]


def _of_hub(indicator: Any, rows: list[FigureRow]) -> tuple[Any, list[ShownFigure], LineChart]:
    by_year = {one.year: one for one in rows}
    years = range(rows[0].year, rows[-1].year + 1)
    figures = [by_year.get(year) for year in years]
    chart = line_chart(
        [one.value if one else None for one in figures],
        [bool(one and one.breaks_series) for one in figures],
        highest=max(one.value for one in rows),
    )
    return indicator, [(one, [shown_figure(c) for c in one.corrections]) for one in rows], chart


def _facts(page: queries.HubPage, names: dict[str, str]) -> list[tuple[str, str]]:
    content = page.content
    return [
        (_("Soort"), _kind(page.row)),
        (_("Plaats"), content.place),
        (_("Regio"), page.row.region_name),
        (_("Portefeuilles"), _named(page.row.portfolios, names)),
        (_("Partners"), ", ".join(content.partners)),
    ]


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    check_writer(actor)
    form = HubForm(request.POST or None)
    made: list[UUID] = []

    def act() -> None:
        made.append(actions.add_hub(actor, form.content(), now=now()))

    if form.is_valid() and acted(request, form, act, _("Het knooppunt staat in de lijst.")):
        return redirect("hub", made[0])
    return _write(request, form, {"title": _("Knooppunt toevoegen"), "up": reverse("hubs")})


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, hub_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_hub(actor, hub_id)
    check_writer(actor)
    form = HubForm(request.POST or None, initial=typed_in(page))
    typed = request.POST.get("version", "")
    version = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else page.version

    def act() -> None:
        actions.change_hub(actor, hub_id, form.content(), version=version, now=now())

    if form.is_valid() and acted(request, form, act, _("De wijziging is bewaard.")):
        return redirect("hub", hub_id)
    up = reverse("hub", args=[hub_id])
    return _write(request, form, {"title": page.row.name, "up": up, "version": version})


@require_http_methods(["GET", "POST"])
def new_indicator(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    check_writer(actor)
    form = IndicatorForm(request.POST or None)

    def act() -> None:
        actions.add_indicator(actor, form.content(), now=now())

    done = _("De indicator is toegevoegd. Open een knooppunt en vul er een cijfer bij in.")
    if form.is_valid() and acted(request, form, act, done):
        return redirect("hub-compare")
    return _write(request, form, {"title": _("Indicator toevoegen"), "up": reverse("hub-compare")})


def _write(request: HttpRequest, form: forms.Form, more: dict[str, Any]) -> HttpResponse:
    context = {"form": form, "portfolios": queries.list_hub_portfolios(actor_of(request)), **more}
    status = 422 if request.method == "POST" else 200
    return render(request, "programme/hub_write.html", context, status=status)


def _figure_kept(request: HttpRequest, hub_id: UUID, form: FigureForm) -> bool:
    def act() -> None:
        indicator = UUID(form.cleaned_data["indicator"])
        reason = form.cleaned_data["reason"]
        actions.record_figure(
            actor_of(request), hub_id, indicator, form.content(), reason=reason, now=now()
        )

    return form.is_valid() and acted(request, form, act, _("Het cijfer is bewaard."))


def _note_kept(request: HttpRequest, hub_id: UUID, form: HubNoteForm) -> bool:
    def act() -> None:
        typed = form.cleaned_data
        actions.add_hub_note(
            actor_of(request), hub_id, NoteKind(typed["kind"]),
            text=typed["text"], item_id=typed["item"], now=now(),
        )  # fmt: skip

    return form.is_valid() and acted(request, form, act, _("Toegevoegd aan dit knooppunt."))


def _note_removed(request: HttpRequest) -> bool:
    note_id = params.posted(request, "note")
    actions.remove_hub_note(actor_of(request), note_id, now=now())
    return True


def _may_write(actor: Actor) -> bool:
    return actor.has(*WRITERS)


def _kind(row: HubRow) -> str:
    return _(HUB_KIND_LABELS[row.kind])


def _named(slugs: tuple[str, ...], names: dict[str, str]) -> str:
    return ", ".join(names.get(slug) or portfolio_name(slug) for slug in slugs)


def _portfolios(actor: Actor) -> list[tuple[str, str]]:
    names = portfolio_names(actor)
    slugs = queries.list_hub_portfolios(actor)
    return [(slug, names.get(slug) or portfolio_name(slug)) for slug in slugs]
