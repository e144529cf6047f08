"""What waits for whom: each role finds its own work on the first page, and nothing of others."""

import pytest

from tests.signals import made
from tests.world import NOW
from wegwijzer.web.work import piles_for

pytestmark = pytest.mark.django_db


def titles(world, name: str) -> set[str]:
    return {str(pile.title) for pile in piles_for(world.actor(name), NOW)}


def test_each_role_finds_its_own_work(world):
    made.drafted(world)
    made.submitted(world)
    made.in_weighing(world)
    made.accepted(world)

    assert titles(world, "alice") == {"Signalen om aan te vullen", "Op de weegtafel"}
    assert titles(world, "dora") == {"Signalen voor de intaketoets", "Op de weegtafel"}
    assert titles(world, "fons") == {"Aanvaard: open een casus"}


@pytest.mark.parametrize("name", ["otto", "pia", "hugo", "zoe", "carol"])
def test_nothing_waits_for_who_has_nothing_to_do_with_it(world, name):
    made.drafted(world)
    made.in_weighing(world)
    made.accepted(world)

    assert titles(world, name) == set()


def test_a_task_leads_to_the_thing_itself(world, client):
    signal = made.submitted(world)

    task = piles_for(world.actor("dora"), NOW)[0].tasks[0]

    assert str(signal) in task.url
