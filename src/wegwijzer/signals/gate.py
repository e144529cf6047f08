"""Who gets to a signal: the row filter, made from the same table as the rule of the law."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.law.access import Circle, Work
from wegwijzer.signals import rules
from wegwijzer.signals.models import Signal


def visible_to(actor: Actor, *, dossiers: QuerySet[Any, Any] | None = None) -> QuerySet[Signal]:
    """Return the signals of which this actor may know that they exist.

    ``dossiers`` holds the ids of the dossiers that the actor may see, when the caller knows them.
    The same rule as ``law.access.may_see_signal``. Bron: Wgs art. 1.8 lid 2, 2.23 lid 1-5.
    """
    if Work.PROCESSING not in rules.viewer_of(actor).work:
        return Signal.objects.none()
    own = rules.statuses_seen_in(Circle.OWN)
    seen = Q(participant_id=actor.participant_id, status__in=sorted(own))
    if others := rules.seen_of_others(actor):
        seen |= Q(status__in=sorted(others))
    seen &= Q(region_id=actor.region_id)
    if dossiers is not None:
        led = rules.statuses_seen_in(Circle.DOSSIER)
        seen |= Q(status__in=sorted(led), dossier_id__in=dossiers)
    return Signal.objects.filter(seen)


def one_visible(actor: Actor, signal_id: UUID, *, to_change: bool = False) -> Signal:
    """Return one signal, or NotFound when it is not there for this actor."""
    rows = visible_to(actor).filter(id=signal_id)
    if to_change:
        rows = rows.select_for_update(of=("self",))
    signal = rows.first()
    if signal is None:
        raise NotFound
    return signal
