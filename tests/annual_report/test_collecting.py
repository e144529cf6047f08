"""What was collected through the year goes into a chapter, once, as a point."""

from datetime import date, timedelta

import pytest

from tests.academy import made as training
from tests.academy import made_awareness as awareness
from tests.annual_report.made import make_report
from tests.signals import made as signals
from tests.world import NOW, SYSTEM
from wegwijzer.academy.actions.training import enrol, issue_certificate
from wegwijzer.annual_report import actions, queries
from wegwijzer.annual_report.collecting import EACH
from wegwijzer.annual_report.queries.collected import PAGE
from wegwijzer.annual_report.rules.states import ReportKind, Scope
from wegwijzer.annual_report.wording import document_of
from wegwijzer.commons import actions as commons
from wegwijzer.commons.queries import list_of_year
from wegwijzer.commons.rules.items import Content, Kind
from wegwijzer.commons.rules.terms import Proposal
from wegwijzer.kernel.errors import Conflict, Invalid, NotFound
from wegwijzer.programme.models import Goal, Plan, Portfolio, Result
from wegwijzer.programme.rules.portfolios import ResultKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def lies(network):
    return network.actor("lies")


@pytest.fixture
def item(network):
    content = Content(
        kind=Kind.METHOD,
        title="Bestuurlijk afpakken",
        summary="Een methode die gemeenten financieel weerbaar maakt.",
        portfolio="bestuurlijke-weerbaarheid",
        period_from=date(2025, 4, 1),
    )
    return commons.add_item(network.actor("ria"), content, now=NOW, publish=True)


@pytest.fixture
def report(lies):
    return make_report(lies)


def first_chapter(lies, report):
    return queries.get_report(lies, report, now=NOW).chapters[0].id


def test_a_method_of_the_year_is_listed(lies, item, report):
    (row,) = queries.list_collected(lies, report).rows
    assert row.collected.source == f"item:{item}"
    assert row.collected.text.startswith("Bestuurlijk afpakken. Een methode")
    assert row.chapter_id is None


def test_what_is_of_another_year_is_not(lies, item):
    assert queries.list_collected(lies, make_report(lies, year=2024)).rows == []


def test_every_definition_of_the_year_is_listed_however_many(lies, report):
    for number in range(70):
        word = Proposal(
            name=f"Begrip {number:02}", text="Een omschrijving." * 2, source="Bron", reason="-"
        )
        commons.load_term(SYSTEM, word, on=date(2025, 5, 1), now=NOW)
    first = queries.list_collected(lies, report)
    second = queries.list_collected(lies, report, after=int(first.after))
    assert (len(first.rows), first.before) == (PAGE, "")
    assert (len(second.rows), second.after) == (70 - PAGE, "")
    back = queries.list_collected(lies, report, before=int(second.before))
    assert back == first


def test_every_result_and_plan_of_the_year_is_listed_however_many(lies, report):
    goal = Goal.objects.create(slug="doel", name="Doel", position=1)
    of = Portfolio.objects.create(goal=goal, slug="mainports", name="Mainports", position=1)
    result = {"portfolio": of, "kind": ResultKind.METHOD, "year": 2025, "recorded_at": NOW}
    Result.objects.bulk_create(Result(**result, text=f"Resultaat {n}.") for n in range(520))
    plan = {"portfolio": of, "year": 2026, "recorded_at": NOW}
    Plan.objects.bulk_create(Plan(**plan, text=f"Plan {n}.") for n in range(510))
    last = queries.list_collected(lies, report, after=1_020)
    assert (len(last.rows), last.after) == (10, "")

    chapter = first_chapter(lies, report)
    actions.take_result(lies, chapter, last.rows[-1].collected.source, now=NOW)
    assert queries.list_collected(lies, report, after=1_020).rows[-1].chapter_id == chapter


def test_of_each_kind_the_last_is_listed_and_a_portfolio_reaches_further(lies, report, network):
    ria = network.actor("ria")
    for number in range(EACH + 3):
        content = Content(
            kind=Kind.METHOD,
            title=f"Methode {number:02}",
            summary="Zo gaat het bij een controle.",
            portfolio="mensenhandel" if number == 0 else "mainports",
            period_from=date(2025, 4, 1),
        )
        commons.add_item(ria, content, now=NOW + timedelta(minutes=number), publish=True)
    listed = queries.list_collected(lies, report).rows
    assert [one.collected.text[:10] for one in listed] == [
        f"Methode {number:02}" for number in range(EACH + 2, 2, -1)
    ]
    (first,) = queries.list_collected(lies, report, portfolio="mensenhandel").rows
    assert first.collected.text == "Methode 00. Zo gaat het bij een controle."

    chapter = first_chapter(lies, report)
    actions.take_result(lies, chapter, first.collected.source, now=NOW)
    (taken,) = queries.list_collected(lies, report, portfolio="mensenhandel").rows
    assert taken.chapter_id == chapter


def test_the_library_is_asked_once(lies, item, report, django_assert_num_queries):
    wanted = (Kind.METHOD, Kind.INSTRUMENT, Kind.PHENOMENON_PICTURE, Kind.EVALUATION)
    with django_assert_num_queries(1):
        assert len(list_of_year(lies, 2025, wanted)) == 1


