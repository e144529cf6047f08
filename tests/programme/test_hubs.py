"""Hubs: who keeps them, what a figure needs, and when something may have shifted."""

from datetime import timedelta
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.commons import made
from tests.world import NOW, SYSTEM
from wegwijzer.commons.rules.items import Kind
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.programme.actions import hubs as actions
from wegwijzer.programme.queries import hubs as queries
from wegwijzer.programme.rules.hubs import (
    FigureContent,
    HubContent,
    HubKind,
    IndicatorContent,
    NoteKind,
    Point,
    changes,
    shifts,
)

LATER = NOW + timedelta(days=1)
PORT = HubContent(
    name="Haven van Voorbeeldstad",
    kind=HubKind.SEA_PORT,
    place="Voorbeeldstad",
    portfolios=frozenset({"mainports"}),
    partners=("Douane", "Havenbedrijf"),
)
FOUND = IndicatorContent(
    name="Uithalers aangehouden",
    definition="Personen zonder reden op een terrein, door de politie aangehouden.",
    unit="personen",
    portfolio="mainports",
)
ONE, OTHER = UUID(int=1), UUID(int=2)


def figure(year, value, **more) -> FigureContent:
    return FigureContent(year=year, value=Decimal(value), source="Politie", **more)


def point(hub, year, value, breaks=False) -> Point:
    return Point(hub, year, Decimal(value), breaks)


@pytest.fixture
def indicator(network):
    return actions.add_indicator(network.actor("lies"), FOUND, now=NOW)


def test_a_place_that_falls_while_another_rises_is_a_question():
    found = shifts([point(ONE, 2023, 100), point(ONE, 2024, 60),
                    point(OTHER, 2023, 0), point(OTHER, 2024, 8)])  # fmt: skip

    assert [one.year for one in found] == [2024]
    assert found[0].fell[0].share == Decimal("-0.4")
    assert found[0].rose[0].share is None


def test_nothing_is_compared_over_a_gap_or_a_break_in_the_series():
    falls = [point(ONE, 2023, 100), point(ONE, 2024, 50)]

    assert shifts([*falls, point(OTHER, 2022, 10), point(OTHER, 2024, 90)]) == []
    assert shifts([*falls, point(OTHER, 2023, 10), point(OTHER, 2024, 90, breaks=True)]) == []
    assert shifts([*falls, point(OTHER, 2023, 100), point(OTHER, 2024, 110)]) == []


@given(st.lists(st.tuples(st.sampled_from([ONE, OTHER]), st.integers(2020, 2026),
                          st.integers(0, 500)), unique_by=lambda one: one[:2]))  # fmt: skip
def test_a_shift_always_has_both_sides_and_changes_add_up(rows):
    points = [point(*row) for row in rows]
    for one in shifts(points):
        assert all(change.difference < 0 for change in one.fell) and one.fell
        assert all(change.difference > 0 for change in one.rose) and one.rose
    values = {(one.hub_id, one.year): one.value for one in points}
    for change in changes(points):
        before = values[change.hub_id, change.year - 1]
        assert before + change.difference == values[change.hub_id, change.year]


def test_who_only_reads_adds_no_hub(network):
    for who in ("alice", "trudy", "petra"):
        with pytest.raises(NotAllowed):
            actions.add_hub(network.actor(who), PORT, now=NOW)
    for who in ("ria", "max"):
        content = HubContent(name=who, kind=HubKind.OTHER)
        assert actions.add_hub(network.actor(who), content, now=NOW)


def test_a_hub_is_found_by_kind_and_portfolio(network, indicator):
    lies = network.actor("lies")
    port = actions.add_hub(lies, PORT, now=NOW)
    actions.add_hub(lies, HubContent(name="Veiling", kind=HubKind.FLOWER_AUCTION), now=NOW)
    actions.record_figure(lies, port, indicator, figure(2025, 12), now=NOW)
    zoe = network.actor("zoe")

    row = queries.list_hubs(zoe, portfolio="mainports").rows[0]

    assert (row.name, row.figures, row.last_year) == (PORT.name, 1, 2025)
    assert [one.name for one in queries.list_hubs(zoe, kind=HubKind.FLOWER_AUCTION).rows] == [
        "Veiling"
    ]
    assert queries.list_hub_portfolios(zoe) == ["mainports"]
    first = queries.list_hubs(zoe, limit=1)
    assert [one.name for one in queries.list_hubs(zoe, after=first.after).rows] == ["Veiling"]


