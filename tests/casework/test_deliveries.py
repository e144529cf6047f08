"""Files: kept encrypted, read by a worker, taken row by row, seen only when all of it is in."""

import os
from datetime import timedelta

import pytest
from django.conf import settings

from tests.casework import made
from tests.conftest import once
from tests.world import NOW, make_world
from wegwijzer.casework import actions, importing, queries, storing
from wegwijzer.casework.actions import Defaults, Keep, process_next_delivery
from wegwijzer.casework.models import Delivery, DeliveryReject, Item
from wegwijzer.casework.queries import ItemWanted, visible_items
from wegwijzer.kernel.errors import Conflict, Invalid, NotFound
from wegwijzer.law.vocabulary import Category, SecrecyGround
from wegwijzer.subjects.models import Subject

pytestmark = pytest.mark.django_db
DEFAULTS = Defaults(
    category=Category.IDENTITY_CONTACT,
    secrecy_ground=SecrecyGround.GENERAL,
    first_processed_date=NOW.date(),
)
GOOD = "Voornaam;Achternaam;Geboortedatum;Wijk\nBram;Voorbeeldman;01-05-1980;Noord\nSanne;de Proef;1990;Zuid\n"
MIXED = GOOD + "Karel;Fout;31-31-1980;Oost\n"


@pytest.fixture(autouse=True)
def files(tmp_path):
    settings.MEDIA_ROOT, before = tmp_path, settings.MEDIA_ROOT
    yield tmp_path / "deliveries"
    settings.MEDIA_ROOT = before


def delivered(world, request, text=GOOD, name="lijst.csv"):
    return actions.receive_delivery(
        world.actor("bob"), request, filename=name, pieces=[text.encode()], now=NOW
    )


def mapped(
    world, delivery, keep=Keep.GOOD_ROWS, fields=("given_names", "surname", "birth_date", "extra")
):
    actions.map_delivery(
        world.actor("bob"), delivery, fields=fields, defaults=DEFAULTS, keep=keep, now=NOW
    )


@pytest.fixture
def asked(db, made_once):
    def make():
        world = make_world()
        return world, made.asked(world, made.opened(world))

    return once(made_once, "deliveries", make)


@pytest.fixture
def world(asked):
    return asked[0]


@pytest.fixture
def request_id(asked):
    return asked[1]


def test_a_file_is_read_mapped_and_taken(world, request_id, files):
    delivery = delivered(world, request_id)
    assert process_next_delivery(now=NOW)
    page = queries.get_delivery(world.actor("bob"), delivery, now=NOW)
    assert page.columns == ("Voornaam", "Achternaam", "Geboortedatum", "Wijk")
    assert page.fields == ("given_names", "surname", "birth_date", "extra")
    assert page.sample[0] == ["Bram", "Voorbeeldman", "01-05-1980", "Noord"]
    assert (page.status, page.rows_total) == ("mapping", 2)

    mapped(world, delivery)
    assert process_next_delivery(now=NOW)
    assert not process_next_delivery(now=NOW)

    page = queries.get_delivery(world.actor("bob"), delivery, now=NOW)
    assert (page.status, page.rows_good, page.rows_rejected) == ("imported", 2, 0)
    assert list(files.iterdir()) == []
    seen = queries.list_items(
        world.actor("alice"), Item.objects.first().case_id, ItemWanted(), now=NOW
    )
    assert [row.subject.title for row in seen.page.rows] == ["Sanne de Proef", "Bram Voorbeeldman"]
    assert seen.page.rows[0].content == (("Wijk", "Zuid"),)
    row = queries.get_request(world.actor("bob"), request_id, now=NOW).row
    assert row.status == "provided"


def test_the_file_lies_encrypted_on_disk(world, request_id, files):
    delivered(world, request_id)

    (kept,) = files.iterdir()
    assert b"Voorbeeldman" not in kept.read_bytes()
    assert storing.read(kept.name).decode() == GOOD


def test_good_rows_are_kept_and_the_others_named(world, request_id):
    delivery = delivered(world, request_id, MIXED)
    process_next_delivery(now=NOW)
    mapped(world, delivery)
    process_next_delivery(now=NOW)

    page = queries.get_delivery(world.actor("bob"), delivery, now=NOW)
    assert (page.status, page.rows_good, page.rows_rejected) == ("imported", 2, 1)
    assert (page.rejects[0].row, page.rejects[0].column) == (4, "Geboortedatum")
    told = queries.get_rejected_rows(world.actor("bob"), delivery, now=NOW)
    assert told.rows[0][2:] == ("Karel", "Fout", "31-31-1980", "Oost")


