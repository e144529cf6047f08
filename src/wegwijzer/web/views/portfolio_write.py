"""Add a strategic goal or a portfolio, and change what it is called and stands for."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wegwijzer.programme.actions import portfolios as actions
from wegwijzer.programme.queries import portfolios as queries
from wegwijzer.programme.rules.portfolios import check_keeps
from wegwijzer.web.answers import acted
from wegwijzer.web.commons import actor_of
from wegwijzer.web.forms.fields import Choices
from wegwijzer.web.forms.portfolios import GoalForm, PortfolioForm


@require_http_methods(["GET", "POST"])
def new_goal(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    check_keeps(actor)
    form = GoalForm(request.POST or None)

    def act() -> None:
        actions.add_goal(actor, form.content(), now=now())

    if form.is_valid() and acted(request, form, act, _("Het doel staat in de lijst.")):
        return redirect("goal", form.content().slug)
    return _write(request, form, _("Doel toevoegen"), reverse("portfolios"))


@require_http_methods(["GET", "POST"])
def edit_goal(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    goal = queries.get_goal(actor, slug)
    check_keeps(actor)
    shown = {"name": goal.name, "why": goal.why, "target_groups": "\n".join(goal.target_groups)}
    form = GoalForm(request.POST or None, initial=shown)

    def act() -> None:
        actions.change_goal(actor, slug, form.content(), now=now())

    if form.is_valid() and acted(request, form, act, _("De wijziging is bewaard.")):
        return redirect("goal", slug)
    return _write(request, form, _("Doel wijzigen"), reverse("goal", args=[slug]))


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    check_keeps(actor)
    form = PortfolioForm(request.POST or None, goals=_goals(request))

    def act() -> None:
        actions.add_portfolio(actor, form.cleaned_data["goal"], form.content(), now=now())

    if form.is_valid() and acted(request, form, act, _("De portefeuille staat in de lijst.")):
        return redirect("portfolio", form.content().slug)
    return _write(request, form, _("Portefeuille toevoegen"), reverse("portfolios"))


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_portfolio(actor, slug)
    check_keeps(actor)
    shown = {
        "goal": page.row.goal_slug,
        "name": page.row.name,
        "aim": page.row.aim,
        "partners": "\n".join(page.partners),
    }
    form = PortfolioForm(request.POST or None, goals=_goals(request), initial=shown)

    def act() -> None:
        goal = form.cleaned_data["goal"]
        actions.change_portfolio(actor, slug, goal, form.content(), now=now())

    if form.is_valid() and acted(request, form, act, _("De wijziging is bewaard.")):
        return redirect("portfolio", slug)
    return _write(request, form, _("Portefeuille wijzigen"), reverse("portfolio", args=[slug]))


def _goals(request: HttpRequest) -> Choices:
    return [(one.slug, one.name) for one in queries.list_goals(actor_of(request))]


def _write(request: HttpRequest, form: Any, title: str, up: str) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "title": title, "up": (_("Doelen en portefeuilles"), up)}
    return render(request, "programme/portfolio_write.html", context, status=status)
