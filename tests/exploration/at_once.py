"""Six people who write, vote and merge in the same moment, on a database of their own."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import django

django.setup()

from django.db import connections  # noqa: E402

from tests import schema  # noqa: E402
from tests.exploration import made  # noqa: E402
from tests.world import NOW, World, make_network_people, make_world  # noqa: E402
from wegwijzer.exploration import actions, queries  # noqa: E402
from wegwijzer.exploration.rules.sessions import Stage, Voters  # noqa: E402
from wegwijzer.kernel.actor import Actor  # noqa: E402
from wegwijzer.kernel.errors import Conflict  # noqa: E402

SIX = ("alice", "bob", "carol", "zoe", "ria", "rob")
ROUNDS = 8


def at_once(people: list[Actor], act: Callable[[Actor], object]) -> None:
    """Let all do the same act, none before the last is there."""
    start = Barrier(len(people))

    def run(person: Actor) -> None:
        start.wait()
        try:
            act(person)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(people)) as pool:
        list(pool.map(run, people))


def writing_and_voting(world: World) -> str:
    """Let six write and vote; tell how many notes, ballots, dots and changes there are then."""
    session = made.moved(world, made.opened(world, voters=Voters.PARTICIPANTS), Stage.COLLECTING)
    people = [world.actor(name) for name in SIX]
    at_once(people, lambda one: actions.add_note(one, session, one.name, "obstacle", now=NOW))
    made.step(world, session, Stage.COLLECTING, Stage.CLUSTERING)
    notes = [note.id for note in queries.get_board(people[0], session).loose]
    cluster = actions.make_cluster(world.actor("lies"), session, "Alles", notes, now=NOW)
    made.step(world, session, Stage.CLUSTERING, Stage.VOTING)
    ballot = {cluster: 2}
    at_once(people, lambda one: actions.cast_ballot(one, session, ballot, version=0, now=NOW))
    made.step(world, session, Stage.VOTING, Stage.FOCUSING)
    board = queries.get_board(people[0], session)
    version = queries.get_version(people[0], session)
    return f"{board.count} {board.ballots} {board.clusters[0].dots} {version}"


def merging(world: World) -> str:
    """Let six merge the same three notes and the same three clusters, each another way round.

    Tell how often a round left other words, other regions or another number of clusters than it
    should, and how many were told that somebody was before them.
    """
    people = [world.actor(name) for name in SIX]
    late: list[str] = []
    wrong = sum(_round(world, people, late) for _one in range(ROUNDS))
    return f"{wrong} {len(late)}"


def _round(world: World, people: list[Actor], late: list[str]) -> int:
    """Merge notes and then clusters, all at once; return how often that left what it should not."""
    session, notes = made.arranging(world, everybody_arranges=True)
    texts = _words(session, people[0])
    at_once(people, lambda one: _each_another_way(one, session, notes, late))
    lost = _words(session, people[0]) != texts
    clusters = [actions.make_cluster(people[0], session, name, now=NOW) for name in "ABC"]
    at_once(people, lambda one: _clusters_another_way(one, session, clusters, late))
    (left,) = queries.get_board(people[0], session).clusters
    return lost + (sorted((left.name, *left.sources)) != ["A", "B", "C"])


def _each_another_way(one: Actor, session: UUID, notes: list[UUID], late: list[str]) -> None:
    place = SIX.index(one.name) % len(notes)
    into, *others = notes[place:] + notes[:place]
    try:
        actions.merge_notes(one, session, into, others, now=NOW)
    except Conflict:
        late.append(one.name)


def _clusters_another_way(one: Actor, session: UUID, clusters: list[UUID], late: list[str]) -> None:
    place = SIX.index(one.name) % len(clusters)
    into, *others = clusters[place:] + clusters[:place]
    try:
        actions.merge_clusters(one, session, into, others, now=NOW)
    except Conflict:
        late.append(one.name)


def _words(session: UUID, reader: Actor) -> set[str]:
    """Return all that hangs on the wall, also what went up in another note."""
    board = queries.get_board(reader, session)
    hanging = [*board.loose, *(note for one in board.clusters for note in one.notes)]
    return {each.text for note in hanging for each in (note, *note.sources)}


def main() -> None:
    schema.create_on_either()
    world = make_network_people(make_world())
    sys.stdout.write(f"{writing_and_voting(world)} {merging(world)}")


main()
