"""Pairs that can never weigh enough are left out, and that changes no answer."""

import pytest

from bench.dutch_records import organisations, persons
from wegwijzer.subjects.matching import batch
from wegwijzer.subjects.matching.bounds import drop_hopeless
from wegwijzer.subjects.matching.columns import row_of
from wegwijzer.subjects.matching.normalise import organisation, person
from wegwijzer.subjects.matching.spec import shipped
from wegwijzer.subjects.matching.splink_model import connect, load_rows


def _rows(kind):
    if kind == "person":
        return [row_of(person(one.raw)) for one in persons(3000, seed=11)]
    return [row_of(organisation(one.raw)) for one in organisations(1200, seed=11)]


@pytest.mark.parametrize("kind", ["person", "organisation"])
@pytest.mark.parametrize("least", [-8.0, 0.0, 12.0])
def test_leaving_out_what_can_never_weigh_enough_changes_no_answer(kind, least):
    spec = shipped(kind)
    with connect() as connection:
        load_rows(connection, spec, _rows(kind))
        batch.index(connection, spec)
        everything = batch.predict(connection, spec, least=least)
        before = _candidates(connection)
        drop_hopeless(connection, spec, least=least)
        assert _candidates(connection) < before
        kept = batch.predict(connection, spec, least=least)
    assert {edge[:2]: edge.weight for edge in kept} == pytest.approx(
        {edge[:2]: edge.weight for edge in everything}
    )


def test_a_second_number_in_a_list_is_not_overlooked():
    spec = shipped("person")
    (told,) = persons(1, seed=3)
    row = row_of(person(told.raw))
    one = {**row, "bsn": None, "phones": ("0612345678", "0612345679")}
    other = {**row, "bsn": None, "phones": ("0612345670", "0612345679"), "birth_date": None}
    with connect() as connection:
        load_rows(connection, spec, [one, other])
        batch.index(connection, spec)
        ((_, _, weight),) = batch.predict(connection, spec, least=-1000.0)
        drop_hopeless(connection, spec, least=weight)
        assert _candidates(connection) == 1


def _candidates(connection):
    return connection.execute("select count(*) from candidates").fetchall()[0][0]
