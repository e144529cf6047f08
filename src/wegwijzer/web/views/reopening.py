"""Closed cases, and having one reopened: propose, answer, withdraw, carry out."""

from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wegwijzer.casework import actions, queries
from wegwijzer.casework.queries import ClosedPage, VoiceRow
from wegwijzer.casework.rules import PartyKind, ReopeningStatus
from wegwijzer.kernel.errors import NotAllowed, NotFound
from wegwijzer.web.answers import acted, from_address
from wegwijzer.web.forms.casework import ProposalForm, ReasonForm, ReopenForm, VoiceForm
from wegwijzer.web.views.casework import actor_of, place_in_list

BADGES = {
    ReopeningStatus.ASKED: "warning",
    ReopeningStatus.REFUSED: "danger",
    ReopeningStatus.REOPENED: "success",
}


@require_safe
def closed_cases(request: HttpRequest) -> HttpResponse:
    with from_address():
        page = queries.list_closed_cases(actor_of(request), now=now(), **place_in_list(request))
    return render(request, "casework/closed_list.html", {"page": page})


@require_safe
def closed_case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    page = queries.get_closed_case(actor_of(request), case_id, now=now())
    told = [(row, BADGES.get(row.status, "neutral")) for row in page.reopenings]
    return render(request, "casework/closed.html", {"page": page, "reopenings": told})


@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest, case_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_closed_case(actor, case_id, now=now())
    if not page.may_propose:
        raise NotAllowed(_("Een voorstel doet de weegtafel of de casusregisseur, en één tegelijk."))
    form = ProposalForm(request.POST or None)
    if form.is_valid() and acted(
        request,
        form,
        lambda: actions.propose_reopening(actor, case_id, now=now(), **form.cleaned_data),
        _("Het voorstel staat bij de deelnemers op de werklijst."),
    ):
        return redirect("closed-case", case_id)
    return _form(request, page, form, _("Heropening voorstellen"), _("Voorstellen"))


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, case_id: UUID, capacity: str) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_closed_case(actor, case_id, now=now())
    voice = _voice_to_give(page, capacity)
    form = VoiceForm(request.POST or None)
    if form.is_valid() and acted(
        request,
        form,
        lambda: actions.answer_reopening(
            actor,
            case_id,
            voice.capacity,
            agrees=form.cleaned_data["agrees"] == "yes",
            reason=form.cleaned_data["reason"],
            now=now(),
        ),
        _("Uw antwoord is vastgelegd bij de besluiten."),
    ):
        return redirect("closed-case", case_id)
    return _form(request, page, form, _(voice.capacity_label), _("Antwoorden"))


def _voice_to_give(page: ClosedPage, capacity: str) -> VoiceRow:
    voices = (voice for row in page.reopenings for voice in row.voices if voice.may_answer)
    found = next((voice for voice in voices if voice.capacity == capacity), None)
    if found is None:
        raise NotFound
    return found


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, case_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_closed_case(actor, case_id, now=now())
    if not page.may_withdraw:
        raise NotAllowed(_("Alleen de deelnemer die het voorstel deed, kan het intrekken."))
    form = ReasonForm(request.POST or None)
    if form.is_valid() and acted(
        request,
        form,
        lambda: actions.withdraw_reopening(actor, case_id, now=now(), **form.cleaned_data),
        _("Het voorstel is ingetrokken. De casus blijft gesloten."),
    ):
        return redirect("closed-case", case_id)
    return _form(request, page, form, _("Voorstel intrekken"), _("Intrekken"))


@require_http_methods(["GET", "POST"])
def reopen(request: HttpRequest, case_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_closed_case(actor, case_id, now=now())
    if not page.may_carry_out:
        raise NotAllowed(
            _("Heropenen kan pas als elke deelnemer last gaf en elke leverancier instemde."),
            verdict=page.verdict,
        )
    directors = queries.list_staff_choices(actor, PartyKind.DIRECTOR, now=now())
    form = ReopenForm(
        request.POST or None,
        directors=directors,
        initial={"director_id": str(page.director_id or "")},
    )
    if form.is_valid() and acted(
        request,
        form,
        lambda: actions.reopen_case(
            actor, case_id, director_id=UUID(form.cleaned_data["director_id"]), now=now()
        ),
        _("De casus is heropend. De bewaartermijn van elk gegeven loopt door."),
    ):
        return redirect("cases")
    return _form(request, page, form, _("Casus heropenen"), _("Heropenen"))


def _form(
    request: HttpRequest, page: ClosedPage, form: Form, title: str, label: str
) -> HttpResponse:
    """Show one of the forms, beneath what is proposed."""
    context = {
        "page": page,
        "form": form,
        "heading": title,
        "submit": label,
        "running": next(
            iter(r for r in page.reopenings if r.status is ReopeningStatus.ASKED), None
        ),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "casework/closed_act.html", context, status=status)
