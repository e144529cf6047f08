"""What can be chosen when a case is opened."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wegwijzer.casework import rules
from wegwijzer.casework.rules import PartyKind
from wegwijzer.kernel.actor import Actor
from wegwijzer.law.vocabulary import ORGANS, ParticipantKind
from wegwijzer.logbook.actions import reading
from wegwijzer.network.queries import list_participants, list_people
from wegwijzer.signals.queries import visible_signals
from wegwijzer.signals.rules import Status

# A longer list is no choice but a search; an older signal opens its case from its own page.
MOST_OFFERED = 50


@dataclass(frozen=True, slots=True)
class SignalChoice:
    """An accepted signal that waits for a case."""

    id: UUID
    number: str
    title: str
    purpose: str
    participant_id: UUID
    participant_name: str


@dataclass(frozen=True, slots=True)
class ParticipantChoice:
    """A participant of the region, with the grounds of its organ."""

    id: UUID
    name: str
    kind: str
    grounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpeningChoices:
    """Everything that can be chosen when a case is opened; ``older`` when not every signal is."""

    signals: list[SignalChoice]
    older: bool
    participants: list[ParticipantChoice]
    directors: list[tuple[UUID, str]]
    analysts: list[tuple[UUID, str]]


@reading
def get_opening_choices(
    actor: Actor, *, chosen: Collection[UUID] = (), now: datetime
) -> OpeningChoices:
    """Return the accepted signals, the participants and the people for a new case.

    Of the signals those that were chosen, however old, and the last ``MOST_OFFERED`` after them.
    """
    rules.check_may_open(actor)
    accepted = (
        visible_signals(actor)
        .filter(status=Status.ACCEPTED, region_id=actor.region_id)
        .select_related("participant")
        .order_by("-weighed_at", "-id")
    )
    rows = list(accepted.filter(id__in=chosen)) if chosen else []
    latest = list(accepted.exclude(id__in=[row.id for row in rows])[: MOST_OFFERED + 1])
    rows += latest[:MOST_OFFERED]
    return OpeningChoices(
        [
            SignalChoice(
                row.id, row.number, row.title, row.purpose_text, row.participant_id,
                row.participant.name,
            )
            for row in rows
        ],
        len(latest) > MOST_OFFERED,
        list_participant_choices(actor, now=now),
        list_staff_choices(actor, PartyKind.DIRECTOR, now=now),
        list_staff_choices(actor, PartyKind.ANALYST, now=now),
    )  # fmt: skip


def list_participant_choices(actor: Actor, *, now: datetime) -> list[ParticipantChoice]:
    """List the participants of the region with the grounds on which each may act."""
    return [
        ParticipantChoice(row.id, row.name, row.kind, _grounds(row.kind))
        for row in list_participants(actor, on=now.date())
    ]


def list_staff_choices(actor: Actor, kind: PartyKind, *, now: datetime) -> list[tuple[UUID, str]]:
    """List who in the region holds the role for this work."""
    people = list_people(actor, role=rules.STAFF_ROLES[kind], on=now.date())
    return list({person.id: (person.id, person.name) for person in people}.values())


def _grounds(kind: str) -> tuple[str, ...]:
    known = kind in set(ParticipantKind)
    return ORGANS[ParticipantKind(kind)].grounds if known else ()
