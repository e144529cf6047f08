"""Batch and real time give the same answer on every pair, and groups are joined with care."""

from dataclasses import replace
from functools import cache
from itertools import combinations

import numpy as np
import pytest

from bench.dutch_records import organisations, persons
from wegwijzer.subjects.matching import batch, train
from wegwijzer.subjects.matching.blocking import candidates, pack, unpack
from wegwijzer.subjects.matching.clusters import MOST_MEMBERS, parts, pieces
from wegwijzer.subjects.matching.coded import coded_rows
from wegwijzer.subjects.matching.columns import row_of
from wegwijzer.subjects.matching.definitions.person import person_model
from wegwijzer.subjects.matching.edges import Edges
from wegwijzer.subjects.matching.keys import row_keys
from wegwijzer.subjects.matching.normalise import organisation, person
from wegwijzer.subjects.matching.realtime import lookup, rank
from wegwijzer.subjects.matching.score import scorer_for
from wegwijzer.subjects.matching.spec import shipped
from wegwijzer.subjects.matching.weighing import Weigher

PEPPER = b"p" * 32


@cache
def _rows(kind, count):
    if kind == "person":
        return [row_of(person(one.raw)) for one in persons(count, seed=5)]
    return [row_of(organisation(one.raw)) for one in organisations(count, seed=5)]


@pytest.mark.parametrize(("kind", "count"), [("person", 2000), ("organisation", 800)])
def test_batch_and_real_time_agree_on_every_pair(kind, count):
    spec, rows = shipped(kind), _rows(kind, count)
    coded = coded_rows(spec, rows)
    sharing, _skipped = candidates(coded)
    left, right = unpack(sharing)
    asked = set(zip(left.tolist(), right.tolist(), strict=True))
    assert all(a < b for a, b in asked)
    pairs = Weigher(coded).weigh(sharing, least=-np.inf)
    assert {edge[:2] for edge in pairs} == asked

    weigh = scorer_for(spec).against
    assert len(pairs) > count
    assert max(abs(weigh(rows[a])(rows[b]) - weight) for a, b, weight in pairs) < 1e-9

    keys = [row_keys(spec, row, pepper=PEPPER) for row in rows]
    table: dict[int, list[int]] = {}
    for number, found in enumerate(keys):
        for key in found:
            table.setdefault(key.number, []).append(number)
    hits = set()
    for number, row in enumerate(rows):
        sharing_keys = lookup(
            spec, keys[number], itself=number,
            fetch=lambda wanted, most: {key: table[key][:most] for key in wanted},
        )  # fmt: skip
        others = {one: rows[one] for one in sharing_keys.identities}
        assert all((min(number, one), max(number, one)) in asked for one in others)
        hits |= {
            (min(number, one.identity), max(number, one.identity))
            for one in rank(spec, row, others)
        }
    assert hits == {edge[:2] for edge in pairs if edge.weight >= spec.suggest_at}


def test_a_fitted_model_scores_the_same_in_both_engines_and_stays_sane():
    rows = _rows("person", 800)
    spec = train.fit(person_model(), rows, version="test")
    coded = coded_rows(spec, rows)
    pairs = Weigher(coded).weigh(candidates(coded)[0], least=-np.inf)
    assert len(pairs) > len(rows)
    weigh = scorer_for(spec).against
    assert max(abs(weigh(rows[a])(rows[b]) - weight) for a, b, weight in pairs) < 1e-9
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


def _edges(weights):
    left, right = np.array(sorted(weights)).T
    return Edges(pack(left, right), np.array([weights[pair] for pair in sorted(weights)]))


def _parts(rows, weights, numbers):
    piece = np.zeros(rows, np.int64)
    return parts(piece, np.arange(rows), _edges(weights), [np.array(numbers)], 0.0).tolist()


def test_two_different_numbers_never_end_up_in_one_group():
    weights = {(0, 1): 30.0, (0, 2): 30.0, (1, 2): 30.0}
    told = _parts(3, weights, [4, 7, -1])
    assert told[0] != told[1]
    assert told[2] in told[:2]


