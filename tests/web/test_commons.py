"""The pages of the library: find, fill, compare, and work together."""

import pytest
from django.urls import reverse

from tests.commons import made
from tests.world import NOW, SYSTEM, make_network_people
from wegwijzer.commons.rules.items import Kind
from wegwijzer.network.models import Person
from wegwijzer.signals.actions import load_phenomena


@pytest.fixture
def page(world, client, settings):
    """Sign in as somebody and ask for a page."""
    load_phenomena(SYSTEM, now=NOW)
    make_network_people(world)
    backend = settings.AUTHENTICATION_BACKENDS[0]

    def ask(who, name, *args, data=None, query=""):
        client.force_login(Person.objects.get(name=who), backend=backend)
        url = reverse(name, args=args) + query
        return client.get(url) if data is None else client.post(url, data)

    return ask


def text(answer) -> str:
    return answer.content.decode()


def test_an_empty_library_says_what_will_stand_there(page):
    assert "nog leeg" in text(page("zoe", "library"))


def test_the_library_is_searched_and_narrowed_with_counts(page, world):
    made.added(world)
    made.in_region(world, "ZZ", kind=Kind.METHOD, title="Meekijken op het boerenerf")

    everything = text(page("zoe", "library"))
    found = text(page("zoe", "library", query="?q=boerenerven"))
    narrowed = text(page("zoe", "library", query="?kind=method&phenomenon=human_trafficking"))
    nothing = text(page("zoe", "library", query="?q=kernreactor"))

    assert "2 stukken" in everything
    assert "Meekijken op het boerenerf" in found
    assert "1 stuk" in found
    assert "1 stuk" in narrowed
    assert "Niets past bij deze keuze" in nothing
