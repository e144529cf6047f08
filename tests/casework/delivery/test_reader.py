"""Any file ends in rows or in a sentence."""

import csv
import io
import os
import resource
import subprocess
import sys
import time

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.casework.delivery.files import ATTACKS, cell, ods, ods_row, raw_xlsx, xlsx
from wegwijzer.casework.delivery import reader
from wegwijzer.casework.delivery.export import csv_lines, xlsx_bytes
from wegwijzer.casework.delivery.limits import Limits
from wegwijzer.casework.delivery.reader import open_delivery
from wegwijzer.casework.delivery.sniff import DELIMITERS, FileKind, sniff
from wegwijzer.kernel.errors import Invalid

QUICK = Limits(seconds=15, memory_mb=700)


def read(data: bytes, limits: Limits = QUICK):
    with open_delivery(data, limits=limits) as table:
        return table, [row.values for row in table.rows]


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


@pytest.mark.parametrize("name", ATTACKS)
def test_a_hostile_file_ends_in_a_sentence(name):
    make, word = ATTACKS[name]
    data = make()
    before, started = peak(), time.monotonic()

    with pytest.raises(Invalid) as refusal:
        read(data)

    assert refusal.value.field == "file"
    assert str(refusal.value).endswith(".")
    assert word in str(refusal.value)
    assert time.monotonic() - started < QUICK.seconds + 10
    assert peak() - before < 150_000


def test_a_file_of_a_gigabyte_is_refused_by_its_size():
    started = time.monotonic()

    with pytest.raises(Invalid, match="50 MB"):
        read(bytes(1_000_000_000), Limits())

    assert time.monotonic() - started < 5


def test_a_reader_that_cannot_begin_or_never_answers_is_refused():
    with pytest.raises(Invalid, match="grenzen"):
        read(b"naam\n" + b"Jan\n" * 2_000_000, Limits(memory_mb=1))
    silent, ours = os.pipe()
    with open(silent, "rb") as pipe, open(ours, "wb"), pytest.raises(Invalid, match="grenzen"):
        reader._Patient(pipe, 0.1).read(10)


def test_the_child_is_gone_when_its_rows_are_not_read():
    with open_delivery(b"naam\n" + b"Jan\n" * 90_000, limits=QUICK) as table:
        next(table.rows)

    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_the_child_can_open_no_file_and_start_nothing():
    told = "import os, sys; from wegwijzer.casework.delivery.child import bound; bound(700, 5)\n"
    for attempt in ("open('/etc/hostname')", "import socket; socket.socket()", "os.pipe()"):
        ended = subprocess.run(
            [sys.executable, "-c", told + attempt], check=False, capture_output=True
        )
        assert b"Too many open files" in ended.stderr


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


def test_rows_keep_the_number_they_have_in_the_sheet():
    data = xlsx([[], [], [None, "naam"], [], [None, "Jan"]])

    with open_delivery(data, limits=QUICK) as table:
        assert [row.number for row in table.rows] == [5]
        assert table.columns == ("naam",)


def test_a_sheet_that_cannot_be_seen_is_not_read():
    book = openpyxl.Workbook()
    book.active.append(["verborgen"])
    book.active.sheet_state = "hidden"
    for name in ("Zichtbaar", "Nog een"):
        book.create_sheet(name).append([f"naam {name}"])
    out = io.BytesIO()
    book.save(out)

    table, _ = read(out.getvalue())
    assert table.columns == ("naam Zichtbaar",)
    assert table.warnings == (reader.MORE_SHEETS,)


def test_an_ods_with_empty_rows_to_its_end_is_read():
    empty = '<table:table-cell table:number-columns-repeated="16383"/>'
    rows = "".join(
        ods_row(text).replace("</table:table-row>", f"{empty}</table:table-row>")
        for text in ("naam", "Zoë")
    )
    far = f'<table:table-row table:number-rows-repeated="1048574">{empty}</table:table-row>'

    table, found = read(ods(rows + far))
    assert (table.kind, table.columns, found) == (FileKind.ODS, ("naam",), [("Zoë",)])


def test_a_name_that_does_not_fit_is_told_and_the_content_counts():
    with open_delivery(b"naam\nJan\n", filename="lijst.xlsx", limits=QUICK) as table:
        assert (table.kind, table.warnings) == (FileKind.CSV, (reader.OTHER_NAME,))
    with open_delivery(b"naam\nJan\n", filename="lijst.TXT", limits=QUICK) as table:
        assert table.warnings == ()


def test_the_line_that_tells_excel_the_delimiter_is_no_row():
    table, rows = read(b"sep=|\nnaam|plaats;wijk\nJan|Dijkstad;Noord\n")

    assert (table.columns, rows) == (("naam", "plaats;wijk"), [("Jan", "Dijkstad;Noord")])


def test_one_wrong_byte_does_not_garble_the_other_names():
    table, rows = read("naam\nZoë\nCuraçao\nÜnal\nJosé\n".encode() + b"Pi\xebt\n")

    assert table.encoding == "utf-8"
    assert rows == [("Zoë",), ("Curaçao",), ("Ünal",), ("José",), ("Pi\ufffdt",)]


def test_lines_may_end_in_any_way_and_a_cell_may_hold_some():
    for end in ("\n", "\r\n", "\r"):
        _, rows = read(f'naam;tekst{end}Jan;"een{end}twee"{end}Piet;drie'.encode())
        assert rows == [("Jan", f"een{end}twee"), ("Piet", "drie")]


TEXTS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cf", "Co", "Cn")),
    min_size=1,
    max_size=12,
).map(lambda text: "x" + text)
ROWS = st.lists(st.lists(TEXTS, min_size=2, max_size=2), min_size=1, max_size=5)
HEADER = ["kolom een", "kolom twee"]


@settings(max_examples=12, deadline=None)
@given(ROWS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.sampled_from(DELIMITERS))
def test_what_was_written_as_text_is_read(rows, encoding, delimiter):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([HEADER, *rows])

    assert [list(values) for values in read(out.getvalue().encode(encoding))[1]] == rows


@settings(max_examples=12, deadline=None)
@given(ROWS)
def test_what_we_write_can_be_read_again(rows):
    lines = "".join(csv_lines(HEADER, rows)).encode()
    book = xlsx_bytes(HEADER, rows)

    for data in (lines, book):
        assert [list(values) for values in read(data)[1]] == rows


WHOLE = {
    "xlsx": xlsx([["naam", "geboren"], ["Jan", 1], ["Piet", 2]]),
    "ods": ods(ods_row("naam", "plaats") + ods_row("Jan", "Dijkstad")),
    "csv": 'naam;plaats\n"Jan";Dijkstad\nZoë;Noord\n'.encode(),
}
CHANGES = st.lists(st.tuples(st.integers(0), st.integers(0, 255)), min_size=1, max_size=8)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(WHOLE)), CHANGES, st.integers(0, 10_000))
def test_a_damaged_file_is_recognised_or_refused(kind, changes, cut):
    data = bytearray(WHOLE[kind])
    for place, value in changes:
        data[place % len(data)] = value
    try:
        sniff(bytes(data[: max(1, len(data) - cut % 50)]), QUICK)
    except Invalid as refusal:
        assert str(refusal).endswith(".")


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(sorted(WHOLE)), CHANGES)
def test_a_damaged_file_is_read_or_refused(kind, changes):
    data = bytearray(WHOLE[kind])
    for place, value in changes:
        data[place % len(data)] = value
    try:
        read(bytes(data))
    except Invalid as refusal:
        assert str(refusal).endswith(".")
