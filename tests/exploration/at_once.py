"""Six people who write and vote in the same moment, on a database file of their own."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import django

django.setup()

from django.db import connections  # noqa: E402

from tests import schema  # noqa: E402
from tests.exploration import made  # noqa: E402
from tests.world import NOW, make_network_people, make_world  # noqa: E402
from wegwijzer.exploration import actions, queries  # noqa: E402
from wegwijzer.exploration.rules.sessions import Stage, Voters  # noqa: E402
from wegwijzer.kernel.actor import Actor  # noqa: E402


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


def main() -> None:
    schema.create()
    world = make_network_people(make_world())
    session = made.moved(world, made.opened(world, voters=Voters.PARTICIPANTS), Stage.COLLECTING)
    people = [world.actor(name) for name in ("alice", "bob", "carol", "zoe", "ria", "rob")]
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
    told = (board.count, board.ballots, board.clusters[0].dots, version)
    sys.stdout.write(" ".join(str(one) for one in told))


main()
