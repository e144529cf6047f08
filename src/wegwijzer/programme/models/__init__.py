"""The tables of the programme. Only this package reads or writes them."""

from wegwijzer.programme.models.council import AgendaItem, CouncilTask, Decision, Meeting, Paper
from wegwijzer.programme.models.hubs import Hub, HubFigure, HubNote, HubPortfolio, Indicator
from wegwijzer.programme.models.portfolios import Assignment, Goal, Plan, Portfolio, Result

__all__ = [
    "AgendaItem",
    "Assignment",
    "CouncilTask",
    "Decision",
    "Goal",
    "Hub",
    "HubFigure",
    "HubNote",
    "HubPortfolio",
    "Indicator",
    "Meeting",
    "Paper",
    "Plan",
    "Portfolio",
    "Result",
]
