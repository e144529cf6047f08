"""The things in the addresses of the matrix, made by the actions that users call."""

from typing import Any
from uuid import UUID

from tests.casework import made as cases
from tests.signals import made
from tests.web.matrix import MODULES
from tests.world import NOW, World, make_network_people
from wegwijzer.casework.actions import receive_delivery
from wegwijzer.casework.queries import get_case, get_item
from wegwijzer.kernel.actor import Actor
from wegwijzer.subjects.queries import list_subjects


def case_signals(actor: Actor, case: UUID) -> UUID:
    """Return the signal from which a case was opened."""
    return get_case(actor, case, now=NOW).signals[0].id


def thing_ids(world: World) -> dict[str, dict[str, Any]]:
    """Return for each sort of thing the values that its address needs."""
    make_network_people(world)
    alice = world.actor("alice")
    weighing = made.in_weighing(world)
    twin = made.in_weighing(world, "bob")
    pair = [list_subjects(alice, signal)[0].ref for signal in (weighing, twin)]
    case = cases.opened(world)
    _provided, item = cases.delivered(world, case)
    about = get_item(world.actor("bob"), item, now=NOW).row.subject
    request = cases.asked(world, case)
    delivery = receive_delivery(
        world.actor("bob"), request, filename="lijst.csv", pieces=[b"Naam\nBram"], now=NOW
    )
    led = case_signals(alice, case)
    heart: dict[str, dict[str, Any]] = {
        "case": {"case_id": case},
        "case-step": {"case_id": case, "event": "analyse"},
        "case-end": {"case_id": case, "principal": alice.principals[0]},
        "case-hit": {
            "case_id": case,
            "subject_ref": list_subjects(alice, led)[0].ref,
            "other_ref": about.ref,
        },
        "item": {"ref": item},
        "request": {"request_id": request},
        "delivery": {"delivery_id": delivery},
        "question": {"slug": "resultaat-delen"},
        "draft": {"signal_id": made.drafted(world)},
        "submitted": {"signal_id": made.submitted(world)},
        "weighing": {"signal_id": weighing},
        "hit": {"signal_id": weighing, "subject_ref": pair[0], "other_ref": pair[1]},
        "person": {"person_id": alice.person_id},
        "designation": {"designation_id": alice.designation_id},
        "role": {"designation_id": alice.designation_id, "role": "weighing_member"},
    }
    for made_by in (module.thing_ids for module in MODULES):
        heart |= made_by(world)
    return heart
