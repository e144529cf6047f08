"""Fill the library with a list: read it safely, look at it, take it in."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from wegwijzer.casework.delivery.export import csv_lines
from wegwijzer.casework.delivery.limits import Limits
from wegwijzer.casework.delivery.reader import open_delivery
from wegwijzer.commons import actions, queries
from wegwijzer.commons.rules.items import KIND_LABELS, Kind, check_writer
from wegwijzer.commons.rules.lists import unread_in
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid
from wegwijzer.signals.queries import list_phenomena
from wegwijzer.web.commons import actor_of, phenomenon_names
from wegwijzer.web.forms.library import ListForm
from wegwijzer.web.middleware import sentence

MOST_NAMED = 20
# A list of the library is small; who waits for the page should not wait long.
LIMITS = Limits(
    max_bytes=5_000_000,
    max_rows=2_000,
    max_columns=60,
    unpacked_bytes=60_000_000,
    read_bytes=20_000_000,
    memory_mb=500,
    seconds=15,
)


@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    check_writer(actor, actor.region_id)
    form = ListForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            received, unread = _received(actor, form)
        except Invalid as refusal:
            form.add_error("file", sentence(refusal))
        else:
            if unread:
                _say_unread(request, unread)
            return redirect("library-list", received)
    status = 422 if request.method == "POST" else 200
    return render(request, "commons/upload.html", {"form": form}, status=status)


def _received(actor: Actor, form: ListForm) -> tuple[UUID, list[str]]:
    """Read the file in the guarded child and keep what it says; return what was not read too."""
    file, kind = form.cleaned_data["file"], Kind(form.cleaned_data["kind"])
    phenomena = {row.name: row.slug for row in list_phenomena(actor)}
    phenomena |= {name: slug for slug, name in phenomenon_names(actor).items()}
    with open_delivery(file.read(), filename=file.name, limits=LIMITS) as table:
        rows = [(row.number, row.values) for row in table.rows]
        columns = table.columns
    received = actions.receive_list(
        actor, file.name, columns, rows, kind=kind, phenomena=phenomena, now=now()
    )
    return received, unread_in(columns)


def _say_unread(request: HttpRequest, unread: list[str]) -> None:
    said = ngettext(
        "Kolom %(names)s wordt niet gelezen. Alle rijen komen bij uw regio.",
        "Deze kolommen worden niet gelezen: %(names)s. Alle rijen komen bij uw regio.",
        len(unread),
    )
    names = ", ".join(f"'{name[:40]}'" for name in unread[:MOST_NAMED])
    messages.warning(request, said % {"names": names})


@require_http_methods(["GET", "POST"])
def looked_at(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_list(actor, upload_id)
    if request.method == "POST" and page.number:
        publish = request.POST.get("do") == "publish"
        public, drafts = actions.take_list(actor, upload_id, publish=publish, now=now())
        said = _("Toegevoegd: %(public)s gepubliceerd, %(drafts)s als concept.")
        messages.success(request, said % {"public": public, "drafts": drafts})
        return redirect(f"{reverse('library')}?region={actor.region_id}")
    names = phenomenon_names(actor)
    context = {
        "page": page,
        "rows": [
            (one, _(KIND_LABELS[one.kind]), ", ".join(names.get(s, s) for s in one.phenomena))
            for one in page.first
        ],
        "rejections": [(one, _(one.reason)) for one in page.rejections],
    }
    return render(request, "commons/upload_look.html", context)


@require_http_methods(["GET", "POST"])
def discard(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    page = queries.get_list(actor_of(request), upload_id)
    if request.method == "POST":
        actions.discard_list(actor_of(request), upload_id, now=now())
        messages.success(request, _("De lijst is weggegooid. Er is niets toegevoegd."))
        return redirect("library")
    context = {
        "question": _("Deze lijst weggooien?"),
        "explanation": page.name,
        "confirm_label": _("Weggooien"),
        "cancel_url": reverse("library-list", args=[upload_id]),
        "danger": True,
    }
    return render(request, "confirm.html", context)


@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """Answer with an empty list that has the right columns and one row as an example."""
    header = ["Soort", "Titel", "Samenvatting", "Fenomeen", "Portefeuille", "Plaats", "Van", "Tot"]
    header += ["Methode", "Bronnen", "Contactpersoon", "Telefoon", "Tekst"]
    example = ["Project", "Voorbeeld: samen naar de jachthaven", "Wat het is, in een paar zinnen."]
    example += ["Goederensmokkel", "mainports", "Voorbeeldstad", "2025", "31-12-2025"]
    lines = csv_lines(header, [example + [""] * (len(header) - len(example))])
    response = HttpResponse(
        b"".join(line.encode() for line in lines), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="bibliotheek-lijst.csv"'
    return response
