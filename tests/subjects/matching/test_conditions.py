"""Every condition says the same in SQL, in Python and of many pairs at once."""

from dataclasses import replace

import duckdb
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wegwijzer.subjects.matching import conditions
from wegwijzer.subjects.matching.coded import coded_rows
from wegwijzer.subjects.matching.pairwise import Pairs
from wegwijzer.subjects.matching.spec import shipped

DIGITS = st.one_of(st.none(), st.text("0123-", min_size=1, max_size=6))
NAMES = st.one_of(st.none(), st.text("abcdeé ", min_size=1, max_size=9))
YEARS = st.one_of(st.none(), st.integers(1900, 2030))
LISTS = st.one_of(st.none(), st.lists(st.sampled_from("abcd"), min_size=1, max_size=3, unique=True))
NONE = {column: None for column in shipped("person").columns()}


@pytest.fixture(scope="module")
def engine():
    with duckdb.connect(config={"threads": 1}) as connection:
        yield connection


def _told(engine, condition, columns, one, other):
    """Ask the condition in its three forms; they must agree."""
    a, b = NONE | one, NONE | other
    in_python = condition.test()(a, b)
    sides = ", ".join(
        f"${column}_{side}::{kind} as {column}_{side}"
        for column, kind in columns.items()
        for side in "lr"
    )
    values = {f"{column}_l": one[column] for column in columns}
    values |= {f"{column}_r": other[column] for column in columns}
    in_sql = engine.execute(f"select {condition.sql()} from (select {sides})", values).fetchone()[0]
    coded = coded_rows(_asking(condition), [a, b, a])
    of_many = Pairs(coded, np.array([0, 1, 0]), np.array([1, 2, 2])).hold([condition])
    assert of_many[0] == of_many[1] == in_python
    assert of_many[2] == condition.test()(a, a)
    # DuckDB counts bytes; the texts that are compared are folded to ASCII before.
    folded = all(str(value).isascii() for value in (*one.values(), *other.values()))
    assert bool(in_sql) == in_python or not folded
    return in_python


def _asking(condition):
    """Return a model that asks nothing else: its columns are read together, and no others."""
    spec = shipped("person")
    level = replace(spec.fields[0].levels[-1], conditions=(condition,))
    return replace(spec, fields=(replace(spec.fields[0], levels=(level,)),), keys=())


@pytest.mark.parametrize(
    "condition",
    [
        conditions.edits("given", 1),
        conditions.edits("given", 2),
        conditions.differ("given", 1),
        conditions.differ("given", 2),
        conditions.equal("given"),
        conditions.missing("given"),
        conditions.prefix("given"),
        conditions.similar("given", 0.8),
        conditions.similar("given", 0.92),
    ],
    ids=str,
)
@given(one=st.one_of(DIGITS, NAMES), other=st.one_of(DIGITS, NAMES))
@settings(max_examples=150, deadline=None)
def test_text_is_compared_alike(engine, condition, one, other):
    _told(engine, condition, {"given": "varchar"}, {"given": one}, {"given": other})


@pytest.mark.parametrize(
    "condition",
    [
        conditions.crossed("given", "surname"),
        conditions.swapped("given", "surname"),
        conditions.crossed_alike("given", "surname", 0.8),
    ],
    ids=str,
)
@given(names=st.tuples(NAMES, NAMES, NAMES, NAMES), turned=st.booleans())
@settings(max_examples=100, deadline=None)
def test_two_columns_are_compared_alike(engine, condition, names, turned):
    one = {"given": names[0], "surname": names[1]}
    other = {"given": names[2], "surname": names[3]}
    if turned:
        other = {"given": names[1], "surname": names[0]}
    _told(engine, condition, {"given": "varchar", "surname": "varchar"}, one, other)


@pytest.mark.parametrize(
    "condition", [conditions.within("birth_year", 10), conditions.equal("birth_year")], ids=str
)
@given(one=YEARS, other=YEARS)
@settings(max_examples=60, deadline=None)
def test_numbers_are_compared_alike(engine, condition, one, other):
    columns = {"birth_year": "integer"}
    _told(engine, condition, columns, {"birth_year": one}, {"birth_year": other})


@pytest.mark.parametrize(
    "condition",
    [
        conditions.share("phones"),
        conditions.missing("phones"),
        conditions.overlap("phones", 0.5),
        conditions.overlap("phones", 1.0),
    ],
    ids=str,
)
@given(one=LISTS, other=LISTS)
@settings(max_examples=100, deadline=None)
def test_lists_are_compared_alike(engine, condition, one, other):
    _told(engine, condition, {"phones": "varchar[]"}, {"phones": one}, {"phones": other})


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
    columns, asked = {"bsn": "varchar"}, conditions.edits("bsn", 1)
    assert _told(engine, asked, columns, {"bsn": one}, {"bsn": other}) is alike
