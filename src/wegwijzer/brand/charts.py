"""Charts as SVG, each with the table of its numbers: bars, lines, stacks, multiples and a map.

Bars and lines differ in more than colour: a value stands at each bar, lines have their own dashes
and their name at the end. A chart is drawn for paper, or for a page that knows light and dark.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from wegwijzer.brand import tokens
from wegwijzer.brand.documents.blocks import Align, Column, Figure, Table
from wegwijzer.brand.documents.words import words
from wegwijzer.brand.tiles import placed

WIDTH, ROW, TOP, LABELS, ENDS = 560, 30, 12, 150, 56
HEIGHT, LEFT, BOTTOM = 260, 44, 34
SMALL_WIDTH, SMALL_HEIGHT, PER_ROW = 176, 110, 3
TILE_WIDTH, TILE_HEIGHT, TILE_GAP = 132, 64, 8
# The steps of a map from little to much; on the last the letters are light.
_STEPS = tuple(f"ww-color-action-{step}" for step in (100, 200, 300, 400, 500))
_DASHES = ("", "7 4", "2 3", "9 3 2 3", "12 5")
_INK, _SOFT, _LINE, _GROUND = (
    "basis-color-default-color-document",
    "basis-color-default-color-subtle",
    "basis-color-default-border-subtle",
    "basis-color-default-bg-document",
)

Paint = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Series:
    """One row of numbers with its name."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart says: its title, where the values stand for, and the rows of numbers."""

    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""

    def __post_init__(self) -> None:
        if any(len(one.values) != len(self.labels) for one in self.series):
            raise ValueError("every series has a value for each label")
        if any(value < 0 for one in self.series for value in one.values):
            raise ValueError("these charts begin at zero; show negative values in a table")

    @property
    def highest(self) -> float:
        """Return the highest value, never zero."""
        return max((value for one in self.series for value in one.values), default=0) or 1


def for_paper(name: str) -> str:
    """Return the light value of a token."""
    return tokens.all_tokens()[name].light


def for_page(name: str) -> str:
    """Return the variable of a token, so that a chart follows light and dark."""
    return f"var(--{name})"


def number(value: float) -> str:
    """Return a value as Dutch readers write it."""
    return f"{value:,.10g}".replace(",", "\u00a0").replace(".", ",").replace("\u00a0", ".")


def table_of(chart: Chart) -> Table:
    """Return the numbers of a chart, a row for each label."""
    heads = (Column(chart.unit or "Wat"), *(Column(s.name, Align.RIGHT) for s in chart.series))
    rows = tuple(
        (label, *(number(one.values[place]) for one in chart.series))
        for place, label in enumerate(chart.labels)
    )
    return Table(heads, rows, chart.title)


def in_words(chart: Chart, language: str = "nl") -> str:
    """Return what a chart shows in a sentence for who cannot see it."""
    said = words(language)["highest"]
    parts = []
    for one in chart.series:
        if one.values:
            at = one.values.index(max(one.values))
            told = {"name": one.name, "value": number(one.values[at]), "label": chart.labels[at]}
            parts.append(said % told)
    return f"{chart.title}. {'; '.join(parts)}."


def figure_of(chart: Chart, svg: str, language: str = "nl") -> Figure:
    """Return a chart as a block of a document, with its numbers."""
    numbers = replace(table_of(chart), caption="")
    return Figure(svg, in_words(chart, language), chart.title, numbers)


def bar_chart(chart: Chart, paint: Paint = for_paper) -> str:
    """Return horizontal bars of the first series, each with its label and its value."""
    values = chart.series[0].values
    height = TOP * 2 + ROW * len(values)

    def drawn() -> Iterator[str]:
        for place, (label, value) in enumerate(zip(chart.labels, values, strict=True)):
            y = TOP + ROW * place
            wide = (WIDTH - LABELS - ENDS) * value / chart.highest
            yield _text(LABELS - 10, y + 20, label, paint(_INK), "end")
            yield _rect(LABELS, y + 5, wide, ROW - 10, paint("ww-chart-1"))
            yield _text(LABELS + wide + 8, y + 20, number(value), paint(_INK))

    return _svg(chart, WIDTH, height, drawn())


