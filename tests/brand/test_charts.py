"""Charts say their numbers in words and in a table, and stay inside their frame."""

import re
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wegwijzer.brand.charts import (
    Chart,
    Series,
    bar_chart,
    for_page,
    in_words,
    line_chart,
    number,
    small_multiples,
    stacked_chart,
    table_of,
)
from wegwijzer.brand.documents.pdf import png_of

MAKERS = (bar_chart, stacked_chart, line_chart, small_multiples)
YEARS = Chart(
    "Signalen per jaar & plaats",
    ("2024", "2025"),
    (Series("Haven", (38, 61)), Series("Kanaal", (22.5, 1035))),
    "Jaar",
)


@pytest.mark.parametrize("make", MAKERS)
def test_a_chart_names_itself_and_becomes_a_picture(make):
    svg = make(YEARS)
    assert fromstring(svg).get("aria-label") == YEARS.title
    assert png_of(svg, ppi=30).startswith(b"\x89PNG")


@pytest.mark.parametrize("make", MAKERS)
def test_on_a_page_a_chart_follows_light_and_dark(make):
    svg = make(YEARS, for_page)
    assert "var(--ww-chart-1)" in svg
    assert not re.search(r'(fill|stroke)="#', svg)


def test_the_numbers_stand_beside_it_as_a_table_and_in_words():
    table = table_of(YEARS)
    assert [column.head for column in table.columns] == ["Jaar", "Haven", "Kanaal"]
    assert table.rows == (("2024", "38", "22,5"), ("2025", "61", "1.035"))
    assert "Kanaal: hoogste waarde 1.035 bij 2025" in in_words(YEARS)
    assert "highest value" in in_words(YEARS, "en")
    assert number(1234567.5) == "1.234.567,5"


def test_what_these_charts_cannot_show_is_refused():
    with pytest.raises(ValueError, match="for each label"):
        Chart("a", ("een",), (Series("s", (1, 2)),))
    with pytest.raises(ValueError, match="begin at zero"):
        Chart("a", ("een",), (Series("s", (-1,)),))


@given(
    st.integers(1, 6).flatmap(
        lambda size: st.lists(
            st.lists(st.floats(0, 1e9, allow_subnormal=False), min_size=size, max_size=size),
            min_size=1,
            max_size=5,
        )
    )
)
def test_every_bar_and_dot_stays_inside_the_frame(rows):
    labels = tuple(str(place) for place in range(len(rows[0])))
    chart = Chart("a", labels, tuple(Series(str(n), tuple(row)) for n, row in enumerate(rows)))
    for make in MAKERS:
        svg = fromstring(make(chart))
        wide, high = (float(part) for part in svg.get("viewBox").split()[2:])
        for node in svg.iter():
            x, y = float(node.get("x", node.get("cx", 0))), float(node.get("y", node.get("cy", 0)))
            assert 0 <= x <= wide
            assert 0 <= y <= high + 1
            assert float(node.get("width", 0)) >= 0
