"""Numbers have one form, dates may be partial, words are found whatever their script."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wegwijzer.kernel.errors import Invalid
from wegwijzer.subjects import crypto
from wegwijzer.subjects.rules import ExplanationRow, identifiers, masked
from wegwijzer.subjects.rules.searching import after, tokens_sought, words_in

tokens = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("read", "text", "kept"),
    [
        (identifiers.bsn, "9999.90.019", "999990019"),
        (identifiers.bsn, "", ""),
        (identifiers.kvk, "1234567", "01234567"),
        (identifiers.establishment, "000012345678", "000012345678"),
        (identifiers.postcode, "1234ab", "1234 AB"),
        (identifiers.iban, "nl91 abna 0417 1643 00", "NL91ABNA0417164300"),
        (identifiers.phone, "06-12345678", "+31612345678"),
        (identifiers.phone, "+32 470 12 34 56", "+32470123456"),
        (identifiers.plate, "xx-99-xx", "XX99XX"),
        (identifiers.imo, "IMO 9074729", "9074729"),
        (identifiers.eni, "2312345", "02312345"),
        (identifiers.partial_date, "12-05-1980", "1980-05-12"),
        (identifiers.partial_date, "12.5.1980", "1980-05-12"),
        (identifiers.partial_date, "19800512", "1980-05-12"),
        (identifiers.partial_date, "1980-05-12", "1980-05-12"),
        (identifiers.partial_date, "00-00-1980", "1980"),
        (identifiers.partial_date, "05-1980", "1980-05"),
        (identifiers.partial_date, "1980", "1980"),
    ],
)
def test_each_number_has_one_form(read, text, kept):
    assert read(text) == kept
    assert read(kept) == kept


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (identifiers.bsn, "999990018"),
        (identifiers.bsn, "abc"),
        (identifiers.rsin, "1"),
        (identifiers.kvk, "123"),
        (identifiers.kvk, "geen"),
        (identifiers.establishment, "12"),
        (identifiers.postcode, "0000 AA"),
        (identifiers.iban, "NL00ABNA0417164300"),
        (identifiers.phone, "bel mij"),
        (identifiers.plate, "-"),
        (identifiers.imo, "9074728"),
        (identifiers.eni, "1"),
        (identifiers.partial_date, "31-02-1980"),
        (identifiers.partial_date, "gisteren"),
        (identifiers.partial_date, "13-1980"),
    ],
)
def test_what_cannot_exist_is_refused_with_a_sentence(read, text):
    with pytest.raises(Invalid) as refusal:
        read(text)

    assert refusal.value.field
    assert str(refusal.value).endswith(".")


def test_a_postcode_of_another_country_is_kept_as_written():
    assert identifiers.postcode("B-1000", "België") == "B-1000"


@given(st.text(max_size=20))
def test_no_text_breaks_the_reading_of_a_number(text):
    for read in (identifiers.bsn, identifiers.kvk, identifiers.phone, identifiers.partial_date):
        with suppress(Invalid):
            assert read(read(text)) == read(text)


@given(tokens, tokens)
def test_a_range_holds_exactly_the_words_that_begin_so(start, word):
    end = after(start)

    assert (start <= word and (not end or word < end)) == word.startswith(start)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jan van der Testberg", ("jan", "testberg")),
        ("Łukasz Żółć", ("lukasz", "zolc")),
        ("Путин", ("putin",)),
        ("O'Test-Berg", ("otest", "berg")),
    ],
)
def test_words_are_plain_in_every_script(text, words):
    assert words_in(text) == words


def test_a_number_is_sought_whole():
    assert tokens_sought("06 - 12 34 56 78") == ("31612345678",)
    assert tokens_sought("XX-99-XX") == ("xx99xx",)


@given(st.binary(max_size=200), st.binary(max_size=16))
def test_what_is_sealed_opens_only_where_it_was_bound(plain, place):
    sealed = crypto.encrypt(plain, bound_to=place)

    assert crypto.decrypt(sealed, bound_to=place) == plain
    for changed, where in ((sealed, place + b"x"), (sealed[:-1] + bytes([sealed[-1] ^ 1]), place)):
        with pytest.raises(ValueError, match="changed"):
            crypto.decrypt(changed, bound_to=where)


def test_the_same_bsn_is_sealed_differently_and_found_alike():
    assert crypto.encrypt(b"999990019") != crypto.encrypt(b"999990019")
    assert crypto.blind_index("999990019") == crypto.blind_index("999990019")
    assert masked("999990019") == "***0019"


def test_an_explanation_ends_with_one_full_stop():
    row = ExplanationRow("Naam", "exact", "Naam gelijk: %(left)s.", "voor", {"left": "Loods B.V."})
    assert row.text() == "Naam gelijk: Loods B.V."
    assert row.text({"Naam gelijk: %(left)s.": "Name equal: %(left)s."}.__getitem__) == (
        "Name equal: Loods B.V."
    )
