"""The tables of the programme. Only this package reads or writes them."""

from wegwijzer.programme.models.council import AgendaItem, CouncilTask, Decision, Meeting, Paper
from wegwijzer.programme.models.hubs import Hub, HubFigure, HubNote, HubPortfolio, Indicator

__all__ = [
    "AgendaItem",
    "CouncilTask",
    "Decision",
    "Hub",
    "HubFigure",
    "HubNote",
    "HubPortfolio",
    "Indicator",
    "Meeting",
    "Paper",
]
