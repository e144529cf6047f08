"""Read the reports: the list, one with its chapters, one chapter with its texts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from wegwijzer.annual_report.content import in_order
from wegwijzer.annual_report.facts import public_facts
from wegwijzer.annual_report.models import Chapter, Edition, Report
from wegwijzer.annual_report.rules import act, states
from wegwijzer.annual_report.rules.chapters import ChapterKind, ChapterStatus
from wegwijzer.annual_report.rules.states import OPEN, ReportKind, Status, Step
from wegwijzer.annual_report.storing import scope_of
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.kernel.verdict import Verdict
from wegwijzer.logbook.actions import reading

YEARS = 3


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in a list."""

    id: UUID
    year: int
    kind: ReportKind
    title: str
    region_name: str
    status: Status
    edition: int
    chapters: int
    approved: int
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class ReportList:
    """A page of reports; ``after`` and ``before`` are the years of the pages beside it."""

    rows: list[ReportRow]
    after: str
    before: str


@dataclass(frozen=True, slots=True)
class ChapterRow:
    """A chapter in the table of contents."""

    id: UUID
    kind: ChapterKind
    slug: str
    title: str
    level: int
    status: ChapterStatus
    sections: int
    open_remarks: int
    writers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition that was frozen."""

    number: int
    reason: str
    sha256: str
    frozen_by: str
    frozen_at: datetime
    published_at: datetime | None


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report: where it stands, its chapters, its editions, what the actor may do."""

    row: ReportRow
    reason: str
    withheld_reason: str
    approved_by: str
    approved_at: datetime | None
    counted_at: datetime | None
    chapters: list[ChapterRow]
    editions: list[EditionRow]
    steps: tuple[Step, ...]
    demands: Verdict | None
    is_writer: bool
    is_approver: bool
    may_write: bool


def visible_reports(actor: Actor) -> QuerySet[Report]:
    """Return all reports but the regional ones of others without a frozen edition."""
    shared = ~Q(kind=ReportKind.REGION) | Q(region_id=actor.region_id)
    return Report.objects.filter(shared | Q(edition__gt=1) | Q(status=Status.FROZEN))


def seen(actor: Actor, report_id: UUID) -> Report:
    """Return a report that the actor may know of; another reads as absent."""
    report = visible_reports(actor).select_related("region").filter(id=report_id).first()
    if report is None:
        raise NotFound
    return report


def list_reports(
    actor: Actor,
    *,
    kind: ReportKind | None = None,
    after: int | None = None,
    before: int | None = None,
) -> ReportList:
    """List the reports a few years at a time, the last year first; the keys are years."""
    rows = visible_reports(actor)
    rows = rows.filter(kind=kind) if kind else rows
    years = rows.order_by().values_list("year", flat=True).distinct()
    if before:
        shown = sorted(years.filter(year__gt=before).order_by("year")[:YEARS], reverse=True)
    else:
        earlier = years.filter(year__lt=after) if after else years
        shown = list(earlier.order_by("-year")[:YEARS])
    if not shown:
        return ReportList([], "", "")
    found = _with_counts(rows.filter(year__in=shown))
    return ReportList(
        [_row(one) for one in found.order_by("-year", "kind", "region__name", "id")],
        after=str(shown[-1]) if years.filter(year__lt=shown[-1]).exists() else "",
        before=str(shown[0]) if years.filter(year__gt=shown[0]).exists() else "",
    )


def find_report(actor: Actor, *, year: int, kind: ReportKind) -> UUID | None:
    """Return the id of the report of a year, or None when there is none to see."""
    found = visible_reports(actor).filter(year=year, kind=kind)
    return found.order_by("id").values_list("id", flat=True).first()


@reading
def get_report(actor: Actor, report_id: UUID, *, now: datetime) -> ReportPage:
    """Return one report that the actor may know of."""
    report = _with_counts(visible_reports(actor)).filter(id=report_id).first()
    if report is None:
        raise NotFound
    scope, status = scope_of(report), Status(report.status)
    is_writer = states.may_write(actor, scope)
    is_approver = states.may_approve(actor, scope)
    return ReportPage(
        _row(report),
        report.reason,
        report.withheld_reason,
        report.approved_by,
        report.approved_at,
        report.counted_at,
        list(_chapter_rows(report, now)),
        [_edition_row(one) for one in report.editions.order_by("-number")],
        states.steps_for(actor, scope, status),
        act.demands(public_facts(report)) if scope.kind is ReportKind.PUBLIC else None,
        is_writer,
        is_approver,
        (is_writer or is_approver) and status in OPEN,
    )


def _with_counts(rows: QuerySet[Report]) -> QuerySet[Report]:
    return rows.select_related("region").annotate(
        number=Count("chapters", distinct=True),
        approved_number=Count(
            "chapters", filter=Q(chapters__status=ChapterStatus.APPROVED), distinct=True
        ),
    )


def _row(report: Report) -> ReportRow:
    return ReportRow(
        report.id,
        report.year,
        ReportKind(report.kind),
        report.title,
        report.region.name if report.region else "",
        Status(report.status),
        report.edition,
        report.number,  # type: ignore[attr-defined]
        report.approved_number,  # type: ignore[attr-defined]
        report.changed_at,
    )


def _chapter_rows(report: Report, now: datetime) -> Iterable[ChapterRow]:
    remarks = _open_remarks(report)
    for chapter, level in in_order(report):
        sections = list(chapter.sections.all())
        writing = {
            one.claimed_name for one in sections if one.claimed_until and one.claimed_until > now
        }
        yield ChapterRow(
            chapter.id,
            ChapterKind(chapter.kind),
            chapter.slug,
            chapter.title,
            level,
            ChapterStatus(chapter.status),
            len(sections),
            remarks.get(chapter.id, 0),
            tuple(sorted(writing)),
        )


def _open_remarks(report: Report) -> dict[UUID, int]:
    rows = (
        Chapter.objects.filter(report=report, sections__remarks__resolved_at__isnull=True)
        .filter(sections__remarks__isnull=False)
        .values_list("id")
        .annotate(n=Count("sections__remarks", distinct=True))
    )
    return dict(rows.order_by("id"))


def _edition_row(edition: Edition) -> EditionRow:
    return EditionRow(
        edition.number,
        edition.reason,
        edition.sha256,
        edition.frozen_by_name,
        edition.frozen_at,
        edition.published_at,
    )
