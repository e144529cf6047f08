"""What a row says, or every reason why it can't be kept."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wegwijzer.casework.delivery.mapping import (
    TARGETS,
    Mapping,
    _plain,
    mapping_from,
    suggest_mapping,
)
from wegwijzer.casework.delivery.reader import Row
from wegwijzer.casework.delivery.rows import Defaults, GoodRow, RejectedRow, judge_row
from wegwijzer.casework.rules.items import ProvidedItem
from wegwijzer.law.vocabulary import Category, Relation, SecrecyGround
from wegwijzer.subjects.rules import SourceReliability, SubjectKind

DEFAULTS = Defaults(
    ProvidedItem(
        category=Category.IDENTITY_CONTACT,
        summary="Uit de levering",
        first_processed_date=date(2026, 2, 1),
        secrecy_ground=SecrecyGround.GENERAL,
    ),
    UUID(int=1),
)


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("Achternaam", "surname"),
        ("GESLACHTSNAAM", "surname"),
        ("Geb. datum", "birth_date"),
        ("date of birth", "birth_date"),
        ("BSN", "bsn"),
        ("burgerservicenummer", "bsn"),
        ("KvK-nummer", "kvk"),
        ("Handelsnaam", "name"),
        ("E-mail", "emails"),
        ("kenteken", "plate"),
        ("Postcode", "postcode"),
        ("Omschrijving", "summary"),
        ("Voorvoegsel geslachtsnaam", "prefix"),
        ("naamOpenbareRuimte", "street"),
        ("Naam openbare ruimte", "street"),
        ("Huisnr.", "house_number"),
        ("KVK nr", "kvk"),
        ("Eerste handelsnaam", "name"),
        ("given_name", "given_names"),
        ("soc_sec_id", "bsn"),
        ("Postal code", "postcode"),
        ("BSN betrokkene", "bsn"),
        ("Naam van de persoon", "full_name"),
        ("Bank account", "ibans"),
        ("Tel.nr.", "phones"),
        ("Licence plate", "plate"),
        ("Datum eerste verwerking", "first_processed_date"),
        ("Broncode", "source_reliability"),
        ("iets anders", "extra"),
    ],
)
def test_a_column_is_known_by_its_name(column, field):
    assert suggest_mapping([column]).fields == (field,)


def test_a_column_is_known_by_what_stands_in_it():
    rows = [("NL91ABNA0417164300", "1234 AB", "x")] * 4

    assert suggest_mapping(["a", "b", "c"], rows).fields == ("ibans", "postcode", "extra")


def test_a_bsn_is_known_by_its_test():
    assert suggest_mapping(["nummer"], [("999990019",)] * 4).fields == ("bsn",)
    assert suggest_mapping(["nummer"], [("999990018",)] * 4).fields == ("extra",)


def test_a_name_among_numbers_of_the_trade_register_is_of_an_organisation():
    assert suggest_mapping(["Naam", "KvK", "Plaats"]).fields == ("name", "kvk", "town")
    assert suggest_mapping(["Naam", "KvK", "BSN"]).fields == ("full_name", "kvk", "bsn")


def test_no_name_of_a_column_stands_for_two_fields():
    told = [(_plain(name), t.field) for t in TARGETS for name in (t.field, t.label, *t.names)]

    assert len(dict(told)) == len(set(told))


@given(st.lists(st.text(max_size=20), max_size=12))
def test_any_columns_get_a_mapping_that_can_be_kept(columns):
    suggested = suggest_mapping(columns, [["1"] * len(columns)] * 4)

    assert len(suggested.fields) == len(columns)
    assert mapping_from(suggested.as_json()) == suggested
    filled = [field for field in suggested.fields if field != "extra"]
    assert len(set(filled)) == len(filled)


def test_two_columns_never_fill_one_field():
    assert suggest_mapping(["Achternaam", "Geslachtsnaam"]).fields == ("surname", "extra")


def test_a_stored_mapping_forgets_what_no_longer_exists():
    assert mapping_from(["surname", "shoe_size", "extra"]).fields == ("surname", "", "extra")


def judge(fields: tuple[str, ...], *values: str) -> GoodRow | RejectedRow:
    return judge_row([f"kolom {f}" for f in fields], Mapping(fields), Row(7, values), DEFAULTS)


def test_a_good_row_becomes_an_item_about_a_person():
    good = judge(
        ("surname", "given_names", "birth_date", "bsn", "summary", "extra"),
        "Sprookstra", "Jan", "12-05-1980", "999990019", "Ingeschreven", "blauw",
    )  # fmt: skip

    assert isinstance(good, GoodRow)
    assert good.item.subject is not None
    assert good.item.subject.kind is SubjectKind.PERSON
    assert good.item.subject.birth_date == "1980-05-12"
    assert good.item.summary == "Ingeschreven"
    assert good.item.content == {"kolom extra": "blauw"}


@pytest.mark.parametrize(
    ("fields", "values", "kind"),
    [
        (("name", "kvk"), ("Kapsalon Schijnknip", "1234567"), SubjectKind.ORGANISATION),
        (("plate",), ("AB-123-C",), SubjectKind.VEHICLE),
        (("ibans",), ("NL91ABNA0417164300",), SubjectKind.ACCOUNT),
        (("phones",), ("0612345678",), SubjectKind.PHONE),
        (("postcode", "house_number"), ("1234AB", "5"), SubjectKind.ADDRESS),
    ],
)
def test_the_kind_follows_from_what_is_told(fields, values, kind):
    good = judge(fields, *values)

    assert isinstance(good, GoodRow), good
    assert good.item.subject.kind is kind


def test_every_reason_is_named_with_its_column():
    bad = judge(
        ("surname", "bsn", "birth_date", "category", "source_reliability"),
        "Jansen", "123456789", "31-02-1980", "schoenmaat", "Q",
    )  # fmt: skip

    assert isinstance(bad, RejectedRow)
    assert bad.number == 7
    assert {reason.column for reason in bad.reasons} == {
        "kolom bsn",
        "kolom birth_date",
        "kolom category",
        "kolom source_reliability",
    }
    assert all(reason.sentence.endswith(".") for reason in bad.reasons)


def test_a_column_can_say_what_the_defaults_say_otherwise():
    good = judge(
        ("surname", "category", "relation", "circle_link", "source_reliability", "first_processed_date"),
        "Jansen", "Inkomen", "Directe kring", "partner", "b", "2026-01-15",
    )  # fmt: skip

    assert isinstance(good, GoodRow), good
    assert good.item.category is Category.INCOME
    assert good.item.relation is Relation.CIRCLE
    assert good.item.source_reliability is SourceReliability.B
    assert good.item.first_processed_date == date(2026, 1, 15)


def test_the_day_count_of_a_spreadsheet_is_a_day():
    good = judge(("surname", "first_processed_date"), "Jansen", "46037")

    assert isinstance(good, GoodRow)
    assert good.item.first_processed_date == date(2026, 1, 15)


def test_a_row_that_names_nobody_is_an_item_without_a_subject():
    good = judge(("summary",), "Het pand staat leeg")

    assert isinstance(good, GoodRow)
    assert good.item.subject is None


def test_every_field_that_is_wrong_is_named_also_next_to_others():
    bad = judge(
        ("surname", "postcode", "ibans", "phones", "kvk"),
        "Jansen", "12 AB", "NL00ABNA0417164300; NL91ABNA0417164300", "12", "1",
    )  # fmt: skip

    assert isinstance(bad, RejectedRow)
    assert [reason.column for reason in bad.reasons] == [
        "kolom postcode",
        "kolom ibans",
        "kolom phones",
        "kolom kvk",
    ]
    assert all("%" not in reason.sentence for reason in bad.reasons)


def test_a_text_that_is_too_long_is_named_and_never_cut_off():
    for fields in (("surname",), ("extra",)):
        bad = judge(fields, "x" * 401)
        assert isinstance(bad, RejectedRow)
        assert "400" in bad.reasons[0].sentence
        assert len(bad.reasons[0].value) == 41


def test_a_row_with_more_cells_than_columns_is_rejected():
    bad = judge(("surname", "summary"), "Jansen", "geld", " veel geld")

    assert isinstance(bad, RejectedRow)
    assert "kopregel" in bad.reasons[0].sentence


def test_a_cell_that_could_not_be_read_is_rejected_unless_nobody_wants_it():
    assert isinstance(judge(("surname", ""), "Jansen", "Pi\ufffdt"), GoodRow)
    assert isinstance(judge(("surname", "extra"), "Jansen", "Pi\ufffdt"), RejectedRow)
    assert isinstance(judge(("surname", "extra"), "Jans\ufffdn", "x"), RejectedRow)


def test_zeros_that_a_spreadsheet_dropped_are_put_back_and_told():
    good = judge(("name", "kvk"), "Kapsalon Schijnknip", "1234567")
    assert isinstance(good, GoodRow)
    assert good.item.subject.kvk == "01234567"
    good = judge(("surname", "bsn"), "Jansen", "10000008")
    assert isinstance(good, GoodRow), good
    assert good.item.subject.bsn == "010000008"
    assert [(note.column, note.value) for note in good.notes] == [("kolom bsn", "10000008")]


def test_a_postcode_of_another_country_stays_as_it_is():
    good = judge(("surname", "postcode", "country"), "Jansen", "B-2000", "België")

    assert isinstance(good, GoodRow)
    assert good.item.subject.postcode == "B-2000"
