"""The agenda of the weighing table."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, QuerySet

from wegwijzer.kernel.actor import Actor
from wegwijzer.network.rules import Role
from wegwijzer.signals import rules
from wegwijzer.signals.models import Attendance, Signal, Weighing
from wegwijzer.signals.queries.access import visible_signals
from wegwijzer.signals.queries.lists import PAGE, page_of
from wegwijzer.signals.rules import Status
from wegwijzer.signals.shown import SignalRow, row_of

# The agenda is counted no further than this.
MOST_ON_AGENDA = 200
# Among so many of the last recorded who were present, a meeting of today is looked for.
MOST_LOOKED_BACK, MOST_PRESENT = 2_000, 200


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A signal on the agenda, and how far the table is with it."""

    signal: SignalRow
    started_at: datetime
    fits_purpose: bool | None
    criteria_judged: int
    organs: int


@dataclass(frozen=True, slots=True)
class Agenda:
    """A page of the agenda, with the keys of the pages after and before it, empty at the ends."""

    rows: list[AgendaRow]
    after: str = ""
    before: str = ""


def list_weighing_table(
    actor: Actor, *, after: str = "", before: str = "", limit: int = PAGE
) -> Agenda:
    """List what stands on the weighing table of the region, the longest waiting first."""
    waiting = _on_table(actor).select_related("weighing")
    signals, keys = page_of(waiting, after=after, before=before, limit=limit, oldest_first=True)
    told = {
        row["pk"]: row
        for row in Weighing.objects.filter(pk__in=[signal.pk for signal in signals])
        .annotate(
            judged=Count("criteria__criterion", distinct=True),
            organs=Count("attendance__participant", distinct=True),
        )
        .values("pk", "judged", "organs")
    }
    rows = [
        AgendaRow(
            signal=row_of(signal),
            started_at=signal.weighing.started_at,
            fits_purpose=signal.weighing.fits_purpose,
            criteria_judged=told[signal.pk]["judged"],
            organs=told[signal.pk]["organs"],
        )
        for signal in signals
    ]
    return Agenda(rows, *keys)


def list_present_today(actor: Actor, *, since: datetime) -> set[tuple[UUID, UUID]]:
    """List who, and for which participant, took part in the region's last weighing of the day.

    Only that they were there: which signal it was, an actor may no longer know.
    """
    if not actor.has(Role.WEIGHING_MEMBER):
        return set()
    last = Attendance.objects.order_by("-id").values("id")[:MOST_LOOKED_BACK]
    rows = Attendance.objects.filter(
        id__in=last,
        weighing__signal__region_id=actor.region_id,
        weighing__purpose_at__gte=since,
    ).order_by("-id")
    told = list(rows.values_list("weighing_id", "participant_id", "person_id")[:MOST_PRESENT])
    return {(organ, person) for weighing, organ, person in told if weighing == told[0][0]}


def count_weighing_table(actor: Actor) -> int:
    """Count what stands on the weighing table, up to one more than ``MOST_ON_AGENDA``."""
    return _on_table(actor).values("pk")[: MOST_ON_AGENDA + 1].count()


def _on_table(actor: Actor) -> QuerySet[Signal]:
    if Status.IN_WEIGHING not in rules.seen_of_others(actor):
        return Signal.objects.none()
    return visible_signals(actor).filter(status=Status.IN_WEIGHING)
