"""The assignments of a portfolio: drafted, agreed, carried out, delivered, and each step."""

from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wegwijzer.commons.rules.items import WRITERS
from wegwijzer.kernel.actor import Actor
from wegwijzer.network.queries import list_people, list_regions
from wegwijzer.network.rules import Role
from wegwijzer.programme.actions import assignments as actions
from wegwijzer.programme.queries import assignments as queries
from wegwijzer.programme.queries import council as council_queries
from wegwijzer.programme.queries.course import objective_texts
from wegwijzer.programme.queries.portfolios import get_portfolio_row
from wegwijzer.programme.queries.progress import latest_reports
from wegwijzer.programme.rules.assignments import (
    AssignmentState,
    check_carries_out,
    check_changeable,
    check_drafts,
    may_carry_out,
    may_draft,
    next_steps,
)
from wegwijzer.programme.rules.council import SubjectKind
from wegwijzer.programme.rules.progress import may_be_reported
from wegwijzer.web.answers import acted
from wegwijzer.web.assignments import next_step_of
from wegwijzer.web.commons import actor_of
from wegwijzer.web.council import shown_decisions
from wegwijzer.web.drawing import DELIVERED
from wegwijzer.web.forms.assignments import (
    AssignmentForm,
    ContractorForm,
    DeliveryForm,
    HandOverForm,
    WithdrawForm,
    typed_assignment,
)
from wegwijzer.web.forms.course import short_choices
from wegwijzer.web.forms.fields import Choices, NoFields
from wegwijzer.web.portfolios import (
    about,
    assignment_state_of,
    course_of,
    shown_assignments,
    shown_reports,
)


