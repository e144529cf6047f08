"""Fit a model to records without labels: how often fields agree by chance, and between the same."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import duckdb
import numpy as np
from splink import Linker, block_on
from splink.internals.blocking_rule_creator import BlockingRuleCreator

from wegwijzer.subjects.matching.blocking import candidates
from wegwijzer.subjects.matching.spec import (
    CLAMP,
    Field,
    Frequencies,
    ModelSpec,
    with_levels,
)
from wegwijzer.subjects.matching.splink_model import (
    ROWS,
    coded_table,
    connect,
    linker_for,
    load_rows,
)
from wegwijzer.subjects.matching.weighing import Weigher

_MOST_FREQUENT = 3000
_LEAST = 1e-7
_ROUNDS = 20
_GENERAL_PRIOR = 5e-6
_LEAST_SHARE = 0.05
Trained = dict[tuple[str, str], tuple[float, float]]


def fit(
    spec: ModelSpec,
    rows: Iterable[Mapping[str, Any]],
    *,
    version: str,
    connection: duckdb.DuckDBPyConnection | None = None,
) -> ModelSpec:
    """Return the model with weights, frequencies and prior learnt from these rows, without labels.

    Levels marked fixed keep their weights, as do levels these rows never show.
    """
    connection = connection or connect()
    total = load_rows(connection, spec, rows)
    filled = _filled(connection, spec)
    spec = replace(spec, frequencies=frequencies(connection, spec))
    usable = replace(spec, fields=tuple(one for one in spec.fields if _has_data(one, filled)))
    linker = linker_for(connection, usable)
    prior = _prior(linker, spec, filled, total)
    linker.training.estimate_u_using_random_sampling(
        max_pairs=2e6, seed=1, min_count_per_level=None, num_chunks=1
    )
    for columns in spec.training:
        if set(columns) <= filled:
            linker.training.estimate_parameters_using_expectation_maximisation(
                block_on(*columns), record_sample_proportion=1.0, max_pairs=1e6
            )
    learnt = _learnt(linker.misc.save_model_to_json(), usable)
    first = replace(with_levels(spec, _sane(spec, learnt)), version=version, prior=prior)
    prior = _settled_prior(connection, first, total)
    spec = replace(spec, frequencies=frequencies(connection, spec, repeats=prior * total))
    learnt = _without_matches(learnt, prior)
    spec = replace(with_levels(spec, _sane(spec, learnt)), version=version, prior=prior)
    return replace(spec, prior=_settled_prior(connection, spec, total))


def for_general_use(spec: ModelSpec, expert: ModelSpec) -> ModelSpec:
    """Return the model for records it was not fitted to: careful, and with only common values by name.

    What speaks against weighs at least what the experts of the definition gave it, for relatives who
    share a name and a house teach the training to be mild about a date of birth that differs.
    Single dates of birth are left out, but for the first of January, the day of who has no known day.
    """
    kept = {}
    for column, table in spec.frequencies.items():
        common = {
            value: round(share, 8)
            for value, share in table.common.items()
            if share >= 2 * table.rare and (column != "birth_date" or value.endswith("-01-01"))
        }
        kept[column] = Frequencies(common, table.rare)
    firm = {
        (one.name, level.label): (level.u * 2.0 ** min(level.weight, given.weight), level.u)
        for one, told in zip(spec.fields, expert.fields, strict=True)
        for level, given in zip(one.levels, told.levels, strict=True)
        if not (level.missing or level.fixed) and given.weight < -1
    }
    return replace(with_levels(spec, firm), prior=_GENERAL_PRIOR, frequencies=kept)


def _filled(connection: duckdb.DuckDBPyConnection, spec: ModelSpec) -> set[str]:
    """Return the columns that have a value in at least one row in fifty."""
    columns = spec.columns()
    counts = connection.execute(
        f"select count(*), {', '.join(f'count({column})' for column in columns)} from {ROWS}"
    ).fetchall()[0]
    return {
        column for column, count in zip(columns, counts[1:], strict=True) if count * 50 > counts[0]
    }


def _has_data(one: Field, filled: set[str]) -> bool:
    """Tell whether the rows have values for this field."""
    return any(condition.arguments[0] in filled for condition in one.levels[0].conditions)


def frequencies(
    connection: duckdb.DuckDBPyConnection, spec: ModelSpec, *, repeats: float = 0.0
) -> dict[str, Frequencies]:
    """Return how common the values are in the rows; values seen once share one figure.

    `repeats` is how many other records of the same subject a record has on average: they don't count.
    """
    return {
        column: _frequencies(connection, column, repeats) for column in spec.frequency_columns()
    }


def _frequencies(connection: duckdb.DuckDBPyConnection, column: str, repeats: float) -> Frequencies:
    """Return the frequencies of one column."""
    total, different = connection.execute(
        f"select count({column}), count(distinct {column}) from {ROWS}"
    ).fetchall()[0]
    if not total:
        return Frequencies({}, 0.0001)
    found = connection.execute(
        f"select {column}, count(*) as n from {ROWS} where {column} is not null group by 1 "
        f"having count(*) > 1 order by n desc, 1 limit {_MOST_FREQUENT}"
    ).fetchall()
    named = sum(count for _, count in found)
    others = max(1, different - len(found))
    rare = max(1.0, (total - named) / others - repeats) / total
    return Frequencies({value: max(count - repeats, 1.0) / total for value, count in found}, rare)


def _prior(linker: Linker, spec: ModelSpec, filled: set[str], total: int) -> float:
    """Return the chance that two random records are one, from rules that are nearly certain."""
    rules: list[str | BlockingRuleCreator] = [
        block_on(*columns) for columns in spec.deterministic if set(columns) <= filled
    ]
    if rules:
        linker.training.estimate_probability_two_random_records_match(rules, recall=0.7)
        found = linker.misc.save_model_to_json()["probability_two_random_records_match"]
        if found > 0:
            return float(min(0.01, max(found, 0.1 / max(total, 10) ** 2)))
    return 1 / max(total, 10)


def _settled_prior(connection: duckdb.DuckDBPyConnection, spec: ModelSpec, total: int) -> float:
    """Return the prior that agrees with the pairs the model itself then finds."""
    coded = coded_table(connection, spec)
    sharing, _skipped = candidates(coded)
    evidence = Weigher(coded).weigh(sharing, least=-np.inf).weights - spec.prior_weight
    pairs = total * (total - 1) / 2
    prior = spec.prior
    for _round in range(_ROUNDS):
        odds = np.exp2(np.clip(evidence + math.log2(prior / (1 - prior)), -60, 60))
        prior = float(min(0.01, max((odds / (1 + odds)).sum() / pairs, 0.1 / pairs)))
    return prior


def _learnt(model: dict[str, Any], spec: ModelSpec) -> Trained:
    """Return m and u per level as Splink learnt them."""
    learnt: Trained = {}
    for one, comparison in zip(spec.fields, model["comparisons"], strict=True):
        for level, values in zip(one.levels, comparison["comparison_levels"], strict=True):
            if not (level.missing or level.fixed):
                m = values.get("m_probability", level.m)
                u = values.get("u_probability", level.u)
                learnt[one.name, level.label] = (m or level.m, u or level.u)
    return learnt


def _without_matches(learnt: Trained, prior: float) -> Trained:
    """Return the weights with u freed of the matches that random pairs also hold.

    In a small collection with many repeats, random pairs that agree are largely matches.
    """
    made: Trained = {}
    for name, (m, u) in learnt.items():
        made[name] = (m, max(u - prior * m, u * _LEAST_SHARE, _LEAST))
    return made


def _sane(spec: ModelSpec, learnt: Trained) -> Trained:
    """Return the weights within bounds: exact weighs most, different weighs least."""
    made: Trained = {}
    for one in spec.fields:
        told = [
            level for level in one.levels if not level.missing and (one.name, level.label) in learnt
        ]
        if not told:
            continue
        weights = {level.label: _weight(*learnt[one.name, level.label]) for level in told}
        most, least = weights[told[0].label], weights[told[-1].label]
        for level in told:
            u = max(learnt[one.name, level.label][1], _LEAST)
            weight = max(
                min(weights[level.label], max(most, 0.0), CLAMP), min(least, 0.0), one.least
            )
            made[one.name, level.label] = (u * 2.0**weight, u)
    return made


def _weight(m: float, u: float) -> float:
    """Return the bits of m against u, neither of them zero."""
    return math.log2(max(m, _LEAST) / max(u, _LEAST))
