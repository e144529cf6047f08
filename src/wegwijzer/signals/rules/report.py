"""What a reporter writes, and what it needs before others may judge it."""

from collections.abc import Sized
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid5

from wegwijzer.kernel.errors import Invalid
from wegwijzer.kernel.text import gettext_noop as _


class IntakeOutcome(StrEnum):
    """What the coordinator does with a report."""

    RETURNED = "returned"
    TO_WEIGHING = "to_weighing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a reporter writes down; a draft may leave anything empty."""

    title: str = ""
    description: str = ""
    phenomenon: str = ""
    place: str = ""
    municipality_code: str = ""
    period_from: date | None = None
    period_to: date | None = None
    ground: str = ""
    purpose_text: str = ""
    organised_crime_text: str = ""
    interventions_text: str = ""
    source_reliability: str = ""
    information_reliability: str = ""
    handling: str = ""


LONGEST = {
    "title": 120,
    "place": 120,
    "description": 8000,
    "purpose_text": 4000,
    "organised_crime_text": 4000,
    "interventions_text": 4000,
}
SHORTEST = 20


def check_says_something(report: Report, subjects: Sized) -> None:
    """Refuse to keep a form in which nothing was filled in; raise Invalid."""
    if report == Report() and not len(subjects):
        raise Invalid(
            _("Er is nog niets ingevuld. Schrijf eerst op wat er is gezien."), field="title"
        )


def draft_id(person_id: UUID, key: UUID) -> UUID:
    """Return the id of the draft that a form of this person makes, and of nobody else."""
    return uuid5(person_id, str(key))


def check_draft(report: Report, *, today: date) -> None:
    """Refuse what cannot be kept even as a draft: a text too long, a period that runs backwards."""
    for name, most in LONGEST.items():
        if len(getattr(report, name)) > most:
            raise Invalid(
                _("Deze tekst is te lang. Gebruik ten hoogste %(most)s tekens."),
                field=name,
                most=most,
            )
    if report.period_from and report.period_from > today:
        raise Invalid(
            _("Deze datum ligt in de toekomst. Kies vandaag of eerder."), field="period_from"
        )
    if report.period_from and report.period_to and report.period_to < report.period_from:
        raise Invalid(
            _("De einddatum ligt vóór de begindatum. Kies een latere."), field="period_to"
        )


NEEDED_TO_SUBMIT = {
    "title": _("Geef het signaal een titel."),
    "description": _("Beschrijf wat er is gezien."),
    "phenomenon": _("Kies het fenomeen waar dit het meest op lijkt."),
    "place": _("Noem de plaats waar het is gezien."),
    "period_from": _("Vul in sinds wanneer dit speelt; een schatting mag."),
    "ground": _("Kies op welke wettelijke taak van uw organisatie dit signaal berust."),
    "purpose_text": _("Schrijf voor welke wettelijke taak de deelnemers dit moeten weten."),
    "organised_crime_text": _(
        "Schrijf waaruit het verband met georganiseerde criminaliteit blijkt."
    ),
    "source_reliability": _("Kies hoe betrouwbaar de bron is."),
    "information_reliability": _("Kies hoe zeker de informatie is."),
    "handling": _("Kies wat met de informatie mag gebeuren."),
}


def missing_to_submit(report: Report, *, subjects: int) -> dict[str, str]:
    """Return what is still missing before the report can be submitted, by field.

    Bron: Wgs art. 2.17 en 2.23 lid 1.
    """
    missing = {
        name: sentence for name, sentence in NEEDED_TO_SUBMIT.items() if not getattr(report, name)
    }
    for name in ("description", "purpose_text", "organised_crime_text"):
        if name not in missing and len(getattr(report, name)) < SHORTEST:
            missing[name] = _("Dit is te kort om te kunnen beoordelen. Schrijf ten minste een zin.")
    if subjects == 0 and report.description and len(report.description) < 80:
        missing["subjects"] = _(
            "Noem over wie of wat het gaat, of beschrijf het verschijnsel uitgebreider."
        )
    return missing


def check_submit(report: Report, *, subjects: int) -> None:
    """Refuse to submit while something is missing; the first missing field is named."""
    for name, sentence in missing_to_submit(report, subjects=subjects).items():
        raise Invalid(sentence, field=name)


def check_reason(reason: str, *, field: str = "reason") -> str:
    """Return the reason without loose spaces, or refuse one that explains nothing."""
    reason = reason.strip()
    if len(reason) < SHORTEST:
        raise Invalid(_("Leg uit waarom, in ten minste een zin."), field=field)
    if len(reason) > 4000:
        raise Invalid(
            _("Deze tekst is te lang. Gebruik ten hoogste %(most)s tekens."), field=field, most=4000
        )
    return reason


def number_of(region_code: str, year: int, position: int) -> str:
    """Return the number by which people call a signal: region, year, position in that year."""
    return f"{region_code}-{year}-{position:04d}"


def is_valid_on(starts_on: date, ends_on: date | None, day: date) -> bool:
    """Return whether a period covers the day."""
    return starts_on <= day and (ends_on is None or day <= ends_on)
