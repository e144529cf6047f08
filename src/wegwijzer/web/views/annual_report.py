"""The yearly reports: the list, one with where it stands, its steps, what was collected."""

from collections.abc import Callable
from functools import cache
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wegwijzer.annual_report import actions, queries
from wegwijzer.annual_report.collecting import ORIGIN_LABELS, Origin
from wegwijzer.annual_report.queries import ReportPage
from wegwijzer.annual_report.rules import chapters, states
from wegwijzer.annual_report.rules.chapters import FITTING, ChapterStatus
from wegwijzer.annual_report.rules.states import Event, ReportKind, Scope, Status
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, NotAllowed, NotFound
from wegwijzer.web import params
from wegwijzer.web.answers import acted
from wegwijzer.web.forms.annual_report import (
    CollectForm,
    NarrowForm,
    ReasonForm,
    StartForm,
    TakeForm,
)

BADGES = {
    Status.COLLECTING: "neutral",
    Status.WRITING: "info",
    Status.REVIEW: "warning",
    Status.APPROVED: "success",
    Status.FROZEN: "success",
}
CHAPTER_BADGES = {
    ChapterStatus.WRITING: "neutral",
    ChapterStatus.REVIEW: "warning",
    ChapterStatus.APPROVED: "success",
}
EXPLANATIONS = {
    Event.WRITE: gettext_lazy("Het verzamelen gaat door; de hoofdstukken worden nu geschreven."),
    Event.REVIEW: gettext_lazy("Alle hoofdstukken worden nagelezen en goedgekeurd."),
    Event.RETURN: gettext_lazy("De schrijvers gaan verder. Zeg wat er nog moet gebeuren."),
    Event.APPROVE: gettext_lazy("Daarna verandert er niets meer, tenzij u dit besluit intrekt."),
    Event.REOPEN: gettext_lazy("De hoofdstukken kunnen dan weer worden gewijzigd."),
    Event.FREEZE: gettext_lazy(
        "De editie wordt met haar cijfers bewaard en is daarna niet meer te wijzigen. Een fout "
        "herstelt u met een nieuwe editie."
    ),
    Event.CORRECT: gettext_lazy(
        "De bevroren editie blijft bestaan. De reden staat in de nieuwe editie."
    ),
}


