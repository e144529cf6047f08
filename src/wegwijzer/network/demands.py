"""Which roles ask for a training that somebody must hold: without it the role does not count."""

from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from wegwijzer.network.models import Clearance, RoleDemand
from wegwijzer.network.rules import ClearanceKind


def unmet(on: date) -> Exists:
    """Return the condition that a grant asks for a training that its person does not hold."""
    held = _held(on).filter(
        person=OuterRef(OuterRef("designation__person")), programme=OuterRef("programme")
    )
    asked = RoleDemand.objects.filter(role=OuterRef("role"), starts_on__lte=on)
    return Exists(asked.filter(~Exists(held)))


def missing_for(person_id: UUID, role: str, on: date) -> str:
    """Return the title of a training that this person must follow first, or nothing."""
    held = _held(on).filter(person=person_id).values("programme")
    asked = RoleDemand.objects.filter(role=role, starts_on__lte=on).exclude(programme__in=held)
    return asked.values_list("title", flat=True).first() or ""


def _held(on: date) -> QuerySet[Clearance]:
    running = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    return Clearance.objects.filter(running, kind=ClearanceKind.TRAINING, starts_on__lte=on)
