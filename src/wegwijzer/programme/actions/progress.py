"""Report, as contractor, how an assignment goes."""

from datetime import datetime
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import acting, record
from wegwijzer.programme.models.course import ProgressReport
from wegwijzer.programme.models.portfolios import Assignment
from wegwijzer.programme.rules import progress as rules
from wegwijzer.programme.rules.assignments import AssignmentState, check_carries_out
from wegwijzer.programme.rules.progress import ReportContent


@acting
def report_progress(
    actor: Actor, assignment_id: UUID, content: ReportContent, *, now: datetime
) -> UUID:
    """Tell the council how an assignment goes; what was told before stays. Return the id."""
    assignment = Assignment.objects.select_for_update().filter(id=assignment_id).first()
    if assignment is None:
        raise NotFound
    check_carries_out(actor, assignment.contractor_person_id)
    rules.check_report(content, AssignmentState(assignment.state))
    report = ProgressReport.objects.create(
        assignment=assignment,
        course=content.course,
        done=content.done.strip(),
        coming=content.coming.strip(),
        asked=content.asked.strip(),
        spent=content.spent,
        reported_at=now,
        reported_by=actor.name,
    )
    record(actor, "programme.report_progress", f"assignment:{assignment_id}", now=now,
           report=report.id, course=content.course)  # fmt: skip
    return report.id
