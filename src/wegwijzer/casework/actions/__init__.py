"""Change cases: open, involve, ask, answer, deliver, take the next step."""

from wegwijzer.casework.actions.items import deliver_form, withdraw_item
from wegwijzer.casework.actions.opening import open_case
from wegwijzer.casework.actions.parties import assign_staff, end_involvement, involve_participant
from wegwijzer.casework.actions.requests import answer_request, request_data, withdraw_request
from wegwijzer.casework.actions.steps import advance_case
from wegwijzer.casework.rules import Needed, Opening, ProvidedItem, Question

__all__ = [
    "Needed",
    "Opening",
    "ProvidedItem",
    "Question",
    "advance_case",
    "answer_request",
    "assign_staff",
    "deliver_form",
    "end_involvement",
    "involve_participant",
    "open_case",
    "request_data",
    "withdraw_item",
    "withdraw_request",
]
