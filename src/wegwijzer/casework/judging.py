"""Judge the rows of a delivery by the law and by the request, and keep what was wrong with them."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from wegwijzer.casework import rules
from wegwijzer.casework.delivery.mapping import mapping_from
from wegwijzer.casework.delivery.reader import Row
from wegwijzer.casework.delivery.rows import Defaults as RowDefaults
from wegwijzer.casework.delivery.rows import GoodRow, RejectedRow, judge_row
from wegwijzer.casework.gate import Entered
from wegwijzer.casework.models import Delivery, DeliveryReject
from wegwijzer.kernel.errors import DomainError, check
from wegwijzer.law.vocabulary import Category
from wegwijzer.subjects import crypto

LONGEST_REASON = 400


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that is not taken: where it went wrong, why, and what stood there."""

    number: int
    column: str
    reason: str
    values: tuple[str, ...]


Judge = Callable[[Row], GoodRow | Rejected]


def judge_of(delivery: Delivery, entered: Entered, today: date) -> Judge:
    """Return the function that judges the rows of this delivery."""
    told: dict[str, Any] = delivery.mapping or {}
    columns, mapping = told["columns"], mapping_from(told["fields"])
    start = rules.defaults_from(told["defaults"])
    defaults = RowDefaults(replace(start.item(), summary=""), delivery.request.participant_id)
    asked = frozenset(Category(key) for key in delivery.request.categories)
    activity, phase = entered.activity, entered.phase

    def judge(row: Row) -> GoodRow | Rejected:
        found = judge_row(columns, mapping, row, defaults)
        if isinstance(found, RejectedRow):
            return _rejected(found)
        item = found.item
        if item.summary == "":
            item = replace(item, summary=start.summary_for(item.category))
        try:
            check(rules.may_hold(item, activity=activity, phase=phase))
            rules.check_item(item, asked=asked, today=today)
        except DomainError as refusal:
            place = mapping.of(refusal.field or "")
            return Rejected(
                row.number, columns[place] if place is not None else "", str(refusal), row.values
            )
        return replace(found, item=item)

    return judge


def _rejected(row: RejectedRow) -> Rejected:
    """Return every reason as one text; the column is that of the first."""
    told = (f"{r.column}: {r.sentence}" if r.column else r.sentence for r in row.reasons)
    return Rejected(row.number, row.reasons[0].column, " ".join(told), row.values)


def reject_rows(delivery_id: UUID, rejected: Iterable[Rejected]) -> Iterator[DeliveryReject]:
    """Yield the rows that keep what was rejected."""
    for one in rejected:
        yield DeliveryReject(
            delivery_id=delivery_id,
            row=one.number,
            column=one.column[:120],
            reason=one.reason[:LONGEST_REASON],
            content=seal(delivery_id, list(one.values)),
        )


def seal(delivery_id: UUID, content: Any) -> bytes:
    """Return what stood in a file, so that only this installation can read it."""
    return crypto.encrypt(json.dumps(content).encode(), bound_to=delivery_id.bytes)


def unseal(delivery_id: UUID, sealed: "bytes | memoryview[int] | None") -> Any:
    """Return what stood in a file."""
    if sealed is None:
        return []
    return json.loads(crypto.decrypt(bytes(sealed), bound_to=delivery_id.bytes))
