"""All that a report says, as plain data: what is frozen, and what every rendering starts from."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from wegwijzer.annual_report.counting import counts_of
from wegwijzer.annual_report.models import Chapter, Figure, Report, Section
from wegwijzer.annual_report.rules import editions, figures, texts
from wegwijzer.annual_report.rules.figures import DEFINITIONS, Comparison, Counted, Definition
from wegwijzer.annual_report.rules.states import ReportKind
from wegwijzer.commons.queries import list_terms_in_force
from wegwijzer.commons.rules.terms import used_in
from wegwijzer.kernel.actor import Actor
from wegwijzer.law.parameters import SMALL_NUMBER

FEW = f"minder dan {SMALL_NUMBER.value}"
NOT_COUNTED, DASH = "nog niet geteld", "—"


def content_of(actor: Actor, report: Report, *, today: date) -> dict[str, Any]:
    """Return all that the report says now."""
    rows = figure_rows(report)
    shown = {row["slug"]: row["shown"] for row in rows if row["shown"] != DASH}
    chapters = [_chapter(one, level, shown) for one, level in in_order(report)]
    region = report.region
    return {
        "schema": editions.SCHEMA,
        "report": str(report.id),
        "year": report.year,
        "kind": report.kind,
        "region": {"code": region.code, "name": region.name} if region else None,
        "title": report.title,
        "edition": report.edition,
        "reason": report.reason,
        "approved_by": report.approved_by,
        "approved_at": report.approved_at.isoformat() if report.approved_at else None,
        "counted_at": report.counted_at.isoformat() if report.counted_at else None,
        "withheld_reason": report.withheld_reason,
        "caveat": figures.CAVEAT,
        "chapters": chapters,
        "figures": rows,
        "terms": _terms(actor, chapters, rows, on=min(date(report.year, 12, 31), today)),
    }


def _terms(
    actor: Actor, chapters: list[dict[str, Any]], rows: list[dict[str, Any]], *, on: date
) -> list[dict[str, Any]]:
    """Return by name the adopted text of each word that the report uses, or counts by."""
    known = list_terms_in_force(actor, on=on)
    counted = {row["term"] for row in rows if row["term_version"]}
    used = used_in([one.name for one in known], _said(chapters))
    return [
        {
            "name": one.name,
            "text": one.text,
            "version": one.number,
            "source": one.source,
            "adopted": one.adopted_date.isoformat(),
        }
        for one in sorted(known, key=lambda one: one.name.casefold())
        if one.slug in counted or one.name in used
    ]


def _said(chapters: list[dict[str, Any]]) -> Iterator[str]:
    for chapter in chapters:
        yield chapter["title"]
        for section in chapter["sections"]:
            yield section["heading"]
            for piece in section["pieces"]:
                yield from piece.get("points", (piece.get("text", ""),))


def in_order(report: Report) -> list[tuple[Chapter, int]]:
    """Return the chapters as a reader meets them, each with its depth."""
    under: dict[UUID | None, list[Chapter]] = defaultdict(list)
    for one in report.chapters.prefetch_related("sections").order_by("position", "id"):
        under[one.parent_id].append(one)
    return [
        (one, level)
        for top in under[None]
        for one, level in ((top, 1), *((child, 2) for child in under[top.id]))
    ]


def _chapter(chapter: Chapter, level: int, shown: dict[str, str]) -> dict[str, Any]:
    sections = sorted(chapter.sections.all(), key=lambda one: (one.position, str(one.id)))
    return {
        "kind": chapter.kind,
        "slug": chapter.slug,
        "title": chapter.title,
        "level": level,
        "sections": [_section(one, shown) for one in sections],
    }


def _section(section: Section, shown: dict[str, str]) -> dict[str, Any]:
    body = texts.filled(section.body, lambda slug: shown.get(slug, f"[{NOT_COUNTED}]"))
    return {
        "heading": section.heading,
        "pieces": [
            {"points": list(piece.points)} if piece.points else {"text": piece.text}
            for piece in texts.pieces(body)
        ],
    }


def figure_rows(report: Report) -> list[dict[str, Any]]:
    """Return each figure that was counted, with its definition and that of the year before.

    In the public report a small number is not shown, nor can it be found in the data.
    """
    counts, parts = counts_of(report), _parts(report)
    told = {slug for _year, slug in counts}
    return [_figure(report, one, counts, parts) for one in DEFINITIONS if one.slug in told]


def _figure(
    report: Report,
    one: Definition,
    counts: dict[tuple[int, str], Counted],
    parts: dict[str, list[dict[str, Any]]],
) -> dict[str, Any]:
    is_public = report.kind == ReportKind.PUBLIC and one.may_point_at_somebody
    now, before = counts.get((report.year, one.slug)), counts.get((report.year - 1, one.slug))
    value, shown = _told(now, is_public=is_public)
    earlier, earlier_shown = _told(before, is_public=is_public)
    compared = figures.compare(now, before, is_public=is_public)
    return {
        "slug": one.slug,
        "name": one.name,
        "stage": one.stage.value,
        "formula": one.formula,
        "moment": one.moment,
        "term": one.term,
        "definition_version": now.version if now else one.version,
        "term_version": now.term_version if now else None,
        "year": report.year,
        "value": value,
        "shown": shown,
        "earlier_year": report.year - 1,
        "earlier_value": earlier,
        "earlier_shown": earlier_shown,
        "earlier_version": before.version if before else None,
        "comparison": compared.value,
        "change": (value or 0) - (earlier or 0) if compared is Comparison.COMPARABLE else None,
        "by_region": parts.get(one.slug, []),
    }


def _told(counted: Counted | None, *, is_public: bool) -> tuple[int | None, str]:
    """Return a count as it is told: the number, and the words for it."""
    if counted is None:
        return None, DASH
    if is_public and figures.is_small(counted.value):
        return None, FEW
    return counted.value, f"{counted.value:,}".replace(",", ".")


def _parts(report: Report) -> dict[str, list[dict[str, Any]]]:
    """Return for each figure what each region counted; only inside the network."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    if report.kind != ReportKind.NETWORK:
        return found
    rows = Figure.objects.filter(report=report, year=report.year, region__isnull=False)
    for one in rows.select_related("region").order_by("region__name"):
        assert one.region is not None
        found[one.slug].append({"region": one.region.name, "value": one.value})
    return found
