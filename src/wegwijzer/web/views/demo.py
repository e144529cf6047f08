"""The door of the demo world: become somebody with one click. Exists only in the demo."""

from dataclasses import dataclass
from uuid import UUID

from allauth.account.adapter import get_adapter
from allauth.account.utils import get_next_redirect_url
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from wegwijzer.kernel.actor import system_actor
from wegwijzer.kernel.text import gettext_noop
from wegwijzer.network.queries import PersonRow, list_people
from wegwijzer.network.rules import ROLE_LABELS, Role
from wegwijzer.web.middleware import SESSION_KEY

# The headings in the order of the work: a persona stands under the last that has a role of theirs,
# where the first of their roles stands.
GROUPS: tuple[tuple[str, tuple[Role, ...]], ...] = (
    (
        gettext_noop("Deelnemers: melden, wegen, leveren en ingrijpen"),
        (
            Role.PARTNER_REPORTER,
            Role.WEIGHING_MEMBER,
            Role.DATA_SUPPLIER,
            Role.INTERVENTION_OWNER,
            Role.MUNICIPAL_FINANCE_OFFICER,
        ),
    ),
    (
        gettext_noop("Het RIEC: coördineert, voert regie, analyseert en stuurt"),
        (
            Role.SIGNAL_COORDINATOR,
            Role.CASE_DIRECTOR,
            Role.INFORMATION_ANALYST,
            Role.STEERING_MEMBER,
            Role.ACCOUNT_MANAGER,
        ),
    ),
    (
        gettext_noop("Het netwerk: hoofden van de regio's, LIEC, projecten en opleiding"),
        (
            Role.RIEC_HEAD,
            Role.HEADS_COUNCIL,
            Role.LIEC_STAFF,
            Role.PORTFOLIO_LEAD,
            Role.PROJECT_LEAD,
            Role.TRAINER,
            Role.TRAINEE,
        ),
    ),
    (
        gettext_noop("Toetsing en verantwoording"),
        (
            Role.PRIVACY_OFFICER,
            Role.COORDINATING_DPO,
            Role.LEGALITY_COMMITTEE_MEMBER,
            Role.CONTACT_POINT_OFFICER,
            Role.AUDITOR,
        ),
    ),
    (
        gettext_noop("Beheer: mensen aanwijzen, rollen geven, systeem"),
        (Role.PARTICIPANT_ADMIN, Role.ACCESS_MANAGER, Role.SUPPORT_ENGINEER),
    ),
)
# Who plays the five steps of the tour, in order; the last is not involved and finds nothing.
TOUR = (
    ("Sanne Voorbeeld", _("1. Meld een signaal")),
    ("Marit Stelsel", _("2. Doe de intaketoets")),
    ("Bram Sprookstra", _("3. Weeg het met de anderen")),
    ("Daan Regie", _("4. Open een casus en vraag gegevens")),
    ("Lotte Verzon", _("5. Antwoord en lever een bestand")),
    ("Fleur Papieren", _("En kijk als wie niet betrokken is")),
)


@dataclass(frozen=True, slots=True)
class Door:
    """A persona as it stands on the page."""

    person_id: UUID
    designation_id: UUID
    name: str
    participant: str
    roles: tuple[str, ...]


@login_not_required
def door(request: HttpRequest) -> HttpResponse:
    if not settings.DEMO:
        raise Http404
    people = list_people(system_actor("Demo"), on=now().date(), everywhere=True)
    if request.method == "POST":
        return _enter(request, people)
    by_name = {person.name: person for person in people}
    tour = [(step, _door(by_name[name])) for name, step in TOUR if name in by_name]
    return render(request, "demo/door.html", {"groups": _grouped(people), "tour": tour})


def _enter(request: HttpRequest, people: list[PersonRow]) -> HttpResponse:
    """Sign in as who was chosen, and go on to the page that was asked for before."""
    chosen = request.POST.get("designation", "")
    person = next((p for p in people if str(p.designation_id) == chosen), None)
    if person is None:
        raise Http404
    user = get_user_model().objects.get(pk=person.id)
    get_adapter().login(request, user)
    request.session[SESSION_KEY] = chosen
    return redirect(get_next_redirect_url(request) or "home")


def _grouped(people: list[PersonRow]) -> list[tuple[str, list[Door]]]:
    inside: dict[int, list[PersonRow]] = {}
    for person in people:
        inside.setdefault(_place(person)[0], []).append(person)
    headings = [heading for heading, _roles in GROUPS]
    return [
        (str(_(headings[group])), [_door(p) for p in sorted(inside[group], key=_place)])
        for group in sorted(inside)
    ]


def _place(person: PersonRow) -> tuple[int, int]:
    """Return the number of the heading somebody stands under, and how far down."""
    places = [
        (group, roles.index(Role(role)))
        for group, (_heading, roles) in enumerate(GROUPS)
        for role in person.roles
        if role in roles
    ]
    last = max(places, default=(len(GROUPS) - 1, 0))[0]
    return min((place for place in places if place[0] == last), default=(last, 0))


def _door(person: PersonRow) -> Door:
    roles = tuple(str(_(ROLE_LABELS[Role(role)])) for role in person.roles)
    return Door(person.id, person.designation_id, person.name, person.works_for, roles)
