"""Any file ends in rows or in a sentence."""

import resource
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.casework.delivery.files import ATTACKS, cell, raw_xlsx, xlsx
from wegwijzer.casework.delivery.export import csv_lines
from wegwijzer.casework.delivery.limits import Limits
from wegwijzer.casework.delivery.reader import open_delivery
from wegwijzer.casework.delivery.sniff import FileKind, sniff
from wegwijzer.kernel.errors import Invalid

QUICK = Limits(seconds=15, memory_mb=700)


def read(data: bytes, limits: Limits = QUICK):
    with open_delivery(data, limits=limits) as table:
        return table, [row.values for row in table.rows]


@pytest.mark.parametrize("data", ATTACKS.values(), ids=ATTACKS)
def test_a_hostile_file_ends_in_a_sentence(data):
    started = time.monotonic()

    with pytest.raises(Invalid) as refusal:
        read(data)

    assert refusal.value.field == "file"
    assert str(refusal.value).endswith(".")
    assert time.monotonic() - started < 25
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 1_500_000


def test_a_file_of_a_gigabyte_is_refused_by_its_size():
    with pytest.raises(Invalid, match="50 MB"):
        sniff(bytes(50_000_001), Limits())


def test_more_rows_columns_or_text_than_allowed_are_named():
    few = Limits(max_rows=3, max_columns=3, max_cell=10, seconds=15, memory_mb=700)

    for data, word in (
        ("\n".join(["a;b"] * 9).encode(), "rijen"),
        (b"a;b;c;d\n1;2;3;4\n", "kolommen"),
        (b"a;b\n12345678901;2\n", "tekst"),
    ):
        with pytest.raises(Invalid, match=word):
            read(data, few)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("naam;plaats\nZoë;Sint Ælbrecht\n".encode(), "utf-8"),
        ("naam;plaats\nZoë;Sint Ælbrecht\n".encode("utf-8-sig"), "utf-8-sig"),
        ("naam;plaats\nZoë;Sint Ælbrecht\n".encode("utf-16"), "utf-16"),
        ("naam;plaats\nZoë;Sint Ælbrecht\n".encode("cp1252"), "cp1252"),
    ],
)
def test_every_usual_encoding_is_read(data, encoding):
    table, rows = read(data)

    assert table.encoding == encoding
    assert rows == [("Zoë", "Sint Ælbrecht")]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(delimiter):
    table, rows = read(f"naam{delimiter}plaats\nJan{delimiter}Dijkstad\n".encode())

    assert table.columns == ("naam", "plaats")
    assert rows == [("Jan", "Dijkstad")]


def test_a_workbook_gives_days_and_numbers_as_people_write_them():
    from datetime import date, datetime

    table, rows = read(
        xlsx([["naam", "bsn", "geboren", "ok"], ["Jan", 99999001, datetime(1980, 5, 12), True]])
    )

    assert table.kind is FileKind.XLSX
    assert rows == [("Jan", "99999001", date(1980, 5, 12).isoformat(), "ja")]


def test_formulas_stay_text_and_leave_as_text():
    _, rows = read(b'naam;som\n"=1+1";@SUM(A1)\n')

    assert rows == [("=1+1", "@SUM(A1)")]
    assert "".join(csv_lines(["a", "b"], rows)).splitlines()[1] == "'=1+1;'@SUM(A1)"


def test_columns_without_a_name_or_with_the_same_get_one():
    table, _ = read(b"naam;;naam\n1;2;3\n")

    assert table.columns == ("naam", "Kolom 2", "naam (2)")


def test_a_false_dimension_costs_nothing():
    data = raw_xlsx(
        "<row r='1'>" + cell("A1", "naam") + "</row><row r='2'>" + cell("A2", "Jan") + "</row>",
        dimension='<dimension ref="A1:XFD1048576"/>',
    )

    assert read(data)[1] == [("Jan",)]


def test_rows_keep_the_number_they_have_in_the_file():
    with open_delivery(b"naam\n\nJan\n\n\nPiet\n", limits=QUICK) as table:
        assert [row.number for row in table.rows] == [3, 6]


TEXTS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cf")),
    min_size=1,
    max_size=12,
).filter(lambda text: not text.lower().startswith(("<", "{", "[")) and text.strip() == text)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), min_size=1, max_size=5))
def test_what_was_written_is_read(rows):
    text = "kolom een;kolom twee\n" + "".join(
        ";".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows
    )

    assert [list(values) for values in read(text.encode("utf-8-sig"))[1]] == rows
