"""What the Act asks about, gathered from the tables."""

from wegwijzer.annual_report.models import Report, Section
from wegwijzer.annual_report.rules.act import PublicFacts
from wegwijzer.annual_report.rules.chapters import ChapterKind
from wegwijzer.annual_report.rules.states import ReportKind, Status


def public_facts(report: Report) -> PublicFacts:
    """Return what is known of a report when the demands of the Act are gone through."""
    told = Section.objects.filter(chapter__report=report, chapter__kind=ChapterKind.FEEDBACK)
    return PublicFacts(
        kind=ReportKind(report.kind),
        status=Status(report.status),
        feedback_text=" ".join(told.values_list("body", flat=True)),
        withheld_reason=report.withheld_reason,
        is_published=report.editions.filter(
            number=report.edition, published_at__isnull=False
        ).exists(),
    )
