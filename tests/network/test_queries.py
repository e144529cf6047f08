"""No right outlives its dates: the actor is made anew from what is valid today."""

from datetime import UTC, date, datetime

import pytest

from tests.world import ALWAYS, NOW, SYSTEM, make_person
from wegwijzer.kernel.errors import Invalid, NotAllowed
from wegwijzer.network import actions, queries
from wegwijzer.network.rules import ClearanceKind, Period, Role

BOTH = frozenset(ClearanceKind)


def test_an_actor_acts_for_one_participant_in_one_region(world):
    alice = world.actor("alice")

    assert alice.participant_name == "Politie Voorbeeld"
    assert alice.region_code == "ON"
    assert alice.has(Role.WEIGHING_MEMBER)


def test_a_designation_that_ended_gives_no_actor(world):
    nina = make_person(
        world,
        "nina",
        "police",
        Role.PARTNER_REPORTER,
        period=Period(date(2026, 1, 1), date(2026, 3, 31)),
    )
    after = datetime(2026, 4, 1, 8, 0, tzinfo=UTC)

    with pytest.raises(NotAllowed):
        queries.actor_for(nina.person_id, now=after)


def test_a_missing_clearance_gives_no_actor_where_it_is_required(world):
    person = actions.add_person(
        SYSTEM, name="Rob", email="rob@example.org", password="geheim genoeg 123", now=NOW
    )
    designation = actions.designate(
        SYSTEM,
        person,
        participant_id=world.participants["police"],
        region_id=world.regions["ON"],
        period=ALWAYS,
        now=NOW,
    )
    actions.grant_role(SYSTEM, designation, role=Role.PARTNER_REPORTER, period=ALWAYS, now=NOW)

    assert queries.actor_for(person, now=NOW).name == "Rob"
    with pytest.raises(NotAllowed, match="screening"):
        queries.actor_for(person, now=NOW, required=BOTH)


def test_a_role_cannot_outlive_its_designation(world):
    hugo = world.actor("hugo")
    person = actions.add_person(
        SYSTEM, name="Rob", email="rob@example.org", password="geheim genoeg 123", now=NOW
    )
    designation = actions.designate(
        world.actor("petra"),
        person,
        participant_id=world.participants["police"],
        region_id=world.regions["ON"],
        period=Period(date(2026, 1, 1), date(2026, 6, 30)),
        now=NOW,
    )

    with pytest.raises(Invalid):
        actions.grant_role(hugo, designation, role=Role.DATA_SUPPLIER, period=ALWAYS, now=NOW)


def test_designating_is_for_ones_own_participant(world):
    with pytest.raises(NotAllowed):
        actions.designate(
            world.actor("petra"),
            world.actor("bob").person_id,
            participant_id=world.participants["executive"],
            region_id=world.regions["ON"],
            period=ALWAYS,
            now=NOW,
        )


def test_the_regions_that_ship_are_ten_and_the_national_one(db):
    actions.load_regions(SYSTEM, now=NOW)

    regions = queries.list_regions(on=NOW.date())

    assert len(regions) == 11
    assert actions.load_regions(SYSTEM, now=NOW) == 0


def test_a_choice_that_no_longer_counts_falls_back_to_the_oldest(world):
    alice = world.actor("alice")
    second = actions.designate(
        SYSTEM,
        alice.person_id,
        participant_id=world.participants["executive"],
        region_id=world.regions["ON"],
        period=Period(date(2026, 2, 1), None),
        now=NOW,
    )
    actions.grant_role(
        SYSTEM,
        second,
        role=Role.PARTNER_REPORTER,
        period=Period(date(2026, 2, 1), None),
        now=NOW,
    )

    chosen, others = queries.actor_among(alice.person_id, now=NOW, chosen=str(second))
    lapsed, _rest = queries.actor_among(alice.person_id, now=NOW, chosen="gone")

    assert chosen.designation_id == second
    assert [row.designation_id for row in others] == [alice.designation_id]
    assert lapsed.designation_id == alice.designation_id
