"""What the heads council decided, and about what, in the language of the reader."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from wegwijzer.kernel.actor import Actor
from wegwijzer.programme.queries.assignments import list_titles
from wegwijzer.programme.queries.council import DecisionRow
from wegwijzer.programme.queries.portfolios import list_portfolios
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
Subject = tuple[SubjectKind, str]


def subject_names(actor: Actor) -> dict[Subject, tuple[str, str]]:
    """Return what an item can be about: its name, and the address of its page if it has one."""
    portfolios = list_portfolios(actor)
    return {
        **{
            (SubjectKind.PORTFOLIO, one.slug): (one.name, reverse("portfolio", args=[one.slug]))
            for one in portfolios
        },
        **{
            (SubjectKind.ASSIGNMENT, str(one)): (
                _("Opdracht: %(title)s") % {"title": title},
                reverse("assignment", args=[one]),
            )
            for one, title, _slug in list_titles(actor)
        },
    }


def subject_choices(actor: Actor) -> list[tuple[str, str]]:
    """Return the subjects as a form offers them."""
    return [(f"{kind.value}:{one}", name)
            for (kind, one), (name, _url) in subject_names(actor).items()]  # fmt: skip


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
