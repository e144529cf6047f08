"""Beheer: participants, people, who designated whom, and which roles they hold."""

from datetime import date, timedelta
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotAllowed, NotFound
from wegwijzer.law.vocabulary import ORGANS, ParticipantKind
from wegwijzer.network import actions, queries
from wegwijzer.network.rules import (
    CLEARANCE_LABELS,
    MANAGERS,
    ROLE_LABELS,
    ClearanceKind,
    Period,
    Role,
)
from wegwijzer.web.answers import acted
from wegwijzer.web.forms.network import (
    ClearanceForm,
    IdentifiedForm,
    LastDayForm,
    ParticipantForm,
    PasswordForm,
    PeriodForm,
    PersonForm,
    RoleForm,
)

SOON = timedelta(days=30)


def _manager(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not actor.has(*MANAGERS):
        raise NotAllowed("Alleen wie mensen aanwijst of toegang beheert ziet dit.")
    return actor


def people(request: HttpRequest) -> HttpResponse:
    actor = _manager(request)
    # Who designates for one organ can open its people only; others are not named.
    organ = None if actor.has(Role.ACCESS_MANAGER) else actor.participant_id
    found = queries.list_people(actor, on=now().date(), participant_id=organ)
    rows = [(row, _roles(row.roles)) for row in found]
    waiting = queries.list_undesignated(actor, on=now().date())
    return render(request, "network/people.html", {"rows": rows, "waiting": waiting})


def rights(request: HttpRequest) -> HttpResponse:
    actor, today = _manager(request), now().date()
    rows = [
        (row, _roles(row.roles), _how_long(row.ends_on, today), _lacks(row.lacks))
        for row in queries.list_rights(actor, on=today)
    ]
    return render(request, "network/rights.html", {"rows": rows})


def _roles(roles: tuple[str, ...]) -> str:
    return ", ".join(_(ROLE_LABELS[Role(role)]) for role in roles)


def _lacks(missing: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """Return the name of each role that does not count today, with the training it asks for."""
    return [(_(ROLE_LABELS[Role(role)]), title) for role, title in missing]


def _how_long(ends_on: date | None, today: date) -> tuple[str, str]:
    """Return what the reviewer should know of an end date, and how pressing it is."""
    if ends_on is None:
        return _("Geen einddatum"), "warning"
    if ends_on <= today + SOON:
        return _("Loopt bijna af"), "danger"
    return _("Heeft een einddatum"), "success"


def participants(request: HttpRequest) -> HttpResponse:
    actor = _manager(request)
    rows = [
        (row, ORGANS[ParticipantKind(row.kind)])
        for row in queries.list_participants(actor, on=now().date())
    ]
    return render(request, "network/participants.html", {"rows": rows})


def add_participant(request: HttpRequest) -> HttpResponse:
    actor, form = _manager(request), ParticipantForm(request.POST or None)
    if form.is_valid() and acted(
        request,
        form,
        lambda: actions.add_participant(
            actor, region_id=actor.region_id, now=now(), **form.cleaned_data
        ),
        _("De deelnemer is toegevoegd."),
    ):
        return redirect("participants")
    return _form(request, form, _("Deelnemer toevoegen"), "participants")


def add_person(request: HttpRequest) -> HttpResponse:
    actor, form = _manager(request), PersonForm(request.POST or None)
    made: list[UUID] = []
    if form.is_valid() and acted(
        request,
        form,
        lambda: made.append(actions.add_person(actor, now=now(), **form.cleaned_data)),
        _("De persoon is toegevoegd. Wijs deze nu aan."),
    ):
        return redirect("person", made[0])
    return _form(request, form, _("Persoon toevoegen"), "manage")


def person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor = _manager(request)
    page = queries.get_person(actor, person_id, on=now().date())
    designations = [
        (d, [(g, _(ROLE_LABELS[Role(g.role)])) for g in d.grants]) for d in page.designations
    ]
    clearances = [(c, _(CLEARANCE_LABELS[ClearanceKind(c.kind)])) for c in page.clearances]
    return render(
        request,
        "network/person.html",
        {
            "person": page,
            "designations": designations,
            "clearances": clearances,
            "may_designate": actor.has(Role.PARTICIPANT_ADMIN),
            "may_grant": actor.has(Role.ACCESS_MANAGER),
            "is_self": page.id == actor.person_id,
            "keeps_account": queries.keeps_account(actor, page.id, on=now().date()),
            "asked": queries.find_reset(actor, page.id, now=now()),
            "actor_id": actor.person_id,
        },
    )


def designate(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor = _manager(request)
    page = queries.get_person(actor, person_id, on=now().date())
    form = PeriodForm(request.POST or None, initial={"starts_on": now().date()})
    if form.is_valid() and acted(
        request,
        form,
        lambda: actions.designate(
            actor,
            person_id,
            participant_id=actor.participant_id,
            region_id=actor.region_id,
            period=Period(**form.cleaned_data),
            now=now(),
        ),
        _("De persoon is aangewezen. Een toegangsbeheerder geeft nu de rol."),
    ):
        return redirect("person", person_id)
    title = _("%(name)s aanwijzen namens %(participant)s") % {
        "name": page.name,
        "participant": actor.participant_name,
    }
    return _form(request, form, title, "person", person_id)


def end_designation(request: HttpRequest, designation_id: UUID) -> HttpResponse:
    actor, today = _manager(request), now().date()
    page = queries.get_designated(actor, designation_id, on=today)
    form = LastDayForm(request.POST or None, initial={"last_day": today})
    if form.is_valid() and acted(
        request,
        form,
        lambda: actions.end_designation(actor, designation_id, now=now(), **form.cleaned_data),
        _("De aanwijzing eindigt op die dag, met alle rollen erin."),
    ):
        return redirect("person", page.id)
    question = _("De aanwijzing van %(name)s beëindigen?") % {"name": page.name}
    explanation = _(
        "Na de laatste dag kan %(name)s namens uw deelnemer niets meer zien of doen: alle rollen "
        "in deze aanwijzing eindigen mee. Wat al is gedaan, blijft bewaard."
    ) % {"name": page.name}
    return _confirm(request, page, question, explanation, _("Aanwijzing beëindigen"), form)


def grant_role(request: HttpRequest, designation_id: UUID) -> HttpResponse:
    actor = _manager(request)
    form = RoleForm(request.POST or None, initial={"starts_on": now().date()})
    if form.is_valid():
        told = form.cleaned_data
        period = Period(told["starts_on"], told["ends_on"])
        if acted(
            request,
            form,
            lambda: actions.grant_role(
                actor, designation_id, role=Role(told["role"]), period=period, now=now()
            ),
            _("De rol is gegeven."),
        ):
            return redirect("manage")
    return _form(request, form, _("Rol geven"), "manage")


@require_http_methods(["GET", "POST"])
def revoke_role(request: HttpRequest, designation_id: UUID, role: str) -> HttpResponse:
    actor = _manager(request)
    if role not in set(Role):
        raise NotFound
    page = queries.get_designated(actor, designation_id, on=now().date())
    if request.method == "POST":
        actions.revoke_role(actor, designation_id, role=Role(role), now=now())
        messages.success(request, _("De rol is ingetrokken."))
        return redirect("person", page.id)
    told = {"name": page.name, "role": _(ROLE_LABELS[Role(role)])}
    question = _("De rol %(role)s van %(name)s intrekken?") % told
    explanation = _(
        "%(name)s verliest meteen wat deze rol geeft. Wat al is gedaan, blijft bewaard. "
        "U kunt de rol later opnieuw geven."
    )
    return _confirm(request, page, question, explanation % told, _("Rol intrekken"))


def clearance(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor = _manager(request)
    page = queries.get_person(actor, person_id, on=now().date())
    form = ClearanceForm(request.POST or None, initial={"starts_on": now().date()})
    if form.is_valid():
        told = form.cleaned_data
        period = Period(told["starts_on"], told["ends_on"])
        if acted(
            request,
            form,
            lambda: actions.record_clearance(
                actor,
                person_id,
                kind=ClearanceKind(told["kind"]),
                reference=told["reference"],
                period=period,
                now=now(),
            ),
            _("De screening of opleiding is vastgelegd."),
        ):
            return redirect("person", person_id)
    title = _("Screening of opleiding van %(name)s") % {"name": page.name}
    return _form(request, form, title, "person", person_id)


@require_http_methods(["GET", "POST"])
def block(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor = _manager(request)
    if request.method == "POST":
        actions.block_person(actor, person_id, now=now())
        messages.success(request, _("Het account is geblokkeerd. Lopende sessies zijn beëindigd."))
        return redirect("person", person_id)
    page = queries.get_person(actor, person_id, on=now().date())
    question = _("Het account van %(name)s blokkeren?") % {"name": page.name}
    explanation = _(
        "%(name)s kan zich dan niet meer aanmelden. Een lopende sessie stopt bij de volgende stap. "
        "Wat al is gedaan, blijft bewaard. U kunt het account later weer vrijgeven."
    ) % {"name": page.name}
    return _confirm(request, page, question, explanation, _("Account blokkeren"))


@require_POST
def unblock(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actions.unblock_person(_manager(request), person_id, now=now())
    messages.success(request, _("Het account is weer open."))
    return redirect("person", person_id)


def password(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor = _manager(request)
    page = queries.get_person(actor, person_id, on=now().date())
    form = PasswordForm(request.POST or None)
    if form.is_valid() and acted(
        request,
        form,
        lambda: actions.replace_password(actor, person_id, now=now(), **form.cleaned_data),
        _("Het nieuwe wachtwoord geldt. Geef het persoonlijk door, niet per mail."),
    ):
        return redirect("person", person_id)
    title = _("Nieuw wachtwoord voor %(name)s") % {"name": page.name}
    return _form(request, form, title, "person", person_id)


def second_step(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Ask that a lost second step is put back; the second of two managers confirms it."""
    actor = _manager(request)
    page = queries.get_person(actor, person_id, on=now().date())
    asked = queries.find_reset(actor, person_id, now=now())
    form = IdentifiedForm(request.POST or None)
    act = actions.confirm_second_step_reset if asked else actions.ask_second_step_reset
    said = (
        _("De tweede stap is teruggezet en lopende sessies zijn beëindigd.")
        if asked
        else _("Het verzoek wacht een dag op bevestiging door een tweede persoon.")
    )
    if form.is_valid() and acted(
        request, form, lambda: act(actor, person_id, now=now(), **form.cleaned_data), said
    ):
        return redirect("person", person_id)
    title = _("Tweede stap van %(name)s terugzetten") % {"name": page.name}
    return _form(request, form, title, "person", person_id, asked=asked)


def _form(
    request: HttpRequest,
    form: object,
    title: str,
    back: str,
    back_id: UUID | None = None,
    **told: object,
) -> HttpResponse:
    status = 422 if getattr(form, "errors", None) else 200
    values = {"form": form, "title": title, "back": back, "back_id": back_id, **told}
    return render(request, "network/form.html", values, status=status)


def _confirm(
    request: HttpRequest,
    page: queries.PersonPage,
    question: str,
    explanation: str,
    label: str,
    form: Form | None = None,
) -> HttpResponse:
    """Say what an act takes from somebody before it is done."""
    context = {
        "question": question,
        "explanation": explanation,
        "confirm_label": label,
        "cancel_url": reverse("person", args=[page.id]),
        "about": page.name,
        "danger": True,
        "form": form,
    }
    return render(request, "confirm.html", context, status=422 if form and form.errors else 200)
