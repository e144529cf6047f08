"""Order the chapters, offer them for approval, approve them or give them back."""

from datetime import datetime
from uuid import UUID

from wegwijzer.annual_report.models import Chapter, Remark
from wegwijzer.annual_report.rules import chapters
from wegwijzer.annual_report.rules.chapters import ChapterKind, ChapterStatus
from wegwijzer.annual_report.storing import touch, written_chapter, written_report
from wegwijzer.kernel.actor import Actor
from wegwijzer.logbook.actions import acting, record


@acting
def add_chapter(actor: Actor, report_id: UUID, title: str, *, now: datetime) -> UUID:
    """Add a free chapter at the end; return its id."""
    report = written_report(actor, report_id)
    chapters.check_title(title)
    chapter = Chapter.objects.create(
        report=report,
        position=1 + max(report.chapters.values_list("position", flat=True), default=0),
        kind=ChapterKind.FREE,
        title=title.strip(),
    )
    chapter.slug = f"vrij-{chapter.id.hex[:12]}"
    chapter.save(update_fields=["slug"])
    touch(report, chapter, now=now)
    record(actor, "annual_report.add_chapter", f"chapter:{chapter.id}", now=now)
    return chapter.id


@acting
def rename_chapter(actor: Actor, chapter_id: UUID, title: str, *, now: datetime) -> None:
    """Give a chapter another title."""
    report, chapter = written_chapter(actor, chapter_id)
    chapters.check_title(title)
    chapter.title = title.strip()
    chapter.save(update_fields=["title"])
    touch(report, chapter, now=now)
    record(actor, "annual_report.rename_chapter", f"chapter:{chapter.id}", now=now)


@acting
def move_chapter(actor: Actor, chapter_id: UUID, *, up: bool, now: datetime) -> None:
    """Move a chapter one place among those beside it."""
    report, chapter = written_chapter(actor, chapter_id)
    beside = list(report.chapters.filter(parent=chapter.parent_id).order_by("position", "id"))
    places = sorted(one.position for one in beside)
    rows = {one.id: one for one in beside}
    order = chapters.moved([one.id for one in beside], chapter.id, up=up)
    for place, one in zip(places, order, strict=True):
        rows[one].position = place
    Chapter.objects.bulk_update(rows.values(), ["position"])
    report.changed_at = now
    report.save(update_fields=["changed_at"])
    record(actor, "annual_report.move_chapter", f"chapter:{chapter.id}", now=now, up=up)


@acting
def drop_chapter(actor: Actor, chapter_id: UUID, *, now: datetime) -> None:
    """Leave out a chapter of which nothing was written."""
    report, chapter = written_chapter(actor, chapter_id)
    chapters.check_drop(is_written=chapter.sections.exists() or chapter.children.exists())
    chapter.delete()
    report.changed_at = now
    report.save(update_fields=["changed_at"])
    record(actor, "annual_report.drop_chapter", f"chapter:{chapter_id}", now=now)


@acting
def send_chapter(actor: Actor, chapter_id: UUID, *, now: datetime) -> None:
    """Offer a chapter for approval."""
    _report, chapter = written_chapter(actor, chapter_id)
    chapters.check_send(ChapterStatus(chapter.status), is_empty=_is_empty(chapter))
    chapter.status, chapter.returned_reason = ChapterStatus.REVIEW, ""
    chapter.sent_by, chapter.sent_by_name, chapter.sent_at = actor.person_id, actor.name, now
    chapter.save()
    record(actor, "annual_report.send_chapter", f"chapter:{chapter.id}", now=now)


@acting
def approve_chapter(actor: Actor, chapter_id: UUID, *, now: datetime) -> None:
    """Approve a chapter that another offered, once its remarks are dealt with."""
    _report, chapter = written_chapter(actor, chapter_id)
    remarks = Remark.objects.filter(section__chapter=chapter, resolved_at__isnull=True)
    chapters.check_approve(
        ChapterStatus(chapter.status),
        open_remarks=remarks.count(),
        sent_by=chapter.sent_by,
        by=actor.person_id,
    )
    chapter.status, chapter.approved_by_name, chapter.approved_at = (
        ChapterStatus.APPROVED, actor.name, now,
    )  # fmt: skip
    chapter.save()
    record(actor, "annual_report.approve_chapter", f"chapter:{chapter.id}", now=now)


@acting
def return_chapter(actor: Actor, chapter_id: UUID, reason: str, *, now: datetime) -> None:
    """Give a chapter back to its writers with what is still to be done."""
    report, chapter = written_chapter(actor, chapter_id)
    chapters.check_return(ChapterStatus(chapter.status), reason)
    chapter.returned_reason = reason.strip()
    chapter.save(update_fields=["returned_reason"])
    touch(report, chapter, now=now)
    record(actor, "annual_report.return_chapter", f"chapter:{chapter.id}", now=now)


def _is_empty(chapter: Chapter) -> bool:
    """Return whether there is nothing to read: figures and goals with portfolios have their own."""
    if chapter.kind == ChapterKind.FIGURES or chapter.children.exists():
        return False
    if chapter.kind == ChapterKind.FEEDBACK and chapter.report.withheld_reason:
        return False
    return not chapter.sections.exists()
