"""Sheets as people make them: titles, merged and hidden cells, formulas, errors, more sheets."""

import io
from collections.abc import Callable
from datetime import date, datetime

import openpyxl
import pytest

from tests.casework.delivery.files import cell, ods, ods_row, raw_xlsx
from wegwijzer.casework.delivery import archive, reader
from wegwijzer.casework.delivery.limits import Limits
from wegwijzer.casework.delivery.reader import open_delivery
from wegwijzer.kernel.errors import Invalid

HEADER = ["Achternaam", "Voornamen", "Omschrijving"]
BRAM = ["Voorbeeldman", "Bram", "Vergunning een"]


def read(data: bytes):
    with open_delivery(data) as table:
        return table, [row.values for row in table.rows]


def book(fill: Callable[[openpyxl.Workbook], object]) -> bytes:
    made, out = openpyxl.Workbook(), io.BytesIO()
    fill(made)
    made.save(out)
    return out.getvalue()


def sheet(*rows, **merged) -> bytes:
    def fill(made):
        for row in rows:
            made.active.append(row)
        for cells in merged.values():
            made.active.merge_cells(cells)

    return book(fill)


def test_a_title_above_the_names_is_passed_over_and_told():
    data = sheet(["Levering gemeente Dijkstad"], [], ["Peildatum 1 maart"], HEADER, BRAM, a="A1:C1")

    with open_delivery(data) as table:
        assert table.columns == tuple(HEADER)
        assert table.warnings == (reader.TITLE_SKIPPED,)
        assert [(row.number, row.values) for row in table.rows] == [(5, tuple(BRAM))]


def test_a_title_does_not_count_as_a_row_and_one_row_more_is_refused():
    few = Limits(max_rows=1_000)
    titled = b"Levering\nNaam;Plaats\n" + b"Bram;Noord\n" * 1_000

    with open_delivery(titled, limits=few) as table:
        assert sum(1 for _row in table.rows) == 1_000
    with (
        pytest.raises(Invalid, match=r"meer dan 1\.000 rijen"),
        open_delivery(titled + b"Sanne;Zuid\n", limits=few) as table,
    ):
        list(table.rows)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        (b"naam\nJan\nPiet\n", ("naam",)),
        (b"naam\nJan;12\n", ("naam",)),
        (b"naam\nJan;999990019\n", ("naam",)),
        (b"naam;plaats\nJan\n", ("naam", "plaats")),
    ],
)
def test_one_column_has_a_name_and_no_title(text, columns):
    assert read(text)[0].columns == columns


def test_a_merged_cell_counts_in_every_row_that_it_spans():
    more = [None, None, "Vergunning twee"]
    table, rows = read(sheet(HEADER, BRAM, more, [], ["Proef"], a="A2:A4", b="B2:B3"))

    assert rows == [tuple(BRAM), ("Voorbeeldman", "Bram", "Vergunning twee"), ("Proef",)]
    assert table.warnings == ()


def test_a_merged_cell_without_end_costs_nothing_and_fills_no_empty_row():
    def fill(made):
        for row in (HEADER, BRAM, [], [None, None, "Vergunning twee"]):
            made.active.append(row)
        made.active.merged_cells.add("A2:A1048576")

    assert read(book(fill))[1] == [tuple(BRAM), ("Voorbeeldman", "", "Vergunning twee")]


def test_where_the_reader_cannot_fill_a_merged_cell_it_says_so():
    first = ods_row("Voorbeeldman", "Bram", last='table:number-rows-spanned="2"')

    assert read(ods(ods_row(*HEADER) + first))[0].warnings == (archive.MERGED,)


@pytest.mark.parametrize("hide", ["row_dimensions", "column_dimensions"])
def test_hidden_rows_and_columns_are_read_and_told(hide):
    def fill(made):
        made.active.append(HEADER)
        made.active.append(BRAM)
        getattr(made.active, hide)[2 if hide == "row_dimensions" else "B"].hidden = True

    table, rows = read(book(fill))
    assert rows == [tuple(BRAM)]
    assert table.warnings == (archive.HIDDEN,)


def test_a_hidden_row_of_an_ods_is_told():
    rows = ods_row(*HEADER) + ods_row(*BRAM, row='table:visibility="filter"')

    assert read(ods(rows))[0].warnings == (archive.HIDDEN,)


def test_a_hidden_sheet_before_the_one_that_is_read_is_told():
    def fill(made):
        made.active.append(["geheim"])
        made.active.sheet_state = "hidden"
        made.create_sheet("Zichtbaar").append(HEADER)

    table, _ = read(book(fill))
    assert (table.columns, table.warnings) == (tuple(HEADER), (reader.MORE_SHEETS,))


def test_a_formula_that_was_never_calculated_is_refused_and_not_read_as_nothing():
    uncalculated = sheet(HEADER, ["Voorbeeldman", "Bram", "=1+1"])
    shared = raw_xlsx(f'<row r=\'1\'>{cell("A1", "a")}<c r="B1"><f t="shared" si="0"/></c></row>')
    never = ods(
        ods_row(*HEADER)
        + '<table:table-row><table:table-cell table:formula="of:=1+1"/></table:table-row>'
    )

    for data in (uncalculated, shared, never):
        with pytest.raises(Invalid, match="formules zonder uitkomst"):
            read(data)


def test_a_formula_with_an_outcome_is_its_outcome_also_when_that_is_empty():
    names = f"<row>{cell('A1', 'naam')}{cell('B1', 'som')}{cell('C1', 'leeg')}</row>"
    cells = (
        '<row><c r="A2" t="str"><f>B9</f><v>Bram</v></c><c r="B2"><f>1+1</f><v>2</v></c>'
        '<c r="C2" t="str"><f>IF(1,"","")</f><v></v></c></row>'
    )

    assert read(raw_xlsx(names + cells))[1] == [("Bram", "2")]


@pytest.mark.parametrize(
    "data",
    [
        raw_xlsx(
            f"<row>{cell('A1', 'naam')}{cell('B1', 'som')}</row>"
            f'<row>{cell("A2", "Bram")}<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
        ),
        ods(
            ods_row("naam", "som")
            + ods_row("Bram").replace(
                "</table:table-row>",
                '<table:table-cell table:formula="of:=1/0" office:value-type="string" '
                'office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p>'
                "</table:table-cell></table:table-row>",
            )
        ),
    ],
)
def test_a_cell_that_holds_an_error_is_told(data):
    assert archive.ERRORS in read(data)[0].warnings


def test_days_numbers_and_lost_zeros_come_as_people_write_them():
    _, rows = read(
        sheet(
            ["Geboren", "Gezien", "BSN", "KvK", "Telefoon", "Bedrag", "Actief"],
            [date(1980, 5, 12), datetime(2026, 2, 3, 13, 45), 12345678, 1234567, 612345678, 0.5, True],
        )
    )  # fmt: skip

    assert rows == [
        ("1980-05-12", "2026-02-03 13:45:00", "12345678", "1234567", "612345678", "0.5", "ja")
    ]
