"""A delivery on its way into a case; it belongs to its supplier until it is in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wegwijzer.casework import judging, rules
from wegwijzer.casework.gate import enter_delivery
from wegwijzer.casework.models import DeliveryReject
from wegwijzer.casework.queries.cases import CaseHead, head_of
from wegwijzer.casework.queries.requests import RequestRow, request_row
from wegwijzer.casework.rules import DeliveryStatus, Keep
from wegwijzer.kernel.actor import Actor
from wegwijzer.law.vocabulary import CATEGORY_LABELS, Category
from wegwijzer.logbook.actions import reading, record
from wegwijzer.logbook.rules import Outcome

SHOWN_REJECTS = 50


@dataclass(frozen=True, slots=True)
class RejectRow:
    """A row that was not taken, and why."""

    row: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class DeliveryPage:
    """A delivery: how far it is, and what its supplier must choose."""

    id: UUID
    head: CaseHead
    request: RequestRow
    categories: tuple[tuple[Category, str], ...]
    filename: str
    size: int
    status: DeliveryStatus
    status_label: str
    columns: tuple[str, ...]
    fields: tuple[str, ...]
    sample: list[list[str]]
    keep: Keep | None
    rows_total: int
    rows_done: int
    rows_good: int
    rows_rejected: int
    rows_mended: int
    warnings: tuple[str, ...]
    rejects: list[RejectRow]
    sentence: str
    received_at: datetime
    finished_at: datetime | None

    @property
    def is_under_way(self) -> bool:
        """Return whether the worker has something to do on it."""
        return self.status in rules.FOR_THE_WORKER


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a delivery is, for a fragment that is asked for often."""

    status: DeliveryStatus
    status_label: str
    rows_done: int
    rows_total: int
    is_under_way: bool


@dataclass(frozen=True, slots=True)
class RejectFile:
    """The rows that were not taken, as they came, with the reason in front."""

    name: str
    header: tuple[str, ...]
    rows: list[tuple[str, ...]]


@reading
def get_delivery(actor: Actor, delivery_id: UUID, *, now: datetime) -> DeliveryPage:
    """Return a delivery of the own participant, with its first rows; the reading is logged."""
    entered, delivery = enter_delivery(actor, delivery_id, on=now.date())
    status = DeliveryStatus(delivery.status)
    told = delivery.mapping or {}
    rejects = DeliveryReject.objects.filter(delivery=delivery).order_by("row")
    page = DeliveryPage(
        id=delivery.id,
        head=head_of(actor, entered, on=now.date()),
        request=request_row(actor, delivery.request, on=now.date()),
        categories=tuple(
            (Category(key), CATEGORY_LABELS[Category(key)]) for key in delivery.request.categories
        ),
        filename=delivery.filename,
        size=delivery.size,
        status=status,
        status_label=rules.DELIVERY_LABELS[status],
        columns=tuple(told.get("columns", ())),
        fields=tuple(told.get("fields", ())),
        sample=judging.unseal(delivery.id, delivery.preview),
        keep=Keep(delivery.keep) if delivery.keep else None,
        rows_total=delivery.rows_total,
        rows_done=delivery.rows_done,
        rows_good=delivery.rows_good,
        rows_rejected=delivery.rows_rejected,
        rows_mended=delivery.rows_mended,
        warnings=tuple(delivery.warnings),
        rejects=[
            RejectRow(*row)
            for row in rejects.values_list("row", "column", "reason")[:SHOWN_REJECTS]
        ],
        sentence=delivery.sentence,
        received_at=delivery.received_at,
        finished_at=delivery.finished_at,
    )
    _read(actor, "casework.get_delivery", delivery_id, entered.case.id, now)
    return page


@reading
def get_delivery_progress(actor: Actor, delivery_id: UUID, *, now: datetime) -> Progress:
    """Return how far a delivery is; no content, so this is not logged each time it is asked."""
    _entered, delivery = enter_delivery(actor, delivery_id, on=now.date())
    status = DeliveryStatus(delivery.status)
    return Progress(
        status,
        rules.DELIVERY_LABELS[status],
        delivery.rows_done,
        delivery.rows_total,
        status in rules.FOR_THE_WORKER,
    )


@reading
def get_rejected_rows(actor: Actor, delivery_id: UUID, *, now: datetime) -> RejectFile:
    """Return every row that was not taken, for its supplier to mend; the reading is logged."""
    entered, delivery = enter_delivery(actor, delivery_id, on=now.date())
    columns = tuple((delivery.mapping or {}).get("columns", ()))
    rows = DeliveryReject.objects.filter(delivery=delivery).order_by("row")
    found = [
        (str(row.row), row.reason, *judging.unseal(delivery.id, row.content))
        for row in rows.iterator(chunk_size=5_000)
    ]
    _read(actor, "casework.get_rejected_rows", delivery_id, entered.case.id, now)
    return RejectFile(delivery.filename, ("rij", "reden", *columns), found)


def _read(actor: Actor, act: str, delivery_id: UUID, case_id: UUID, now: datetime) -> None:
    record(
        actor,
        act,
        f"delivery:{delivery_id}",
        now=now,
        outcome=Outcome.READ,
        dossier_id=case_id,
    )
