"""Cases, requests and items are counted by region and period: numbers only."""

from datetime import timedelta

import pytest

from tests.casework import made
from tests.world import NOW, SYSTEM
from wegwijzer.casework.queries.figures import CaseCounts, count_cases_by_region

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_what_was_opened_asked_and_provided_is_counted_in_its_region(world):
    case = made.opened(world)
    made.delivered(world, case)
    made.asked(world, case)

    found = count_cases_by_region(SYSTEM, since=NOW - DAY, until=NOW + DAY)

    assert found == {
        world.regions["ON"]: CaseCounts(opened=1, asked=2, provided=1, refused=0, items=1, closed=0)
    }
