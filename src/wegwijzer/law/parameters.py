"""What the Act leaves to a decree or to practice: values with their source, never hard rules.

A parameter whose status is not ``law`` was not confirmed in the text of the Act; an installation
may choose another value, and pages show the source beside it.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from wegwijzer.kernel.text import gettext_noop as _

T = TypeVar("T")


class Status(StrEnum):
    """How sure a value is."""

    LAW = "law"
    INFERRED = "inferred"
    UNVERIFIED = "unverified"
    PROPOSED = "proposed"


CERTAINTY = {
    Status.LAW: _("staat in de wet"),
    Status.INFERRED: _("afgeleid uit de wet"),
    Status.UNVERIFIED: _("nog niet nagegaan"),
    Status.PROPOSED: _("voorstel van Wegwijzer"),
}


@dataclass(frozen=True, slots=True)
class Parameter(Generic[T]):
    """One value, where it comes from and how sure that is."""

    value: T
    meaning: str
    source: str
    status: Status

    @property
    def certainty(self) -> str:
        """Return in words how sure the value is."""
        return CERTAINTY[self.status]


RETENTION_YEARS = Parameter(
    5, _("Uiterlijke bewaartermijn in jaren"), "Wgs art. 1.8 lid 7", Status.LAW
)
REJECTED_SIGNAL_YEARS = Parameter(
    1,
    _("Bewaartermijn van een niet aanvaard signaal in jaren"),
    "Naar analogie van het CCV-modelprotocol; Wgs art. 1.8 lid 7",
    Status.PROPOSED,
)
FEEDBACK_MONTHS = Parameter(
    12, _("Terugkoppeling na een verstrekking, in maanden"), "Wgs art. 1.7 lid 4", Status.LAW
)
WEIGHING_QUORUM = Parameter(
    2,
    _("Deelnemers die aan de weging meedoen"),
    "Wgs art. 2.23 lid 2 en 3 spreekt van 'de deelnemers'",
    Status.INFERRED,
)
REQUEST_DAYS = Parameter(
    14, _("Termijn voor een informatieverzoek in dagen"), "Praktijk", Status.PROPOSED
)
SCREENING_REQUIRED = Parameter(
    True, _("Screening is vereist"), "Wgs art. 1.8 lid 3; uitwerking in het Bgs", Status.UNVERIFIED
)
TRAINING_REQUIRED = Parameter(
    True, _("Opleiding is vereist"), "Wgs art. 1.8 lid 9; uitwerking in het Bgs", Status.UNVERIFIED
)
RECENT_MONTHS = Parameter(
    24, _("Een signaal is recent tot zoveel maanden"), "Praktijk", Status.PROPOSED
)
SMALL_NUMBER = Parameter(
    5, _("Een aantal hieronder wordt niet gepubliceerd"), "Wgs art. 1.8 lid 7", Status.PROPOSED
)

PARAMETERS: tuple[Parameter[int] | Parameter[bool], ...] = (
    RETENTION_YEARS,
    FEEDBACK_MONTHS,
    WEIGHING_QUORUM,
    SCREENING_REQUIRED,
    TRAINING_REQUIRED,
    REJECTED_SIGNAL_YEARS,
    REQUEST_DAYS,
    RECENT_MONTHS,
    SMALL_NUMBER,
)
