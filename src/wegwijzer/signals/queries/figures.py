"""Count signals for a yearly report: numbers only, never a signal."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from wegwijzer.kernel.actor import Actor
from wegwijzer.signals.models import Signal, Weighing
from wegwijzer.signals.rules.weighing import Decision


@dataclass(frozen=True, slots=True)
class SignalCounts:
    """How many signals of one region in a period: received, weighed, and with what decision."""

    received: int = 0
    weighed: int = 0
    accepted: int = 0
    rejected: int = 0


def count_signals_by_region(
    actor: Actor, *, since: datetime, until: datetime
) -> dict[UUID, SignalCounts]:
    """Count for each region what was submitted and decided from a moment up to another."""
    received = (
        Signal.objects.filter(submitted_at__gte=since, submitted_at__lt=until)
        .values_list("region_id")
        .annotate(n=Count("pk"))
        .order_by("region_id")
    )
    weighed = (
        Weighing.objects.exclude(outcome="")
        .filter(decided_at__gte=since, decided_at__lt=until)
        .values_list("signal__region_id")
        .annotate(
            n=Count("pk"),
            accepted=Count("pk", filter=Q(outcome=Decision.ACCEPTED)),
            rejected=Count("pk", filter=Q(outcome=Decision.REJECTED)),
        )
        .order_by("signal__region_id")
    )
    submitted = dict(received)
    decided = {region: tuple(counts) for region, *counts in weighed}
    return {
        region: SignalCounts(submitted.get(region, 0), *decided.get(region, (0, 0, 0)))
        for region in submitted.keys() | decided.keys()
    }
