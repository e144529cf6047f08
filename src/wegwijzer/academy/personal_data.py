"""Which personal data the academy keeps: of colleagues, who followed what."""

from collections.abc import Callable, Iterator
from datetime import datetime

from wegwijzer.academy.models import Attendance, Certificate, Enrolment
from wegwijzer.kernel.personal_data import Source, register
from wegwijzer.kernel.text import gettext_noop as _

WITHOUT = ("Edition", "Evaluation", "Funding", "Module", "Programme", "Session")
Find = Callable[[str], Iterator[str]]


def find_enrolments(reference: str) -> Iterator[str]:
    """Yield the enrolments of the colleague with this name."""
    found = Enrolment.objects.filter(name__iexact=reference.strip())
    return (str(one) for one in found.values_list("id", flat=True).iterator())


def find_attendance(reference: str) -> Iterator[str]:
    """Yield where the colleague with this name was present."""
    found = Attendance.objects.filter(person__name__iexact=reference.strip())
    return (str(one) for one in found.values_list("id", flat=True).iterator())


def find_certificates(reference: str) -> Iterator[str]:
    """Yield the certificates of the colleague with this name."""
    found = Certificate.objects.filter(name__iexact=reference.strip())
    return (str(one) for one in found.values_list("id", flat=True).iterator())


def find_nothing(reference: str) -> Iterator[str]:
    """Yield nothing: no person is named here."""
    return iter(())


def erase_cancelled(moment: datetime) -> int:
    """Erase the enrolments that were cancelled before the moment; return how many."""
    return Enrolment.objects.filter(cancelled_at__lt=moment).delete()[0]


def erase_nothing(moment: datetime) -> int:
    """Erase nothing by age: a certificate proves what its holder may do."""
    return 0


def register_sources() -> None:
    """Add the tables of this context to the register of processing."""
    people: tuple[tuple[str, Find, Callable[[datetime], int]], ...] = (
        ("Enrolment", find_enrolments, erase_cancelled),
        ("Attendance", find_attendance, erase_nothing),
        ("Certificate", find_certificates, erase_nothing),
    )
    for name, find, erase in people:
        register(
            Source(
                f"academy.{name}",
                _("Aantonen wie de opleiding volgde die de wet van zijn rol vraagt."),
                _("Zolang iemand voor het samenwerkingsverband werkt."),
                "Wgs art. 1.8 lid 9",
                find,
                erase,
            )
        )
    for name in WITHOUT:
        register(
            Source(
                f"academy.{name}",
                _("Opleidingen geven; hierin staan geen gegevens over personen."),
                _("Zolang de opleiding van nut is."),
                "-",
                find_nothing,
                erase_nothing,
            )
        )
