"""Take what was collected through the year into a chapter."""

from datetime import datetime
from uuid import UUID

from wegwijzer.annual_report.collecting import found_in
from wegwijzer.annual_report.models import Section, Taken
from wegwijzer.annual_report.rules import texts
from wegwijzer.annual_report.storing import put_text, touch, written_chapter
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record


@acting
def take_result(actor: Actor, chapter_id: UUID, source: str, *, now: datetime) -> None:
    """Take one collected result into a chapter, as the last point of its last text."""
    report, chapter = written_chapter(actor, chapter_id)
    collected = found_in(actor, report).get(source)
    if collected is None:
        raise NotFound
    if Taken.objects.filter(report=report, source=source).exists():
        raise Conflict(_("Dit staat al in een hoofdstuk. Haal het daar weg om het te verplaatsen."))
    section = chapter.sections.order_by("-position", "-id").first()
    if section is None:
        section = Section(chapter=chapter, position=1, body="", version=0)
    section.version += 1
    body = texts.with_point(section.body, collected.text)
    put_text(actor, section, section.heading, body, now=now)
    Taken.objects.create(
        report=report, chapter=chapter, source=source, taken_by_name=actor.name, taken_at=now
    )
    touch(report, chapter, now=now)
    record(actor, "annual_report.take_result", f"chapter:{chapter.id}", now=now, source=source)


@acting
def release_result(actor: Actor, chapter_id: UUID, source: str, *, now: datetime) -> None:
    """Let a result be taken elsewhere again; its words are the writer's to take out."""
    report, chapter = written_chapter(actor, chapter_id)
    deleted, _tables = Taken.objects.filter(chapter=chapter, source=source).delete()
    if not deleted:
        raise NotFound
    touch(report, chapter, now=now)
    record(actor, "annual_report.release_result", f"chapter:{chapter.id}", now=now, source=source)
