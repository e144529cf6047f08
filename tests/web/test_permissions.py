"""Who gets which page: every route, every kind of person, things of others and of nobody."""

import itertools
import re
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.template.base import NodeList
from django.template.loader import get_template
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.web.matrix import EVERYBODY, OWN_ACCOUNT_PREFIX, ROWS
from wegwijzer.web.navigation import menu_for

pytestmark = pytest.mark.django_db


def routes(resolver=None, prefix: str = "") -> dict[str, URLPattern]:
    found = {}
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            found |= routes(entry, prefix)
        else:
            found[entry.name] = entry
    return found


LOGIN = "/account/aanmelden/"
MOST_QUERIES = 30
NAMES = {name for name in routes() if not str(name).startswith(OWN_ACCOUNT_PREFIX)}


def client_of(name: str) -> Client:
    client = Client(SERVER_NAME="localhost", raise_request_exception=True)
    user = get_user_model().objects.get(email=f"{name}@example.org")
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def address(name: str, row, things) -> str:
    return reverse(name, kwargs=things[row.needs] if row.needs else {})


def test_every_route_has_a_row():
    assert set(ROWS) == NAMES


def test_a_stranger_is_asked_to_sign_in(things):
    stranger, wrong = Client(SERVER_NAME="localhost"), []
    for name, row in sorted(ROWS.items()):
        response = stranger.get(address(name, row, things))
        asked = response.status_code == 302 and response["location"].startswith(LOGIN)
        if asked == row.public:
            wrong.append(f"{name}: {response.status_code} {response.get('location', '')}")

    assert wrong == []


@contextmanager
def counted() -> Iterator[list[str]]:
    """Gather the questions asked; inside the test's transaction, another is a savepoint."""
    asked: list[str] = []

    def count(execute, sql, params, many, context):
        if not sql.startswith(("SAVEPOINT", "RELEASE SAVEPOINT")):
            asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        yield asked


def leave_out_the_frame(monkeypatch) -> None:
    """Draw pages without what stands around each: it asks nothing, and is the same everywhere."""
    for part in ("top", "side", "foot"):
        frame = get_template(f"components/{part}.html").template
        monkeypatch.setattr(frame, "nodelist", NodeList())


@pytest.mark.parametrize("person", EVERYBODY)
def test_each_page_answers_each_person_as_the_matrix_says_with_few_queries(
    person, things, monkeypatch
):
    client, wrong = client_of(person), []
    assert "</footer>" in client.get(reverse("home")).content.decode()
    leave_out_the_frame(monkeypatch)
    for name, row in sorted(ROWS.items()):
        expected = 405 if row.post_only else row.get.get(person, row.otherwise)
        with counted() as asked:
            got = client.get(address(name, row, things)).status_code
        if got != expected:
            wrong.append(f"{name}: {got}, not {expected}")
        if (count := len(asked)) >= MOST_QUERIES:
            wrong.append(f"{name}: {count} queries")
        if name == "account_logout":
            client = client_of(person)

    assert wrong == []


VARYING = re.compile(
    rb'(csrfmiddlewaretoken" value="|name="key" value="|x-csrftoken": "|draft-owner" content=")[^"]*'
)


def seen(response, ids) -> bytes:
    """Return the page without what differs by nature: tokens, and the address that was asked."""
    body = VARYING.sub(b"", response.content)
    for value in ids.values():
        body = body.replace(str(value).encode(), b"")
    return body


@pytest.mark.parametrize("person", ["carol", "zoe", "otto"])
def test_a_thing_of_others_and_a_thing_that_is_not_there_look_the_same(person, things):
    client = client_of(person)
    for name, row in sorted(ROWS.items()):
        if not row.needs or row.get.get(person, row.otherwise) != 404:
            continue
        theirs = things[row.needs]
        nobodys = {k: uuid4() if isinstance(v, UUID) else v for k, v in theirs.items()}
        for send in (client.get, client.post):
            one, other = (send(reverse(name, kwargs=k)) for k in (theirs, nobodys))
            assert one.status_code == other.status_code, name
            assert seen(one, theirs) == seen(other, nobodys), name


def opened(person: str) -> set[str]:
    """Return the pages that this person may open, but for those that sign out."""
    return {
        name
        for name, row in ROWS.items()
        if row.get.get(person, row.otherwise) == 200
        and not (row.public or row.post_only or name.startswith("account_"))
    }


ODD = ("x", "-1", "0", "9" * 30, "%00", "%F0%9F%92%A9", "' OR 1=1", "a" * 5000)
# Makes a form of filters read its fields.
EMPTY = "?q="
TRIED_OF_EACH = 3


def test_a_query_that_no_page_makes_is_a_400_or_a_page_never_an_error_of_ours(
    things, read_of_a_query, monkeypatch
):
    leave_out_the_frame(monkeypatch)
    values, seen_before, wrong = itertools.cycle(ODD), set(), []
    for person in ("alice", "fons", "lies", "pia"):
        client = client_of(person)
        for name in opened(person) - seen_before:
            here = address(name, ROWS[name], things)
            _page, read = read_of_a_query(lambda c=client, h=here: c.get(f"{h}{EMPTY}"))
            for field in sorted(read):
                for value in itertools.islice(values, TRIED_OF_EACH):
                    got = client.get(f"{here}?{field}={value}").status_code
                    if got not in (200, 400, 404, 422):
                        wrong.append(f"{name}, {field} with {value[:20]}: {got}")
        seen_before |= opened(person)

    assert wrong == []
    assert len(seen_before) > len(ROWS) / 2


@pytest.mark.parametrize("value", ["x", "0", "-1", "1.5"])
def test_a_page_that_is_no_number_is_a_400(value, things):
    assert client_of("alice").get(f"{reverse('signals')}?page={value}").status_code == 400


def test_a_page_that_is_no_number_is_a_400_on_every_page(things):
    client = client_of("alice")
    for name in opened("alice"):
        got = client.get(f"{address(name, ROWS[name], things)}?page=x").status_code
        assert got == 400, name


@pytest.mark.parametrize("who", EVERYBODY)
def test_everything_in_somebody_s_menu_opens_for_them(network, who):
    links = [one for step in menu_for(network.actor(who), "/") for one in step.links]
    answers = {one.label: client_of(who).get(one.url, follow=True).status_code for one in links}
    assert [label for label, status in answers.items() if status != 200] == []
