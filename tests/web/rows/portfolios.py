"""Who gets which page of the goals and portfolios."""

from typing import Any

from tests.programme import made
from tests.web.rows import EVERYBODY, Row, to
from tests.world import World

READERS = to(" ".join(one for one in EVERYBODY if one not in {"ria", "lies"}), 403)

ROWS: dict[str, Row] = {
    "portfolios": Row(),
    "portfolio": Row(needs="portfolio"),
    "portfolio-new": Row(get=READERS),
    "assignment-new": Row(get=READERS, needs="portfolio"),
}


def thing_ids(world: World) -> dict[str, dict[str, Any]]:
    return {"portfolio": {"slug": made.portfolio()}}
