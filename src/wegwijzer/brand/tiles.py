"""Where the tile of each region stands on the schematic map: about where the region lies.

Drawn by rule and not from anyone's geometry, so it is free to use and the same on every carrier.
"""

from collections.abc import Iterator, Sequence
from itertools import count

COLUMNS = 4
# Column and row: north is up, west is left.
_PLACES = {
    "NH": (1, 0),
    "NN": (3, 0),
    "DH": (0, 1),
    "AA": (1, 1),
    "MN": (2, 1),
    "ON": (3, 1),
    "RO": (0, 2),
    "ZB": (1, 2),
    "OB": (2, 2),
    "LI": (3, 2),
}


def placed(codes: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return the column and row of each region; one without a place takes the next that is free."""
    found = {code: _PLACES[code] for code in codes if code in _PLACES}
    free = _free(set(found.values()))
    return {code: found.get(code) or next(free) for code in codes}


def _free(taken: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the places that nobody has, row by row."""
    for place in count():
        row, column = divmod(place, COLUMNS)
        if (column, row) not in taken:
            yield column, row
