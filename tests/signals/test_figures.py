"""Signals are counted by region and period: numbers only."""

from datetime import timedelta

import pytest

from tests.signals import made
from tests.world import NOW, SYSTEM
from wegwijzer.signals.queries.figures import SignalCounts, count_signals_by_region

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_what_was_received_and_decided_is_counted_in_its_region(world):
    made.drafted(world)
    made.submitted(world)
    made.accepted(world)
    made.rejected(world)

    found = count_signals_by_region(SYSTEM, since=NOW - DAY, until=NOW + DAY)

    assert found == {
        world.regions["ON"]: SignalCounts(received=3, weighed=2, accepted=1, rejected=1)
    }


def test_the_end_of_a_period_belongs_to_the_next(world):
    made.submitted(world)
    assert count_signals_by_region(SYSTEM, since=NOW - DAY, until=NOW) == {}