def test_what_was_taught_is_told_in_a_sentence(lies, network):
    awareness.held(network, attended=20)
    training.programme()
    edition, tess = training.edition(), network.actor("tess")
    enrol(tess, edition, now=NOW)
    training.attend(edition, tess.person_id)
    evening = training.after(training.FIRST + timedelta(weeks=3))
    issue_certificate(network.actor("trudy"), edition, tess.person_id, now=evening)

    report = make_report(lies, year=2026)
    assert [one.collected.text for one in queries.list_collected(lies, report).rows] == [
        "In 2026 is één bewustwordingsbijeenkomst gehouden, met samen 20 deelnemers.",
        "Voor de opleiding 'Opleiding analist' is één certificaat uitgereikt.",
    ]
    assert queries.list_collected(lies, make_report(lies, year=2024)).rows == []


def test_a_region_tells_only_the_meetings_of_its_own(network):
    awareness.held(network)
    for name, number in (("ria", 1), ("rob", 0)):
        head = network.actor(name)
        scope = Scope(ReportKind.REGION, head.region_id)
        report = actions.start_report(head, 2026, scope, now=NOW)
        assert len(queries.list_collected(head, report).rows) == number


def test_it_is_taken_once_and_becomes_a_point(lies, item, report):
    chapter = first_chapter(lies, report)
    actions.add_section(lies, chapter, body="- Een punt.", now=NOW)
    actions.take_result(lies, chapter, f"item:{item}", now=NOW)

    page = queries.get_chapter(lies, chapter, now=NOW)
    assert page.sections[0].pieces[0].points[1].startswith("Bestuurlijk afpakken.")
    assert queries.list_collected(lies, report).rows[0].chapter_id == chapter
    with pytest.raises(Conflict):
        actions.take_result(lies, chapter, f"item:{item}", now=NOW)

    actions.release_result(lies, chapter, f"item:{item}", now=NOW)
    assert queries.list_collected(lies, report).rows[0].chapter_id is None


def test_what_was_not_collected_can_not_be_taken(lies, report):
    with pytest.raises(NotFound):
        actions.take_result(lies, first_chapter(lies, report), "item:onbekend", now=NOW)


def test_figures_are_counted_per_region_for_the_network(lies, item, network):
    report = make_report(lies)
    rows = {row["slug"]: row for row in queries.list_figures(lies, report)}
    assert rows["fenomeenbeelden"]["value"] == 0
    assert rows["signalen-ontvangen"]["comparison"] == "comparable"


def test_a_small_number_of_signals_is_in_no_file_of_the_public_report(network, lies):
    signals.submitted(network)
    public = make_report(lies, year=2026, kind=ReportKind.PUBLIC)
    within = make_report(lies, year=2026)
    told = {row["slug"]: row for row in queries.list_figures(lies, public)}
    known = {row["slug"]: row for row in queries.list_figures(lies, within)}
    first = told["signalen-ontvangen"]
    assert (first["value"], first["shown"], first["by_region"]) == (None, "minder dan 5", [])
    assert first["comparison"] == "hidden"
    assert known["signalen-ontvangen"]["value"] == 1
    assert known["signalen-ontvangen"]["by_region"] == [{"region": "RIEC Voorbeeld", "value": 1}]


def test_a_small_number_of_shared_works_is_no_secret(network, lies):
    network_head = network.actor("ria")
    content = Content(kind=Kind.PHENOMENON_PICTURE, title="Beeld", summary="Een beeld van wat er speelt in de regio.",
                      phenomena=frozenset({"witwassen"}), period_from=date(2026, 1, 1))  # fmt: skip
    commons.add_item(network_head, content, now=NOW, publish=True)
    public = make_report(lies, year=2026, kind=ReportKind.PUBLIC)
    told = {row["slug"]: row for row in queries.list_figures(lies, public)}
    assert told["fenomeenbeelden"]["shown"] == "1"


def test_a_text_refers_only_to_what_was_counted(lies, report):
    chapter = first_chapter(lies, report)
    with pytest.raises(Invalid):
        actions.add_section(lies, chapter, body="Er waren {cijfer:onbekend}.", now=NOW)
    actions.add_section(lies, chapter, body="Er waren {cijfer:signalen-ontvangen}.", now=NOW)
    content = queries.get_draft(lies, report, today=NOW.date())
    assert content["chapters"][0]["sections"][0]["pieces"] == [{"text": "Er waren 0."}]


def test_a_report_ends_with_the_words_it_uses_in_the_version_of_its_year(lies, report):
    for name, text, day in (
        ("Jonge aanwas", "Oude tekst van deze definitie.", date(2024, 5, 1)),
        ("Jonge aanwas", "Nieuwe tekst van deze definitie.", date(2025, 5, 1)),
        ("Jonge aanwas", "Tekst van na het jaar van het verslag.", date(2026, 2, 1)),
        ("Waterbedeffect", "Een woord dat dit verslag niet gebruikt.", date(2024, 5, 1)),
    ):
        proposal = Proposal(name=name, text=text, source="Hoofdenoverleg", reason="-")
        commons.load_term(SYSTEM, proposal, on=day, now=NOW)
    chapter = first_chapter(lies, report)
    actions.add_section(lies, chapter, body="Wat wij deden tegen jonge aanwas.", now=NOW)

    content = queries.get_draft(lies, report, today=NOW.date())
    (term,) = content["terms"]
    assert (term["name"], term["text"]) == ("Jonge aanwas", "Nieuwe tekst van deze definitie.")
    assert (term["version"], term["adopted"]) == (2, "2025-05-01")
    written = str(document_of(content).blocks)
    assert "Begrippen" in written and "Nieuwe tekst van deze definitie." in written
