"""Awareness meetings of the tests, made by the actions that users call."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from tests.world import NOW, TODAY, World
from wegwijzer.academy.actions import awareness as actions
from wegwijzer.academy.rules.awareness import Link, Outcome, Plan, TargetGroup, Wish

DAY = date(2026, 4, 14)
AFTER = datetime(2026, 4, 15, 9, tzinfo=UTC)


def wish(**other: Any) -> Wish:
    """Return what a municipality asks for."""
    said: dict[str, Any] = {
        "target_group": TargetGroup.COUNCIL,
        "subject": "Wat een raadslid kan zien",
        "wished_from": date(2026, 4, 1),
        "wished_until": date(2026, 4, 30),
        "people": 25,
        "place": "Raadzaal",
        "contact_name": "Gerda Griffier",
        "contact_reach": "griffie@example.org",
    }
    return Wish(**said | other)


def plan(*speakers: UUID, **other: Any) -> Plan:
    """Return a plan inside the wished period, with a guest."""
    said: dict[str, Any] = {
        "day": DAY,
        "begins": time(19, 30),
        "minutes": 90,
        "place": "Raadzaal",
        "speakers": speakers,
        "guests": ("Een wijkagent",),
        "materials": (Link(label="Presentatie", url="https://example.org/a"),),
    }
    return Plan(**said | other)


def requested(world: World, **other: Any) -> UUID:
    """Let Bob's municipality ask."""
    return actions.request_meeting(world.actor("bob"), wish(**other), now=NOW)


def planned(world: World, **other: Any) -> UUID:
    """Let Ria, who heads the region, plan what was asked."""
    meeting, ria = requested(world), world.actor("ria")
    actions.plan_meeting(ria, meeting, plan(ria.person_id, **other), now=NOW)
    return meeting


def confirmed(world: World) -> UUID:
    """Let Bob agree with the day."""
    meeting = planned(world)
    actions.confirm_meeting(world.actor("bob"), meeting, now=NOW)
    return meeting


def held(world: World, attended: int = 20) -> UUID:
    """Let the day pass, and tell how many came."""
    meeting = confirmed(world)
    actions.hold_meeting(world.actor("bob", AFTER), meeting, attended=attended, now=AFTER)
    return meeting


def evaluated(world: World) -> UUID:
    """Tell what those who were there thought."""
    meeting = held(world)
    outcome = Outcome(marks={5: 4, 4: 8, 3: 2}, learned="Niemand wist waar je meldt.")
    actions.evaluate_meeting(world.actor("bob", AFTER), meeting, outcome, now=AFTER)
    actions.agree_follow_up(
        world.actor("bob", AFTER), meeting, what="Meldpunt op intranet", who="Gerda",
        due_date=TODAY + timedelta(days=60), now=AFTER,
    )  # fmt: skip
    return meeting
