"""Destroy what is no longer needed."""

from datetime import datetime

from wegwijzer.kernel.actor import Actor
from wegwijzer.logbook.actions import acting, record
from wegwijzer.signals import blocks, rules
from wegwijzer.signals.models import Signal, Weighing
from wegwijzer.signals.rules import Event, Report, Status
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
    empty(signal)
    signal.changed_at, signal.expires_on = now, None
    signal.save()
    record(actor, "signals.expire_signal", f"signal:{signal.id}", now=now, dossier_id=signal.id)


def empty(signal: Signal) -> None:
    """Take every text out of a signal and its weighing; what is counted stays."""
    kept = Report(phenomenon=signal.phenomenon_id or "", municipality_code=signal.municipality_code)
    blocks.fill(signal, kept)
    blocks.write(signal, ())
    signal.words.all().delete()
    signal.checks.update(reason="")
    weighing = Weighing.objects.filter(signal=signal).first()
    if weighing is not None:
        weighing.criteria.all().delete()
        weighing.attendance.all().delete()
        weighing.purpose_text = weighing.necessity = weighing.referred_to = ""
        weighing.reason = "-" if weighing.outcome else ""
        weighing.save()
