"""Who gets which page of the library."""

from typing import Any

from tests.web.rows import Row
from tests.world import World

ROWS: dict[str, Row] = {"library": Row()}


def thing_ids(world: World) -> dict[str, dict[str, Any]]:
    return {}
