"""Which roles ask for a training that somebody must hold: without it the role does not count."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import TypeAlias
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from wegwijzer.network.models import Clearance, RoleDemand, RoleGrant
from wegwijzer.network.rules import ClearanceKind

# By person and role: the titles of the trainings that the role asks for and the person lacks.
Shortfalls: TypeAlias = dict[tuple[UUID, str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class DemandRow:
    """What a role asks from a day on; of how many people, and how many do not hold it yet."""

    role: str
    programme: str
    title: str
    starts_on: date
    holders: int
    lacking: int


def list_demands(*, on: date, programme: str = "") -> list[DemandRow]:
    """List which role asks for which training, by role; only of one programme when said."""
    asked = RoleDemand.objects.order_by("role", "title")
    if programme:
        asked = asked.filter(programme=programme)
    return [_demand_row(one, on) for one in asked]


def _demand_row(demand: RoleDemand, on: date) -> DemandRow:
    running = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    granted = RoleGrant.objects.filter(
        running, role=demand.role, starts_on__lte=on, designation__person__is_active=True
    )
    people = set(granted.values_list("designation__person_id", flat=True))
    held = _held(on).filter(person__in=people, programme=demand.programme)
    trained = set(held.values_list("person_id", flat=True))
    return DemandRow(
        demand.role,
        demand.programme,
        demand.title,
        demand.starts_on,
        len(people),
        len(people - trained),
    )


def unmet(on: date) -> Exists:
    """Return the condition that a grant asks for a training that its person does not hold."""
    held = _held(on).filter(
        person=OuterRef(OuterRef("designation__person")), programme=OuterRef("programme")
    )
    asked = RoleDemand.objects.filter(role=OuterRef("role"), starts_on__lte=on)
    return Exists(asked.filter(~Exists(held)))


def shortfalls(people: Set[UUID], on: date) -> Shortfalls:
    """Return by person and role the titles of the trainings that keep the role from counting."""
    asked = list(RoleDemand.objects.filter(starts_on__lte=on).order_by("title"))
    if not asked:
        return {}
    held = set(_held(on).filter(person__in=people).values_list("person_id", "programme"))
    lacking: dict[tuple[UUID, str], tuple[str, ...]] = {}
    for person, one in product(people, asked):
        if (person, one.programme) not in held:
            key = (person, one.role)
            lacking[key] = (*lacking.get(key, ()), one.title)
    return lacking


def missing_for(person_id: UUID, role: str, on: date) -> str:
    """Return the title of a training that this person must follow first, or nothing."""
    held = _held(on).filter(person=person_id).values("programme")
    asked = RoleDemand.objects.filter(role=role, starts_on__lte=on).exclude(programme__in=held)
    return asked.values_list("title", flat=True).first() or ""


def _held(on: date) -> QuerySet[Clearance]:
    running = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    return Clearance.objects.filter(running, kind=ClearanceKind.TRAINING, starts_on__lte=on)
