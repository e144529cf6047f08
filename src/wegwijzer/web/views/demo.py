"""The door of the demo world: become somebody with one click. Exists only in the demo."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from wegwijzer.kernel.actor import system_actor
from wegwijzer.network.queries import PersonRow, list_people, list_regions
from wegwijzer.network.rules import ROLE_LABELS, Role
from wegwijzer.web.middleware import SESSION_KEY

# Under which heading a persona stands: the first of these roles that somebody has.
GROUPS: tuple[tuple[str, str, tuple[Role, ...]], ...] = (
    (
        "bureau",
        "Het RIEC-bureau: coördineert, voert regie, analyseert",
        (Role.SIGNAL_COORDINATOR, Role.CASE_DIRECTOR, Role.INFORMATION_ANALYST),
    ),
    ("partners", "Partners: melden, wegen en leveren", (Role.PARTNER_REPORTER, Role.DATA_SUPPLIER)),
    (
        "guard",
        "Toetsing en verantwoording",
        (
            Role.PRIVACY_OFFICER,
            Role.COORDINATING_DPO,
            Role.AUDITOR,
            Role.LEGALITY_COMMITTEE_MEMBER,
        ),
    ),
    ("steer", "Sturen en ontwikkelen", (Role.RIEC_HEAD, Role.STEERING_MEMBER, Role.LIEC_STAFF)),
    (
        "manage",
        "Beheer: mensen aanwijzen, rollen geven, systeem",
        (Role.PARTICIPANT_ADMIN, Role.ACCESS_MANAGER, Role.SUPPORT_ENGINEER),
    ),
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
    return render(request, "demo/door.html", {"groups": _grouped(people)})


def _enter(request: HttpRequest, people: list[PersonRow]) -> HttpResponse:
    chosen = request.POST.get("designation", "")
    person = next((p for p in people if str(p.designation_id) == chosen), None)
    if person is None:
        raise Http404
    user = get_user_model().objects.get(pk=person.id)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session[SESSION_KEY] = chosen
    return redirect("home")


def _grouped(people: list[PersonRow]) -> list[tuple[str, list[Door]]]:
    left, found = list(people), []
    for _key, heading, roles in GROUPS:
        inside = [p for p in left if not set(roles).isdisjoint(p.roles)]
        left = [p for p in left if p not in inside]
        if inside:
            found.append((_(heading), [_door(p) for p in inside]))
    if left:
        found.append((_("Anderen"), [_door(p) for p in left]))
    return found


def _door(person: PersonRow) -> Door:
    roles = tuple(_(ROLE_LABELS[Role(role)]) for role in person.roles)
    return Door(person.id, person.designation_id, person.name, person.participant_name, roles)
