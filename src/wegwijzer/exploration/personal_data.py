"""Which personal data explorations keep: none of subjects; of colleagues only who wrote what."""

from collections.abc import Iterator
from datetime import datetime

from wegwijzer.kernel.personal_data import Source, register
from wegwijzer.kernel.text import gettext_noop as _

WITHOUT = (
    "Session",
    "Chair",
    "RegionInvitation",
    "PersonInvitation",
    "Cluster",
    "Note",
    "Ballot",
    "Dots",
    "Focus",
    "Objective",
)


def find_nothing(reference: str) -> Iterator[str]:
    """Yield nothing: notes are about work, not about people."""
    return iter(())


def erase_nothing(moment: datetime) -> int:
    """Erase nothing by age: what the regions chose stays as the ground of what they do."""
    return 0


def register_sources() -> None:
    """Add the tables of this context to the register of processing."""
    for name in WITHOUT:
        register(
            Source(
                f"exploration.{name}",
                _("Samen verkennen waar een portefeuille aan werkt; geen gegevens uit casussen."),
                _("Zolang de doelen die eruit kwamen gelden."),
                "-",
                find_nothing,
                erase_nothing,
            )
        )
