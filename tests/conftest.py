"""Fixtures for every test."""

import gc
from collections.abc import Callable
from copy import deepcopy
from typing import Any, TypeVar

import hypothesis
import pytest
from django.conf import settings
from django.template import Context, Template

from tests import snapshot
from tests.world import World, make_network_people, make_world
from wegwijzer.cli.migrate import add_what_models_do_not_say

# Looking for garbage after every seven hundred objects costs a twentieth of the run.
gc.set_threshold(100_000, 20, 20)
# A property is about what holds, never about how fast: a busy machine fails no test.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")
T = TypeVar("T")
Made = dict[str, tuple[Any, snapshot.Snapshot]]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> None:
    """Add to the tables what no model says, where the tests did not migrate to get them."""
    if not settings.DATABASES["default"]["TEST"].get("MIGRATE", True):
        with django_db_blocker.unblock():
            add_what_models_do_not_say()


@pytest.fixture(scope="session", autouse=True)
def tell_of_the_page_only(django_test_environment) -> None:
    """Give a test what the page itself knew; a copy of it for each piece costs half the drawing."""
    told = Template._render

    def render(template: Template, context: Context) -> str:
        is_the_page = context.template is template
        return told(template, context) if is_the_page else template.nodelist.render(context)

    Template._render = render


@pytest.fixture(scope="session")
def made_once() -> Made:
    """Return what this run has made: for each name what was returned, and the rows it left."""
    return {}


def once(made_once: Made, name: str, make: Callable[[], T]) -> T:
    """Make something in the database, or put it back as it was made before in this run."""
    if name not in made_once:
        assert not snapshot.take().tables, "what is kept would hold what another fixture made"
        told = make()
        made_once[name] = (deepcopy(told), snapshot.take())
        return told
    told, rows = made_once[name]
    rows.restore()
    return deepcopy(told)


@pytest.fixture
def world(db, made_once, request) -> World:
    """Return the people of the tests; the very ones of ``network`` for who asks for both."""
    if "network" in request.fixturenames:
        return request.getfixturevalue("network")
    return once(made_once, "world", make_world)


@pytest.fixture
def network(db, made_once) -> World:
    """Return the people of the tests, and those who build the network."""
    return once(made_once, "network", lambda: make_network_people(make_world()))
