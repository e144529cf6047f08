"""The numbers by which people call signals, for whoever may read the logbook of their region."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from wegwijzer.kernel.actor import Actor
from wegwijzer.logbook.queries import READERS
from wegwijzer.signals.models import Signal


def numbers_of(actor: Actor, ids: Collection[UUID]) -> dict[UUID, str]:
    """Return the numbers of these signals, as far as the actor may know them."""
    return dict(_numbered(actor).filter(id__in=ids).values_list("id", "number"))


def find_by_number(actor: Actor, number: str) -> UUID | None:
    """Return which of the signals has this number, or None when the actor may not know of it."""
    return _numbered(actor).filter(number=number.upper()).values_list("id", flat=True).first()


def _numbered(actor: Actor) -> QuerySet[Signal]:
    """Return the signals of the own region, for a reader of the logbook: never their content."""
    if not actor.has(*READERS):
        return Signal.objects.none()
    return Signal.objects.filter(region_id=actor.region_id)
