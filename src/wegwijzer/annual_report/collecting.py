"""What came of the year elsewhere in the product, ready to be told in the report."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from wegwijzer.academy.queries.awareness import tally_meetings
from wegwijzer.academy.queries.certificates import count_certificates_by_programme
from wegwijzer.annual_report.models import Report
from wegwijzer.commons.queries import (
    YearlyRow,
    find_of_year,
    list_of_year,
    list_terms_adopted,
)
from wegwijzer.commons.rules.items import Kind
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.programme.queries.portfolios import list_results
from wegwijzer.programme.queries.yearly import list_plans

# So many of each kind of the library; a portfolio of its own reaches further.
EACH = 15


class Origin(StrEnum):
    """Where something was collected."""

    PROGRAMME = "programme"
    COMMONS = "commons"
    ACADEMY = "academy"


ORIGIN_LABELS = {
    Origin.PROGRAMME: _("Resultaten van portefeuilles"),
    Origin.COMMONS: _("Bibliotheek"),
    Origin.ACADEMY: _("Academie"),
}


@dataclass(frozen=True, slots=True)
class Collected:
    """One thing that could be told: in a sentence, with the portfolio or goal it belongs to."""

    source: str
    origin: Origin
    text: str
    label: str
    portfolio: str = ""
    on: date | None = None


def _library(actor: Actor, report: Report, portfolio: str = "") -> list[Collected]:
    """Return the methods, instruments and phenomenon pictures of the year, last of each kind."""
    rows = list_of_year(
        actor, report.year, LIBRARY, region_id=report.region_id, portfolio=portfolio, each=EACH
    )
    order = list(LIBRARY)
    return [_of_item(row) for row in sorted(rows, key=lambda one: order.index(one.kind))]


def _of_item(row: YearlyRow) -> Collected:
    text = f"{row.title}. {row.summary}" if row.summary else f"{row.title}."
    on = row.changed_at.date()
    return Collected(
        f"item:{row.id}", Origin.COMMONS, text, LIBRARY[row.kind], row.portfolio, on
    )  # fmt: skip


def _terms(actor: Actor, report: Report) -> list[Collected]:
    """Return the definitions that were adopted in the year, for all regions."""
    return [
        Collected(
            f"term:{one.slug}:{one.number}",
            Origin.COMMONS,
            f"Voor alle regio's geldt sinds {one.adopted_date:%d-%m-%Y} één definitie van "
            f"{one.name.lower()}.",
            _("Definitie"),
            one.slug,
            one.adopted_date,
        )
        for one in list_terms_adopted(actor, report.year)
    ]


def _academy(actor: Actor, report: Report) -> list[Collected]:
    """Return what was taught in the year: the meetings held, and who finished a training.

    A training is of the whole network, so the report of one region tells only its own meetings.
    """
    year = report.year
    held = [
        one
        for one in tally_meetings(actor, since=year, until=year)
        if report.region_id in (None, one.region_id)
    ]
    found = []
    if held:
        meetings, people = sum(one.meetings for one in held), sum(one.people for one in held)
        found.append(
            Collected(
                "academy:meetings", Origin.ACADEMY, _meetings(year, meetings, people),
                _("Bewustwording"),
            )
        )  # fmt: skip
    if report.region_id is None:
        since, until = date(year, 1, 1), date(year, 12, 31)
        counted = count_certificates_by_programme(actor, since=since, until=until)
        for slug, title, number in counted:
            what = "is één certificaat" if number == 1 else f"zijn {number} certificaten"
            text = f"Voor de opleiding '{title}' {what} uitgereikt."
            found.append(Collected(f"training:{slug}", Origin.ACADEMY, text, _("Opleiding")))
    return found


def _meetings(year: int, meetings: int, people: int) -> str:
    what = (
        "is één bewustwordingsbijeenkomst"
        if meetings == 1
        else (f"zijn {meetings} bewustwordingsbijeenkomsten")
    )
    came = f", met samen {people} deelnemers" if people > 1 else ""
    return f"In {year} {what} gehouden{came}."


def results_in(actor: Actor, report: Report, *, portfolio: str = "") -> list[Collected]:
    """Return what portfolios, or one, reached in the year, and what they mean to do in the next."""
    results = [
        Collected(
            f"result:{one.id}", Origin.PROGRAMME, one.text, _("Resultaat"), one.portfolio_slug
        )
        for one in list_results(actor, year=report.year, portfolio=portfolio, limit=None)
    ]
    plans = [
        Collected(
            f"plan:{one.id}",
            Origin.PROGRAMME,
            one.text,
            _("Plan voor het volgende jaar"),
            one.portfolio_slug,
        )
        for one in list_plans(actor, year=report.year + 1)
    ]
    return [*results, *plans]


LIBRARY = {
    Kind.METHOD: _("Methode"),
    Kind.INSTRUMENT: _("Instrument"),
    Kind.PHENOMENON_PICTURE: _("Fenomeenbeeld"),
    Kind.EVALUATION: _("Evaluatie"),
}


def found_in(actor: Actor, report: Report, *, portfolio: str = "") -> list[Collected]:
    """Return what can be told of the year, of everything or of one portfolio."""
    reached = results_in(actor, report, portfolio=portfolio)
    found = [*reached, *_terms(actor, report), *_academy(actor, report)]
    mine = [one for one in found if portfolio in ("", one.portfolio)]
    return [*mine, *_library(actor, report, portfolio)]


def find_in(actor: Actor, report: Report, source: str) -> Collected | None:
    """Return one thing that can be told of the year, also when no list reaches as far."""
    kind, _colon, key = source.partition(":")
    if kind != "item":
        return next((one for one in found_in(actor, report) if one.source == source), None)
    try:
        item_id = UUID(key)
    except ValueError:
        return None
    row = find_of_year(actor, report.year, LIBRARY, item_id, region_id=report.region_id)
    return _of_item(row) if row else None
