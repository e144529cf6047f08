"""A report on the database: begun, written together, approved, frozen, corrected, published."""

import json
from datetime import timedelta

import pytest

from tests.annual_report.made import approve_all, freeze_report, make_report, write_all
from tests.world import NOW
from wegwijzer.annual_report import actions, queries
from wegwijzer.annual_report.models import Edition, SectionVersion
from wegwijzer.annual_report.rules import editions
from wegwijzer.annual_report.rules.states import Event, ReportKind, Scope, Status
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.logbook.models import Line

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(network):
    return {name: network.actor(name) for name in ("ria", "rob", "lies", "alice")}


@pytest.fixture
def report(people):
    return make_report(people["lies"])


def chapter_of(people, report, title="Inleiding"):
    page = queries.get_report(people["lies"], report, now=NOW)
    return next(one.id for one in page.chapters if one.title == title)


def test_a_report_begins_with_its_chapters_and_figures(people, report):
    page = queries.get_report(people["lies"], report, now=NOW)
    assert page.row.title == "Jaarverslag 2025 RIEC-LIEC"
    assert page.chapters[0].title == "Inleiding"
    assert page.counted_at == NOW


def test_there_is_one_report_of_a_year(people, report):
    with pytest.raises(Conflict):
        make_report(people["lies"])


def test_who_does_not_write_begins_no_report_and_that_is_logged(people):
    with pytest.raises(NotAllowed):
        make_report(people["alice"])
    assert Line.objects.filter(act="annual_report.start_report", outcome="refused").exists()


def test_the_draft_of_a_region_does_not_exist_for_another(people, network):
    scope = Scope(ReportKind.REGION, network.regions["ON"])
    report = actions.start_report(people["ria"], 2025, scope, now=NOW)
    with pytest.raises(NotFound):
        queries.get_report(people["rob"], report, now=NOW)
    with pytest.raises(NotFound):
        actions.add_chapter(people["rob"], report, "Slot", now=NOW)


def test_the_second_of_two_writers_loses_nothing(people, report):
    chapter = chapter_of(people, report)
    section = actions.add_section(people["lies"], chapter, body="Begin.", now=NOW)

    first = actions.save_section(people["lies"], section, body="Van Lies.", version=1, now=NOW)
    second = actions.save_section(people["ria"], section, body="Van Ria.", version=1, now=NOW)

    assert (first.is_saved, second.is_saved) == (True, False)
    page = queries.get_section(people["ria"], section, now=NOW)
    assert page.row.body == "Van Lies."
    assert {(one.number, one.body) for one in page.versions} == {
        (1, "Begin."),
        (2, "Van Lies."),
        (None, "Van Ria."),
    }


def test_others_see_who_is_writing_for_half_an_hour(people, report):
    section = actions.add_section(
        people["lies"], chapter_of(people, report), body="Begin.", now=NOW
    )
    actions.claim_section(people["lies"], section, now=NOW)
    actions.claim_section(people["ria"], section, now=NOW)

    assert queries.get_section(people["ria"], section, now=NOW).row.claimed_by == "lies"
    assert queries.get_section(people["lies"], section, now=NOW).row.claimed_by == ""
    later = NOW + timedelta(minutes=31)
    assert queries.get_section(people["ria"], section, now=later).row.claimed_by == ""


def test_a_changed_chapter_must_be_approved_anew(people, report):
    write_all(people["lies"], report)
    approve_all(people["lies"], people["ria"], report)
    chapter = queries.get_chapter(people["lies"], chapter_of(people, report), now=NOW)
    section = chapter.sections[0]

    actions.save_section(people["lies"], section.id, body="Anders.", version=1, now=NOW)

    again = queries.get_chapter(people["lies"], chapter.id, now=NOW)
    assert again.status == "writing"
    actions.take_step(people["lies"], report, Event.WRITE, now=NOW)
    actions.take_step(people["lies"], report, Event.REVIEW, now=NOW)
    with pytest.raises(Conflict):
        actions.take_step(people["ria"], report, Event.APPROVE, now=NOW)


def test_a_remark_is_dealt_with_before_the_chapter_is_approved(people, report):
    chapter = chapter_of(people, report)
    section = actions.add_section(people["lies"], chapter, body="Begin.", now=NOW)
    remark = actions.make_remark(people["ria"], section, "Noem het jaartal.", now=NOW)
    actions.send_chapter(people["lies"], chapter, now=NOW)
    with pytest.raises(Conflict):
        actions.approve_chapter(people["ria"], chapter, now=NOW)

    actions.resolve_remark(people["lies"], remark, now=NOW)
    actions.approve_chapter(people["ria"], chapter, now=NOW)

    page = queries.get_report(people["ria"], report, now=NOW)
    assert next(one for one in page.chapters if one.id == chapter).status == "approved"


def freeze(people, report):
    freeze_report(people["lies"], people["ria"], report)


def test_an_edition_stays_what_it_was_and_a_correction_is_a_new_one(people, report):
    freeze(people, report)
    before = queries.get_edition(people["alice"], report, 1)
    with pytest.raises(Conflict):
        actions.add_chapter(people["lies"], report, "Slot", now=NOW)
    with pytest.raises(Invalid):
        actions.take_step(people["ria"], report, Event.CORRECT, now=NOW)

    actions.take_step(people["ria"], report, Event.CORRECT, reason="Een fout getal.", now=NOW)
    section = queries.get_chapter(people["lies"], chapter_of(people, report), now=NOW).sections[0]
    actions.save_section(people["lies"], section.id, body="Hersteld.", version=1, now=NOW)

    assert queries.get_edition(people["alice"], report, 1).text == before.text
    page = queries.get_report(people["lies"], report, now=NOW)
    assert (page.row.status, page.row.edition, page.reason) == (
        Status.WRITING,
        2,
        "Een fout getal.",
    )


def test_a_tampered_edition_is_not_shown(people, report):
    freeze(people, report)
    Edition.objects.update(content=json.dumps({"title": "Iets anders"}))
    with pytest.raises(Conflict):
        queries.get_edition(people["lies"], report, 1)


def test_the_next_year_compares_with_the_frozen_edition(people, network):
    old = make_report(people["lies"])
    freeze(people, old)
    frozen = Edition.objects.get()
    content = json.loads(frozen.content)
    content["figures"][0] |= {"value": 40, "definition_version": 0}
    frozen.content = editions.canonical(content)
    frozen.sha256 = editions.digest(frozen.content)
    frozen.save()

    new = make_report(people["lies"], year=2026)

    first = queries.list_figures(people["lies"], new)[0]
    assert (first["earlier_value"], first["comparison"]) == (40, "definition_changed")


def test_the_public_report_is_on_the_internet_once_it_is_complete(people):
    report = make_report(people["lies"], kind=ReportKind.PUBLIC)
    with pytest.raises(Conflict):
        actions.publish_edition(people["ria"], report, now=NOW)
    freeze(people, report)
    assert queries.find_public_edition(None, 2025) is None
    with pytest.raises(NotAllowed):
        actions.publish_edition(people["lies"], report, now=NOW)

    actions.publish_edition(people["ria"], report, now=NOW)

    edition = queries.find_public_edition(None, 2025)
    assert edition is not None
    assert queries.get_report(people["lies"], report, now=NOW).demands.allowed


def test_a_refused_save_leaves_no_version(people, report):
    section = actions.add_section(
        people["lies"], chapter_of(people, report), body="Begin.", now=NOW
    )
    with pytest.raises(Invalid):
        actions.save_section(people["lies"], section, body="{cijfer:onzin}", version=1, now=NOW)
    assert SectionVersion.objects.count() == 1
