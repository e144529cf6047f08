"""Which chapters the programme asks for: one for each strategic goal, with its portfolios."""

from wegwijzer.annual_report.rules import chapters
from wegwijzer.annual_report.rules.chapters import Planned
from wegwijzer.annual_report.rules.states import ReportKind
from wegwijzer.kernel.actor import Actor


def planned(actor: Actor, kind: ReportKind, year: int) -> tuple[Planned, ...]:
    """Return the chapters of a report of this kind, in order."""
    return chapters.outline((), is_public=kind is ReportKind.PUBLIC)
