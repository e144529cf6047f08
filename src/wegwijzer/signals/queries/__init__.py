"""Read signals: lists, one signal, the weighing table, hits. All through ``visible_signals``."""

from wegwijzer.signals.queries.access import visible_signals
from wegwijzer.signals.queries.catalogue import PhenomenonRow, list_phenomena
from wegwijzer.signals.queries.hits import Hit, Hits, find_hits, get_hit
from wegwijzer.signals.queries.intake import Intake, get_intake, list_similar
from wegwijzer.signals.queries.lists import (
    SignalList,
    Wanted,
    count_signals,
    list_signals,
)
from wegwijzer.signals.queries.page import (
    CheckRow,
    SignalPage,
    get_draft,
    get_signal,
    get_signal_with_hits,
    list_faults,
)
from wegwijzer.signals.queries.table import (
    MOST_ON_AGENDA,
    Agenda,
    AgendaRow,
    count_weighing_table,
    list_present_today,
    list_weighing_table,
)
from wegwijzer.signals.shown import CriterionRow, SignalRow, WeighingView

__all__ = [
    "MOST_ON_AGENDA",
    "Agenda",
    "AgendaRow",
    "CheckRow",
    "CriterionRow",
    "Hit",
    "Hits",
    "Intake",
    "PhenomenonRow",
    "SignalList",
    "SignalPage",
    "SignalRow",
    "Wanted",
    "WeighingView",
    "count_signals",
    "count_weighing_table",
    "find_hits",
    "get_draft",
    "get_hit",
    "get_intake",
    "get_signal",
    "get_signal_with_hits",
    "list_faults",
    "list_phenomena",
    "list_present_today",
    "list_signals",
    "list_similar",
    "list_weighing_table",
    "visible_signals",
]
