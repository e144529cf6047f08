"""The heads council: prepared by few, read by all, and what it decides stands."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from tests.world import NOW
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.programme.actions import council as actions
from wegwijzer.programme.queries import council as queries
from wegwijzer.programme.rules.council import (
    DecisionContent,
    Effect,
    ItemContent,
    MeetingContent,
    MeetingStatus,
    Outcome,
    PaperContent,
    Purpose,
    SubjectKind,
    TaskContent,
    decision_number,
)

TODAY = NOW.date()
MEETING = MeetingContent(held_date=TODAY, place="Utrecht", chair="R. Hoofd")
ITEM = ItemContent(
    title="Portefeuille criminele geldstromen",
    purpose=Purpose.DECIDE,
    subject_kind=SubjectKind.PORTFOLIO,
    subject="criminele-geldstromen",
)
ADOPTED = DecisionContent(text="De meerwaarde wordt verkend.", outcome=Outcome.ADOPTED)
TASK = TaskContent(text="Bijeenkomst plannen", who="L. Staf", due_date=TODAY + timedelta(days=30))


@pytest.fixture
def meeting(network):
    return plan(network)


def plan(network):
    return actions.plan_meeting(network.actor("ria"), MEETING, now=NOW)


@pytest.fixture
def item(network, meeting):
    return actions.add_agenda_item(network.actor("ria"), meeting, ITEM, now=NOW)


def share(network, meeting):
    actions.share_agenda(network.actor("lies"), meeting, now=NOW)


def test_a_draft_is_there_for_council_and_secretary_only(network, meeting, item):
    for who in ("ria", "rob", "lies"):
        assert queries.get_meeting(network.actor(who), meeting).items[0].id == item
    for who in ("alice", "trudy", "max"):
        with pytest.raises(NotFound):
            queries.get_meeting(network.actor(who), meeting)
        with pytest.raises(NotFound):
            actions.change_meeting(network.actor(who), meeting, MEETING, now=NOW)
        assert queries.list_meetings(network.actor(who)).rows == []


def test_a_shared_agenda_is_read_by_all_and_written_by_few(network, meeting, item):
    paper = actions.add_paper(
        network.actor("lies"), item, PaperContent(title="Voorstel", text="Verken."), now=NOW
    )
    share(network, meeting)
    alice = network.actor("alice")

    assert queries.list_meetings(alice).rows[0].status is MeetingStatus.SHARED
    assert queries.get_paper(alice, paper)[0].text == "Verken."
    for act in (
        lambda: actions.change_meeting(alice, meeting, MEETING, now=NOW),
        lambda: actions.add_agenda_item(alice, meeting, ITEM, now=NOW),
        lambda: actions.decide(alice, item, ADOPTED, now=NOW),
        lambda: actions.plan_meeting(alice, MEETING, now=NOW),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_an_empty_agenda_is_not_shared_and_none_is_shared_twice(network, meeting):
    with pytest.raises(Invalid):
        share(network, meeting)
    actions.add_agenda_item(network.actor("ria"), meeting, ITEM, now=NOW)
    share(network, meeting)
    with pytest.raises(Conflict):
        share(network, meeting)


def test_a_decision_waits_for_the_day_and_the_shared_agenda(network, meeting, item):
    rob = network.actor("rob")
    with pytest.raises(Conflict):
        actions.decide(rob, item, ADOPTED, now=NOW)
    share(network, meeting)
    with pytest.raises(Conflict):
        actions.decide(rob, item, ADOPTED, now=NOW - timedelta(days=1))
    actions.decide(rob, item, ADOPTED, now=NOW)

    rows, _after = queries.list_decisions(
        network.actor("zoe"), subject_kind=SubjectKind.PORTFOLIO, subject=ITEM.subject
    )
    assert [one.number for one in rows] == [f"{TODAY.year}-01"]
    assert decision_number(2026, 12) == "2026-12"


def test_what_is_for_information_is_not_decided_on(network, meeting):
    ria = network.actor("ria")
    news = ItemContent(title="Nieuws", purpose=Purpose.INFORM)
    item = actions.add_agenda_item(ria, meeting, news, now=NOW)
    share(network, meeting)

    with pytest.raises(Invalid):
        actions.decide(ria, item, ADOPTED, now=NOW)
    changed = ItemContent(title="Nieuws", purpose=Purpose.DECIDE)
    actions.change_agenda_item(ria, item, changed, now=NOW)
    with pytest.raises(Invalid):
        wrong = DecisionContent(
            text="Afgesproken is zo.", outcome=Outcome.ADOPTED, effect=Effect.AGREE
        )
        actions.decide(ria, item, wrong, now=NOW)
    actions.decide(ria, item, ADOPTED, now=NOW)
    with pytest.raises(Conflict):
        actions.change_agenda_item(ria, item, news, now=NOW)


def test_a_meeting_closes_when_all_was_decided_and_then_stands(network, meeting, item):
    ria = network.actor("ria")
    share(network, meeting)
    with pytest.raises(Invalid, match="geldstromen"):
        actions.close_meeting(ria, meeting, present="Allen", now=NOW)
    actions.report_item(ria, item, "Besproken is de opbrengst.", now=NOW)
    actions.decide(ria, item, ADOPTED, now=NOW)
    actions.close_meeting(ria, meeting, present="Allen", now=NOW)

    page = queries.get_meeting(network.actor("alice"), meeting)
    assert (page.status, page.items[0].report) == (MeetingStatus.HELD, "Besproken is de opbrengst.")
    with pytest.raises(Conflict):
        actions.add_agenda_item(ria, meeting, ITEM, now=NOW)


def test_open_actions_run_over_meetings_until_they_are_done(network, meeting, item):
    ria = network.actor("ria")
    share(network, meeting)
    task = actions.add_council_task(ria, meeting, TASK, item_id=item, now=NOW)
    actions.add_council_task(ria, meeting, TASK, now=NOW)
    with pytest.raises(NotFound):
        actions.add_council_task(ria, meeting, TASK, item_id=uuid4(), now=NOW)
    past = TaskContent(text="x", who="y", due_date=date(2000, 1, 1))
    with pytest.raises(Invalid):
        actions.add_council_task(ria, meeting, past, now=NOW)

    actions.finish_council_task(ria, task, done_on=TODAY, note="Gepland.", now=NOW)

    assert len(queries.list_open_tasks(network.actor("alice"))) == 1
    page = queries.get_meeting(ria, meeting)
    assert [one.done_note for one in page.items[0].tasks] == ["Gepland."]
    assert len(page.tasks) == 1
    with pytest.raises(Conflict):
        actions.finish_council_task(ria, task, done_on=TODAY, now=NOW)
    with pytest.raises(NotAllowed):
        actions.finish_council_task(network.actor("alice"), task, done_on=TODAY, now=NOW)


@pytest.mark.parametrize(
    "paper",
    [PaperContent(title=""), PaperContent(title="a"), PaperContent(title="a", url="javascript:1")],
)
def test_a_paper_that_nobody_can_read_is_refused(network, item, paper):
    with pytest.raises(Invalid):
        actions.add_paper(network.actor("ria"), item, paper, now=NOW)


def test_meetings_and_decisions_are_paged(network):
    ria = network.actor("ria")
    for days in range(3):
        content = MeetingContent(held_date=TODAY - timedelta(days=days), place="Hier", chair="R")
        meeting = actions.plan_meeting(ria, content, now=NOW)
        item = actions.add_agenda_item(ria, meeting, ITEM, now=NOW)
        share(network, meeting)
        actions.decide(ria, item, ADOPTED, now=NOW)

    first = queries.list_meetings(ria, limit=2)
    rows, after = queries.list_decisions(ria, limit=2)

    assert len(queries.list_meetings(ria, after=first.after).rows) == 1
    assert len(queries.list_decisions(ria, after=after)[0]) == 1
    assert len(rows) == 2
    with pytest.raises(Invalid):
        queries.list_meetings(ria, after="x")


def test_a_day_has_one_meeting(network):
    plan(network)
    with pytest.raises(Conflict) as refused:
        plan(network)
    assert refused.value.field == "held_date"


def test_a_meeting_is_moved_to_a_free_day_only(network):
    ria, meeting, later = network.actor("ria"), plan(network), TODAY + timedelta(days=9)
    actions.change_meeting(ria, meeting, replace(MEETING, place="Online"), now=NOW)
    actions.plan_meeting(ria, replace(MEETING, held_date=later), now=NOW)
    with pytest.raises(Conflict):
        actions.change_meeting(ria, meeting, replace(MEETING, held_date=later), now=NOW)


def test_a_meeting_of_more_than_a_year_ago_is_a_slip_of_the_hand(network):
    long_ago = replace(MEETING, held_date=TODAY - timedelta(days=367))
    with pytest.raises(Invalid) as refused:
        actions.plan_meeting(network.actor("ria"), long_ago, now=NOW)
    assert refused.value.field == "held_date"
