"""The numbers by which people call signals, for whoever may read the logbook of their region."""

from collections.abc import Collection
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.logbook.queries import visible_to_reader
from wegwijzer.signals.models import Signal


def numbers_of(actor: Actor, ids: Collection[UUID]) -> dict[UUID, str]:
    """Return the numbers of these signals, as far as the actor may know them."""
    return dict(
        visible_to_reader(actor, Signal.objects.all())
        .filter(id__in=ids)
        .values_list("id", "number")
    )


def find_by_number(actor: Actor, number: str) -> UUID | None:
    """Return which of the signals has this number, or None when the actor may not know of it."""
    return (
        visible_to_reader(actor, Signal.objects.all())
        .filter(number=number.upper())
        .values_list("id", flat=True)
        .first()
    )
