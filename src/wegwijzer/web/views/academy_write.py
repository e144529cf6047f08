"""Write training: a programme with its modules and funding; an edition with its days."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wegwijzer.academy.actions import programmes, training
from wegwijzer.academy.queries.training import EditionPage, get_edition, get_programme
from wegwijzer.academy.rules.training import check_trains
from wegwijzer.web.answers import acted
from wegwijzer.web.commons import actor_of
from wegwijzer.web.forms.academy import CancelForm, EditionForm
from wegwijzer.web.forms.academy_programme import ProgrammeForm


@require_http_methods(["GET", "POST"])
def new_programme(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    check_trains(actor)
    form = ProgrammeForm(request.POST or None)

    def act() -> None:
        programmes.add_programme(actor, form.content(), now=now())

    if form.is_valid() and acted(request, form.basics, act, _("De opleiding staat in de lijst.")):
        return redirect("training-programme", form.content().slug)
    return _programme_page(request, form, _("Opleiding toevoegen"), reverse("training"))


@require_http_methods(["GET", "POST"])
def change_programme(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    page = get_programme(actor, slug, today=now().date())
    check_trains(actor)
    form = ProgrammeForm(request.POST or None, page)

    def act() -> None:
        version = form.basics.cleaned_data["version"]
        programmes.change_programme(actor, form.content(), version=version, now=now())

    if form.is_valid() and acted(request, form.basics, act, _("De opleiding is gewijzigd.")):
        return redirect("training-programme", slug)
    title = _("Opleiding wijzigen: %(title)s") % {"title": page.row.title}
    return _programme_page(request, form, title, reverse("training-programme", args=[slug]))


def _programme_page(
    request: HttpRequest, form: ProgrammeForm, title: str, up: str
) -> HttpResponse:  # fmt: skip
    context = {"form": form, "title": title, "up": up}
    status = 422 if request.method == "POST" else 200
    return render(request, "academy/write_programme.html", context, status=status)


@require_http_methods(["GET", "POST"])
def new_edition(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    page = get_programme(actor, slug, today=now().date())
    check_trains(actor)
    form = EditionForm(request.POST or None, modules=[one.title for one in page.modules])

    def act() -> None:
        training.plan_edition(actor, slug, form.content(), now=now())

    if form.is_valid() and acted(request, form, act, _("De editie staat in de agenda.")):
        return redirect("training-programme", slug)
    up = reverse("training-programme", args=[slug])
    return _write(request, form, _("Editie plannen: %(title)s") % {"title": page.row.title}, up)


@require_http_methods(["GET", "POST"])
def change_edition(request: HttpRequest, edition_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = get_edition(actor, edition_id)
    check_trains(actor)
    form = EditionForm(
        request.POST or None,
        modules=[one.title for one in page.sessions],
        initial=_planned(page),
    )

    def act() -> None:
        training.change_edition(actor, edition_id, form.content(), now=now())

    if form.is_valid() and acted(request, form, act, _("De editie is gewijzigd.")):
        return redirect("edition", edition_id)
    up = reverse("edition", args=[edition_id])
    title = _("Editie wijzigen: %(title)s") % {"title": page.row.title}
    return _write(request, form, title, up)


def _planned(page: EditionPage) -> dict[str, Any]:
    days = {f"day{number}": one.held_on for number, one in enumerate(page.sessions)}
    return {"place": page.row.place, "places": page.row.places, **days}


@require_http_methods(["GET", "POST"])
def cancel_edition(request: HttpRequest, edition_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = get_edition(actor, edition_id)
    check_trains(actor)
    form = CancelForm(request.POST or None)

    def act() -> None:
        training.cancel_edition(actor, edition_id, now=now(), **form.cleaned_data)

    if form.is_valid() and acted(request, form, act, _("De editie gaat niet door.")):
        return redirect("edition", edition_id)
    up = reverse("edition", args=[edition_id])
    title = _("Editie afzeggen: %(title)s") % {"title": page.row.title}
    return _write(request, form, title, up)


def _write(request: HttpRequest, form: Form, title: str, up: str) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "title": title, "up": up}
    return render(request, "academy/write.html", context, status=status)
