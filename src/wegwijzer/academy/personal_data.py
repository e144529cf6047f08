"""Which personal data the academy keeps: of colleagues, who followed or prepared what."""

from collections.abc import Callable, Iterator
from datetime import datetime

from wegwijzer.academy.models import (
    Attendance,
    AwarenessMeeting,
    Certificate,
    Enrolment,
    FollowUp,
    MeetingStep,
    Speaker,
)
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


def find_contacts(reference: str) -> Iterator[str]:
    """Yield the awareness meetings that this colleague can be called about."""
    found = AwarenessMeeting.objects.filter(contact_name__iexact=reference.strip())
    return (str(one) for one in found.values_list("id", flat=True).iterator())


def find_speakers(reference: str) -> Iterator[str]:
    """Yield where somebody with this name speaks."""
    found = Speaker.objects.filter(name__iexact=reference.strip())
    return (str(one) for one in found.values_list("id", flat=True).iterator())


def find_steps(reference: str) -> Iterator[str]:
    """Yield what the colleague with this name did with awareness meetings."""
    found = MeetingStep.objects.filter(by_name__iexact=reference.strip())
    return (str(one) for one in found.values_list("id", flat=True).iterator())


def find_agreed(reference: str) -> Iterator[str]:
    """Yield what somebody with this name was to do after awareness meetings."""
    found = FollowUp.objects.filter(who__iexact=reference.strip())
    return (str(one) for one in found.values_list("id", flat=True).iterator())


def erase_contacts(moment: datetime) -> int:
    """Take the contact off the meetings of before the moment; return how many."""
    past = AwarenessMeeting.objects.filter(on_date__lt=moment.date()).exclude(contact_name="")
    return past.update(contact_name="", contact_reach="")


def erase_speakers(moment: datetime) -> int:
    """Erase who spoke at the meetings of before the moment; return how many."""
    return Speaker.objects.filter(meeting__on_date__lt=moment.date()).delete()[0]


def erase_steps(moment: datetime) -> int:
    """Erase who did what with the meetings of before the moment; return how many."""
    return MeetingStep.objects.filter(meeting__on_date__lt=moment.date()).delete()[0]


def erase_agreed(moment: datetime) -> int:
    """Erase what was agreed and done before the moment; return how many."""
    return FollowUp.objects.filter(done_at__lt=moment).delete()[0]


def find_nothing(reference: str) -> Iterator[str]:
    """Yield nothing: no person is named here."""
    return iter(())


def erase_cancelled(moment: datetime) -> int:
    """Erase the enrolments that were cancelled before the moment; return how many."""
    return Enrolment.objects.filter(cancelled_at__lt=moment).delete()[0]


def erase_nothing(moment: datetime) -> int:
    """Erase nothing by age: a certificate proves what its holder may do."""
    return 0


Table = tuple[str, Find, Callable[[datetime], int]]
FOLLOWERS: tuple[Table, ...] = (
    ("Enrolment", find_enrolments, erase_cancelled),
    ("Attendance", find_attendance, erase_nothing),
    ("Certificate", find_certificates, erase_nothing),
)
PREPARERS: tuple[Table, ...] = (
    ("AwarenessMeeting", find_contacts, erase_contacts),
    ("Speaker", find_speakers, erase_speakers),
    ("MeetingStep", find_steps, erase_steps),
    ("FollowUp", find_agreed, erase_agreed),
)
NAMELESS: tuple[Table, ...] = tuple((name, find_nothing, erase_nothing) for name in WITHOUT)


def register_sources() -> None:
    """Add the tables of this context to the register of processing."""
    _register(
        FOLLOWERS,
        _("Aantonen wie de opleiding volgde die de wet van zijn rol vraagt."),
        _("Zolang iemand voor het samenwerkingsverband werkt."),
        "Wgs art. 1.8 lid 9",
    )
    _register(
        PREPARERS,
        _("Weten wie een bewustwordingsbijeenkomst voorbereidt; van wie er was het aantal."),
        _("Twee jaar na de bijeenkomst; het aantal en de evaluatie blijven."),
        "AVG art. 6 lid 1 onder e",
    )
    _register(
        NAMELESS,
        _("Opleidingen geven; hierin staan geen gegevens over personen."),
        _("Zolang de opleiding van nut is."),
        "-",
    )


def _register(tables: tuple[Table, ...], purpose: str, term: str, ground: str) -> None:
    for name, find, erase in tables:
        register(Source(f"academy.{name}", purpose, term, ground, find, erase))
