"""Who gets which page of a closed case."""

from typing import Any

from tests.casework.made import answer, closed, proposed
from tests.web.rows import Row, to
from tests.world import World
from wegwijzer.law.reopening import Capacity

KNOWS = to("alice bob fons anna")
OPENS = to("alice bob fons", anna=403)

ROWS: dict[str, Row] = {
    "closed-cases": Row(),
    "closed-case": Row(get=KNOWS, otherwise=404, needs="closed"),
    "reopening-propose": Row(get=OPENS, otherwise=404, needs="closed"),
    "reopening-answer": Row(get=to("alice bob"), otherwise=404, needs="reopening-voice"),
    "reopening-withdraw": Row(
        get=to("fons", alice=403, bob=403, anna=403), otherwise=404, needs="reopening"
    ),
    "case-reopen": Row(get=OPENS, otherwise=404, needs="reopenable"),
}


def thing_ids(world: World) -> dict[str, dict[str, Any]]:
    asked, agreed = proposed(world)[0], proposed(world)[0]
    for who, capacity in (
        ("alice", Capacity.ORDER),
        ("bob", Capacity.ORDER),
        ("bob", Capacity.CONSENT),
    ):
        answer(world, agreed, who, capacity)
    return {
        "closed": {"case_id": closed(world)[0]},
        "reopening": {"case_id": asked},
        "reopening-voice": {"case_id": asked, "capacity": "order"},
        "reopenable": {"case_id": agreed},
    }
