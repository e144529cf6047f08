"""Cases: opened for a purpose, with who is needed; asked, answered, delivered; step by step."""

import pytest

from tests.casework import made
from tests.world import NOW
from wegwijzer.casework import actions
from wegwijzer.casework.models import Case, Item
from wegwijzer.casework.queries import visible_cases, visible_items
from wegwijzer.kernel.errors import NotAllowed, NotFound
from wegwijzer.law.vocabulary import RequestAnswer

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def sees(world, who):
    return set(visible_cases(world.actor(who), on=TODAY).values_list("id", flat=True))


def test_a_case_is_seen_by_whom_it_involves_and_nobody_else(world):
    case = made.opened(world)

    assert {who for who in ("alice", "bob", "fons", "anna") if case in sees(world, who)} == {
        "alice", "bob", "fons", "anna"
    }  # fmt: skip
    assert all(not sees(world, who) for who in ("erik", "carol", "dora", "otto", "pia", "zoe"))


def test_what_is_delivered_is_seen_by_the_others(world):
    case = made.opened(world)
    _request, ref = made.delivered(world, case)

    assert Case.objects.get().status == "collecting"
    assert [i.ref for i in visible_items(world.actor("alice"), on=TODAY)] == [ref]
    assert not visible_items(world.actor("erik"), on=TODAY).exists()
    assert Item.objects.get().subject is not None


def test_a_refusal_needs_weighty_reasons(world):
    request = made.asked(world, made.opened(world))

    with pytest.raises(NotAllowed, match="zwaarwegende"):
        actions.answer_request(world.actor("bob"), request, RequestAnswer.REFUSED, now=NOW)
    actions.answer_request(
        world.actor("bob"), request, RequestAnswer.REFUSED, reason=made.LONG, now=NOW
    )


def test_nobody_answers_for_another(world):
    request = made.asked(world, made.opened(world))

    with pytest.raises(NotFound):
        actions.answer_request(world.actor("alice"), request, RequestAnswer.NOTHING_HELD, now=NOW)
