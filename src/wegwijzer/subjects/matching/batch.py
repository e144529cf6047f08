"""All records of one case or delivery at once: index, compare, join; the same answers as real time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import pyarrow as pa

from wegwijzer.subjects.matching.bounds import drop_hopeless
from wegwijzer.subjects.matching.clusters import Edge, pieces, split_piece, unknown_pairs
from wegwijzer.subjects.matching.spec import KeyRule, ModelSpec, Part
from wegwijzer.subjects.matching.splink_model import ROWS, connect, linker_for, load_rows

_EVERYTHING = -1000.0


@dataclass(frozen=True, slots=True)
class Batch:
    """What came out: pairs with their weight in bits, groups of row numbers, skipped keys per rule."""

    pairs: list[Edge]
    groups: list[tuple[int, ...]]
    skipped: Mapping[str, int]


def match(
    spec: ModelSpec,
    rows: Iterable[Mapping[str, Any]],
    *,
    connection: duckdb.DuckDBPyConnection | None = None,
) -> Batch:
    """Compare all rows that share a key and join those that belong together."""
    connection = connection or connect()
    load_rows(connection, spec, rows)
    skipped = index(connection, spec)
    pairs = predict(connection, spec)
    return Batch(pairs, cluster(connection, spec, pairs), skipped)


def index(connection: duckdb.DuckDBPyConnection, spec: ModelSpec) -> dict[str, int]:
    """Write the pairs that share a key; return per rule how many keys too many records share."""
    connection.execute("create or replace table keys (rule utinyint, h ubigint, id integer)")
    for number, rule in enumerate(spec.keys):
        connection.execute(_keys_sql(number, rule))
    most = " ".join(
        f"when rule = {number} then {rule.most}" for number, rule in enumerate(spec.keys)
    )
    connection.execute(
        "create or replace table shared as select rule, h, count(*) as holders from keys "
        "group by rule, h having holders > 1"
    )
    connection.execute(
        "create or replace table kept as select * from keys semi join "
        f"(select * from shared where holders <= case {most} end) using (rule, h)"
    )
    connection.execute("drop table keys")
    connection.execute(
        "create or replace table candidates as select (pair >> 32)::integer as join_key_l, "
        "(pair & 4294967295)::integer as join_key_r, '0' as match_key from "
        "(select distinct (a.id::bigint << 32) | b.id as pair from kept a join kept b "
        "on a.h = b.h and a.rule = b.rule and a.id < b.id)"
    )
    connection.execute("drop table kept")
    counted = connection.execute(
        f"select rule, count(*) from shared where holders > case {most} end group by rule"
    ).fetchall()
    connection.execute("drop table shared")
    return {spec.keys[number].name: count for number, count in counted}


def _keys_sql(number: int, rule: KeyRule) -> str:
    """Return the statement that writes the keys of one rule."""
    sources = "".join(
        f", lateral (select unnest({_cut_list(part)}) as v) as p{place}" if part.each else ""
        for place, part in enumerate(rule.parts)
    )
    values = [
        f"p{place}.v" if part.each else _cut(part, f"r.{part.column}")
        for place, part in enumerate(rule.parts)
    ]
    known = " and ".join(f"r.{part.column} is not null" for part in rule.parts)
    return (
        f"insert into keys select {'distinct' if sources else ''} {number}, hash({', '.join(values)}), r.unique_id "
        f"from {ROWS} r{sources} where {known}"
    )


def _cut(part: Part, expression: str) -> str:
    """Return the value, or its first letters."""
    return f"left({expression}, {part.letters})" if part.letters else expression


def _cut_list(part: Part) -> str:
    """Return the values, or the first letters of each."""
    if not part.letters:
        return f"r.{part.column}"
    return f"list_transform(r.{part.column}, lambda x: left(x, {part.letters}))"


def predict(
    connection: duckdb.DuckDBPyConnection,
    spec: ModelSpec,
    *,
    least: float | None = None,
) -> list[Edge]:
    """Return the candidate pairs that weigh enough, through Splink; all that join without a bound."""
    linker = linker_for(connection, spec)
    if least is None:
        least = min(spec.suggest_at, spec.join_at)
        drop_hopeless(connection, spec, least=least)
    candidates = linker._db_api.register("candidates")
    linker.table_management.register_blocked_pairs_for_predict(candidates)
    found = linker.inference.predict(
        threshold_match_weight=least,
        warning_mode="never",
    )
    rows = connection.execute(
        f"select least(unique_id_l, unique_id_r), greatest(unique_id_l, unique_id_r), match_weight "
        f"from {found.physical_name}"
    ).fetchall()
    found.drop_table_from_database_and_remove_from_cache()
    return [Edge(*values) for values in rows]


def cluster(
    connection: duckdb.DuckDBPyConnection, spec: ModelSpec, pairs: Sequence[Edge]
) -> list[tuple[int, ...]]:
    """Return the groups of rows that belong together; pairs inside that shared no key are compared too."""
    weights = {(edge.left, edge.right): edge.weight for edge in pairs}
    found = list(pieces(pairs, spec.join_at))
    _complete(connection, spec, unknown_pairs(found, weights), weights)
    identifiers = {column: _values(connection, column) for column in spec.conflicts}
    return sorted(
        tuple(group) for rows in found for group in split_piece(spec, rows, weights, identifiers)
    )


def _values(connection: duckdb.DuckDBPyConnection, column: str) -> dict[int, str]:
    """Return the known values of a column by row number."""
    return dict(
        connection.execute(
            f"select unique_id, {column} from {ROWS} where {column} is not null"
        ).fetchall()
    )


def _complete(
    connection: duckdb.DuckDBPyConnection,
    spec: ModelSpec,
    pairs: Sequence[tuple[int, int]],
    weights: dict[tuple[int, int], float],
) -> None:
    """Compare these pairs too and add their weights."""
    if not pairs:
        return
    left, right = zip(*pairs, strict=True)
    asked = pa.table({"l": pa.array(left, pa.int32()), "r": pa.array(right, pa.int32())})
    connection.register("asked", asked)
    connection.execute(
        "create or replace table candidates as "
        "select l as join_key_l, r as join_key_r, '0' as match_key from asked"
    )
    connection.unregister("asked")
    for edge in predict(connection, spec, least=_EVERYTHING):
        weights[edge.left, edge.right] = edge.weight
