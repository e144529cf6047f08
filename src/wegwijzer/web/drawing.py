"""What was made elsewhere in the product, as the beginning of an item of the library."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from wegwijzer.academy.queries.awareness import get_meeting
from wegwijzer.academy.rules.awareness import TARGET_LABELS, MeetingState
from wegwijzer.exploration import queries as explorations
from wegwijzer.exploration.rules.sessions import Stage
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.programme.queries.assignments import get_assignment
from wegwijzer.programme.rules.assignments import AssignmentState

DELIVERED = frozenset({AssignmentState.DELIVERED, AssignmentState.ACCEPTED})


def drawn_from_exploration(actor: Actor, session_id: UUID) -> dict[str, Any]:
    """Return a closed exploration as an item: its question, focus, objectives and conclusion."""
    page = explorations.get_session(actor, session_id)
    if page.stage is not Stage.CLOSED:
        raise NotFound
    parts = [page.conclusion]
    for focus in explorations.list_focus(actor, session_id):
        parts.append("\n".join([focus.statement, *(f"- {one.text}" for one in focus.objectives)]))
    return {
        "title": page.setup.title[:160],
        "summary": page.setup.question,
        "body": "\n\n".join(filter(None, parts)),
        "portfolio": page.setup.portfolio,
        "period_from": page.created_at.date(),
        "period_to": page.closed_at.date() if page.closed_at else None,
    }


def drawn_from_meeting(actor: Actor, meeting_id: UUID) -> dict[str, Any]:
    """Return an evaluated awareness meeting as an item: for whom, how many came, what it taught."""
    page = get_meeting(actor, meeting_id)
    if page.row.state is not MeetingState.EVALUATED or page.inside is None:
        raise NotFound
    came = _("%(group)s, %(people)s mensen.") % {
        "group": _(TARGET_LABELS[page.row.target_group]),
        "people": page.row.attended,
    }
    return {
        "title": page.row.subject[:160],
        "summary": " ".join(filter(None, (page.inside.goal, came)))[:4_000],
        "body": page.inside.learned,
        "phenomena": [page.row.phenomenon] if page.row.phenomenon else [],
        "place": page.row.municipality[:120],
        "period_from": page.row.day,
        "period_to": page.row.day,
    }


def drawn_from_assignment(actor: Actor, assignment_id: UUID) -> dict[str, Any]:
    """Return a delivered assignment as an item: what was asked, and what was delivered."""
    one = get_assignment(actor, assignment_id).row
    if one.state not in DELIVERED:
        raise NotFound
    return {
        "title": one.content.title[:160],
        "summary": one.content.expected[:4_000],
        "body": one.delivery,
        "portfolio": one.portfolio_slug,
    }
