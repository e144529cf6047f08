"""The agenda of the weighing table."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from wegwijzer.kernel.actor import Actor
from wegwijzer.signals import rules
from wegwijzer.signals.models import Weighing
from wegwijzer.signals.queries.access import visible_signals
from wegwijzer.signals.rules import Status
from wegwijzer.signals.shown import SignalRow, row_of

AGENDA = 200


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A signal on the agenda, and how far the table is with it."""

    signal: SignalRow
    started_at: datetime
    fits_purpose: bool | None
    criteria_judged: int
    organs: int


def list_weighing_table(actor: Actor) -> list[AgendaRow]:
    """List what stands on the weighing table of the region, the longest waiting first."""
    if Status.IN_WEIGHING not in rules.seen_of_others(actor):
        return []
    rows = (
        visible_signals(actor)
        .filter(status=Status.IN_WEIGHING)
        .select_related("participant", "phenomenon", "weighing")
        .order_by("created_at", "id")[:AGENDA]
    )
    signals = list(rows)
    told = {
        row["pk"]: row
        for row in Weighing.objects.filter(pk__in=[signal.pk for signal in signals])
        .annotate(
            judged=Count("criteria__criterion", distinct=True),
            organs=Count("attendance__participant", distinct=True),
        )
        .values("pk", "judged", "organs")
    }
    return [
        AgendaRow(
            signal=row_of(signal),
            started_at=signal.weighing.started_at,
            fits_purpose=signal.weighing.fits_purpose,
            criteria_judged=told[signal.pk]["judged"],
            organs=told[signal.pk]["organs"],
        )
        for signal in signals
    ]
