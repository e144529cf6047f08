"""The list of signals, one signal, the intake check and the hits."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wegwijzer.casework.queries import get_signal_or_linked
from wegwijzer.casework.rules import OPENERS
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid
from wegwijzer.logbook.queries import list_dossier_lines
from wegwijzer.network.queries import list_participants
from wegwijzer.network.rules import Role
from wegwijzer.signals import actions, queries, rules
from wegwijzer.signals.queries import CriterionRow, SignalRow, Wanted
from wegwijzer.signals.rules import Event, Status
from wegwijzer.subjects.queries import SubjectRow
from wegwijzer.subjects.rules import (
    HANDLING_LABELS,
    INFORMATION_RELIABILITY_LABELS,
    SOURCE_RELIABILITY_LABELS,
    SubjectRole,
)
from wegwijzer.web import params
from wegwijzer.web.acts import ACT_LABELS
from wegwijzer.web.answers import from_address
from wegwijzer.web.forms.signals import FilterForm
from wegwijzer.web.forms.weighing import HitForm, ReasonForm, RemarkForm
from wegwijzer.web.middleware import sentence

# How a state looks: the five kinds of the badge.
BADGES: dict[Status, str] = {
    Status.DRAFT: "neutral",
    Status.SUBMITTED: "info",
    Status.RETURNED: "warning",
    Status.IN_WEIGHING: "warning",
    Status.ACCEPTED: "success",
    Status.LINKED: "success",
    Status.REJECTED: "danger",
    Status.OUT_OF_PURPOSE: "danger",
}


def badge_kind(status: Status) -> str:
    """Return the kind of badge that a state is shown with."""
    return BADGES.get(status, "neutral")


def rows_for_page(rows: list[SignalRow]) -> list[tuple[SignalRow, str]]:
    """Return each row with the kind of badge of its state."""
    return [(row, badge_kind(row.status)) for row in rows]


@require_safe
def signal_list(request: HttpRequest) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    wanted = Wanted(
        status=params.choice(request, "status", Status),
        phenomenon=params.text(request, "phenomenon"),
        participant_id=params.identifier(request, "participant"),
        since=params.day(request, "since"),
        until=params.day(request, "until"),
        text=params.text(request, "q"),
    )
    phenomena = [(row.slug, row.name) for row in queries.list_phenomena(actor)]
    if wanted.phenomenon and wanted.phenomenon not in dict(phenomena):
        raise params.BadQuery(_("Dit fenomeen bestaat niet."))
    organs = list_participants(actor, on=now().date())
    page = _listed(request, actor, wanted)
    form = FilterForm(
        request.GET or None,
        phenomena=[(slug, _(name)) for slug, name in phenomena],
        participants=[(str(organ.id), organ.name) for organ in organs],
    )
    number, most = queries.count_signals(actor, wanted), wanted.most_counted
    context = {
        "page": page,
        "rows": rows_for_page(page.rows),
        "form": form,
        "narrowed": wanted != Wanted(),
        "number": min(number, most),
        "more": number > most,
        "may_report": actor.has(Role.PARTNER_REPORTER),
    }
    return render(request, "signals/list.html", context)


def _listed(request: HttpRequest, actor: Actor, wanted: Wanted) -> queries.SignalList:
    after, before = params.text(request, "after"), params.text(request, "before")
    with from_address():
        return queries.list_signals(actor, wanted, after=after, before=before)


@require_safe
def signal(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    page = get_signal_or_linked(actor, signal_id, now=now())
    context = _about(page) | {
        "tab": "signal",
        "entries": _entries(actor, signal_id),
        "judged": _judged(page),
        "may_change": Event.CHANGE in page.may,
        "may_check": Event.TAKE_IN in page.may,
        "may_weigh": Event.WEIGH in page.may,
        "may_open": page.row.status == Status.ACCEPTED and actor.has(*OPENERS),
    }
    return render(request, "signals/signal.html", context)


def _judged(page: queries.SignalPage) -> list[tuple[str, list[CriterionRow]]]:
    """Return each criterion that somebody weighed, with how."""
    if page.weighing is None:
        return []
    criteria = page.weighing.criteria
    return [(label, criteria[key]) for key, label in rules.CRITERIA.items() if criteria[key]]


def _points(intake_found: queries.Intake) -> list[tuple[str, str, bool, str]]:
    """Return the points of the intake check in the language of the reader."""
    return [
        (
            _(one.text) % dict(one.params) if one.params else _(one.text),
            one.article,
            one.met,
            "" if one.met else _(one.next_step) % dict(one.params),
        )
        for one in intake_found.verdict.conditions
    ]


def _about(page: queries.SignalPage) -> dict[str, Any]:
    """Return what every page about one signal shows."""
    subjects, victims = apart(page.subjects)
    return {
        "page": page,
        "badge_kind": badge_kind(page.row.status),
        "subjects": subjects,
        "victims": victims,
        "may_compare": bool(page.subjects) and page.is_of_own_work,
        "source_label": _labelled(SOURCE_RELIABILITY_LABELS, page.report.source_reliability),
        "information_label": _labelled(
            INFORMATION_RELIABILITY_LABELS, page.report.information_reliability
        ),
        "handling_label": _labelled(HANDLING_LABELS, page.report.handling),
    }


def apart(subjects: list[SubjectRow]) -> tuple[list[SubjectRow], list[SubjectRow]]:
    """Return the subjects, and the victims apart from them."""
    victims = [one for one in subjects if one.role is SubjectRole.VICTIM]
    return [one for one in subjects if one.role is not SubjectRole.VICTIM], victims


def _labelled(labels: Mapping[Any, str], code: str) -> str:
    """Return what a code means, in the language of the reader."""
    return _(labels[code]) if code else ""


# The moments in the life of a signal. What was only read stays in the logbook.
MOMENTS = frozenset(
    f"signals.{act}"
    for act in (
        "draft_signal",
        "submit_signal",
        "return_signal",
        "take_into_weighing",
        "judge_purpose",
        "judge_criterion",
        "record_attendance",
        "decide_signal",
        "link_to_dossier",
        "judge_hit",
    )
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One moment in the life of a signal."""

    at: datetime
    text: str
    who: str


