"""Requests for data: made in a case, answered by a supplier."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wegwijzer.casework import actions, queries
from wegwijzer.casework.queries import RequestPage, RequestRow
from wegwijzer.casework.rules import RequestStatus
from wegwijzer.kernel.errors import DomainError, Invalid, NotAllowed
from wegwijzer.law.parameters import REQUEST_DAYS
from wegwijzer.law.vocabulary import CATEGORY_LABELS, RequestAnswer
from wegwijzer.subjects.rules import KIND_LABELS, SubjectKind, SubjectRole
from wegwijzer.web import params
from wegwijzer.web.forms.casework import QuestionForm, ReasonForm
from wegwijzer.web.forms.deliveries import ProvidedForm, RefusalForm
from wegwijzer.web.forms.signals import SubjectForm
from wegwijzer.web.middleware import sentence
from wegwijzer.web.views.case_room import about
from wegwijzer.web.views.casework import actor_of, refused_on

BADGES: dict[RequestStatus, str] = {
    RequestStatus.ASKED: "info",
    RequestStatus.PROVIDED: "success",
    RequestStatus.REFUSED: "danger",
}
NOBODY = "geen"


def badge_of(row: RequestRow) -> tuple[str, str]:
    """Return the words and the kind of the badge of a request."""
    if row.is_late:
        return _("Over de termijn"), "danger"
    return _(row.status_label), BADGES.get(row.status, "neutral")


def shown(rows: list[RequestRow]) -> list[tuple[RequestRow, str, str]]:
    """Return each request with its badge."""
    return [(row, *badge_of(row)) for row in rows]


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    context = {
        "waiting": shown(queries.list_open_requests(actor, now=now())),
        "answered": shown(queries.list_answered_requests(actor, now=now())),
    }
    return render(request, "casework/inbox.html", context)


@require_safe
def case_requests(request: HttpRequest, case_id: UUID) -> HttpResponse:
    page = queries.list_requests(actor_of(request), case_id, now=now())
    context = about(page.head, "requests") | {"page": page, "rows": shown(page.requests)}
    return render(request, "casework/requests.html", context)


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, case_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.list_requests(actor, case_id, now=now())
    if not page.head.is_staff:
        raise NotAllowed(_("Alleen de casusregisseur en de analisten van deze casus vragen."))
    first = {"due_date": now().date() + timedelta(days=REQUEST_DAYS.value)}
    form = QuestionForm(request.POST or None, askable=page.askable, initial=first)
    verdict = page.verdict
    if request.method == "POST" and form.is_valid():
        try:
            actions.request_data(actor, case_id, form.asked(), now=now())
        except Invalid as wrong:
            refused_on(form, wrong)
        except NotAllowed as wrong:
            if wrong.verdict is None:
                raise
            verdict = wrong.verdict
            form.add_error(None, sentence(wrong))
        else:
            messages.success(request, _("Het verzoek is verstuurd."))
            return redirect("case-requests", case_id)
    hints = [
        (one.name, [_(CATEGORY_LABELS[c]) for c in CATEGORY_LABELS if c in one.usually])
        for one in page.askable
    ]
    context = about(page.head, "requests") | {"form": form, "verdict": verdict, "hints": hints}
    status = 422 if request.method == "POST" else 200
    return render(request, "casework/ask.html", context, status=status)


@require_safe
def one(request: HttpRequest, request_id: UUID) -> HttpResponse:
    page = queries.get_request(actor_of(request), request_id, now=now())
    return render(request, "casework/request.html", _about(page))


def _about(page: RequestPage) -> dict[str, Any]:
    status, kind = badge_of(page.row)
    return {"page": page, "row": page.row, "status": status, "kind": kind}


def _own(request: HttpRequest, request_id: UUID) -> RequestPage:
    """Return a request that the actor may answer now."""
    page = queries.get_request(actor_of(request), request_id, now=now())
    if not page.is_own or not page.takes_data:
        raise NotAllowed(_("Alleen een leverancier van de gevraagde deelnemer kan antwoorden."))
    return page


@require_http_methods(["GET", "POST"])
def nothing(request: HttpRequest, request_id: UUID) -> HttpResponse:
    page = _own(request, request_id)
    if request.method == "POST":
        actions.answer_request(actor_of(request), request_id, RequestAnswer.NOTHING_HELD, now=now())
        messages.success(request, _("Uw antwoord ‘niets voorhanden’ is vastgelegd."))
        return redirect("request", request_id)
    context = {
        "question": _("Heeft uw deelnemer niets voorhanden?"),
        "explanation": _(
            "U antwoordt dat uw deelnemer niets heeft van wat is gevraagd. "
            "Vindt u later toch iets, dan kunt u het alsnog leveren."
        ),
        "confirm_label": _("Niets voorhanden"),
        "cancel_url": reverse("request", args=[page.row.id]),
        "about": page.row.case_number,
    }
    return render(request, "confirm.html", context)


@require_http_methods(["GET", "POST"])
def refuse(request: HttpRequest, request_id: UUID) -> HttpResponse:
    page = _own(request, request_id)
    form = RefusalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_request(
                actor_of(request),
                request_id,
                RequestAnswer.REFUSED,
                reason=form.cleaned_data["reason"],
                now=now(),
            )
        except NotAllowed as wrong:
            form.add_error("reason", sentence(wrong))
        else:
            messages.success(request, _("De weigering is vastgelegd; de redenen blijven bij u."))
            return redirect("request", request_id)
    context = {
        "question": _("Het verzoek weigeren?"),
        "explanation": _(
            "De wet verplicht om te verstrekken, tenzij zwaarwegende redenen zich daartegen "
            "verzetten (Wgs art. 1.5 lid 1)."
        ),
        "confirm_label": _("Weigeren"),
        "cancel_url": reverse("request", args=[page.row.id]),
        "about": page.row.case_number,
        "danger": True,
        "form": form,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "confirm.html", context, status=status)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, request_id: UUID) -> HttpResponse:
    page = queries.get_request(actor_of(request), request_id, now=now())
    if not page.head.is_staff:
        raise NotAllowed(_("Alleen wie de casus uitvoert trekt een verzoek in."))
    if request.method == "POST":
        actions.withdraw_request(actor_of(request), request_id, now=now())
        messages.success(request, _("Het verzoek is ingetrokken."))
        return redirect("case-requests", page.head.id)
    context = {
        "question": _("Dit verzoek intrekken?"),
        "explanation": _("De deelnemer hoeft dan niet meer te antwoorden en kan niets leveren."),
        "confirm_label": _("Intrekken"),
        "cancel_url": reverse("request", args=[request_id]),
        "about": page.row.case_number,
        "danger": True,
    }
    return render(request, "confirm.html", context)


@require_http_methods(["GET", "POST"])
def deliver(request: HttpRequest, request_id: UUID) -> HttpResponse:
    page = _own(request, request_id)
    kind = _kind(request)
    asked = [(key, label) for key, label, _tier in page.categories]
    first = {"first_processed_date": now().date()}
    form = ProvidedForm(request.POST or None, categories=asked, initial=first)
    subject = _subject_form(request, kind)
    if request.method == "POST" and form.is_valid() and (subject is None or subject.is_valid()):
        try:
            facts = subject.facts(page.row.participant_id, now().date()) if subject else None
            actions.deliver_form(actor_of(request), request_id, [form.item(facts)], now=now())
        except (Invalid, NotAllowed) as wrong:
            _tell(form, subject, wrong)
        else:
            messages.success(request, _("Het gegeven is verstrekt en voor de betrokkenen te zien."))
            again = request.POST.get("do") == "again"
            return redirect("deliver" if again else "request", request_id)
    context = _about(page) | {
        "form": form,
        "subject": subject,
        "kind_now": kind.value if kind else NOBODY,
        "kinds": [
            *((one.value, _(label)) for one, label in KIND_LABELS.items()),
            (NOBODY, _("Niets of niemand")),
        ],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "casework/deliver.html", context, status=status)


def _kind(request: HttpRequest) -> SubjectKind | None:
    """Return about what sort of subject is provided; a person unless the address says otherwise."""
    if params.text(request, "kind") == NOBODY:
        return None
    return params.choice(request, "kind", SubjectKind) or SubjectKind.PERSON


def _subject_form(request: HttpRequest, kind: SubjectKind | None) -> SubjectForm | None:
    if kind is None:
        return None
    form = SubjectForm(
        request.POST or None,
        kind=kind,
        role=SubjectRole.SUBJECT,
        prefix="subject",
        initial={"kind": kind, "role": SubjectRole.SUBJECT},
    )
    form.fields.pop("circle_link", None)
    return form


def _tell(form: ProvidedForm, subject: SubjectForm | None, wrong: DomainError) -> None:
    """Put a refusal where it belongs: at the item, at the subject, or above both."""
    if wrong.field in form.fields:
        form.add_error(wrong.field, sentence(wrong))
    elif subject is not None and wrong.field in subject.fields:
        subject.add_error(wrong.field, sentence(wrong))
    else:
        form.add_error(None, sentence(wrong))


@require_http_methods(["GET", "POST"])
def withdraw_item(request: HttpRequest, ref: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_item(actor, ref, now=now())
    if not page.is_own:
        raise NotAllowed(_("Alleen de deelnemer die dit gegeven leverde kan het intrekken."))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw_item(actor, ref, reason=form.cleaned_data["reason"], now=now())
        except Invalid as wrong:
            refused_on(form, wrong)
        else:
            messages.success(request, _("Het gegeven is ingetrokken; niemand ziet het meer."))
            return redirect("case-items", page.head.id)
    context = {
        "question": _("Dit gegeven intrekken?"),
        "explanation": _("Niemand ziet het daarna nog. Wie het al las, kan het nog weten."),
        "confirm_label": _("Intrekken"),
        "cancel_url": reverse("item", args=[ref]),
        "about": page.head.number,
        "danger": True,
        "form": form,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "confirm.html", context, status=status)