@require_safe
def assignments(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    portfolio = get_portfolio_row(actor, slug)
    rows = queries.list_assignments(actor, slug=slug)
    reports = latest_reports(actor, [one.id for one in rows])
    budgets = [one.content.budget for one in rows if one.content.budget is not None]
    context = {
        **about(portfolio, "assignments"),
        "assignments": [
            (*one, course_of(report.content.course) if report else None, report)
            for one in shown_assignments(rows)
            for report in (reports.get(one[0].id),)
        ],
        "budget": sum(budgets) if budgets else None,
        "may_draft": may_draft(actor),
        "today": localdate(),
    }
    return render(request, "programme/assignments.html", context)


@require_http_methods(["GET", "POST"])
def assignment(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_assignment(actor, assignment_id)
    wish = request.POST.get("do", "")
    forms = _forms(request, actor, page.row, wish)
    if wish in forms and _acted(request, page.row, wish, forms[wish]):
        return redirect("assignment", assignment_id)
    context = {**_shown(actor, page), **forms}
    return render(request, "programme/assignment.html", context, status=422 if wish else 200)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    portfolio = get_portfolio_row(actor, slug)
    if not may_draft(actor):
        check_drafts(actor, None)
    form = AssignmentForm(
        request.POST or None, heads=_heads(actor), objectives=_objectives(actor, slug)
    )
    made: list[UUID] = []

    def act() -> None:
        made.append(actions.draft_assignment(actor, slug, form.content(), now=now()))

    done = _("De opdracht is opgesteld. Het hoofdenoverleg besluit erover.")
    if form.is_valid() and acted(request, form, act, done):
        return redirect("assignment", made[0])
    up = (portfolio.name, reverse("assignments", args=[slug]))
    return _write(request, form, _("Opdracht opstellen"), up)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    row = queries.get_assignment(actor, assignment_id).row
    check_carries_out(actor, row.content.contractor_id)
    check_changeable(row.state)
    form = AssignmentForm(
        request.POST or None,
        heads=_heads(actor),
        objectives=_objectives(actor, row.portfolio_slug),
        initial=typed_assignment(row.content),
    )

    def act() -> None:
        actions.change_assignment(actor, assignment_id, form.content(), now=now())

    if form.is_valid() and acted(request, form, act, _("De wijziging is bewaard.")):
        return redirect("assignment", assignment_id)
    up = (row.content.title, reverse("assignment", args=[assignment_id]))
    return _write(request, form, _("Opdracht wijzigen"), up)


def _forms(
    request: HttpRequest, actor: Actor, row: queries.AssignmentRow, wish: str
) -> dict[str, Any]:
    """Return the forms for what this actor can do with the assignment now."""

    def typed(name: str) -> Any:
        return request.POST if wish == name else None

    steps = next_steps(actor, row.state, row.content.contractor_id)
    forms: dict[str, Any] = {}
    if AssignmentState.RUNNING in steps:
        forms["start"] = NoFields(typed("start"))
    if AssignmentState.DELIVERED in steps:
        forms["deliver"] = DeliveryForm(typed("deliver"))
    if AssignmentState.WITHDRAWN in steps:
        forms["withdraw"] = WithdrawForm(typed("withdraw"), prefix="withdraw")
    if queries.names_contractor(actor, row.id, on=localdate()):
        is_named = row.content.contractor_id is not None
        heads = [one for one in _heads(actor, everybody=True)
                 if one[0] != str(row.content.contractor_id)]  # fmt: skip
        form = HandOverForm if is_named else ContractorForm
        forms["name"] = form(typed("name"), heads=heads, prefix="name")
    return forms


def _acted(request: HttpRequest, row: queries.AssignmentRow, wish: str, form: Any) -> bool:
    actor, moment = actor_of(request), now()
    acts = {
        "start": lambda: actions.start_assignment(actor, row.id, now=moment),
        "deliver": lambda: actions.deliver_assignment(
            actor, row.id, delivery=form.cleaned_data["delivery"], now=moment
        ),
        "withdraw": lambda: actions.withdraw_assignment(
            actor, row.id, reason=form.cleaned_data["reason"], now=moment
        ),
        "name": lambda: actions.name_contractor(
            actor, row.id, form.contractor_id(), now=moment,
            reason=form.cleaned_data.get("reason", ""),
        ),
    }  # fmt: skip
    done = {
        "start": _("De opdracht loopt."),
        "deliver": _("Opgeleverd. Het hoofdenoverleg besluit of het resultaat wordt aanvaard."),
        "withdraw": _("De opdracht is ingetrokken."),
        "name": _("De opdrachtnemer is genoemd."),
    }
    return form.is_valid() and acted(request, form, acts[wish], done[wish])


def _shown(actor: Actor, page: queries.AssignmentPage) -> dict[str, Any]:
    row, content = page.row, page.row.content
    state, badge = assignment_state_of(row.state)
    decisions, _after = council_queries.list_decisions(
        actor, subject_kind=SubjectKind.ASSIGNMENT, subject=str(row.id)
    )
    return {
        "page": page,
        "content": content,
        "report": next(iter(shown_reports(latest_reports(actor, [row.id]).values())), None),
        "may_report": may_carry_out(actor, content.contractor_id) and may_be_reported(row.state),
        "state": state,
        "badge": badge,
        "history": _history(page),
        "next_step": next_step_of(actor, row),
        "decisions": shown_decisions(actor, decisions),
        "may_change": row.state is AssignmentState.DRAFTED
        and may_carry_out(actor, content.contractor_id),
        "may_share": row.state in DELIVERED and actor.has(*WRITERS),
        "today": localdate(),
    }  # fmt: skip


def _history(page: queries.AssignmentPage) -> list[SimpleNamespace]:
    """Return what happened to an assignment in the order of time: its steps, who carried it out."""
    steps = [
        SimpleNamespace(at=one.taken_at, text=assignment_state_of(one.state)[0],
                        who=one.taken_by, detail=one.note)
        for one in page.steps
    ]  # fmt: skip
    changes = [
        SimpleNamespace(at=one.changed_at, who=one.changed_by, detail=one.reason,
                        text=_("Opdrachtnemer: %(after)s, eerst %(before)s")
                        % {"after": one.after, "before": one.before or _("niemand")})
        for one in page.changes
    ]  # fmt: skip
    return sorted([*steps, *changes], key=lambda one: one.at)


def _objectives(actor: Actor, slug: str) -> Choices:
    return short_choices(objective_texts(actor, slug))


def _heads(actor: Actor, *, everybody: bool = False) -> Choices:
    """Return whom this actor can name as contractor: who writes for the council, every head."""
    rows = list_people(actor, on=localdate(), role=Role.RIEC_HEAD, everywhere=True)
    names = {region.id: region.name for region in list_regions(on=localdate())}
    return [
        (str(row.id), f"{row.name}, {names.get(row.region_id, '')}")
        for row in rows
        if everybody or actor.has(Role.LIEC_STAFF) or row.id == actor.person_id
    ]


def _write(request: HttpRequest, form: Any, title: str, up: tuple[str, str]) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "title": title, "up": up}
    return render(request, "programme/portfolio_write.html", context, status=status)
