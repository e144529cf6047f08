"""The weighing table: the agenda, and one signal with everything the participants judge."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid, NotAllowed
from wegwijzer.network.queries import list_people
from wegwijzer.network.rules import Role
from wegwijzer.signals import actions, queries, rules
from wegwijzer.signals.actions import Outcome
from wegwijzer.signals.queries import Hits, SignalPage, WeighingView
from wegwijzer.signals.rules import Decision, Event, RejectionReason, Weight
from wegwijzer.web import params
from wegwijzer.web.answers import from_address
from wegwijzer.web.forms.weighing import (
    AttendanceForm,
    CriterionForm,
    DecisionForm,
    PurposeForm,
)
from wegwijzer.web.middleware import sentence
from wegwijzer.web.params import BadQuery
from wegwijzer.web.views.signals import badge_kind


@require_safe
def table(request: HttpRequest) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not actor.has(*rules.SEES_TABLE):
        raise NotAllowed(_("Alleen leden van het weegoverleg zien de weegtafel."))
    after, before = params.text(request, "after"), params.text(request, "before")
    with from_address():
        agenda = queries.list_weighing_table(actor, after=after, before=before)
    number, most = queries.count_weighing_table(actor), queries.MOST_ON_AGENDA
    context = {"agenda": agenda, "number": min(number, most), "more": number > most}
    return render(request, "signals/table.html", context)


@require_http_methods(["GET", "POST"])
def weigh(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    page, found = queries.get_signal_with_hits(actor, signal_id, now=now())
    if page.weighing is None or page.weighing.decision or Event.WEIGH not in page.may:
        return redirect("signal", signal_id)
    forms = _forms(request, actor, page, found)
    if request.method == "GET":
        return _page(request, page, found, forms)
    wish = request.POST.get("do", "")
    key = wish.partition(":")[0] if wish.startswith("decide:") else wish
    if key not in forms:
        raise BadQuery(_("Deze knop bestaat niet."))
    form = forms[key]
    if form.is_valid():
        try:
            told = _do(actor, page, wish, form.cleaned_data)
        except Invalid as wrong:
            form.add_error(wrong.field if wrong.field in form.fields else None, sentence(wrong))
        else:
            messages.success(request, told)
            return _onwards(signal_id, key)
    return _page(request, page, found, forms, status=422)


def _onwards(signal_id: UUID, key: str) -> HttpResponse:
    """Go on with the same signal, or back to the agenda once it has left the table."""
    if key == "decide":
        return redirect("weighing-table")
    response = redirect("weigh", signal_id)
    response["Location"] += f"#{key.replace(':', '-')}"
    return response


def _forms(request: HttpRequest, actor: Actor, page: SignalPage, found: Hits) -> dict[str, Form]:
    """Return the forms of the table, the one that was sent filled with what was sent."""
    assert page.weighing is not None
    weighing = page.weighing
    judged = {None: None, True: "yes", False: "no"}[weighing.fits_purpose]
    purpose = {"fits": judged, "reason": weighing.purpose_text}
    members, present = _members(actor, weighing)
    earlier = bool(present["present"]) and not any(one.attended for one in weighing.present)
    return {
        "purpose": _form(request, "purpose", PurposeForm, purpose),
        **{
            key: _form(request, key, CriterionForm, _own_opinion(actor, weighing, key[-1]))
            for key in (f"criterion:{criterion}" for criterion in rules.CRITERIA)
        },
        "present": _form(
            request, "present", AttendanceForm, present, members=members, earlier=earlier
        ),
        "decide": _form(request, "decide", DecisionForm, others=_others(found)),
    }


def _form(
    request: HttpRequest, key: str, kind: Callable[..., Form], initial: Any = None, **extra: Any
) -> Form:
    sent = request.POST.get("do", "")
    data = request.POST if sent == key or sent.startswith(f"{key}:") else None
    return kind(data, initial=initial, auto_id=f"{key.replace(':', '-')}_%s", **extra)


def _own_opinion(actor: Actor, weighing: WeighingView, criterion: str) -> dict[str, str]:
    """Return how the own participant weighed a criterion before, to change it."""
    for one in weighing.criteria[criterion]:
        if one.participant_id == actor.participant_id:
            return {"weight": one.weight, "explanation": one.explanation}
    return {}


def _members(
    actor: Actor, weighing: WeighingView
) -> tuple[list[tuple[str, str]], dict[str, list[str]]]:
    """Return who can take part, and who of them does, or did at the last weighing of today."""
    members = list_people(actor, role=Role.WEIGHING_MEMBER, on=now().date())
    there = {(one.participant_id, one.person_id) for one in weighing.present if one.attended}
    if not there:
        morning = localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        there = queries.list_present_today(actor, since=morning)
    choices = [(str(one.designation_id), f"{one.participant_name} · {one.name}") for one in members]
    present = [str(one.designation_id) for one in members if (one.participant_id, one.id) in there]
    return choices, {"present": present}


def _next(request: HttpRequest, weighing: WeighingView) -> str:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    unweighed = (
        key
        for key, judgements in weighing.criteria.items()
        if actor.participant_id not in {one.participant_id for one in judgements}
    )
    return next(unweighed, "") if weighing.fits_purpose else ""


def _others(found: Hits) -> list[tuple[str, str]]:
    return [
        (str(row.id), f"{row.number} {row.title}")
        for row in found.signals
        if row.status in rules.MERGES_INTO
    ]


def _do(actor: Actor, page: SignalPage, wish: str, told: dict[str, Any]) -> str:
    """Do what the button asked; return what to tell."""
    act, _colon, detail = wish.partition(":")
    if act == "purpose":
        fits = told["fits"] == "yes"
        actions.judge_purpose(actor, page.id, fits=fits, reason=told["reason"], now=now())
        return _("Het oordeel over het doel is vastgelegd.")
    if act == "criterion":
        actions.judge_criterion(
            actor,
            page.id,
            criterion=detail,
            weight=Weight(told["weight"]),
            explanation=told["explanation"],
            now=now(),
        )
        return _("Uw weging van dit criterium is vastgelegd.")
    if act == "present":
        present = [UUID(one) for one in told["present"]]
        actions.record_attendance(actor, page.id, designation_ids=present, now=now())
        return _("Wie meewegen is vastgelegd.")
    actions.decide_signal(actor, page.id, _outcome(detail, told), now=now())
    return _("Het besluit is vastgelegd.")


def _outcome(detail: str, told: dict[str, Any]) -> Outcome:
    try:
        decision = Decision(detail)
    except ValueError:
        raise BadQuery(_("Dit besluit bestaat niet.")) from None
    if decision is Decision.ACCEPTED:
        # Asked at its field; without it the law would refuse the whole act.
        rules.check_reason(told["necessity"], field="necessity")
    return Outcome(
        decision=decision,
        reason=told["reason"],
        necessity=told["necessity"],
        rejection=RejectionReason(told["rejection"]) if told["rejection"] else None,
        referred_to=told["referred_to"],
        merged_into=UUID(told["merged_into"]) if told["merged_into"] else None,
    )


def _page(
    request: HttpRequest,
    page: SignalPage,
    found: Hits,
    forms: dict[str, Form],
    *,
    status: int = 200,
) -> HttpResponse:
    assert page.weighing is not None
    context = {
        "page": page,
        "badge_kind": badge_kind(page.row.status),
        "weighing": page.weighing,
        "attended": any(one.attended for one in page.weighing.present),
        "hits": found,
        "similar": queries.list_similar(request.actor, page),  # type: ignore[attr-defined]
        "forms": forms,
        "criteria": [
            (key, label, page.weighing.criteria[key], forms[f"criterion:{key}"])
            for key, label in rules.CRITERIA.items()
        ],
        "decisions": [
            (one.value, label, page.weighing.verdicts[one])
            for one, label in rules.DECISION_LABELS.items()
        ],
        # Only the first criterion that this participant did not weigh yet lies open.
        "next_key": _next(request, page.weighing),
        "accept": page.weighing.verdicts[Decision.ACCEPTED],
    }
    return render(request, "signals/weigh.html", context, status=status)
