"""Write rows for people to open: no cell is ever taken for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

# The last four are the wide forms, which some spreadsheets read as the narrow ones.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LONGEST_CELL = 32_767
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
LONGEST_SHEET_NAME = 31


def harmless(value: str) -> str:
    """Return the cell so that a spreadsheet shows it as text. Bron: OWASP ASVS 5.0, V1.2.10."""
    return f"'{value}" if value.startswith(FORMULA_STARTS) else value


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield a CSV line by line, with the mark by which Excel knows it is UTF-8."""
    yield "\ufeff"
    for row in chain([header], rows):
        buffer = io.StringIO()
        csv.writer(buffer, delimiter=";").writerow([harmless(str(cell)) for cell in row])
        yield buffer.getvalue()


def xlsx_bytes(
    header: Sequence[str], rows: Iterable[Sequence[str]], *, sheet: str = "Blad1"
) -> bytes:
    """Return a workbook of one sheet in which every cell is text, row by row in little memory."""
    from openpyxl import Workbook  # slow to load, and few pages need it
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    page = book.create_sheet(NOT_IN_A_NAME.sub(" ", sheet)[:LONGEST_SHEET_NAME])
    page.freeze_panes = "A2"

    def text(value: object) -> WriteOnlyCell:
        cell = WriteOnlyCell(page)
        cell.value = harmless(CONTROL.sub("", str(value)))[:LONGEST_CELL]
        cell.data_type = "s"
        return cell

    for row in chain([header], rows):
        page.append([text(value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
