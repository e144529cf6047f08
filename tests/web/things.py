"""The things in the addresses of the matrix, made by the actions that users call."""

from typing import Any

from tests.signals import made
from tests.world import World
from wegwijzer.subjects.queries import list_subjects


def thing_ids(world: World) -> dict[str, dict[str, Any]]:
    """Return for each sort of thing the values that its address needs."""
    alice = world.actor("alice")
    weighing = made.in_weighing(world)
    twin = made.in_weighing(world, "bob")
    pair = [list_subjects(alice, signal)[0].ref for signal in (weighing, twin)]
    return {
        "question": {"slug": "resultaat-delen"},
        "draft": {"signal_id": made.drafted(world)},
        "submitted": {"signal_id": made.submitted(world)},
        "weighing": {"signal_id": weighing},
        "hit": {"signal_id": weighing, "subject_ref": pair[0], "other_ref": pair[1]},
        "person": {"person_id": alice.person_id},
        "designation": {"designation_id": alice.designation_id},
    }
