"""Vote with dots, and turn what was chosen into focus and objectives."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wegwijzer.exploration import actions, queries
from wegwijzer.exploration.queries import BallotPage, Board, FocusRow, SessionPage
from wegwijzer.exploration.rules.sessions import Stage, Voters
from wegwijzer.exploration.rules.votes import is_counted
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.web.answers import acted
from wegwijzer.web.commons import actor_of
from wegwijzer.web.exploration import about, dots_in_words
from wegwijzer.web.forms.exploration import FocusForm, ObjectiveForm
from wegwijzer.web.middleware import sentence


@require_http_methods(["GET", "POST"])
def vote(request: HttpRequest, session_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    status, error, typed = 200, "", None
    if request.method == "POST":
        typed = _given(request)
        version = request.POST.get("version", "0")
        try:
            actions.cast_ballot(
                actor,
                session_id,
                typed,
                version=int(version) if version.isdecimal() and len(version) < 5 else -1,
                now=now(),
            )
        except Conflict as refusal:
            status, error, typed = 409, sentence(refusal), None
        except Invalid as wrong:
            status, error = 422, sentence(wrong)
        else:
            messages.success(request, _("Uw stem is bewaard. U kunt haar wijzigen tot de stemming "
                                        "sluit."))  # fmt: skip
            return redirect("exploration-vote", session_id)
    page = queries.get_session(actor, session_id)
    ballot, board = queries.get_ballot(actor, session_id), queries.get_board(actor, session_id)
    context = about(page, "vote") | _ballot(page, ballot, board, typed) | {"error": error}
    return render(request, "exploration/vote.html", context, status=status)


def _given(request: HttpRequest) -> dict[UUID, int]:
    """Return the dots of each cluster as they were typed; what is no number counts as none."""
    given = {}
    for name, value in request.POST.items():
        prefix, _dash, one = name.partition("-")
        if prefix == "dots" and str(value).isdecimal() and len(str(value)) < 4:
            try:
                given[UUID(one)] = int(str(value))
            except ValueError:
                raise NotFound from None
    return given


def _ballot(
    page: SessionPage, ballot: BallotPage, board: Board, typed: dict[UUID, int] | None
) -> dict[str, object]:
    given = ballot.given if typed is None else typed
    most = max((row.dots or 0 for row in board.clusters), default=0)
    return {
        "ballot": ballot,
        "board": board,
        "rows": [(row, given.get(row.id, 0)) for row in board.clusters],
        "choices": range(page.setup.most_per_cluster + 1),
        "voting": page.stage is Stage.VOTING,
        "counted": is_counted(page.stage),
        "may_vote": page.stage is Stage.VOTING and page.takes_part,
        "by_region": page.setup.voters is Voters.REGIONS,
        "left": page.setup.dots - sum(given.values()),
        "most": most,
    }


@require_http_methods(["GET", "POST"])
def focus(request: HttpRequest, session_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page, board = queries.get_session(actor, session_id), queries.get_board(actor, session_id)
    form = FocusForm(request.POST or None, clusters=_choices(board))
    if form.is_valid():
        typed = form.cleaned_data
        clusters = [UUID(one) for one in typed["clusters"]]

        def act() -> None:
            actions.state_focus(actor, session_id, typed["statement"], clusters, now=now())

        if acted(request, form, act, _("De focus is vastgelegd. Stel er doelen bij.")):
            return redirect("exploration-focus", session_id)
    context = about(page, "focus") | {
        "form": form,
        "board": board,
        "rows": board.focus,
        "deciding": page.stage is Stage.FOCUSING and page.is_chair,
        "counted": is_counted(page.stage),
    }
    return render(request, "exploration/focus.html", context, status=422 if form.is_bound else 200)


def _choices(board: Board) -> list[tuple[str, str]]:
    return [(str(row.id), f"{row.name} ({dots_in_words(row.dots or 0)})") for row in board.clusters]


@require_http_methods(["GET", "POST"])
def focus_edit(request: HttpRequest, session_id: UUID, focus_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page, board = queries.get_session(actor, session_id), queries.get_board(actor, session_id)
    row = _focus(board, focus_id)
    wish = request.POST.get("do", "")
    form = FocusForm(
        request.POST if wish == "change" else None,
        clusters=_choices(board),
        initial={"statement": row.statement, "clusters": [str(one.id) for one in row.clusters]},
    )
    adding = ObjectiveForm(request.POST if wish == "add" else None, focus=row)
    if wish in ("drop", "drop-objective"):
        return _dropped(request, session_id, row)
    if (wish == "change" and _changed(request, session_id, focus_id, form)) or (
        wish == "add" and _objective_added(request, session_id, focus_id, adding)
    ):
        return redirect("exploration-focus-edit", session_id, focus_id)
    context = about(page, "focus") | {
        "form": form,
        "adding": adding,
        "row": row,
        "deciding": page.stage is Stage.FOCUSING and page.is_chair,
    }
    return render(request, "exploration/focus_edit.html", context, status=422 if wish else 200)


def _focus(board: Board, focus_id: UUID) -> FocusRow:
    row = next((one for one in board.focus if one.id == focus_id), None)
    if row is None:
        raise NotFound
    return row


def _changed(request: HttpRequest, session_id: UUID, focus_id: UUID, form: FocusForm) -> bool:
    if not form.is_valid():
        return False
    typed = form.cleaned_data
    clusters = [UUID(one) for one in typed["clusters"]]

    def act() -> None:
        actions.state_focus(actor_of(request), session_id, typed["statement"], clusters,
                            focus_id=focus_id, now=now())  # fmt: skip

    return acted(request, form, act, _("De focus is gewijzigd."))


def _objective_added(
    request: HttpRequest, session_id: UUID, focus_id: UUID, form: ObjectiveForm
) -> bool:
    if not form.is_valid():
        return False
    text, notes = form.cleaned_data["text"], form.note_ids()

    def act() -> None:
        actions.add_objective(actor_of(request), session_id, focus_id, text, note_ids=notes,
                              now=now())  # fmt: skip

    return acted(request, form, act, _("Het doel is vastgelegd."))


@require_http_methods(["GET", "POST"])
def objective(request: HttpRequest, session_id: UUID, objective_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_session(actor, session_id)
    if not page.is_chair:
        raise NotAllowed(_("Dit doet een voorzitter van de verkenning. Vraag het een van hen."))
    found = (
        (row, one)
        for row in queries.list_focus(actor, session_id)
        for one in row.objectives
        if one.id == objective_id
    )
    row, one = next(found, (None, None))
    if row is None or one is None:
        raise NotFound
    named = sorted(str(note) for note in one.note_ids) if one.names_notes else []
    form = ObjectiveForm(
        request.POST or None, focus=row, initial={"text": one.text, "sources": named}
    )
    if form.is_valid():
        text, notes = form.cleaned_data["text"], form.note_ids()

        def act() -> None:
            actions.change_objective(actor, session_id, objective_id, text, note_ids=notes,
                                     now=now())  # fmt: skip

        if acted(request, form, act, _("Het doel is gewijzigd.")):
            return redirect("exploration-focus-edit", session_id, row.id)
    context = about(page, "focus") | {"form": form, "row": row, "one": one}
    return render(
        request, "exploration/objective.html", context, status=422 if form.is_bound else 200
    )


def _dropped(request: HttpRequest, session_id: UUID, row: FocusRow) -> HttpResponse:
    """Take back the focus, or one of its objectives."""
    actor, objective = actor_of(request), request.POST.get("objective", "")
    try:
        if request.POST["do"] == "drop":
            actions.drop_focus(actor, session_id, row.id, now=now())
        else:
            found = next((one.id for one in row.objectives if str(one.id) == objective), None)
            if found is None:
                raise NotFound
            actions.drop_objective(actor, session_id, found, now=now())
    except Conflict as refusal:
        messages.error(request, sentence(refusal))
    return redirect("exploration-focus", session_id)