def test_a_name_is_given_once_and_a_change_needs_the_last_version(network):
    lies = network.actor("lies")
    port = actions.add_hub(lies, PORT, now=NOW)

    with pytest.raises(Invalid):
        actions.add_hub(lies, HubContent(name=PORT.name.upper(), kind=HubKind.OTHER), now=NOW)
    actions.change_hub(lies, port, PORT, version=1, now=LATER)
    with pytest.raises(Conflict):
        actions.change_hub(lies, port, PORT, version=1, now=LATER)
    with pytest.raises(NotFound):
        actions.change_hub(lies, uuid4(), PORT, version=1, now=LATER)


def test_a_figure_of_a_year_is_corrected_not_doubled(network, indicator):
    lies = network.actor("lies")
    port = actions.add_hub(lies, PORT, now=NOW)
    actions.record_figure(lies, port, indicator, figure(2025, 12), now=NOW)
    with pytest.raises(Invalid) as silent:
        actions.record_figure(lies, port, indicator, figure(2025, 14), now=LATER)
    with pytest.raises(Invalid):
        actions.record_figure(lies, port, indicator, figure(2025, 12), reason="Toch.", now=LATER)
    actions.record_figure(lies, port, indicator, figure(2025, 14), reason="Later.", now=LATER)

    page = queries.get_hub(lies, port)

    assert silent.value.field == "reason"
    assert [one.value for one in page.figures[0][1]] == [14]
    kept = page.figures[0][1][0].corrections
    assert [(one.before, one.reason, one.corrected_by) for one in kept] == [
        ({"value": "12.00"}, "Later.", "lies")
    ]
    for wrong in (
        figure(1999, 1),
        figure(2025, -1),
        FigureContent(year=2025, value=Decimal(1), source=" "),
    ):
        with pytest.raises(Invalid):
            actions.record_figure(lies, port, indicator, wrong, now=NOW)
    with pytest.raises(Invalid):
        actions.record_figure(lies, port, indicator, figure(2025, 1, breaks_series=True), now=NOW)


def test_hubs_are_compared_over_years_with_gaps_kept(network, indicator):
    lies = network.actor("lies")
    port = actions.add_hub(lies, PORT, now=NOW)
    marina = actions.add_hub(lies, HubContent(name="Jachthaven", kind=HubKind.MARINA), now=NOW)
    for hub, year, value in (
        (port, 2023, 90),
        (port, 2025, 40),
        (port, 2024, 80),
        (marina, 2024, 2),
        (marina, 2025, 9),
    ):
        actions.record_figure(lies, hub, indicator, figure(year, value), now=NOW)

    found = queries.compare_hubs(network.actor("zoe"), indicator)

    assert found.years == (2023, 2024, 2025)
    assert [[one and int(one.value) for one in line.figures] for line in found.lines] == [
        [90, 80, 40],
        [None, 2, 9],
    ]
    assert [one.year for one in found.shifts] == [2025]
    assert found.left_out == 0
    with pytest.raises(NotFound):
        queries.compare_hubs(lies, uuid4())


def test_a_note_points_to_the_library_only_for_who_may_see_it(network):
    lies = network.actor("lies")
    port = actions.add_hub(lies, PORT, now=NOW)
    item = made.added(network, kind=Kind.OBSTACLE, title="Geen zicht op de kade")
    actions.add_hub_note(lies, port, NoteKind.OBSTACLE, item_id=item, now=NOW)
    line = actions.add_hub_note(lies, port, NoteKind.INITIATIVE, text="Poortwacht", now=LATER)

    notes = queries.get_hub(network.actor("zoe"), port).notes

    assert [(one.text, one.item_title) for one in notes] == [
        ("", "Geen zicht op de kade"),
        ("Poortwacht", ""),
    ]
    actions.remove_hub_note(lies, line, now=LATER)
    assert len(queries.get_hub(lies, port).notes) == 1
    with pytest.raises(Invalid):
        actions.add_hub_note(lies, port, NoteKind.OBSTACLE, now=NOW)
    with pytest.raises(Invalid):
        actions.add_hub_note(lies, port, NoteKind.OBSTACLE, item_id=uuid4(), now=NOW)


def test_an_indicator_needs_a_definition_and_a_name_of_its_own(network, indicator):
    with pytest.raises(Invalid):
        actions.add_indicator(SYSTEM, FOUND, now=NOW)
    with pytest.raises(Invalid):
        actions.add_indicator(
            SYSTEM, IndicatorContent(name="Iets", definition="kort", unit="x"), now=NOW
        )
    assert [one.name for one in queries.list_indicators(SYSTEM, portfolio="mainports")] == [
        FOUND.name
    ]
