"""How far a case is: what the next step turns on."""

from datetime import date

from wegwijzer.casework import rules
from wegwijzer.casework.gate import Entered
from wegwijzer.casework.models import DataRequest
from wegwijzer.casework.rules import Progress, RequestStatus


def progress_of(entered: Entered, *, reason: str, on: date) -> Progress:
    """Return what the law must know before a step is taken."""
    asked = DataRequest.objects.filter(case=entered.case).values_list("status", "due_date")
    waiting = rules.count_waiting(((RequestStatus(status), due) for status, due in asked), today=on)
    return Progress(is_director=entered.is_director, reason=reason, waiting=waiting)
