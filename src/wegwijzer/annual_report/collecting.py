"""What came of the year elsewhere in the product, ready to be told in the report."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wegwijzer.annual_report.models import Report
from wegwijzer.commons.queries import Wanted, list_items, list_terms_adopted
from wegwijzer.commons.rules.items import Kind
from wegwijzer.commons.rules.items import Status as ItemStatus
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.programme.queries.portfolios import list_results
from wegwijzer.programme.queries.yearly import list_plans

MOST = 60


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


def _library(actor: Actor, report: Report) -> list[Collected]:
    """Return the methods, instruments and phenomenon pictures of the year."""
    found = []
    for kind, label in LIBRARY:
        wanted = Wanted(
            kind=kind, year=report.year, region_id=report.region_id, status=ItemStatus.PUBLISHED
        )
        for row in list_items(actor, wanted, limit=MOST // len(LIBRARY)).rows:
            text = f"{row.title}. {row.summary}" if row.summary else f"{row.title}."
            found.append(
                Collected(f"item:{row.id}", Origin.COMMONS, text, label, row.portfolio,
                          row.changed_at.date())
            )  # fmt: skip
    return found


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


def _programme(actor: Actor, report: Report) -> list[Collected]:
    """Return what portfolios reached in the year, and then what they mean to do in the next."""
    results = [
        Collected(
            f"result:{one.id}", Origin.PROGRAMME, one.text, _("Resultaat"), one.portfolio_slug
        )
        for one in list_results(actor, year=report.year)
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


LIBRARY = (
    (Kind.METHOD, _("Methode")),
    (Kind.INSTRUMENT, _("Instrument")),
    (Kind.PHENOMENON_PICTURE, _("Fenomeenbeeld")),
    (Kind.EVALUATION, _("Evaluatie")),
)
SOURCES: tuple[Callable[[Actor, Report], list[Collected]], ...] = (_programme, _library, _terms)


def found_in(actor: Actor, report: Report) -> dict[str, Collected]:
    """Return what can be told of the year, by its source."""
    return {one.source: one for source in SOURCES for one in source(actor, report)}
