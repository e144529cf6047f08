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
    tile_map,
)
from wegwijzer.brand.documents.pdf import png_of
from wegwijzer.brand.tiles import placed

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


RIECS = ["NN", "ON", "MN", "NH", "AA", "DH", "RO", "ZB", "OB", "LI"]


def test_each_region_has_a_tile_of_its_own_about_where_it_lies():
    places = placed(RIECS)
    assert len(set(places.values())) == len(RIECS)
    assert places["NN"][1] < places["ON"][1] < places["LI"][1], "from north to south"
    assert places["DH"][0] < places["MN"][0] < places["ON"][0], "from west to east"


@given(st.lists(st.text("ABCNOX", min_size=1, max_size=3), unique=True, max_size=30))
def test_a_region_that_nobody_placed_never_covers_another(codes):
    places = placed(codes)
    assert list(places) == codes
    assert len(set(places.values())) == len(codes)


def test_a_map_says_each_number_and_where_each_step_begins():
    chart = Chart("Per regio", ("Noord", "Oost", "Zuid"), (Series("Signalen", (0, 11, 40)),))
    svg = tile_map(chart, ["NN", "ON", "LI"])
    said = ["".join(one.itertext()) for one in fromstring(svg).iter() if one.tag.endswith("text")]
    assert said == ["NN", "0", "ON", "11", "LI", "40",
                    "vanaf 0", "vanaf 8", "vanaf 16", "vanaf 24", "vanaf 32"]  # fmt: skip
    assert png_of(svg, ppi=30).startswith(b"\x89PNG")
    assert not re.search(r'(fill|stroke)="#', tile_map(chart, ["NN", "ON", "LI"], for_page))


def test_a_higher_number_is_never_on_a_lighter_step():
    values = tuple(float(value) for value in range(10))
    chart = Chart("Per regio", tuple(RIECS), (Series("Signalen", values),))
    drawn = tile_map(chart, RIECS, lambda name: name)
    steps = re.findall(r'height="62" fill="ww-color-action-(\d+)"', drawn)
    assert steps == sorted(steps)
    assert set(steps) == {"100", "200", "300", "400", "500"}