def actor_of(request: HttpRequest) -> Actor:
    """Return who is acting on this page."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


@require_safe
def report_list(request: HttpRequest) -> HttpResponse:
    actor, kind = actor_of(request), params.choice(request, "kind", ReportKind)
    page = queries.list_reports(
        actor,
        kind=kind,
        after=params.number(request, "after"),
        before=params.number(request, "before"),
    )
    context = {
        "page": page,
        "rows": [
            (row, states.KIND_LABELS[row.kind], *_look(row.status)) for row in page.rows
        ],
        "form": NarrowForm(request.GET or None),
        "narrowed": kind is not None,
        "may_start": actor.has(*states.WRITERS),
    }  # fmt: skip
    return render(request, "annual_report/list.html", context)


def _look(status: Status) -> tuple[str, str]:
    return states.STATUS_LABELS[status], BADGES[status]


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    actor, moment = actor_of(request), now()
    states.check_writer(actor, Scope(ReportKind.REGION, actor.region_id))
    form = StartForm(request.POST or None, initial={"year": moment.year, "kind": "network"})
    made: list[UUID] = []

    def act() -> None:
        kind = ReportKind(form.cleaned_data["kind"])
        scope = Scope(kind, actor.region_id if kind is ReportKind.REGION else None)
        year = form.cleaned_data["year"]
        made.append(actions.start_report(actor, year, scope, now=moment))

    if form.is_valid() and acted(request, form, act, _("Het jaarverslag is begonnen.")):
        return redirect("annual-report", made[0])
    status = 422 if form.errors else 200
    return render(request, "annual_report/new.html", {"form": form}, status=status)


@require_safe
def report(request: HttpRequest, report_id: UUID) -> HttpResponse:
    page = queries.get_report(actor_of(request), report_id, now=now())
    context = about(page) | {
        "tab": "report",
        "chapters": [
            (one, chapters.STATUS_LABELS[one.status], CHAPTER_BADGES[one.status])
            for one in page.chapters
        ],
        "way": _way(page.row.status),
        "steps": [(one.event, states.EVENT_LABELS[one.event]) for one in page.steps],
        "may_publish": page.is_approver and page.demands is not None
        and [one.key for one in page.demands.missing] == ["published"],
        "last": page.editions[0] if page.editions else None,
    }  # fmt: skip
    return render(request, "annual_report/report.html", context)


def about(page: ReportPage) -> dict[str, object]:
    """Return what every page of one report shows: its head and its tabs."""
    row = page.row
    tabs = [
        ("report", _("Verslag"), reverse("annual-report", args=[row.id])),
        ("collect", _("Verzamelen"), reverse("annual-report-collect", args=[row.id])),
        ("figures", _("Cijfers"), reverse("annual-report-figures", args=[row.id])),
        ("draft", _("Lezen"), reverse("annual-report-draft", args=[row.id])),
    ]
    return {
        "page": page,
        "tabs": tabs,
        "kind_label": states.KIND_LABELS[row.kind],
        "status_label": states.STATUS_LABELS[row.status],
        "status_kind": BADGES[row.status],
    }


def _way(status: Status) -> list[tuple[str, str]]:
    """Return the states in order, each "done", "current" or still "ahead"."""
    order = list(Status)
    here = order.index(status)
    where = ["done" if i < here else "current" if i == here else "ahead" for i in range(len(order))]
    labels = [states.STATUS_LABELS[one] for one in order]
    return list(zip(labels, where, strict=True))


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, report_id: UUID, event: str) -> HttpResponse:
    actor, page = actor_of(request), queries.get_report(actor_of(request), report_id, now=now())
    if event not in set(Event):
        raise NotFound
    wanted = Event(event)
    found = next((one for one in page.steps if one.event is wanted), None)
    if found is None and states.find_step(wanted, page.row.status):
        raise NotAllowed(_("Deze stap is niet aan u. Vraag wie over dit verslag besluit."))
    if found is None:
        raise Conflict(_("Deze stap past niet bij waar het jaarverslag nu staat."))
    form = ReasonForm(request.POST or None) if found.needs_reason else None

    def act() -> None:
        reason = form.cleaned_data["reason"] if form else ""
        actions.take_step(actor, report_id, wanted, reason=reason, now=now())

    if request.method == "POST":
        done = _("Gedaan: %(step)s.") % {"step": _(states.EVENT_LABELS[wanted]).lower()}
        if form is None:
            act()
            return redirect("annual-report", report_id)
        if form.is_valid() and acted(request, form, act, done):
            return redirect("annual-report", report_id)
    context = {
        "question": f"{_(states.EVENT_LABELS[wanted])}: {page.row.title}",
        "explanation": EXPLANATIONS[wanted],
        "confirm_label": _(states.EVENT_LABELS[wanted]),
        "cancel_url": reverse("annual-report", args=[report_id]),
        "form": form,
    }
    return render(request, "confirm.html", context, status=422 if form and form.errors else 200)


@require_POST
def publish(request: HttpRequest, report_id: UUID) -> HttpResponse:
    actions.publish_edition(actor_of(request), report_id, now=now())
    return redirect("annual-report", report_id)


@require_http_methods(["GET", "POST"])
def withhold(request: HttpRequest, report_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_report(actor, report_id, now=now())
    if not page.may_write:
        raise NotAllowed(_("U schrijft niet aan dit verslag, of het ligt vast. Lezen kan wel."))
    form = ReasonForm(request.POST or None, initial={"reason": page.withheld_reason})

    def act() -> None:
        actions.withhold_feedback(actor, report_id, form.cleaned_data["reason"], now=now())

    if form.is_valid() and acted(request, form, act, _("De reden is bewaard.")):
        return redirect("annual-report", report_id)
    context = {
        "question": _("De terugkoppeling niet beschrijven?"),
        "explanation": _("De wet vraagt te beschrijven wat ontvangers over de resultaten lieten "
                         "weten, tenzij dat het doel zou schaden (Wgs art. 1.12). Zeg dan waarom."),
        "confirm_label": _("Reden bewaren"),
        "cancel_url": reverse("annual-report", args=[report_id]),
        "form": form,
    }  # fmt: skip
    return render(request, "confirm.html", context, status=422 if form.errors else 200)


@require_POST
def refresh(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """Do one of two things: count the figures anew, or add chapters that came later."""
    actor = actor_of(request)
    if request.POST.get("do") == "count":
        actions.count_figures(actor, report_id, now=now())
        return redirect("annual-report-figures", report_id)
    actions.refresh_chapters(actor, report_id, now=now())
    return redirect("annual-report", report_id)


@require_http_methods(["GET", "POST"])
def collect(request: HttpRequest, report_id: UUID) -> HttpResponse:
    page = queries.get_report(actor_of(request), report_id, now=now())
    choices = [(str(one.id), f"{'— ' * (one.level - 1)}{one.title}") for one in page.chapters]
    if request.method == "POST":
        return _collected(request, page, choices)
    portfolios = [(one.slug, one.title) for one in page.chapters if one.kind in FITTING]
    form = CollectForm(request.GET or None, portfolios=portfolios)
    chosen = params.text(request, "portfolio")
    if chosen and not form.is_valid():
        raise params.BadQuery(_("Kies een portefeuille van dit verslag."))
    found = queries.list_collected(
        actor_of(request),
        report_id,
        portfolio=chosen,
        after=params.number(request, "after") or 0,
        before=params.number(request, "before") or 0,
    )
    options, fitting = _options(choices), _fitting(page)
    groups = [
        (label, [(one, options(fitting.get(one.collected.portfolio, "")))
                 for one in found.rows if one.collected.origin is origin])
        for origin, label in ORIGIN_LABELS.items()
    ]  # fmt: skip
    context = about(page) | {
        "tab": "collect",
        "form": form,
        "chosen": chosen,
        "found": found,
        "groups": [group for group in groups if group[1]],
        "library_label": ORIGIN_LABELS[Origin.COMMONS],
    }
    return render(request, "annual_report/collect.html", context)


def _collected(
    request: HttpRequest, page: ReportPage, choices: list[tuple[str, str]]
) -> HttpResponse:
    """Take one thing into a chapter, let it go, or take all that has its place; then go back."""
    actor, wish = actor_of(request), request.POST.get("do")
    back = redirect(request.get_full_path())
    if wish == "fitting":
        number = actions.take_fitting(actor, page.row.id, now=now())
        messages.success(request, _("Overgenomen: %(number)s.") % {"number": number})
        return back
    form = TakeForm(request.POST, chapters=choices)
    if not form.is_valid():
        raise params.BadQuery(_("Kies een hoofdstuk van dit verslag."))
    act = actions.release_result if wish == "release" else actions.take_result
    act(actor, UUID(form.cleaned_data["chapter"]), form.cleaned_data["source"], now=now())
    return back


def _options(choices: list[tuple[str, str]]) -> Callable[[str], SafeString]:
    """Return what draws the chapters to choose from, once for each that is offered first."""

    @cache
    def drawn(chosen: str) -> SafeString:
        rows = ((value, "selected" if value == chosen else "", title) for value, title in choices)
        return format_html_join("", '<option value="{}" {}>{}</option>', rows)

    return drawn


def _fitting(page: ReportPage) -> dict[str, str]:
    """Return for each portfolio the chapter that is offered first."""
    return {one.slug: str(one.id) for one in page.chapters if one.kind in FITTING}
