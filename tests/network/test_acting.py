"""For whom somebody may act: the question of every request and the lists of people agree."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from tests.world import ALWAYS, NOW, PASSWORD, SYSTEM, TODAY, World
from wegwijzer.network import actions, queries
from wegwijzer.network.models import Participant, Person, Region
from wegwijzer.network.rules import ClearanceKind, Period, Role

ENDED = Period(date(2026, 1, 1), date(2026, 3, 1))
ONE_DAY = Period(TODAY, TODAY)
TO_COME = Period(date(2026, 3, 3), None)
PERIODS = (ALWAYS, ENDED, ONE_DAY, TO_COME)


def designate(world: World, name: str, participant: str, period: Period = ALWAYS) -> UUID:
    world.people[name] = actions.add_person(
        SYSTEM, name=name, email=f"{name}@example.org", password=PASSWORD, now=NOW
    )
    return actions.designate(
        SYSTEM,
        world.people[name],
        participant_id=world.participants[participant],
        region_id=world.regions["ON"],
        period=period,
        now=NOW,
    )


def add_who_miss_something(world: World) -> None:
    """Add people of whom each misses something else, some only for a day."""
    designate(world, "no-role", "police")
    for at, period in enumerate(PERIODS):
        whole = designate(world, f"whole-{at}", "police", period)
        actions.grant_role(SYSTEM, whole, role=Role.DATA_SUPPLIER, period=period, now=NOW)
        part = designate(world, f"part-{at}", "tax")
        actions.grant_role(SYSTEM, part, role=Role.AUDITOR, period=period, now=NOW)
        for programme in ("asked", "asked-later"):
            name = f"{programme}-{at}"
            trained = designate(world, name, "mayor")
            actions.grant_role(SYSTEM, trained, role=Role.TRAINER, period=ALWAYS, now=NOW)
            actions.record_training(
                SYSTEM,
                world.people[name],
                programme=programme,
                reference="T-1",
                period=period,
                now=NOW,
            )
    actions.block_person(world.actor("petra"), world.people["alice"], now=NOW)
    for programme, day in (("asked", TODAY), ("asked-later", TO_COME.starts_on)):
        actions.demand_training(
            SYSTEM, Role.TRAINER, programme=programme, title=programme, starts_on=day, now=NOW
        )
    Participant.objects.filter(name="NVWA").update(ends_on=TODAY)
    Region.objects.filter(code="ZZ").update(starts_on=TO_COME.starts_on)


@pytest.mark.parametrize("later", range(-2, 3))
def test_who_may_act_today_is_who_the_lists_of_people_show(world, later):
    add_who_miss_something(world)
    now = NOW + timedelta(days=later)
    shown: dict[UUID, set[queries.PersonRow]] = {}
    for row in queries.list_people(SYSTEM, on=now.date(), everywhere=True):
        shown.setdefault(row.id, set()).add(row)

    found = {
        person: set(queries.list_designations_of(person, now=now))
        for person in Person.objects.values_list("id", flat=True)
    }

    assert {person: rows for person, rows in found.items() if rows} == shown
    assert 0 < len(shown) < len(found)
    everyone = set().union(*shown.values())
    for role in (Role.TRAINER, Role.AUDITOR, Role.DATA_SUPPLIER):
        chosen = set(queries.list_people(SYSTEM, on=now.date(), role=role, everywhere=True))
        assert chosen == {row for row in everyone if role in row.roles}


def test_who_works_at_the_bureau_reads_as_the_riec_and_not_as_a_mayor(network):
    places = {who: network.actor(who).works_for for who in ("ria", "dora", "bob", "alice")}
    assert places == {
        "ria": "RIEC Voorbeeld",
        "dora": "RIEC Voorbeeld",
        "bob": "College van Voorbeeldstad",
        "alice": "Politie Voorbeeld",
    }


def test_who_may_act_for_two_chooses_one_and_is_told_of_the_other(world):
    person = world.people["alice"]
    today = Period(TODAY, None)
    tax = actions.designate(
        SYSTEM,
        person,
        participant_id=world.participants["tax"],
        region_id=world.regions["ON"],
        period=today,
        now=NOW,
    )
    actions.grant_role(SYSTEM, tax, role=Role.DATA_SUPPLIER, period=today, now=NOW)

    def acts(chosen: str, now: datetime = NOW) -> tuple[str, list[str]]:
        actor, others = queries.actor_among(
            person, now=now, chosen=chosen, required=frozenset(ClearanceKind)
        )
        return actor.participant_name, [row.participant_name for row in others]

    assert acts("") == ("Politie Voorbeeld", ["Belastingdienst"])
    assert acts(str(tax)) == ("Belastingdienst", ["Politie Voorbeeld"])
    assert acts("of-nobody") == ("Politie Voorbeeld", ["Belastingdienst"])
    assert acts(str(tax), datetime(2026, 3, 1, tzinfo=UTC)) == ("Politie Voorbeeld", [])
