"""Strategic goals with their portfolios, and a portfolio with what it set out to do and reached."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wegwijzer.commons.rules.items import WRITERS
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotFound
from wegwijzer.network.queries import list_people, list_regions
from wegwijzer.network.rules import Role
from wegwijzer.programme.actions import assignments as assigning
from wegwijzer.programme.actions import portfolios as actions
from wegwijzer.programme.queries import council as council_queries
from wegwijzer.programme.queries import hubs as hub_queries
from wegwijzer.programme.queries import portfolios as queries
from wegwijzer.programme.rules.assignments import (
    ASSIGNMENT_STATE_LABELS,
    AssignmentState,
    check_drafts,
    may_draft,
    next_steps,
)
from wegwijzer.programme.rules.council import SubjectKind
from wegwijzer.programme.rules.portfolios import (
    COMMISSIONERS,
    CONTRACTORS,
    KEEPERS,
    PORTFOLIO_STATE_LABELS,
    RESULT_KIND_LABELS,
    PortfolioState,
    check_keeps,
    next_states,
)
from wegwijzer.web.answers import acted
from wegwijzer.web.commons import actor_of
from wegwijzer.web.council import shown_decisions
from wegwijzer.web.drawing import DELIVERED
from wegwijzer.web.forms.portfolios import AssignmentForm, PlanForm, PortfolioForm, ResultForm
from wegwijzer.web.middleware import sentence

STATE_BADGES = {
    PortfolioState.EXPLORING: "info",
    PortfolioState.PREPARING: "info",
    PortfolioState.RUNNING: "success",
    PortfolioState.EVALUATED: "neutral",
    PortfolioState.ENDED: "neutral",
}


@require_safe
def portfolios(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    goals = [
        (goal, [(one, _state(one.state), STATE_BADGES[one.state]) for one in goal.portfolios])
        for goal in queries.list_goals(actor)
    ]
    context = {"goals": goals, "may_commission": actor.has(*KEEPERS)}
    return render(request, "programme/portfolios.html", context)


@require_http_methods(["GET", "POST"])
def portfolio(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_portfolio(actor, slug)
    wish = request.POST.get("do", "")
    year = {"year": now().year}
    result = ResultForm(request.POST if wish == "result" else None, prefix="result", initial=year)
    plan = PlanForm(request.POST if wish == "plan" else None, prefix="plan", initial=year)
    acts: dict[str, Callable[[], bool]] = {
        "result": lambda: _result_kept(request, slug, result),
        "plan": lambda: _plan_kept(request, slug, plan),
        "move": lambda: _moved(request, slug),
        "start": lambda: _assignment_step(request, "start"),
        "deliver": lambda: _assignment_step(request, "deliver"),
    }
    if wish in acts and acts[wish]():
        return redirect("portfolio", slug)
    context = {**_shown(request, page), "result": result, "plan": plan}
    return render(request, "programme/portfolio.html", context, status=422 if wish else 200)


def _shown(request: HttpRequest, page: queries.PortfolioPage) -> dict[str, Any]:
    actor, slug = actor_of(request), page.row.slug
    decisions, _after = council_queries.list_decisions(
        actor, subject_kind=SubjectKind.PORTFOLIO, subject=slug
    )
    may_commission = actor.has(*COMMISSIONERS)
    return {
        "page": page,
        "state": _state(page.row.state),
        "badge": STATE_BADGES[page.row.state],
        "facts": [(_("Strategisch doel"), page.row.goal_name),
                  (_("Partners"), ", ".join(page.partners))],
        "results": [(one, _(RESULT_KIND_LABELS[one.kind])) for one in page.results],
        "assignments": [
            (one, _(ASSIGNMENT_STATE_LABELS[one.state]), AssignmentState.RUNNING in steps,
             AssignmentState.DELIVERED in steps)
            for one in page.assignments
            for steps in [next_steps(actor, one.state, one.contractor_id)]
        ],
        "decisions": shown_decisions(actor, decisions),
        "hubs": hub_queries.list_hubs(actor, portfolio=slug).rows,
        "moves": [(one.value, _state(one)) for one in next_states(page.row.state)]
        if may_commission else [],
        "may_write": actor.has(*CONTRACTORS),
        "may_draft": may_draft(actor),
        "shareable": DELIVERED if actor.has(*WRITERS) else (),
    }  # fmt: skip


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    check_keeps(actor)
    goals = [(one.slug, one.name) for one in queries.list_goals(actor)]
    form = PortfolioForm(request.POST or None, goals=goals)

    def act() -> None:
        actions.add_portfolio(actor, form.cleaned_data["goal"], form.content(), now=now())

    if form.is_valid() and acted(request, form, act, _("De portefeuille staat in de lijst.")):
        return redirect("portfolio", form.content().slug)
    return _write(request, form, _("Portefeuille toevoegen"), reverse("portfolios"))


@require_http_methods(["GET", "POST"])
def new_assignment(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    queries.get_portfolio(actor, slug)
    if not may_draft(actor):
        check_drafts(actor, None)
    heads = _heads(actor)
    form = AssignmentForm(request.POST or None, heads=heads)

    def act() -> None:
        assigning.draft_assignment(actor, slug, form.content(), now=now())

    done = _("De opdracht is opgesteld. Het hoofdenoverleg besluit erover.")
    if form.is_valid() and acted(request, form, act, done):
        return redirect("portfolio", slug)
    return _write(request, form, _("Opdracht opstellen"), reverse("portfolio", args=[slug]))


def _heads(actor: Actor) -> list[tuple[str, str]]:
    """Return whom this actor can name as contractor: who writes for the council, every head."""
    rows = list_people(actor, on=localdate(), role=Role.RIEC_HEAD, everywhere=True)
    names = {region.id: region.name for region in list_regions(on=localdate())}
    return [
        (str(row.id), f"{row.name}, {names.get(row.region_id, '')}")
        for row in rows
        if actor.has(Role.LIEC_STAFF) or row.id == actor.person_id
    ]


def _write(request: HttpRequest, form: Any, title: str, up: str) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "title": title, "up": up}
    return render(request, "programme/portfolio_write.html", context, status=status)


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
    return _done(
        request,
        lambda: actions.move_portfolio(actor_of(request), slug, to, note=note, now=now()),
        _("De stand van de portefeuille is gewijzigd."),
    )


def _assignment_step(request: HttpRequest, step: str) -> bool:
    actor = actor_of(request)
    try:
        pk = UUID(request.POST.get("assignment", ""))
    except ValueError:
        raise NotFound from None
    if step == "start":
        return _done(request, lambda: assigning.start_assignment(actor, pk, now=now()),
                     _("De opdracht loopt."))  # fmt: skip
    said = request.POST.get("delivery", "")[:4_000]
    return _done(
        request,
        lambda: assigning.deliver_assignment(actor, pk, delivery=said, now=now()),
        _("Opgeleverd. Het hoofdenoverleg besluit of het resultaat wordt aanvaard."),
    )


def _done(request: HttpRequest, act: Callable[[], object], said: str) -> bool:
    try:
        act()
    except (Invalid, Conflict) as refusal:
        messages.error(request, sentence(refusal))
        return False
    messages.success(request, said)
    return True


def _state(state: PortfolioState) -> str:
    return _(PORTFOLIO_STATE_LABELS[state])
