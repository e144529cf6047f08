"""Read how assignments go, as their contractors told it, and of which nothing was told lately."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber

from wegwijzer.kernel.actor import Actor
from wegwijzer.programme.models.council import Meeting
from wegwijzer.programme.models.course import ProgressReport
from wegwijzer.programme.models.portfolios import AssignmentStep
from wegwijzer.programme.queries.assignments import AssignmentRow, row_of, visible_assignments
from wegwijzer.programme.rules.assignments import FOR_CONTRACTOR, AssignmentState
from wegwijzer.programme.rules.council import MeetingStatus, SubjectKind
from wegwijzer.programme.rules.progress import Course, ReportContent, next_report

MOST = 200


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A progress report: of which assignment, by whom and when."""

    id: UUID
    assignment_id: UUID
    title: str
    portfolio_slug: str
    portfolio_name: str
    contractor: str
    content: ReportContent
    reported_at: datetime
    reported_by: str


@dataclass(frozen=True, slots=True)
class MeetingProgress:
    """How assignments go, for a meeting: the news since the last one, and who is silent."""

    reports: list[ReportRow]
    silent: list[AssignmentRow]

    def about(self, kind: SubjectKind, subject: str) -> list[ReportRow]:
        """Return what was told about what an item of the agenda is about."""
        if kind is SubjectKind.ASSIGNMENT:
            return [one for one in self.reports if str(one.assignment_id) == subject]
        return [one for one in self.reports if subject and one.portfolio_slug == subject]


def list_reports(actor: Actor, assignment_id: UUID) -> list[ReportRow]:
    """List the progress reports of one assignment, latest first."""
    rows = _reports(actor).filter(assignment=assignment_id)
    return [_report(one) for one in rows.order_by("-reported_at", "id")[:MOST]]


def latest_reports(actor: Actor, assignment_ids: Iterable[UUID]) -> dict[UUID, ReportRow]:
    """Return the latest progress report of each of these assignments that has one."""
    rows = _reports(actor).filter(assignment__in=list(assignment_ids))
    return _latest(rows)


def list_carried_out(actor: Actor, contractor_id: UUID | None) -> list[tuple[AssignmentRow, date]]:
    """List what a contractor works on, the first due ahead, and by when a report is asked for."""
    rows = _waiting(actor).filter(contractor_person_id=contractor_id)
    rows = rows.order_by(F("due_date").asc(nulls_last=True), "changed_at", "id")
    return [(row_of(one), next_report(_last_on(one))) for one in rows[:MOST]]


def next_report_on(actor: Actor, assignment_id: UUID) -> date | None:
    """Return by when the next report of an assignment is asked for, or None when none is."""
    one = _waiting(actor).filter(id=assignment_id).first()
    return next_report(_last_on(one)) if one else None


def progress_for(actor: Actor, meeting_id: UUID, held_date: date) -> MeetingProgress:
    """Return what was told since the meeting before this one, the latest of each assignment.

    Of a meeting that was closed that is what was told until then; nobody is silent afterwards.
    """
    meeting = Meeting.objects.filter(id=meeting_id).first()
    before = Meeting.objects.filter(held_date__lt=held_date, status=MeetingStatus.HELD)
    last = before.order_by("-held_date").values_list("closed_at", flat=True).first()
    until = meeting.closed_at if meeting else None
    told = Q(reported_at__gt=last) if last else Q()
    told &= Q(reported_at__lte=until) if until else Q()
    latest = _latest(_reports(actor).filter(told))
    named = _waiting(actor).exclude(contractor_person=None)
    waiting = [] if until else named.order_by("title")[:MOST]
    return MeetingProgress(
        sorted(latest.values(), key=lambda one: (-_URGENT.index(one.content.course), one.title)),
        [row_of(one) for one in waiting if one.id not in latest],
    )


_URGENT = (Course.ON_COURSE, Course.ATTENTION, Course.STUCK)


def _waiting(actor: Actor) -> QuerySet:  # type: ignore[type-arg]
    """Return what contractors work on, with when something was last told of it."""
    rows = visible_assignments(actor).filter(state__in=FOR_CONTRACTOR)
    told = ProgressReport.objects.filter(assignment=OuterRef("pk")).order_by("-reported_at")
    begun = AssignmentStep.objects.filter(
        assignment=OuterRef("pk"), state=AssignmentState.AGREED
    ).order_by("-taken_at")
    return rows.annotate(
        told_at=Subquery(told.values("reported_at")[:1]),
        begun_at=Subquery(begun.values("taken_at")[:1]),
    )


def _last_on(one) -> date:  # type: ignore[no-untyped-def]
    last: datetime = one.told_at or one.begun_at or one.changed_at
    return last.date()


def _reports(actor: Actor) -> QuerySet[ProgressReport]:
    rows = ProgressReport.objects.filter(assignment__in=visible_assignments(actor).values("id"))
    return rows.select_related("assignment__portfolio")


def _latest(rows: QuerySet[ProgressReport]) -> dict[UUID, ReportRow]:
    """Return the latest of these reports of each assignment; of the others nothing is read."""
    order = (F("reported_at").desc(), F("id").desc())
    place = Window(RowNumber(), partition_by=F("assignment"), order_by=order)
    return {one.assignment_id: _report(one) for one in rows.annotate(place=place).filter(place=1)}


def _report(one: ProgressReport) -> ReportRow:
    return ReportRow(
        one.id,
        one.assignment_id,
        one.assignment.title,
        one.assignment.portfolio.slug,
        one.assignment.portfolio.name,
        one.assignment.contractor,
        ReportContent(
            course=Course(one.course),
            done=one.done,
            coming=one.coming,
            asked=one.asked,
            spent=one.spent,
        ),
        one.reported_at,
        one.reported_by,
    )
