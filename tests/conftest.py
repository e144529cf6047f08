"""Fixtures for every test."""

import pytest
from hypothesis import settings

from tests.world import World, make_network_people, make_world

# A property is about what holds, never about how fast: a busy machine fails no test.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture
def world(db) -> World:
    """Return the people of the tests."""
    return make_world()


@pytest.fixture
def network(world) -> World:
    """Return the people of the tests, and those who build the network."""
    return make_network_people(world)
