"""Exploring together on the database, with several people at the same time."""

from datetime import timedelta

import pytest

from tests.apart import run_apart
from tests.exploration import made
from tests.world import NOW
from wegwijzer.exploration import actions, queries
from wegwijzer.exploration.models import Ballot, Note
from wegwijzer.exploration.rules.sessions import NoteKind, Stage, Voters
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.logbook.models import Line


def test_only_a_leader_of_work_opens_a_session(network):
    with pytest.raises(NotAllowed, match="Een verkenning begint"):
        actions.open_session(network.actor("alice"), made.SETUP, now=NOW)
    for who in ("ria", "lies", "max"):
        actions.open_session(network.actor(who), made.SETUP, now=NOW)


def test_a_prepared_session_does_not_exist_for_others(network):
    session = made.opened(network)

    with pytest.raises(NotFound):
        queries.get_session(network.actor("alice"), session)
    assert queries.list_sessions(network.actor("alice")).rows == []
    assert [r.id for r in queries.list_sessions(network.actor("lies")).rows] == [session]


def test_a_session_for_one_region_is_not_for_another_unless_invited_by_name(network):
    session = made.opened(network, open_to_all=False, region_ids=frozenset({network.regions["ON"]}))
    made.moved(network, session, Stage.COLLECTING)

    made.noted(network, session, "alice")
    with pytest.raises(NotFound):
        made.noted(network, session, "zoe")
    actions.invite_people(network.actor("lies"), session, [network.people["zoe"]], now=NOW)
    made.noted(network, session, "zoe")

    assert queries.list_to_do(network.actor("zoe"))[0].stage is Stage.COLLECTING
    assert queries.list_to_do(network.actor("max")) == []
    actions.uninvite_person(network.actor("lies"), session, network.people["zoe"], now=NOW)
    with pytest.raises(NotFound):
        queries.get_board(network.actor("zoe"), session)


def test_a_note_carries_the_region_and_the_name_only_when_wanted(network):
    session = made.moved(network, made.opened(network), Stage.COLLECTING)
    made.noted(network, session, "zoe")
    actions.add_note(network.actor("alice"), session, "Met naam", "initiative", named=True, now=NOW)

    board = queries.get_board(network.actor("lies"), session)

    assert {(n.region_name, n.author) for n in board.loose} == {
        ("RIEC Anders", ""),
        ("RIEC Voorbeeld", "alice"),
    }


def test_only_the_writer_changes_or_withdraws_a_note(network):
    session = made.moved(network, made.opened(network), Stage.COLLECTING)
    note = made.noted(network, session, "alice")

    with pytest.raises(NotAllowed, match="van een ander"):
        actions.withdraw_note(network.actor("lies"), session, note, now=NOW)
    actions.change_note(
        network.actor("alice"), session, note, text="Anders", kind="initiative", now=NOW
    )
    assert queries.get_note(network.actor("alice"), session, note).text == "Anders"
    actions.withdraw_note(network.actor("alice"), session, note, now=NOW)
    assert not Note.objects.exists()


def test_a_note_that_comes_too_late_is_refused_with_its_reason(network):
    session, _notes = made.arranging(network)
    with pytest.raises(Conflict, match="intussen gestopt"):
        made.noted(network, session)


def test_an_auditor_or_manager_brings_nothing_in(network):
    session = made.moved(network, made.opened(network), Stage.COLLECTING)
    with pytest.raises(NotAllowed):
        made.noted(network, session, "hugo")


def test_only_a_chair_moves_the_stage_and_two_chairs_do_not_skip_one(network):
    session = made.opened(network)
    with pytest.raises(NotFound):
        actions.move_stage(network.actor("max"), session, Stage.COLLECTING, seen=Stage.PREPARED,
                           now=NOW)  # fmt: skip
    lies = network.actor("lies")
    actions.invite_people(lies, session, [network.people["ria"]], chair=True, now=NOW)
    made.step(network, session, Stage.PREPARED, Stage.COLLECTING)
    with pytest.raises(Conflict, match="intussen veranderd"):
        actions.move_stage(network.actor("ria"), session, Stage.COLLECTING, seen=Stage.PREPARED,
                           now=NOW)  # fmt: skip
    with pytest.raises(NotAllowed, match="voorzitter"):
        actions.move_stage(network.actor("max"), session, Stage.CLUSTERING, seen=Stage.COLLECTING,
                           now=NOW)  # fmt: skip


def test_participants_arrange_only_when_so_decided(network):
    session, notes = made.arranging(network)
    with pytest.raises(NotAllowed, match="ordenen de voorzitters"):
        actions.make_cluster(network.actor("zoe"), session, "X", notes, now=NOW)
    session, notes = made.arranging(network, everybody_arranges=True)
    actions.make_cluster(network.actor("zoe"), session, "X", notes, now=NOW)


