"""Which personal data is kept here, why, how long, and how it is found and erased."""

from collections.abc import Iterator
from datetime import datetime

from wegwijzer.casework.models import DeliveryReject, Item
from wegwijzer.kernel.personal_data import SOURCES, Source, register
from wegwijzer.kernel.text import gettext_noop as _

BATCH = 1_000
# Tables that hold data of people only through the items and the subjects of a case.
BESIDE_THE_ITEMS = (
    "casework.NumberSeries",
    "casework.Case",
    "casework.CaseSignal",
    "casework.CaseParty",
    "casework.Decision",
    "casework.Reopening",
    "casework.ReopeningVoice",
    "casework.DataRequest",
    "casework.Delivery",
)


def find_items(reference: str) -> Iterator[str]:
    """Yield the reference of every item about a record that the register of subjects finds."""
    refs = list(SOURCES["subjects.Subject"].find(reference))
    for start in range(0, len(refs), BATCH):
        rows = Item.objects.filter(subject__ref__in=refs[start : start + BATCH])
        for ref in rows.values_list("ref", flat=True).iterator():
            yield str(ref)


def erase_items(moment: datetime) -> int:
    """Erase the items that were first processed before a moment. Bron: Wgs art. 1.8 lid 7."""
    return Item.objects.filter(first_processed_date__lt=moment.date()).delete()[0]


def find_nothing(reference: str) -> Iterator[str]:
    """Yield nothing: a rejected row is sealed, and the rest is about the work, not about people."""
    return iter(())


def erase_rejects(moment: datetime) -> int:
    """Erase the rejected rows of deliveries that came before a moment."""
    return DeliveryReject.objects.filter(delivery__received_at__lt=moment).delete()[0]


def erase_with_its_items(moment: datetime) -> int:
    """Erase nothing by itself: a case without items holds nobody's data."""
    return 0


def register_sources() -> None:
    """Add the tables of this context to the register of processing."""
    for model, find, erase in (
        ("casework.Item", find_items, erase_items),
        ("casework.DeliveryReject", find_nothing, erase_rejects),
        *((model, find_nothing, erase_with_its_items) for model in BESIDE_THE_ITEMS),
    ):
        register(
            Source(
                model,
                _("Samen verwerken wat deelnemers voor een casus verstrekken."),
                _("Zolang nodig; ten hoogste vijf jaar na de eerste verwerking."),
                "Wgs art. 1.8 lid 7 en art. 2.22",
                find,
                erase,
            )
        )
