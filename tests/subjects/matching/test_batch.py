"""Batch and real time give the same answer on every pair, and groups are joined with care."""

from dataclasses import replace
from itertools import combinations

import pytest

from bench.dutch_records import organisations, persons
from wegwijzer.subjects.matching import batch, train
from wegwijzer.subjects.matching.clusters import MOST_MEMBERS, Edge, pieces, split_piece
from wegwijzer.subjects.matching.columns import row_of
from wegwijzer.subjects.matching.definitions.person import person_model
from wegwijzer.subjects.matching.keys import row_keys
from wegwijzer.subjects.matching.normalise import organisation, person
from wegwijzer.subjects.matching.realtime import lookup, rank
from wegwijzer.subjects.matching.score import scorer_for
from wegwijzer.subjects.matching.spec import shipped
from wegwijzer.subjects.matching.splink_model import connect, load_rows

PEPPER = b"p" * 32


def _rows(kind, count):
    if kind == "person":
        return [row_of(person(one.raw)) for one in persons(count, seed=5)]
    return [row_of(organisation(one.raw)) for one in organisations(count, seed=5)]


@pytest.mark.parametrize(("kind", "count"), [("person", 2000), ("organisation", 800)])
def test_batch_and_real_time_agree_on_every_pair(kind, count):
    spec, rows = shipped(kind), _rows(kind, count)
    with connect() as connection:
        load_rows(connection, spec, rows)
        batch.index(connection, spec)
        asked = {
            (min(pair), max(pair))
            for pair in connection.execute(
                "select join_key_l, join_key_r from candidates"
            ).fetchall()
        }
        pairs = batch.predict(connection, spec, least=-1000.0)
    assert {edge[:2] for edge in pairs} == asked

    weigh = scorer_for(spec).weight
    assert len(pairs) > count
    assert max(abs(weigh(rows[a], rows[b]) - weight) for a, b, weight in pairs) < 1e-9

    keys = [row_keys(spec, row, pepper=PEPPER) for row in rows]
    table: dict[int, list[int]] = {}
    for number, found in enumerate(keys):
        for key in found:
            table.setdefault(key.number, []).append(number)
    hits = set()
    for number, row in enumerate(rows):
        candidates = lookup(
            spec, keys[number], itself=number,
            fetch=lambda wanted, most: {key: table[key][:most] for key in wanted},
        )  # fmt: skip
        others = {one: rows[one] for one in candidates.identities}
        assert all((min(number, one), max(number, one)) in asked for one in others)
        hits |= {
            (min(number, one.identity), max(number, one.identity))
            for one in rank(spec, row, others)
        }
    assert hits == {edge[:2] for edge in pairs if edge.weight >= spec.suggest_at}


def test_a_fitted_model_scores_the_same_in_both_engines_and_stays_sane():
    rows = _rows("person", 1200)
    with connect() as connection:
        spec = train.fit(person_model(), rows, version="test", connection=connection)
        batch.index(connection, spec)
        pairs = batch.predict(connection, spec, least=-1000.0)
    weigh = scorer_for(spec).weight
    assert max(abs(weigh(rows[a], rows[b]) - weight) for a, b, weight in pairs) < 1e-9
    for one in (field for field in spec.fields if field.name != "household"):
        weights = [level.weight for level in one.levels if not level.missing]
        assert weights[0] >= max(weights) - 1e-9
        assert weights[-1] <= min(weights) + 1e-9


def test_groups_hold_records_of_one_subject():
    told = list(persons(1500, seed=8))
    found = batch.match(shipped("person"), [row_of(person(one.raw)) for one in told])
    pairs = [pair for group in found.groups for pair in combinations(group, 2)]
    right = sum(told[a].subject == told[b].subject for a, b in pairs)
    assert right >= 0.98 * len(pairs)
    truth = sum(a.subject == b.subject for a, b in combinations(told, 2))
    assert right >= 0.85 * truth


def test_two_different_numbers_never_end_up_in_one_group():
    spec = shipped("person")
    weights = {(0, 1): 30.0, (0, 2): 30.0, (1, 2): 30.0}
    groups = split_piece(spec, [0, 1, 2], weights, {"bsn": {0: "111222333", 1: "123456782"}})
    assert not any({0, 1} <= set(group) for group in groups)


def test_a_weak_chain_is_cut():
    spec = shipped("person")
    weights = {(0, 1): 20.0, (0, 2): -20.0, (0, 3): -20.0, (1, 2): 1.0, (1, 3): -20.0, (2, 3): 20.0}
    assert split_piece(spec, [0, 1, 2, 3], weights, {}) == [[0, 1], [2, 3]]


def test_no_piece_is_larger_than_the_bound():
    chain = [Edge(row, row + 1, float(row % 7)) for row in range(3 * MOST_MEMBERS)]
    found = list(pieces(chain, 0.0))
    assert max(map(len, found)) <= MOST_MEMBERS


def test_a_busy_key_is_counted():
    spec = replace(shipped("person"), keys=(replace(shipped("person").keys[-1], most=3),))
    rows = [row_of(person(one.raw)) for one in persons(300, seed=5)]
    crowd = [{**rows[0], "postcode": "1011AB"}] * 9
    assert batch.match(spec, crowd).skipped == {"postcode alone": 1}
