"""Set right what was recorded wrongly."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import acting, record
from wegwijzer.programme.actions.course import check_serves
from wegwijzer.programme.models.corrections import Correction
from wegwijzer.programme.rules import corrections as rules
from wegwijzer.programme.rules.corrections import Entry
from wegwijzer.programme.rules.portfolios import check_contracts
from wegwijzer.programme.storing import is_recorded, rows_of, values_of


@acting
def correct_entry(
    actor: Actor,
    entry: Entry,
    entry_id: UUID,
    after: Mapping[str, Any],
    *,
    reason: str,
    now: datetime,
) -> None:
    """Set right what was recorded or closed; what stood there is kept, with the reason.

    ``after`` has a value for each of the fields of its kind.
    """
    row = rows_of(entry).select_for_update(of=("self",)).filter(id=entry_id).first()
    if row is None:
        raise NotFound
    check_contracts(actor)
    rules.check_recorded(is_recorded(entry, row))
    before = values_of(entry, row)
    said = {
        name: after[name].strip() if type(after[name]) is str else after[name] for name in before
    }
    rules.check_correction(entry, before, said, reason)
    check_serves(row.portfolio_id, said.get("objective_id"))
    Correction.objects.create(
        portfolio_id=row.portfolio_id,
        entry=entry,
        entry_id=entry_id,
        before={
            name: _in_words(row, name) for name, value in before.items() if said[name] != value
        },
        reason=reason.strip(),
        corrected_at=now,
        corrected_by=actor.name,
    )
    for name, value in said.items():
        setattr(row, name, value)
    row.save(update_fields=list(said))
    record(actor, "programme.correct_entry", f"portfolio:{row.portfolio_id}", now=now,
           entry=entry, entry_id=entry_id)  # fmt: skip


def _in_words(row: Any, name: str) -> str:
    """Return a value as it is kept: an objective by its words, for it may be gone one day."""
    value = row.objective if name == "objective_id" else getattr(row, name)
    return "" if value is None else str(value)
