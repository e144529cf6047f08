"""Recipes: find a project of another region, take it over, adapt it, and report back."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wegwijzer.commons import actions, queries
from wegwijzer.commons.queries import AdoptionRow, Branch, RecipeList, RecipePage, Wanted
from wegwijzer.commons.rules import recipes as rules
from wegwijzer.commons.rules.items import Status, check_writer
from wegwijzer.commons.rules.recipes import ADOPTION_LABELS, ENDED, RECIPE_LABELS, AdoptionStatus
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.network.queries import list_regions
from wegwijzer.web import params
from wegwijzer.web.answers import acted, from_address
from wegwijzer.web.commons import actor_of, phenomenon_names, shown
from wegwijzer.web.forms.recipes import (
    AdaptForm,
    AdoptRecipeForm,
    ProjectForm,
    RecipeFilterForm,
    RecipeForm,
    ReportForm,
)

BADGES = {
    AdoptionStatus.PLANNED: "neutral",
    AdoptionStatus.RUNNING: "info",
    AdoptionStatus.FINISHED: "success",
    AdoptionStatus.STOPPED: "warning",
}


@require_safe
def recipes(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    names = phenomenon_names(actor)
    show = params.text(request, "show")
    wanted = Wanted(
        text=params.text(request, "q"),
        region_id=actor.region_id if show == "eigen" else params.identifier(request, "region"),
        phenomenon=params.text(request, "phenomenon"),
    )
    page = _listed(request, actor, wanted, show)
    context = {
        "page": page,
        "rows": [(row, shown(row.item, names), *_stand(row.status)) for row in page.rows],
        "form": RecipeFilterForm(
            request.GET or None,
            regions=[(str(one.id), one.name) for one in list_regions(on=localdate())],
            phenomena=sorted(names.items(), key=lambda pair: pair[1]),
        ),
        "narrowed": bool(wanted.text or wanted.phenomenon or (wanted.region_id and not show)),
        "show": show,
        "tabs": [
            ("", _("Alle recepten"), "?"),
            ("eigen", _("Van uw regio"), "?show=eigen"),
            ("overgenomen", _("Overgenomen en aangepast"), "?show=overgenomen"),
        ],
        "may_make": actor.has(*rules.MAKERS),
    }
    return render(request, "recipes/recipes.html", context)


def _listed(request: HttpRequest, actor: Actor, wanted: Wanted, show: str) -> RecipeList:
    adopted = {"": False, "overgenomen": True}.get(show)
    after, before = params.text(request, "after"), params.text(request, "before")
    with from_address():
        return queries.list_recipes(actor, wanted, adopted=adopted, after=after, before=before)


def _stand(status: AdoptionStatus | None) -> tuple[str, str]:
    return (_(ADOPTION_LABELS[status]), BADGES[status]) if status else ("", "neutral")


@require_safe
def recipe(request: HttpRequest, item_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_recipe(actor, item_id)
    may_make = actor.has(*rules.MAKERS)
    adoption = page.adoption
    texts = asdict(page.recipe)
    context = {
        "page": page,
        "one": shown(page.item, phenomenon_names(actor)),
        "texts": [
            (name, _(RECIPE_LABELS[name]), texts[name])
            for name in rules.NAMES
            if name != "steps" and texts[name]
        ],
        "steps": rules.steps_of(page.recipe),
        "stand": _stand(adoption.status) if adoption else None,
        "reports": _reports(adoption),
        "became": _became(page),
        "line": _drawn(page.line, item_id),
        "has_line": bool(page.line.children),
        "may_write": may_make and page.is_own and page.item.status is not Status.SUPERSEDED,
        "why_not": _(why) if (why := rules.why_not_adopt(actor, is_own=page.is_own)) else "",
        "may_report": may_make
        and page.is_own
        and adoption is not None
        and adoption.status not in ENDED,
    }
    return render(request, "recipes/recipe.html", context)


def _reports(adoption: AdoptionRow | None) -> list[Any]:
    return [(one, *_stand(one.status)) for one in adoption.reports] if adoption else []


def _became(page: RecipePage) -> list[dict[str, Any]]:
    """Return what each region that took this over told, the recipe itself left out."""
    here = next(one for one in _walk(page.line) if one.item.id == page.item.id)
    followers = [one.adoption for one in _walk(here)[1:] if one.adoption is not None]
    return [
        {"row": one, "stand": _stand(one.status), "reports": _reports(one)} for one in followers
    ]


def _walk(branch: Branch) -> list[Branch]:
    return [branch, *(one for child in branch.children for one in _walk(child))]


def _drawn(branch: Branch, here: UUID) -> dict[str, Any]:
    """Return the line of adoptions as it is drawn, nested."""
    return {
        "item": branch.item,
        "here": branch.item.id == here,
        "adapted": branch.adoption.adapted if branch.adoption else "",
        "stand": _stand(branch.adoption.status) if branch.adoption else None,
        "children": [_drawn(child, here) for child in branch.children],
    }


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    rules.check_maker(actor)
    names = sorted(phenomenon_names(actor).items(), key=lambda pair: pair[1])
    form = ProjectForm(request.POST or None, phenomena=names)
    made: list[UUID] = []

    def act() -> None:
        made.append(actions.publish_recipe(actor, form.content(), form.recipe(), now=now()))

    if _sent(request, form, act, _("Het recept staat er: alle regio's kunnen het overnemen.")):
        return redirect("recipe", made[0])
    return _page(request, "recipes/write.html", {"form": form})


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Write the recipe of what the own region published, or what it adapted."""
    actor = actor_of(request)
    item = queries.get_item(actor, item_id)
    rules.check_maker(actor)
    check_writer(actor, item.row.region_id)
    known = queries.find_recipe(actor, item_id)
    adoption = queries.get_recipe(actor, item_id).adoption if known else None
    initial = asdict(known) if known else {"results": item.content.body}
    if adoption:
        initial |= {"adapted": adoption.adapted, "why": adoption.why}
    form = (AdaptForm if adoption else RecipeForm)(request.POST or None, initial=initial)

    def act() -> None:
        if adoption:
            said = {name: form.cleaned_data[name] for name in ("adapted", "why")}
            actions.adapt_recipe(actor, item_id, form.recipe(), now=now(), **said)
        else:
            actions.write_recipe(actor, item_id, form.recipe(), now=now())

    if _sent(request, form, act, _("Het recept is bewaard.")):
        return redirect("recipe", item_id)
    context = {"form": form, "item": item, "known": known, "adoption": adoption}
    return _page(request, "recipes/write.html", context)


