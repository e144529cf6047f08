"""Who gets which page of the heads council."""

from typing import Any

from tests.programme import made
from tests.web.rows import EVERYBODY, Row, to
from tests.world import World

PREPARE = {"ria", "lies"}
OTHERS = " ".join(one for one in EVERYBODY if one not in PREPARE)
READERS, UNKNOWING = to(OTHERS, 403), to(OTHERS, 404)

ROWS: dict[str, Row] = {
    "council": Row(),
    "council-decisions": Row(),
    "council-tasks": Row(),
    "meeting-new": Row(get=READERS),
    "meeting": Row(get=UNKNOWING, needs="meeting-draft"),
    "meeting-minutes": Row(needs="meeting"),
    "meeting-minutes-file": Row(needs="meeting-minutes-file"),
    "meeting-edit": Row(get=READERS, needs="meeting"),
    "meeting-item-new": Row(get=UNKNOWING, needs="meeting-draft"),
    "meeting-item": Row(needs="meeting-item"),
    "meeting-item-edit": Row(get=READERS, needs="meeting-item"),
    "meeting-paper": Row(get=UNKNOWING, needs="meeting-paper-draft"),
}


def thing_ids(world: World) -> dict[str, dict[str, Any]]:
    shared, item, _paper = made.meeting(world)
    draft, _item, paper = made.meeting(world, share=False, days=-30)
    return {
        "meeting": {"meeting_id": shared},
        "meeting-minutes-file": {"meeting_id": shared, "kind": "docx"},
        "meeting-draft": {"meeting_id": draft},
        "meeting-item": {"item_id": item},
        "meeting-paper-draft": {"paper_id": paper},
    }
