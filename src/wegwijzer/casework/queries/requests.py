"""Requests for data: those of a case, one of them, and what waits for a supplier."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from wegwijzer.casework import rules
from wegwijzer.casework.gate import Entered, enter_request
from wegwijzer.casework.models import DataRequest, Delivery
from wegwijzer.casework.paging import PAGE
from wegwijzer.casework.queries.access import visible_items, visible_requests
from wegwijzer.casework.queries.cases import CaseHead, entered_head, head_of
from wegwijzer.casework.rules import CaseEvent, DeliveryStatus, PartyKind, RequestStatus
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict
from wegwijzer.kernel.verdict import Verdict
from wegwijzer.law.requests import USUAL_SUPPLIERS, RequestFacts, may_request_data
from wegwijzer.law.vocabulary import CATEGORY_LABELS, TIER_OF, Category, Tier
from wegwijzer.logbook.actions import reading, record
from wegwijzer.logbook.rules import Outcome
from wegwijzer.network.rules import Role


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request; ``reason`` of a refusal only for the participant that refused."""

    id: UUID
    case_id: UUID
    case_number: str
    case_title: str
    participant_id: UUID
    participant_name: str
    categories: tuple[str, ...]
    question: str
    necessity: str
    due_date: date
    status: RequestStatus
    status_label: str
    is_late: bool
    reason: str
    asked_at: datetime
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Askable:
    """A participant that can be asked, with what it usually holds."""

    id: UUID
    name: str
    usually: frozenset[Category]


@dataclass(frozen=True, slots=True)
class RequestsPage:
    """The requests of a case, and whether another may be made."""

    head: CaseHead
    requests: list[RequestRow]
    verdict: Verdict | None
    askable: list[Askable]


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """A file that was delivered."""

    id: UUID
    filename: str
    status: DeliveryStatus
    status_label: str
    received_at: datetime
    rows_good: int
    rows_rejected: int


@dataclass(frozen=True, slots=True)
class RequestPage:
    """A request with what the actor can do with it."""

    head: CaseHead
    row: RequestRow
    purpose: str
    categories: tuple[tuple[Category, str, Tier], ...]
    asked_by: str
    is_own: bool
    may_answer: bool
    takes_data: bool
    items: int
    deliveries: list[DeliveryRow]


@reading
def list_requests(actor: Actor, case_id: UUID, *, now: datetime) -> RequestsPage:
    """List what was asked in a case and how it was answered, with what may be asked now."""
    entered, head = entered_head(actor, case_id, on=now.date())
    rows = DataRequest.objects.filter(case_id=case_id).select_related("case", "participant")
    page = RequestsPage(
        head,
        [request_row(actor, row, on=now.date()) for row in rows.order_by("asked_at", "id")],
        _may_ask(entered) if entered.is_staff else None,
        [
            Askable(party.participant.id, party.participant.name, _usual(party.participant.kind))
            for party in entered.parties
            if party.kind == PartyKind.PARTICIPANT and party.participant
        ],
    )
    _read(actor, "casework.list_requests", f"case:{case_id}", case_id, now)
    return page


@reading
def get_request(actor: Actor, request_id: UUID, *, now: datetime) -> RequestPage:
    """Return a request of the own participant, or of a case that one does the work of."""
    entered, request = enter_request(actor, request_id, on=now.date())
    is_own = request.participant_id == actor.participant_id
    supplies = is_own and actor.has(Role.DATA_SUPPLIER)
    status = RequestStatus(request.status)
    deliveries = Delivery.objects.filter(request=request).order_by("-received_at", "-id")
    mine = visible_items(actor, on=now.date()).filter(request=request, case_id=request.case_id)
    page = RequestPage(
        head=head_of(actor, entered, on=now.date()),
        row=request_row(actor, request, on=now.date()),
        purpose=entered.case.purpose_text,
        categories=tuple(
            (Category(key), CATEGORY_LABELS[Category(key)], TIER_OF[Category(key)])
            for key in request.categories
        ),
        asked_by=request.asked_by.name,
        is_own=is_own,
        may_answer=supplies and status is RequestStatus.ASKED,
        takes_data=supplies and status in rules.TAKES_DATA,
        items=mine.values("pk")[:1001].count(),
        deliveries=[_delivery_row(row) for row in deliveries] if supplies else [],
    )
    _read(actor, "casework.get_request", f"request:{request_id}", entered.case.id, now)
    return page


def list_open_requests(actor: Actor, *, now: datetime, limit: int = PAGE) -> list[RequestRow]:
    """List what waits for an answer of the own participant, the first term first."""
    if not actor.has(Role.DATA_SUPPLIER):
        return []
    rows = visible_requests(actor, on=now.date()).filter(
        participant_id=actor.participant_id, status=RequestStatus.ASKED
    )
    rows = rows.select_related("case", "participant").order_by("due_date", "id")
    return [request_row(actor, row, on=now.date()) for row in rows[:limit]]


def list_answered_requests(actor: Actor, *, now: datetime, limit: int = PAGE) -> list[RequestRow]:
    """List what the own participant answered, the latest first."""
    if not actor.has(Role.DATA_SUPPLIER):
        return []
    rows = visible_requests(actor, on=now.date()).filter(participant_id=actor.participant_id)
    rows = rows.exclude(status=RequestStatus.ASKED).select_related("case", "participant")
    return [
        request_row(actor, row, on=now.date()) for row in rows.order_by("-asked_at", "-id")[:limit]
    ]


def request_row(actor: Actor, row: DataRequest, *, on: date) -> RequestRow:
    """Return a request as a list shows it; why it was refused only to who refused."""
    status = RequestStatus(row.status)
    return RequestRow(
        id=row.id,
        case_id=row.case_id,
        case_number=row.case.number,
        case_title=row.case.title,
        participant_id=row.participant_id,
        participant_name=row.participant.name,
        categories=tuple(CATEGORY_LABELS[Category(key)] for key in row.categories),
        question=row.question,
        necessity=row.necessity,
        due_date=row.due_date,
        status=status,
        status_label=rules.REQUEST_LABELS[status],
        is_late=rules.is_overdue(status, row.due_date, today=on),
        reason=row.reason if row.participant_id == actor.participant_id else "",
        asked_at=row.asked_at,
        answered_at=row.answered_at,
    )


def _delivery_row(row: Delivery) -> DeliveryRow:
    """Return a delivery as a list shows it."""
    status = DeliveryStatus(row.status)
    return DeliveryRow(
        row.id,
        row.filename,
        status,
        rules.DELIVERY_LABELS[status],
        row.received_at,
        row.rows_good,
        row.rows_rejected,
    )


def _may_ask(entered: Entered) -> Verdict | None:
    """Judge whether anything may be asked now; None in a state that takes no requests."""
    try:
        step = rules.find_step(entered.status, CaseEvent.REQUEST)
    except Conflict:
        return None
    anyone = next(iter(entered.participants), None)
    return may_request_data(
        RequestFacts(
            entered.activity,
            rules.phase_of(step.target),
            entered.case.purpose_text,
            anyone,
            entered.participants,
            frozenset({Category.IDENTITY_CONTACT}),
            "wordt in het verzoek beschreven",
        )
    )


def _usual(kind: str) -> frozenset[Category]:
    """Return what few others hold; a category that anyone may hold is no hint."""
    return frozenset(c for c, kinds in USUAL_SUPPLIERS.items() if kind in kinds)


def _read(actor: Actor, act: str, subject: str, case_id: UUID, now: datetime) -> None:
    record(actor, act, subject, now=now, outcome=Outcome.READ, dossier_id=case_id)
