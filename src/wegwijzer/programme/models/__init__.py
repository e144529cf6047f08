"""The tables of the programme. Only this package reads or writes them."""

from wegwijzer.programme.models.corrections import Correction
from wegwijzer.programme.models.council import (
    AgendaItem,
    CouncilTask,
    Decision,
    DecisionCount,
    Meeting,
    Paper,
)
from wegwijzer.programme.models.course import Activity, Objective, ProgressReport, Risk
from wegwijzer.programme.models.hubs import (
    FigureCorrection,
    Hub,
    HubFigure,
    HubNote,
    HubPortfolio,
    Indicator,
)
from wegwijzer.programme.models.people import Group, GroupDay, GroupMember, Member
from wegwijzer.programme.models.portfolios import (
    Assignment,
    AssignmentStep,
    ContractorChange,
    Goal,
    Plan,
    Portfolio,
    PortfolioStep,
    Result,
)

__all__ = [
    "Activity",
    "AgendaItem",
    "Assignment",
    "AssignmentStep",
    "ContractorChange",
    "Correction",
    "CouncilTask",
    "Decision",
    "DecisionCount",
    "FigureCorrection",
    "Goal",
    "Group",
    "GroupDay",
    "GroupMember",
    "Hub",
    "HubFigure",
    "HubNote",
    "HubPortfolio",
    "Indicator",
    "Meeting",
    "Member",
    "Objective",
    "Paper",
    "Plan",
    "Portfolio",
    "PortfolioStep",
    "ProgressReport",
    "Result",
    "Risk",
]
