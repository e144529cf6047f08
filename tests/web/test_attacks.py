"""Any file ends in rows or in a clear sentence on the page of its supplier, never in an error."""

import html

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.casework import made
from tests.casework.delivery.files import ATTACKS
from tests.conftest import once
from tests.web.test_casework import client_of
from tests.world import NOW, make_world
from wegwijzer.casework.actions import process_next_delivery
from wegwijzer.casework.models import Delivery, Item
from wegwijzer.web.uploads import NoMoreThanTaken

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files(tmp_path):
    settings.MEDIA_ROOT, before = tmp_path, settings.MEDIA_ROOT
    yield tmp_path / "deliveries"
    settings.MEDIA_ROOT = before


@pytest.fixture
def request_id(db, made_once):
    def make():
        world = make_world()
        return made.asked(world, made.opened(world))

    return once(made_once, "asked", make)


def handed_in(request_id, data: bytes, name: str) -> str:
    """Hand a file in as a supplier does, let the worker read it, and return the page that follows."""
    client = client_of("bob")
    where = reverse("deliver-file", args=[request_id])
    answer = client.post(where, {"file": SimpleUploadedFile(name, data)})
    if answer.status_code == 302:
        assert process_next_delivery(now=NOW)
        answer = client.get(answer["location"])
        assert answer.status_code == 200
    else:
        assert answer.status_code == 422
    return html.unescape(answer.content.decode())


@pytest.mark.parametrize("name", ATTACKS)
def test_a_hostile_file_ends_in_a_sentence_on_the_page(request_id, name, files):
    make, word = ATTACKS[name]

    page = handed_in(request_id, make(), "lijst.xlsx")

    assert word in page
    assert "Er ging iets mis" not in page
    assert not Delivery.objects.exclude(status="failed").exists()
    assert not Item.objects.exists()
    assert not files.exists() or list(files.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "a\x00b.csv", "x" * 300 + ".csv", '"><script>.csv', "\u202evsc.exe"],
)
def test_the_name_of_a_file_is_text_and_nothing_else(request_id, name):
    page = handed_in(request_id, b"Naam;Plaats\nBram;Dijkstad\n", name)

    for wrong in ("etc/passwd", "\x00", "\u202e"):
        assert wrong not in page
    assert "<script>.csv" not in client_of("bob").get(f"/informatieverzoeken/{request_id}/").text


def test_a_file_that_is_too_large_is_refused_on_the_page_and_let_go_of(request_id, files):
    page = handed_in(request_id, b"a;b\n" * 20_000_000, "groot.csv")

    assert "Het bestand is groter dan 50 MB." in page
    assert not Delivery.objects.exists()
    assert not files.exists() or list(files.iterdir()) == []


def test_what_comes_after_the_largest_file_is_not_kept():
    handler = NoMoreThanTaken()
    handler.most = 100

    assert [handler.receive_data_chunk(b"x" * 60, 0) is None for _ in range(4)] == [
        False, False, True, True,
    ]  # fmt: skip