def stacked_chart(chart: Chart, paint: Paint = for_paper) -> str:
    """Return horizontal bars in parts, with a legend in the order of the parts."""
    sums = [sum(one.values[place] for one in chart.series) for place in range(len(chart.labels))]
    most, head = max(sums, default=0) or 1, 34
    height = head + TOP + ROW * len(sums)

    def drawn() -> Iterator[str]:
        room, x = (WIDTH - LABELS) / len(chart.series), float(LABELS)
        for turn, one in enumerate(chart.series, start=1):
            yield _rect(x, 8, 14, 14, paint(f"ww-chart-{turn}"), paint(_INK))
            yield _text(x + 20, 20, one.name, paint(_INK))
            x += room
        for place, label in enumerate(chart.labels):
            y, x = head + ROW * place, float(LABELS)
            yield _text(LABELS - 10, y + 20, label, paint(_INK), "end")
            for turn, one in enumerate(chart.series, start=1):
                wide = (WIDTH - LABELS - ENDS) * one.values[place] / most
                yield _rect(x, y + 5, wide, ROW - 10, paint(f"ww-chart-{turn}"), paint(_GROUND))
                x += wide
            yield _text(x + 8, y + 20, number(sums[place]), paint(_INK))

    return _svg(chart, WIDTH, height, drawn())


def line_chart(chart: Chart, paint: Paint = for_paper) -> str:
    """Return lines over time, each with its own dashes and its name at the end."""
    right, most = WIDTH - 120, _round_up(chart.highest)

    def drawn() -> Iterator[str]:
        for share in (0, 0.5, 1):
            y = _height_of(share, HEIGHT)
            yield f'<path d="M{LEFT} {y:g}H{right}" stroke="{paint(_LINE)}" fill="none"/>'
            yield _text(LEFT - 8, y + 5, number(most * share), paint(_SOFT), "end")
        for place, label in enumerate(chart.labels):
            x = _across(place, len(chart.labels), LEFT, right)
            yield _text(x, HEIGHT - 10, label, paint(_SOFT), "middle")
        for turn, one in enumerate(chart.series):
            points = _points(one.values, most, LEFT, right, HEIGHT)
            yield _path(points, paint(f"ww-chart-{turn + 1}"), _DASHES[turn % len(_DASHES)])
            if points:
                x, y = points[-1]
                yield _text(x + 10, y + 5, one.name, paint(_INK))

    return _svg(chart, WIDTH, HEIGHT, drawn())


