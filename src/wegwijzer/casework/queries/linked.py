"""The signals that led to a case: whoever is involved in it reads them, and whom they are about."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from wegwijzer.casework.queries.access import visible_cases
from wegwijzer.kernel.actor import Actor
from wegwijzer.signals.queries import SignalPage, get_signal, visible_signals


@dataclass(frozen=True, slots=True)
class SignalLink:
    """A signal from which the case was opened."""

    id: UUID
    number: str
    title: str
    participant_name: str


def visible_linked(actor: Actor, *, on: date) -> QuerySet[Any, Any]:
    """Return the signals of the actor's own work, and those that led to a case that they may see.

    The same rule as ``law.access.may_see_signal``. Bron: Wgs art. 1.8 lid 2, art. 2.23 lid 4.
    """
    return visible_signals(actor, dossiers=visible_cases(actor, on=on).values("id"))


def list_linked_signals(actor: Actor, case_id: UUID, *, on: date) -> list[SignalLink]:
    """List the signals that led to a case, if the actor may see it, by their number."""
    rows = visible_linked(actor, on=on).filter(dossier_id=case_id)
    found = rows.select_related("participant").order_by("number")
    return [SignalLink(row.id, row.number, row.title, row.participant.name) for row in found]


def get_signal_or_linked(actor: Actor, signal_id: UUID, *, now: datetime) -> SignalPage:
    """Return a signal of the actor's own work, or one that led to a case that they may see.

    Bron: Wgs art. 1.8 lid 2, art. 2.23 lid 4.
    """
    cases = visible_cases(actor, on=now.date()).values("id")
    return get_signal(actor, signal_id, now=now, dossiers=cases)
