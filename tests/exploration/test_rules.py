"""The rules of exploring together."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wegwijzer.exploration.rules import notes, sessions, votes
from wegwijzer.exploration.rules.sessions import Circle, NoteKind, Setup, Stage
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed
from wegwijzer.network.rules import Role

ids = st.uuids()
SETUP = Setup(title="Verkenning", question="Wat knelt?")


def actor(*roles: Role, region: UUID | None = None) -> Actor:
    one = uuid4()
    return Actor(one, "A", one, "P", "police", region or one, "ON", frozenset(roles))


def test_a_vote_that_was_cast_is_never_thrown_away():
    sessions.check_move(Stage.VOTING, Stage.CLUSTERING, votes=0, clusters=1)
    with pytest.raises(Conflict, match="al gestemd"):
        sessions.check_move(Stage.VOTING, Stage.CLUSTERING, votes=1, clusters=1)


@given(st.sampled_from(Stage), st.sampled_from(Stage))
def test_no_stage_is_skipped_and_a_closed_session_stays_closed(stage, to):
    places = {one: place for place, one in enumerate(Stage)}
    try:
        sessions.check_move(stage, to, votes=0, clusters=1)
    except Conflict:
        return
    assert abs(places[to] - places[stage]) == 1
    assert stage is not Stage.CLOSED
    assert to in (sessions.next_stage(stage), sessions.earlier_stage(stage))


def test_one_can_not_vote_on_nothing():
    with pytest.raises(Conflict, match="nog geen cluster"):
        sessions.check_move(Stage.CLUSTERING, Stage.VOTING, votes=0, clusters=0)


def test_what_is_prepared_is_seen_by_its_chairs_and_what_is_closed_by_all():
    one, other = actor(Role.RIEC_HEAD), actor(Role.PARTNER_REPORTER)
    circle = Circle({one.person_id}, open_to_all=False)
    seen = {s: sessions.may_see(other, circle, s) for s in Stage}

    assert sessions.may_see(one, circle, Stage.PREPARED)
    assert [stage for stage, may in seen.items() if may] == [Stage.CLOSED]


def test_who_is_invited_by_region_speaks_but_who_audits_only_reads():
    region = uuid4()
    circle = Circle(set(), open_to_all=False, region_ids={region})

    assert sessions.takes_part(actor(Role.DATA_SUPPLIER, region=region), circle)
    assert not sessions.takes_part(actor(Role.AUDITOR, region=region), circle)
    assert not sessions.takes_part(actor(Role.DATA_SUPPLIER), circle)
    with pytest.raises(NotAllowed, match="brengt u er niets in"):
        sessions.check_voice(actor(Role.AUDITOR, region=region), circle)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": " "}, "title"),
        ({"question": ""}, "question"),
        ({"kinds": ()}, "kinds"),
        ({"kinds": (NoteKind("a", "A"), NoteKind("a", "B"))}, "kinds"),
        ({"dots": 0}, "dots"),
        ({"dots": 2, "most_per_cluster": 3}, "most_per_cluster"),
    ],
)
def test_a_session_that_can_not_work_is_refused_at_its_field(wrong, field):
    from dataclasses import replace

    with pytest.raises(Invalid) as refusal:
        sessions.check_setup(replace(SETUP, **wrong))
    assert refusal.value.field == field


@given(st.dictionaries(ids, st.integers(-1, 6), max_size=6), st.integers(1, 12), st.integers(1, 5))
def test_a_ballot_holds_no_more_dots_than_there_are(ballot, dots, most):
    fits = sum(ballot.values()) <= dots and all(0 <= one <= most for one in ballot.values())
    try:
        votes.check_ballot(ballot, dots=dots, most_per_cluster=most)
    except Invalid:
        assert not fits
    else:
        assert fits


@given(st.lists(st.dictionaries(ids, st.integers(0, 5), max_size=4), max_size=8))
def test_counting_loses_no_dot(ballots):
    assert sum(votes.tally(ballots).values()) == sum(sum(one.values()) for one in ballots)


def test_counts_are_secret_until_the_voting_is_closed():
    assert [stage for stage in Stage if votes.is_counted(stage)] == [Stage.FOCUSING, Stage.CLOSED]


def test_notes_that_share_telling_words_are_proposed_together():
    texts = {
        uuid4(): text
        for text in (
            "Ondergronds bankieren is niet in beeld",
            "Niemand kent de weg bij ondergronds bankieren",
            "Controle van autoverhuurbedrijven",
            "Autoverhuur zonder vergunning",
            "Samenwerken met notarissen",
        )
    }
    proposals = notes.propose_clusters(texts)

    together = [{texts[one] for one in proposal.note_ids} for proposal in proposals]
    assert {
        "Ondergronds bankieren is niet in beeld",
        "Niemand kent de weg bij ondergronds bankieren",
    } in together
    assert all("Samenwerken met notarissen" not in one for one in together)
    assert all(proposal.words and proposal.name for proposal in proposals)


@given(st.lists(st.text("abcdefg ", max_size=20), max_size=12))
def test_no_note_is_proposed_twice(texts):
    proposals = notes.propose_clusters({uuid4(): text for text in texts})
    placed = [one for proposal in proposals for one in proposal.note_ids]
    assert len(placed) == len(set(placed)) <= len(texts)


def test_a_note_in_a_stage_that_closed_is_told_that_nothing_is_lost():
    with pytest.raises(Conflict, match="Uw tekst staat er nog"):
        notes.check_collecting(Stage.VOTING)
