"""Every condition says the same in SQL and in Python."""

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wegwijzer.subjects.matching import conditions

DIGITS = st.one_of(st.none(), st.text("0123-", min_size=1, max_size=6))
LISTS = st.one_of(st.none(), st.lists(st.sampled_from("abcd"), min_size=1, max_size=3).map(tuple))


@pytest.fixture(scope="module")
def engine():
    with duckdb.connect() as connection:
        yield connection


def _ask(engine, condition, kind, column, one, other):
    told = engine.execute(
        f"select {condition.sql()} from (select $one::{kind} as {column}_l, $other::{kind} as {column}_r)",
        {"one": one, "other": other},
    ).fetchall()[0][0]
    return bool(told)


@pytest.mark.parametrize(
    "condition",
    [
        conditions.edits("x", 1),
        conditions.edits("x", 2),
        conditions.differ("x", 1),
        conditions.differ("x", 2),
        conditions.equal("x"),
        conditions.missing("x"),
        conditions.prefix("x"),
    ],
    ids=str,
)
@given(one=DIGITS, other=DIGITS)
@settings(max_examples=150, deadline=None)
def test_text_is_compared_alike(engine, condition, one, other):
    assert _ask(engine, condition, "varchar", "x", one, other) == condition.test()(
        {"x": one}, {"x": other}
    )


@given(one=LISTS, other=LISTS)
@settings(max_examples=100, deadline=None)
def test_lists_are_compared_alike(engine, one, other):
    condition = conditions.share("x")
    asked = [list(side) if side else None for side in (one, other)]
    assert _ask(engine, condition, "varchar[]", "x", *asked) == condition.test()(
        {"x": one}, {"x": other}
    )


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("1980-01-12", "1980-01-21", True),
        ("1980-01-12", "1980-01-13", True),
        ("1980-01-12", "1980-01-23", False),
        ("123456782", "12345678", True),
        ("123456782", "1234567", False),
    ],
)
def test_one_edit_is_a_letter_or_two_neighbours_swapped(engine, one, other, alike):
    condition = conditions.edits("x", 1)
    assert _ask(engine, condition, "varchar", "x", one, other) is alike
    assert condition.test()({"x": one}, {"x": other}) is alike
