"""Find what an action changes, locked, and refuse what the actor may not change or know of."""

from datetime import datetime
from uuid import UUID

from wegwijzer.annual_report.models import Chapter, Report, Section, SectionVersion
from wegwijzer.annual_report.rules import states, texts
from wegwijzer.annual_report.rules.chapters import ChapterStatus
from wegwijzer.annual_report.rules.states import ReportKind, Scope, Status
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound


def scope_of(report: Report) -> Scope:
    """Return of whom a report is."""
    return Scope(ReportKind(report.kind), report.region_id)


def is_seen(actor: Actor, report: Report) -> bool:
    """Return whether the actor may know of this report."""
    return states.may_see(
        actor, scope_of(report), frozen_before=report.edition > 1 or report.status == Status.FROZEN
    )


def seen_report(actor: Actor, report_id: UUID) -> Report:
    """Return a report, locked; one that the actor may not know of reads as absent."""
    report = Report.objects.select_for_update().filter(id=report_id).first()
    if report is None or not is_seen(actor, report):
        raise NotFound
    return report


def written_report(actor: Actor, report_id: UUID) -> Report:
    """Return a report, locked, that this actor may write in now."""
    report = seen_report(actor, report_id)
    states.check_writer(actor, scope_of(report))
    states.check_open(Status(report.status))
    return report


def seen_chapter(actor: Actor, chapter_id: UUID) -> tuple[Report, Chapter]:
    """Return a chapter with its report, both locked, for somebody who may know of it."""
    chapter = Chapter.objects.filter(id=chapter_id).first()
    if chapter is None:
        raise NotFound
    report = seen_report(actor, chapter.report_id)
    return report, Chapter.objects.select_for_update().get(id=chapter_id)


def written_chapter(actor: Actor, chapter_id: UUID) -> tuple[Report, Chapter]:
    """Return a chapter with its report, both locked, for somebody who may write in it now."""
    report, chapter = seen_chapter(actor, chapter_id)
    states.check_writer(actor, scope_of(report))
    states.check_open(Status(report.status))
    return report, chapter


def written_section(actor: Actor, section_id: UUID) -> tuple[Report, Chapter, Section]:
    """Return a section, its chapter and report, locked, for somebody who may write in it now."""
    section = Section.objects.filter(id=section_id).first()
    if section is None:
        raise NotFound
    report, chapter = written_chapter(actor, section.chapter_id)
    # Between the first look and the lock somebody may have left it out.
    locked = Section.objects.select_for_update().filter(id=section_id).first()
    if locked is None:
        raise NotFound
    return report, chapter, locked


def touch(report: Report, chapter: Chapter, *, now: datetime) -> None:
    """Keep that a chapter changed: what was approved, or waits for it, is written in again."""
    report.changed_at = now
    report.save(update_fields=["changed_at"])
    if chapter.status != ChapterStatus.WRITING:
        chapter.status, chapter.approved_at, chapter.approved_by_name = (
            ChapterStatus.WRITING, None, "",
        )  # fmt: skip
        chapter.save(update_fields=["status", "approved_at", "approved_by_name"])


def put_text(actor: Actor, section: Section, heading: str, body: str, *, now: datetime) -> None:
    """Store the text of a section as its current version."""
    section.heading, section.body = heading.strip(), body.strip()
    section.changed_by_name, section.changed_at = actor.name, now
    section.save()
    keep_version(actor, section, section.heading, section.body, number=section.version, now=now)


def keep_version(
    actor: Actor, section: Section, heading: str, body: str, *, number: int | None, now: datetime
) -> None:
    """Keep a text as somebody left it; without a number it stands beside the others."""
    SectionVersion.objects.create(
        section=section,
        number=number,
        heading=heading,
        body=body,
        written_by=actor.person_id,
        written_by_name=actor.name,
        written_at=now,
    )


def claim_of(section: Section) -> texts.Claim | None:
    """Return who says to be writing a section."""
    if section.claimed_by is None or section.claimed_until is None:
        return None
    return texts.Claim(section.claimed_by, section.claimed_name, section.claimed_until)
