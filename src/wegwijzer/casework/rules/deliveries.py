"""The way of a file that a participant delivers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from wegwijzer.casework.rules.items import ProvidedItem
from wegwijzer.kernel.errors import Conflict
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.law.vocabulary import CATEGORY_LABELS, Category, Relation, SecrecyGround
from wegwijzer.subjects.rules import Handling, InformationReliability, SourceReliability


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
    DeliveryStatus.REJECTED: _("Niets ingelezen"),
    DeliveryStatus.FAILED: _("Geweigerd"),
}
# What the worker takes up, what it makes of that, and what nothing happens to any more.
TO_READ = frozenset({DeliveryStatus.RECEIVED, DeliveryStatus.READING})
TO_IMPORT = frozenset({DeliveryStatus.QUEUED, DeliveryStatus.IMPORTING})
FOR_THE_WORKER = TO_READ | TO_IMPORT
FINISHED = frozenset({DeliveryStatus.IMPORTED, DeliveryStatus.REJECTED, DeliveryStatus.FAILED})


class Keep(StrEnum):
    """What happens when some rows are wrong."""

    GOOD_ROWS = "good_rows"
    NOTHING = "nothing"


KEEP_LABELS = {
    Keep.GOOD_ROWS: _("Goede rijen houden; de andere krijg ik terug met de reden"),
    Keep.NOTHING: _("Niets inlezen als er ook maar één rij niet klopt"),
}
LEASE = timedelta(minutes=2)
MOST_ATTEMPTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What holds for every row of a delivery unless a column says otherwise."""

    category: Category
    secrecy_ground: SecrecyGround
    first_processed_date: date
    summary: str = ""
    relation: Relation = Relation.SUBJECT
    circle_link: str = ""
    criminal_nature: bool = False
    necessity: str = ""
    source_reliability: SourceReliability = SourceReliability.X
    information_reliability: InformationReliability = InformationReliability.FOUR
    handling: Handling = Handling.H0

    def item(self) -> ProvidedItem:
        """Return the item that a row without any column of its own would be."""
        told = {name: getattr(self, name) for name in DEFAULT_FIELDS}
        return ProvidedItem(**told | {"summary": self.summary_for(self.category)})

    def summary_for(self, category: Category) -> str:
        """Return what an item says that has no words of its own."""
        return self.summary.strip() or CATEGORY_LABELS[category]

    def as_json(self) -> dict[str, Any]:
        """Return what is stored."""
        told = {name: getattr(self, name) for name in DEFAULT_FIELDS}
        return told | {"first_processed_date": self.first_processed_date.isoformat()}


DEFAULT_FIELDS = tuple(Defaults.__slots__)


def defaults_from(stored: Mapping[str, Any]) -> Defaults:
    """Return the defaults that were stored."""
    kinds: dict[str, Any] = {
        "category": Category,
        "secrecy_ground": SecrecyGround,
        "first_processed_date": date.fromisoformat,
        "relation": Relation,
        "source_reliability": SourceReliability,
        "information_reliability": InformationReliability,
        "handling": Handling,
    }
    return Defaults(
        **{name: kinds[name](value) if name in kinds else value for name, value in stored.items()}
    )


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


def plain_name(filename: str) -> str:
    """Return the name of a file without its folders and without what cannot be read."""
    last = filename.replace("\\", "/").rsplit("/", maxsplit=1)[-1]
    return "".join(c for c in last if c.isprintable()).strip()[:200] or "bestand"
