"""The rules of items and of the words they are found by."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.commons.made import content
from wegwijzer.commons.rules import items, words
from wegwijzer.commons.rules.items import Kind, Material, Status
from wegwijzer.kernel.errors import Conflict, Invalid


def test_forms_of_a_word_share_a_stem_and_accents_do_not_matter():
    assert len(words.stems_in("Gemeenten gemeente")) == 1
    assert words.stems_in("coördinator") == words.stems_in("Coordinator")
    assert words.stems_in("de en het van") == ()


@given(st.text(max_size=80))
def test_stems_are_plain_small_letters_without_repeats(text):
    found = words.stems_in(text)

    assert len(set(found)) == len(found)
    assert all(
        one.isascii() and one == one.lower() and 0 < len(one) <= words.LONGEST for one in found
    )


@given(st.text("abz09", min_size=1, max_size=6), st.text("abz09", max_size=4))
def test_every_longer_word_lies_before_the_end_of_its_beginning(token, rest):
    end = words.after(token)

    assert end == "" or token <= token + rest < end


def test_the_words_of_a_reason_are_shown_as_they_were_written():
    one = words.stem("gemeente")

    assert words.written(frozenset({one}), "Alle gemeenten en één Gemeente") == {one: "gemeente"}


def test_a_period_runs_forward():
    with pytest.raises(Invalid) as refusal:
        items.check_content(content(period_from=date(2025, 1, 1), period_to=date(2024, 1, 1)))

    assert refusal.value.field == "period_to"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "voorbeeld.nl"])
def test_a_link_opens_a_page_and_nothing_else(url):
    with pytest.raises(Invalid):
        items.check_content(content(materials=(Material("Handreiking", url),)))


def test_who_may_be_called_says_where():
    with pytest.raises(Invalid):
        items.check_content(content(contact_name="Fleur", may_be_called=True))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"summary": "Te kort."}, "summary"),
        ({"phenomena": frozenset()}, "phenomena"),
        ({"kind": Kind.EXPERTISE, "contact_name": ""}, "contact_name"),
    ],
)
def test_what_nobody_can_use_is_not_published(changes, field):
    with pytest.raises(Invalid) as refusal:
        items.check_publish(content(**changes), Status.DRAFT)

    assert refusal.value.field == field


def test_only_a_draft_is_published():
    with pytest.raises(Conflict):
        items.check_publish(content(), Status.SUPERSEDED)


def test_an_item_is_found_under_the_year_of_its_period():
    today = date(2026, 3, 2)

    assert items.year_of(content(), today) == 2024
    assert items.year_of(content(period_from=None, period_to=None), today) == 2026