def small_multiples(chart: Chart, paint: Paint = for_paper) -> str:
    """Return a small line for each series, all on the same scale so that they compare."""
    rows = -(-len(chart.series) // PER_ROW)

    def drawn() -> Iterator[str]:
        for turn, one in enumerate(chart.series):
            left = turn % PER_ROW * (SMALL_WIDTH + 16)
            top = turn // PER_ROW * SMALL_HEIGHT
            floor = _height_of(0, SMALL_HEIGHT)
            points = _points(one.values, chart.highest, 8, SMALL_WIDTH - 30, SMALL_HEIGHT)
            yield f'<g transform="translate({left} {top})">'
            yield _text(0, 15, one.name, paint(_INK), weight="600")
            yield f'<path d="M0 {floor:g}H{SMALL_WIDTH - 20}" stroke="{paint(_LINE)}" fill="none"/>'
            yield _path(points, paint("ww-chart-1"), "")
            if points:
                x, y = points[-1]
                yield _text(x + 7, y + 5, number(one.values[-1]), paint(_INK))
                yield _text(0, SMALL_HEIGHT - 14, chart.labels[0], paint(_SOFT))
                yield _text(x, SMALL_HEIGHT - 14, chart.labels[-1], paint(_SOFT), "middle")
            yield "</g>"

    return _svg(chart, WIDTH, rows * SMALL_HEIGHT, drawn())


def tile_map(
    chart: Chart, codes: Sequence[str], paint: Paint = for_paper, language: str = "nl"
) -> str:
    """Return a schematic map: a tile for each region on its place, with its code and its number.

    ``codes`` are those of the regions that the labels of the chart name, in the same order. The
    colour says in which of five equal steps a number falls; the legend says where each begins.
    """
    places, step = placed(codes), _step(chart.highest, len(_STEPS))
    foot = (max((row for _column, row in places.values()), default=0) + 1) * (
        TILE_HEIGHT + TILE_GAP
    )

    def drawn() -> Iterator[str]:
        for code, value in zip(codes, chart.series[0].values, strict=True):
            column, row = places[code]
            left, top = column * (TILE_WIDTH + TILE_GAP), row * (TILE_HEIGHT + TILE_GAP)
            turn = min(int(value / step), len(_STEPS) - 1)
            ink = paint("ww-color-white" if turn == len(_STEPS) - 1 else "ww-color-ink-900")
            yield _rect(left + 1, top + 1, TILE_WIDTH - 2, TILE_HEIGHT - 2, paint(_STEPS[turn]),
                        paint("ww-color-action-500"))  # fmt: skip
            yield _text(left + 12, top + 25, code, ink, weight="600")
            yield _text(left + TILE_WIDTH - 12, top + 48, number(value), ink, "end")
        room = WIDTH / len(_STEPS)
        for turn, colour in enumerate(_STEPS):
            x, begins = room * turn + 1, words(language)["from"] % number(step * turn)
            yield _rect(x, foot + 8, 14, 14, paint(colour), paint("ww-color-action-500"))
            yield _text(x + 22, foot + 20, begins, paint(_INK))

    return _svg(chart, WIDTH, foot + 30, drawn())


def _step(highest: float, steps: int) -> float:
    """Return the smallest round step of which so many reach the highest value; at least one."""
    least = max(highest / steps, 1)
    power = 10.0 ** math.floor(math.log10(least))
    return next(turn * power for turn in (1, 2, 3, 4, 5, 6, 8, 10) if turn * power >= least)


def _round_up(value: float) -> float:
    """Return the next round number, of which half is round as well."""
    step = 10.0 ** math.floor(math.log10(value))
    return next(turn * step for turn in (1, 2, 4, 6, 8, 10) if turn * step >= value)


def _across(place: int, count: int, left: float, right: float) -> float:
    return left + (right - left) * (place / (count - 1) if count > 1 else 0.5)


def _height_of(share: float, height: float) -> float:
    top, bottom = (24, BOTTOM)
    return top + (height - top - bottom) * (1 - share)


def _points(
    values: Sequence[float], highest: float, left: float, right: float, height: float
) -> list[tuple[float, float]]:
    return [
        (_across(place, len(values), left, right), _height_of(value / highest, height))
        for place, value in enumerate(values)
    ]


def _path(points: list[tuple[float, float]], colour: str, dashes: str) -> str:
    way = " ".join(f"{'L' if place else 'M'}{x:g} {y:g}" for place, (x, y) in enumerate(points))
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    dots = "".join(f'<circle cx="{x:g}" cy="{y:g}" r="3.5" fill="{colour}"/>' for x, y in points)
    return f'<path d="{way}" fill="none" stroke="{colour}" stroke-width="2.5"{dashed}/>{dots}'


def _rect(x: float, y: float, wide: float, high: float, fill: str, edge: str = "") -> str:
    stroke = f' stroke="{edge}"' if edge else ""
    return f'<rect x="{x:g}" y="{y:g}" width="{wide:g}" height="{high:g}" fill="{fill}"{stroke}/>'


def _text(
    x: float, y: float, text: str, fill: str, anchor: str = "start", weight: str = "400"
) -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" fill="{fill}" text-anchor="{anchor}" '
        f'font-weight="{weight}">{escape(text)}</text>'
    )


def _svg(chart: Chart, wide: float, high: float, drawn: Iterator[str]) -> str:
    said = escape(chart.title, {'"': "&quot;"})
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" '
        f'width="{wide:g}" height="{high:g}" role="img" aria-label="{said}" '
        f"font-family=\"'{tokens.font_family()}', 'Segoe UI', sans-serif\" font-size=\"14\">"
        f"{''.join(drawn)}</svg>"
    )
