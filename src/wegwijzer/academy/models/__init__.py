"""The tables of the academy. Only this package reads or writes them."""

from wegwijzer.academy.models.awareness import (
    AwarenessMeeting,
    FollowUp,
    MeetingStep,
    Speaker,
)
from wegwijzer.academy.models.training import (
    Attendance,
    Certificate,
    Edition,
    Enrolment,
    Evaluation,
    Funding,
    Module,
    Programme,
    Session,
)

__all__ = [
    "Attendance",
    "AwarenessMeeting",
    "Certificate",
    "Edition",
    "Enrolment",
    "Evaluation",
    "FollowUp",
    "Funding",
    "MeetingStep",
    "Module",
    "Programme",
    "Session",
    "Speaker",
]
