"""A closed case is shielded, and comes back by order of the participants with consent (L25, L26)."""

from datetime import timedelta

import pytest

from tests.casework.made import LONG, TO_CLOSED, answer, closed, delivered, opened, proposed
from tests.world import NOW
from wegwijzer.casework import actions
from wegwijzer.casework.models import Case, Item
from wegwijzer.casework.queries import (
    get_case,
    get_closed_case,
    get_item,
    list_cases,
    list_closed_cases,
    list_decisions,
    list_voices_to_give,
)
from wegwijzer.casework.queries.cases import CaseWanted
from wegwijzer.casework.rules import CaseStatus
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.law.reopening import Capacity
from wegwijzer.logbook.models import Line

pytestmark = pytest.mark.django_db


def reopen(world, case):
    director = world.actor("fons")
    actions.reopen_case(director, case, director_id=director.person_id, now=NOW)


def test_after_closing_nobody_reads_the_content_and_only_who_was_involved_knows_of_it(world):
    case, ref = closed(world)

    for name in ("alice", "bob", "fons", "anna"):
        actor = world.actor(name)
        with pytest.raises(NotFound):
            get_case(actor, case, now=NOW)
        with pytest.raises(NotFound):
            get_item(actor, ref, now=NOW)
        assert list_cases(actor, CaseWanted(), now=NOW).rows == []
        assert [row.id for row in list_closed_cases(actor, now=NOW).rows] == [case]
    for name in ("erik", "carol", "dora", "otto", "pia", "zoe"):
        actor = world.actor(name)
        assert list_closed_cases(actor, now=NOW).rows == []
        with pytest.raises(NotFound):
            get_closed_case(actor, case, now=NOW)


def test_a_closed_case_reopens_when_everybody_agreed_and_not_a_moment_before(world):
    case, ref = proposed(world)
    before = Item.objects.get(ref=ref).destroy_on
    assert {row.capacity for row in list_voices_to_give(world.actor("bob"), now=NOW)} == {
        Capacity.ORDER,
        Capacity.CONSENT,
    }
    for who, capacity in (
        ("alice", Capacity.ORDER),
        ("bob", Capacity.ORDER),
        ("bob", Capacity.CONSENT),
    ):
        with pytest.raises(NotAllowed):
            reopen(world, case)
        answer(world, case, who, capacity)

    reopen(world, case)

    page = get_case(world.actor("fons"), case, now=NOW)
    assert page.head.status is CaseStatus.OPENED
    assert page.head.is_director
    row = Case.objects.get(id=case)
    assert row.closed_at is None
    assert Item.objects.get(ref=ref).destroy_on == before
    assert get_item(world.actor("bob"), ref, now=NOW).row.ref == ref


def test_one_refusal_ends_the_proposal_and_the_content_stays_shielded(world):
    case, ref = proposed(world)
    with pytest.raises(Invalid):
        answer(world, case, "bob", Capacity.CONSENT, agrees=False)

    answer(world, case, "bob", Capacity.CONSENT, agrees=False, reason=LONG)

    with pytest.raises(Conflict):
        answer(world, case, "alice", Capacity.ORDER)
    with pytest.raises(Conflict):
        reopen(world, case)
    with pytest.raises(NotFound):
        get_item(world.actor("fons"), ref, now=NOW)
    actions.propose_reopening(world.actor("alice"), case, reason=LONG, now=NOW)


def test_an_answer_is_given_once_and_by_who_speaks_for_that_participant(world):
    case, _ref = proposed(world)
    answer(world, case, "bob", Capacity.ORDER)

    with pytest.raises(Conflict):
        answer(world, case, "bob", Capacity.ORDER, agrees=False, reason=LONG)
    with pytest.raises(NotFound):
        answer(world, case, "alice", Capacity.CONSENT)
    for outsider in ("carol", "erik", "zoe"):
        with pytest.raises(NotFound):
            answer(world, case, outsider, Capacity.ORDER)


def test_a_supplier_that_is_no_longer_involved_is_still_asked(world):
    case = opened(world, "police", "executive", "tax")
    delivered(world, case, who="erik", organ="tax")
    fons = world.actor("fons")
    actions.end_involvement(fons, case, world.actor("erik").principals[0], reason=LONG, now=NOW)
    for event in TO_CLOSED:
        actions.advance_case(fons, case, event, reason=LONG, now=NOW)
    with pytest.raises(NotFound):
        get_closed_case(world.actor("erik"), case, now=NOW)

    actions.propose_reopening(fons, case, reason=LONG, now=NOW)

    assert [row.capacity for row in list_voices_to_give(world.actor("erik"), now=NOW)] == [
        Capacity.CONSENT
    ]
    answer(world, case, "alice", Capacity.ORDER)
    answer(world, case, "bob", Capacity.ORDER)
    with pytest.raises(NotAllowed):
        reopen(world, case)
    answer(world, case, "erik", Capacity.CONSENT)
    reopen(world, case)


def test_every_step_is_logged_and_stands_with_the_decisions(world):
    case, _ref = proposed(world)
    actions.withdraw_reopening(world.actor("fons"), case, reason=LONG, now=NOW)
    actions.propose_reopening(
        world.actor("alice"), case, reason=LONG, now=NOW + timedelta(minutes=1)
    )
    answer(world, case, "alice", Capacity.ORDER)

    acts = list(Line.objects.filter(dossier_id=case).values_list("act", flat=True))
    for act in ("propose_reopening", "withdraw_reopening", "answer_reopening"):
        assert f"casework.{act}" in acts
    whats = set(Case.objects.get(id=case).decisions.values_list("what", flat=True))
    assert {"propose_reopening", "withdraw_reopening", "order_given"} <= whats


def test_the_decisions_name_the_participant_that_proposed(world):
    case, _ref = proposed(world)
    answer(world, case, "alice", Capacity.ORDER)
    answer(world, case, "bob", Capacity.ORDER)
    answer(world, case, "bob", Capacity.CONSENT)
    reopen(world, case)

    decided = list_decisions(world.actor("fons"), case, now=NOW).decisions

    told = {row.what: row for row in decided}
    assert told["propose_reopening"].target == told["propose_reopening"].decided_for
    assert not any(":" in row.target for row in decided)


def test_only_the_participant_that_proposed_takes_it_back(world):
    case, _ref = proposed(world)

    with pytest.raises(NotAllowed):
        actions.withdraw_reopening(world.actor("alice"), case, reason=LONG, now=NOW)
    with pytest.raises(Conflict):
        actions.propose_reopening(world.actor("alice"), case, reason=LONG, now=NOW)
