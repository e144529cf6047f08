"""What the pages of one portfolio share, in the language of the reader."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from wegwijzer.programme.queries.assignments import AssignmentRow
from wegwijzer.programme.queries.portfolios import PortfolioRow
from wegwijzer.programme.rules.assignments import ASSIGNMENT_STATE_LABELS, AssignmentState
from wegwijzer.programme.rules.people import GROUP_STAGE_LABELS, GroupStage
from wegwijzer.programme.rules.portfolios import PORTFOLIO_STATE_LABELS, PortfolioState

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
}
STAGE_BADGES = {
    GroupStage.PLANNED: "neutral",
    GroupStage.RUNNING: "success",
    GroupStage.ENDED: "neutral",
}


def state_of(state: PortfolioState) -> tuple[str, str]:
    """Return where a portfolio stands, in words and as a colour."""
    return _(PORTFOLIO_STATE_LABELS[state]), STATE_BADGES[state]


def assignment_state_of(state: AssignmentState) -> tuple[str, str]:
    """Return where an assignment stands, in words and as a colour."""
    return _(ASSIGNMENT_STATE_LABELS[state]), ASSIGNMENT_BADGES[state]


def stage_of(stage: GroupStage) -> tuple[str, str]:
    """Return where a group stands, in words and as a colour."""
    return _(GROUP_STAGE_LABELS[stage]), STAGE_BADGES[stage]


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
            ("assignments", _("Opdrachten"), reverse("assignments", args=[row.slug])),
            ("people", _("Wie doet mee"), reverse("portfolio-people", args=[row.slug])),
        ],
    }
