"""Measure the matching of the product on labelled sets that others made, beside others in one run.

Every set goes through the same code and the same definition per kind of record. As the product may
do for a large delivery, the model is fitted to the set without labels; nothing is set per set.
"""

import argparse
import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TextIO

from wegwijzer.cli import bench_peers
from wegwijzer.cli.bench_sets import SETS, DataSet, Labelled

Figures = dict[str, Any]


def run(arguments: argparse.Namespace) -> int:
    """Print a JSON line per set and system; return 1 when no set was found."""
    return measure(arguments.data, sys.stdout, only=arguments.only or ())


def measure(folder: Path, out: TextIO, *, only: Sequence[str] = ()) -> int:
    """Measure the sets found in the folder and write a JSON line for each system."""
    chosen = [one for one in SETS if not only or any(one.name.startswith(name) for name in only)]
    found = [one for one in chosen if one.present(folder)]
    for number, one in enumerate(SETS):
        if one in found:
            _measure_set(number, folder, out)
        elif one in chosen:
            _write(out, {"dataset": one.name, "skipped": f"Bestand ontbreekt in {folder}."})
    names = folder / "name_pairs_nomenklatura.csv"
    if names.exists() and (not only or "name_pairs" in only):
        for line in _name_pairs(names):
            _write(out, line)
    return 0 if found or names.exists() else 1


def _write(out: TextIO, line: Figures) -> None:
    out.write(json.dumps(line, ensure_ascii=False) + "\n")
    out.flush()


def _measure_set(number: int, folder: Path, out: TextIO) -> None:
    """Measure one set, each system in a process of its own, so that memory is its own."""
    splink: float | None = None
    lines: list[Figures] = []
    for system in (_splink, _fitted, _shipped, _recordlinkage):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            lines += pool.submit(_in_process, system.__name__, number, folder).result()
        if system is _splink:
            splink = lines[0]["seconds"]
    for line in lines:
        if splink and "seconds" in line:
            line["ratio_to_splink"] = round(line["seconds"] / splink, 2)
        _write(out, line)


def _in_process(system: str, number: int, folder: Path) -> list[Figures]:
    """Measure one system on one set; runs in a process of its own."""
    one = SETS[number]
    records = one.records(folder)
    start = time.perf_counter()
    made = _SYSTEMS[system](one, records)
    seconds = round(time.perf_counter() - start, 2)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    about = {"records": len(records), "seconds": seconds, "peak_mb": peak}
    return [{"dataset": one.name, **line, **about} for line in made]


def _product(one: DataSet, records: Sequence[Labelled], *, fit: bool) -> list[Figures]:
    from wegwijzer.subjects.matching import batch, train
    from wegwijzer.subjects.matching.columns import row_of
    from wegwijzer.subjects.matching.definitions.organisation import organisation_model
    from wegwijzer.subjects.matching.definitions.person import person_model
    from wegwijzer.subjects.matching.normalise import organisation, person
    from wegwijzer.subjects.matching.spec import shipped

    read: Callable[[Any], Any] = person if one.kind == "person" else organisation
    rows = [row_of(read(record.raw)) for record in records]
    spec = shipped(one.kind)
    if fit:
        untrained = person_model() if one.kind == "person" else organisation_model()
        spec = train.fit(untrained, rows, version="bench")
    found = batch.match(spec, rows)
    name = "wegwijzer" if fit else "wegwijzer, model as shipped"
    return [{"system": name, **_scores(records, _pairs(found.groups)), "skipped": found.skipped}]


def _fitted(one: DataSet, records: Sequence[Labelled]) -> list[Figures]:
    return _product(one, records, fit=True)


def _shipped(one: DataSet, records: Sequence[Labelled]) -> list[Figures]:
    return _product(one, records, fit=False)


def _splink(one: DataSet, records: Sequence[Labelled]) -> list[Figures]:
    pairs, groups = bench_peers.splink_pairs(one.name, records)
    best: Figures = {"f1": -1.0}
    for threshold in (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999):
        scores = _scores(records, [(a, b) for a, b, chance in pairs if chance >= threshold])
        if scores["f1"] > best["f1"]:
            best = {**scores, "threshold": threshold}
    return [
        {"system": "splink, groups at 0.95", **_scores(records, _pairs(groups))},
        {"system": "splink, pairs at the threshold that is best on the labels", **best},
    ]


def _recordlinkage(one: DataSet, records: Sequence[Labelled]) -> list[Figures]:
    if find_spec("recordlinkage") is None:
        sentence = "recordlinkage ontbreekt: installeer requirements/bench.lock."
        return [{"system": "recordlinkage", "skipped": sentence}]
    pairs = bench_peers.recordlinkage_pairs(one.name, records)
    return [{"system": "recordlinkage", **_scores(records, pairs)}]


_SYSTEMS: dict[str, Callable[[DataSet, Sequence[Labelled]], list[Figures]]] = {
    one.__name__: one for one in (_splink, _fitted, _shipped, _recordlinkage)
}


def _pairs(groups: Iterable[Sequence[int]]) -> Iterable[tuple[int, int]]:
    from itertools import combinations

    return chain.from_iterable(combinations(group, 2) for group in groups)


def _scores(records: Sequence[Labelled], pairs: Iterable[tuple[int, int]]) -> Figures:
    """Return precision, recall and F1 over all pairs of the set."""
    told = right = 0
    for a, b in pairs:
        told += 1
        right += records[a].subject == records[b].subject
    sizes = Counter(record.subject for record in records).values()
    return _rates(right, told, sum(size * (size - 1) // 2 for size in sizes))


def _rates(right: int, told: int, true: int) -> Figures:
    precision, recall = right / max(told, 1), right / max(true, 1)
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def _name_pairs(path: Path) -> list[Figures]:
    """Compare single names: what the name fields say, beside the Jaro-Winkler step Splink uses."""
    import csv

    from rapidfuzz.distance import JaroWinkler

    from wegwijzer.subjects.matching.normalise import fold

    with path.open(encoding="utf-8", newline="") as file:
        cases = list(csv.DictReader(file))
    true = [case["is_match"].lower() == "true" for case in cases]
    start = time.perf_counter()
    ours = [_same_name(case) for case in cases]
    seconds = time.perf_counter() - start
    theirs = [JaroWinkler.similarity(fold(c["name1"]), fold(c["name2"])) >= 0.92 for c in cases]
    return [
        {
            "dataset": "name_pairs",
            "system": system,
            "records": len(cases),
            **_rates(sum(a and b for a, b in zip(told, true, strict=True)), sum(told), sum(true)),
            "seconds": round(seconds, 3),
        }
        for system, told in (
            ("wegwijzer", ours),
            ("jaro-winkler at 0.92 on the whole name", theirs),
        )
    ]


def _same_name(case: dict[str, str]) -> bool:
    """Tell whether the name fields alone speak for one subject."""
    from wegwijzer.subjects.matching.normalise import organisation, person
    from wegwijzer.subjects.matching.record import RawOrganisation, RawPerson
    from wegwijzer.subjects.matching.score import compare
    from wegwijzer.subjects.matching.spec import shipped

    one, other = case["name1"], case["name2"]
    if case["schema"] == "Person":
        compared = compare(
            shipped("person"), person(RawPerson(full_name=one)), person(RawPerson(full_name=other))
        )
    else:
        compared = compare(
            shipped("organisation"),
            organisation(RawOrganisation(name=one)),
            organisation(RawOrganisation(name=other)),
        )
    return sum(field.weight for field in compared.fields) >= 6.0
