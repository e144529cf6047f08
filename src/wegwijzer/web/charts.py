"""Small line charts as plain numbers for the template: no script, a table beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

WIDTH, HEIGHT = 240, 96
# Room for the first and last value, for the dots, and for the years below.
LEFT, RIGHT, TOP, BOTTOM = 10, 10, 20, 20


@dataclass(frozen=True, slots=True)
class Dot:
    """A value on its place; ``is_open`` when it was counted unlike the one before."""

    x: float
    y: float
    value: Decimal
    is_open: bool


@dataclass(frozen=True, slots=True)
class LineChart:
    """The lines between values that may be compared, and the dots of all of them."""

    paths: list[str]
    dots: list[Dot]
    first: Dot | None
    last: Dot | None


def line_chart(
    values: Sequence[Decimal | None], breaks: Sequence[bool], *, highest: Decimal
) -> LineChart:
    """Return a line with a hole where a value is missing and where the counting changed."""
    dots: list[Dot | None] = [
        None if value is None else Dot(_x(place, len(values)), _y(value, highest), value, is_break)
        for place, (value, is_break) in enumerate(zip(values, breaks, strict=True))
    ]
    paths, line = [], ""
    for dot in dots:
        if dot is None or dot.is_open:
            paths.append(line)
            line = ""
        if dot is not None:
            line += f"{'L' if line else 'M'}{dot.x} {dot.y}"
    paths.append(line)
    there = [dot for dot in dots if dot is not None]
    return LineChart(
        [path for path in paths if "L" in path],
        there,
        there[0] if there else None,
        there[-1] if there else None,
    )


def _x(place: int, count: int) -> float:
    room = WIDTH - LEFT - RIGHT
    return round(LEFT + room * (place / (count - 1) if count > 1 else 0.5), 1)


def _y(value: Decimal, highest: Decimal) -> float:
    room = HEIGHT - TOP - BOTTOM
    share = float(value / highest) if highest else 0.0
    return round(TOP + room * (1 - share), 1)
