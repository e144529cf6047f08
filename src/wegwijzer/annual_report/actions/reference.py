"""Write the report of the year that a reference describes, from what was loaded of it."""

from datetime import datetime
from uuid import UUID

from wegwijzer.annual_report.actions.collecting import take_fitting
from wegwijzer.annual_report.actions.reports import start_report
from wegwijzer.annual_report.actions.texts import add_section
from wegwijzer.annual_report.counting import leave_figures_out
from wegwijzer.annual_report.models import Chapter
from wegwijzer.annual_report.rules import texts
from wegwijzer.annual_report.rules.chapters import INTRODUCTION
from wegwijzer.annual_report.rules.states import ReportKind, Scope
from wegwijzer.kernel.actor import Actor
from wegwijzer.logbook.actions import acting
from wegwijzer.programme.reference.reader import Organisation, Reference


@acting
def write_reference_report(actor: Actor, reference: Reference, *, now: datetime) -> UUID:
    """Begin the report of the network, introduce who works for whom, take what was reached.

    Nothing of that year was counted here, and a nought would say that nothing happened: the report
    begins without figures.
    """
    report = start_report(actor, reference.year, Scope(ReportKind.NETWORK, None), now=now)
    leave_figures_out(report)
    opening = Chapter.objects.get(report_id=report, slug=INTRODUCTION.slug)
    add_section(actor, opening.id, body=introduction(reference.organisation), now=now)
    take_fitting(actor, report, now=now)
    return report


def introduction(said: Organisation) -> str:
    """Return in words who commissions, who carries out, to what end and since when."""
    paragraphs = (
        f"Het {said.commissioner} is opdrachtgever van de portefeuilles; {said.contractors} zijn "
        f"opdrachtnemer. {said.execution} {said.with_partners}",
        " ".join(text for _year, text in said.history),
        "De portefeuilles zijn er vooral voor om samen:",
    )
    body = "\n\n".join(paragraphs)
    for aim in said.aims:
        body = texts.with_point(body, aim[:1].lower() + aim[1:])
    return body
