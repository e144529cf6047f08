"""Which personal data the yearly report keeps: who wrote and decided, nothing from cases."""

from collections.abc import Iterator
from datetime import datetime

from wegwijzer.kernel.personal_data import Source, register
from wegwijzer.kernel.text import gettext_noop as _

TABLES = (
    "Report",
    "Chapter",
    "Section",
    "SectionVersion",
    "Remark",
    "Taken",
    "Figure",
    "Edition",
)


def find_nothing(reference: str) -> Iterator[str]:
    """Yield nothing: the report is about work and numbers, never about a person."""
    return iter(())


def erase_nothing(moment: datetime) -> int:
    """Erase nothing by age: a report stays, and holds no data that has a term."""
    return 0


def register_sources() -> None:
    """Add the tables of this context to the register of processing."""
    for name in TABLES:
        register(
            Source(
                f"annual_report.{name}",
                _("Verantwoorden wat het netwerk deed; alleen aantallen en teksten over het werk."),
                _("Zolang het verslag wordt bewaard."),
                "Wgs art. 1.12",
                find_nothing,
                erase_nothing,
            )
        )
