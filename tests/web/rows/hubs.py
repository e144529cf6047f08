"""Who gets which page of the hubs."""

from typing import Any

from tests.programme import made
from tests.web.rows import EVERYBODY, Row, to
from tests.world import World

WRITERS = {"ria", "lies"}
READERS = to(" ".join(one for one in EVERYBODY if one not in WRITERS), 403)

ROWS: dict[str, Row] = {
    "hubs": Row(),
    "hub-compare": Row(),
    "hub-new": Row(get=READERS),
    "indicator-new": Row(get=READERS),
    "hub": Row(needs="hub"),
    "hub-edit": Row(get=READERS, needs="hub"),
}


def thing_ids(world: World) -> dict[str, dict[str, Any]]:
    return {"hub": {"hub_id": made.hub(world)}}
