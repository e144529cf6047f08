"""The proof: the report of 2022, made from what was loaded, has every fact of its page 4.

Each fact stands under the slug of the chapter it belongs to, with the words by which it is found.
"""

import io
from argparse import Namespace
from typing import Any

import pytest
from docx import Document

from tests.annual_report.made import approve_all
from tests.conftest import once
from tests.world import NOW, SYSTEM, make_world
from wegwijzer.annual_report import actions, queries
from wegwijzer.annual_report.printing import render_pdf
from wegwijzer.annual_report.rules.states import Event
from wegwijzer.annual_report.wording import render_docx
from wegwijzer.cli import load_reference
from wegwijzer.commons.queries import Wanted, list_items
from wegwijzer.network import actions as actions_of_network
from wegwijzer.programme.actions.reference import load_programme
from wegwijzer.programme.reference.reader import read_reference

pytestmark = pytest.mark.django_db
GOALS = {
    "eenduidige-informatiepositie": ["integrale-informatiepositie"],
    "weerbare-samenleving": ["mensenhandel", "mainports", "jonge-aanwas", "criminele-geldstromen"],
    "een-sterke-overheid": ["bestuurlijke-weerbaarheid"],
    "professionele-organisatie": ["actualisatie-werkprocessen", "sterk-merk"],
}
FACTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "inleiding": (
        ("RIEC-LIEC-hoofdenoverleg", "opdrachtgever"),
        ("bepaalde RIEC-hoofden", "opdrachtnemer"),
        ("Uitvoering en ondersteuning", "medewerkers van het LIEC en de RIEC's"),
        ("werkgroep", "Next Level Werkplaats"),
        ("kwaliteit van het RIEC-LIEC-bestel verbeteren", "uniformering in aanpak en uitvoering"),
        ("expertisefunctie", "samenbrengen en versterken"),
        ("samen met de partners",),
        ("Eind 2021", "eerste start"),
        ("In 2022", "verder ontwikkeld en uitgebouwd"),
        ("vier strategische doelen", "portefeuilles"),
        ("waar het kan",),
    ),
    "eenduidige-informatiepositie": (
        ("modus operandi", "vernieuwt zich doorlopend"),
        ("robuust, wendbaar en goed toegerust", "goede informatiepositie"),
        ("platform", "partners informatie kunnen delen"),
        ("integrale informatiepositie",),
    ),
    "integrale-informatiepositie": (
        ("RIEC's en het LIEC", "analyseproducten", "wegwijzer", "besluiten"),
        ("georganiseerde ondermijnende criminaliteit",),
        ("Vier deeltrainingen voor analisten en onderzoekers", "beschreven"),
        ("financiering", "verkregen"),
        ("trainen van de analisten en onderzoekers", "2023", "beginnen"),
    ),
    "weerbare-samenleving": (
        ("weerbaarheid van de samenleving", "vormen van ondermijnende criminaliteit"),
        ("bewustwording en weerbaarheid",),
        ("burgers", "(semi)overheidsorganisaties", "private partijen"),
        ("mensenhandel", "mainports", "jonge aanwas", "criminele geldstromen"),
    ),
    "mensenhandel": (
        ("eerste jaar", "in kaart brengen en delen", "expertise en activiteiten tussen de RIEC's"),
        ("fenomeenbeelden van de RIEC's", "geïnventariseerd"),
        ("kansen", "samenwerking"),
    ),
    "mainports": (),
    "jonge-aanwas": (
        ("eenduidige definitie", "jonge aanwas", "alle RIEC's"),
        ("Projectleiders", "elkaars projecten gebruiken", "samenwerking uitbreiden"),
    ),
    "criminele-geldstromen": (
        ("2022", "voorbereidende fase"),
        ("Eind 2022 is besloten", "specifieke meerwaarde", "te verkennen"),
        ("In 2023", "bijeenkomst met de RIEC's"),
        ("lopende initiatieven en knelpunten", "inventariseren"),
        ("op basis van die inventarisatie", "focus", "doelstellingen"),
    ),
    "een-sterke-overheid": (
        ("weerbare overheid", "criminelen niet ongemerkt faciliteert"),
        ("inzicht", "zwakke plekken in de eigen organisatie", "aanpakt"),
        ("bestuurlijke weerbaarheid",),
    ),
    "bestuurlijke-weerbaarheid": (
        ("weerbaarheid van het regionale en lokale bestuur",),
        ("bewustwordingsbijeenkomsten", "georganiseerd"),
        ("instrumenten", "ontwikkeld"),
        ("'bestuurlijk afpakken'", "gerealiseerd", "gemeenten", "financiële weerbaarheid"),
    ),
    "professionele-organisatie": (
        ("effectief", "ondersteunen", "expertise en instrumenten doorlopend te vernieuwen"),
        ("RIEC's en het LIEC zelf robuust, wendbaar en goed toegerust",),
        ("drie thema's", "robuust en effectief RIEC-LIEC-bestel"),
        ("actualisatie werkprocessen", "sterk merk"),
    ),
    "actualisatie-werkprocessen": (
        ("landelijke partners", "eenduidige werkwijze", "integrale werkprocessen binnen het RIEC"),
        ("Openbaar Ministerie", "politie", "Belastingdienst", "NLA", "RIEC-LIEC"),
        ("werkwijze 'integraal samenwerken'", "beschreven"),
        ("integrale casusaanpak", "handhavingsknelpunten"),
    ),
    "sterk-merk": (
        ("versterking", "verantwoordelijkheid", "efficiënte en toekomstbestendige samenwerking"),
        ("positionering en uitstraling",),
        ("structurele versterking", "professionalisering"),
        ("werkten in 2022",),
        ("RIEC-LIEC-merkidentiteit", "richtlijnen voor een huisstijl"),
    ),
}


