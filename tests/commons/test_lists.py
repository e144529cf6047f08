"""Uploaded lists: what each cell says, what is refused and why, and how fresh a picture is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.world import NOW
from wegwijzer.commons import actions, queries
from wegwijzer.commons.models import Upload
from wegwijzer.commons.personal_data import erase_lists, find_lists
from wegwijzer.commons.rules.coverage import Freshness, freshness
from wegwijzer.commons.rules.items import Kind, Status, left_out
from wegwijzer.commons.rules.lists import columns_in, content_in, day_in
from wegwijzer.kernel.errors import Invalid, NotAllowed, NotFound

PHENOMENA = {"Mensenhandel": "human_trafficking", "Autobranche": "car_trade"}
HEADER = ["Titel", "Soort", "Samenvatting", "Fenomeen", "Van", "Tot", "Contactpersoon"]


def read(*values, header=HEADER, kind=Kind.PROJECT):
    return content_in(values, columns_in(header), kind=kind, phenomena=PHENOMENA)


def test_a_row_is_read_by_the_names_of_the_columns():
    found = read("Beeld", "fenomeenbeeld", "Wat wij zagen.", "mensenhandel; car_trade", "2024", "")

    assert (found.kind, found.title) == (Kind.PHENOMENON_PICTURE, "Beeld")
    assert found.phenomena == {"human_trafficking", "car_trade"}
    assert (found.period_from, found.period_to) == (date(2024, 1, 1), None)


def test_what_does_not_belong_to_a_kind_is_left_out():
    found = read("Belt gerust", "Expertise", "", "", "2024", "2025", "S. Haven")

    assert found.period_from is None
    assert found.contact_name == "S. Haven"
    assert "period_from" in left_out(Kind.EXPERTISE)


@pytest.mark.parametrize(
    ("cell", "day"),
    [("2024", date(2024, 1, 1)), ("31-12-2025", date(2025, 12, 31)),
     ("1/2/2025", date(2025, 2, 1)), ("2025-03-04 00:00:00", date(2025, 3, 4)), ("", None)],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(cell, day):
    assert day_in(cell) == day


@pytest.mark.parametrize("row", [
    ("", "Project"), ("Titel", "Toverij"), ("Titel", "Project", "", "Onbekend"),
    ("Titel", "Project", "", "", "gisteren"), ("Titel", "Project", "", "", "31-02-2025"),
    ("Titel", "Project", "", "", "2025", "2024"), ("x" * 161, "Project"),
])  # fmt: skip
def test_a_row_that_cannot_be_is_refused_with_a_sentence(row):
    with pytest.raises(Invalid, match=r"\."):
        read(*row)


@given(st.lists(st.text(max_size=40), max_size=9))
def test_no_row_breaks_the_reading(values):
    try:
        found = read(*values)
    except Invalid:
        return
    assert found.title.strip()


def test_a_list_without_a_column_of_titles_is_refused():
    with pytest.raises(Invalid) as refusal:
        columns_in(["Kolom", "Andere"])
    assert refusal.value.field == "file"


@pytest.mark.parametrize(
    ("latest", "fresh"),
    [(2026, Freshness.RECENT), (2025, Freshness.RECENT), (2024, Freshness.AGEING),
     (2023, Freshness.AGEING), (2022, Freshness.OLD), (None, Freshness.NONE)],
)  # fmt: skip
def test_a_picture_ages_by_the_year(latest, fresh):
    assert freshness(latest, 2026) is fresh


def received(world, who="alice", rows=((2, ["A", "Project", "", "", "", "", "S. Haven"]),)):
    return actions.receive_list(
        world.actor(who), "lijst.csv", HEADER, rows, kind=Kind.PROJECT, phenomena=PHENOMENA, now=NOW
    )


def test_a_list_of_somebody_else_reads_as_absent(world):
    upload = received(world)

    for who in ("bob", "zoe"):
        with pytest.raises(NotFound):
            queries.get_list(world.actor(who), upload)
        with pytest.raises(NotFound):
            actions.take_list(world.actor(who), upload, publish=False, now=NOW)


def test_who_does_not_write_hands_in_no_list(world):
    with pytest.raises(NotAllowed):
        received(world, "hugo")


def test_what_can_be_published_is_and_the_rest_stays_a_draft(world):
    ready = ["B", "Project", "Een samenvatting van meer dan twintig tekens."]
    upload = received(world, rows=[(2, ["A", "Project"]), (3, ready), (4, ["", "Project"])])

    assert [one.number for one in queries.get_list(world.actor("alice"), upload).rejections] == [4]
    assert actions.take_list(world.actor("alice"), upload, publish=True, now=NOW) == (1, 1)
    rows = queries.list_items(world.actor("alice")).rows
    assert {row.title: row.status for row in rows} == {"A": Status.DRAFT, "B": Status.PUBLISHED}


def test_a_list_that_waits_too_long_goes_and_a_name_in_it_is_found(world):
    upload = received(world)

    assert list(find_lists("s. haven")) == [str(upload)]
    assert erase_lists(NOW) == 0
    assert erase_lists(NOW + timedelta(days=8)) == 1
    assert not Upload.objects.exists()


def test_too_long_a_list_and_an_empty_one_are_refused(world):
    for rows in ([], [(n, ["A"]) for n in range(2_001)]):
        with pytest.raises(Invalid):
            received(world, rows=rows)
