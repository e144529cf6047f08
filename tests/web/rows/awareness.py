"""Who gets which page of the awareness meetings."""

from typing import Any

from tests.academy import made_awareness as made
from tests.web.rows import Row, to
from tests.world import World

PARTS = to("bob ria lies trudy")

ROWS: dict[str, Row] = {
    "awareness": Row(),
    "awareness-month": Row(),
    "awareness-figures": Row(),
    "awareness-calendar": Row(),
    "awareness-request": Row(get=to("bob"), otherwise=403),
    "awareness-meeting": Row(get=PARTS, otherwise=404, needs="awareness-request"),
    "awareness-change": Row(
        get=to("bob") | to("ria lies trudy", 403), otherwise=404, needs="awareness-request"
    ),
    "awareness-invitation": Row(needs="awareness-confirmed"),
    "awareness-step": Row(
        get=to("ria lies trudy") | to("bob", 403), otherwise=404, needs="awareness-step"
    ),
}


def thing_ids(world: World) -> dict[str, dict[str, Any]]:
    asked = made.requested(world)
    return {
        "awareness-request": {"meeting_id": asked},
        "awareness-step": {"meeting_id": asked, "step": "plannen"},
        "awareness-confirmed": {"meeting_id": made.confirmed(world)},
    }