def test_nothing_is_kept_when_that_was_chosen(world, request_id):
    delivery = delivered(world, request_id, MIXED)
    process_next_delivery(now=NOW)
    mapped(world, delivery, Keep.NOTHING)
    process_next_delivery(now=NOW)

    page = queries.get_delivery(world.actor("bob"), delivery, now=NOW)
    assert (page.status, page.rows_rejected) == ("rejected", 1)
    assert not Item.objects.exists()
    assert not Subject.objects.filter(dossier_id=page.head.id).exists()


def test_a_rejected_row_is_sealed(world, request_id):
    delivery = delivered(world, request_id, MIXED)
    process_next_delivery(now=NOW)
    mapped(world, delivery)
    process_next_delivery(now=NOW)

    assert b"Karel" not in bytes(DeliveryReject.objects.get().content)


def test_what_cannot_be_read_ends_in_a_sentence(world, request_id, files):
    delivery = delivered(world, request_id, "%PDF-1.7 niets", "lijst.pdf")
    process_next_delivery(now=NOW)

    page = queries.get_delivery(world.actor("bob"), delivery, now=NOW)
    assert page.status == "failed"
    assert "PDF" in page.sentence
    assert list(files.iterdir()) == []


def test_a_file_that_is_too_large_is_refused_and_not_kept(world, request_id, files):
    with pytest.raises(Invalid, match="groter"):
        actions.receive_delivery(
            world.actor("bob"),
            request_id,
            filename="groot.csv",
            pieces=(b"x" * 1_000_000 for _ in range(60)),
            now=NOW,
        )

    assert list(files.iterdir()) == []


@pytest.mark.parametrize("who", ["alice", "fons", "erik", "carol", "otto"])
def test_a_delivery_is_nobody_elses(world, request_id, who):
    delivery = delivered(world, request_id)

    with pytest.raises(NotFound):
        queries.get_delivery(world.actor(who), delivery, now=NOW)
    with pytest.raises(NotFound):
        queries.get_rejected_rows(world.actor(who), delivery, now=NOW)
    with pytest.raises(NotFound):
        actions.discard_delivery(world.actor(who), delivery, now=NOW)


def test_a_category_that_was_not_asked_is_refused(world, request_id):
    delivery = delivered(world, request_id)
    process_next_delivery(now=NOW)
    wrong = Defaults(
        category=Category.FISCAL, secrecy_ground=SecrecyGround.TAX, first_processed_date=NOW.date()
    )

    with pytest.raises(Invalid) as refusal:
        actions.map_delivery(
            world.actor("bob"),
            delivery,
            fields=["extra"] * 4,
            defaults=wrong,
            keep=Keep.GOOD_ROWS,
            now=NOW,
        )
    assert refusal.value.field == "category"


def test_a_delivery_that_was_thrown_away_leaves_no_file(
    world, request_id, files, django_capture_on_commit_callbacks
):
    delivery = delivered(world, request_id)

    with django_capture_on_commit_callbacks(execute=True):
        actions.discard_delivery(world.actor("bob"), delivery, now=NOW)

    assert list(files.iterdir()) == []
    assert not Delivery.objects.exists()


def test_what_is_in_cannot_be_thrown_away(world, request_id):
    delivery = delivered(world, request_id)
    process_next_delivery(now=NOW)
    mapped(world, delivery)
    process_next_delivery(now=NOW)

    with pytest.raises(Conflict):
        actions.discard_delivery(world.actor("bob"), delivery, now=NOW)


def test_a_worker_that_was_silent_is_followed_up_and_cannot_write_any_more(world, request_id):
    delivery = delivered(world, request_id)
    process_next_delivery(now=NOW)
    mapped(world, delivery)
    slept = importing._take_up(NOW)
    assert slept.id == delivery

    assert importing._take_up(NOW + timedelta(seconds=30)) is None
    assert importing._take_up(NOW + timedelta(minutes=3)).id == delivery
    with pytest.raises(importing.TakenOver):
        importing._work(slept, NOW)
    assert not Item.objects.exists()


def test_nothing_is_seen_before_all_of_it_is_in(world, request_id, monkeypatch):
    monkeypatch.setattr(importing, "BATCH", 1)
    monkeypatch.setattr(importing, "_finish", lambda job: None)
    delivery = delivered(world, request_id)
    process_next_delivery(now=NOW)
    mapped(world, delivery)
    process_next_delivery(now=NOW)

    assert Item.objects.count() == 2
    assert not visible_items(world.actor("alice"), on=NOW.date()).exists()


def test_a_file_that_nobody_has_any_more_is_swept_away_after_a_day(world, request_id, files):
    delivered(world, request_id)
    (kept,) = files.iterdir()
    left = files / "left-by-a-process-that-died"
    left.write_bytes(b"x")
    os.utime(left, (0, 0))
    os.utime(kept, (0, 0))

    storing.sweep({kept.name}, before=NOW.timestamp())

    assert list(files.iterdir()) == [kept]
