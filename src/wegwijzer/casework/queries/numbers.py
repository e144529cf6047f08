"""The numbers by which people call cases, for whoever may read the logbook of their region."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from wegwijzer.casework.models import Case
from wegwijzer.kernel.actor import Actor
from wegwijzer.logbook.queries import READERS


def numbers_of(actor: Actor, ids: Collection[UUID]) -> dict[UUID, str]:
    """Return the numbers of these cases, as far as the actor may know them."""
    return dict(_numbered(actor).filter(id__in=ids).values_list("id", "number"))


def find_by_number(actor: Actor, number: str) -> UUID | None:
    """Return which of the cases has this number, or None when the actor may not know of it."""
    return _numbered(actor).filter(number=number.upper()).values_list("id", flat=True).first()


def _numbered(actor: Actor) -> QuerySet[Case]:
    """Return the cases of the own region, for a reader of the logbook: never their content."""
    if not actor.has(*READERS):
        return Case.objects.none()
    return Case.objects.filter(region_id=actor.region_id)
