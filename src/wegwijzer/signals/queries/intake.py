"""What the coordinator looks at when a report comes in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.verdict import Verdict
from wegwijzer.signals import rules
from wegwijzer.signals.queries.hits import list_similar
from wegwijzer.signals.queries.page import SignalPage, get_signal
from wegwijzer.signals.shown import SignalRow


@dataclass(frozen=True, slots=True)
class Intake:
    """A submitted signal, the points of the check, and signals that look like it."""

    page: SignalPage
    verdict: Verdict
    similar: list[SignalRow]


def get_intake(actor: Actor, signal_id: UUID, *, now: datetime) -> Intake:
    """Return a submitted signal with the points of the intake check. Bron: dossier § 5.2."""
    page = get_signal(actor, signal_id, now=now)
    similar = list_similar(actor, signal_id)
    verdict = rules.intake_verdict(
        page.report, subjects=len(page.subjects), similar=len(similar), today=now.date()
    )
    return Intake(page, verdict, similar)
