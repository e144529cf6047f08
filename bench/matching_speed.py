"""Time the matching of many Dutch records in one batch, beside plain Splink in the same run.

    python -m bench.matching_speed [--rows 1000000]

The records are made and normalised once and kept in a file; each system then starts from that file in a process
of its own. Neither trains here: the product uses its shipped model, Splink a model it trained on a sample
beforehand. Prints JSON lines: seconds per step, peak memory, and the ratio to Splink.
"""

import argparse
import json
import logging
import resource
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from bench.dutch_records import persons

CHUNK = 50_000
SAMPLE = 100_000


def make(rows: int, path: Path) -> dict[str, Any]:
    """Write the records: what levels and keys look at, the first phone and account, and the truth."""
    from wegwijzer.subjects.matching.coded import row_schema
    from wegwijzer.subjects.matching.columns import row_of
    from wegwijzer.subjects.matching.normalise import person
    from wegwijzer.subjects.matching.spec import shipped

    spec = shipped("person")
    schema = row_schema(spec)
    for name in ("phone", "iban"):
        schema = schema.append(pa.field(name, pa.string()))
    schema = schema.append(pa.field("subject", pa.int32()))
    told, number, normalising = persons(rows), 0, 0.0
    with pq.ParquetWriter(path, schema) as writer:
        while chunk := list(islice(told, CHUNK)):
            start = time.perf_counter()
            made = [row_of(person(one.raw)) for one in chunk]
            normalising += time.perf_counter() - start
            columns: dict[str, Any] = {name: [row[name] for row in made] for name in spec.columns()}
            columns["unique_id"] = range(number, number + len(made))
            columns["phone"] = [row["phones"][0] if row["phones"] else None for row in made]
            columns["iban"] = [row["ibans"][0] if row["ibans"] else None for row in made]
            columns["subject"] = [one.subject for one in chunk]
            writer.write_table(pa.table({name: columns[name] for name in schema.names}, schema))
            number += len(made)
    return {"step": "normalise", "rows": number, "seconds": round(normalising, 1)}


class Watch:
    """The seconds of each step, in order."""

    def __init__(self) -> None:
        self.steps: dict[str, float] = {}
        self._from = time.perf_counter()

    def done(self, step: str) -> None:
        now = time.perf_counter()
        self.steps[step] = round(now - self._from, 1)
        self._from = now

    def told(self) -> dict[str, Any]:
        return {
            "seconds": round(sum(self.steps.values()), 1),
            "steps": self.steps,
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        }


def product(path: Path) -> dict[str, Any]:
    """Load, index, predict and cluster through the code of the product."""
    from wegwijzer.subjects.matching import blocking, clusters
    from wegwijzer.subjects.matching.coded import Coded, row_schema
    from wegwijzer.subjects.matching.spec import shipped
    from wegwijzer.subjects.matching.weighing import Weigher

    spec, watch = shipped("person"), Watch()
    schema = row_schema(spec)
    # Parquet holds each text once already; it is read so, as Splink reads it by its own reader.
    texts = [
        f"{one.name}.list.element" if pa.types.is_list(one.type) else one.name for one in schema
    ]
    told = pq.read_table(path, columns=schema.names, read_dictionary=texts)
    coded = Coded(spec, told)
    del told
    watch.done("load")
    sharing, _skipped = blocking.candidates(coded)
    watch.done("index")
    weigher = Weigher(coded)
    pairs = weigher.weigh(sharing, least=min(spec.suggest_at, spec.join_at))
    watch.done("predict")
    groups = clusters.groups(weigher, pairs)
    watch.done("cluster")
    members = [(number, row) for number, group in enumerate(groups) for row in group]
    subjects = pq.read_table(path, columns=["unique_id", "subject"]).to_pydict()
    truth = dict(zip(subjects["unique_id"], subjects["subject"], strict=True))
    return {"system": "wegwijzer", **watch.told(), **quality(truth, members)}


