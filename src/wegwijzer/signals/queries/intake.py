"""What the coordinator looks at when a report comes in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.verdict import Verdict
from wegwijzer.signals import rules
from wegwijzer.signals.queries.access import visible_signals
from wegwijzer.signals.queries.page import SignalPage, get_signal
from wegwijzer.signals.shown import SignalRow, row_of

MOST_SIMILAR = 10


@dataclass(frozen=True, slots=True)
class Intake:
    """A submitted signal, the points of the check, and signals that look like it."""

    page: SignalPage
    verdict: Verdict
    similar: list[SignalRow]


def list_similar(actor: Actor, page: SignalPage) -> list[SignalRow]:
    """List the newest signals that the actor may see of the same phenomenon in the same place."""
    place = Q(place__iexact=page.report.place)
    if page.report.municipality_code:
        place |= Q(municipality_code=page.report.municipality_code)
    rows = (
        visible_signals(actor)
        .filter(place, region_id=page.region_id, phenomenon_id=page.report.phenomenon or None)
        .exclude(id=page.id)
        .exclude(status__in=(rules.Status.DRAFT, rules.Status.DESTROYED))
        .select_related("participant", "phenomenon")
        .order_by("-created_at", "-id")[:MOST_SIMILAR]
    )
    return [row_of(other) for other in rows]


def get_intake(actor: Actor, signal_id: UUID, *, now: datetime) -> Intake:
    """Return a submitted signal with the points of the intake check. Bron: dossier § 5.2."""
    page = get_signal(actor, signal_id, now=now)
    similar = list_similar(actor, page)
    verdict = rules.intake_verdict(
        page.report, subjects=len(page.subjects), similar=len(similar), today=now.date()
    )
    return Intake(page, verdict, similar)
