"""Write rows for people to open: no cell is ever taken for a formula."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


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
