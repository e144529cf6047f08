"""The rows that more than one action writes."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from wegwijzer.casework import rules
from wegwijzer.casework.models import Case, CaseParty, DataRequest, Decision, Item
from wegwijzer.casework.rules import CaseStatus, Needed, PartyKind, ProvidedItem, RequestStatus
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid, check
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.law.organs import may_invoke
from wegwijzer.law.retention import retention_end
from wegwijzer.law.vocabulary import ParticipantKind
from wegwijzer.network.queries import list_participants, list_people


def decide(
    actor: Actor, case: Case, what: str, *, reason: str, now: datetime, target: str = ""
) -> None:
    """Keep a decision about a case: what, by whom, on behalf of which participant, and why."""
    Decision.objects.create(
        case=case,
        what=what,
        target=target,
        reason=reason,
        decided_by_id=actor.person_id,
        decided_for_id=actor.participant_id,
        decided_at=now,
    )


def move_to(case: Case, status: CaseStatus, now: datetime) -> None:
    """Put a case in another state."""
    case.status, case.changed_at = status, now
    case.closed_at = now if status is CaseStatus.CLOSED else None
    case.save(update_fields=["status", "changed_at", "closed_at"])


def party_of_participant(case: Case, needed: Needed, on: date) -> CaseParty:
    """Return the row that involves a participant."""
    return CaseParty(
        case=case,
        principal=f"participant:{needed.participant_id}",
        kind=PartyKind.PARTICIPANT,
        participant_id=needed.participant_id,
        ground=needed.ground,
        reason=rules.check_reason(needed.reason, field="participants"),
        starts_on=on,
    )


def party_of_person(
    case: Case, person_id: UUID, kind: PartyKind, *, reason: str, on: date
) -> CaseParty:
    """Return the row that gives somebody the work of a case."""
    return CaseParty(
        case=case,
        principal=f"person:{person_id}",
        kind=kind,
        person_id=person_id,
        reason=reason,
        starts_on=on,
    )


def organs_of(actor: Actor, *, on: date) -> dict[UUID, str]:
    """Return the kind of each participant that takes part in the region of the actor."""
    return {row.id: row.kind for row in list_participants(actor, on=on)}


def check_takes_part(needed: Needed, organs: dict[UUID, str]) -> None:
    """Refuse a participant of another region, and a ground of another organ.

    Bron: Wgs art. 2.19 lid 1.
    """
    if needed.participant_id not in organs:
        raise Invalid(_("Kies deelnemers uit de lijst."), field="participants")
    if needed.ground:
        check(may_invoke(ParticipantKind(organs[needed.participant_id]), needed.ground))


def check_holds_role(actor: Actor, person_id: UUID, kind: PartyKind, *, on: date) -> None:
    """Refuse somebody who does not hold the role for this work in the region."""
    people = list_people(actor, role=rules.STAFF_ROLES[kind], on=on)
    if person_id not in {person.id for person in people}:
        raise Invalid(_("Kies iemand uit de lijst: deze rol is nodig."), field=kind.value)


def item_row(
    request: DataRequest, told: ProvidedItem, *, subject_id: int | None, now: datetime
) -> Item:
    """Return the row that keeps an item, not yet published."""
    return Item(**item_values(request, told, subject_id=subject_id, now=now))


def item_values(
    request: DataRequest, told: ProvidedItem, *, subject_id: int | None, now: datetime
) -> dict[str, Any]:
    """Return what is kept of an item, column by column."""
    return {
        "ref": uuid4(),
        "case_id": request.case_id,
        "request_id": request.id,
        "delivery_id": None,
        "supplier_id": request.participant_id,
        "subject_id": subject_id,
        "category": told.category.value,
        "tier": int(told.tier),
        "relation": told.relation.value,
        "circle_link": told.circle_link.strip(),
        "secrecy_ground": told.secrecy_ground.value,
        "criminal_nature": told.criminal_nature,
        "special": told.special.value,
        "necessity": told.necessity.strip(),
        "source_reliability": told.source_reliability.value,
        "information_reliability": told.information_reliability.value,
        "handling": told.handling.value,
        "summary": told.summary.strip(),
        "content": dict(told.content),
        "first_processed_date": told.first_processed_date,
        "destroy_on": retention_end(told.first_processed_date),
        "published": False,
        "withdrawn_at": None,
        "added_at": now,
    }


def mark_provided(actor: Actor, request: DataRequest, now: datetime) -> None:
    """Keep that a request was answered with data; the first time counts."""
    if request.status == RequestStatus.PROVIDED:
        return
    request.status, request.reason = RequestStatus.PROVIDED, ""
    request.answered_by_id, request.answered_at = actor.person_id, now
    request.save(update_fields=["status", "reason", "answered_by", "answered_at"])
