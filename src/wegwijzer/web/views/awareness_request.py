"""Ask for an awareness meeting, and correct what was asked until a day is proposed."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wegwijzer.academy.actions import awareness as actions
from wegwijzer.academy.queries import awareness as queries
from wegwijzer.academy.queries.awareness import MeetingPage
from wegwijzer.academy.rules import awareness as rules
from wegwijzer.academy.rules.awareness import Step
from wegwijzer.web.answers import acted
from wegwijzer.web.commons import actor_of, phenomenon_names
from wegwijzer.web.forms.awareness import WishForm


@require_http_methods(["GET", "POST"])
def request_meeting(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    rules.check_requester(actor)
    form = _wish_form(request, {"contact_name": actor.name})
    made: list[UUID] = []

    def act() -> None:
        made.append(actions.request_meeting(actor, form.wish(), now=now()))

    said = _("De aanvraag is bij uw regio. U ziet hier wanneer zij een dag voorstelt.")
    if request.method == "POST" and form.is_valid() and acted(request, form, act, said):
        return redirect("awareness-meeting", made[0])
    return _asked(request, form, _("Bijeenkomst aanvragen"), reverse("awareness"))


@require_http_methods(["GET", "POST"])
def change_wish(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_meeting(actor, meeting_id)
    rules.check_step(page.row.state, Step.CHANGE, page.sides)
    form = _wish_form(request, _wished(page))

    def act() -> None:
        actions.change_wish(actor, meeting_id, form.wish(), now=now())

    said = _("De aanvraag is gewijzigd.")
    if request.method == "POST" and form.is_valid() and acted(request, form, act, said):
        return redirect("awareness-meeting", meeting_id)
    up = reverse("awareness-meeting", args=[meeting_id])
    return _asked(request, form, _("Aanvraag wijzigen"), up)


def _wish_form(request: HttpRequest, initial: dict[str, Any]) -> WishForm:
    names = sorted(phenomenon_names(actor_of(request)).items(), key=lambda pair: pair[1])
    return WishForm(request.POST or None, phenomena=names, initial=initial)


def _wished(page: MeetingPage) -> dict[str, Any]:
    """Return what was asked as it stands in its form."""
    assert page.inside is not None, "who asked has a part in it"
    return {
        name: getattr(page.inside, name, None) or getattr(page.row, name, "")
        for name in WishForm.base_fields
    }


def _asked(request: HttpRequest, form: WishForm, title: str, up: str) -> HttpResponse:
    context = {"form": form, "title": title, "up": up}
    status = 422 if request.method == "POST" else 200
    return render(request, "academy/awareness/request.html", context, status=status)
