"""Read one file in a process of its own: bytes on standard input, rows as JSON lines out.

Run as ``python -m wegwijzer.casework.delivery.child KIND ENCODING DELIMITER LIMITS``. A reader of
workbooks can end its whole process on a hostile file; here that ends nothing but this child.
"""

import csv
import io
import json
import resource
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

csv.field_size_limit(1 << 20)
LINES_AT_ONCE = 500


def bound(memory_mb: int, seconds: int) -> None:
    """Take from this process what it does not need: memory, time, files, children."""
    size = memory_mb * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def written(value: Any) -> str:
    """Return a cell as text: days in ISO form, whole numbers without a fraction."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        midnight = value.time() == time(0)
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return "" if value is None else str(value)


def rows_of_text(data: bytes, encoding: str, delimiter: str) -> Iterator[list[str]]:
    """Yield the rows of a CSV."""
    text = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors="replace", newline="")
    yield from csv.reader((line.replace("\x00", "") for line in text), delimiter=delimiter)


def rows_of_workbook(data: bytes) -> Iterator[list[str]]:
    """Yield the rows of the first sheet that has any."""
    from python_calamine import CalamineWorkbook

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for name in workbook.sheet_names:
        sheet = workbook.get_sheet_by_name(name)
        if sheet.total_height:
            for row in sheet.iter_rows():
                yield [written(value) for value in row]
            return


def bounded(
    rows: Iterable[list[str]], *, most_rows: int, most_columns: int, most_cell: int
) -> Iterator[tuple[int, list[str]]]:
    """Yield numbered rows that hold something; more than allowed ends in a named refusal."""
    kept = 0
    for number, row in enumerate(rows, start=1):
        cells = [cell.strip() for cell in row]
        while cells and cells[-1] == "":
            cells.pop()
        if not cells:
            continue
        if len(cells) > most_columns:
            raise TooMuch("columns")
        if max(map(len, cells)) > most_cell:
            raise TooMuch("cell")
        kept += 1
        if kept > most_rows + 1:
            raise TooMuch("rows")
        yield number, cells


class TooMuch(Exception):
    """The file holds more than a delivery may; the argument says of what."""


def main() -> int:
    """Read standard input and print rows; the last line says how it ended."""
    kind, encoding, delimiter, limits = sys.argv[1:5]
    told = json.loads(limits)
    bound(told["memory_mb"], told["seconds"])
    data = sys.stdin.buffer.read()
    rows = rows_of_text(data, encoding, delimiter) if kind == "csv" else rows_of_workbook(data)
    out, lines = sys.stdout, []
    try:
        for number, cells in bounded(
            rows,
            most_rows=told["max_rows"],
            most_columns=told["max_columns"],
            most_cell=told["max_cell"],
        ):
            lines.append(json.dumps([number, cells], ensure_ascii=True))
            if len(lines) == LINES_AT_ONCE:
                out.write("\n".join(lines) + "\n")
                lines.clear()
        end = {"end": "ok"}
    except TooMuch as much:
        end = {"end": str(much)}
    except Exception as broken:  # whatever a reader raises, the parent must know
        end = {"end": "broken", "why": type(broken).__name__}
    lines.append(json.dumps(end))
    out.write("\n".join(lines) + "\n")
    out.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
