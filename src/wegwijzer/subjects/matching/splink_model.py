"""The model as settings for Splink on DuckDB, and rows as a table it can read."""

import logging
from collections.abc import Iterable, Mapping
from typing import Any

import duckdb
import pyarrow as pa
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from wegwijzer.subjects.matching.coded import Coded, row_schema, row_tables
from wegwijzer.subjects.matching.conditions import all_sql
from wegwijzer.subjects.matching.spec import Field, Level, ModelSpec

ROWS = "matching_rows"


def connect(*, memory: str = "1200MB", threads: int = 2) -> duckdb.DuckDBPyConnection:
    """Return an own, bounded database in memory."""
    connection = duckdb.connect()
    connection.execute(f"set memory_limit = '{memory}'")
    connection.execute(f"set threads = {threads}")
    connection.execute("set preserve_insertion_order = false")
    connection.execute("set enable_progress_bar = false")
    return connection


def load_rows(
    connection: duckdb.DuckDBPyConnection, spec: ModelSpec, rows: Iterable[Mapping[str, Any]]
) -> int:
    """Write rows to a table, numbered from 0 in their order, and return how many there are."""
    connection.register("incoming", row_schema(spec).empty_table())
    connection.execute(f"create or replace table {ROWS} as select * from incoming")
    total = 0
    for table in row_tables(spec, rows):
        connection.register("incoming", table)
        connection.execute(f"insert into {ROWS} select * from incoming")
        total += table.num_rows
    connection.unregister("incoming")
    return total


def coded_table(connection: duckdb.DuckDBPyConnection, spec: ModelSpec) -> Coded:
    """Return the rows of the table as numbers."""
    told = connection.sql(f"select * from {ROWS} order by unique_id").to_arrow_table()
    return Coded(spec, told)


def _level(level: Level, *, is_last: bool) -> dict[str, Any]:
    """Return one level as Splink writes it."""
    made: dict[str, Any] = {
        "sql_condition": "ELSE" if is_last else all_sql(level.conditions),
        "label_for_charts": level.label,
    }
    if level.missing:
        return {**made, "is_null_level": True}
    made |= {"m_probability": level.m, "u_probability": level.u}
    if level.fixed:
        made |= {"fix_m_probability": True, "fix_u_probability": True}
    if level.frequency:
        made |= {
            "tf_adjustment_column": level.frequency,
            "tf_adjustment_weight": 1.0,
            "disable_tf_exact_match_detection": True,
        }
    return made


def comparison(one: Field) -> dict[str, Any]:
    """Return one field as a comparison of Splink."""
    return {
        "output_column_name": one.name,
        "comparison_levels": [
            _level(level, is_last=number == len(one.levels) - 1)
            for number, level in enumerate(one.levels)
        ],
    }


def settings(spec: ModelSpec) -> SettingsCreator:
    """Return the model as Splink settings."""
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[comparison(one) for one in spec.fields],
        probability_two_random_records_match=spec.prior,
        blocking_rules_to_generate_predictions=[block_on(*spec.training[0])],
        retain_intermediate_calculation_columns=False,
        retain_matching_columns=False,
    )


def linker_for(connection: duckdb.DuckDBPyConnection, spec: ModelSpec) -> Linker:
    """Return Splink, ready with the model and its own table of frequencies."""
    api = DuckDBAPI(connection)
    linker = Linker(api.register(ROWS), settings(spec))
    logging.getLogger("splink").setLevel(logging.CRITICAL)
    for column in spec.frequency_columns():
        _register_frequencies(connection, spec, column)
        linker.table_management.register_term_frequency_lookup(
            api.register(f"frequency_{column}"), column
        )
    return linker


def _register_frequencies(
    connection: duckdb.DuckDBPyConnection, spec: ModelSpec, column: str
) -> None:
    """Write the frequency of every value in the rows, as the model knows it."""
    table = spec.frequencies[column]
    known = pa.table(
        {"value": list(table.common), "share": list(table.common.values())},
        schema=pa.schema([("value", pa.string()), ("share", pa.float64())]),
    )
    connection.register("known", known)
    connection.execute(
        f"create or replace table frequency_{column} as "
        f"select r.{column}, coalesce(any_value(k.share), {table.rare!r}::double) as tf_{column} "
        f"from {ROWS} r left join known k on k.value = r.{column} "
        f"where r.{column} is not null group by r.{column}"
    )
    connection.unregister("known")