def test_two_who_merge_the_same_cluster_lose_nothing(network):
    session, notes = made.arranging(network, everybody_arranges=True)
    lies, zoe = network.actor("lies"), network.actor("zoe")
    one, other, third = (
        actions.make_cluster(lies, session, name, [note], now=NOW)
        for name, note in zip("ABC", notes, strict=True)
    )

    actions.merge_clusters(lies, session, one, [other], now=NOW)
    with pytest.raises(Conflict, match="“B” is intussen door een ander samengevoegd met “A”"):
        actions.merge_clusters(zoe, session, other, [third], now=NOW)

    clusters = {c.name: c for c in queries.get_board(zoe, session).clusters}
    assert {name: len(c.notes) for name, c in clusters.items()} == {"A": 2, "C": 1}
    assert clusters["A"].sources == ("B",)


def test_merged_notes_keep_their_regions_and_words(network):
    session, (one, other, third) = made.arranging(network)
    lies = network.actor("lies")
    actions.merge_notes(lies, session, other, [third], now=NOW)
    actions.merge_notes(lies, session, one, [other], now=NOW)
    with pytest.raises(Conflict, match="ingetrokken of samengevoegd"):
        actions.place_notes(lies, session, [other], None, now=NOW)
    cluster = actions.make_cluster(lies, session, "Samen", [one], now=NOW)

    (row,) = queries.get_board(lies, session).clusters
    assert len(row.notes[0].sources) == 2
    assert row.regions == ("RIEC Anders", "RIEC Voorbeeld")

    actions.split_note(lies, session, one, now=NOW)
    assert len(queries.get_board(lies, session).clusters[0].notes) == 3
    actions.name_cluster(lies, session, cluster, "Beter", now=NOW)
    actions.dissolve_cluster(lies, session, cluster, now=NOW)
    assert len(queries.get_board(lies, session).loose) == 3
    with pytest.raises(Conflict, match="opgeheven"):
        actions.place_notes(lies, session, [one], cluster, now=NOW)
    with pytest.raises(Invalid):
        actions.place_notes(lies, session, [], None, now=NOW)
    with pytest.raises(Invalid):
        actions.merge_notes(lies, session, one, [one], now=NOW)
    with pytest.raises(Invalid):
        actions.merge_clusters(lies, session, one, [], now=NOW)


def test_a_region_votes_once_and_a_colleague_sees_what_was_given(network):
    session, (one, other) = made.voting(network)
    actions.cast_ballot(network.actor("alice"), session, {one: 3, other: 2}, version=0, now=NOW)

    with pytest.raises(Conflict, match="collega"):
        actions.cast_ballot(network.actor("bob"), session, {one: 1}, version=0, now=NOW)
    page = queries.get_ballot(network.actor("bob"), session)
    assert (page.version, page.given, page.cast_by) == (1, {one: 3, other: 2}, "alice")
    actions.cast_ballot(network.actor("bob"), session, {one: 1}, version=1, now=NOW)
    assert Ballot.objects.count() == 1
    assert all(c.dots is None for c in queries.get_board(network.actor("lies"), session).clusters)


def test_every_participant_votes_when_so_decided_and_the_counts_come_after(network):
    session, (one, other) = made.voting(network, voters=Voters.PARTICIPANTS)
    actions.cast_ballot(network.actor("alice"), session, {one: 1, other: 2}, version=0, now=NOW)
    actions.cast_ballot(network.actor("bob"), session, {other: 3}, version=0, now=NOW)
    with pytest.raises(Invalid, match="ten hoogste 3"):
        actions.cast_ballot(network.actor("zoe"), session, {other: 4}, version=0, now=NOW)
    made.step(network, session, Stage.VOTING, Stage.FOCUSING)

    board = queries.get_board(network.actor("zoe"), session)
    assert [(c.id, c.dots) for c in board.clusters] == [(other, 5), (one, 1)]
    with pytest.raises(Conflict, match="gesloten"):
        actions.cast_ballot(network.actor("zoe"), session, {one: 1}, version=0, now=NOW)


def test_an_objective_leads_back_to_the_notes_that_it_came_from(network):
    session, clusters, focus = made.focused(network)

    (row,) = queries.list_focus(network.actor("zoe"), session)

    assert row.id == focus
    assert row.objectives[0].text.startswith("In 2027")
    assert [c.id for c in row.clusters] == clusters[:1]
    assert {n.region_name for n in row.clusters[0].notes} == {"RIEC Voorbeeld", "RIEC Anders"}


