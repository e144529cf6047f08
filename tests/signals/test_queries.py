"""What people find: lists by key, words, subjects, and hits that explain themselves."""

import pytest

from tests.signals import made
from tests.signals.made import LONG
from tests.world import NOW
from wegwijzer.kernel.errors import Invalid, NotFound
from wegwijzer.logbook.queries import list_dossier_lines
from wegwijzer.signals import actions, queries
from wegwijzer.signals.models import Signal
from wegwijzer.signals.queries import Wanted
from wegwijzer.signals.rules import Decision, Status
from wegwijzer.subjects.rules import Sameness


def numbers(actor, **wanted) -> list[str]:
    return [row.number for row in queries.list_signals(actor, Wanted(**wanted)).rows]


def test_paging_by_key_shows_every_signal_once_there_and_back(world):
    alice = world.actor("alice")
    for _i in range(7):
        made.drafted(world)
    seen, after, pages = [], "", []

    while True:
        page = queries.list_signals(alice, Wanted(), after=after, limit=3)
        pages.append([row.number for row in page.rows])
        seen += pages[-1]
        if not page.after:
            break
        after = page.after
    back = queries.list_signals(alice, Wanted(), before=page.before, limit=3)

    assert sorted(seen) == [f"ON-2026-000{n}" for n in range(1, 8)]
    assert [row.number for row in back.rows] == pages[-2]
    assert back.before
    assert back.after
    first = queries.list_signals(alice, Wanted(), before=back.before, limit=3)
    assert [row.number for row in first.rows] == pages[0]
    assert first.before == ""


@pytest.mark.parametrize("key", ["x", "20260101T000000.0-zz", "-", "99999999T000000.0-" + "0" * 32])
def test_a_key_that_cannot_be_is_refused(world, key):
    with pytest.raises(Invalid):
        queries.list_signals(world.actor("alice"), Wanted(), after=key)


def test_a_signal_is_found_by_number_by_word_and_by_whom_it_is_about(world):
    alice = world.actor("alice")
    made.submitted(world)
    made.submitted(world, surname="Zeldzaamnaam")

    assert numbers(alice, text="on-2026-0001") == ["ON-2026-0001"]
    assert len(numbers(alice, text="autoverh")) == 2
    assert numbers(alice, text="Zeldzaamnaam") == ["ON-2026-0002"]
    assert numbers(alice, text="autoverhuur amsterdam") == []
    assert numbers(alice, text="?") == []


def test_searching_finds_nothing_of_what_one_may_not_see(world):
    made.submitted(world, surname="Zeldzaamnaam")

    for who in ("bob", "carol", "zoe", "otto", "pia"):
        assert numbers(world.actor(who), text="Zeldzaamnaam") == []
        assert numbers(world.actor(who), text="autoverhuur") == []
        assert numbers(world.actor(who), text="ON-2026-0001") == []


def test_a_hit_between_two_participants_explains_itself(world):
    bob = world.actor("bob")
    made.in_weighing(world, "alice")
    other = made.in_weighing(world, "bob", given_names="Abraham")

    found = queries.find_hits(bob, other, now=NOW)

    assert len(found.rows) == 1
    assert found.rows[0].signal.number == "ON-2026-0001"
    assert found.rows[0].match.explanation
    assert found.participants == ["Politie Voorbeeld"]
    lines = list_dossier_lines(bob, other)
    assert lines[0].act == "subjects.find_matches"


def test_a_hit_with_a_signal_one_may_not_see_does_not_exist(world):
    made.submitted(world, "alice")
    other = made.submitted(world, "bob")

    assert queries.find_hits(world.actor("bob"), other, now=NOW).rows == []
    assert len(queries.find_hits(world.actor("dora"), other, now=NOW).rows) == 1


def test_a_human_judges_a_hit_and_may_think_again(world):
    bob = world.actor("bob")
    made.in_weighing(world, "alice")
    other = made.in_weighing(world, "bob")
    match = queries.find_hits(bob, other, now=NOW).rows[0].match
    pair = (match.subject_ref, match.other_ref)

    actions.judge_hit(bob, other, pair, sameness="same", reason=LONG, now=NOW)
    assert queries.find_hits(bob, other, now=NOW).rows[0].match.judgement is Sameness.SAME
    actions.judge_hit(bob, other, pair, sameness="different", reason=LONG, now=NOW)

    found = queries.find_hits(bob, other, now=NOW)
    assert found.to_judge == 0
    assert found.signals == []


def test_nobody_judges_a_hit_with_a_signal_that_does_not_exist_for_them(world):
    made.submitted(world, "alice")
    other = made.submitted(world, "bob")
    match = queries.find_hits(world.actor("dora"), other, now=NOW).rows[0].match

    with pytest.raises(NotFound):
        actions.judge_hit(
            world.actor("bob"),
            other,
            (match.subject_ref, match.other_ref),
            sameness="same",
            reason=LONG,
            now=NOW,
        )


def test_the_agenda_says_how_far_the_table_is(world):
    made.in_weighing(world)
    made.weighed(world, "bob")

    agenda = queries.list_weighing_table(world.actor("erik")).rows

    # Both came to the table at the same moment: which stands first is not for this test.
    assert {(row.criteria_judged, row.organs) for row in agenda} == {(0, 0), (4, 2)}
    assert queries.list_weighing_table(world.actor("carol")).rows == []
    assert queries.list_weighing_table(world.actor("zoe")).rows == []


def test_the_agenda_is_paged_from_the_longest_waiting_on(world):
    bob = world.actor("bob")
    waiting = [made.in_weighing(world) for _ in range(5)]

    first = queries.list_weighing_table(bob, limit=2)
    second = queries.list_weighing_table(bob, limit=2, after=first.after)
    last = queries.list_weighing_table(bob, limit=2, after=second.after)
    back = queries.list_weighing_table(bob, limit=2, before=last.before)

    seen = [row.signal.id for page in (first, second, last) for row in page.rows]
    assert sorted(seen) == sorted(waiting)
    assert back == second
    assert (first.before, last.after) == ("", "")
    assert queries.count_weighing_table(bob) == 5


def test_the_intake_check_shows_what_looks_like_it(world):
    made.submitted(world, "alice")
    other = made.submitted(world, "bob")

    found = queries.get_intake(world.actor("dora"), other, now=NOW)

    assert [row.number for row in found.similar] == ["ON-2026-0001"]
    assert [point.key for point in found.verdict.missing] == ["single"]


def test_reading_a_signal_is_logged_and_so_is_a_refusal(world):
    signal = made.submitted(world)

    queries.get_signal(world.actor("alice"), signal, now=NOW)
    with pytest.raises(NotFound):
        queries.get_signal(world.actor("carol"), signal, now=NOW)

    alice = world.actor("alice")
    assert list_dossier_lines(alice, signal)[0].outcome == "read"


def test_a_merge_shows_the_other_signal_only_to_who_may_see_it(world):
    one, other = made.weighed(world), made.in_weighing(world, "bob")
    outcome = actions.Outcome(decision=Decision.MERGED, reason=LONG, merged_into=other)
    actions.decide_signal(world.actor("bob"), one, outcome, now=NOW)

    assert queries.get_signal(world.actor("alice"), one, now=NOW).merged_into is not None
    Signal.objects.filter(id=other).update(status=Status.REJECTED)
    assert queries.get_signal(world.actor("alice"), one, now=NOW).merged_into is None
