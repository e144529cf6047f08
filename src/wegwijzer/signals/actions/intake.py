"""The intake check by the coordinator of the region."""

from datetime import datetime
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.logbook.actions import acting, record
from wegwijzer.signals import rules
from wegwijzer.signals.gate import one_visible
from wegwijzer.signals.models import IntakeCheck, Signal, Weighing
from wegwijzer.signals.rules import Event, IntakeOutcome, Status


@acting
def return_signal(actor: Actor, signal_id: UUID, *, reason: str, now: datetime) -> None:
    """Give a submitted signal back to its reporter, with the reason why."""
    signal = one_visible(actor, signal_id, to_change=True)
    signal.status = rules.next_status(actor, Status(signal.status), Event.RETURN)
    _keep(actor, signal, IntakeOutcome.RETURNED, rules.check_reason(reason), now)
    record(actor, "signals.return_signal", f"signal:{signal.id}", now=now, dossier_id=signal.id)


@acting
def take_into_weighing(actor: Actor, signal_id: UUID, *, remark: str = "", now: datetime) -> None:
    """Put a submitted signal on the agenda of the weighing table; the typed blocks are let go."""
    signal = one_visible(actor, signal_id, to_change=True)
    signal.status = rules.next_status(actor, Status(signal.status), Event.TAKE_IN)
    signal.blocks = None
    _keep(actor, signal, IntakeOutcome.TO_WEIGHING, remark.strip()[:4000], now)
    Weighing.objects.create(signal=signal, started_at=now)
    record(
        actor, "signals.take_into_weighing", f"signal:{signal.id}", now=now, dossier_id=signal.id
    )


def _keep(actor: Actor, signal: Signal, outcome: IntakeOutcome, reason: str, now: datetime) -> None:
    signal.changed_at = now
    signal.save(update_fields=["status", "changed_at", "blocks"])
    IntakeCheck.objects.create(
        signal=signal, outcome=outcome, reason=reason, checked_by_id=actor.person_id, checked_at=now
    )
