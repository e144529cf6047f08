"""Who sees which signal."""

from typing import Any

from django.db.models import QuerySet

from wegwijzer.kernel.actor import Actor
from wegwijzer.signals import gate
from wegwijzer.signals.models import Signal


def visible_signals(
    actor: Actor, *, dossiers: QuerySet[Any, Any] | None = None
) -> QuerySet[Signal]:
    """Return the signals of which this actor may know that they exist.

    ``dossiers`` holds the ids of the dossiers that the actor may see, when the caller knows them.
    The same rule as ``law.access.may_see_signal``. Bron: Wgs art. 1.8 lid 2, 2.23 lid 1-5.
    """
    return gate.visible_to(actor, dossiers=dossiers)
