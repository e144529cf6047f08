"""Read which second steps are to be put back, and which were."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.network.models import SecondStepReset
from wegwijzer.network.queries.rights import visible_people
from wegwijzer.network.rules import MANAGERS, RESET_WAITS


@dataclass(frozen=True, slots=True)
class ResetRow:
    """A reset that one manager asked for and that waits for another."""

    person_id: UUID
    person_name: str
    asked_by_id: UUID
    asked_by: str
    asked_how: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class DoneReset:
    """A reset that two managers carried out."""

    asked_by: str
    confirmed_by: str
    confirmed_at: datetime


def find_reset(actor: Actor, person_id: UUID, *, now: datetime) -> ResetRow | None:
    """Return the reset that waits for a second manager, of somebody whom the actor manages."""
    waiting = SecondStepReset.objects.filter(
        person__in=visible_people(actor).filter(id=person_id),
        confirmed_by__isnull=True,
        asked_at__gt=now - RESET_WAITS,
    )
    row = waiting.select_related("person", "asked_by").order_by("-asked_at").first()
    return _row(row) if row else None


def list_resets_to_confirm(actor: Actor, *, now: datetime) -> list[ResetRow]:
    """List the resets that this manager, who did not ask them, can confirm."""
    if not actor.has(*MANAGERS):
        return []
    rows = SecondStepReset.objects.filter(
        person__in=visible_people(actor),
        confirmed_by__isnull=True,
        asked_at__gt=now - RESET_WAITS,
    ).exclude(asked_by_id=actor.person_id)
    rows = rows.exclude(person_id=actor.person_id).select_related("person", "asked_by")
    return [_row(row) for row in rows.order_by("asked_at", "id")]


def find_done_reset(person_id: UUID | None) -> DoneReset | None:
    """Return the last time that somebody's second step was put back, for that person."""
    done = SecondStepReset.objects.filter(person=person_id, confirmed_by__isnull=False)
    row = done.select_related("asked_by", "confirmed_by").order_by("-confirmed_at").first()
    if row is None or row.confirmed_by is None or row.confirmed_at is None:
        return None
    return DoneReset(row.asked_by.name, row.confirmed_by.name, row.confirmed_at)


def _row(row: SecondStepReset) -> ResetRow:
    return ResetRow(
        row.person_id,
        row.person.name,
        row.asked_by_id,
        row.asked_by.name,
        row.asked_how,
        row.asked_at,
    )
