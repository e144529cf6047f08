"""Change signals: report, check, weigh, decide, destroy."""

from wegwijzer.signals.actions.catalogue import add_phenomenon, end_phenomenon, load_phenomena
from wegwijzer.signals.actions.hits import judge_hit, undo_hit_judgement
from wegwijzer.signals.actions.intake import return_signal, take_into_weighing
from wegwijzer.signals.actions.reporting import (
    change_signal,
    discard_signal,
    draft_signal,
    submit_signal,
)
from wegwijzer.signals.actions.terms import expire_signals
from wegwijzer.signals.actions.weighing import (
    Outcome,
    decide_signal,
    judge_criterion,
    judge_purpose,
    link_to_dossier,
    record_attendance,
)

__all__ = [
    "Outcome",
    "add_phenomenon",
    "change_signal",
    "decide_signal",
    "discard_signal",
    "draft_signal",
    "end_phenomenon",
    "expire_signals",
    "judge_criterion",
    "judge_hit",
    "judge_purpose",
    "link_to_dossier",
    "load_phenomena",
    "record_attendance",
    "return_signal",
    "submit_signal",
    "take_into_weighing",
    "undo_hit_judgement",
]
