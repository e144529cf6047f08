"""Definitions of the demo world, in every state: in force twice, asked about, proposed, withdrawn."""

from datetime import timedelta
from random import Random
from uuid import UUID

from wegwijzer.cli.demo_world.people import SYSTEM, Company
from wegwijzer.commons import actions, queries
from wegwijzer.commons.rules.terms import Position, Proposal
from wegwijzer.network.rules import Role

YOUNG = Proposal(
    name="Jonge aanwas",
    portfolio="jonge-aanwas",
    text="Jongeren tot 23 jaar die worden geronseld voor georganiseerde criminaliteit.",
    source="Hoofdenoverleg, besluit 2024-3 (demo)",
    reason="De regio's telden verschillende leeftijden, dus cijfers waren niet te vergelijken.",
)
YOUNG_NOW = Proposal(
    name="Jonge aanwas",
    text="Kinderen en jongeren tot 27 jaar die worden geronseld voor, of afglijden naar, "
    "georganiseerde criminaliteit, op straat of online.",
    source="Werkgroep jonge aanwas (demo)",
    reason="Ronselen gebeurt ook online, en de hulp aan jongvolwassenen loopt tot 27 jaar.",
)
MONEY = Proposal(
    name="Criminele geldstromen",
    portfolio="criminele-geldstromen",
    text="Het verplaatsen, verhullen of besteden van geld dat met misdrijven is verdiend, contant, "
    "via de bank of in cryptovaluta.",
    source="Hoofdenoverleg, besluit 2025-7 (demo)",
    reason="Zonder één omschrijving telt de ene regio alleen witwassen en de andere ook besteden.",
)
PRESSURE = Proposal(
    name="Waterbedeffect",
    portfolio="mainports",
    text="Verplaatsing van criminaliteit naar een andere plaats, tijd of werkwijze, die samenhangt "
    "met een maatregel en niet door iets anders wordt verklaard.",
    source="Expertgroep mainports (demo)",
    reason="Niet elke stijging elders is verplaatsing. Met deze tekst tellen wij hetzelfde.",
)
FARM = Proposal(
    name="Malafide bemiddelaar",
    text="Een tussenpersoon die woon- of werkruimte, personeel of vergunningen regelt en weet of "
    "moet weten dat dit criminaliteit mogelijk maakt.",
    source="Projectgroep buitengebied (demo)",
    reason="In het buitengebied komen wij steeds dezelfde bemiddelaars tegen onder andere namen.",
)
VAGUE = Proposal(
    name="Ondermijning",
    text="Alles waarbij de onderwereld en de bovenwereld elkaar raken.",
    reason="Er is geen gedeelde omschrijving.",
)
REMARKS = {
    "lieke": (Position.COMMENT, "Noem ook de tijd: verplaatsing naar een ander seizoen telt mee."),
    "zita": (Position.DISAGREE, "Zonder meetperiode blijft dit een indruk. Noem een termijn."),
}


def make_terms(company: Company, rng: Random) -> None:
    """Make the definitions; one waits for the answer of Hanna."""
    now = company.now
    _load(company, YOUNG, 640)
    _load(company, MONEY, 300)
    heads = [key for key in company.actors if _speaks(company, key)]
    _adopt_anew(company, heads)
    for key in heads[:8]:
        _use(company, key, "jonge-aanwas", rng.randint(20, 70))
    for key in heads[3:]:
        _use(company, key, "criminele-geldstromen", rng.randint(60, 200))
    _consult(company, [key for key in heads if key != "hanna"])
    actions.propose_term(company["pim"], FARM, now=now - timedelta(days=3))
    slug = actions.propose_term(company["wim"], VAGUE, now=now - timedelta(days=150))
    withdrawn = _proposed(company, slug)
    actions.comment_on_term(
        company["ellen"],
        withdrawn,
        "Hiermee is niet te tellen: wat valt er niet onder?",
        now=now - timedelta(days=140),
    )
    reason = "Hiermee is niet te tellen. Wij beginnen met woorden waarover wij het eens zijn."
    actions.withdraw_proposal(
        company["wim"], withdrawn, reason=reason, now=now - timedelta(days=120)
    )


def _speaks(company: Company, key: str) -> bool:
    actor = company[key]
    return actor.has(Role.RIEC_HEAD) and actor.region_id != company.regions["LIEC"]


def _proposed(company: Company, slug: str) -> UUID:
    page = queries.get_term_page(company["ellen"], slug, on=company.now.date())
    assert page.proposed is not None
    return page.proposed.id


def _load(company: Company, proposal: Proposal, ago: int) -> None:
    then = company.now - timedelta(days=ago)
    actions.load_term(SYSTEM, proposal, on=then.date(), now=then)


def _adopt_anew(company: Company, heads: list[str]) -> None:
    """Replace the first text of a term, after all regions were heard."""
    now = company.now
    asked, decided = now - timedelta(days=120), now - timedelta(days=80)
    actions.propose_version(company["ellen"], "jonge-aanwas", YOUNG_NOW, now=asked)
    version = _proposed(company, "jonge-aanwas")
    until = (asked + timedelta(days=28)).date()
    actions.open_consultation(company["ellen"], version, until=until, now=asked)
    for number, key in enumerate(heads):
        at = asked + timedelta(days=2 + number)
        actions.answer_consultation(company[key], version, Position.AGREE, now=at)
    source = "Hoofdenoverleg, punt 4 van de agenda (demo)"
    actions.adopt_term(company["liv"], version, source=source, on=decided.date(), now=decided)


def _use(company: Company, key: str, slug: str, ago: int) -> None:
    found = queries.get_term(company[key], slug)
    day = max(found.adopted_date, (company.now - timedelta(days=ago)).date())
    actions.use_term(company[key], found.version_id, from_date=day, now=company.now)


def _consult(company: Company, heads: list[str]) -> None:
    """Ask about a term; two regions have not answered yet, one of them that of Hanna."""
    asked = company.now - timedelta(days=14)
    slug = actions.propose_term(company["ellen"], PRESSURE, now=asked)
    version = _proposed(company, slug)
    until = (company.now + timedelta(days=12)).date()
    actions.open_consultation(company["ellen"], version, until=until, now=asked)
    for number, key in enumerate(heads[:-1]):
        position, comment = REMARKS.get(key, (Position.AGREE, ""))
        at = asked + timedelta(days=1 + number)
        actions.answer_consultation(company[key], version, position, comment=comment, now=at)
    actions.comment_on_term(
        company["sofie"],
        version,
        "Wij vergelijken nu per kwartaal. Dat past bij deze tekst.",
        now=company.now - timedelta(days=4),
    )
