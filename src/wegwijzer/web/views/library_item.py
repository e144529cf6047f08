"""One item of the library with all it says, and what can be done with it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wegwijzer.commons import actions, queries
from wegwijzer.commons.queries import ItemPage, Wanted
from wegwijzer.commons.rules.chances import RELATION_LABELS
from wegwijzer.commons.rules.items import WRITERS, Kind, Status, check_writer
from wegwijzer.commons.rules.recipes import MAKERS, why_not_adopt
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid
from wegwijzer.web import params
from wegwijzer.web.answers import acted
from wegwijzer.web.commons import Names, actor_of, phenomenon_names, reasons_in_words, shown
from wegwijzer.web.forms.library import BODY_LABELS, SupersedeForm
from wegwijzer.web.middleware import sentence

MOST_OTHERS = 20
# What others can do after: a project, and what comes before or after one.
RECIPE_KINDS = frozenset({Kind.PROJECT, Kind.INITIATIVE, Kind.METHOD})


@require_safe
def item(request: HttpRequest, item_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_item(actor, item_id)
    names = phenomenon_names(actor)
    may_write = page.is_own and actor.has(*WRITERS)
    context = {
        "page": page,
        "content": page.content,
        "one": shown(page.row, names),
        "status": page.row.status,
        "body_label": BODY_LABELS[page.content.kind],
        "about": _about(page, names),
        "others": _others(actor, item_id, names),
        "may_change": may_write and page.row.status is not Status.SUPERSEDED,
        "may_keep": actor.has(*WRITERS),
        "recipe": _recipe(actor, page),
        "may_recipe": page.is_own
        and page.row.status is Status.PUBLISHED
        and page.content.kind in RECIPE_KINDS
        and actor.has(*MAKERS),
        "origin": queries.find_item(actor, page.origin_id) if page.origin_id else None,
    }
    return render(request, "commons/item.html", context)


def _recipe(actor: Actor, page: ItemPage) -> dict[str, Any] | None:
    """Return how this can be taken over, or why not and by whom; nothing when it is no recipe."""
    if queries.find_recipe(actor, page.row.id) is None:
        return None
    why_not = why_not_adopt(actor, is_own=page.is_own)
    copy = None if why_not else queries.find_own_copy(actor, page.row.id)
    return {"why_not": _(why_not) if why_not else "", "own_copy": copy}


def _about(page: ItemPage, names: Names) -> list[tuple[str, Any]]:
    """Return the facts of an item; what its kind has not is left out."""
    one, content = shown(page.row, names), page.content
    rows = [
        (_("Soort"), one.kind),
        (_("Regio"), page.row.region_name),
        (_("Fenomeen"), one.phenomena),
        (_("Portefeuille"), one.portfolio),
        (_("Plaats"), content.place),
        (_("Methode"), content.method),
        (_("Bronnen"), content.sources),
        (_("Geschreven door"), page.written_by),
    ]
    return [(label, value) for label, value in rows if value]


def _others(actor: Actor, item_id: UUID, names: Names) -> list[dict[str, Any]]:
    """Return what others do about this, each with why it is shown."""
    return [
        {
            "one": shown(found.item, names),
            "relation": _(RELATION_LABELS[found.relation]),
            "reasons": reasons_in_words(found.reasons, names),
        }
        for found in queries.list_suggestions(actor, item_id)
    ]


@require_POST
def publish(request: HttpRequest, item_id: UUID) -> HttpResponse:
    try:
        actions.publish_item(actor_of(request), item_id, now=now())
    except Invalid as refusal:
        messages.error(request, sentence(refusal))
        return redirect("library-edit", item_id)
    messages.success(request, _("Gepubliceerd: alle regio's kunnen het nu vinden."))
    return redirect("library-item", item_id)


@require_http_methods(["GET", "POST"])
def discard(request: HttpRequest, item_id: UUID) -> HttpResponse:
    page = own_item(request, item_id)
    if request.method == "POST":
        actions.discard_item(actor_of(request), item_id, now=now())
        messages.success(request, _("Het concept is weggegooid."))
        return redirect("library")
    context = {
        "question": _("Dit concept weggooien?"),
        "explanation": page.content.title,
        "confirm_label": _("Weggooien"),
        "cancel_url": reverse("library-item", args=[item_id]),
        "danger": True,
    }
    return render(request, "confirm.html", context)


@require_http_methods(["GET", "POST"])
def supersede(request: HttpRequest, item_id: UUID) -> HttpResponse:
    page = own_item(request, item_id)
    form = SupersedeForm(request.POST or None, others=_replacements(request, page))

    def act() -> None:
        by = UUID(form.cleaned_data["by"])
        actions.supersede_item(actor_of(request), item_id, by=by, now=now())

    done = _("Vervangen. Wie dit stuk opent, ziet wat ervoor in de plaats kwam.")
    if request.method == "POST" and form.is_valid() and acted(request, form, act, done):
        return redirect("library-item", item_id)
    context = {"page": page, "form": form, "q": params.text(request, "q")}
    status = 422 if request.method == "POST" else 200
    return render(request, "commons/supersede.html", context, status=status)


def _replacements(request: HttpRequest, page: ItemPage) -> list[tuple[str, str]]:
    """Return what may take the place of an item: of the same kind, by the words that are sought."""
    wanted = Wanted(
        kind=page.content.kind,
        status=Status.PUBLISHED,
        region_id=None if "q" in request.GET else page.row.region_id,
        text=params.text(request, "q"),
    )
    rows = queries.list_items(actor_of(request), wanted, limit=MOST_OTHERS).rows
    return [
        (str(row.id), f"{row.title} · {row.region_name}, {row.year}")
        for row in rows
        if row.id != page.row.id
    ]


def own_item(request: HttpRequest, item_id: UUID) -> ItemPage:
    """Return an item that the actor may change; of another region it is refused."""
    page = queries.get_item(actor_of(request), item_id)
    check_writer(actor_of(request), page.row.region_id)
    return page


@require_POST
def keep(request: HttpRequest, item_id: UUID, other_id: UUID) -> HttpResponse:
    chance = actions.keep_suggestion(actor_of(request), item_id, other_id, now=now())
    messages.success(request, _("Bewaard als kans. Beide regio's kunnen nu antwoorden."))
    return redirect("chance", chance)
