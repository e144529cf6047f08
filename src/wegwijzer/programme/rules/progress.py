"""A progress report: how an assignment goes, in few enough words for two minutes."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from wegwijzer.kernel.errors import Conflict, Invalid
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.programme.rules.assignments import FOR_CONTRACTOR, AssignmentState

# So long may the council be without news of an assignment; a report is asked for after that.
TERM = timedelta(weeks=8)


class Course(StrEnum):
    """How an assignment goes, as its contractor sees it."""

    ON_COURSE = "on_course"
    ATTENTION = "attention"
    STUCK = "stuck"


COURSE_LABELS = {
    Course.ON_COURSE: _("Op koers"),
    Course.ATTENTION: _("Vraagt aandacht"),
    Course.STUCK: _("Zit vast"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContent:
    """How it goes, what was done, what comes, what is asked of the council, what it cost so far."""

    course: Course
    done: str
    coming: str
    asked: str = ""
    spent: Decimal | None = None


def may_be_reported(state: AssignmentState) -> bool:
    """Return whether an assignment at this state is worked on, so that there is progress."""
    return state in FOR_CONTRACTOR


def check_report(content: ReportContent, state: AssignmentState) -> None:
    """Refuse a report on what nobody works on, without words, or that is stuck and asks nothing."""
    if not may_be_reported(state):
        raise Conflict(
            _("Over voortgang bericht u zolang de opdracht bij u ligt. Dat is nu niet zo.")
        )
    if not content.done.strip():
        raise Invalid(_("Zeg in een zin wat er is gebeurd."), field="done")
    if not content.coming.strip():
        raise Invalid(_("Zeg in een zin wat er nu komt."), field="coming")
    if content.course is Course.STUCK and not content.asked.strip():
        raise Invalid(
            _("De opdracht zit vast. Zeg wat u van het hoofdenoverleg nodig hebt."), field="asked"
        )


def next_report(last_on: date) -> date:
    """Return by when a report is asked for, given the last one or when the work was agreed on."""
    return last_on + TERM
