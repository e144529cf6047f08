"""Read who holds which right, for who manages rights."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Prefetch, Q, QuerySet

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotAllowed, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import reading
from wegwijzer.network.demands import Shortfalls, shortfalls
from wegwijzer.network.models import Designation, Person, RoleGrant
from wegwijzer.network.queries.people import valid
from wegwijzer.network.rules import MANAGERS, Role


@dataclass(frozen=True, slots=True)
class GrantRow:
    """A role of a designation, its period, and the trainings without which it does not count."""

    role: str
    starts_on: date
    ends_on: date | None
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DesignationRow:
    """A designation with its period and all its roles, past and coming."""

    id: UUID
    participant_id: UUID
    participant_name: str
    region_name: str
    starts_on: date
    ends_on: date | None
    grants: tuple[GrantRow, ...]


@dataclass(frozen=True, slots=True)
class ClearanceRow:
    """A screening or training of a person."""

    kind: str
    reference: str
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Somebody of the network with every right they hold, for who manages rights."""

    id: UUID
    name: str
    email: str
    is_active: bool
    designations: tuple[DesignationRow, ...]
    clearances: tuple[ClearanceRow, ...]


@dataclass(frozen=True, slots=True)
class RightRow:
    """The roles that somebody has or will have until one day, for the review of rights.

    ``lacks`` names the trainings that keep a role from counting; of each the role and the title.
    """

    person_id: UUID
    name: str
    participant_name: str
    roles: tuple[str, ...]
    starts_on: date
    ends_on: date | None
    lacks: tuple[tuple[str, str], ...] = ()


def visible_people(actor: Actor) -> QuerySet[Person]:
    """Return the people whom this actor manages: of the own participant, or of the own region.

    Somebody whom nobody designated yet is there for every manager.
    """
    mine = Q(designations__isnull=True) | Q(designations__in=_managed(actor))
    return Person.objects.filter(id__in=Person.objects.filter(mine).values("id"))


def keeps_account(actor: Actor, person_id: UUID, *, on: date) -> bool:
    """Return whether the actor keeps somebody's account: not of who works for another by now."""
    running = Designation.objects.filter(valid(on), person_id=person_id)
    if running.exists() and not running.filter(id__in=_managed(actor)).exists():
        return False
    return visible_people(actor).filter(id=person_id).exists()


def _managed(actor: Actor) -> QuerySet[Designation, Any]:
    """Return the ids of the designations that this actor manages, past ones too."""
    mine = Q(pk__in=[])
    if actor.has(Role.PARTICIPANT_ADMIN):
        mine |= Q(participant_id=actor.participant_id)
    if actor.has(Role.ACCESS_MANAGER):
        mine |= Q(region_id=actor.region_id)
    return Designation.objects.filter(mine).values("id")


def list_rights(actor: Actor, *, on: date) -> list[RightRow]:
    """List every role in the region that hasn't ended, what ends first in front, for the review.

    Bron: BIO2 5.18.02.
    """
    _check_manages(actor)
    grants = (
        RoleGrant.objects.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=on),
            designation__region_id=actor.region_id,
            designation__person__is_active=True,
        )
        .select_related("designation__person", "designation__participant")
        .order_by(F("ends_on").asc(nulls_last=True), "designation__person__name", "designation")
    )
    if not actor.has(Role.ACCESS_MANAGER):
        grants = grants.filter(designation__participant_id=actor.participant_id)
    rows = list(grants)
    lacking = shortfalls({one.designation.person_id for one in rows}, on)
    together: dict[tuple[UUID, date, date | None], list[RoleGrant]] = {}
    for grant in rows:
        key = (grant.designation_id, grant.starts_on, grant.ends_on)
        together.setdefault(key, []).append(grant)
    return [_right_row(same, lacking) for same in together.values()]


def _right_row(grants: list[RoleGrant], lacking: Shortfalls) -> RightRow:
    grant = grants[0]
    roles = sorted(one.role for one in grants)
    return RightRow(
        grant.designation.person_id,
        grant.designation.person.name,
        grant.designation.participant.name,
        tuple(roles),
        grant.starts_on,
        grant.ends_on,
        tuple(
            (role, title)
            for role in roles
            for title in lacking.get((grant.designation.person_id, role), ())
        ),
    )


def list_undesignated(actor: Actor, *, on: date) -> list[tuple[UUID, str]]:
    """List the id and name of whoever may sign in but was not designated, or no longer is."""
    _check_manages(actor)
    designated = Designation.objects.filter(valid(on)).values("person_id")
    rows = visible_people(actor).exclude(id__in=designated).order_by("name", "id")
    return list(rows.values_list("id", "name"))


def _check_manages(actor: Actor) -> None:
    if not actor.has(*MANAGERS):
        raise NotAllowed(_("Alleen wie mensen aanwijst of toegang beheert ziet dit."))


@reading
def get_person(actor: Actor, person_id: UUID, *, on: date) -> PersonPage:
    """Return somebody with all designations, roles and clearances, for who manages rights."""
    _check_manages(actor)
    person = (
        visible_people(actor)
        .filter(id=person_id)
        .prefetch_related(
            "clearances",
            Prefetch(
                "designations",
                Designation.objects.select_related("participant", "region").prefetch_related(
                    "grants"
                ),
            ),
        )
        .first()
    )
    if person is None:
        raise NotFound
    lacking = shortfalls({person.id}, on)
    return PersonPage(
        person.id,
        person.name,
        person.email,
        person.is_active,
        tuple(_designation_row(d, lacking, on) for d in person.designations.all()),
        tuple(
            ClearanceRow(c.kind, c.reference, c.starts_on, c.ends_on)
            for c in person.clearances.all()
        ),
    )


def get_designated(actor: Actor, designation_id: UUID, *, on: date) -> PersonPage:
    """Return whoever was designated so, as the page of that person tells it."""
    holder = Designation.objects.filter(id=designation_id).values_list("person_id", flat=True)
    if (person_id := holder.first()) is None:
        raise NotFound
    return get_person(actor, person_id, on=on)


def _designation_row(designation: Designation, lacking: Shortfalls, on: date) -> DesignationRow:
    return DesignationRow(
        designation.id,
        designation.participant_id,
        designation.participant.name,
        designation.region.name,
        designation.starts_on,
        designation.ends_on,
        tuple(
            _grant_row(one, lacking.get((designation.person_id, one.role), ()), on)
            for one in designation.grants.all()
        ),
    )


def _grant_row(grant: RoleGrant, lacks: tuple[str, ...], on: date) -> GrantRow:
    ended = grant.ends_on is not None and grant.ends_on < on
    return GrantRow(grant.role, grant.starts_on, grant.ends_on, () if ended else lacks)
