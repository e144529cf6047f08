"""Deliveries: hand in a file, see how far it is, say which column is what, get back what failed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wegwijzer.casework import actions, queries
from wegwijzer.casework.delivery.export import csv_lines
from wegwijzer.casework.queries import DeliveryPage
from wegwijzer.casework.rules import DeliveryStatus, Keep
from wegwijzer.kernel.errors import Invalid, NotAllowed
from wegwijzer.web.forms.deliveries import FileForm, MappingForm
from wegwijzer.web.middleware import sentence
from wegwijzer.web.views.casework import actor_of

BADGES: dict[DeliveryStatus, str] = {
    DeliveryStatus.MAPPING: "warning",
    DeliveryStatus.IMPORTED: "success",
    DeliveryStatus.REJECTED: "danger",
    DeliveryStatus.FAILED: "danger",
}


@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest, request_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_request(actor, request_id, now=now())
    if not page.is_own or not page.takes_data:
        raise NotAllowed(_("Alleen een leverancier van de gevraagde deelnemer kan leveren."))
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            delivery = actions.receive_delivery(
                actor, request_id, filename=file.name, pieces=file.chunks(), now=now()
            )
        except Invalid as wrong:
            form.add_error("file", sentence(wrong))
        else:
            return redirect("delivery", delivery)
    context = {"page": page, "row": page.row, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "casework/upload.html", context, status=status)


@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, delivery_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_delivery(actor, delivery_id, now=now())
    if page.status is not DeliveryStatus.MAPPING:
        return _shown(request, page)
    form = _mapping_form(request, page)
    if request.method == "POST" and form.is_valid():
        try:
            actions.map_delivery(
                actor,
                delivery_id,
                fields=form.chosen(),
                defaults=form.defaults(),
                keep=Keep(form.cleaned_data["keep"]),
                now=now(),
            )
        except (Invalid, NotAllowed) as wrong:
            form.add_error(wrong.field if wrong.field in form.fields else None, sentence(wrong))
        else:
            return redirect("delivery", delivery_id)
    context = {
        "page": page,
        "form": form,
        "columns": [
            (bound, column, [row[place] if place < len(row) else "" for row in page.sample])
            for place, (bound, column) in enumerate(zip(form.mapped, page.columns, strict=True))
        ],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "casework/mapping.html", context, status=status)


def _mapping_form(request: HttpRequest, page: DeliveryPage) -> MappingForm:
    return MappingForm(
        request.POST or None,
        columns=page.columns,
        suggested=page.fields,
        categories=page.categories,
        initial={"first_processed_date": now().date()},
    )


def _shown(request: HttpRequest, page: DeliveryPage) -> HttpResponse:
    context = {
        "page": page,
        "badge_kind": BADGES.get(page.status, "info"),
        "poll": reverse("delivery-progress", args=[page.id]),
    }
    return render(request, "casework/delivery.html", context)


@require_safe
def progress(request: HttpRequest, delivery_id: UUID) -> HttpResponse:
    told = queries.get_delivery_progress(actor_of(request), delivery_id, now=now())
    context = {"told": told, "poll": reverse("delivery-progress", args=[delivery_id])}
    response = render(request, "casework/_progress.html", context)
    if not told.is_under_way:
        response["HX-Refresh"] = "true"
    return response


@require_safe
def rejects(request: HttpRequest, delivery_id: UUID) -> HttpResponse:
    file = queries.get_rejected_rows(actor_of(request), delivery_id, now=now())
    header = [_("Rij"), _("Reden"), *file.header[2:]]
    rows = ([number, _(reason), *values] for number, reason, *values in file.rows)
    response = HttpResponse(
        b"".join(line.encode() for line in csv_lines(header, rows)),
        content_type="text/csv; charset=utf-8",
    )
    response["Content-Disposition"] = 'attachment; filename="afgewezen-rijen.csv"'
    return response


@require_http_methods(["GET", "POST"])
def discard(request: HttpRequest, delivery_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_delivery(actor, delivery_id, now=now())
    if request.method == "POST":
        actions.discard_delivery(actor, delivery_id, now=now())
        messages.success(request, _("De levering is weggegooid, met het bestand."))
        return redirect("request", page.request.id)
    context = {
        "question": _("Deze levering weggooien?"),
        "explanation": _("Het bestand wordt verwijderd. Er is niets van ingelezen."),
        "confirm_label": _("Weggooien"),
        "cancel_url": reverse("delivery", args=[delivery_id]),
        "danger": True,
    }
    return render(request, "confirm.html", context)
