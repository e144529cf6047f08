"""Who gets which page of the goals and portfolios."""

from typing import Any

from tests.programme import made
from tests.web.rows import EVERYBODY, Row, to
from tests.world import World

READERS = to(" ".join(one for one in EVERYBODY if one not in {"ria", "lies"}), 403)
KEEPERS = {"ria", "lies", "max"}
NOT_KEPT = to(" ".join(one for one in EVERYBODY if one not in KEEPERS), 403)

ROWS: dict[str, Row] = {
    "portfolios": Row(),
    "portfolio": Row(needs="portfolio"),
    "portfolio-new": Row(get=READERS),
    "portfolio-edit": Row(get=READERS, needs="portfolio"),
    "goal": Row(needs="goal"),
    "goal-new": Row(get=READERS),
    "goal-edit": Row(get=READERS, needs="goal"),
    "assignments": Row(needs="portfolio"),
    "assignment": Row(needs="assignment"),
    "assignment-new": Row(get=READERS, needs="portfolio"),
    "assignment-edit": Row(get=READERS | {"ria": 403}, needs="assignment"),
    "roadmap": Row(),
    "portfolio-course": Row(needs="portfolio"),
    "objective-new": Row(get=NOT_KEPT, needs="portfolio"),
    "objective": Row(needs="objective"),
    "objective-edit": Row(get=NOT_KEPT, needs="objective"),
    "activity-new": Row(get=NOT_KEPT, needs="portfolio"),
    "activity": Row(get=NOT_KEPT, needs="activity"),
    "portfolio-risks": Row(needs="portfolio"),
    "risk-new": Row(get=NOT_KEPT, needs="portfolio"),
    "risk": Row(get=NOT_KEPT, needs="risk"),
    "correction": Row(get=NOT_KEPT, needs="correction"),
    "progress": Row(needs="assignment"),
    "portfolio-people": Row(needs="portfolio"),
    "group": Row(needs="group"),
    "group-new": Row(get=READERS, needs="portfolio"),
    "group-edit": Row(get=READERS, needs="group"),
}


def thing_ids(world: World) -> dict[str, dict[str, Any]]:
    slug = made.portfolio()
    return {
        "portfolio": {"slug": slug},
        "goal": {"slug": f"doel-{slug}"},
        "assignment": {"assignment_id": made.assignment(slug, world.people["rob"])},
        "objective": {"objective_id": made.objective(slug)},
        "activity": {"activity_id": made.activity(slug)},
        "correction": {"kind": "result", "entry_id": made.result(slug)},
        "risk": {"risk_id": made.risk(slug)},
        "group": {"group_id": made.group(slug)},
    }
