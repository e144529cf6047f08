"""What a portfolio works towards and does: its objectives with their origin, its activities."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.programme.actions import course as actions
from wegwijzer.programme.queries import course as queries
from wegwijzer.programme.queries.pages import Place
from wegwijzer.programme.queries.portfolios import get_portfolio_row
from wegwijzer.programme.rules.course import (
    ORIGIN_LABELS,
    ObjectiveContent,
    ObjectiveState,
    Origin,
)
from wegwijzer.programme.rules.portfolios import CONTRACTORS, check_contracts
from wegwijzer.web import params
from wegwijzer.web.answers import acted, done, from_address
from wegwijzer.web.commons import actor_of
from wegwijzer.web.corrections import shown_corrections
from wegwijzer.web.forms.course import (
    ActivityForm,
    CloseObjectiveForm,
    ObjectiveForm,
    short_choices,
    typed_activity,
    typed_objective,
)
from wegwijzer.web.forms.people import OutcomeForm
from wegwijzer.web.portfolios import about, activity_stage_of, objective_state_of


@require_http_methods(["GET", "POST"])
def course(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    portfolio = get_portfolio_row(actor, slug)
    if request.method == "POST":
        check_contracts(actor)
        _taken(request, slug)
        return redirect("portfolio-course", slug)
    may_write = actor.has(*CONTRACTORS)
    with from_address():
        page = queries.page_objectives(actor, slug, _place(request))
        activities = queries.page_activities(
            actor, slug, _place(request, "activity_"), on=localdate()
        )
        to_take = queries.page_to_take(actor, slug, _place(request, "take_")) if may_write else None
    context = {
        **about(portfolio, "course"),
        "page": page,
        "objectives": [
            (one, *objective_state_of(one.state), _(ORIGIN_LABELS[one.origin.kind]))
            for one in page.rows
        ],
        "activity_page": activities,
        "activities": _shown(activities.rows),
        "to_take": to_take,
        "may_write": may_write,
        "today": localdate(),
    }
    return render(request, "programme/course.html", context)


def _place(request: HttpRequest, list_name: str = "") -> Place:
    """Return which page of a list the address asks for."""
    return Place(
        params.identifier(request, f"{list_name}after"),
        params.identifier(request, f"{list_name}before"),
    )


def _taken(request: HttpRequest, slug: str) -> bool:
    """Take an objective of an exploration over, as it was written there."""
    actor, pk = actor_of(request), params.posted(request, "objective")
    offered = {one.id: one for one in queries.list_to_take(actor, slug)}
    if pk not in offered:
        raise NotFound
    content = ObjectiveContent(text=offered[pk].text, origin=Origin.EXPLORATION, origin_id=pk)
    return done(
        request,
        lambda: actions.set_objective(actor, slug, content, now=now()),
        _("Het doel is overgenomen. Zeg er nog bij waaraan te zien is dat het is bereikt."),
    )


@require_http_methods(["GET", "POST"])
def objective(request: HttpRequest, objective_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_objective(actor, objective_id, on=localdate())
    is_open = page.row.state is ObjectiveState.OPEN and actor.has(*CONTRACTORS)
    form = CloseObjectiveForm(request.POST or None)

    def act() -> None:
        actions.close_objective(
            actor, objective_id, ObjectiveState(form.cleaned_data["state"]),
            form.cleaned_data["outcome"], now=now(),
        )  # fmt: skip

    if form.is_valid() and acted(request, form, act, _("De doelstelling is afgesloten.")):
        return redirect("objective", objective_id)
    state, badge = objective_state_of(page.row.state)
    context = {
        "page": page,
        "row": page.row,
        "state": state,
        "badge": badge,
        "origin": _(ORIGIN_LABELS[page.row.origin.kind]),
        "activities": _shown(page.activities),
        "form": form if is_open else None,
        "may_correct": actor.has(*CONTRACTORS),
        "corrections": shown_corrections(actor, [objective_id]).get(objective_id),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "programme/objective.html", context, status=status)


@require_http_methods(["GET", "POST"])
def new_objective(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    portfolio = get_portfolio_row(actor, slug)
    check_contracts(actor)
    form = ObjectiveForm(request.POST or None, origins=queries.list_origins(actor, slug))
    made: list[UUID] = []

    def act() -> None:
        made.append(actions.set_objective(actor, slug, form.content(), now=now()))

    if form.is_valid() and acted(request, form, act, _("De doelstelling staat vast.")):
        return redirect("objective", made[0])
    up = (portfolio.name, reverse("portfolio-course", args=[slug]))
    return _write(request, form, _("Doelstelling toevoegen"), up)


@require_http_methods(["GET", "POST"])
def edit_objective(request: HttpRequest, objective_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    row = queries.get_objective(actor, objective_id, on=localdate()).row
    check_contracts(actor)
    form = ObjectiveForm(
        request.POST or None,
        origins=queries.list_origins(actor, row.portfolio_slug),
        initial=typed_objective(row.content),
    )

    def act() -> None:
        actions.change_objective(actor, objective_id, form.content(), now=now())

    if form.is_valid() and acted(request, form, act, _("De wijziging is bewaard.")):
        return redirect("objective", objective_id)
    up = (row.portfolio_name, reverse("objective", args=[objective_id]))
    return _write(request, form, _("Doelstelling wijzigen"), up)


@require_http_methods(["GET", "POST"])
def new_activity(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    portfolio = get_portfolio_row(actor, slug)
    check_contracts(actor)
    wanted = {"objective": params.text(request, "doelstelling"), "starts_date": localdate()}
    form = ActivityForm(request.POST or None, objectives=_objectives(actor, slug), initial=wanted)

    def act() -> None:
        actions.plan_activity(actor, slug, form.content(), now=now())

    if form.is_valid() and acted(request, form, act, _("De activiteit staat op de planning.")):
        return redirect("portfolio-course", slug)
    up = (portfolio.name, reverse("portfolio-course", args=[slug]))
    return _write(request, form, _("Activiteit toevoegen"), up)


@require_http_methods(["GET", "POST"])
def activity(request: HttpRequest, activity_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    row = queries.get_activity(actor, activity_id, on=localdate())
    check_contracts(actor)
    wish = request.POST.get("do", "")
    form = ActivityForm(
        request.POST if wish == "change" else None,
        objectives=_objectives(actor, row.portfolio_slug),
        initial=typed_activity(row.content),
    )
    finish = OutcomeForm(request.POST if wish == "finish" else None, prefix="finish")
    if wish and _activity_done(request, row, wish, form, finish):
        return redirect("portfolio-course", row.portfolio_slug)
    stage, badge = activity_stage_of(row.stage)
    context = {
        "row": row,
        "stage": stage,
        "badge": badge,
        "form": form,
        "finish": None if row.done_date else finish,
        "corrections": shown_corrections(actor, [activity_id]).get(activity_id),
    }
    return render(request, "programme/activity.html", context, status=422 if wish else 200)


def _activity_done(
    request: HttpRequest,
    row: queries.ActivityRow,
    wish: str,
    form: ActivityForm,
    finish: OutcomeForm,
) -> bool:
    """Do what was asked with an activity; return whether it was done."""
    actor, moment = actor_of(request), now()
    if wish == "change":
        return form.is_valid() and acted(
            request, form,
            lambda: actions.change_activity(actor, row.id, form.content(), now=moment),
            _("De wijziging is bewaard."),
        )  # fmt: skip
    if wish == "finish":
        return finish.is_valid() and acted(
            request, finish,
            lambda: actions.finish_activity(
                actor, row.id, finish.cleaned_data["outcome"], now=moment
            ),
            _("De activiteit is afgerond."),
        )  # fmt: skip
    if wish == "cancel":
        return done(
            request,
            lambda: actions.cancel_activity(actor, row.id, now=moment),
            _("De activiteit is van de planning gehaald."),
        )
    raise NotFound


def _shown(rows: list[queries.ActivityRow]) -> list[tuple[queries.ActivityRow, str, str]]:
    return [(one, *activity_stage_of(one.stage)) for one in rows]


def _objectives(actor: Actor, slug: str) -> list[tuple[str, Any]]:
    return short_choices(queries.objective_texts(actor, slug))


def _write(request: HttpRequest, form: Any, title: str, up: tuple[str, str]) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "title": title, "up": up}
    return render(request, "programme/portfolio_write.html", context, status=status)
