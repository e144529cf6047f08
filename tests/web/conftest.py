"""Fixtures for what is asked of the pages."""

from collections import Counter

import pytest
from django.contrib.auth import SESSION_KEY
from django.http import QueryDict
from django.urls import reverse

from tests.conftest import once
from tests.web.things import thing_ids
from tests.world import make_world
from wegwijzer.network.models import Person


@pytest.fixture
def page(network, client, settings):
    """Sign in as somebody of the network and ask for a page, or send its form."""
    backend = settings.AUTHENTICATION_BACKENDS[0]

    def ask(who, name, *args, data=None, query="", **headers):
        person = Person.objects.get(name=who)
        if client.session.get(SESSION_KEY) != str(person.pk):
            client.force_login(person, backend=backend)
        url, send = reverse(name, args=args) + query, {"headers": headers}
        return client.get(url, **send) if data is None else client.post(url, data, **send)

    return ask


@pytest.fixture
def things(db, made_once):
    """Return the things in the addresses of the matrix, with the people of the tests."""
    return once(made_once, "things", lambda: thing_ids(make_world()))


# What every page reads: the number of a page, and what one searches for, to keep it in the box.
EVERYWHERE = Counter(page=1, q=2)


@pytest.fixture
def read_of_a_query(monkeypatch):
    """Return a function that asks for a page, and gives by name what only that page reads."""
    counted: Counter[str] = Counter()

    def counting(method):
        real = getattr(QueryDict, method)

        def count(self, name, *rest):
            counted[name] += 1
            return real(self, name, *rest)

        return count

    for method in ("__getitem__", "__contains__", "getlist"):
        monkeypatch.setattr(QueryDict, method, counting(method))

    def read(ask):
        counted.clear()
        return ask(), set(counted - EVERYWHERE)

    return read
