"""Read a yearly report: as it stands, frozen, in public; its figures and its files."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wegwijzer.annual_report import queries
from wegwijzer.annual_report.printing import render_pdf
from wegwijzer.annual_report.queries import EditionPage
from wegwijzer.annual_report.rules import editions
from wegwijzer.annual_report.rules.figures import CAVEAT, STAGE_LABELS, Comparison, Stage
from wegwijzer.annual_report.wording import render_docx
from wegwijzer.brand.charts import Chart, Series, for_page, tile_map
from wegwijzer.kernel.errors import NotFound
from wegwijzer.network.queries import list_regions
from wegwijzer.network.rules import RegionKind
from wegwijzer.web.forms.annual_report import MapForm
from wegwijzer.web.templatetags.wegwijzer import BUILD
from wegwijzer.web.views.annual_report import about, actor_of

COMPARED = {
    Comparison.NONE: "",
    Comparison.COMPARABLE: "",
    Comparison.DEFINITION_CHANGED: "warning",
    Comparison.HIDDEN: "",
}


@require_safe
def figures(request: HttpRequest, report_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_report(actor, report_id, now=now())
    rows = queries.list_figures(actor, report_id)
    spread = [row for row in rows if row["by_region"]]
    form = MapForm(request.GET or None, figures=[(row["slug"], row["name"]) for row in spread])
    context = (
        about(page)
        | _by_region(rows)
        | {
            "tab": "figures",
            "stages": by_stage(rows),
            "year": page.row.year,
            "earlier": page.row.year - 1,
            "caveat": CAVEAT,
            "form": form,
            "map": _map(form.chosen(spread), on=date(page.row.year, 12, 31)) if spread else None,
        }
    )
    return render(request, "annual_report/figures.html", context)


def by_stage(rows: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return the figures under the step of the work process that they count."""
    found = [
        (label, [row for row in rows if row["stage"] == stage.value])
        for stage, label in STAGE_LABELS.items()
        if stage in Stage
    ]
    return [group for group in found if group[1]]


def _by_region(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the regions, and for each figure what each of them counted, in that order."""
    spread = [
        (row["name"], {part["region"]: part["value"] for part in row["by_region"]})
        for row in rows
        # Editions that were frozen before the regions came along say nothing of them.
        if row.get("by_region")
    ]
    regions = sorted({region for _name, parts in spread for region in parts})
    return {
        "regions": regions,
        "spread": [(name, [parts.get(one, 0) for one in regions]) for name, parts in spread],
    }


def _map(row: dict[str, Any], *, on: date) -> SafeString:
    """Return one figure as a map of the regions; who counted nothing has nought."""
    counted = {part["region"]: part["value"] for part in row["by_region"]}
    regions = [one for one in list_regions(on=on) if one.kind is RegionKind.RIEC]
    values = tuple(float(counted.get(one.name, 0)) for one in regions)
    told = row["name"]
    name = _(told)
    chart = Chart(name, tuple(one.name for one in regions), (Series(name, values),), _("Regio"))
    drawn = tile_map(chart, [one.code for one in regions], for_page)
    return mark_safe(drawn)  # noqa: S308 - texts are escaped in the chart


@require_safe
def draft(request: HttpRequest, report_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_report(actor, report_id, now=now())
    content = queries.get_draft(actor, report_id, today=now().date())
    context = about(page) | reading(content) | {"tab": "draft"}
    return render(request, "annual_report/draft.html", context)


def reading(content: dict[str, Any]) -> dict[str, Any]:
    """Return what the reading page shows of a report."""
    rows = content["figures"]
    return {"content": content, "stages": by_stage(rows)} | _by_region(rows)


@require_safe
def edition(request: HttpRequest, report_id: UUID, number: int) -> HttpResponse:
    found = queries.get_edition(actor_of(request), report_id, number)
    context = reading(found.content) | {"edition": found, "files": FILE_LABELS}
    return render(request, "annual_report/edition.html", context)


@require_safe
def public(request: HttpRequest, year: int) -> HttpResponse:
    """Show the published report of a year to anybody. Bron: Wgs art. 1.12."""
    found = queries.find_public_edition(None, year)
    if found is None:
        raise NotFound
    context = reading(found.content) | {"edition": found, "files": FILE_LABELS}
    return render(request, "annual_report/public.html", context)


@require_safe
def public_file(request: HttpRequest, year: int, kind: str) -> HttpResponse:
    """Give the published report of a year as a file to anybody. Bron: Wgs art. 1.12."""
    found = queries.find_public_edition(None, year)
    if found is None:
        raise NotFound
    return _file(found, kind)


@require_safe
def download(request: HttpRequest, report_id: UUID, number: int, kind: str) -> HttpResponse:
    return _file(queries.get_edition(actor_of(request), report_id, number), kind)


def _file(found: EditionPage, kind: str) -> HttpResponse:
    if kind not in FILES:
        raise NotFound
    mime, ending, make = FILES[kind]
    response = HttpResponse(make(found), content_type=mime)
    name = f"jaarverslag-{found.content['year']}-editie-{found.number}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _json(found: EditionPage) -> str:
    return found.text


def _csv(found: EditionPage) -> str:
    return "\ufeff" + editions.figures_csv(found.content)


def _pdf(found: EditionPage) -> bytes:
    return render_pdf(found.content, fonts=BUILD / "fonts")


def _docx(found: EditionPage) -> bytes:
    return render_docx(found.content)


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FILES: dict[str, tuple[str, str, Any]] = {
    "pdf": ("application/pdf", "pdf", _pdf),
    "docx": (WORD, "docx", _docx),
    "json": ("application/json", "json", _json),
    "csv": ("text/csv; charset=utf-8", "csv", _csv),
}
FILE_LABELS = (("pdf", "PDF"), ("docx", "Word"), ("json", "JSON"), ("csv", "CSV"))
