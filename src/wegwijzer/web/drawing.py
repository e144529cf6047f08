"""What was made elsewhere in the product, as the beginning of an item of the library."""

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wegwijzer.academy.queries.awareness import get_meeting
from wegwijzer.academy.rules.awareness import TARGET_LABELS, MeetingState
from wegwijzer.commons.rules.items import Kind
from wegwijzer.exploration import queries as explorations
from wegwijzer.exploration.rules.sessions import Stage
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.programme.queries.assignments import get_assignment
from wegwijzer.programme.queries.corrections import get_entry
from wegwijzer.programme.queries.people import get_group
from wegwijzer.programme.rules.assignments import AssignmentState
from wegwijzer.programme.rules.corrections import Entry
from wegwijzer.programme.rules.people import GroupStage
from wegwijzer.programme.rules.portfolios import ResultKind

# What others can use of what a portfolio reached: each with the kind of item that it becomes.
SHARED_RESULTS = {
    ResultKind.METHOD: Kind.METHOD,
    ResultKind.INSTRUMENT: Kind.INSTRUMENT,
    ResultKind.AWARENESS: Kind.ACTIVITY,
}
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


def drawn_from_result(actor: Actor, result_id: UUID) -> dict[str, Any]:
    """Return what a portfolio reached as an item: what it is, and where it can be seen."""
    entry = get_entry(actor, Entry.RESULT, result_id)
    text = entry.values["text"]
    return {
        "title": text.partition(". ")[0].rstrip(".")[:160],
        "summary": text[:4_000],
        "sources": entry.values["evidence"],
        "portfolio": entry.portfolio_slug,
        "period_from": date(entry.values["year"], 1, 1),
        "period_to": date(entry.values["year"], 12, 31),
    }


def drawn_from_group(actor: Actor, group_id: UUID) -> dict[str, Any]:
    """Return what a group that ended brought about as an item: what for, and what each day gave."""
    page = get_group(actor, group_id, on=localdate())
    if page.stage is not GroupStage.ENDED:
        raise NotFound
    days = "\n".join(f"- {one.subject}: {one.outcome}" for one in page.days if one.outcome)
    return {
        "title": page.content.name[:160],
        "summary": page.content.purpose[:4_000],
        "body": "\n\n".join(filter(None, (page.outcome, days))),
        "portfolio": page.portfolio_slug,
        "period_from": page.content.starts_date,
        "period_to": page.content.ends_date,
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
