"""Where each objective came from, and the minutes: on the page, on paper, as a document."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wegwijzer.commons.rules.items import WRITERS
from wegwijzer.exploration import actions, queries
from wegwijzer.exploration.rules.sessions import Stage
from wegwijzer.exploration.rules.votes import is_counted
from wegwijzer.programme.queries.course import taken_over
from wegwijzer.programme.queries.portfolios import portfolio_names
from wegwijzer.programme.rules.portfolios import CONTRACTORS
from wegwijzer.web.answers import acted
from wegwijzer.web.commons import actor_of
from wegwijzer.web.exploration import about, columns_of, kind_labels
from wegwijzer.web.exploration_document import minutes_of
from wegwijzer.web.files import document_file
from wegwijzer.web.forms.exploration import ConclusionForm


@require_safe
def lineage(request: HttpRequest, session_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_session(actor, session_id)
    rows = queries.list_focus(actor, session_id)
    objectives = [one.id for row in rows for one in row.objectives]
    context = about(page, "lineage") | {
        "rows": rows,
        "kinds": kind_labels(page.setup),
        "taken": taken_over(actor, objectives) if objectives else {},
    }
    return render(request, "exploration/lineage.html", context)


@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, session_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_session(actor, session_id)
    form = ConclusionForm(request.POST or None, initial={"conclusion": page.conclusion})
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["conclusion"]

        def act() -> None:
            actions.write_conclusion(actor, session_id, text, now=now())

        if acted(request, form, act, _("De conclusie staat in het verslag.")):
            return redirect("exploration-report", session_id)
    board = queries.get_board(actor, session_id)
    names = portfolio_names(actor)
    is_closed = page.stage is Stage.CLOSED
    context = about(page, "report") | {
        "form": form,
        "portfolio": names.get(page.setup.portfolio, page.setup.portfolio),
        "to_portfolio": is_closed and page.setup.portfolio in names and actor.has(*CONTRACTORS),
        "board": board,
        "columns": columns_of(board, page.setup),
        "rows": board.focus,
        "kinds": kind_labels(page.setup),
        "counted": is_counted(page.stage),
        "may_share": is_closed and actor.has(*WRITERS),
        "writing": page.is_chair and not is_closed,
    }
    return render(request, "exploration/report.html", context, status=422 if form.is_bound else 200)


@require_safe
def download(request: HttpRequest, session_id: UUID, kind: str) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_session(actor, session_id)
    slug = page.setup.portfolio
    portfolio = portfolio_names(actor).get(slug, slug)
    document = minutes_of(page, queries.get_board(actor, session_id), portfolio=portfolio)
    return document_file(
        document, kind, f"verslag-{slugify(page.setup.title)[:60] or 'verkenning'}"
    )
