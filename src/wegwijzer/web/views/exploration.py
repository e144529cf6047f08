"""The list of explorations, the board that lives, and a note."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wegwijzer.exploration import actions, queries
from wegwijzer.exploration.queries import SessionPage
from wegwijzer.exploration.rules.sessions import STAGE_LABELS, Stage, may_open
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed
from wegwijzer.programme.queries.portfolios import portfolio_names
from wegwijzer.web import params
from wegwijzer.web.answers import acted, from_address
from wegwijzer.web.commons import actor_of
from wegwijzer.web.exploration import BADGES, Wall, about, kind_labels
from wegwijzer.web.forms.exploration import NameForm, NoteForm
from wegwijzer.web.middleware import sentence


@require_safe
def explorations(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    with from_address():
        page = queries.list_sessions(
            actor,
            after=params.text(request, "after"),
            before=params.text(request, "before"),
            portfolio=params.text(request, "portfolio"),
        )
    names = portfolio_names(actor)
    rows = [
        (
            row,
            _(STAGE_LABELS[row.stage]),
            BADGES[row.stage],
            names.get(row.portfolio, row.portfolio),
        )
        for row in page.rows
    ]
    return render(
        request,
        "exploration/list.html",
        {"page": page, "rows": rows, "may_open": may_open(actor)},
    )


@require_http_methods(["GET", "POST"])
def exploration(request: HttpRequest, session_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_session(actor, session_id)
    form = _note_form(request, page)
    status, added = 200, ""
    if request.method == "POST":
        status = _added(request, page, form)
        if status == 200 and not request.htmx:  # type: ignore[attr-defined]
            return redirect(f"{reverse('exploration', args=[session_id])}#notitie")
        if status == 200:
            added = form.cleaned_data["text"]
            form = _note_form(request, page, emptied=True)
            # Who brings in notes one after the other goes on typing where they were.
            form.fields["text"].widget.attrs["autofocus"] = True
        if request.htmx:  # type: ignore[attr-defined]
            answer = render(
                request,
                "exploration/_note_form.html",
                about(page, "board") | {"form": form, "added": added},
                status=status,
            )
            answer.headers["HX-Trigger"] = "board-changed"
            return answer
        page = queries.get_session(actor, session_id)
    context = _board(request, page) | {"form": form, "naming": NameForm(auto_id="cluster_%s")}
    return render(request, "exploration/board.html", context, status=status)


def _note_form(request: HttpRequest, page: SessionPage, *, emptied: bool = False) -> NoteForm:
    typed = request.POST if request.method == "POST" and not emptied else None
    kept = {"kind": request.POST.get("kind", ""), "named": "named" in request.POST}
    return NoteForm(typed, kinds=list(kind_labels(page.setup).items()), initial=kept)


def _added(request: HttpRequest, page: SessionPage, form: NoteForm) -> int:
    """Bring in the note, and return the status; what was refused stays in the form."""
    if not form.is_valid():
        return 422
    typed = form.cleaned_data
    try:
        actions.add_note(actor_of(request), page.id, typed["text"], typed["kind"],
                         named=typed["named"], now=now())  # fmt: skip
    except Invalid as wrong:
        form.add_error(wrong.field if wrong.field in form.fields else None, sentence(wrong))
        return 422
    except (Conflict, NotAllowed) as refusal:
        form.add_error(None, sentence(refusal))
        return 409
    return 200


@require_safe
def board(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Answer who polls: nothing while nothing changed, else the board as it hangs now."""
    actor = actor_of(request)
    tag = _tag(request, queries.get_version(actor, session_id))
    if request.headers.get("If-None-Match") == tag:
        return HttpResponse(status=304, headers={"ETag": tag})
    if params.text(request, "seen") == tag.strip('"'):
        return HttpResponse(status=204, headers={"ETag": tag})
    page = queries.get_session(actor, session_id)
    context = _board(request, page) | {"was": params.text(request, "stage")}
    answer = render(request, "exploration/_board.html", context)
    answer.headers["ETag"] = context["tag_header"]
    return answer


def _tag(request: HttpRequest, version: int) -> str:
    """Return the mark of what this reader was shown: another reader sees another board."""
    designation = actor_of(request).designation_id
    return f'"{version}-{get_language()}-{str(designation)[:8]}"'


def _board(request: HttpRequest, page: SessionPage) -> dict[str, Any]:
    board, wall = queries.get_board(actor_of(request), page.id), Wall(page)
    tag = _tag(request, page.version)
    return about(page, "board") | {
        "board": board,
        "clusters": wall.clusters(board),
        "columns": wall.columns(board) if board.loose or not board.clusters else [],
        "chosen_notes": set(request.GET.getlist("note")),
        "chosen_clusters": set(request.GET.getlist("cluster")),
        "arranging": page.stage is Stage.CLUSTERING and page.may_arrange,
        "collecting": page.stage is Stage.COLLECTING and page.takes_part,
        "collects": page.stage is Stage.COLLECTING,
        "was": page.stage.value,
        "tag": tag.strip('"'),
        "tag_header": tag,
        "live": page.stage is not Stage.CLOSED,
    }


@require_http_methods(["GET", "POST"])
def note(request: HttpRequest, session_id: UUID, note_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page, row = (
        queries.get_session(actor, session_id),
        queries.get_note(actor, session_id, note_id),
    )
    if not row.is_own:
        raise NotAllowed(_("Deze notitie is van een ander. Alleen de schrijver wijzigt haar."))
    form = NoteForm(
        request.POST or None,
        kinds=list(kind_labels(page.setup).items()),
        initial={"text": row.text, "kind": row.kind, "named": row.named},
    )
    if request.POST.get("do") == "withdraw":
        try:
            actions.withdraw_note(actor, session_id, note_id, now=now())
        except Conflict as refusal:
            messages.error(request, sentence(refusal))
        else:
            messages.success(request, _("Uw notitie is ingetrokken."))
        return redirect("exploration", session_id)
    if form.is_valid():
        typed = form.cleaned_data

        def act() -> None:
            actions.change_note(actor, session_id, note_id, text=typed["text"], kind=typed["kind"],
                                named=typed["named"], now=now())  # fmt: skip

        if acted(request, form, act, _("Uw notitie is gewijzigd.")):
            return redirect("exploration", session_id)
    context = about(page, "board") | {"form": form, "note": row}
    return render(request, "exploration/note.html", context, status=422 if form.is_bound else 200)