def _entries(actor: Actor, signal_id: UUID) -> list[Entry]:
    """Return what was done with a signal, newest first."""
    told = [
        Entry(line.at, _(ACT_LABELS[line.act]), f"{line.name}, {line.on_behalf_of}")
        for line in list_dossier_lines(actor, signal_id, limit=100)
        if line.act in MOMENTS and line.outcome == "done"
    ]
    # Four criteria weighed by one person are one moment to a reader.
    return [next(same) for _key, same in groupby(told, key=lambda one: (one.text, one.who))]


@require_http_methods(["GET", "POST"])
def intake(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = queries.get_intake(actor, signal_id, now=now())
    if Event.TAKE_IN not in found.page.may:
        return redirect("signal", signal_id)
    sending = request.POST if request.method == "POST" else None
    wish = request.POST.get("do", "")
    returning = ReasonForm(sending if wish == "return" else None)
    taking = RemarkForm(sending if wish == "take" else None)
    if wish == "return" and returning.is_valid():
        try:
            actions.return_signal(
                actor, signal_id, reason=returning.cleaned_data["reason"], now=now()
            )
        except Invalid as wrong:
            returning.add_error("reason", sentence(wrong))
        else:
            return _onwards(request, found.page, _("{signal} is teruggegeven aan de melder."))
    if wish == "take" and taking.is_valid():
        remark = taking.cleaned_data["remark"]
        actions.take_into_weighing(actor, signal_id, remark=remark, now=now())
        return _onwards(request, found.page, _("{signal} staat op de agenda van de weegtafel."))
    context = _about(found.page) | {
        "points": _points(found),
        "similar": rows_for_page(found.similar),
        "returning": returning,
        "taking": taking,
    }
    return render(request, "signals/intake.html", context, status=422 if sending else 200)


def _onwards(request: HttpRequest, done: queries.SignalPage, told: str) -> HttpResponse:
    """Go on to the next signal that waits for its intake check, or else to the one just done."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    link = format_html('<a href="{}">{}</a>', reverse("signal", args=[done.id]), done.row.number)
    following = queries.list_signals(actor, Wanted(status=Status.SUBMITTED), limit=1).rows
    if following:
        told = f"{told} {_('Dit is het volgende signaal dat op de intaketoets wacht.')}"
    messages.success(request, format_html(told, signal=link))
    return redirect("signal-intake", following[0].id) if following else redirect("signal", done.id)


@require_safe
def hits(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    page, found = queries.get_signal_with_hits(actor, signal_id, now=now())
    context = _about(page) | {"tab": "hits", "hits": found}
    return render(request, "signals/hits.html", context)


@require_http_methods(["GET", "POST"])
def hit(request: HttpRequest, signal_id: UUID, subject_ref: UUID, other_ref: UUID) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    pair = queries.get_hit(actor, signal_id, subject_ref, other_ref, now=now())
    if request.POST.get("do") == "undo" and pair.hit.match.judgement_id:
        actions.undo_hit_judgement(actor, signal_id, pair.hit.match.judgement_id, now=now())
        messages.success(request, _("Het oordeel is ingetrokken."))
        return redirect(request.get_full_path())
    form = HitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.judge_hit(
                actor,
                signal_id,
                (subject_ref, other_ref),
                sameness=form.cleaned_data["sameness"],
                reason=form.cleaned_data["reason"],
                now=now(),
            )
        except Invalid as wrong:
            form.add_error("reason", sentence(wrong))
        else:
            messages.success(request, _("Uw oordeel over de treffer is vastgelegd."))
            return redirect(_back(request, signal_id))
    context = {
        "signal": queries.get_signal(actor, signal_id, now=now()).row,
        "pair": pair,
        "form": form,
        "back": _back(request, signal_id),
        "from_table": "tafel" in request.GET,
    }
    return render(request, "signals/hit.html", context, status=422 if request.POST else 200)


def _back(request: HttpRequest, signal_id: UUID) -> str:
    """Return where the judge of a hit came from: the weighing table, or the hits."""
    name = "weigh" if "tafel" in request.GET else "signal-hits"
    return reverse(name, args=[signal_id])
