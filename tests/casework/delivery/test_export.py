"""What we write for people to open holds no formula."""

import csv
import io
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wegwijzer.casework.delivery.export import csv_lines, harmless, xlsx_bytes

STARTS = ["=1+1", "+31612345678", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"]


@pytest.mark.parametrize("text", STARTS)
def test_a_cell_that_begins_like_a_formula_is_shown_as_text(text):
    assert harmless(text) == f"'{text}"


def test_any_other_cell_stays_as_it_is():
    for text in ("", "Jansen", "1-1", "a=b", "'=1"):
        assert harmless(text) == text


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.text(max_size=15), min_size=1, max_size=3), max_size=4))
def test_no_cell_of_a_csv_is_a_formula(rows):
    text = "".join(csv_lines(["kolom"], rows))

    assert text.startswith("\ufeff")
    for row in csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.lists(st.text(max_size=15), min_size=1, max_size=3), max_size=4))
def test_any_text_makes_a_workbook_of_text(rows):
    data = xlsx_bytes(["kolom"], rows, sheet="Afgewezen: rijen/2026 [met een lange naam erbij]")

    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert all(cell.data_type in ("s", "n", "inlineStr") for row in sheet for cell in row)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_a_text_longer_than_a_cell_is_shortened_for_the_screen():
    data = xlsx_bytes(["kolom"], [["x" * 40_000]])

    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert len(sheet["A2"].value) == 32_767
