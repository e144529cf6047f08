"""Arrange the notes: choose them, press what should happen; and a proposal to accept or not."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wegwijzer.exploration import actions, queries
from wegwijzer.exploration.queries import SessionPage
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.web.answers import acted
from wegwijzer.web.commons import actor_of
from wegwijzer.web.exploration import about
from wegwijzer.web.forms.exploration import NameForm
from wegwijzer.web.middleware import sentence


def _ids(request: HttpRequest, name: str) -> list[UUID]:
    try:
        return [UUID(one) for one in request.POST.getlist(name)]
    except ValueError:
        raise NotFound from None


def _one(clusters: list[UUID]) -> UUID:
    if len(clusters) != 1:
        raise Invalid(_("Kies precies één cluster om de notities in te leggen."))
    return clusters[0]


def _first(chosen: list[UUID], what: str) -> UUID:
    if len(chosen) < 2:
        raise Invalid(what)
    return chosen[0]


def _doing(
    request: HttpRequest, actor: Actor, session_id: UUID
) -> dict[str, tuple[Callable[[], object], str]]:
    """Return what each button does with what was chosen, and what is said when it is done."""
    notes, clusters = _ids(request, "note"), _ids(request, "cluster")
    told: dict[str, Any] = {"now": now()}
    few_notes = _("Kies ten minste twee notities om samen te voegen.")
    few_clusters = _("Kies ten minste twee clusters om samen te voegen.")
    name = request.POST.get("name", "")
    return {
        "new": (
            lambda: actions.make_cluster(actor, session_id, name, notes, **told),
            _("Het cluster is gemaakt."),
        ),
        "place": (
            lambda: actions.place_notes(actor, session_id, notes, _one(clusters), **told),
            _("De notities liggen in het cluster."),
        ),
        "loose": (
            lambda: actions.place_notes(actor, session_id, notes, None, **told),
            _("De notities liggen weer los."),
        ),
        "merge-notes": (
            lambda: actions.merge_notes(
                actor, session_id, _first(notes, few_notes), notes[1:], **told
            ),
            _("De notities zijn samengevoegd."),
        ),
        "merge-clusters": (
            lambda: actions.merge_clusters(
                actor, session_id, _first(clusters, few_clusters), clusters[1:], **told
            ),
            _("De clusters zijn samengevoegd."),
        ),
        "split": (
            lambda: [actions.split_note(actor, session_id, one, **told) for one in notes],
            _("De notities staan weer apart."),
        ),
    }


@require_POST
def arrange(request: HttpRequest, session_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    act, done = _doing(request, actor, session_id).get(request.POST.get("do", ""), (None, ""))
    if act is None:
        raise NotFound
    try:
        act()
    except (Invalid, Conflict) as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, done)
    return redirect("exploration", session_id)


@require_http_methods(["GET", "POST"])
def suggest(request: HttpRequest, session_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = _arranged(actor, session_id)
    if request.method == "POST":
        name, notes = request.POST.get("name", ""), _ids(request, "note")
        try:
            if not notes:
                raise Invalid(_("Kies eerst een of meer notities."))
            actions.make_cluster(actor, session_id, name, notes, now=now())
        except (Invalid, Conflict) as refusal:
            messages.error(request, sentence(refusal))
        else:
            messages.success(request, _("Het cluster is gemaakt."))
        return redirect("exploration-suggest", session_id)
    proposals = queries.list_proposals(actor, session_id)
    notes_by_id = {note.id: note for note in queries.get_board(actor, session_id).loose}
    context = about(page, "") | {
        "proposals": [
            (one, [notes_by_id[i] for i in one.note_ids if i in notes_by_id]) for one in proposals
        ]
    }
    return render(request, "exploration/suggest.html", context)


def _arranged(actor: Actor, session_id: UUID) -> SessionPage:
    """Return a session in which the actor may arrange."""
    page = queries.get_session(actor, session_id)
    if not page.may_arrange:
        raise NotAllowed(_("In deze verkenning ordenen de voorzitters de notities."))
    return page


@require_http_methods(["GET", "POST"])
def cluster(request: HttpRequest, session_id: UUID, cluster_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = _arranged(actor, session_id)
    board = queries.get_board(actor, session_id)
    row = next((one for one in board.clusters if one.id == cluster_id), None)
    if row is None:
        messages.error(request, _("Dit cluster is intussen opgeheven of samengevoegd."))
        return redirect("exploration", session_id)
    form = NameForm(request.POST or None, initial={"name": row.name})
    if request.POST.get("do") == "dissolve":
        try:
            actions.dissolve_cluster(actor, session_id, cluster_id, now=now())
        except Conflict as refusal:
            messages.error(request, sentence(refusal))
        else:
            messages.success(request, _("Het cluster is opgeheven; de notities liggen weer los."))
        return redirect("exploration", session_id)
    if form.is_valid():
        name = form.cleaned_data["name"]

        def act() -> None:
            actions.name_cluster(actor, session_id, cluster_id, name, now=now())

        if acted(request, form, act, _("Het cluster heet nu anders.")):
            return redirect("exploration", session_id)
    context = about(page, "") | {"form": form, "row": row}
    return render(
        request, "exploration/cluster.html", context, status=422 if form.is_bound else 200
    )
