"""Read what was set right: how an entry stands, and how it stood before."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading
from wegwijzer.programme.models.corrections import Correction
from wegwijzer.programme.queries.portfolios import visible_portfolios
from wegwijzer.programme.rules.corrections import Entry
from wegwijzer.programme.storing import is_recorded, rows_of, values_of


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """What stood in an entry until somebody set it right, by its field, and why."""

    entry: Entry
    before: dict[str, str]
    reason: str
    corrected_at: datetime
    corrected_by: str


@dataclass(frozen=True, slots=True)
class EntryPage:
    """An entry that can be set right, as it stands now."""

    id: UUID
    entry: Entry
    portfolio_slug: str
    portfolio_name: str
    values: dict[str, Any]
    is_recorded: bool


@reading
def get_entry(actor: Actor, entry: Entry, entry_id: UUID) -> EntryPage:
    """Return one entry as it stands now."""
    seen = visible_portfolios(actor).values("id")
    row = rows_of(entry).filter(id=entry_id, portfolio__in=seen).first()
    if row is None:
        raise NotFound
    return EntryPage(
        row.id,
        entry,
        row.portfolio.slug,
        row.portfolio.name,
        values_of(entry, row),
        is_recorded(entry, row),
    )


def list_corrections(actor: Actor, entry_ids: Collection[UUID]) -> dict[UUID, list[CorrectionRow]]:
    """Return the corrections of each of these entries that has any, the last one first."""
    rows = Correction.objects.filter(
        entry_id__in=entry_ids, portfolio__in=visible_portfolios(actor).values("id")
    )
    found: dict[UUID, list[CorrectionRow]] = {}
    for one in rows.order_by("-corrected_at", "id"):
        found.setdefault(one.entry_id, []).append(
            CorrectionRow(
                Entry(one.entry), one.before, one.reason, one.corrected_at, one.corrected_by
            )
        )
    return found


def earlier_texts(actor: Actor, slug: str) -> set[str]:
    """Return what results and plans of a portfolio said before they were set right."""
    rows = Correction.objects.filter(
        portfolio__slug=slug, portfolio__in=visible_portfolios(actor).values("id"),
        entry__in=(Entry.RESULT, Entry.PLAN),
    )  # fmt: skip
    return {one["text"] for one in rows.values_list("before", flat=True) if "text" in one}
