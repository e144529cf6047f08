"""Find what both reading and writing need: what was recorded or closed, and who leads."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from wegwijzer.programme.models.course import Activity, Objective, Risk
from wegwijzer.programme.models.people import Member
from wegwijzer.programme.models.portfolios import Plan, Result
from wegwijzer.programme.rules.corrections import FIELDS, Entry
from wegwijzer.programme.rules.course import ObjectiveState
from wegwijzer.programme.rules.people import Part

_TABLES: dict[Entry, type[Model]] = {
    Entry.RESULT: Result,
    Entry.PLAN: Plan,
    Entry.OBJECTIVE: Objective,
    Entry.ACTIVITY: Activity,
    Entry.RISK: Risk,
}


def rows_of(entry: Entry) -> QuerySet[Any]:
    """Return the rows of a kind of entry."""
    return _TABLES[entry]._default_manager.select_related("portfolio")


def values_of(entry: Entry, row: Any) -> dict[str, Any]:
    """Return what can be set right of an entry."""
    return {name: getattr(row, name) for name in FIELDS[entry]}


def is_recorded(entry: Entry, row: Any) -> bool:
    """Return whether an entry lies fixed, so that it is corrected and no longer changed."""
    if entry is Entry.OBJECTIVE:
        return bool(row.state != ObjectiveState.OPEN)
    if entry is Entry.ACTIVITY:
        return row.done_date is not None
    return entry is not Entry.RISK or row.closed_date is not None


def leads_of(portfolio_id: UUID, *, on: date) -> frozenset[UUID]:
    """Return who leads a portfolio on a day."""
    rows = Member.objects.filter(portfolio_id=portfolio_id, part=Part.LEAD, starts_date__lte=on)
    still = rows.filter(Q(ends_date__isnull=True) | Q(ends_date__gte=on))
    return frozenset(still.values_list("person_id", flat=True))
