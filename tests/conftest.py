"""Fixtures for every test."""

import pytest

from tests.world import World, make_world


@pytest.fixture
def world(db) -> World:
    """Return the people of the tests."""
    return make_world()
