"""Destroy what is no longer needed."""

from datetime import datetime

from wegwijzer.kernel.actor import Actor
from wegwijzer.logbook.actions import acting, record
from wegwijzer.signals import blocks, rules
from wegwijzer.signals.models import Signal
from wegwijzer.signals.rules import Event, Status
from wegwijzer.subjects.actions import remove_subjects

BATCH = 500


@acting
def expire_signals(actor: Actor, *, now: datetime) -> int:
    """Destroy the signals whose term has passed, except their number; return how many.

    What stays tells how many there were, of what and from whom. Bron: Wgs art. 1.8 lid 7.
    """
    due = Signal.objects.filter(expires_on__lt=now.date()).order_by("expires_on", "id")
    signals = list(due.select_for_update()[:BATCH])
    for signal in signals:
        _destroy(actor, signal, now)
    if signals:
        record(actor, "signals.expire_signals", "signals:expired", now=now, destroyed=len(signals))
    return len(signals)


def _destroy(actor: Actor, signal: Signal, now: datetime) -> None:
    signal.status = rules.next_status(actor, Status(signal.status), Event.EXPIRE)
    remove_subjects(actor, signal.id, now=now)
    blocks.empty(signal)
    signal.changed_at, signal.expires_on = now, None
    signal.save()
    record(actor, "signals.expire_signal", f"signal:{signal.id}", now=now, dossier_id=signal.id)
