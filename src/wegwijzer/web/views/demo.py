"""The door of the demo world: become somebody with one click. Exists only in the demo."""

from dataclasses import dataclass
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from wegwijzer.kernel.actor import system_actor
from wegwijzer.kernel.text import gettext_noop
from wegwijzer.network.queries import PersonRow, list_people, list_regions
from wegwijzer.network.rules import ROLE_LABELS, Role
from wegwijzer.web.middleware import SESSION_KEY

# Under which heading a persona stands: the first of these roles that somebody has.
GROUPS: tuple[tuple[str, str, tuple[Role, ...]], ...] = (
    (
        "bureau",
        gettext_noop("Het RIEC-bureau: coördineert, voert regie, analyseert"),
        (Role.SIGNAL_COORDINATOR, Role.CASE_DIRECTOR, Role.INFORMATION_ANALYST),
    ),
    (
        "partners",
        gettext_noop("Partners: melden, wegen en leveren"),
        (Role.PARTNER_REPORTER, Role.DATA_SUPPLIER),
    ),
    (
        "guard",
        gettext_noop("Toetsing en verantwoording"),
        (
            Role.PRIVACY_OFFICER,
            Role.COORDINATING_DPO,
            Role.AUDITOR,
            Role.LEGALITY_COMMITTEE_MEMBER,
        ),
    ),
    (
        "steer",
        gettext_noop("Sturen en ontwikkelen"),
        (Role.RIEC_HEAD, Role.STEERING_MEMBER, Role.LIEC_STAFF),
    ),
    (
        "manage",
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
    people = [
        person
        for region in list_regions(on=now().date())
        for person in list_people(system_actor("Demo"), on=now().date(), region_id=region.id)
    ]
    if request.method == "POST":
        return _enter(request, people)
    by_name = {person.name: person for person in people}
    tour = [(step, _door(by_name[name])) for name, step in TOUR if name in by_name]
    return render(request, "demo/door.html", {"groups": _grouped(people), "tour": tour})


def _enter(request: HttpRequest, people: list[PersonRow]) -> HttpResponse:
    chosen = request.POST.get("designation", "")
    person = next((p for p in people if str(p.designation_id) == chosen), None)
    if person is None:
        raise Http404
    user = get_user_model().objects.get(pk=person.id)
    get_adapter().login(request, user)
    request.session[SESSION_KEY] = chosen
    return redirect("home")


def _grouped(people: list[PersonRow]) -> list[tuple[str, list[Door]]]:
    left, found = list(people), []
    for _key, heading, roles in GROUPS:
        inside = [p for p in left if not set(roles).isdisjoint(p.roles)]
        left = [p for p in left if p not in inside]
        if inside:
            found.append((str(_(heading)), [_door(p) for p in inside]))
    if left:
        found.append((str(_("Anderen")), [_door(p) for p in left]))
    return found


def _door(person: PersonRow) -> Door:
    roles = tuple(str(_(ROLE_LABELS[Role(role)])) for role in person.roles)
    return Door(person.id, person.designation_id, person.name, person.participant_name, roles)
