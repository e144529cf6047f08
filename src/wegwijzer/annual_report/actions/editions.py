"""Put the frozen public report on the internet."""

from datetime import datetime
from uuid import UUID

from wegwijzer.annual_report.facts import public_facts
from wegwijzer.annual_report.models import Edition
from wegwijzer.annual_report.rules import act, states
from wegwijzer.annual_report.storing import scope_of, seen_report
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotAllowed
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record


@acting
def publish_edition(actor: Actor, report_id: UUID, *, now: datetime) -> None:
    """Put the last edition of the public report on the internet. Bron: Wgs art. 1.12."""
    report = seen_report(actor, report_id)
    if not states.may_approve(actor, scope_of(report)):
        raise NotAllowed(_("Dit besluit is aan het hoofd van de regio, of aan het hoofdenoverleg."))
    act.check_publish(public_facts(report))
    edition = Edition.objects.select_for_update().get(report=report, number=report.edition)
    edition.published_at, edition.published_by_name = now, actor.name
    edition.save(update_fields=["published_at", "published_by_name"])
    record(actor, "annual_report.publish_edition", f"report:{report.id}", now=now,
           edition=edition.number)  # fmt: skip
