"""Change cases: open, involve, ask, answer, deliver, take the next step."""

from wegwijzer.casework.actions.deliveries import (
    discard_delivery,
    map_delivery,
    receive_delivery,
)
from wegwijzer.casework.actions.hits import judge_hit, undo_hit_judgement
from wegwijzer.casework.actions.items import deliver_form, withdraw_item
from wegwijzer.casework.actions.opening import open_case
from wegwijzer.casework.actions.parties import assign_staff, end_involvement, involve_participant
from wegwijzer.casework.actions.reopening import (
    answer_reopening,
    propose_reopening,
    reopen_case,
    withdraw_reopening,
)
from wegwijzer.casework.actions.requests import answer_request, request_data, withdraw_request
from wegwijzer.casework.actions.steps import advance_case
from wegwijzer.casework.importing import process_next_delivery
from wegwijzer.casework.rules import Defaults, Keep, Needed, Opening, ProvidedItem, Question

__all__ = [
    "Defaults",
    "Keep",
    "Needed",
    "Opening",
    "ProvidedItem",
    "Question",
    "advance_case",
    "answer_reopening",
    "answer_request",
    "assign_staff",
    "deliver_form",
    "discard_delivery",
    "end_involvement",
    "involve_participant",
    "judge_hit",
    "map_delivery",
    "open_case",
    "process_next_delivery",
    "propose_reopening",
    "receive_delivery",
    "reopen_case",
    "request_data",
    "undo_hit_judgement",
    "withdraw_item",
    "withdraw_reopening",
    "withdraw_request",
]
