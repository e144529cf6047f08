"""An id of another participant, wherever it is put, answers as one that does not exist.

In an address ``test_permissions`` asks that of every route; here it is asked of the fields of every
form, and of every filter and place in a list.
"""

import re
from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse

from tests.signals import made
from tests.web.forms_of import forms_of
from tests.web.matrix import MODULES, ROWS
from tests.web.rows import reopening
from tests.web.test_permissions import address, client_of, opened, seen
from tests.world import NOW
from wegwijzer.network.queries import actor_for

pytestmark = pytest.mark.django_db
PEOPLE = ("alice", "carol", "zoe")
# The pages of the heart; those of other contexts take no id of a signal, a case or an item.
HEART = set(ROWS).difference(*(module.ROWS for module in MODULES)) | set(reopening.ROWS)
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Makes a form of filters read its fields.
ANY = {"q": ""}


@pytest.fixture
def ground(things):
    """Return the things of the matrix, and for each person ids of what is not theirs to know."""
    bob = get_user_model().objects.get(email="bob@example.org")
    world = SimpleNamespace(actor=lambda _name: actor_for(bob.pk, now=NOW))
    shared = {things["case"]["case_id"], things["weighing"]["signal_id"], things["item"]["ref"]}
    of_bob = {things["delivery"]["delivery_id"], made.drafted(world, "bob")}
    return things, {"alice": of_bob, "carol": shared, "zoe": shared}


def asked(send, *args, about: UUID) -> tuple[int, str, bytes]:
    """Return what is answered, and undo what came of asking: the reading is logged too."""
    send.__self__.cookies.pop("messages", None)  # what an earlier answer still had to say
    with transaction.atomic():
        response = send(*args)
        transaction.set_rollback(True)
    # A draft that was made has an id of its own.
    where = ID.sub("", response.get("location", ""))
    return response.status_code, where, seen(response, {"": about})


@pytest.mark.parametrize("person", PEOPLE)
def test_an_id_of_others_in_a_query_is_as_one_that_is_not_there(person, ground, read_of_a_query):
    things, hidden = ground
    client, wrong, tried = client_of(person), [], 0
    for name in sorted(HEART & opened(person)):
        here = address(name, ROWS[name], things)
        _page, read = read_of_a_query(lambda h=here: asked(client.get, h, ANY, about=uuid4()))
        for field in sorted(read):
            nobody = uuid4()
            other = asked(client.get, here, {field: nobody}, about=nobody)
            for theirs in hidden[person]:
                one = asked(client.get, here, {field: theirs}, about=theirs)
                tried += 1
                if one != other:
                    wrong.append(f"{name}: {field}: {one[0]}, {other[0]}")

    assert wrong == []
    assert tried > len(hidden[person])


@pytest.mark.parametrize("person", PEOPLE)
def test_an_id_of_others_in_a_form_is_as_one_that_is_not_there(person, ground):
    things, hidden = ground
    client, wrong, tried = client_of(person), [], 0
    done = {reverse(name) for name in ("account_logout", "set_language")}
    for name in sorted(HEART & opened(person)):
        here = address(name, ROWS[name], things)
        for form in forms_of(client.get(here).content.decode()):
            where = form.action or here
            for field in sorted(form.choices if where not in done else ()):
                nobody = uuid4()
                other = asked(client.post, where, form.with_choice(field, nobody), about=nobody)
                for theirs in hidden[person]:
                    one = asked(client.post, where, form.with_choice(field, theirs), about=theirs)
                    tried += 1
                    if one != other:
                        wrong.append(f"{name}: {field}: {one[:2]}, {other[:2]}")
            done |= {form.action} - {""}  # what stands on every page is asked once

    assert wrong == []
    assert tried > len(hidden[person])
