"""The tables of the academy. Only this package reads or writes them."""

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
    "Certificate",
    "Edition",
    "Enrolment",
    "Evaluation",
    "Funding",
    "Module",
    "Programme",
    "Session",
]
