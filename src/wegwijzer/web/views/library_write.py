"""Fill the library: choose a kind, say what there is to say, keep it or publish it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from wegwijzer.commons import actions, queries
from wegwijzer.commons.rules.items import KIND_LABELS, Kind, Status, check_writer
from wegwijzer.kernel.actor import Actor
from wegwijzer.programme.queries.portfolios import portfolio_names
from wegwijzer.web import params
from wegwijzer.web.answers import acted
from wegwijzer.web.commons import actor_of, phenomenon_names, portfolio_name
from wegwijzer.web.drawing import (
    drawn_from_assignment,
    drawn_from_exploration,
    drawn_from_group,
    drawn_from_meeting,
    drawn_from_result,
)
from wegwijzer.web.forms.library import ItemForm, typed_in
from wegwijzer.web.views.library_item import own_item

EXPLAINED = {
    Kind.PHENOMENON_PICTURE: gettext_lazy("Wat er van een fenomeen te zien is in uw gebied."),
    Kind.PROJECT: gettext_lazy("Een aanpak met een begin en een eind."),
    Kind.INITIATIVE: gettext_lazy("Iets wat loopt of begint, nog zonder project te zijn."),
    Kind.OBSTACLE: gettext_lazy("Wat de aanpak in de weg staat."),
    Kind.INSTRUMENT: gettext_lazy("Een formulier, lijst, model of hulpmiddel."),
    Kind.METHOD: gettext_lazy("Een manier van werken die anderen kunnen overnemen."),
    Kind.BARRIER_MODEL: gettext_lazy("Welke stappen een fenomeen kent en waar u het stopt."),
    Kind.EXPERTISE: gettext_lazy("Wie ergens veel van weet en gebeld mag worden."),
    Kind.ACTIVITY: gettext_lazy("Een controle, bijeenkomst of actie, gedaan of gepland."),
    Kind.EVALUATION: gettext_lazy("Wat een aanpak opleverde en wat u anders zou doen."),
}
DRAWN: dict[str, Callable[[Actor, UUID], dict[str, Any]]] = {
    "verkenning": drawn_from_exploration,
    "opdracht": drawn_from_assignment,
    "bijeenkomst": drawn_from_meeting,
    "groep": drawn_from_group,
    "resultaat": drawn_from_result,
}
KEPT = gettext_lazy("Bewaard als concept. Alleen uw regio ziet het.")
PUBLISHED = gettext_lazy("Gepubliceerd: alle regio's kunnen het nu vinden.")
CHANGED = gettext_lazy("De wijziging is bewaard.")


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    check_writer(actor, actor.region_id)
    kind = params.choice(request, "kind", Kind)
    if kind is None:
        kinds = [(one.value, _(KIND_LABELS[one]), EXPLAINED[one]) for one in Kind]
        return render(request, "commons/kinds.html", {"kinds": kinds})
    form = _form(request, actor, kind, _taken_from(request, actor))
    made: list[UUID] = []

    def act() -> None:
        publish = request.POST.get("do") == "publish"
        made.append(actions.add_item(actor, form.content(), publish=publish, now=now()))

    if _sent(request, form, act, PUBLISHED if request.POST.get("do") == "publish" else KEPT):
        return redirect("library-item", made[0])
    return _page(request, form, {"title": _(KIND_LABELS[kind]), "is_draft": True})


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, item_id: UUID) -> HttpResponse:
    actor, page = actor_of(request), own_item(request, item_id)
    if page.row.status is Status.SUPERSEDED:
        return redirect("library-item", item_id)
    form = _form(request, actor, page.content.kind, typed_in(page.content))
    is_draft = page.row.status is Status.DRAFT
    publish = is_draft and request.POST.get("do") == "publish"

    def act() -> None:
        content = form.content(page.content)
        version = _version(request, page.version)
        actions.change_item(actor, item_id, content, version=version, now=now(), publish=publish)

    if _sent(request, form, act, PUBLISHED if publish else CHANGED):
        return redirect("library-item", item_id)
    version = _version(request, page.version)
    return _page(request, form, {"page": page, "is_draft": is_draft, "version": version})


def _taken_from(request: HttpRequest, actor: Actor) -> dict[str, Any] | None:
    """Return what was finished elsewhere in the product says, to begin with."""
    for name, draw in DRAWN.items():
        if found := params.identifier(request, name):
            return draw(actor, found)
    return None


def _version(request: HttpRequest, current: int) -> int:
    """Return the version that stood on the page when the reader opened it."""
    typed = request.POST.get("version", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else current


def _form(
    request: HttpRequest, actor: Actor, kind: Kind, initial: dict[str, Any] | None = None
) -> ItemForm:
    names = sorted(phenomenon_names(actor).items(), key=lambda pair: pair[1])
    return ItemForm(request.POST or None, kind=kind, phenomena=names, initial=initial)


def _sent(request: HttpRequest, form: ItemForm, act: Callable[[], object], done: Any) -> bool:
    return request.method == "POST" and form.is_valid() and acted(request, form, act, str(done))


def _portfolios(request: HttpRequest) -> list[tuple[str, str]]:
    """Return the portfolios of the programme, and those that only the library knows."""
    known = portfolio_names(actor_of(request))
    used = queries.list_portfolios_used(actor_of(request))
    return [*known.items(), *((one, portfolio_name(one)) for one in used if one not in known)]


def _page(request: HttpRequest, form: ItemForm, more: dict[str, Any]) -> HttpResponse:
    context = {
        "form": form,
        "kind": form.kind,
        "kind_label": _(KIND_LABELS[form.kind]),
        "portfolios": _portfolios(request),
        **more,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "commons/write.html", context, status=status)
