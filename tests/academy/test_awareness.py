"""Awareness meetings: who asks, who plans, what the network sees, and what is counted."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.academy import made_awareness as made
from tests.world import NOW, SYSTEM, TODAY, make_person
from wegwijzer.academy.actions import awareness as actions
from wegwijzer.academy.queries import awareness as queries
from wegwijzer.academy.queries.awareness import MeetingsWanted
from wegwijzer.academy.rules import awareness as rules
from wegwijzer.academy.rules.awareness import MeetingState, Outcome, Side, Step, TargetGroup
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.kernel.personal_data import SOURCES
from wegwijzer.network.actions import add_participant
from wegwijzer.network.rules import Role

STATES, STEPS = st.sampled_from(list(MeetingState)), st.sampled_from(list(rules.TABLE))
SIDES = st.frozensets(st.sampled_from(list(Side)))


@given(STATES, STEPS, SIDES)
def test_a_step_is_offered_exactly_when_it_is_taken(state, step, sides):
    try:
        rules.check_step(state, step, sides)
        taken = True
    except (Conflict, NotAllowed):
        taken = False
    assert rules.may_step(state, step, sides) is taken


@given(st.lists(STEPS, max_size=30))
def test_a_meeting_that_was_held_stays_held(steps):
    state, was_held = MeetingState.REQUESTED, False
    for step in steps:
        if rules.may_step(state, step, rules.BOTH):
            state = rules.check_step(state, step, rules.BOTH)
        was_held = was_held or state in rules.TOOK_PLACE
    assert was_held is (state in rules.TOOK_PLACE)


def test_nothing_comes_after_a_refusal():
    for state in (MeetingState.DECLINED, MeetingState.CANCELLED, MeetingState.EVALUATED):
        assert not any(rules.may_step(state, step, rules.BOTH) for step in rules.TABLE)


@given(st.dictionaries(st.sampled_from(list(rules.MARKS)), st.integers(0, 50)))
def test_the_average_lies_between_the_marks(marks):
    mean = rules.average(marks)
    given = [mark for mark, number in marks.items() if number]
    assert (mean is None) is (given == [])
    assert mean is None or min(given) <= mean <= max(given)


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"subject": " "}, "subject"),
        ({"place": ""}, "place"),
        ({"contact_name": ""}, "contact_name"),
        ({"contact_reach": ""}, "contact_reach"),
        ({"contact_reach": "bel maar"}, "contact_reach"),
        ({"contact_reach": "griffie@gemeente"}, "contact_reach"),
        ({"contact_reach": "06 12345"}, "contact_reach"),
        ({"people": 0}, "people"),
        ({"wished_until": date(2026, 3, 1)}, "wished_until"),
        ({"wished_from": date(2026, 1, 1), "wished_until": date(2026, 2, 1)}, "wished_until"),
    ],
)
def test_a_wish_that_nobody_can_plan_is_refused_at_its_field(other, field):
    with pytest.raises(Invalid) as refusal:
        rules.check_wish(made.wish(**other), today=TODAY)
    assert refusal.value.field == field


@pytest.mark.parametrize(
    "reach",
    [
        "griffie@gemeente.example",
        "06-12345678",
        "(0118) 67 50 00, tot vier uur",
        "+31 6 12345678",
        "0031612345678",
        "14 0118",
        "bel 14020 of mail raad@stad.example",
    ],
)
def test_a_number_or_address_is_taken_as_people_write_it(reach):
    rules.check_wish(made.wish(contact_reach=reach), today=TODAY)


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"day": TODAY - timedelta(days=1)}, "day"),
        ({"minutes": 5}, "minutes"),
        ({"place": " "}, "place"),
        ({"guests": ()}, "speakers"),
        ({"day": date(2026, 6, 1)}, "words"),
        ({"materials": (rules.Link(label="", url="x"),)}, "materials"),
    ],
)
def test_a_plan_that_does_not_fit_is_refused_at_its_field(other, field):
    asked = made.wish()
    with pytest.raises(Invalid) as refusal:
        rules.check_plan(made.plan(**other), (asked.wished_from, asked.wished_until), today=TODAY)
    assert refusal.value.field == field


@pytest.mark.django_db
class TestMeetings:
    def test_from_request_to_evaluation(self, network):
        meeting = made.evaluated(network)

        page = queries.get_meeting(network.actor("bob"), meeting)
        assert page.row.state is MeetingState.EVALUATED
        assert (page.row.attended, page.marks) == (20, {5: 4, 4: 8, 3: 2})
        assert [name for _id, name in page.inside.speakers] == ["ria", "Een wijkagent"]
        steps = [one.step for one in page.inside.steps]
        assert steps == [Step.REQUEST, Step.PLAN, Step.CONFIRM, Step.HOLD, Step.EVALUATE]

    @pytest.mark.parametrize("name", ["alice", "dora", "ria", "trudy", "zoe"])
    def test_only_a_municipality_asks(self, network, name):
        with pytest.raises(NotAllowed):
            actions.request_meeting(network.actor(name), made.wish(), now=NOW)

    @pytest.mark.parametrize("name", ["alice", "dora", "carol", "rob", "max", "zoe", "otto"])
    def test_a_request_is_between_the_municipality_and_its_region(self, network, name):
        for meeting in (made.requested(network), made.planned(network)):
            with pytest.raises(NotFound):
                queries.get_meeting(network.actor(name), meeting)
        assert queries.list_meetings(network.actor(name)).rows == []

    @pytest.mark.parametrize("name", ["bob", "ria", "lies", "trudy"])
    def test_who_has_a_part_in_it_sees_the_request(self, network, name):
        page = queries.get_meeting(network.actor(name), made.requested(network))
        assert page.inside.contact_name == "Gerda Griffier"

    def test_the_network_sees_where_when_and_for_whom_and_the_numbers(self, network):
        meeting = made.evaluated(network)

        page = queries.get_meeting(network.actor("zoe"), meeting)

        assert page.row.attended == 20
        assert page.marks[4] == 8
        assert page.inside is None
        assert page.may == frozenset()

    def test_mayor_and_executive_of_one_municipality_share_their_meetings(self, network):
        for key, kind in (("m-x", "mayor"), ("x-x", "municipal_executive")):
            network.participants[key] = add_participant(
                SYSTEM, kind=kind, name=key, region_id=network.regions["ON"],
                municipality_code="GM0001", now=NOW,
            )  # fmt: skip
        one = make_person(network, "mies", "m-x", Role.PARTNER_REPORTER)
        two = make_person(network, "koos", "x-x", Role.DATA_SUPPLIER)
        meeting = actions.request_meeting(one, made.wish(), now=NOW)

        assert queries.get_meeting(two, meeting).inside is not None
        with pytest.raises(NotFound):
            queries.get_meeting(network.actor("bob"), meeting)

    def test_another_region_does_not_plan_it(self, network):
        meeting = made.confirmed(network)
        with pytest.raises(NotAllowed):
            actions.plan_meeting(network.actor("rob"), meeting, made.plan(), now=NOW)
        with pytest.raises(NotFound):
            actions.decline_meeting(
                network.actor("rob"), made.requested(network), words="Nee", now=NOW
            )

    def test_the_region_does_not_confirm_its_own_proposal(self, network):
        meeting = made.planned(network)
        with pytest.raises(NotAllowed):
            actions.confirm_meeting(network.actor("ria"), meeting, now=NOW)

    def test_a_day_that_passed_cannot_be_confirmed(self, network):
        meeting = made.planned(network)
        with pytest.raises(Conflict):
            actions.confirm_meeting(network.actor("bob", made.AFTER), meeting, now=made.AFTER)

    def test_a_refusal_and_a_cancellation_have_a_reason(self, network):
        meeting, ria = made.requested(network), network.actor("ria")
        with pytest.raises(Invalid):
            actions.decline_meeting(ria, meeting, words=" ", now=NOW)
        actions.decline_meeting(ria, meeting, words="Geen spreker vrij.", now=NOW)

        page = queries.get_meeting(network.actor("bob"), meeting)
        assert page.row.state is MeetingState.DECLINED
        assert page.inside.steps[-1].words == "Geen spreker vrij."

    def test_another_day_goes_back_to_the_region(self, network):
        meeting = made.confirmed(network)
        actions.ask_other_day(network.actor("bob"), meeting, words="In mei wel.", now=NOW)

        assert [one.id for one in queries.list_to_plan(network.actor("ria"), limit=5)] == [meeting]
        assert queries.list_meetings(network.actor("zoe")).rows == []
        actions.cancel_meeting(network.actor("ria"), meeting, words="Toch niet.", now=NOW)
        assert queries.list_to_plan(network.actor("ria"), limit=5) == []

    def test_speakers_come_from_the_own_region(self, network):
        meeting, stranger = made.requested(network), network.people["rob"]
        with pytest.raises(Invalid):
            actions.plan_meeting(network.actor("ria"), meeting, made.plan(stranger), now=NOW)

    def test_nobody_is_counted_before_the_day(self, network):
        meeting = made.confirmed(network)
        with pytest.raises(Conflict):
            actions.hold_meeting(network.actor("bob"), meeting, attended=9, now=NOW)

    def test_there_are_no_more_opinions_than_people(self, network):
        meeting, bob = made.held(network, attended=3), network.actor("bob")
        outcome = Outcome(marks={4: 4}, learned="Veel.")
        with pytest.raises(Invalid):
            actions.evaluate_meeting(bob, meeting, outcome, now=made.AFTER)
        with pytest.raises(Invalid):
            actions.evaluate_meeting(
                bob, meeting, replace(outcome, marks={4: 3}, learned=""), now=made.AFTER
            )

    def test_an_agreement_is_kept_by_either_side_and_once(self, network):
        meeting = made.evaluated(network)
        (row,) = queries.get_meeting(network.actor("ria"), meeting).inside.follow_ups
        with pytest.raises(NotAllowed):
            actions.finish_follow_up(network.actor("zoe"), row.id, now=made.AFTER)
        actions.finish_follow_up(network.actor("ria"), row.id, now=made.AFTER)
        with pytest.raises(Conflict):
            actions.finish_follow_up(network.actor("bob"), row.id, now=made.AFTER)

    def test_each_side_finds_what_waits_for_it(self, network):
        bob, ria, soon = network.actor("bob"), network.actor("ria"), TODAY + timedelta(days=90)
        meeting = made.requested(network)
        assert queries.list_to_plan(bob, limit=5) == []
        assert len(queries.list_to_plan(ria, limit=5)) == 1
        actions.plan_meeting(ria, meeting, made.plan(), now=NOW)
        assert len(queries.list_to_confirm(bob, limit=5)) == 1
        assert queries.list_to_confirm(ria, limit=5) == []
        actions.confirm_meeting(bob, meeting, now=NOW)
        assert queries.list_to_tell(bob, today=TODAY, limit=5) == []
        assert len(queries.list_to_tell(bob, today=made.AFTER.date(), limit=5)) == 1
        made.evaluated(network)
        for actor, number in ((bob, 1), (ria, 1), (network.actor("rob"), 0)):
            assert len(queries.list_due_follow_ups(actor, until=soon, limit=5)) == number

    def test_a_year_counts_what_was_held(self, network):
        made.evaluated(network)
        made.held(network, attended=5)
        made.confirmed(network)
        region = network.regions["ON"]

        assert queries.count_meetings_by_region(network.actor("zoe"), year=2026) == {region: 2}
        assert queries.count_meetings_by_region(network.actor("zoe"), year=2025) == {}
        (one,) = queries.tally_meetings(network.actor("zoe"), since=2022, until=2026)
        assert (one.meetings, one.people) == (2, 25)

    def test_a_list_turns_its_pages_both_ways_and_narrows(self, network):
        made.confirmed(network)
        for number in range(4):
            made.requested(network, wished_from=date(2026, 4, 2 + number))
        bob = network.actor("bob")
        first = queries.list_meetings(bob, limit=3)
        second = queries.list_meetings(bob, after=first.after, limit=3)
        assert (len(first.rows), len(second.rows), second.after) == (3, 2, "")
        back = queries.list_meetings(bob, before=second.before, limit=3)
        assert [one.id for one in back.rows] == [one.id for one in first.rows]
        for wanted, number in (
            (MeetingsWanted(state=MeetingState.CONFIRMED), 1),
            (MeetingsWanted(target_group=TargetGroup.AGRARIANS), 0),
            (MeetingsWanted(year=2026, own=True), 5),
            (MeetingsWanted(year=2025), 0),
            (MeetingsWanted(region_id=network.regions["ZZ"]), 0),
        ):
            assert len(queries.list_meetings(bob, wanted).rows) == number
        with pytest.raises(Invalid):
            queries.list_meetings(bob, after="gisteren")

    def test_names_go_and_numbers_stay(self, network):
        meeting = made.evaluated(network)
        assert list(SOURCES["academy.Speaker"].find("een wijkagent"))
        for name in ("AwarenessMeeting", "Speaker", "MeetingStep"):
            assert SOURCES[f"academy.{name}"].erase_before(made.AFTER)
        page = queries.get_meeting(network.actor("bob"), meeting)
        assert (page.inside.contact_name, page.inside.speakers, page.inside.steps) == ("", (), ())
        assert page.row.attended == 20