def test_an_objective_leads_back_to_the_notes_it_names_and_a_note_to_what_followed(network):
    session, (cluster, other), focus = made.focused(network)
    lies, zoe = network.actor("lies"), network.actor("zoe")
    first, second = next(
        c for c in queries.get_board(zoe, session).clusters if c.id == cluster
    ).notes
    outside = next(c for c in queries.get_board(zoe, session).clusters if c.id == other).notes[0]
    named = actions.add_objective(lies, session, focus, "Een kennisbank", note_ids=[second.id],
                                  now=NOW + timedelta(minutes=1))  # fmt: skip

    (row,) = queries.list_focus(zoe, session)
    whole, narrow = row.objectives
    assert (whole.number, narrow.number) == ("1.1", "1.2")
    assert [n.id for c in row.trail_of(whole) for n in c.notes] == [first.id, second.id]
    assert [n.id for c in queries.find_focus(zoe, session, named).clusters for n in c.notes] == [
        second.id
    ]
    shown = {n.id: [o.number for o in n.objectives] for n in row.clusters[0].notes}
    assert shown == {first.id: ["1.1"], second.id: ["1.1", "1.2"]}

    with pytest.raises(Invalid, match="clusters waar de focus uit volgt"):
        actions.change_objective(lies, session, named, "Anders", note_ids=[outside.id], now=NOW)
    with pytest.raises(Conflict, match="volgt uit de notitie"):
        actions.state_focus(lies, session, "Verlegd", [other], focus_id=focus, now=NOW)
    actions.change_objective(lies, session, named, "Een kennisbank in 2027", now=NOW)
    actions.state_focus(lies, session, "Verlegd", [other], focus_id=focus, now=NOW)
    (row,) = queries.list_focus(zoe, session)
    assert [n.id for c in row.trail_of(row.objectives[1]) for n in c.notes] == [outside.id]
    with pytest.raises(NotAllowed):
        actions.change_objective(zoe, session, named, "Van een ander", now=NOW)
    with pytest.raises(NotFound):
        actions.change_objective(lies, session, focus, "Bestaat niet", now=NOW)
    made.step(network, session, Stage.FOCUSING, Stage.CLOSED)
    with pytest.raises(Conflict):
        actions.change_objective(lies, session, named, "Te laat", now=NOW)


def test_focus_is_changed_and_dropped_only_while_it_is_made(network):
    session, clusters, focus = made.focused(network)
    lies = network.actor("lies")
    actions.state_focus(lies, session, "Scherper", clusters, focus_id=focus, now=NOW)
    (row,) = queries.list_focus(lies, session)
    assert len(row.clusters) == 2
    actions.drop_objective(lies, session, row.objectives[0].id, now=NOW)
    with pytest.raises(NotFound):
        actions.drop_objective(lies, session, row.objectives[0].id, now=NOW)
    with pytest.raises(Invalid):
        actions.state_focus(lies, session, "Zonder grond", [], now=NOW)
    other = actions.state_focus(lies, session, "Voor even", clusters, now=NOW)
    actions.drop_focus(lies, session, other, now=NOW)
    with pytest.raises(NotFound):
        actions.add_objective(lies, session, other, "Iets", now=NOW)
    actions.write_conclusion(lies, session, "Wij gaan door.", now=NOW)
    made.step(network, session, Stage.FOCUSING, Stage.CLOSED)
    with pytest.raises(Conflict):
        actions.drop_focus(lies, session, focus, now=NOW)
    with pytest.raises(Conflict, match="ligt vast"):
        actions.write_conclusion(lies, session, "Anders", now=NOW)
    assert queries.get_session(network.actor("zoe"), session).conclusion == "Wij gaan door."


def test_the_setup_stands_once_voting_began_and_no_kind_in_use_goes(network):
    session, _notes = made.arranging(network)
    lies = network.actor("lies")
    from dataclasses import replace

    with pytest.raises(Conflict, match="die u weglaat"):
        actions.change_session(
            lies, session, replace(made.SETUP, kinds=(NoteKind("x", "X"),)), now=NOW
        )
    actions.change_session(lies, session, replace(made.SETUP, title="Beter"), now=NOW)
    session, _clusters = made.voting(network)
    with pytest.raises(Conflict, match="ligt nu vast"):
        actions.change_session(lies, session, made.SETUP, now=NOW)


def test_every_change_makes_a_new_version_and_a_line_without_texts(network):
    session, _clusters, _focus = made.focused(network)
    lines = Line.objects.filter(act__startswith="exploration.")

    assert queries.get_version(network.actor("zoe"), session) == lines.count()
    assert not any("bankieren" in line.body for line in lines)


def test_six_who_write_vote_and_merge_at_once_lose_nothing(tmp_path):
    told = run_apart("tests.exploration.at_once", tmp_path)

    *written, wrong, late = told.split()
    assert written == ["6", "6", "12", "18"]
    # In each round one of six is first with the notes and one with the clusters; five come late.
    assert (wrong, late) == ("0", "80")
