"""Read a chapter with its texts, and how a text came to be."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wegwijzer.annual_report.models import Chapter, Remark, Report, Section
from wegwijzer.annual_report.queries.reports import visible_reports
from wegwijzer.annual_report.rules import states, texts
from wegwijzer.annual_report.rules.chapters import ChapterKind, ChapterStatus
from wegwijzer.annual_report.rules.states import OPEN, Status
from wegwijzer.annual_report.storing import claim_of, scope_of
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """A remark on a section."""

    id: UUID
    text: str
    made_by: str
    made_at: datetime
    resolved_by: str
    resolved_at: datetime | None


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A piece of text; ``claimed_by`` is another who says to be writing it now."""

    id: UUID
    heading: str
    body: str
    pieces: tuple[texts.Piece, ...]
    version: int
    changed_by: str
    changed_at: datetime
    claimed_by: str
    remarks: tuple[RemarkRow, ...]


@dataclass(frozen=True, slots=True)
class ChapterPage:
    """A chapter with its texts and where its review stands."""

    id: UUID
    report_id: UUID
    report_title: str
    year: int
    kind: ChapterKind
    title: str
    status: ChapterStatus
    sections: list[SectionRow]
    sent_by: str
    sent_at: datetime | None
    approved_by: str
    approved_at: datetime | None
    returned_reason: str
    may_write: bool
    may_approve: bool
    may_drop: bool


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A text as somebody left it; without a number it collided and stands aside."""

    id: int
    number: int | None
    heading: str
    body: str
    written_by: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class SectionPage:
    """A section to write in, with its earlier versions."""

    row: SectionRow
    chapter_id: UUID
    chapter_title: str
    report_id: UUID
    report_title: str
    versions: list[VersionRow]
    may_write: bool


@reading
def get_chapter(actor: Actor, chapter_id: UUID, *, now: datetime) -> ChapterPage:
    """Return one chapter of a report that the actor may know of."""
    chapter = _chapter(actor, chapter_id)
    report, status = chapter.report, ChapterStatus(chapter.status)
    writes = _writes(actor, report)
    sections = list(
        chapter.sections.prefetch_related("remarks").order_by("position", "id")
    )  # fmt: skip
    return ChapterPage(
        chapter.id,
        report.id,
        report.title,
        report.year,
        ChapterKind(chapter.kind),
        chapter.title,
        status,
        [_section_row(actor, one, now) for one in sections],
        chapter.sent_by_name,
        chapter.sent_at,
        chapter.approved_by_name,
        chapter.approved_at,
        chapter.returned_reason,
        writes,
        writes and status is ChapterStatus.REVIEW and chapter.sent_by != actor.person_id,
        writes and not sections and not chapter.children.exists(),
    )


@reading
def get_section(actor: Actor, section_id: UUID, *, now: datetime) -> SectionPage:
    """Return one section of a report that the actor may know of, with its versions."""
    section = Section.objects.prefetch_related("remarks").filter(id=section_id).first()
    if section is None:
        raise NotFound
    chapter = _chapter(actor, section.chapter_id)
    versions = section.versions.order_by("-written_at", "-id")[:50]
    return SectionPage(
        _section_row(actor, section, now),
        chapter.id,
        chapter.title,
        chapter.report_id,
        chapter.report.title,
        [
            VersionRow(
                one.pk, one.number, one.heading, one.body, one.written_by_name, one.written_at
            )
            for one in versions
        ],
        _writes(actor, chapter.report),
    )


@reading
def get_chapter_of_remark(actor: Actor, remark_id: UUID) -> UUID:
    """Return the chapter in which a remark stands."""
    remark = Remark.objects.select_related("section").filter(id=remark_id).first()
    if remark is None:
        raise NotFound
    return _chapter(actor, remark.section.chapter_id).id


def _chapter(actor: Actor, chapter_id: UUID) -> Chapter:
    chapter = Chapter.objects.select_related("report").filter(id=chapter_id).first()
    if chapter is None or not visible_reports(actor).filter(id=chapter.report_id).exists():
        raise NotFound
    return chapter


def _writes(actor: Actor, report: Report) -> bool:
    scope = scope_of(report)
    is_one = states.may_write(actor, scope) or states.may_approve(actor, scope)
    return is_one and Status(report.status) in OPEN


def _section_row(actor: Actor, section: Section, now: datetime) -> SectionRow:
    claim = claim_of(section)
    other = claim if texts.is_claimed(claim, by=actor.person_id, now=now) else None
    return SectionRow(
        section.id,
        section.heading,
        section.body,
        texts.pieces(section.body),
        section.version,
        section.changed_by_name,
        section.changed_at,
        other.name if other else "",
        tuple(
            RemarkRow(
                one.id, one.text, one.made_by_name, one.made_at, one.resolved_by_name,
                one.resolved_at,
            )
            for one in sorted(section.remarks.all(), key=lambda one: one.made_at)
        ),
    )  # fmt: skip
