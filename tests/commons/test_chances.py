"""Chances to work together: found between regions, with reasons, answered and followed up."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from tests.commons import made
from tests.world import NOW, SYSTEM
from wegwijzer.commons import actions, queries
from wegwijzer.commons.models import Item
from wegwijzer.commons.queries import ChancesWanted
from wegwijzer.commons.rules.chances import Answer, ReasonKind, Relation, night_of
from wegwijzer.commons.rules.items import Status
from wegwijzer.commons.rules.similarity import (
    WordUse,
    count_words,
    likeness_to,
    nearest_pairs,
    shared_words,
)
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound

LATER = NOW + timedelta(days=1)
TEXTS = st.lists(
    st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=5, unique=True),
    min_size=2, max_size=8,
)  # fmt: skip


@given(TEXTS)
def test_one_against_some_and_all_against_all_give_the_same_figure(texts):
    use = count_words(texts)
    regions = list(range(len(texts)))
    pairs = {
        (one, other): alike
        for one, other, alike in nearest_pairs(texts, regions, use, most=99, least=0.0001)
    }

    for position, alike in enumerate(likeness_to(texts[0], texts[1:], use), start=1):
        assert 0 <= alike <= 1.0001
        assert pairs.get((0, position), 0.0) == pytest.approx(alike, abs=0.0002)


def test_a_rare_word_tells_more_and_a_word_that_is_everywhere_nothing():
    use = WordUse(1000, {"everywhere": 900, "often": 90, "rare": 2})

    assert use.weight("everywhere") == 0
    assert use.weight("rare") > use.weight("often") > 0
    assert shared_words(["often", "rare", "everywhere"], ["everywhere", "rare", "often"], use) == (
        "rare", "often",
    )  # fmt: skip


def test_no_pair_is_made_inside_one_region():
    texts = [["a", "b"], ["a", "b"], ["a", "b"]]

    pairs = list(nearest_pairs(texts, ["x", "x", "y"], count_words(texts), most=9, least=0.1))

    assert {(one, other) for one, other, _alike in pairs} == {(0, 2), (1, 2), (2, 0), (2, 1)}


@pytest.fixture
def two(world):
    """Make a picture in each of two regions, one year after the other, and something else."""
    here = made.added(world)
    there = made.in_region(
        world,
        "ZZ",
        title="Beeld van mensenhandel op vakantieparken",
        municipality_code="",
        place="Andersstad",
        period_from=date(2025, 2, 1),
        period_to=date(2025, 9, 1),
    )
    made.in_region(
        world,
        "ZZ",
        title="Zorgfraude bij bureaus voor thuiszorg",
        summary="Declaraties voor zorg die niemand kreeg.",
        body="",
        phenomena=frozenset({"care_fraud"}),
        place="",
        municipality_code="",
        portfolio="",
        method="",
        period_from=None,
        period_to=None,
    )
    return here, there


def test_an_item_shows_what_others_do_about_it_and_why(world, two):
    here, there = two

    [found] = queries.list_suggestions(world.actor("alice"), here)

    reasons = {reason.kind: reason.values for reason in found.reasons}
    assert found.item.id == there
    assert found.relation is Relation.FOLLOWS
    assert reasons[ReasonKind.PHENOMENON] == ("human_trafficking",)
    assert reasons[ReasonKind.FOLLOWS] == ("2024-12-31", "2025-02-01")
    assert "mensenhandel" in reasons[ReasonKind.WORDS]
    assert ReasonKind.PLACE not in reasons


def test_a_draft_is_never_suggested(world, two):
    here, _there = two
    made.added(world, "zoe", publish=False, title="Nog een beeld van mensenhandel")

    assert len(queries.list_suggestions(world.actor("alice"), here)) == 1


def test_the_job_finds_the_same_chance_and_says_the_same_reasons(world, two):
    here, there = two
    found = actions.refresh_chances(SYSTEM, now=NOW)
    [one] = queries.list_suggestions(world.actor("alice"), here)

    [row] = queries.list_chances(world.actor("alice")).rows

    assert found == 1
    assert {row.first.id, row.second.id} == {here, there}
    assert row.score == pytest.approx(one.score, abs=0.001)
    assert {reason.kind for reason in row.reasons} == {reason.kind for reason in one.reasons}
    assert row.is_own


def test_an_answer_stays_when_the_library_is_searched_again(world, two):
    actions.refresh_chances(SYSTEM, now=NOW)
    alice = world.actor("alice")
    [row] = queries.list_chances(alice).rows
    actions.answer_chance(alice, row.id, Answer.YES, note="Wij bellen.", now=LATER)

    assert actions.refresh_chances(SYSTEM, now=LATER) == 0

    assert queries.list_chances(alice).rows == []
    [kept] = queries.list_chances(alice, ChancesWanted(answer=Answer.YES)).rows
    assert kept.id == row.id
    assert [(one.answer, one.note) for one in kept.answers] == [(Answer.YES, "Wij bellen.")]
    assert [one.id for one in queries.list_chances(world.actor("zoe")).rows] == [row.id]
    assert queries.count_chances(alice) == {"": 0, "yes": 1, "not_now": 0, "no": 0}


def test_what_came_of_it_is_told_after_a_yes(world, two):
    actions.refresh_chances(SYSTEM, now=NOW)
    alice, zoe = world.actor("alice"), world.actor("zoe")
    [row] = queries.list_chances(alice).rows
    with pytest.raises(Conflict):
        actions.record_outcome(alice, row.id, outcome="Samen verder.", now=NOW)
    actions.answer_chance(zoe, row.id, Answer.YES, now=NOW)

    actions.record_outcome(alice, row.id, outcome="Samen verder.", now=LATER)

    assert queries.get_chance(zoe, row.id).outcome == "Samen verder."


def test_a_no_says_why_and_others_do_not_answer(world, two):
    actions.refresh_chances(SYSTEM, now=NOW)
    [row] = queries.list_chances(world.actor("alice")).rows

    with pytest.raises(Invalid):
        actions.answer_chance(world.actor("alice"), row.id, Answer.NO, now=NOW)
    with pytest.raises(NotAllowed):
        actions.answer_chance(world.actor("otto"), row.id, Answer.YES, now=NOW)


def test_a_suggestion_at_an_item_can_be_kept_to_answer_it(world, two):
    here, there = two
    alice = world.actor("alice")

    chance = actions.keep_suggestion(alice, here, there, now=NOW)

    assert actions.keep_suggestion(world.actor("zoe"), there, here, now=NOW) == chance
    assert queries.get_chance(alice, chance).reasons
    with pytest.raises(NotFound):
        actions.keep_suggestion(alice, here, made.added(world), now=NOW)


def test_a_night_begins_at_three():
    assert night_of(datetime(2026, 3, 2, 2, 59)) == date(2026, 3, 1)
    assert night_of(datetime(2026, 3, 2, 3, 0)) == date(2026, 3, 2)


def test_the_library_is_compared_once_a_night_and_again_the_next(world, two):
    assert actions.refresh_nightly(SYSTEM, now=NOW) == 1
    assert actions.refresh_nightly(SYSTEM, now=NOW + timedelta(hours=2)) is None
    assert actions.refresh_nightly(SYSTEM, now=LATER) == 1
    assert actions.refresh_nightly(SYSTEM, now=NOW) is None


def test_a_night_that_was_cut_off_is_done_again(world, two):
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        actions.refresh_nightly(SYSTEM, now=NOW)
        raise KeyboardInterrupt

    assert actions.refresh_nightly(SYSTEM, now=NOW) == 1


def test_nobody_waits_for_a_write_while_the_library_is_compared(world, two, monkeypatch):
    outside, inside = len(connection.atomic_blocks), []

    def watched(*about, **limits):
        inside.append(len(connection.atomic_blocks) - outside)
        return nearest_pairs(*about, **limits)

    monkeypatch.setattr("wegwijzer.commons.actions.chances.nearest_pairs", watched)

    assert actions.refresh_chances(SYSTEM, now=NOW) == 1
    assert actions.refresh_nightly(SYSTEM, now=NOW) == 1
    assert inside == [0, 0]


def test_what_goes_away_during_the_comparison_is_in_no_chance(world, two, monkeypatch):
    def slow(*about, **limits):
        Item.objects.filter(id=two[1]).update(status=Status.SUPERSEDED)
        return nearest_pairs(*about, **limits)

    monkeypatch.setattr("wegwijzer.commons.actions.chances.nearest_pairs", slow)

    assert actions.refresh_chances(SYSTEM, now=NOW) == 0


def test_nobody_of_a_region_has_the_library_compared_by_night(world):
    with pytest.raises(NotAllowed):
        actions.refresh_nightly(world.actor("alice"), now=NOW)
