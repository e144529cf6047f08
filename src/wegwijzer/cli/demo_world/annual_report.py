"""Write the yearly reports of the demo world: one frozen and public, one in the making."""

from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from wegwijzer.annual_report import actions, queries
from wegwijzer.annual_report.rules.chapters import ChapterKind
from wegwijzer.annual_report.rules.states import Event, ReportKind, Scope
from wegwijzer.cli.demo_world.people import SYSTEM, Company
from wegwijzer.kernel.actor import Actor
from wegwijzer.programme.actions.reference import load_programme
from wegwijzer.programme.queries.portfolios import list_goals
from wegwijzer.programme.reference.reader import read_reference

WRITER, READER, DECIDER = "ellen", "lieke", "hanna"
# What is written, by the slug of the chapter.
TEXTS = {
    "inleiding": (
        "Dit verslag laat zien wat de tien RIEC's en het LIEC in het verslagjaar samen deden. Het "
        "volgt de vier strategische doelen en de portefeuilles die daaronder vallen.\n\n"
        "De regio's deelden {cijfer:fenomeenbeelden} fenomeenbeelden met elkaar. De cijfers langs "
        "het werkproces staan achterin, elk met zijn definitie."
    ),
    "eenduidige-informatiepositie": (
        "Een goede informatiepositie begint bij mensen die hetzelfde werk op dezelfde manier doen. "
        "Daarom lag de nadruk op opleiding en op producten die bestuurders helpen kiezen."
    ),
    "weerbare-samenleving": (
        "Ondernemers, burgers en verenigingen herkennen ondermijning eerder als zij weten waar zij "
        "op moeten letten. Regio's namen daarbij elkaars werk over in plaats van het opnieuw te "
        "bedenken."
    ),
    "een-sterke-overheid": (
        "Gemeenten brachten in beeld waar zij ongemerkt kunnen faciliteren, en wat zij daaraan doen."
    ),
    "professionele-organisatie": (
        "De regio's werkten aan een eenduidige werkwijze en aan een gezamenlijk gezicht."
    ),
    "integrale-informatiepositie": (
        "- De deeltrainingen voor analisten en onderzoekers zijn gegeven en geëvalueerd.\n"
        "- Het ondermijningsbeeld heeft in alle regio's dezelfde opbouw gekregen."
    ),
    "mensenhandel": (
        "- De fenomeenbeelden van de regio's liggen naast elkaar, met de witte vlekken erbij.\n"
        "- Twee regio's aan dezelfde vaarroute maken hun beeld voortaan samen."
    ),
    "mainports": (
        "- De knooppunten houden jaarcijfers bij op dezelfde manier, zodat verplaatsing eerder "
        "opvalt."
    ),
    "jonge-aanwas": (
        "- In het verslagjaar liepen {cijfer:projecten-jonge-aanwas} projecten en initiatieven.\n"
        "- Een project uit de ene regio is als recept in een andere begonnen."
    ),
    "criminele-geldstromen": (
        "- Met alle regio's is verkend welke initiatieven lopen en waar het knelt; daaruit kwam de "
        "focus van de portefeuille."
    ),
    "bestuurlijke-weerbaarheid": (
        "- Gemeenten vroegen bewustwordingsbijeenkomsten aan voor raden, colleges en medewerkers.\n"
        "- De methode bestuurlijk afpakken is in meer gemeenten in gebruik."
    ),
    "actualisatie-werkprocessen": (
        "- De werkwijze integraal samenwerken is met de landelijke partners bijgewerkt."
    ),
    "sterk-merk": (
        "- Brieven, rapporten en presentaties volgen dezelfde huisstijl; een controle zegt wat nog "
        "afwijkt."
    ),
    "terugkoppeling": (
        "Ontvangers van resultaten lieten weten of zij er iets mee konden. De meeste noemden de "
        "resultaten bruikbaar; waar geen vervolg kwam, was capaciteit de reden die zij het vaakst "
        "noemden. De deelnemers gebruiken dit bij de evaluatie van hun werkwijze."
    ),
}  # fmt: skip
WORK = (
    "Partners meldden {cijfer:signalen-ontvangen} signalen; over {cijfer:signalen-gewogen} besloot "
    "de weegtafel. Er zijn {cijfer:casussen-geopend} casussen geopend."
)
PLAIN = "Over deze portefeuille wordt in een volgend verslag meer verteld."


