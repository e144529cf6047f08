"""Freeze a report: keep all that it says as one text, with the hash of that text."""

from datetime import datetime

from wegwijzer.annual_report.content import content_of
from wegwijzer.annual_report.models import Edition, Report
from wegwijzer.annual_report.rules import editions
from wegwijzer.kernel.actor import Actor


def freeze(actor: Actor, report: Report, *, now: datetime) -> Edition:
    """Store the edition; from here on every page and file is made from it."""
    frozen = {"frozen_by": actor.name, "frozen_at": now.isoformat()}
    text = editions.canonical(content_of(actor, report, today=now.date()) | frozen)
    return Edition.objects.create(
        report=report,
        number=report.edition,
        reason=report.reason,
        content=text,
        sha256=editions.digest(text),
        frozen_by_name=actor.name,
        frozen_at=now,
    )