@pytest.fixture
def loaded(world):
    """Load the reference as an operator would, and return it."""
    reference = read_reference("jaarverslag-2022")
    load_programme(SYSTEM, reference, now=NOW)
    return reference


def written() -> dict[str, Any]:
    """Load the reference, write its report, and return what it says."""
    make_world()
    reference = read_reference("jaarverslag-2022")
    load_programme(SYSTEM, reference, now=NOW)
    report = actions.write_reference_report(SYSTEM, reference, now=NOW)
    return queries.get_draft(SYSTEM, report, today=NOW.date())


@pytest.fixture
def content(db, made_once):
    return once(made_once, "reference report", written)


def test_points_stand_in_the_order_of_the_page(content):
    (chapter,) = [one for one in content["chapters"] if one["slug"] == "criminele-geldstromen"]
    points = chapter["sections"][0]["pieces"][-1]["points"]
    assert [point.split()[0] for point in points] == ["Eind", "In", "Mede"]


def words_of(chapter) -> str:
    pieces = [piece for section in chapter["sections"] for piece in section["pieces"]]
    return " ".join(piece.get("text") or " ".join(piece["points"]) for piece in pieces)


def test_it_says_nothing_of_what_was_never_counted(content):
    assert content["figures"] == []
    assert content["counted_at"] is None
    assert "figures" not in {one["kind"] for one in content["chapters"]}


def test_each_portfolio_stands_under_its_goal(content):
    found: dict[str, list[str]] = {}
    for one in content["chapters"]:
        if one["kind"] == "goal":
            goal = found[one["slug"]] = []
        elif one["kind"] == "portfolio":
            goal.append(one["slug"])
    assert found == GOALS


@pytest.mark.parametrize("slug", sorted(FACTS))
def test_every_fact_of_the_page_is_in_its_chapter(content, slug):
    (chapter,) = [one for one in content["chapters"] if one["slug"] == slug]
    told = words_of(chapter).casefold()
    missing = [word for fact in FACTS[slug] for word in fact if word.casefold() not in told]
    assert missing == []


def test_the_frozen_report_says_it_on_paper_too(loaded, network, tmp_path):
    lies, ria = network.actor("lies"), network.actor("ria")
    report = actions.write_reference_report(lies, loaded, now=NOW)
    for one in queries.get_report(lies, report, now=NOW).chapters:
        if one.slug == "mainports":
            actions.drop_chapter(lies, one.id, now=NOW)
    approve_all(lies, ria, report)
    for event in (Event.WRITE, Event.REVIEW, Event.APPROVE, Event.FREEZE):
        actions.take_step(ria, report, event, now=NOW)

    frozen = queries.get_edition(ria, report, 1).content
    word = Document(io.BytesIO(render_docx(frozen)))
    told = " ".join(one.text for one in word.paragraphs).casefold()
    wanted = [part for facts in FACTS.values() for fact in facts for part in fact]
    assert [part for part in wanted if part.casefold() not in told] == []
    assert render_pdf(frozen, fonts=tmp_path).startswith(b"%PDF")


def test_loading_it_by_the_command_again_adds_nothing(world, capsys):
    actions_of_network.load_regions(SYSTEM, now=NOW)
    for _time in range(2):
        load_reference.run(Namespace(slug="jaarverslag-2022"))
    first, second = capsys.readouterr().out.splitlines()
    assert not first.endswith(": 0 toegevoegd.")
    assert second.endswith(": 0 toegevoegd.")
    found = list_items(SYSTEM, Wanted(portfolio="bestuurlijke-weerbaarheid", year=2022)).rows
    assert {one.title for one in found} == {
        "Bestuurlijk afpakken",
        "Bewustwordingsbijeenkomsten bestuurlijke weerbaarheid",
    }
