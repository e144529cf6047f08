"""The list of cases, opening one, and the acts of its director."""

from typing import Any, TypedDict
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wegwijzer.casework import actions, queries, rules
from wegwijzer.casework.queries import CaseRow, CaseWanted, Page
from wegwijzer.casework.rules import CaseEvent, CaseStatus
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid, NotAllowed, NotFound
from wegwijzer.web import params
from wegwijzer.web.answers import from_address
from wegwijzer.web.forms.casework import (
    AssignForm,
    CaseFilterForm,
    InvolveForm,
    OpeningForm,
    ReasonForm,
)
from wegwijzer.web.middleware import sentence

# How a state looks: the five kinds of the badge.
BADGES: dict[CaseStatus, str] = {
    CaseStatus.OPENED: "info",
    CaseStatus.COLLECTING: "warning",
    CaseStatus.ANALYSING: "warning",
    CaseStatus.IN_CONSULTATION: "warning",
    CaseStatus.PLANNED: "info",
    CaseStatus.EXECUTING: "success",
    CaseStatus.ESCALATED: "danger",
}
FIELDS = {"participants": None, "analyst": "analysts"}


def actor_of(request: HttpRequest) -> Actor:
    """Return who acts; every page of casework has somebody."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def badge_kind(status: CaseStatus) -> str:
    """Return the kind of badge that a state is shown with."""
    return BADGES.get(status, "neutral")


class Place(TypedDict):
    """The keys of a list, from the address."""

    after: str
    before: str


def place_in_list(request: HttpRequest) -> Place:
    """Return where in a list the address points."""
    return Place(after=params.text(request, "after"), before=params.text(request, "before"))


def refused_on(form: Form, wrong: Invalid) -> None:
    """Put a refusal at the field that it is about, or above the form."""
    field = FIELDS.get(wrong.field or "", wrong.field)
    form.add_error(field if field in form.fields else None, sentence(wrong))


@require_safe
def case_list(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    wanted = CaseWanted(
        status=params.choice(request, "status", CaseStatus), text=params.text(request, "q")
    )
    page = _listed(request, actor, wanted)
    number = queries.count_cases(actor, wanted, now=now())
    context = {
        "page": page,
        "rows": [(row, badge_kind(row.status)) for row in page.rows],
        "form": CaseFilterForm(request.GET or None),
        "narrowed": wanted != CaseWanted(),
        "number": min(number, queries.MOST_COUNTED),
        "more": number > queries.MOST_COUNTED,
        "may_open": actor.has(*rules.OPENERS),
    }
    return render(request, "casework/list.html", context)


def _listed(request: HttpRequest, actor: Actor, wanted: CaseWanted) -> Page[CaseRow]:
    with from_address():
        return queries.list_cases(actor, wanted, now=now(), **place_in_list(request))


@require_http_methods(["GET", "POST"])
def open_case(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    choices = queries.get_opening_choices(actor, chosen=_chosen(request), now=now())
    form = OpeningForm(request.POST or None, choices=choices, initial=_first(request, choices))
    verdict = None
    if request.method == "POST" and form.is_valid():
        opening = form.opening()
        verdict = rules.may_open(opening)
        try:
            case_id = actions.open_case(actor, opening, now=now())
        except Invalid as wrong:
            refused_on(form, wrong)
        except NotAllowed as wrong:
            if wrong.verdict is None:
                raise
            verdict = wrong.verdict
        else:
            return _after_opening(request, actor, case_id)
    context = {"form": form, "choices": choices, "verdict": verdict}
    status = 422 if request.method == "POST" else 200
    return render(request, "casework/open.html", context, status=status)


def _chosen(request: HttpRequest) -> set[UUID]:
    """Return the signals that the address or the form names."""
    posted = request.POST.getlist("signals")
    named = params.identifier(request, "signal")
    return params.identifiers(posted) | ({named} if named else set())


def _first(request: HttpRequest, choices: queries.OpeningChoices) -> dict[str, Any]:
    """Return how the form starts: with the signal of the address, its purpose and its reporter.

    Who directs cases starts as the director of this one; the only director is it anyway.
    """
    directors = [str(pk) for pk, _name in choices.directors]
    own = str(actor_of(request).person_id)
    director = own if own in directors else directors[0] if len(directors) == 1 else ""
    chosen = params.identifier(request, "signal")
    row = next((row for row in choices.signals if row.id == chosen), None)
    if row is None:
        return {"director": director}
    return {
        "director": director,
        "signals": [str(row.id)],
        "title": row.title,
        "purpose": row.purpose,
        f"need-{row.participant_id}": True,
        f"because-{row.participant_id}": _("Heeft het signaal gemeld."),
    }


def _after_opening(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    """Go to the case, when who opened it is also involved."""
    try:
        page = queries.get_case(actor, case_id, now=now())
    except NotFound:
        told = _("De casus is geopend. U bent er zelf niet bij betrokken en ziet haar niet.")
        messages.success(request, told)
        return redirect("cases")
    told = _("Casus %(number)s is geopend. De eerste stap: vraag gegevens aan de deelnemers.")
    messages.success(request, told % {"number": page.head.number})
    return redirect("case", case_id)


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, case_id: UUID, event: str) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_case(actor, case_id, now=now())
    row = next((row for row in page.steps if row.event == event), None)
    if row is None:
        messages.warning(request, _("Deze stap kan nu niet meer. Kies een andere."))
        return redirect("case", case_id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            reason = form.cleaned_data["reason"]
            actions.advance_case(actor, case_id, CaseEvent(event), reason=reason, now=now())
        except NotAllowed as wrong:
            form.add_error("reason", sentence(wrong))
        else:
            messages.success(request, _("De stap is vastgelegd bij de besluiten."))
            return redirect("case", case_id)
    context = {"head": page.head, "row": row, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "casework/step.html", context, status=status)


@require_http_methods(["GET", "POST"])
def involve(request: HttpRequest, case_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_case(actor, case_id, now=now())
    there = {party.principal for party in page.parties}
    organs = queries.list_participant_choices(actor, now=now())
    choices = [(o.id, o.name) for o in organs if f"participant:{o.id}" not in there]
    form = InvolveForm(request.POST or None, choices=choices)
    if request.method == "POST" and form.is_valid():
        try:
            actions.involve_participant(actor, case_id, form.needed(), now=now())
        except Invalid as wrong:
            refused_on(form, wrong)
        else:
            messages.success(request, _("De deelnemer is betrokken en ziet de casus vanaf nu."))
            return redirect("case-decisions", case_id)
    return _act(request, page, form, _("Een deelnemer betrekken"), _("Betrekken"))


@require_http_methods(["GET", "POST"])
def assign(request: HttpRequest, case_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_case(actor, case_id, now=now())
    people = [
        (kind, pk, f"{name} – {_(rules.PARTY_LABELS[kind])}")
        for kind in rules.STAFF_ROLES
        for pk, name in queries.list_staff_choices(actor, kind, now=now())
    ]
    form = AssignForm(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        kind, person = form.chosen()
        try:
            reason = form.cleaned_data["reason"]
            actions.assign_staff(actor, case_id, person, kind=kind, reason=reason, now=now())
        except Invalid as wrong:
            refused_on(form, wrong)
        else:
            messages.success(request, _("De aanwijzing is vastgelegd."))
            return redirect("case-decisions", case_id)
    return _act(request, page, form, _("Iemand aanwijzen voor deze casus"), _("Aanwijzen"))


@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, case_id: UUID, principal: str) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_case(actor, case_id, now=now())
    party = next((party for party in page.parties if party.principal == principal), None)
    if party is None:
        raise NotFound
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            reason = form.cleaned_data["reason"]
            actions.end_involvement(actor, case_id, principal, reason=reason, now=now())
        except Invalid as wrong:
            refused_on(form, wrong)
        else:
            messages.success(request, _("De betrokkenheid is beëindigd."))
            if principal in actor.principals:
                return redirect("cases")
            return redirect("case-decisions", case_id)
    title = _("Betrokkenheid van %(name)s beëindigen") % {"name": party.name}
    return _act(request, page, form, title, _("Beëindigen"))


def _act(
    request: HttpRequest, page: queries.CasePage, form: Form, title: str, label: str
) -> HttpResponse:
    """Show the form of an act of the director; who may not do it is told so beforehand."""
    if not page.head.is_director:
        raise NotAllowed(_("Alleen de casusregisseur van deze casus kan dit."))
    context = {
        "head": page.head,
        "form": form,
        "heading": title,
        "submit": label,
        "back": reverse("case-decisions", args=[page.head.id]),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "casework/act.html", context, status=status)
