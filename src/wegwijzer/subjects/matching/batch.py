"""All records of one case or delivery at once: index, compare, join; the same answers as real time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from wegwijzer.subjects.matching import blocking, clusters
from wegwijzer.subjects.matching.coded import Coded, coded_rows
from wegwijzer.subjects.matching.edges import Edges
from wegwijzer.subjects.matching.spec import ModelSpec
from wegwijzer.subjects.matching.weighing import Weigher


@dataclass(frozen=True, slots=True)
class Batch:
    """What came out: pairs with their weight in bits, groups of row numbers, skipped keys per rule."""

    pairs: Edges
    groups: list[tuple[int, ...]]
    skipped: Mapping[str, int]


def match(spec: ModelSpec, rows: Iterable[Mapping[str, Any]]) -> Batch:
    """Compare all rows that share a key and join those that belong together."""
    return match_coded(coded_rows(spec, rows))


def match_coded(coded: Coded) -> Batch:
    """Do the same for rows that are numbers already."""
    spec, weigher = coded.spec, Weigher(coded)
    sharing, skipped = blocking.candidates(coded)
    pairs = weigher.weigh(sharing, least=min(spec.suggest_at, spec.join_at))
    return Batch(pairs, clusters.groups(weigher, pairs), skipped)
