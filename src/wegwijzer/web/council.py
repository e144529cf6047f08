"""What the heads council decided, and about what, in the language of the reader."""

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from wegwijzer.kernel.actor import Actor
from wegwijzer.programme.queries.assignments import list_titles
from wegwijzer.programme.queries.council import DecisionRow, ItemRow, MeetingPage
from wegwijzer.programme.queries.portfolios import portfolio_names
from wegwijzer.programme.queries.progress import ReportRow, progress_for
from wegwijzer.programme.rules.council import (
    EFFECT_LABELS,
    MEETING_STATUS_LABELS,
    OUTCOME_LABELS,
    PURPOSE_LABELS,
    MeetingStatus,
    Outcome,
    Purpose,
    SubjectKind,
)
from wegwijzer.web.portfolios import shown_reports

STATUS_BADGES = {
    MeetingStatus.DRAFT: "warning",
    MeetingStatus.SHARED: "info",
    MeetingStatus.HELD: "neutral",
}
OUTCOME_BADGES = {
    Outcome.ADOPTED: "success",
    Outcome.REJECTED: "danger",
    Outcome.DEFERRED: "warning",
}
PAGES = {SubjectKind.PORTFOLIO: "portfolio", SubjectKind.ASSIGNMENT: "assignment"}
Subject = tuple[SubjectKind, str]
Told = tuple[ReportRow, str, str]


class ShownItem(NamedTuple):
    """An item of the agenda in words, with what contractors told about it since last time."""

    row: ItemRow
    purpose: str
    subject: tuple[str, str] | None
    decisions: list[tuple[DecisionRow, str, str, str]]
    reports: list[Told]


def _names(actor: Actor, only: Collection[str] | None = None) -> dict[Subject, str]:
    """Return what an item can be about, by its name; of the assignments all, or some."""
    portfolios = portfolio_names(actor).items()
    return {
        **{(SubjectKind.PORTFOLIO, slug): name for slug, name in portfolios},
        **{
            (SubjectKind.ASSIGNMENT, str(one)): _("Opdracht: %(title)s") % {"title": title}
            for one, title, _slug in list_titles(actor, only)
        },
    }


def subject_names(actor: Actor, subjects: Iterable[Subject]) -> dict[Subject, tuple[str, str]]:
    """Return the name of what items are about, and the address of its page."""
    asked = list(subjects)
    names = _names(actor, [one for kind, one in asked if kind is SubjectKind.ASSIGNMENT])
    return {
        (kind, one): (names[kind, one], reverse(PAGES[kind], args=[one]))
        for kind, one in asked
        if (kind, one) in names
    }


def subject_choices(actor: Actor) -> list[tuple[str, str]]:
    """Return the subjects as a form offers them."""
    return [(f"{kind.value}:{one}", name) for (kind, one), name in _names(actor).items()]


def tabs_of() -> list[tuple[str, str, str]]:
    """Return the three lists of the council."""
    return [
        ("meetings", _("Vergaderingen"), reverse("council")),
        ("decisions", _("Besluiten"), reverse("council-decisions")),
        ("tasks", _("Open acties"), reverse("council-tasks")),
    ]


def status_of(status: MeetingStatus) -> str:
    """Return where a meeting stands, in words."""
    return _(MEETING_STATUS_LABELS[status])


def purpose_of(purpose: Purpose) -> str:
    """Return what the council is asked, in words."""
    return _(PURPOSE_LABELS[purpose])


def outcome_of(outcome: Outcome) -> str:
    """Return what the council did, in words."""
    return _(OUTCOME_LABELS[outcome])


def shown_decisions(
    actor: Actor, rows: Iterable[DecisionRow]
) -> list[tuple[DecisionRow, str, str, str]]:
    """Return decisions with their outcome, its colour and their effect in words."""
    return [
        (
            row,
            outcome_of(row.outcome),
            OUTCOME_BADGES[row.outcome],
            _(EFFECT_LABELS[row.effect]) if row.effect else "",
        )
        for row in rows
    ]


def shown_meeting(actor: Actor, page: MeetingPage) -> dict[str, Any]:
    """Return a meeting as its page and its minutes show it, each report at what it is about."""
    told = progress_for(actor, page.id, page.content.held_date)
    names = subject_names(
        actor, [(one.content.subject_kind, one.content.subject) for one in page.items]
    )
    items, placed = [], set()
    for one in page.items:
        about = (one.content.subject_kind, one.content.subject)
        reports = told.about(*about)
        placed |= {report.id for report in reports}
        items.append(
            ShownItem(
                one,
                purpose_of(one.content.purpose),
                names.get(about),
                shown_decisions(actor, one.decisions),
                shown_reports(reports),
            )
        )
    return {
        "page": page,
        "status": status_of(page.status),
        "badge": STATUS_BADGES[page.status],
        "facts": [
            (_("Plaats"), page.content.place),
            (_("Voorzitter"), page.content.chair),
            *([(_("Aanwezig"), page.present)] if page.present else []),
        ],
        "items": items,
        "other_reports": shown_reports(one for one in told.reports if one.id not in placed),
        "silent": told.silent,
    }
