"""Take what was collected through the year into a chapter."""

from datetime import datetime
from functools import reduce
from uuid import UUID

from wegwijzer.annual_report.collecting import Collected, find_in, results_in
from wegwijzer.annual_report.models import Chapter, Section, Taken
from wegwijzer.annual_report.rules import texts
from wegwijzer.annual_report.rules.chapters import FITTING
from wegwijzer.annual_report.storing import put_text, touch, written_chapter, written_report
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record


@acting
def take_result(actor: Actor, chapter_id: UUID, source: str, *, now: datetime) -> None:
    """Take one collected result into a chapter, as the last point of its last text."""
    report, chapter = written_chapter(actor, chapter_id)
    collected = find_in(actor, report, source)
    if collected is None:
        raise NotFound
    if Taken.objects.filter(report=report, source=source).exists():
        raise Conflict(_("Dit staat al in een hoofdstuk. Haal het daar weg om het te verplaatsen."))
    _take(actor, chapter, [collected], now=now)
    touch(report, chapter, now=now)
    record(actor, "annual_report.take_result", f"chapter:{chapter.id}", now=now, source=source)


@acting
def take_fitting(actor: Actor, report_id: UUID, *, now: datetime) -> int:
    """Take each result and plan of a portfolio that isn't told yet into its chapter."""
    report = written_report(actor, report_id)
    taken = set(report.taken.values_list("source", flat=True))
    chapters = {one.slug: one for one in report.chapters.filter(kind__in=FITTING)}
    waiting: dict[str, list[Collected]] = {}
    for one in results_in(actor, report):
        if one.source not in taken and one.portfolio in chapters:
            waiting.setdefault(one.portfolio, []).append(one)
    for slug, found in waiting.items():
        _take(actor, chapters[slug], found, now=now)
        touch(report, chapters[slug], now=now)
    number = sum(len(found) for found in waiting.values())
    record(actor, "annual_report.take_fitting", f"report:{report.id}", now=now, number=number)
    return number


def _take(actor: Actor, chapter: Chapter, found: list[Collected], *, now: datetime) -> None:
    """Add points to the last text of a chapter, and keep what they were made of."""
    section = chapter.sections.order_by("-position", "-id").first()
    if section is None:
        section = Section(chapter=chapter, position=1, body="", version=0)
    section.version += 1
    body = reduce(texts.with_point, (one.text for one in found), section.body)
    put_text(actor, section, section.heading, body, now=now)
    Taken.objects.bulk_create(
        Taken(
            report_id=chapter.report_id,
            chapter=chapter,
            source=one.source,
            taken_by_name=actor.name,
            taken_at=now,
        )
        for one in found
    )


@acting
def release_result(actor: Actor, chapter_id: UUID, source: str, *, now: datetime) -> None:
    """Let a result be taken elsewhere again; its words are the writer's to take out."""
    report, chapter = written_chapter(actor, chapter_id)
    deleted, _tables = Taken.objects.filter(chapter=chapter, source=source).delete()
    if not deleted:
        raise NotFound
    touch(report, chapter, now=now)
    record(actor, "annual_report.release_result", f"chapter:{chapter.id}", now=now, source=source)
