"""Pairs of rows with what their comparison weighs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from wegwijzer.subjects.matching.blocking import unpack
from wegwijzer.subjects.matching.coded import Array


class Edge(NamedTuple):
    """Two row numbers, the lower first, and what their comparison weighs, in bits."""

    left: int
    right: int
    weight: float


@dataclass(frozen=True, slots=True)
class Edges:
    """Many edges, in order: packed pairs of rows and their weights in bits."""

    pairs: Array
    weights: Array

    @classmethod
    def joined(cls, parts: Sequence["Edges"]) -> "Edges":
        """Return the edges of all parts, in the order of the parts."""
        return cls(
            np.concatenate([one.pairs for one in parts] or [np.empty(0, np.int64)]),
            np.concatenate([one.weights for one in parts] or [np.empty(0)]),
        )

    def __len__(self) -> int:
        return len(self.pairs)

    def __iter__(self) -> Iterator[Edge]:
        left, right = unpack(self.pairs)
        return map(Edge, left.tolist(), right.tolist(), self.weights.tolist())

    def only(self, chosen: Array) -> "Edges":
        """Return the chosen edges."""
        return Edges(self.pairs[chosen], self.weights[chosen])
