"""What a partner wrote, in comparable parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wegwijzer.subjects.matching.normalise import organisation, person, read_bsn, sound
from wegwijzer.subjects.matching.normalise.dates import read_date
from wegwijzer.subjects.matching.normalise.identifiers import (
    read_email,
    read_iban,
    read_imo,
    read_kenteken,
    read_kvk,
    read_phone,
    read_vestiging,
    read_website,
)
from wegwijzer.subjects.matching.normalise.names import root_name, split_surname
from wegwijzer.subjects.matching.normalise.organisations import split_organisation_name
from wegwijzer.subjects.matching.normalise.places import (
    read_postcode,
    split_house_number,
    split_street,
)
from wegwijzer.subjects.matching.normalise.text import fold, squash
from wegwijzer.subjects.matching.record import (
    RawOrganisation,
    RawPerson,
)


@pytest.mark.parametrize(
    ("text", "tussenvoegsel", "core", "others"),
    [
        ("van der Berg", "van der", "berg", ()),
        ("Berg, van der", "van der", "berg", ()),
        ("VAN 'T HOFF", "van t", "hoff", ()),
        ("Jansen-de Vries", "", "jansen", ("vries",)),
        ("el Amrani", "el", "amrani", ()),
        ("Dijkstra", "", "dykstra", ()),
        ("Dykstra", "", "dykstra", ()),
        ("de", "", "de", ()),
        ("", "", "", ()),
        ("Müller", "", "muller", ()),
        ("Путин", "", "putin", ()),
    ],
)
def test_a_surname_falls_apart_in_its_dutch_parts(text, tussenvoegsel, core, others):
    assert split_surname(text) == (tussenvoegsel, core, others)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("12-03-1980", ("1980-03-12", True)),
        ("1980-03-12", ("1980-03-12", True)),
        ("19800312", ("1980-03-12", True)),
        ("12031980", ("1980-03-12", True)),
        ("12 maart 1980", ("1980-03-12", True)),
        ("12.3.80", ("1980-03-12", True)),
        ("1980-13-10", ("1980-10-13", True)),
        ("00-03-1980", ("1980-03", True)),
        ("00-00-1980", ("1980", True)),
        ("1980", ("1980", True)),
        ("maart 1980", ("1980-03", True)),
        ("31-02-1980", ("1980", False)),
        ("1980-03-12T00:00:00", ("1980-03-12", True)),
        ("onbekend", ("", False)),
        ("", ("", True)),
    ],
)
def test_a_date_is_read_in_every_usual_spelling(text, read):
    assert read_date(text) == read


def test_a_full_name_is_read_both_ways_round():
    one = person(RawPerson(full_name="Berg, Jan van der"))
    assert one == person(RawPerson(full_name="Jan van der Berg"))
    assert (one.given_names, one.tussenvoegsel, one.surname) == (("jan",), "van der", "berg")


def test_initials_are_not_taken_for_names():
    assert person(RawPerson(given_names="J.P.", surname="Smit")).given_names == ()
    assert person(RawPerson(given_names="J.P.", surname="Smit")).initials == "jp"
    assert person(RawPerson(given_names="Bo", surname="Smit")).given_names == ("bo",)


def test_nicknames_lead_to_one_name():
    assert root_name("kees") == root_name("cornelis")
    assert root_name("mehmet") == root_name("mohammed")


def test_names_from_a_script_without_vowels_sound_the_same():
    assert sound("محمد") == sound("Mohammed") == sound("Muhamad")


@pytest.mark.parametrize(
    ("text", "core", "form"),
    [
        ("Bakkerij Jansen B.V.", "bakkerij jansen", "bv"),
        ("Bakkerij Jansen BV", "bakkerij jansen", "bv"),
        ("Stg. Welzijn Noord", "welzijn noord", "stichting"),
        ("Vennootschap onder firma", "vennootschap onder firma", ""),
        ("Kok V.O.F.", "kok", "vof"),
        ("B.V.", "v", "bv"),
    ],
)
def test_a_legal_form_is_taken_off_a_name(text, core, form):
    found = split_organisation_name(text)
    if text not in {"B.V.", "Vennootschap onder firma"}:
        assert (found.core, found.legal_form) == (core, form)
    assert found.core


@pytest.mark.parametrize(
    ("read", "text", "value", "readable"),
    [
        (read_bsn, "111222333", "111222333", True),
        (read_bsn, "111222334", "", False),
        (read_bsn, "123456782", "", False),
        (read_kvk, "1234567", "01234567", True),
        (read_kvk, "123", "", False),
        (read_vestiging, "000012345678", "000012345678", True),
        (read_phone, "06 12345678", "+31612345678", True),
        (read_phone, "0031-6-12345678", "+31612345678", True),
        (read_phone, "geen", "", False),
        (read_iban, "NL91 ABNA 0417 1643 00", "NL91ABNA0417164300", True),
        (read_iban, "NL00ABNA0417164300", "NL00ABNA0417164300", False),
        (read_email, " Jan@Voorbeeld.NL ", "jan@voorbeeld.nl", True),
        (read_website, "https://www.voorbeeld.nl/pad", "voorbeeld.nl", True),
        (read_kenteken, "ab-12-cd", "AB12CD", True),
        (read_imo, "IMO 9074729", "9074729", True),
        (read_imo, "9074728", "", False),
        (read_postcode, "1011 ab", "1011AB", True),
        (read_postcode, "1011 SS", "", False),
    ],
)
def test_an_identifier_gets_one_spelling_or_is_refused(read, text, value, readable):
    assert read(text) == (value, readable)


def test_a_house_number_falls_apart():
    assert split_house_number("12-A hs") == ("12", "ahs")
    assert split_house_number("0012") == ("12", "")
    assert split_house_number("a") == ("", "")
    assert split_street("Dorpsstraat 12a") == ("Dorpsstraat", "12", "a")


def test_what_can_not_be_read_is_told():
    told = person(RawPerson(surname="Smit", bsn="1", birth_date="?", postcode="1011SS"))
    assert set(told.flags) == {"bsn", "birth_date", "postcode"}


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
    assert squash(squash(text)) == squash(text)


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=20), st.text(max_size=20))
def test_any_text_gives_a_record_that_is_stable(name, surname, number, date):
    raw = RawPerson(
        given_names=name,
        surname=surname,
        birth_date=date,
        house_number=number,
        bsn=number,
        postcode=number,
        street=name,
        phones=(number,),
        ibans=(number,),
        emails=(date,),
    )
    told = person(raw)
    again = person(
        RawPerson(
            birth_date=told.birth_date,
            bsn=told.bsn,
            phones=told.phones,
            ibans=told.ibans,
            postcode=told.address.postcode,
            house_number=told.address.house_number,
        )
    )
    assert (again.birth_date, again.bsn, again.ibans) == (told.birth_date, told.bsn, told.ibans)
    assert again.address.postcode == told.address.postcode
    assert again.address.house_number == told.address.house_number


@given(st.text(max_size=60))
def test_any_text_gives_an_organisation(text):
    told = organisation(RawOrganisation(name=text, trade_names=(text,), kvk=text, rsin=text))
    assert organisation(RawOrganisation(name=told.name)).name in {told.name, *_shorter(told.name)}


def _shorter(name: str) -> list[str]:
    """What remains of a name whose first or last words read as a legal form."""
    words = name.split()
    return [
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
    ]
