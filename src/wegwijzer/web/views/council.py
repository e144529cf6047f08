"""The heads council: meetings, an agenda with its papers, minutes, decisions and actions."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid
from wegwijzer.programme.actions import council as actions
from wegwijzer.programme.queries import council as queries
from wegwijzer.programme.queries.assignments import get_assignment
from wegwijzer.programme.queries.progress import latest_reports, progress_for
from wegwijzer.programme.rules.assignments import may_commission_this
from wegwijzer.programme.rules.council import (
    MeetingStatus,
    Outcome,
    Purpose,
    SubjectKind,
    may_prepare,
)
from wegwijzer.web import params
from wegwijzer.web.answers import acted, from_address
from wegwijzer.web.commons import actor_of
from wegwijzer.web.council import (
    STATUS_BADGES,
    Told,
    outcome_of,
    purpose_of,
    shown_decisions,
    shown_meeting,
    status_of,
    subject_names,
    tabs_of,
)
from wegwijzer.web.council_document import minutes_of
from wegwijzer.web.files import document_file
from wegwijzer.web.forms.council import CloseForm, DecisionForm, PaperForm, ReportForm, TaskForm
from wegwijzer.web.middleware import sentence
from wegwijzer.web.portfolios import shown_reports


@require_safe
def council(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    page = _listed(lambda: queries.list_meetings(actor, after=params.text(request, "after")))
    context = {
        "page": page,
        "rows": [(row, status_of(row.status), STATUS_BADGES[row.status]) for row in page.rows],
        "open_tasks": len(queries.list_open_tasks(actor)),
        "may_prepare": may_prepare(actor),
        "person_id": actor.person_id,
        "tabs": tabs_of(),
        "today": localdate(),
    }
    return render(request, "programme/council.html", context)


@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    outcome = params.choice(request, "outcome", Outcome)
    after = params.text(request, "after")
    rows, key = _listed(lambda: queries.list_decisions(actor, outcome=outcome, after=after))
    context = {
        "rows": shown_decisions(actor, rows),
        "after": key,
        "outcomes": [(one.value, outcome_of(one)) for one in Outcome],
        "outcome": outcome.value if outcome else "",
        "tabs": tabs_of(),
    }
    return render(request, "programme/council_decisions.html", context)


@require_http_methods(["GET", "POST"])
def tasks(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    if request.method == "POST":
        task_id = params.posted(request, "task")
        note = request.POST.get("note", "")[:300]
        actions.finish_council_task(actor, task_id, done_on=localdate(), note=note, now=now())
        messages.success(request, _("De actie is afgerond."))
        return redirect("council-tasks")
    context = {
        "tasks": queries.list_open_tasks(actor),
        "may_prepare": may_prepare(actor),
        "person_id": actor.person_id,
        "tabs": tabs_of(),
        "today": localdate(),
    }
    return render(request, "programme/council_tasks.html", context)


@require_http_methods(["GET", "POST"])
def meeting(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_meeting(actor, meeting_id)
    wish = request.POST.get("do", "")
    closing = CloseForm(
        request.POST if wish == "close" else None, initial={"present": page.present}
    )
    if wish == "share" and _shared(request, meeting_id):
        return redirect("meeting", meeting_id)
    if wish == "close" and closing.is_valid() and _closed(request, meeting_id, closing):
        return redirect("meeting-minutes", meeting_id)
    may_write = page.may_prepare and page.status is not MeetingStatus.HELD
    context = {
        **shown_meeting(actor, page),
        "closing": closing,
        "may_write": may_write,
        "may_share": may_write and page.status is MeetingStatus.DRAFT,
        "may_close": may_write
        and page.status is MeetingStatus.SHARED
        and page.content.held_date <= localdate(),
    }
    return render(request, "programme/meeting.html", context, status=422 if wish else 200)


@require_safe
def minutes(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_meeting(actor, meeting_id)
    return render(request, "programme/minutes.html", shown_meeting(actor, page))


@require_safe
def minutes_file(request: HttpRequest, meeting_id: UUID, kind: str) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_meeting(actor, meeting_id)
    document = minutes_of(shown_meeting(actor, page))
    return document_file(document, kind, f"hoofdenoverleg-{page.content.held_date:%Y-%m-%d}")


@require_safe
def paper(request: HttpRequest, paper_id: UUID) -> HttpResponse:
    row, meeting_id, item_title = queries.get_paper(actor_of(request), paper_id)
    context = {"paper": row, "meeting_id": meeting_id, "item_title": item_title}
    return render(request, "programme/paper.html", context)


@require_http_methods(["GET", "POST"])
def item(request: HttpRequest, item_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page, row = queries.get_agenda_item(actor, item_id)
    wish = request.POST.get("do", "")
    forms = _item_forms(request, row, wish)
    if wish in forms and _item_acted(request, page.id, row, wish, forms[wish]):
        return redirect("meeting-item", item_id)
    may_write = page.may_prepare and page.status is not MeetingStatus.HELD
    may_minute = (
        may_write and page.status is MeetingStatus.SHARED and page.content.held_date <= localdate()
    )
    about = (row.content.subject_kind, row.content.subject)
    context = {
        **forms,
        "page": page,
        "item": row,
        "purpose": purpose_of(row.content.purpose),
        "subject": subject_names(actor, [about]).get(about),
        "outcomes": shown_decisions(actor, row.decisions),
        "told": _told(actor, page, row),
        "may_write": may_write,
        "may_minute": may_minute,
        "only_minutes": row.content.subject_kind is SubjectKind.ASSIGNMENT
        and "effect" not in forms["decide"].fields,
        "may_decide": may_minute and row.content.purpose is Purpose.DECIDE,
    }
    return render(request, "programme/meeting_item.html", context, status=422 if wish else 200)


def _told(actor: Actor, page: queries.MeetingPage, row: queries.ItemRow) -> list[Told]:
    """Return what was told about an item since last time; of an assignment else what was before."""
    kind, subject = row.content.subject_kind, row.content.subject
    if not subject:
        return []
    found = progress_for(actor, page.id, page.content.held_date).about(kind, subject)
    if not found and kind is SubjectKind.ASSIGNMENT:
        found = list(latest_reports(actor, [UUID(subject)]).values())
    return shown_reports(found)


def _item_forms(request: HttpRequest, row: queries.ItemRow, wish: str) -> dict[str, Any]:
    def typed(name: str) -> Any:
        return request.POST if wish == name else None

    actor = actor_of(request)
    effects = _may_commission(actor, row)
    return {
        "add_paper": PaperForm(typed("add_paper"), prefix="paper"),
        "report": ReportForm(typed("report"), initial={"report": row.report}),
        "decide": DecisionForm(typed("decide"), effects=effects, prefix="decision"),
        "add_task": TaskForm(typed("add_task"), actor=actor, prefix="task"),
    }


def _may_commission(actor: Actor, row: queries.ItemRow) -> bool:
    """Return whether a decision of this actor can do something to what the item is about."""
    if row.content.subject_kind is not SubjectKind.ASSIGNMENT:
        return False
    asked = get_assignment(actor, UUID(row.content.subject)).row
    return may_commission_this(actor, asked.content.contractor_id)


def _item_acted(
    request: HttpRequest, meeting_id: UUID, row: queries.ItemRow, wish: str, form: Any
) -> bool:
    actor, moment = actor_of(request), now()
    acts: dict[str, Callable[[], object]] = {
        "add_paper": lambda: actions.add_paper(actor, row.id, form.content(), now=moment),
        "report": lambda: actions.report_item(
            actor, row.id, form.cleaned_data["report"], now=moment
        ),
        "decide": lambda: actions.decide(actor, row.id, form.content(), now=moment),
        "add_task": lambda: actions.add_council_task(
            actor, meeting_id, form.content(), item_id=row.id, now=moment
        ),
    }
    done = {
        "add_paper": _("Het stuk staat bij dit punt."),
        "report": _("Het verslag van dit punt is bewaard."),
        "decide": _("Het besluit is vastgelegd."),
        "add_task": _("De actie is vastgelegd."),
    }
    return form.is_valid() and acted(request, form, acts[wish], done[wish])


def _shared(request: HttpRequest, meeting_id: UUID) -> bool:
    try:
        actions.share_agenda(actor_of(request), meeting_id, now=now())
    except (Invalid, Conflict) as refusal:
        messages.error(request, sentence(refusal))
        return False
    messages.success(request, _("De agenda is gedeeld met het hele netwerk."))
    return True


def _closed(request: HttpRequest, meeting_id: UUID, form: CloseForm) -> bool:
    def act() -> None:
        present = form.cleaned_data["present"]
        actions.close_meeting(actor_of(request), meeting_id, present=present, now=now())

    return acted(request, form, act, _("Het overleg is afgesloten. Dit is het verslag."))


def _listed(read: Callable[[], Any]) -> Any:
    with from_address():
        return read()
