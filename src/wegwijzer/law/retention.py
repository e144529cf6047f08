"""How long data is kept: per item, from its first processing, five years at the most."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wegwijzer.law.parameters import REJECTED_SIGNAL_YEARS, RETENTION_YEARS


class HoldGround(StrEnum):
    """The only grounds on which destruction waits. Bron: Wgs art. 1.8 lid 7."""

    STATUTORY_BAR = "statutory_bar"
    LEGAL_CLAIM = "legal_claim"


@dataclass(frozen=True, slots=True)
class Hold:
    """A ground on which destruction waits, and who decided so."""

    ground: HoldGround
    author: str


def years_later(day: date, years: int) -> date:
    """Return the same day some years later; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def retention_end(first_processed: date, *, no_longer_needed: date | None = None) -> date:
    """Return the last day an item may be kept: five years, or earlier when no longer necessary.

    Bron: Wgs art. 1.8 lid 7.
    """
    latest = years_later(first_processed, RETENTION_YEARS.value)
    return latest if no_longer_needed is None else min(latest, no_longer_needed)


def signal_end(decided: date, first_processed: date) -> date:
    """Return the last day a signal that was not accepted may be kept; never beyond five years."""
    return min(years_later(decided, REJECTED_SIGNAL_YEARS.value), retention_end(first_processed))


def is_due(end: date, *, on: date, holds: Collection[Hold] = ()) -> bool:
    """Return whether an item must be destroyed on a day. Bron: Wgs art. 1.8 lid 7."""
    return on > end and not holds
