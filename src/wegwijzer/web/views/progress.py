"""How an assignment goes: the report that takes two minutes, and those before it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wegwijzer.programme.actions.progress import report_progress
from wegwijzer.programme.queries import progress as queries
from wegwijzer.programme.queries.assignments import get_assignment
from wegwijzer.programme.rules.assignments import check_carries_out, may_carry_out
from wegwijzer.programme.rules.progress import may_be_reported
from wegwijzer.web.answers import acted
from wegwijzer.web.commons import actor_of
from wegwijzer.web.forms.course import ProgressForm
from wegwijzer.web.portfolios import shown_reports


@require_http_methods(["GET", "POST"])
def progress(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    row = get_assignment(actor, assignment_id).row
    reports = queries.list_reports(actor, assignment_id)
    form = ProgressForm(request.POST or None)
    if request.method == "POST":
        check_carries_out(actor, row.content.contractor_id)

    def act() -> None:
        report_progress(actor, assignment_id, form.content(), now=now())

    said = _("Het bericht staat er. Het hoofdenoverleg leest het bij zijn volgende agenda.")
    if form.is_valid() and acted(request, form, act, said):
        return redirect("progress", assignment_id)
    may_report = may_carry_out(actor, row.content.contractor_id) and may_be_reported(row.state)
    shown = shown_reports(reports)
    is_asked = may_report or form.is_bound
    context = {
        "row": row,
        "last": shown[0] if shown and is_asked else None,
        "reports": shown[1:] if is_asked else shown,
        "form": form if is_asked else None,
        "due": queries.next_report_on(actor, assignment_id),
        "today": localdate(),
    }
    return render(request, "programme/progress.html", context, status=422 if form.is_bound else 200)
