"""Begin a report, take it from step to step, say why feedback is not described."""

from datetime import datetime
from uuid import UUID

from wegwijzer.annual_report import outline
from wegwijzer.annual_report.counting import count_into
from wegwijzer.annual_report.freezing import freeze
from wegwijzer.annual_report.models import Chapter, Report, Section
from wegwijzer.annual_report.rules import act, chapters, figures, states
from wegwijzer.annual_report.rules.chapters import ChapterKind, ChapterStatus, Planned
from wegwijzer.annual_report.rules.states import Event, Scope, Status
from wegwijzer.annual_report.storing import put_text, scope_of, seen_report, written_report
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record
from wegwijzer.network.queries import list_regions

TITLES = {
    states.ReportKind.REGION: "Jaarverslag %(year)s %(region)s",
    states.ReportKind.NETWORK: "Jaarverslag %(year)s RIEC-LIEC",
    states.ReportKind.PUBLIC: "Openbaar jaarverslag %(year)s RIEC-LIEC",
}


@acting
def start_report(actor: Actor, year: int, scope: Scope, *, now: datetime) -> UUID:
    """Begin the report of a year with the chapters that the programme asks for; return its id."""
    figures.check_year(year, today=now.date())
    states.check_scope(scope)
    states.check_writer(actor, scope)
    if Report.objects.filter(year=year, kind=scope.kind, region=scope.region_id).exists():
        raise Conflict(_("Dit jaarverslag is er al. Werk daarin verder."))
    names = {region.id: region.name for region in list_regions(on=now.date())}
    if scope.region_id is not None and scope.region_id not in names:
        raise Invalid(_("Kies een regio, alleen bij het verslag van een regio."), field="region")
    about = {"year": year, "region": names.get(scope.region_id) if scope.region_id else ""}
    report = Report.objects.create(
        year=year,
        kind=scope.kind,
        region_id=scope.region_id,
        title=TITLES[scope.kind] % about,
        started_at=now,
        changed_at=now,
    )
    _add_missing(actor, report, now=now)
    count_into(actor, report, now=now)
    record(actor, "annual_report.start_report", f"report:{report.id}", now=now,
           year=year, kind=scope.kind)  # fmt: skip
    return report.id


@acting
def refresh_chapters(actor: Actor, report_id: UUID, *, now: datetime) -> int:
    """Add the chapters of goals and portfolios that came later; return how many."""
    report = written_report(actor, report_id)
    added = _add_missing(actor, report, now=now)
    record(actor, "annual_report.refresh_chapters", f"report:{report.id}", now=now, added=added)
    return added


@acting
def count_figures(actor: Actor, report_id: UUID, *, now: datetime) -> None:
    """Count the figures of the year and of the year before anew."""
    report = written_report(actor, report_id)
    count_into(actor, report, now=now)
    record(actor, "annual_report.count_figures", f"report:{report.id}", now=now)


@acting
def take_step(
    actor: Actor, report_id: UUID, event: Event, *, reason: str = "", now: datetime
) -> None:
    """Take the report one step further along the state table."""
    report = seen_report(actor, report_id)
    step = states.check_step(actor, scope_of(report), Status(report.status), event, reason=reason)
    if event is Event.APPROVE:
        found = report.chapters.values_list("status", flat=True)
        chapters.check_all_approved([ChapterStatus(one) for one in found])
        report.approved_by, report.approved_at = actor.name, now
    if event is Event.CORRECT:
        report.edition += 1
        report.reason = reason.strip()
    if event is Event.FREEZE:
        freeze(actor, report, now=now)
    if event in (Event.REOPEN, Event.CORRECT):
        report.approved_by, report.approved_at = "", None
    report.status, report.changed_at = step.target, now
    report.save()
    record(actor, "annual_report.take_step", f"report:{report.id}", now=now,
           event=event, edition=report.edition)  # fmt: skip


@acting
def withhold_feedback(actor: Actor, report_id: UUID, reason: str, *, now: datetime) -> None:
    """Say why the feedback of recipients is not described. Bron: Wgs art. 1.12."""
    report = written_report(actor, report_id)
    act.check_withheld(reason)
    report.withheld_reason, report.changed_at = reason.strip(), now
    report.save(update_fields=["withheld_reason", "changed_at"])
    record(actor, "annual_report.withhold_feedback", f"report:{report.id}", now=now)


def _add_missing(actor: Actor, report: Report, *, now: datetime) -> int:
    """Add the planned chapters that are not there, those of a portfolio under their goal."""
    present = {(one.kind, one.slug): one for one in report.chapters.all()}
    planned = outline.planned(actor, states.ReportKind(report.kind), report.year)
    missing = chapters.missing_of(planned, frozenset(present))
    last = max((one.position for one in present.values()), default=0)
    for place, one in enumerate(missing, start=last + 1):
        parent = present.get((ChapterKind.GOAL.value, one.under)) if one.under else None
        present[one.kind.value, one.slug] = _add(actor, report, one, parent, place, now)
    return len(missing)


def _add(
    actor: Actor, report: Report, one: Planned, parent: Chapter | None, place: int, now: datetime
) -> Chapter:
    chapter = Chapter.objects.create(
        report=report, parent=parent, position=place, kind=one.kind, slug=one.slug, title=one.title
    )
    if one.text:
        section = Section(chapter=chapter, position=1)
        put_text(actor, section, "", one.text, now=now)
    return chapter
