"""The way of a file that a participant delivers."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from wegwijzer.kernel.errors import Conflict
from wegwijzer.kernel.text import gettext_noop as _


class DeliveryStatus(StrEnum):
    """Where a delivery stands."""

    RECEIVED = "received"
    READING = "reading"
    MAPPING = "mapping"
    QUEUED = "queued"
    IMPORTING = "importing"
    IMPORTED = "imported"
    REJECTED = "rejected"
    FAILED = "failed"


STATUS_LABELS = {
    DeliveryStatus.RECEIVED: _("Ontvangen"),
    DeliveryStatus.READING: _("Wordt gelezen"),
    DeliveryStatus.MAPPING: _("Wacht op uw keuze"),
    DeliveryStatus.QUEUED: _("Klaar om in te lezen"),
    DeliveryStatus.IMPORTING: _("Wordt ingelezen"),
    DeliveryStatus.IMPORTED: _("Ingelezen"),
    DeliveryStatus.REJECTED: _("Afgebroken"),
    DeliveryStatus.FAILED: _("Geweigerd"),
}
# What the worker takes up, and what nothing happens to any more.
FOR_THE_WORKER = frozenset(
    {
        DeliveryStatus.RECEIVED,
        DeliveryStatus.READING,
        DeliveryStatus.QUEUED,
        DeliveryStatus.IMPORTING,
    }
)
FINISHED = frozenset({DeliveryStatus.IMPORTED, DeliveryStatus.REJECTED, DeliveryStatus.FAILED})


class Keep(StrEnum):
    """What happens when some rows are wrong."""

    GOOD_ROWS = "good_rows"
    NOTHING = "nothing"


KEEP_LABELS = {
    Keep.GOOD_ROWS: _("Goede rijen houden; de andere krijg ik met de reden terug"),
    Keep.NOTHING: _("Niets inlezen als er ook maar één rij niet klopt"),
}
LEASE = timedelta(minutes=2)
MOST_ATTEMPTS = 5
BIGGEST_FILE = 100 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Tally:
    """How far an import is."""

    done: int
    good: int
    rejected: int


def outcome_of(tally: Tally, keep: Keep) -> DeliveryStatus:
    """Return how an import ends: whole, with what was good, or not at all."""
    if tally.good == 0 or (tally.rejected and keep is Keep.NOTHING):
        return DeliveryStatus.REJECTED
    return DeliveryStatus.IMPORTED


def lease_end(now: datetime) -> datetime:
    """Return until when a worker may be silent before another takes over."""
    return now + LEASE


def check_status(status: DeliveryStatus, *expected: DeliveryStatus) -> None:
    """Refuse an act that does not fit where the delivery stands."""
    if status not in expected:
        raise Conflict(
            _("Dit kan niet meer, want de levering staat op ‘%(status)s’. Ververs de pagina."),
            status=STATUS_LABELS[status],
        )
