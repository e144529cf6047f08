"""Read what a report says: as it stands now, or as it was frozen; and its figures."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from wegwijzer.annual_report.content import content_of, figure_rows
from wegwijzer.annual_report.models import Edition
from wegwijzer.annual_report.queries.reports import seen
from wegwijzer.annual_report.rules import editions
from wegwijzer.annual_report.rules.states import ReportKind
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading


@dataclass(frozen=True, slots=True)
class EditionPage:
    """A frozen edition: what it says, and the text and hash it is kept under."""

    report_id: UUID
    number: int
    content: dict[str, Any]
    text: str
    sha256: str
    frozen_at: datetime
    is_last: bool


@reading
def get_draft(actor: Actor, report_id: UUID, *, today: date) -> dict[str, Any]:
    """Return what the report says as it stands now."""
    return content_of(actor, seen(actor, report_id), today=today)


@reading
def list_figures(actor: Actor, report_id: UUID) -> list[dict[str, Any]]:
    """Return each figure with its definition, and how it stands to the year before."""
    return figure_rows(seen(actor, report_id))


@reading
def get_edition(actor: Actor, report_id: UUID, number: int) -> EditionPage:
    """Return a frozen edition, checked against its hash."""
    report = seen(actor, report_id)
    edition = Edition.objects.filter(report=report, number=number).first()
    if edition is None:
        raise NotFound
    return _page(edition, is_last=number == max(report.editions.values_list("number", flat=True)))


def find_public_edition(actor: Actor | None, year: int) -> EditionPage | None:
    """Return the last published edition of a year: for anybody, signed in or not.

    Bron: Wgs art. 1.12.
    """
    edition = (
        Edition.objects.filter(
            report__year=year, report__kind=ReportKind.PUBLIC, published_at__isnull=False
        )
        .order_by("-number")
        .first()
    )
    return None if edition is None else _page(edition, is_last=True)


def _page(edition: Edition, *, is_last: bool) -> EditionPage:
    return EditionPage(
        edition.report_id,
        edition.number,
        editions.opened(edition.content, edition.sha256),
        edition.content,
        edition.sha256,
        edition.frozen_at,
        is_last,
    )