@require_http_methods(["GET", "POST"])
def adopt(request: HttpRequest, item_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_recipe(actor, item_id)
    rules.check_maker(actor)
    form = AdoptRecipeForm(request.POST or None)
    made: list[UUID] = []

    def act() -> None:
        plan = form.cleaned_data["plan"]
        made.append(actions.adopt_recipe(actor, item_id, plan=plan, now=now()))

    done = _("Overgenomen. Pas het aan waar uw regio het anders doet, en meld hoe het gaat.")
    if _sent(request, form, act, done):
        return redirect("recipe", made[0])
    return _page(request, "recipes/adopt.html", {"form": form, "page": page})


@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, item_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_recipe(actor, item_id)
    rules.check_maker(actor)
    check_writer(actor, page.item.region_id)
    if page.adoption is None:
        raise NotFound
    form = ReportForm(request.POST or None, initial={"status": AdoptionStatus.RUNNING, "again": ""})

    def act() -> None:
        actions.report_on_recipe(actor, item_id, form.report(), now=now())

    if _sent(request, form, act, _("Gemeld. De regio van herkomst ziet het bij haar werk.")):
        return redirect("recipe", item_id)
    return _page(request, "recipes/report.html", {"form": form, "page": page})


def _sent(request: HttpRequest, form: forms.Form, act: Callable[[], object], done: str) -> bool:
    return request.method == "POST" and form.is_valid() and acted(request, form, act, done)


def _page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, template, context, status=422 if request.method == "POST" else 200)
