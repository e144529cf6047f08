"""Who gets which page of an exploration."""

from typing import Any

from tests.exploration import made
from tests.web.rows import Row, to
from tests.world import World
from wegwijzer.exploration.models import Objective
from wegwijzer.exploration.rules.sessions import Stage

# Lies leads the explorations of the tests; everybody else takes part or reads.
CHAIR = to("lies", 200)
OPENERS = to("lies ria", 200)

ROWS: dict[str, Row] = {
    "explorations": Row(),
    "exploration-new": Row(get=OPENERS, otherwise=403),
    "exploration": Row(needs="exploration"),
    "exploration-board": Row(needs="exploration"),
    "exploration-note": Row(get=to("alice", 200), otherwise=403, needs="exploration-note"),
    "exploration-edit": Row(get=CHAIR, otherwise=403, needs="exploration"),
    "exploration-people": Row(get=CHAIR, otherwise=403, needs="exploration"),
    "exploration-stage": Row(post_only=True, needs="exploration"),
    "exploration-arrange": Row(post_only=True, needs="exploration"),
    "exploration-suggest": Row(get=CHAIR, otherwise=403, needs="exploration"),
    "exploration-cluster": Row(get=CHAIR, otherwise=403, needs="exploration-cluster"),
    "exploration-vote": Row(needs="exploration"),
    "exploration-focus": Row(needs="exploration"),
    "exploration-focus-edit": Row(needs="exploration-focus-edit"),
    "exploration-objective": Row(get=CHAIR, otherwise=403, needs="exploration-objective"),
    "exploration-lineage": Row(needs="exploration"),
    "exploration-report": Row(needs="exploration"),
    "exploration-file": Row(needs="exploration-file"),
}


def thing_ids(world: World) -> dict[str, dict[str, Any]]:
    session = made.moved(world, made.opened(world), Stage.COLLECTING)
    note = made.noted(world, session)
    arranged, clusters, focus = made.focused(world)
    objective = Objective.objects.get(focus=focus)
    return {
        "exploration": {"session_id": session},
        "exploration-file": {"session_id": session, "kind": "docx"},
        "exploration-note": {"session_id": session, "note_id": note},
        "exploration-cluster": {"session_id": arranged, "cluster_id": clusters[0]},
        "exploration-focus-edit": {"session_id": arranged, "focus_id": focus},
        "exploration-objective": {"session_id": arranged, "objective_id": objective.id},
    }
