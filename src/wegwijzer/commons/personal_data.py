"""Which personal data the library keeps: only who of the network may be called about an item."""

from collections.abc import Iterator
from datetime import datetime

from wegwijzer.commons.models import Item
from wegwijzer.kernel.personal_data import Source, register
from wegwijzer.kernel.text import gettext_noop as _

# Without any data about a person: words, slugs, texts about work, positions of regions.
WITHOUT = (
    "ItemPhenomenon",
    "ItemWord",
    "Upload",
    "RecipeText",
    "Adoption",
    "AdoptionReport",
    "WordCount",
    "Chance",
    "ChanceAnswer",
    "Term",
    "TermVersion",
    "TermResponse",
    "TermUse",
)


def find_contacts(reference: str) -> Iterator[str]:
    """Yield the items that name this person as the one to call."""
    found = Item.objects.filter(contact_name__iexact=reference.strip()).values_list("id", flat=True)
    return (str(one) for one in found.iterator())


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
