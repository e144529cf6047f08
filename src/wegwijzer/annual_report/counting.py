"""Count the figures of a report, from queries that return numbers only."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date, datetime
from uuid import UUID

from wegwijzer.academy.queries.awareness import count_meetings_by_region
from wegwijzer.academy.queries.certificates import count_certificates
from wegwijzer.annual_report.models import Chapter, Edition, Figure, Report
from wegwijzer.annual_report.rules import editions
from wegwijzer.annual_report.rules.chapters import ChapterKind
from wegwijzer.annual_report.rules.figures import BY_SLUG, Counted, period_of
from wegwijzer.annual_report.rules.states import ReportKind
from wegwijzer.casework.queries.figures import count_cases_by_region
from wegwijzer.commons.queries import find_term
from wegwijzer.commons.queries.figures import (
    count_library_by_region,
    count_terms_adopted,
    count_undertaken_by_region,
)
from wegwijzer.kernel.actor import Actor
from wegwijzer.programme.queries.yearly import count_results
from wegwijzer.signals.queries.figures import count_signals_by_region

# The counts of one year: for each figure the number of each region; None is of no region.
Counts = dict[str, dict[UUID | None, int]]
EARLIER_YEARS = 1
SIGNALS = {
    "signalen-ontvangen": "received",
    "signalen-gewogen": "weighed",
    "signalen-aanvaard": "accepted",
    "signalen-afgewezen": "rejected",
}
CASES = {
    "casussen-geopend": "opened",
    "verzoeken-gedaan": "asked",
    "verzoeken-verstrekt": "provided",
    "verzoeken-geweigerd": "refused",
    "gegevens-verstrekt": "items",
    "casussen-gesloten": "closed",
}
LIBRARY = {
    "recepten-gepubliceerd": "recipes",
    "recepten-overgenomen": "adoptions",
    "fenomeenbeelden": "pictures",
}


def _spread(found: Mapping[UUID, object], names: Mapping[str, str]) -> Counts:
    return {
        slug: {region: getattr(counts, name) for region, counts in found.items()}
        for slug, name in names.items()
    }


def _signals(actor: Actor, year: int) -> Counts:
    since, until = period_of(year)
    return _spread(count_signals_by_region(actor, since=since, until=until), SIGNALS)


def _cases(actor: Actor, year: int) -> Counts:
    since, until = period_of(year)
    return _spread(count_cases_by_region(actor, since=since, until=until), CASES)


def _library(actor: Actor, year: int) -> Counts:
    since, until = period_of(year)
    found = _spread(count_library_by_region(actor, since=since, until=until), LIBRARY)
    first, last = date(year, 1, 1), date(year + 1, 1, 1)
    found["begrippen-vastgesteld"] = {None: count_terms_adopted(actor, since=first, until=last)}
    found["projecten-jonge-aanwas"] = {
        region: n for region, n in count_undertaken_by_region(actor, "jonge-aanwas", year).items()
    }
    return found


def _programme(actor: Actor, year: int) -> Counts:
    return {"resultaten": {None: count_results(actor, year=year)}}


def _learning(actor: Actor, year: int) -> Counts:
    first, last = date(year, 1, 1), date(year, 12, 31)
    held = count_meetings_by_region(actor, year=year)
    return {
        "certificaten": {None: count_certificates(actor, since=first, until=last)},
        "bewustwordingsbijeenkomsten": {region: n for region, n in held.items()},
    }


SOURCES: tuple[Callable[[Actor, int], Counts], ...] = (
    _signals, _cases, _library, _learning, _programme,
)  # fmt: skip


def counted(actor: Actor, year: int) -> Counts:
    """Return every figure of a year, for each region."""
    found: Counts = {}
    for source in SOURCES:
        found |= source(actor, year)
    return found


def count_into(actor: Actor, report: Report, *, now: datetime) -> None:
    """Count the year of the report and the one before, and keep the numbers with the report.

    A year of which an edition was frozen keeps the numbers of that edition: what was counted then
    may have been destroyed since.
    """
    report.figures.all().delete()
    rows = _rows(actor, report, report.year, now.date())
    for year in range(report.year - EARLIER_YEARS, report.year):
        rows += _frozen_rows(report, year) or _rows(actor, report, year, now.date())
    Figure.objects.bulk_create(rows)
    report.counted_at = now
    report.save(update_fields=["counted_at"])


def leave_figures_out(report_id: UUID) -> None:
    """Take the figures and their chapter out of a report; who counts anew has them back."""
    Figure.objects.filter(report_id=report_id).delete()
    Chapter.objects.filter(report_id=report_id, kind=ChapterKind.FIGURES).delete()
    Report.objects.filter(id=report_id).update(counted_at=None)


def _rows(actor: Actor, report: Report, year: int, today: date) -> list[Figure]:
    totals: dict[str, int] = {}
    parts: dict[str, dict[UUID, int]] = defaultdict(dict)
    for slug, found in counted(actor, year).items():
        if report.region_id is not None:
            totals[slug] = found.get(report.region_id, 0) + found.get(None, 0)
            continue
        totals[slug] = sum(found.values())
        if report.kind == ReportKind.NETWORK:
            parts[slug] = {region: n for region, n in found.items() if region is not None}
    versions = _term_versions(actor, min(date(year, 12, 31), today))
    each: list[tuple[str, UUID | None, int]] = [(slug, None, n) for slug, n in totals.items()]
    each += [(slug, region, n) for slug, part in parts.items() for region, n in part.items()]
    return [
        Figure(
            report=report,
            year=year,
            slug=slug,
            region_id=region,
            value=value,
            definition_version=BY_SLUG[slug].version,
            term_version=versions.get(BY_SLUG[slug].term),
        )
        for slug, region, value in each
    ]


def _term_versions(actor: Actor, on: date) -> dict[str, int]:
    """Return the version in force on a day of each term by which a figure counts."""
    slugs = sorted({one.term for one in BY_SLUG.values() if one.term})
    found = {slug: find_term(actor, slug, on=on) for slug in slugs}
    return {slug: term.number for slug, term in found.items() if term is not None}


def _frozen_rows(report: Report, year: int) -> list[Figure]:
    edition = (
        Edition.objects.filter(
            report__year=year, report__kind=report.kind, report__region=report.region_id
        )
        .order_by("-number")
        .first()
    )
    if edition is None:
        return []
    content = editions.opened(edition.content, edition.sha256)
    return [
        Figure(
            report=report,
            year=year,
            slug=row["slug"],
            value=row["value"],
            definition_version=row["definition_version"],
            term_version=row["term_version"],
            edition_id=edition.id,
        )
        for row in content["figures"]
        if row["value"] is not None
    ]


def counts_of(report: Report) -> dict[tuple[int, str], Counted]:
    """Return the totals that are kept with a report, by year and figure."""
    return {
        (one.year, one.slug): Counted(one.value, one.definition_version, one.term_version)
        for one in report.figures.all()
        if one.region_id is None
    }


def slugs_counted(report: Report) -> frozenset[str]:
    """Return which figures a text of this report may refer to: those that were counted."""
    return frozenset(report.figures.filter(year=report.year).values_list("slug", flat=True))
