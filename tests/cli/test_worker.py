"""The worker does what is due, and no more than that."""

import argparse

import pytest

from wegwijzer.cli import worker
from wegwijzer.logbook.models import Line

pytestmark = pytest.mark.django_db
ONCE = argparse.Namespace(once=True)


def compared() -> int:
    return Line.objects.filter(act="commons.refresh_chances").count()


def test_the_library_is_compared_once_a_night_however_often_the_worker_starts() -> None:
    worker.run(ONCE)
    worker.run(ONCE)
    assert compared() == 1
