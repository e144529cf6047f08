"""Training: programmes, editions, one's own, and certificates."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wegwijzer.academy.actions import training as actions
from wegwijzer.academy.printing import render_certificate
from wegwijzer.academy.queries import training as queries
from wegwijzer.academy.queries.certificates import find_proof, get_certificate
from wegwijzer.academy.queries.demands import list_demands
from wegwijzer.academy.rules.training import MARKS, STANDING_LABELS, Standing, is_trainer
from wegwijzer.kernel.errors import NotFound
from wegwijzer.network.rules import ROLE_LABELS, Role
from wegwijzer.web import params
from wegwijzer.web.answers import acted, done
from wegwijzer.web.calendars import calendar_file, event
from wegwijzer.web.commons import actor_of
from wegwijzer.web.forms.academy import EvaluationForm, ProofForm
from wegwijzer.web.work.training import STANDING_BADGES

FONTS = Path(__file__).resolve().parents[1] / "static" / "build" / "fonts"


@require_safe
def training(request: HttpRequest) -> HttpResponse:
    actor, today = actor_of(request), now().date()
    context = {
        "programmes": queries.list_programmes(actor, today=today),
        "days": queries.list_calendar(actor, since=today, limit=40),
        "may_write": is_trainer(actor),
        "tab": "all",
    }
    return render(request, "academy/training.html", context)


@require_safe
def own(request: HttpRequest) -> HttpResponse:
    today = now().date()
    editions, held = queries.list_own(actor_of(request), today=today)
    context = {
        "coming": [(one.row, _stand(one.standing)) for one in reversed(editions)
                   if one.row.starts_on >= today],
        "past": [one.row for one in editions if one.row.starts_on < today],
        "certificates": held,
        "tab": "own",
    }  # fmt: skip
    return render(request, "academy/own.html", context)


def _stand(standing: Standing | None) -> tuple[str, str] | None:
    """Return how it stands with an edition in words, and as a badge."""
    return (_(STANDING_LABELS[standing]), STANDING_BADGES[standing]) if standing else None


@require_safe
def programme(request: HttpRequest, slug: str) -> HttpResponse:
    actor, today = actor_of(request), now().date()
    page = queries.get_programme(actor, slug, today=today)
    coming = [one for one in reversed(page.editions) if one.starts_on >= today]
    paid = [one for one in page.funding if one.amount is not None]
    context = {
        "page": page,
        "coming": coming,
        "past": [one for one in page.editions if one.starts_on < today],
        "shows_total": len(paid) > 1,
        "asked": [
            (_(ROLE_LABELS[Role(one.role)]), one.starts_on)
            for one in list_demands(actor, on=today, slug=slug)
        ],
        "may_write": is_trainer(actor),
    }
    return render(request, "academy/programme.html", context)


@require_http_methods(["GET", "POST"])
def edition(request: HttpRequest, edition_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_edition(actor, edition_id)
    wish = request.POST.get("do", "")
    form = EvaluationForm(request.POST if wish == "evaluate" else None)
    acts: dict[str, Callable[[], bool]] = {
        "enrol": lambda: done(
            request,
            lambda: actions.enrol(actor, edition_id, now=now()),
            _("U bent ingeschreven. Is de editie vol, dan staat u op de wachtlijst."),
        ),
        "cancel": lambda: done(
            request,
            lambda: actions.cancel_enrolment(actor, edition_id, now=now()),
            _("Uw inschrijving is ingetrokken. Uw plaats gaat naar wie het langst wacht."),
        ),
        "present": lambda: _noted(request),
        "certify": lambda: _certified(request, edition_id),
        "evaluate": lambda: _evaluated(request, edition_id, form),
    }
    if request.method == "POST" and wish not in acts:
        raise NotFound
    if wish and acts[wish]():
        return redirect("edition", edition_id)
    context = {
        "page": page,
        "stand": _stand(page.standing),
        "form": form,
        "trains": is_trainer(actor),
        "own_id": actor.person_id,
        "is_open": page.row.starts_on >= now().date() and not page.row.is_cancelled,
        "is_noted": any(one.present for one in page.sessions),
        "today": now().date(),
        "marks": [(_(MARKS[mark]), number) for mark, number in page.marks.items()],
    }
    return render(request, "academy/edition.html", context, status=422 if wish else 200)


def _noted(request: HttpRequest) -> bool:
    session = params.posted(request, "session")
    present = [params.known(one) for one in request.POST.getlist("present")]
    return done(
        request,
        lambda: actions.note_attendance(actor_of(request), session, present, now=now()),
        _("De aanwezigheid is genoteerd."),
    )


def _certified(request: HttpRequest, edition_id: UUID) -> bool:
    person = params.posted(request, "person")
    return done(
        request,
        lambda: actions.issue_certificate(actor_of(request), edition_id, person, now=now()),
        _("Het certificaat is uitgereikt."),
    )


def _evaluated(request: HttpRequest, edition_id: UUID, form: EvaluationForm) -> bool:
    def act() -> None:
        actions.evaluate(actor_of(request), edition_id, now=now(), **form.cleaned_data)

    return form.is_valid() and acted(request, form, act, _("Dank u wel voor uw oordeel."))


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    since = now().date() - timedelta(days=31)
    days = queries.list_calendar(actor_of(request), since=since)
    events = (
        event(request, f"{one.edition_id}-{one.day:%Y%m%d}", one.day,
              {"summary": one.title, "location": one.place},
              reverse("edition", args=[one.edition_id]))
        for one in days
    )  # fmt: skip
    return calendar_file(events, "opleidingen")


@require_safe
def certificate(request: HttpRequest, number: str) -> HttpResponse:
    row = get_certificate(actor_of(request), number, now=now())
    until, issued = date_format(row.valid_until), date_format(row.issued_on)
    content = {
        "heading": _("Certificaat"),
        "said": _("Het RIEC-LIEC-netwerk verklaart dat"),
        "name": row.name,
        "followed": _("alle onderdelen heeft gevolgd van de opleiding"),
        "title": row.title,
        "modules": list(row.modules),
        "valid": _("Uitgereikt op %(issued)s. Geldig tot en met %(until)s.")
        % {"issued": issued, "until": until},
        "check": _("Controleer dit certificaat op %(address)s")
        % {"address": request.build_absolute_uri(f"{reverse('proof')}?nummer={row.number}")},
        "number": row.number,
    }
    answer = HttpResponse(render_certificate(content, fonts=FONTS), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="certificaat-{row.number}.pdf"'
    return answer


@require_safe
def proof(request: HttpRequest) -> HttpResponse:
    """Tell anybody whether a certificate counts; never whose it is."""
    form = ProofForm(request.GET if "nummer" in request.GET else None)
    context: dict[str, Any] = {"form": form, "asked": form.is_valid()}
    if context["asked"]:
        number = form.cleaned_data["nummer"]
        context |= {"number": number, "found": find_proof(None, number, today=now().date())}
    return render(request, "academy/proof.html", context, status=422 if form.errors else 200)
