"""Which personal data the library keeps: only who of the network may be called about an item."""

from collections.abc import Iterator
from datetime import datetime

from wegwijzer.commons.models import Item, Upload
from wegwijzer.kernel.personal_data import Source, register
from wegwijzer.kernel.text import gettext_noop as _

# Without any data about a person: words, slugs, texts about work, positions of regions.
WITHOUT = (
    "ItemPhenomenon",
    "ItemWord",
    "RecipeText",
    "Adoption",
    "AdoptionReport",
    "Comparison",
    "WordCount",
    "Chance",
    "ChanceAnswer",
    "Term",
    "TermVersion",
    "TermResponse",
    "TermComment",
    "TermUse",
)


def find_contacts(reference: str) -> Iterator[str]:
    """Yield the items that name this person as the one to call."""
    found = Item.objects.filter(contact_name__iexact=reference.strip()).values_list("id", flat=True)
    return (str(one) for one in found.iterator())


def find_lists(reference: str) -> Iterator[str]:
    """Yield the uploaded lists that name this person as the one to call."""
    sought = reference.strip().casefold()
    for upload in Upload.objects.iterator():
        if any(one["contact_name"].casefold() == sought for one in upload.rows):
            yield str(upload.id)


def erase_lists(moment: datetime) -> int:
    """Erase the lists that nobody took in before this moment."""
    return Upload.objects.filter(uploaded_at__lt=moment).delete()[0]


def find_nothing(reference: str) -> Iterator[str]:
    """Yield nothing: no person is named here."""
    return iter(())


def erase_nothing(moment: datetime) -> int:
    """Erase nothing by age: knowledge stays, and the region takes a name out when it changes."""
    return 0


def register_sources() -> None:
    """Add the tables of this context to the register of processing."""
    register(
        Source(
            "commons.Item",
            _("Kennis delen tussen regio's; alleen wie daarover gebeld mag worden staat erin."),
            _("Zolang die persoon het aanspreekpunt is."),
            "AVG art. 6 lid 1 onder e",
            find_contacts,
            erase_nothing,
        )
    )
    register(
        Source(
            "commons.Upload",
            _("Een lijst bekijken voor zij wordt opgenomen; er kan een aanspreekpunt in staan."),
            _("Zeven dagen, of tot de lijst is opgenomen."),
            "AVG art. 6 lid 1 onder e",
            find_lists,
            erase_lists,
        )
    )
    for name in WITHOUT:
        register(
            Source(
                f"commons.{name}",
                _("Kennis delen tussen regio's; hierin staan geen gegevens over personen."),
                _("Zolang de kennis van nut is."),
                "-",
                find_nothing,
                erase_nothing,
            )
        )
