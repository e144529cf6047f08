"""Make reports for the tests, by the actions that writers call."""

from uuid import UUID

from tests.world import NOW
from wegwijzer.annual_report import actions, queries
from wegwijzer.annual_report.rules.states import Event, ReportKind, Scope
from wegwijzer.kernel.actor import Actor


def make_report(actor: Actor, *, year: int = 2025, kind: ReportKind = ReportKind.NETWORK) -> UUID:
    """Begin a report of the whole network."""
    return actions.start_report(actor, year, Scope(kind, None), now=NOW)


def write_all(actor: Actor, report: UUID) -> None:
    """Write a text in each chapter that has none."""
    for one in queries.get_report(actor, report, now=NOW).chapters:
        if not one.sections:
            body = f"Dit gaat over {one.title}.\n\n- Een punt\n- Nog een punt"
            actions.add_section(actor, one.id, body=body, now=NOW)


def approve_all(writer: Actor, approver: Actor, report: UUID) -> None:
    """Offer each chapter and have another approve it."""
    for one in queries.get_report(writer, report, now=NOW).chapters:
        actions.send_chapter(writer, one.id, now=NOW)
        actions.approve_chapter(approver, one.id, now=NOW)


def freeze_report(writer: Actor, approver: Actor, report: UUID) -> None:
    """Take a report from collecting to a frozen edition."""
    write_all(writer, report)
    approve_all(writer, approver, report)
    for who, event in (
        (writer, Event.WRITE),
        (writer, Event.REVIEW),
        (approver, Event.APPROVE),
        (approver, Event.FREEZE),
    ):
        actions.take_step(who, report, event, now=NOW)
