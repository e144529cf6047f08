"""Read one file in a process of its own: bytes on standard input, rows as JSON lines out.

Run as ``python -m wegwijzer.casework.delivery.child KIND ENCODING DELIMITER LIMITS``. A reader of
workbooks can end its whole process on a hostile file; here that ends nothing but this child.
First a line about the file, then ``[number, cells]`` for each row, then a line with how it ended.
"""

import codecs
import csv
import io
import json
import re
import resource
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import IO, Any

LINES_AT_ONCE = 500
NO_DATA = 9  # the names of the columns, and a title above them; who reads the rows counts on
WHOLE_FLOAT = 1e15


@dataclass(slots=True)
class Sheet:
    """The rows of a file, and what must be known of where they came from."""

    rows: Iterable[list[str]]
    told: dict[str, Any] = field(default_factory=dict)


class TooMuch(Exception):
    """The file cannot be delivered: in one word why, and the number of the row."""

    def __init__(self, why: str, row: int) -> None:
        super().__init__(why)
        self.why, self.row = why, row


def bound(memory_mb: int, seconds: int) -> None:
    """Take from this process what it does not need: memory, time, files, sockets, children."""
    size = memory_mb * 1_000_000
    for what, most in (
        (resource.RLIMIT_AS, size),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_NOFILE, 3),  # the three that are open, and never one more
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def written(value: Any) -> str:
    """Return a cell as text: days in ISO form, whole numbers without a fraction."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float):
        whole = value.is_integer() and abs(value) < WHOLE_FLOAT
        return str(int(value)) if whole else str(value)
    if isinstance(value, datetime):
        midnight = value.time() == time(0)
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    return "" if value is None else str(value)


# Closes the text: when it comes back within another cell, a quotation mark was never closed.
LAST_LINE = "\x00einde"


def sheet_of_text(data: bytes, encoding: str, delimiter: str) -> Sheet:
    """Return the rows of a CSV."""
    return Sheet(_rows_of_text(data, encoding, delimiter))


def _rows_of_text(data: bytes, encoding: str, delimiter: str) -> Iterator[list[str]]:
    before, number = None, 0
    for row in csv.reader(_lines(data, encoding), delimiter=delimiter):
        if before is not None:
            yield [] if number == 1 and _tells_delimiter(before) else before
        before, number = row, number + 1
    if before != [LAST_LINE]:
        raise TooMuch("quote", number)


def _lines(data: bytes, encoding: str) -> Iterator[str]:
    """Yield the lines with their ends, without zeros, and the mark that closes the text."""
    line = ""
    for line in io.TextIOWrapper(io.BytesIO(data), encoding, errors="replace", newline=""):
        yield line.replace("\x00", "")
    if not line.endswith(("\r", "\n")):
        yield "\n"
    yield LAST_LINE


def _tells_delimiter(row: Sequence[str]) -> bool:
    """Return whether this is the line by which Excel is told the delimiter."""
    return row[:1] in (["sep="], ["sep=;"], ["sep=,"], ["sep=|"], ["sep=\t"]) and len(row) <= 2


def sheet_of_workbook(data: bytes) -> Sheet:
    """Return the rows of the first sheet that can be seen and holds something."""
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for about in workbook.sheets_metadata:
        if about.visible != SheetVisibleEnum.Visible:
            continue
        sheet = workbook.get_sheet_by_name(about.name)
        if sheet.height:
            rows = ([written(value) for value in row] for row in sheet.iter_rows())
            filled = filled_down(rows, sheet.merged_cell_ranges or ())
            return Sheet(filled, {"others": len(workbook.sheet_names) > 1})
    return Sheet(())


Range = tuple[tuple[int, int], tuple[int, int]]


def filled_down(rows: Iterable[list[str]], merged: Sequence[Range]) -> Iterator[list[str]]:
    """Yield the rows with the value of a merged cell in every row that it spans, unless empty."""
    starts: dict[int, list[tuple[int, int]]] = {}
    for (top, left), (bottom, _right) in merged:
        starts.setdefault(top, []).append((left, bottom))
    spanning: list[tuple[int, int, str]] = []  # column, last row, value
    for number, row in enumerate(rows):
        spanning = [one for one in spanning if one[1] >= number]
        for column, _last, value in spanning if any(row) else ():
            row[column] = row[column] or value
        begun = (one for one in starts.get(number, ()) if one[0] < len(row))
        spanning += [(column, last, row[column]) for column, last in begun]
        yield row


def bounded(rows: Iterable[list[str]], told: dict[str, int]) -> Iterator[tuple[int, list[str]]]:
    """Yield numbered rows that hold something; more than allowed ends in a named refusal."""
    kept = number = 0
    for number, row in enumerate(rows, start=1):
        cells = [cell.strip() if cell.isprintable() else _printable(cell) for cell in row]
        while cells and cells[-1] == "":
            cells.pop()
        if not cells:
            continue
        if len(cells) > told["max_columns"]:
            raise TooMuch("columns", number)
        if max(map(len, cells)) > told["max_cell"]:
            raise TooMuch("cell", number)
        kept += 1
        if kept > told["max_rows"] + NO_DATA:
            raise TooMuch("rows", number)
        yield number, cells


# Characters that no text needs and that a database may refuse.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def _printable(cell: str) -> str:
    return CONTROL.sub("", cell).strip()


def hand_over(sheet: Sheet, told: dict[str, int], out: IO[bytes]) -> None:
    """Write what is told of the file, and its rows."""
    out.write(_line({"about": sheet.told}))
    size, lines = 0, list[bytes]()
    for number, cells in bounded(sheet.rows, told):
        line = _line([number, cells])
        size += len(line)
        if size > told["read_bytes"]:
            raise TooMuch("text", number)
        lines.append(line)
        if len(lines) == LINES_AT_ONCE:
            out.write(b"".join(lines))
            lines.clear()
    out.write(b"".join(lines))


def _line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def prepare(kind: str, encoding: str) -> None:
    """Load all code that reading needs, since no file can be opened afterwards."""
    if kind == "csv":
        codecs.lookup(encoding)
    else:
        import python_calamine  # noqa: F401


def main() -> int:
    """Read standard input and print rows; the last line says how it ended."""
    kind, encoding, delimiter, limits = sys.argv[1:5]
    told = json.loads(limits)
    prepare(kind, encoding)
    bound(told["memory_mb"], told["seconds"])
    csv.field_size_limit(told["max_bytes"] + len(LAST_LINE))
    data, out = sys.stdin.buffer.read(), sys.stdout.buffer
    end: dict[str, Any]
    try:
        is_text = kind == "csv"
        sheet = sheet_of_text(data, encoding, delimiter) if is_text else sheet_of_workbook(data)
        hand_over(sheet, told, out)
        end = {"end": "ok"}
    except TooMuch as much:
        end = {"end": much.why, "row": much.row}
    except MemoryError:
        end = {"end": "memory"}
    except Exception as broken:  # whatever a reader raises, the parent must know
        end = {"end": "broken", "why": type(broken).__name__}
    out.write(_line(end))
    out.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
