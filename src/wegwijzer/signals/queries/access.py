"""Who sees which signal: the row filter, the twin of the rule."""

from uuid import UUID

from django.db.models import Q, QuerySet

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.signals import rules
from wegwijzer.signals.models import Signal


def visible_signals(actor: Actor) -> QuerySet[Signal]:
    """Return the signals of which this actor may know that they exist.

    The same rule as ``rules.may_see``, as SQL. Bron: Wgs art. 2.23 lid 1 en 2.
    """
    seen = rules.seen_statuses(actor)
    own = Q(pk__in=[])
    if actor.has(*rules.OWN_ROLES):
        own = Q(participant_id=actor.participant_id, status__in=sorted(rules.OWN))
    others = Q(status__in=sorted(seen)) if seen else Q(pk__in=[])
    return Signal.objects.filter(own | others, region_id=actor.region_id)


def one_visible(actor: Actor, signal_id: UUID, *, to_change: bool = False) -> Signal:
    """Return one signal, or NotFound when it is not there for this actor."""
    rows = visible_signals(actor).filter(id=signal_id)
    signal = (rows.select_for_update() if to_change else rows).first()
    if signal is None:
        raise NotFound
    return signal
