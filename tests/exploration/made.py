"""Explorations for the tests, made by the same actions that users call."""

from dataclasses import replace
from itertools import pairwise
from uuid import UUID

from tests.world import NOW, World
from wegwijzer.exploration import actions
from wegwijzer.exploration.rules.sessions import Setup, Stage

SETUP = Setup(
    title="Criminele geldstromen", question="Wat loopt er en wat knelt?", portfolio="geldstromen"
)
STEPS = tuple(Stage)


def opened(world: World, **changes) -> UUID:
    """Open a session that lies, of LIEC, leads."""
    return actions.open_session(world.actor("lies"), replace(SETUP, **changes), now=NOW)


def moved(world: World, session: UUID, to: Stage) -> UUID:
    """Lead a session that was just opened step by step to a stage."""
    for seen, then in pairwise(STEPS[: STEPS.index(to) + 1]):
        actions.move_stage(world.actor("lies"), session, then, seen=seen, now=NOW)
    return session


def step(world: World, session: UUID, seen: Stage, to: Stage) -> None:
    actions.move_stage(world.actor("lies"), session, to, seen=seen, now=NOW)


def noted(world: World, session: UUID, who: str = "alice", text: str = "Ondergronds bankieren",
          kind: str = "obstacle") -> UUID:  # fmt: skip
    return actions.add_note(world.actor(who), session, text, kind, now=NOW)


def arranging(world: World, **changes) -> tuple[UUID, list[UUID]]:
    """Return a session in which notes of two regions can be arranged, and those notes."""
    session = moved(world, opened(world, **changes), Stage.COLLECTING)
    texts = (("alice", "Ondergronds bankieren zien wij niet"),
             ("zoe", "Wie kent ondergronds bankieren?"),
             ("ria", "Controles in de autoverhuur"))  # fmt: skip
    notes = [noted(world, session, who, text) for who, text in texts]
    step(world, session, Stage.COLLECTING, Stage.CLUSTERING)
    return session, notes


def voting(world: World, **changes) -> tuple[UUID, list[UUID]]:
    """Return a session that is voting, and its two clusters."""
    session, notes = arranging(world, **changes)
    lies = world.actor("lies")
    clusters = [
        actions.make_cluster(lies, session, "Ondergronds bankieren", notes[:2], now=NOW),
        actions.make_cluster(lies, session, "Autoverhuur", notes[2:], now=NOW),
    ]
    step(world, session, Stage.CLUSTERING, Stage.VOTING)
    return session, clusters


def focused(world: World) -> tuple[UUID, list[UUID], UUID]:
    """Return a session with a focus and an objective, its clusters, and the focus."""
    session, clusters = voting(world)
    actions.cast_ballot(world.actor("zoe"), session, {clusters[0]: 3}, version=0, now=NOW)
    step(world, session, Stage.VOTING, Stage.FOCUSING)
    lies = world.actor("lies")
    focus = actions.state_focus(lies, session, "Zicht op ondergronds bankieren", clusters[:1],
                                now=NOW)  # fmt: skip
    actions.add_objective(lies, session, focus, "In 2027 heeft elke regio een beeld", now=NOW)
    return session, clusters, focus
