"""Strategic goals with their portfolios, and a portfolio with what it set out to do and reached."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wegwijzer.commons.rules.items import WRITERS, Kind
from wegwijzer.exploration.rules.sessions import may_open
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.programme.actions import portfolios as actions
from wegwijzer.programme.queries import assignments as assignment_queries
from wegwijzer.programme.queries import council as council_queries
from wegwijzer.programme.queries import hubs as hub_queries
from wegwijzer.programme.queries import portfolios as queries
from wegwijzer.programme.queries.course import objective_states, objective_texts
from wegwijzer.programme.rules.council import SubjectKind
from wegwijzer.programme.rules.portfolios import (
    COMMISSIONERS,
    CONTRACTORS,
    KEEPERS,
    RESULT_KIND_LABELS,
    PortfolioState,
    next_states,
)
from wegwijzer.web import params
from wegwijzer.web.answers import acted, done
from wegwijzer.web.commons import actor_of
from wegwijzer.web.corrections import Shown, shown_corrections
from wegwijzer.web.council import shown_decisions
from wegwijzer.web.drawing import SHARED_RESULTS
from wegwijzer.web.forms.course import short_choices
from wegwijzer.web.forms.portfolios import PlanForm, ResultForm
from wegwijzer.web.portfolios import about, objective_state_of, shown_assignments, state_of

# So much of each list stands on the page of a portfolio; the tabs have the rest.
FIRST = 8


@require_safe
def portfolios(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    goals = [
        (goal, [(one, *state_of(one.state)) for one in goal.portfolios])
        for goal in queries.list_goals(actor)
    ]
    context = {"goals": goals, "may_commission": actor.has(*KEEPERS)}
    return render(request, "programme/portfolios.html", context)


@require_safe
def goal(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.get_goal(actor, slug)
    years = queries.list_result_years(actor)
    year = params.number(request, "year") or next(iter(years), localdate().year)
    context = {
        "goal": found,
        "portfolios": [(one, *state_of(one.state)) for one in found.portfolios],
        "open": shown_assignments(assignment_queries.list_unfinished(actor, slug)),
        "results": [
            (one, _(RESULT_KIND_LABELS[one.kind]))
            for one in queries.list_results(actor, year=year, goal=slug)
        ],
        "year": year,
        "years": years,
        "may_keep": actor.has(*KEEPERS),
    }
    return render(request, "programme/goal.html", context)


@require_http_methods(["GET", "POST"])
def portfolio(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    years = queries.list_result_years(actor, portfolio=slug)
    shown = params.number(request, "year") or next(iter(years), None)
    page = queries.get_portfolio(actor, slug, year=shown)
    wish = request.POST.get("do", "")
    year = {"year": now().year}
    result = ResultForm(
        request.POST if wish == "result" else None,
        prefix="result",
        objectives=short_choices(objective_texts(actor, slug)),
        initial=year,
    )
    plan = PlanForm(request.POST if wish == "plan" else None, prefix="plan", initial=year)
    acts: dict[str, Callable[[], bool]] = {
        "result": lambda: _result_kept(request, slug, result),
        "plan": lambda: _plan_kept(request, slug, plan),
        "move": lambda: _moved(request, slug),
    }
    if wish in acts and acts[wish]():
        at = f"?year={result.cleaned_data['year']}" if wish == "result" else ""
        return redirect(reverse("portfolio", args=[slug]) + at)
    context = {**_shown(request, page), "result": result, "plan": plan, "years": years,
               "year": shown}  # fmt: skip
    return render(request, "programme/portfolio.html", context, status=422 if wish else 200)


def _shown(request: HttpRequest, page: queries.PortfolioPage) -> dict[str, Any]:
    actor, slug = actor_of(request), page.row.slug
    decisions, _after = council_queries.list_decisions(
        actor, subject_kind=SubjectKind.PORTFOLIO, subject=slug, limit=FIRST
    )
    may_commission = actor.has(*COMMISSIONERS)
    corrected = shown_corrections(
        actor, [*(one.id for one in page.results), *(one.id for one in page.plans)]
    )
    return {
        **about(page.row, "overview"),
        "page": page,
        "results": _results(actor, page, corrected),
        "plans": [(one, corrected.get(one.id)) for one in page.plans],
        "assignments": shown_assignments(
            assignment_queries.list_assignments(actor, slug=slug, limit=FIRST)
        ),
        "history": [
            SimpleNamespace(at=one.taken_at, text=state_of(one.state)[0], who=one.taken_by,
                            detail=one.note)
            for one in page.steps
        ],
        "decisions": shown_decisions(actor, decisions),
        "objectives": [
            (key, text, *objective_state_of(state))
            for key, text, state in objective_states(actor, slug, limit=FIRST)
        ],
        "hubs": hub_queries.list_hubs(actor, portfolio=slug).rows,
        "moves": [(one.value, state_of(one)[0]) for one in next_states(page.row.state)]
        if may_commission else [],
        "may_write": actor.has(*CONTRACTORS),
        "may_explore": may_open(actor),
        "may_keep": actor.has(*KEEPERS),
    }  # fmt: skip


def _results(
    actor: Actor, page: queries.PortfolioPage, corrected: dict[UUID, list[Shown]]
) -> list[tuple[queries.ResultRow, str, Kind | None, list[Shown] | None]]:
    """Return what was reached, each with the item it can become and how it was set right."""
    becomes = SHARED_RESULTS if actor.has(*WRITERS) else {}
    return [
        (one, _(RESULT_KIND_LABELS[one.kind]), becomes.get(one.kind), corrected.get(one.id))
        for one in page.results
    ]


def _result_kept(request: HttpRequest, slug: str, form: ResultForm) -> bool:
    def act() -> None:
        actions.record_result(actor_of(request), slug, form.content(), now=now())

    return form.is_valid() and acted(request, form, act, _("Het resultaat is bewaard."))


def _plan_kept(request: HttpRequest, slug: str, form: PlanForm) -> bool:
    def act() -> None:
        actions.add_plan(actor_of(request), slug, now=now(), **form.cleaned_data)

    return form.is_valid() and acted(request, form, act, _("Het plan is bewaard."))


def _moved(request: HttpRequest, slug: str) -> bool:
    try:
        to = PortfolioState(request.POST.get("to", ""))
    except ValueError:
        raise NotFound from None
    note = request.POST.get("note", "")[:4_000]
    return done(
        request,
        lambda: actions.move_portfolio(actor_of(request), slug, to, note=note, now=now()),
        _("De stand van de portefeuille is gewijzigd."),
    )
