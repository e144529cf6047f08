"""Who gets which page of the academy."""

from typing import Any

from tests.academy import made
from tests.web.rows import EVERYBODY, Row, to
from tests.world import World
from wegwijzer.academy.actions import training as actions
from wegwijzer.academy.queries import training as queries

TRAINERS = {"lies", "trudy"}
OTHERS = to(" ".join(one for one in EVERYBODY if one not in TRAINERS), 403)

ROWS: dict[str, Row] = {
    "training": Row(),
    "training-new": Row(get=OTHERS),
    "training-own": Row(),
    "training-calendar": Row(),
    "training-demands": Row(),
    "training-programme": Row(needs="training-programme"),
    "training-change": Row(get=OTHERS, needs="training-programme"),
    "edition-new": Row(get=OTHERS, needs="training-programme"),
    "edition": Row(needs="edition"),
    "edition-change": Row(get=OTHERS, needs="edition"),
    "edition-cancel": Row(get=OTHERS, needs="edition"),
    "proof": Row(public=True),
    "certificate": Row(get=to("lies trudy"), otherwise=404, needs="certificate"),
}


def thing_ids(world: World) -> dict[str, dict[str, Any]]:
    slug, edition, tess = made.programme(), made.edition(), world.actor("tess")
    actions.enrol(tess, edition, now=made.NOW)
    made.attend(edition, tess.person_id)
    last = made.after(made.FIRST.replace(day=28))
    actions.issue_certificate(world.actor("trudy"), edition, tess.person_id, now=last)
    (held,) = queries.list_own(tess, today=last.date())[1]
    return {
        "training-programme": {"slug": slug},
        "edition": {"edition_id": edition},
        "certificate": {"number": held.number},
    }
