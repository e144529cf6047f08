"""Which personal data the programme keeps: only names of colleagues, never of whom a case is on."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q

from wegwijzer.kernel.personal_data import Source, register
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.programme.models import CouncilTask, Meeting

# Without any data about a person: names of places and subjects, texts about work, figures.
WITHOUT = (
    "AgendaItem",
    "Assignment",
    "Decision",
    "Goal",
    "Hub",
    "HubFigure",
    "HubNote",
    "HubPortfolio",
    "Indicator",
    "Paper",
    "Plan",
    "Portfolio",
    "Result",
)


def find_meetings(reference: str) -> Iterator[str]:
    """Yield the meetings that name this person as the chair or as present."""
    name = reference.strip()
    found = Meeting.objects.filter(Q(chair__iexact=name) | Q(present__icontains=name))
    return (str(one) for one in found.values_list("id", flat=True).iterator()) if name else iter(())


def find_tasks(reference: str) -> Iterator[str]:
    """Yield the actions of the heads council that this person is to do."""
    found = CouncilTask.objects.filter(who__iexact=reference.strip())
    return (str(one) for one in found.values_list("id", flat=True).iterator())


def find_nothing(reference: str) -> Iterator[str]:
    """Yield nothing: no person is named here."""
    return iter(())


def erase_nothing(moment: datetime) -> int:
    """Erase nothing by age: what the network decided is kept as long as its archive."""
    return 0


def register_sources() -> None:
    """Add the tables of this context to the register of processing."""
    for name, find in (("Meeting", find_meetings), ("CouncilTask", find_tasks)):
        register(
            Source(
                f"programme.{name}",
                _("Besluiten van het hoofdenoverleg vastleggen, met wie voorzit en wie wat doet."),
                _("Zolang het archief van het hoofdenoverleg wordt bewaard."),
                "AVG art. 6 lid 1 onder e",
                find,
                erase_nothing,
            )
        )
    for name in WITHOUT:
        register(
            Source(
                f"programme.{name}",
                _("Samen sturen op doelen; hierin staan geen gegevens over personen."),
                _("Zolang het programma van nut is."),
                "-",
                find_nothing,
                erase_nothing,
            )
        )
