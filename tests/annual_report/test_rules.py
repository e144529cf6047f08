"""The rules of the yearly report: its way, its texts, its figures, the Act."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wegwijzer.annual_report.rules import act, chapters, editions, figures, states, texts
from wegwijzer.annual_report.rules.chapters import ChapterKind, ChapterStatus, Planned
from wegwijzer.annual_report.rules.figures import Comparison, Counted
from wegwijzer.annual_report.rules.states import Event, ReportKind, Scope, Status
from wegwijzer.annual_report.rules.texts import Change
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed
from wegwijzer.network.rules import Role

HERE, THERE = uuid4(), uuid4()
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
NETWORK = Scope(ReportKind.NETWORK, None)
REGIONAL = Scope(ReportKind.REGION, HERE)


def actor(*roles: str, region=HERE) -> Actor:
    return Actor(uuid4(), "Iemand", uuid4(), "Deelnemer", "mayor", region, "ON", frozenset(roles))


HEAD = actor(Role.RIEC_HEAD, Role.HEADS_COUNCIL)
WRITER = actor(Role.LIEC_STAFF)


def test_a_report_walks_from_collecting_to_frozen():
    status = Status.COLLECTING
    for event in (Event.WRITE, Event.REVIEW, Event.APPROVE, Event.FREEZE):
        status = states.check_step(HEAD, NETWORK, status, event).target
    assert status is Status.FROZEN


def test_freezing_is_final_but_for_a_new_edition_with_a_reason():
    left = {one.event for one in states.STEPS if one.source is Status.FROZEN}
    assert left == {Event.CORRECT}
    with pytest.raises(Invalid):
        states.check_step(HEAD, NETWORK, Status.FROZEN, Event.CORRECT, reason=" ")


def test_who_writes_does_not_decide_for_the_network():
    with pytest.raises(NotAllowed):
        states.check_step(WRITER, NETWORK, Status.REVIEW, Event.APPROVE)


@pytest.mark.parametrize("event", [Event.APPROVE, Event.FREEZE, Event.CORRECT])
def test_the_head_of_another_region_decides_nothing_here(event):
    other = actor(Role.RIEC_HEAD, Role.HEADS_COUNCIL, region=THERE)
    source = next(one.source for one in states.STEPS if one.event is event)
    with pytest.raises(NotAllowed):
        states.check_step(other, REGIONAL, source, event, reason="Een goede reden.")


def test_a_region_shows_its_report_to_others_once_there_is_an_edition():
    other = actor(Role.LIEC_STAFF, region=THERE)
    assert not states.may_see(other, REGIONAL, frozen_before=False)
    assert states.may_see(other, REGIONAL, frozen_before=True)


def test_a_step_that_does_not_fit_the_state_is_refused():
    with pytest.raises(Conflict):
        states.check_step(HEAD, NETWORK, Status.COLLECTING, Event.FREEZE)


def test_the_outline_puts_the_programme_between_introduction_and_figures():
    goal = Planned(ChapterKind.GOAL, "Weerbare samenleving", "weerbare-samenleving")
    kinds = [one.kind for one in chapters.outline((goal,), is_public=True)]
    assert kinds == [
        ChapterKind.FREE,
        ChapterKind.GOAL,
        ChapterKind.FIGURES,
        ChapterKind.FEEDBACK,
    ]


def test_nobody_approves_what_they_offered_themselves():
    me = uuid4()
    with pytest.raises(NotAllowed):
        chapters.check_approve(ChapterStatus.REVIEW, open_remarks=0, sent_by=me, by=me)
    chapters.check_approve(ChapterStatus.REVIEW, open_remarks=0, sent_by=me, by=uuid4())


def test_an_open_remark_stops_the_approval():
    with pytest.raises(Conflict):
        chapters.check_approve(ChapterStatus.REVIEW, open_remarks=1, sent_by=uuid4(), by=uuid4())


def test_a_report_waits_for_each_of_its_chapters():
    with pytest.raises(Conflict):
        chapters.check_all_approved([ChapterStatus.APPROVED, ChapterStatus.REVIEW])
    with pytest.raises(Conflict):
        chapters.check_all_approved([])


@given(st.lists(st.uuids(), min_size=1, unique=True), st.data(), st.booleans())
def test_moving_loses_no_chapter(order, data, up):
    item = data.draw(st.sampled_from(order))
    assert sorted(chapters.moved(order, item, up=up)) == sorted(order)


@given(st.text(), st.text())
def test_both_texts_can_be_read_back_from_the_difference(before, after):
    found = texts.difference(before, after)
    old = "".join(one.text for one in found if one.change is not Change.ADDED)
    new = "".join(one.text for one in found if one.change is not Change.REMOVED)
    assert (old, new) == ("".join(before), "".join(after))


def test_an_empty_line_parts_and_a_dash_begins_a_point():
    found = texts.pieces("Eerste\nregel.\n\n- een\n- twee\n  verder\n\nSlot.")
    assert [one.text or one.points for one in found] == [
        "Eerste regel.",
        ("een", "twee verder"),
        "Slot.",
    ]


def test_a_point_is_added_to_the_list_that_is_there():
    assert texts.with_point("", "een") == "- een"
    assert texts.with_point("Zin.", "een") == "Zin.\n\n- een"
    assert texts.with_point("- een", "twee\nregels") == "- een\n- twee regels"


def test_a_figure_is_filled_in_and_an_unknown_one_refused():
    body = "Wij ontvingen {cijfer:signalen-ontvangen} signalen."
    assert texts.filled(body, lambda slug: "12") == "Wij ontvingen 12 signalen."
    texts.check_figures(body, figures.KNOWN)
    with pytest.raises(Invalid):
        texts.check_figures("{cijfer:bestaat-niet}", figures.KNOWN)


def test_a_claim_warns_others_and_ends_by_itself():
    claim = texts.Claim(uuid4(), "Lies", NOW + texts.CLAIM)
    assert texts.is_claimed(claim, by=uuid4(), now=NOW)
    assert not texts.is_claimed(claim, by=claim.person_id, now=NOW)
    assert not texts.is_claimed(claim, by=uuid4(), now=NOW + texts.CLAIM + timedelta(seconds=1))


def test_every_figure_has_a_definition_with_a_formula_and_a_moment():
    assert len(figures.BY_SLUG) == len(figures.DEFINITIONS)
    assert all(
        one.formula.endswith(".") and one.moment.endswith(".") for one in figures.DEFINITIONS
    )


def test_a_year_begins_when_it_does_in_the_netherlands():
    since, until = figures.period_of(2025)
    assert since == datetime(2024, 12, 31, 23, tzinfo=UTC)
    assert until == datetime(2025, 12, 31, 23, tzinfo=UTC)


def test_another_definition_is_said_with_the_comparison():
    assert figures.compare(Counted(9, 1), Counted(8, 1)) is Comparison.COMPARABLE
    assert figures.compare(Counted(9, 2), Counted(8, 1)) is Comparison.DEFINITION_CHANGED
    assert figures.compare(Counted(9, 1, 2), Counted(8, 1, 1)) is Comparison.DEFINITION_CHANGED
    assert figures.compare(Counted(9, 1), None) is Comparison.NONE
    assert figures.compare(Counted(9, 1), Counted(3, 1), is_public=True) is Comparison.HIDDEN


@given(st.integers(min_value=0, max_value=1000))
def test_only_one_to_four_is_small(value):
    assert figures.is_small(value) == (value in {1, 2, 3, 4})


def facts(**changes) -> act.PublicFacts:
    complete = {
        "kind": ReportKind.PUBLIC,
        "status": Status.FROZEN,
        "feedback_text": "Ontvangers vonden de resultaten bruikbaar.",
        "withheld_reason": "",
        "is_published": False,
    }
    return act.PublicFacts(**complete | changes)


def test_the_act_asks_for_feedback_or_the_reason_why_not():
    without = act.demands(facts(feedback_text=""))
    assert {one.key for one in without.missing} == {"feedback", "published"}
    assert all(one.article.startswith("Wgs art. 1.12") for one in without.conditions)
    with_reason = facts(feedback_text="", withheld_reason="Dat verraadt een lopend onderzoek.")
    act.check_publish(with_reason)


def test_what_is_not_frozen_is_not_published():
    for wrong in (facts(status=Status.APPROVED), facts(is_published=True),
                  facts(kind=ReportKind.NETWORK)):  # fmt: skip
        with pytest.raises(Conflict):
            act.check_publish(wrong)


def test_a_changed_edition_is_refused():
    text = editions.canonical({"b": 1, "a": "é"})
    assert text == '{"a":"é","b":1}'
    assert editions.opened(text, editions.digest(text)) == {"a": "é", "b": 1}
    with pytest.raises(Conflict):
        editions.opened(text.replace("1", "2"), editions.digest(text))


def test_a_cell_is_no_formula_in_a_spreadsheet():
    content = {"figures": [{"slug": "=1+1", "value": 3, "year": 2025}]}
    assert "'=1+1" in editions.figures_csv(content)
