"""Plan a meeting of the heads council and put items on its agenda."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wegwijzer.programme.actions import council as actions
from wegwijzer.programme.queries import council as queries
from wegwijzer.programme.queries.assignments import get_assignment
from wegwijzer.programme.rules.council import ItemContent, Purpose, SubjectKind, check_prepares
from wegwijzer.web import params
from wegwijzer.web.answers import acted
from wegwijzer.web.commons import actor_of
from wegwijzer.web.council import subject_choices
from wegwijzer.web.forms.council import ItemForm, MeetingForm, item_typed


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    check_prepares(actor)
    form = MeetingForm(request.POST or None)
    made: list[UUID] = []

    def act() -> None:
        made.append(actions.plan_meeting(actor, form.content(), now=now()))

    done = _("Het overleg is gepland. Zet nu punten op de agenda.")
    if form.is_valid() and acted(request, form, act, done):
        return redirect("meeting", made[0])
    return _write(request, form, _("Overleg plannen"), reverse("council"))


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_meeting(actor, meeting_id)
    check_prepares(actor)
    shown = {name: getattr(page.content, name) for name in MeetingForm.base_fields}
    form = MeetingForm(request.POST or None, initial=shown)

    def act() -> None:
        actions.change_meeting(actor, meeting_id, form.content(), now=now())

    if form.is_valid() and acted(request, form, act, _("De wijziging is bewaard.")):
        return redirect("meeting", meeting_id)
    return _write(request, form, _("Overleg wijzigen"), reverse("meeting", args=[meeting_id]))


@require_http_methods(["GET", "POST"])
def new_item(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    queries.get_meeting(actor, meeting_id)
    check_prepares(actor)
    form = ItemForm(request.POST or None, subjects=subject_choices(actor), initial=_asked(request))
    made: list[UUID] = []

    def act() -> None:
        made.append(actions.add_agenda_item(actor, meeting_id, form.content(), now=now()))

    done = _("Het punt staat op de agenda. Zet er een stuk bij als dat er is.")
    if form.is_valid() and acted(request, form, act, done):
        return redirect("meeting-item", made[0])
    return _write(request, form, _("Agendapunt toevoegen"), reverse("meeting", args=[meeting_id]))


@require_http_methods(["GET", "POST"])
def edit_item(request: HttpRequest, item_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    _meeting, row = queries.get_agenda_item(actor, item_id)
    check_prepares(actor)
    form = ItemForm(
        request.POST or None, subjects=subject_choices(actor), initial=item_typed(row.content)
    )

    def act() -> None:
        actions.change_agenda_item(actor, item_id, form.content(), now=now())

    if form.is_valid() and acted(request, form, act, _("De wijziging is bewaard.")):
        return redirect("meeting-item", item_id)
    return _write(request, form, _("Agendapunt wijzigen"), reverse("meeting-item", args=[item_id]))


def _asked(request: HttpRequest) -> dict[str, str]:
    """Return an item about the assignment that the address names, for the council to decide on."""
    wanted = params.identifier(request, "opdracht")
    if wanted is None:
        return {}
    row = get_assignment(actor_of(request), wanted).row
    content = ItemContent(
        title=row.content.title, purpose=Purpose.DECIDE,
        subject_kind=SubjectKind.ASSIGNMENT, subject=str(row.id),
    )  # fmt: skip
    return item_typed(content)


def _write(request: HttpRequest, form: forms.Form, title: str, up: str) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "title": title, "up": up}
    status = 422 if request.method == "POST" else 200
    return render(request, "programme/council_write.html", context, status=status)