def test_a_number_that_joins_a_group_keeps_others_out():
    weights = dict.fromkeys(combinations(range(4), 2), 5.0) | {(0, 1): 9.0, (2, 3): 9.0}
    told = _parts(4, weights, [4, -1, 7, -1])
    assert told == [0, 0, 2, 2]


def test_a_weak_chain_is_cut():
    weights = {(0, 1): 20.0, (0, 2): -20.0, (0, 3): -20.0, (1, 2): 1.0, (1, 3): -20.0, (2, 3): 20.0}
    assert _parts(4, weights, [-1] * 4) == [0, 0, 2, 2]


def test_pieces_of_several_sizes_are_taken_apart_each_by_itself():
    weights = {(0, 4): 9.0, (1, 2): 9.0, (1, 3): -9.0, (2, 3): 2.0}
    piece, rows = np.array([0, 0, 1, 1, 1]), np.array([0, 4, 1, 2, 3])
    told = parts(piece, rows, _edges(weights), [np.array([3, -1, -1, -1, 8])], 0.0)
    assert told.tolist() == [0, 1, 0, 0, 2]


def test_no_piece_is_larger_than_the_bound():
    chain = {(row, row + 1): float(row % 7) for row in range(3 * MOST_MEMBERS)}
    piece, rows = pieces(_edges(chain), 0.0)
    assert max(np.bincount(piece)) <= MOST_MEMBERS
    assert len(set(rows.tolist())) == rows.size


@pytest.mark.parametrize("kind", ["person", "organisation"])
@pytest.mark.parametrize("least", [-8.0, 0.0, 12.0])
def test_leaving_out_what_can_never_weigh_enough_changes_no_answer(kind, least):
    coded = coded_rows(shipped(kind), _rows(kind, 1500))
    sharing, _skipped = candidates(coded)
    everything = Weigher(coded).weigh(sharing, least=-np.inf)
    kept = Weigher(coded).weigh(sharing, least=least)
    enough = everything.weights >= least
    assert 0 < len(kept) < len(everything)
    assert kept.pairs.tolist() == everything.pairs[enough].tolist()
    assert kept.weights == pytest.approx(everything.weights[enough])


def test_a_second_number_in_a_list_is_not_overlooked():
    (told,) = persons(1, seed=3)
    row = row_of(person(told.raw))
    one = {**row, "bsn": None, "phones": ("0612345678", "0612345679")}
    other = {**row, "bsn": None, "phones": ("0612345670", "0612345679"), "birth_date": None}
    spec = shipped("person")
    coded = coded_rows(spec, [one, other])
    weight = scorer_for(spec).against(one)(other)
    (edge,) = Weigher(coded).weigh(candidates(coded)[0], least=weight - 1e-9)
    assert edge.weight == pytest.approx(weight)


def test_keys_of_many_parts_do_not_run_out_of_numbers():
    spec = shipped("person")
    many = ("surname", "given", "birth_date", "postcode", "street", "city", "house_number")
    rule = replace(
        spec.keys[-1], parts=tuple(replace(spec.keys[-1].parts[0], column=c) for c in many)
    )
    rows = _rows("person", 400)
    wide = replace(spec, keys=(rule,))
    left, right = unpack(candidates(coded_rows(wide, rows + rows))[0])
    complete = [n for n, row in enumerate(rows) if all(row[column] for column in many)]
    assert complete
    assert {(n, n + len(rows)) for n in complete} <= set(
        zip(left.tolist(), right.tolist(), strict=True)
    )
    both = rows + rows
    assert all(both[a][c] == both[b][c] for a, b in zip(left, right, strict=True) for c in many)


def test_no_records_are_no_pairs_and_no_groups():
    found = batch.match(shipped("person"), [])
    assert (list(found.pairs), found.groups, dict(found.skipped)) == ([], [], {})


def test_a_busy_key_is_counted():
    spec = replace(shipped("person"), keys=(replace(shipped("person").keys[-1], most=3),))
    rows = [row_of(person(one.raw)) for one in persons(300, seed=5)]
    crowd = [{**rows[0], "postcode": "1011AB"}] * 9
    assert batch.match(spec, crowd).skipped == {"postcode alone": 1}
