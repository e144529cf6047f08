"""A human judges, judgements are rows, clusters follow from them."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.subjects.facts import person
from tests.world import NOW
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.subjects import actions, judging, queries
from wegwijzer.subjects.models import Judgement
from wegwijzer.subjects.rules import Sameness, clusters

pairs = (
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] != p[1]).map(frozenset)
)
judged = st.dictionaries(pairs, st.sampled_from(Sameness), max_size=14)


def as_set(found):
    return {(one.members, frozenset(one.contradictions)) for one in found}


@given(judged, st.randoms())
def test_the_order_of_judgements_does_not_matter(standing, random):
    shuffled = list(standing.items())
    random.shuffle(shuffled)

    assert as_set(clusters(standing)) == as_set(clusters(dict(shuffled)))


@given(judged)
def test_clusters_are_the_components_of_same_and_name_every_contradiction(standing):
    found = clusters(standing)

    members = [one.members for one in found]
    assert sum(map(len, members)) == len(frozenset().union(*members))
    for pair, sameness in standing.items():
        together = [one for one in found if pair <= one.members]
        if sameness is Sameness.SAME:
            assert together
        if sameness is Sameness.DIFFERENT and together:
            assert pair in together[0].contradictions
    assert all(len(one) >= 2 for one in members)


@given(
    st.lists(st.tuples(pairs, st.sampled_from(Sameness)), max_size=12),
    pairs,
    st.sampled_from(Sameness),
)
def test_undoing_any_last_judgement_gives_back_the_former_clusters(history, pair, sameness):
    def row(number, members, judged, undone_at=None):
        a, b = sorted(members)
        return Judgement(id=number, a_id=a, b_id=b, sameness=judged.value, undone_at=undone_at)

    def now_standing(rows):
        return as_set(clusters(judging.verdicts(judging.standing(rows))))

    rows = [row(number, *one) for number, one in enumerate(history)]
    undone = row(len(rows), pair, sameness, undone_at=NOW)

    assert now_standing([*rows, undone]) == now_standing(rows)


@pytest.fixture
def three(world):
    """Return a dossier of alice with three records."""
    alice = world.actor("alice")
    dossier = uuid4()
    refs = [
        actions.add_subject(alice, dossier, person(alice.participant_id), now=NOW) for _ in range(3)
    ]
    return alice, dossier, refs


def same(actor, a, b, dossier, **more):
    return actions.judge_same(
        actor, a, b, for_dossier=dossier, reason="zelfde adres", now=NOW, **more
    )


def test_same_carries_over_and_undoing_gives_back_what_was(three):
    alice, dossier, (a, b, c) = three
    same(alice, a, b, dossier)
    before = queries.clusters_of(alice, dossier)
    last = same(alice, c, b, dossier)
    assert queries.clusters_of(alice, dossier) == [frozenset({a, b, c})]

    actions.undo_judgement(alice, last, now=NOW)

    assert queries.clusters_of(alice, dossier) == before == [frozenset({a, b})]
    assert [row.stands for row in queries.list_judgements(alice, dossier)] == [False, True]


def test_the_latest_judgement_on_a_pair_counts_until_it_is_undone(three):
    alice, dossier, (a, b, _) = three
    same(alice, a, b, dossier)
    other = actions.judge_different(
        alice, b, a, for_dossier=dossier, reason="andere geboortedatum", now=NOW
    )
    assert queries.clusters_of(alice, dossier) == []

    actions.undo_judgement(alice, other, now=NOW)

    assert queries.clusters_of(alice, dossier) == [frozenset({a, b})]


def test_a_difference_inside_a_cluster_is_reported_not_solved(three):
    alice, dossier, (a, b, c) = three
    same(alice, a, b, dossier)
    same(alice, b, c, dossier)
    actions.judge_different(alice, a, c, for_dossier=dossier, reason="twee BSN's", now=NOW)

    (cluster,) = queries.list_clusters(alice, dossier)

    assert cluster.refs == {a, b, c}
    assert cluster.contradictions == ((a, c),)


def test_undecided_ties_nothing(three):
    alice, dossier, (a, b, _) = three

    actions.judge_undecided(alice, a, b, for_dossier=dossier, reason="nog navragen", now=NOW)

    assert queries.clusters_of(alice, dossier) == []
    assert queries.list_judgements(alice, dossier)[0].sameness is Sameness.UNDECIDED


def test_a_judgement_needs_a_reason_and_two_records(three):
    alice, dossier, (a, b, _) = three

    with pytest.raises(Invalid):
        actions.judge_same(alice, a, b, for_dossier=dossier, reason=" ", now=NOW)
    with pytest.raises(Invalid):
        same(alice, a, a, dossier)


def test_a_record_in_a_dossier_one_may_not_know_does_not_exist(world, three):
    alice, dossier, (a, _, _) = three
    erik, elsewhere = world.actor("erik"), uuid4()
    other = actions.add_subject(erik, elsewhere, person(erik.participant_id), now=NOW)

    with pytest.raises(NotFound):
        same(alice, a, other, dossier)
    with pytest.raises(NotFound):
        same(alice, a, uuid4(), dossier)
    with pytest.raises(NotFound):
        same(alice, a, other, uuid4(), within=[dossier, elsewhere])
    same(alice, a, other, dossier, within=[elsewhere])

    assert queries.clusters_of(alice, dossier) == []
    assert queries.clusters_of(alice, dossier, within=[elsewhere]) == [frozenset({a, other})]


def test_only_who_judged_undoes_it_unless_they_work_on_the_dossier(world, three):
    alice, dossier, (a, b, _) = three
    erik = world.actor("erik")
    judgement = same(alice, a, b, dossier)

    with pytest.raises(NotAllowed):
        actions.undo_judgement(erik, judgement, now=NOW)
    with pytest.raises(NotFound):
        actions.undo_judgement(erik, judgement, for_dossier=uuid4(), now=NOW)
    actions.undo_judgement(erik, judgement, for_dossier=dossier, now=NOW)
    with pytest.raises(Conflict):
        actions.undo_judgement(alice, judgement, now=NOW)


def test_a_machine_judges_nothing(three):
    from tests.world import SYSTEM

    _, dossier, (a, b, _) = three
    with pytest.raises(NotAllowed):
        same(SYSTEM, a, b, dossier)
