"""Who works on a portfolio: people of several regions and partners, in groups that are rounded off."""

from datetime import timedelta

import pytest

from tests.programme import made
from tests.world import NOW
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed
from wegwijzer.programme.actions import people as actions
from wegwijzer.programme.models import Group, GroupDay, Member
from wegwijzer.programme.rules.people import DayContent, GroupContent, GroupKind, Part

WORKSHOP = GroupContent(
    kind=GroupKind.NEXT_LEVEL, name="Kades", purpose="Eén beeld.", starts_date=NOW.date()
)
DAY = DayContent(held_date=NOW.date(), place="Online", subject="Begin")


@pytest.fixture
def slug(network):
    return made.portfolio()


def test_members_come_from_regions_and_partners_one_at_a_time(network, slug):
    for who in ("max", "alice"):
        member = actions.add_member(
            network.actor("rob"), slug, network.people[who], Part.STAFF, now=NOW
        )
    with pytest.raises(Invalid):
        actions.add_member(network.actor("rob"), slug, network.people["max"], Part.LEAD, now=NOW)
    with pytest.raises(NotAllowed):
        actions.end_member(network.actor("zoe"), slug, member, now=NOW)
    actions.end_member(network.actor("rob"), slug, member, now=NOW)

    assert {one.region_id for one in Member.objects.all()} == set(network.regions.values())
    with pytest.raises(Conflict):
        actions.end_member(network.actor("rob"), slug, member, now=NOW)


def test_a_workshop_is_led_by_a_partner_and_stands_when_rounded_off(network, slug):
    alice, max_ = network.actor("alice"), network.actor("max")
    group = actions.add_group(max_, slug, WORKSHOP, now=NOW)
    with pytest.raises(NotAllowed):
        actions.plan_group_day(alice, group, DAY, now=NOW)
    actions.add_group_member(max_, group, alice.person_id, leads=True, now=NOW)
    day = actions.plan_group_day(alice, group, DAY, now=NOW)
    with pytest.raises(Invalid):
        actions.plan_group_day(alice, group, DAY, now=NOW)
    with pytest.raises(Conflict):
        actions.report_group_day(alice, group, day, "x", now=NOW - timedelta(days=1))
    actions.report_group_day(alice, group, day, "Een lijst.", now=NOW)
    with pytest.raises(Invalid):
        actions.close_group(alice, group, " ", now=NOW)
    actions.close_group(alice, group, "Eén werkwijze.", now=NOW)

    assert Group.objects.get().outcome == "Eén werkwijze."
    assert GroupDay.objects.get().outcome == "Een lijst."
    with pytest.raises(Conflict):
        actions.change_group(max_, group, WORKSHOP, now=NOW)