def make_annual_reports(company: Company, rng: Random) -> None:
    """Freeze the reports of last year and begin that of this year.

    They follow the goals and portfolios that are there, or else those of the shipped reference.
    """
    if not list_goals(SYSTEM):
        load_programme(SYSTEM, read_reference("jaarverslag-2022"), now=company.now)
    _write_reference(company, company.now - timedelta(days=70))
    last = company.now.year - 1
    at = company.now - timedelta(days=60)
    for kind in (ReportKind.NETWORK, ReportKind.PUBLIC):
        report = _start(company, last, kind, at)
        _write_all(company, report, at)
        _approve(company, report, at)
        _freeze(company, report, at + timedelta(days=7))
        if kind is ReportKind.PUBLIC:
            actions.publish_edition(company[DECIDER], report, now=at + timedelta(days=8))
    _write_this_year(company)


def _write_reference(company: Company, at: datetime) -> None:
    """Freeze the report of the year that the shipped reference describes, from its facts alone."""
    writer, reference = company[WRITER], read_reference("jaarverslag-2022")
    report = actions.write_reference_report(writer, reference, now=at)
    for one in queries.get_report(writer, report, now=at).chapters:
        if not one.sections:
            actions.drop_chapter(writer, one.id, now=at)
    _approve(company, report, at)
    _freeze(company, report, at + timedelta(days=5))


def _start(company: Company, year: int, kind: ReportKind, now: datetime) -> UUID:
    return actions.start_report(company[WRITER], year, Scope(kind, None), now=now)


def _write_all(company: Company, report: UUID, now: datetime) -> None:
    """Write what is known of each chapter and take over what was collected."""
    writer = company[WRITER]
    for one in queries.get_report(writer, report, now=now).chapters:
        is_full = one.sections > 0 or one.kind is ChapterKind.FIGURES
        body = TEXTS.get(one.slug, "" if is_full else PLAIN)
        if body:
            actions.add_section(writer, one.id, body=body, now=now)
    _take(writer, report, now)


def _take(writer: Actor, report: UUID, now: datetime) -> None:
    """Take over the first three collected results that belong to a portfolio."""
    chapters = {one.slug: one.id for one in queries.get_report(writer, report, now=now).chapters}
    rows = [one.collected for one in queries.list_collected(writer, report).rows]
    for one in [one for one in rows if one.portfolio in chapters][:3]:
        actions.take_result(writer, chapters[one.portfolio], one.source, now=now)


def _approve(company: Company, report: UUID, now: datetime) -> None:
    writer, reader = company[WRITER], company[READER]
    for one in queries.get_report(writer, report, now=now).chapters:
        actions.send_chapter(writer, one.id, now=now)
        actions.approve_chapter(reader, one.id, now=now)


def _freeze(company: Company, report: UUID, now: datetime) -> None:
    for who, event in (
        (WRITER, Event.WRITE),
        (WRITER, Event.REVIEW),
        (DECIDER, Event.APPROVE),
        (DECIDER, Event.FREEZE),
    ):
        actions.take_step(company[who], report, event, now=now)


def _write_this_year(company: Company) -> None:
    """Leave the report of this year half written: two at work, one remark open, one approved."""
    now = company.now - timedelta(days=2)
    writer, reader = company[WRITER], company[READER]
    report = _start(company, company.now.year, ReportKind.NETWORK, now)
    found = queries.get_report(writer, report, now=now).chapters
    first = next(one for one in found if one.slug == "inleiding")
    body = f"{TEXTS['inleiding']}\n\n{WORK}"
    section = actions.add_section(writer, first.id, body=body, now=now)
    actions.send_chapter(writer, first.id, now=now)
    actions.approve_chapter(reader, first.id, now=now)
    for one in [one for one in found if one.slug in TEXTS and one.id != first.id][:3]:
        section = actions.add_section(writer, one.id, body=TEXTS[one.slug], now=now)
    actions.make_remark(reader, section, "Noem ook wat er niet lukte, en waarom.", now=now)
    actions.claim_section(reader, section, now=company.now)
    actions.take_step(writer, report, Event.WRITE, now=now)
    scope = Scope(ReportKind.REGION, company.regions["ZL"])
    regional = actions.start_report(company[DECIDER], company.now.year, scope, now=now)
    opening = queries.get_report(company[DECIDER], regional, now=now).chapters[0].id
    actions.add_section(company[DECIDER], opening, body=TEXTS["inleiding"], now=now)
