"""Training in the demo world: the four parts for analysts, who followed them, what is coming."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from wegwijzer.academy.actions import training as actions
from wegwijzer.academy.actions.programmes import add_programme, change_programme
from wegwijzer.academy.queries.training import get_edition, get_programme
from wegwijzer.academy.rules.training import (
    EditionContent,
    FundingContent,
    ModuleContent,
    ProgrammeContent,
)
from wegwijzer.cli.demo_world.people import Company

ANALYSTS = ProgrammeContent(
    slug="analisten-en-onderzoekers",
    title="Opleiding analisten en onderzoekers",
    summary="Vier deeltrainingen: van een goede vraag naar een product dat de weg wijst.",
    audience="Analisten en onderzoekers van de RIEC's en het LIEC",
    competences=(
        "Een vraag zo stellen dat een besluit erop kan steunen",
        "Bronnen wegen en zeggen wat er ontbreekt",
        "Gegevens alleen delen waar de wet het toelaat",
        "Een product schrijven dat bestuurders lezen",
    ),
    modules=(
        ModuleContent(title="Vraag en opzet", summary="Wat wil de opdrachtgever besluiten?"),
        ModuleContent(title="Bronnen en betrouwbaarheid", summary="De 4x4-codes in de praktijk."),
        ModuleContent(title="Analyse van netwerken", summary="Verbanden laten zien, niet oordelen."),
        ModuleContent(title="Product en gesprek", summary="Van bevinding naar besluit."),
    ),
    funding=(FundingContent(source="Ministerie (demo)", decision="D-2022-17",
                            amount=Decimal(180_000)),),
)  # fmt: skip
RULES = ProgrammeContent(
    slug="delen-volgens-de-wgs",
    title="Delen volgens de Wgs",
    summary="Een middag voor wie twee keer per jaar een signaal meldt.",
    audience="Melders en informatieleveranciers",
    valid_months=24,
    modules=(ModuleContent(title="Mag ik dit delen?", summary="Oefenen met de wegwijzer zelf."),),
)
OPINIONS = (
    (5, "Eindelijk praten alle regio's dezelfde taal."),
    (4, "Meer tijd voor oefenen graag."),
    (4, ""),
    (3, "De laatste dag was lang."),
)


def make_academy(company: Company) -> None:
    """Give the training of analysts twice, and plan it once more with a waiting list."""
    olga, now = company["olga"], company.now
    for content in (ANALYSTS, RULES):
        add_programme(olga, content, now=now - timedelta(days=400))
    for weeks, names in ((60, ("sofie", "rik", "fenna", "ellen")), (20, ("tara", "daan", "pim"))):
        _given(company, weeks, names)
    _fund_again(company)
    coming = _plan(company, ANALYSTS, company.on(35), places=4)
    for days, name in enumerate(("mirjam", "lieke", "herman", "wim", "hanna", "tara")):
        actions.enrol(company[name], coming, now=now - timedelta(days=4 + days))
    actions.cancel_enrolment(company["herman"], coming, now=now - timedelta(days=1))
    _called_off(company)
    middle = _plan(company, RULES, company.on(12), places=20)
    for name in ("sanne", "henk", "omar", "sjors"):
        actions.enrol(company[name], middle, now=now - timedelta(days=2))


def _given(company: Company, weeks: int, names: tuple[str, ...]) -> None:
    """Give the training so many weeks ago; the last of a group missed the last day."""
    began = company.on(-7 * weeks)
    edition = _plan(company, ANALYSTS, began, places=12)
    people = [company[name] for name in names]
    for one in people:
        actions.enrol(one, edition, now=began - timedelta(days=20))
    sessions = get_edition(company["olga"], edition).sessions
    for session in sessions:
        there = people[:-1] if session is sessions[-1] else people
        moment = began + (session.held_on - began.date())
        actions.note_attendance(
            company["olga"], session.id, [one.person_id for one in there], now=moment
        )
    ended = began + timedelta(weeks=4)
    for one in people[:-1]:
        actions.issue_certificate(company["olga"], edition, one.person_id, now=ended)
    for one, (mark, remark) in zip(people, OPINIONS, strict=False):
        actions.evaluate(one, edition, mark=mark, remark=remark, now=ended)


def _fund_again(company: Company) -> None:
    """Write down that a second source pays too, and where the material is."""
    page = get_programme(company["olga"], ANALYSTS.slug, today=company.now.date())
    first, *others = page.modules
    reader = replace(first, materials="https://www.riec.nl/")
    paid = FundingContent(source="Regio's samen (demo)", decision="HO-2026-04 punt 6",
                          amount=Decimal(42_500))  # fmt: skip
    changed = replace(ANALYSTS, modules=(reader, *others), funding=(*ANALYSTS.funding, paid))
    change_programme(
        company["olga"], changed, version=page.version, now=company.now - timedelta(days=90)
    )


def _called_off(company: Company) -> None:
    """Plan an afternoon that will not be given after all."""
    edition = _plan(company, RULES, company.on(26), places=20)
    for name in ("gijs", "sanne"):
        actions.enrol(company[name], edition, now=company.now - timedelta(days=6))
    actions.cancel_edition(
        company["olga"],
        edition,
        reason="De zaal vervalt. Op de andere middag is nog plaats.",
        now=company.now - timedelta(days=2),
    )


def _plan(company: Company, content: ProgrammeContent, first: datetime, places: int) -> UUID:
    days = tuple(first.date() + timedelta(weeks=week) for week in range(len(content.modules)))
    planned = EditionContent(place="Dijkstad", places=places, days=days)
    return actions.plan_edition(
        company["olga"], content.slug, planned, now=first - timedelta(days=60)
    )
