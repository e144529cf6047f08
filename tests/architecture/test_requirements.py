"""The table of requirements says the truth: each has a row, every name in it exists."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.law.test_properties import ANSWERED_BY_LAW

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "docs" / "reference" / "eisen.md"
ROWS = {
    cells[0].strip(): [cell.strip() for cell in cells[1:]]
    for line in TABLE.read_text().splitlines()
    if len(cells := line.strip("|").split("|")) == 5 and re.match(r" L\d\d ", cells[0])
}


def named(cell: str, base: Path) -> Iterator[tuple[Path, str]]:
    """Yield the file and the name in it, of every name in a cell."""
    for place, name in re.findall(r"`([^`:]+):(\w+)`", cell):
        yield base / place, name


def missing(cell: str, base: Path) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}: {name}"
        for path, name in named(cell, base)
        if not path.exists()
        or not re.search(rf"^(def |class )?{name}\b(?=[ :=(\[])", path.read_text(), re.M)
    ]


def test_every_requirement_has_a_row():
    assert sorted(ROWS) == [f"L{number:02}" for number in range(1, 36)]


@pytest.mark.parametrize("number", ROWS)
def test_what_a_row_names_exists(number):
    _what, code, tests, _lacks = ROWS[number]

    assert missing(code, ROOT / "src" / "wegwijzer") == []
    assert missing(tests, ROOT / "tests") == []


@pytest.mark.parametrize("number", ROWS)
def test_a_requirement_is_proven_or_says_what_is_missing(number):
    _what, code, tests, lacks = ROWS[number]

    assert (code != "" and tests != "") or lacks == "alles"
    if int(number[1:]) in ANSWERED_BY_LAW:
        assert "law/" in code
