"""The facts of a shipped reference stand in the database after loading, each where it belongs."""

from argparse import Namespace

import pytest

from tests.conftest import once
from tests.world import NOW, SYSTEM, make_network_people, make_world
from wegwijzer.academy.queries.training import get_programme
from wegwijzer.cli import load_reference
from wegwijzer.commons.queries import Wanted, get_term_page, list_items
from wegwijzer.commons.rules.items import Kind
from wegwijzer.exploration.queries import list_sessions
from wegwijzer.kernel.errors import Invalid
from wegwijzer.network import actions as network_actions
from wegwijzer.programme.queries.assignments import list_assignments
from wegwijzer.programme.queries.portfolios import get_portfolio, list_goals, list_portfolios
from wegwijzer.programme.reference.reader import read_reference, references
from wegwijzer.programme.rules.assignments import AssignmentState
from wegwijzer.programme.rules.portfolios import PortfolioState

SLUG = "jaarverslag-2022"
# Per portfolio what the page says of it, by the words it must be found by.
SAID = {
    "integrale-informatiepositie": ("analyseproducten", "wegwijzer", "Vier deeltrainingen", "financiering", "2023"),
    "mensenhandel": ("expertise en activiteiten", "fenomeenbeelden", "kansen", "samenwerking"),
    "mainports": (),
    "jonge-aanwas": ("eenduidige definitie", "alle RIEC's", "elkaars projecten"),
    "criminele-geldstromen": ("voorbereidende fase", "Eind 2022", "meerwaarde", "bijeenkomst met de RIEC's", "initiatieven en knelpunten", "focus"),
    "bestuurlijke-weerbaarheid": ("regionale en lokale bestuur", "bewustwordingsbijeenkomsten", "instrumenten", "bestuurlijk afpakken", "financiële weerbaarheid"),
    "actualisatie-werkprocessen": ("Openbaar Ministerie", "politie", "Belastingdienst", "NLA", "integraal samenwerken", "handhavingsknelpunten"),
    "sterk-merk": ("positionering en uitstraling", "merkidentiteit", "huisstijl"),
}  # fmt: skip
GOALS = {
    "eenduidige-informatiepositie": ("modus operandi", "platform"),
    "weerbare-samenleving": ("weerbaarheid van de samenleving", "burgers", "private partijen"),
    "een-sterke-overheid": ("criminelen niet ongemerkt", "zwakke plekken"),
    "professionele-organisatie": ("robuust, wendbaar en goed toegerust", "drie thema's"),
}


@pytest.fixture
def made(db, made_once, capsys):
    """Load the reference as an operator would, and return for whom and what was said."""

    def make():
        world = make_network_people(make_world())
        network_actions.load_regions(SYSTEM, now=NOW)
        load_reference.run(Namespace(slug=SLUG))
        return world, capsys.readouterr().out

    return once(made_once, "loaded", make)


@pytest.fixture
def network(made):
    return made[0]


@pytest.fixture
def loaded(made):
    return made[1]


def test_it_says_what_it_did_and_again_adds_nothing(loaded, capsys):
    load_reference.run(Namespace(slug=SLUG))

    assert not loaded.strip().endswith(" 0 toegevoegd.")
    assert capsys.readouterr().out.strip().endswith(" 0 toegevoegd.")


def test_every_goal_has_its_words_and_its_portfolios(loaded):
    goals = {goal.slug: goal for goal in list_goals(SYSTEM)}
    assert set(goals) == set(GOALS)
    for slug, words in GOALS.items():
        said = f"{goals[slug].why} {' '.join(goals[slug].target_groups)}"
        assert [word for word in words if word not in said] == []
    assert {one.slug for one in list_portfolios(SYSTEM)} == set(SAID)


@pytest.mark.parametrize("slug", sorted(SAID))
def test_every_fact_of_a_portfolio_is_found_on_it(loaded, slug):
    page = get_portfolio(SYSTEM, slug)
    parts = [page.row.aim, *page.partners, *(one.text for one in page.results)]
    parts += [f"{plan.year} {plan.text}" for plan in page.plans]
    told = " ".join(parts).casefold()

    assert [word for word in SAID[slug] if word.casefold() not in told] == []
    assert all(one.evidence == "Jaarverslag 2022 RIEC-LIEC, p. 4" for one in page.results)


def test_heads_contract_and_one_portfolio_is_only_explored(loaded):
    for row in list_portfolios(SYSTEM):
        (assignment,) = list_assignments(SYSTEM, slug=row.slug)
        assert assignment.content.contractor == "bepaalde RIEC-hoofden"
        assert "Next Level Werkplaats" in assignment.content.carried_out_by
        explored = row.slug == "criminele-geldstromen"
        assert (row.state is PortfolioState.EXPLORING) == explored
        agreed = AssignmentState.AGREED if explored else AssignmentState.RUNNING
        assert assignment.state is agreed


def test_methods_inventory_meetings_and_brand_stand_in_the_library_and_the_exploration_waits_for_its_regions(
    loaded, network
):
    rows = list_items(SYSTEM, Wanted(year=2022)).rows
    assert {(row.kind, row.portfolio, row.title) for row in rows} == {
        (Kind.METHOD, "bestuurlijke-weerbaarheid", "Bestuurlijk afpakken"),
        (Kind.METHOD, "actualisatie-werkprocessen", "Integraal samenwerken"),
        (
            Kind.ACTIVITY,
            "mensenhandel",
            "Inventarisatie van de fenomeenbeelden mensenhandel",
        ),
        (
            Kind.ACTIVITY,
            "bestuurlijke-weerbaarheid",
            "Bewustwordingsbijeenkomsten bestuurlijke weerbaarheid",
        ),
        (
            Kind.INSTRUMENT,
            "sterk-merk",
            "RIEC-LIEC-merkidentiteit en richtlijnen voor een huisstijl",
        ),
    }
    (session,) = list_sessions(network.actor("ria"), portfolio="criminele-geldstromen").rows
    assert "knelpunten" in session.question


def test_the_training_has_its_four_modules_and_its_funding(loaded):
    page = get_programme(SYSTEM, "training-analisten-en-onderzoekers", today=NOW.date())

    assert [one.title for one in page.modules] == [f"Deeltraining {n}" for n in range(1, 5)]
    assert page.row.audience == "analisten en onderzoekers"
    assert "niet op de bladzijde" in page.row.summary
    (money,) = page.funding
    assert money.source.startswith("Verkregen.")
    assert (money.decision, money.amount) == ("Jaarverslag 2022 RIEC-LIEC, p. 4", None)


def test_a_definition_without_its_text_is_proposed_and_never_adopted(loaded):
    term = get_term_page(SYSTEM, "jonge-aanwas", on=NOW.date())
    assert [one.adopted_date for one in term.versions] == [None]
    assert "niet" in term.versions[0].text


def test_what_is_not_shipped_is_refused():
    assert references() == [SLUG]
    with pytest.raises(Invalid):
        read_reference("jaarverslag-1999")