def plain_splink(path: Path, model: Path) -> dict[str, Any]:
    """Load, predict and cluster with plain Splink and its own ten rules."""
    import duckdb
    from splink import DuckDBAPI, Linker

    watch = Watch()
    connection = duckdb.connect()
    connection.execute("set threads = 2")
    connection.execute(f"create view told as select * from read_parquet('{path}')")
    connection.execute("create table records as select * from told")
    linker = Linker(DuckDBAPI(connection).register("records"), str(model))
    logging.getLogger("splink").setLevel(logging.CRITICAL)
    watch.done("load")
    found = linker.inference.predict(threshold_match_probability=0.5, warning_mode="never")
    watch.done("predict")
    groups = linker.clustering.cluster_pairwise_predictions_at_threshold(
        found, threshold_match_probability=0.95
    )
    watch.done("cluster")
    members = connection.execute(
        f"select cluster_id, unique_id from {groups.physical_name}"
    ).fetchall()
    truth = dict(connection.execute("select unique_id, subject from told").fetchall())
    return {"system": "splink", **watch.told(), **quality(truth, members)}


def train_splink(path: Path, model: Path) -> None:
    """Train the model of plain Splink on a sample and keep it."""
    import duckdb
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    connection = duckdb.connect()
    connection.execute(
        f"create table records as select * from read_parquet('{path}') where unique_id < {SAMPLE}"
    )
    rules = (
        ("bsn",), ("phone",), ("iban",), ("surname", "birth_date"), ("birth_date", "given"),
        ("postcode", "house_number"), ("postcode", "surname"), ("birth_date", "postcode"),
        ("surname", "given", "birth_year"), ("substr(surname, 1, 4)", "birth_date", "initial"),
    )  # fmt: skip
    linker = Linker(
        DuckDBAPI(connection).register("records"),
        SettingsCreator(
            link_type="dedupe_only",
            comparisons=[
                *(
                    cl.JaroWinklerAtThresholds(name, [0.92, 0.84]).configure(
                        term_frequency_adjustments=True
                    )
                    for name in ("given", "surname")
                ),
                cl.DateOfBirthComparison(
                    "birth_date", input_is_string=True, datetime_format="%Y-%m-%d",
                    invalid_dates_as_null=True,
                ),
                cl.PostcodeComparison("postcode"),
                cl.DamerauLevenshteinAtThresholds("bsn", [1, 2]),
                cl.ExactMatch("phone"),
                cl.ExactMatch("iban"),
            ],
            blocking_rules_to_generate_predictions=[block_on(*rule) for rule in rules],
            retain_matching_columns=False,
        ),
    )  # fmt: skip
    logging.getLogger("splink").setLevel(logging.CRITICAL)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("bsn"), block_on("surname", "given", "birth_date")], recall=0.7
    )
    training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for rule in (("surname", "given"), ("birth_date",), ("postcode",)):
        training.estimate_parameters_using_expectation_maximisation(
            block_on(*rule), record_sample_proportion=1.0, max_pairs=1e6
        )
    linker.misc.save_model_to_json(str(model), overwrite=True)


def quality(subjects: dict[int, int], members: list[tuple[Any, int]]) -> dict[str, float]:
    """Return precision and recall over the pairs in the groups, given who each record is about."""
    groups: dict[Any, dict[int, int]] = {}
    for group, row in members:
        counted = groups.setdefault(group, {})
        counted[subjects[row]] = counted.get(subjects[row], 0) + 1
    told = sum(_pairs(sum(counted.values())) for counted in groups.values())
    right = sum(_pairs(count) for counted in groups.values() for count in counted.values())
    sizes: dict[int, int] = {}
    for subject in subjects.values():
        sizes[subject] = sizes.get(subject, 0) + 1
    true = sum(map(_pairs, sizes.values()))
    return {"precision": round(right / max(told, 1), 4), "recall": round(right / max(true, 1), 4)}


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def alone(function: Any, *arguments: Any) -> Any:
    """Run one step in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(function, *arguments).result()


def main() -> int:
    """Print the lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        records, model = Path(folder) / "records.parquet", Path(folder) / "splink.json"
        say({"bench": "matching_speed", **alone(make, told.rows, records)})
        alone(train_splink, records, model)
        peer = alone(plain_splink, records, model)
        ours = alone(product, records)
        for one in (peer, ours):
            ratio = round(one["seconds"] / peer["seconds"], 2)
            say({"bench": "matching_speed", "rows": told.rows, **one, "ratio_to_splink": ratio})
    return 0


def say(line: dict[str, Any]) -> None:
    """Print one JSON line."""
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
