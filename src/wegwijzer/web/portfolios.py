"""What the pages of one portfolio share, in the language of the reader."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from wegwijzer.programme.queries.assignments import AssignmentRow
from wegwijzer.programme.queries.portfolios import PortfolioRow
from wegwijzer.programme.queries.progress import ReportRow
from wegwijzer.programme.rules.assignments import ASSIGNMENT_STATE_LABELS, AssignmentState
from wegwijzer.programme.rules.course import (
    ACTIVITY_STAGE_LABELS,
    OBJECTIVE_STATE_LABELS,
    ActivityStage,
    Level,
    ObjectiveState,
)
from wegwijzer.programme.rules.people import GROUP_STAGE_LABELS, GroupStage
from wegwijzer.programme.rules.portfolios import PORTFOLIO_STATE_LABELS, PortfolioState
from wegwijzer.programme.rules.progress import COURSE_LABELS, Course

STATE_BADGES = {
    PortfolioState.EXPLORING: "info",
    PortfolioState.PREPARING: "info",
    PortfolioState.RUNNING: "success",
    PortfolioState.EVALUATED: "neutral",
    PortfolioState.ENDED: "neutral",
}
ASSIGNMENT_BADGES = {
    AssignmentState.DRAFTED: "neutral",
    AssignmentState.AGREED: "info",
    AssignmentState.RUNNING: "info",
    AssignmentState.DELIVERED: "warning",
    AssignmentState.RETURNED: "danger",
    AssignmentState.ACCEPTED: "success",
    AssignmentState.WITHDRAWN: "neutral",
}
STAGE_BADGES = {
    GroupStage.PLANNED: "neutral",
    GroupStage.RUNNING: "success",
    GroupStage.ENDED: "neutral",
}

OBJECTIVE_BADGES = {
    ObjectiveState.OPEN: "info",
    ObjectiveState.REACHED: "success",
    ObjectiveState.DROPPED: "neutral",
}
ACTIVITY_BADGES = {
    ActivityStage.PLANNED: "neutral",
    ActivityStage.RUNNING: "info",
    ActivityStage.LATE: "danger",
    ActivityStage.DONE: "success",
}
COURSE_BADGES = {Course.ON_COURSE: "success", Course.ATTENTION: "warning", Course.STUCK: "danger"}


def state_of(state: PortfolioState) -> tuple[str, str]:
    """Return where a portfolio stands, in words and as a colour."""
    return _(PORTFOLIO_STATE_LABELS[state]), STATE_BADGES[state]


def assignment_state_of(state: AssignmentState) -> tuple[str, str]:
    """Return where an assignment stands, in words and as a colour."""
    return _(ASSIGNMENT_STATE_LABELS[state]), ASSIGNMENT_BADGES[state]


def stage_of(stage: GroupStage) -> tuple[str, str]:
    """Return where a group stands, in words and as a colour."""
    return _(GROUP_STAGE_LABELS[stage]), STAGE_BADGES[stage]


def objective_state_of(state: ObjectiveState) -> tuple[str, str]:
    """Return where an objective stands, in words and as a colour."""
    return _(OBJECTIVE_STATE_LABELS[state]), OBJECTIVE_BADGES[state]


def activity_stage_of(stage: ActivityStage) -> tuple[str, str]:
    """Return where an activity stands, in words and as a colour."""
    return _(ACTIVITY_STAGE_LABELS[stage]), ACTIVITY_BADGES[stage]


def weight_shown(weight: Level) -> tuple[str, str]:
    """Return how much a risk weighs, in words and as a colour."""
    words = {
        Level.LOW: (_("Weegt licht"), "neutral"),
        Level.MEDIUM: (_("Weegt matig"), "warning"),
        Level.HIGH: (_("Weegt zwaar"), "danger"),
    }
    return words[weight]


def course_of(course: Course) -> tuple[str, str]:
    """Return how an assignment goes, in words and as a colour."""
    return _(COURSE_LABELS[course]), COURSE_BADGES[course]


def shown_reports(rows: Iterable[ReportRow]) -> list[tuple[ReportRow, str, str]]:
    """Return progress reports, each with how it goes in words and as a colour."""
    return [(row, *course_of(row.content.course)) for row in rows]


def shown_assignments(rows: list[AssignmentRow]) -> list[tuple[AssignmentRow, str, str]]:
    """Return assignments, each with its state in words and as a colour."""
    return [(row, *assignment_state_of(row.state)) for row in rows]


def about(row: PortfolioRow, current: str) -> dict[str, Any]:
    """Return what the head of each page of a portfolio shows, and its tabs."""
    state, badge = state_of(row.state)
    return {
        "row": row,
        "state": state,
        "badge": badge,
        "current": current,
        "tabs": [
            ("overview", _("Overzicht"), reverse("portfolio", args=[row.slug])),
            ("course", _("Doelstellingen"), reverse("portfolio-course", args=[row.slug])),
            ("assignments", _("Opdrachten"), reverse("assignments", args=[row.slug])),
            ("risks", _("Risico's"), reverse("portfolio-risks", args=[row.slug])),
            ("people", _("Wie doet mee"), reverse("portfolio-people", args=[row.slug])),
        ],
    }
