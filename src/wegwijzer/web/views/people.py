"""Who carries a portfolio out: its members, and the groups with their days."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wegwijzer.commons.rules.items import WRITERS
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.programme.actions import people as actions
from wegwijzer.programme.queries import people as queries
from wegwijzer.programme.queries.assignments import list_assignments
from wegwijzer.programme.queries.portfolios import get_portfolio_row
from wegwijzer.programme.rules.people import (
    GROUP_KIND_LABELS,
    PART_LABELS,
    GroupStage,
    Part,
    check_arranges,
    may_arrange,
)
from wegwijzer.web import params
from wegwijzer.web.answers import acted, done
from wegwijzer.web.commons import actor_of
from wegwijzer.web.forms.fields import Choices
from wegwijzer.web.forms.people import (
    DayForm,
    GroupForm,
    GroupMemberForm,
    MemberForm,
    OutcomeForm,
    typed_group,
)
from wegwijzer.web.portfolios import about, stage_of


@require_http_methods(["GET", "POST"])
def people(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    portfolio = get_portfolio_row(actor, slug)
    form = None
    wish = request.POST.get("do", "")
    if wish == "end" and _ended(request, slug):
        return redirect("portfolio-people", slug)
    if may_arrange(actor):
        form = MemberForm(request.POST if wish == "member" else None, actor=actor)
        if form.is_valid() and _joined(request, slug, form):
            return redirect("portfolio-people", slug)
    elif request.method == "POST" and wish != "end":
        check_arranges(actor)
    members = queries.list_members(actor, slug)
    groups = queries.list_groups(actor, slug, on=localdate())
    context = {
        **about(portfolio, "people"),
        "members": [(one, _(PART_LABELS[one.part])) for one in members if not one.ends_date],
        "former": [(one, _(PART_LABELS[one.part])) for one in members if one.ends_date],
        "groups": [(one, _(GROUP_KIND_LABELS[one.kind]), *stage_of(one.stage)) for one in groups],
        "form": form,
        "person_id": actor.person_id,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "programme/people.html", context, status=status)


@require_http_methods(["GET", "POST"])
def group(request: HttpRequest, group_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_group(actor, group_id, on=localdate())
    wish = request.POST.get("do", "")
    forms = _forms(request, actor, page, wish)
    if wish and wish != "remove" and not page.may_arrange:
        check_arranges(actor, [one.person_id for one in page.members if one.leads])
    if wish and _arranged(request, page, wish, forms):
        return redirect("group", group_id)
    stage, badge = stage_of(page.stage)
    context = {
        "page": page,
        "kind": _(GROUP_KIND_LABELS[page.content.kind]),
        "may_share": page.stage is GroupStage.ENDED and actor.has(*WRITERS),
        "stage": stage,
        "badge": badge,
        "today": localdate(),
        "person_id": actor.person_id,
        **forms,
    }
    return render(request, "programme/group.html", context, status=422 if wish else 200)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    portfolio = get_portfolio_row(actor, slug)
    check_arranges(actor)
    form = GroupForm(request.POST or None, assignments=_assignments(actor, slug))
    made: list[UUID] = []

    def act() -> None:
        made.append(actions.add_group(actor, slug, form.content(), now=now()))

    if form.is_valid() and acted(request, form, act, _("De groep is gevormd. Wie doet er mee?")):
        return redirect("group", made[0])
    up = (portfolio.name, reverse("portfolio-people", args=[slug]))
    return _write(request, form, _("Groep vormen"), up)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, group_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_group(actor, group_id, on=localdate())
    if not page.may_arrange:
        check_arranges(actor, [one.person_id for one in page.members if one.leads])
    form = GroupForm(
        request.POST or None,
        assignments=_assignments(actor, page.portfolio_slug),
        initial=typed_group(page.content),
    )

    def act() -> None:
        actions.change_group(actor, group_id, form.content(), now=now())

    if form.is_valid() and acted(request, form, act, _("De wijziging is bewaard.")):
        return redirect("group", group_id)
    up = (page.content.name, reverse("group", args=[group_id]))
    return _write(request, form, _("Groep wijzigen"), up)


def _joined(request: HttpRequest, slug: str, form: MemberForm) -> bool:
    chosen, part = form.cleaned_data["person"], Part(form.cleaned_data["part"])

    def act() -> None:
        actions.add_member(
            actor_of(request), slug, chosen.person_id, part,
            designation_id=chosen.designation_id, now=now(),
        )  # fmt: skip

    return acted(request, form, act, _("Deze collega werkt aan de portefeuille."))


def _ended(request: HttpRequest, slug: str) -> bool:
    pk = params.posted(request, "member")
    return done(
        request,
        lambda: actions.end_member(actor_of(request), slug, pk, now=now()),
        _("Deze collega werkt niet meer aan de portefeuille."),
    )


def _forms(
    request: HttpRequest, actor: Actor, page: queries.GroupPage, wish: str
) -> dict[str, Any]:
    """Return the forms of who arranges the group, or none."""
    if not page.may_arrange:
        return {}

    def typed(name: str) -> Any:
        return request.POST if wish == name else None

    return {
        "add": GroupMemberForm(typed("add"), actor=actor, prefix="add"),
        "plan": DayForm(typed("plan"), prefix="plan"),
        "close": OutcomeForm(typed("close"), prefix="close"),
    }


def _arranged(
    request: HttpRequest, page: queries.GroupPage, wish: str, forms: dict[str, Any]
) -> bool:
    """Do what was asked with a member, a day or the whole group; return whether it was done."""
    if wish in forms:
        return forms[wish].is_valid() and _filled(request, page, wish, forms[wish])
    actor, moment = actor_of(request), now()
    acts: dict[str, tuple[Callable[[], object], str]] = {
        "remove": (
            lambda: actions.remove_group_member(
                actor, page.id, params.posted(request, "member"), now=moment
            ),
            _("Deze collega doet niet meer mee."),
        ),
        "cancel": (
            lambda: actions.cancel_group_day(
                actor, page.id, params.posted(request, "day"), now=moment
            ),
            _("De dag is van de agenda gehaald."),
        ),
        "report": (
            lambda: actions.report_group_day(
                actor, page.id, params.posted(request, "day"),
                request.POST.get("outcome", "")[:4_000], now=moment,
            ),
            _("De uitkomst is bewaard."),
        ),
    }  # fmt: skip
    if wish not in acts:
        raise NotFound
    return done(request, *acts[wish])


def _filled(request: HttpRequest, page: queries.GroupPage, wish: str, form: Any) -> bool:
    actor, moment, typed = actor_of(request), now(), form.cleaned_data
    acts = {
        "add": lambda: actions.add_group_member(
            actor, page.id, typed["person"].person_id, leads=typed["leads"],
            designation_id=typed["person"].designation_id, now=moment,
        ),
        "plan": lambda: actions.plan_group_day(actor, page.id, form.content(), now=moment),
        "close": lambda: actions.close_group(actor, page.id, typed["outcome"], now=moment),
    }  # fmt: skip
    said = {
        "add": _("Deze collega doet mee."),
        "plan": _("De dag staat op de agenda."),
        "close": _("De groep is afgerond. Wat zij opleverde ligt vast."),
    }
    return acted(request, form, acts[wish], said[wish])


def _assignments(actor: Actor, slug: str) -> Choices:
    return [(str(one.id), one.content.title) for one in list_assignments(actor, slug=slug)]


def _write(request: HttpRequest, form: Any, title: str, up: tuple[str, str]) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "title": title, "up": up}
    return render(request, "programme/portfolio_write.html", context, status=status)
