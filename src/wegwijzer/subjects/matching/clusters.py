"""Join records into groups, carefully: weak chains and conflicting numbers never make one group.

Connected pairs are only the start. Inside each connected piece, groups grow by the mean weight of all
their pairs (with some credit for the best pair), so that one doubtful link can't join two subjects.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from wegwijzer.subjects.matching.spec import ModelSpec

MOST_MEMBERS = 200
"""A larger piece is taken apart at its weakest links first; no group is ever larger."""
_STEP = 2.0
_BOUND = 10.0
_CREDIT_FOR_BEST = 0.3
_NEVER = -1e9

Identifiers = Mapping[str, Mapping[int, str]]
Weights = Mapping[tuple[int, int], float]


class Edge(NamedTuple):
    """Two row numbers, the lower first, and what their comparison weighs, in bits."""

    left: int
    right: int
    weight: float


class Groups:
    """Sets of rows that only ever grow together."""

    def __init__(self, rows: Iterable[int]) -> None:
        self._parent = {row: row for row in rows}

    def find(self, row: int) -> int:
        """Return the row that stands for the group."""
        parent = self._parent
        while parent[row] != row:
            parent[row] = parent[parent[row]]
            row = parent[row]
        return row

    def join(self, one: int, other: int) -> None:
        """Make one group of two, under the lowest row."""
        one, other = self.find(one), self.find(other)
        if one != other:
            self._parent[max(one, other)] = min(one, other)

    def members(self) -> list[list[int]]:
        """Return the rows per group, in order."""
        found: dict[int, list[int]] = {}
        for row in self._parent:
            found.setdefault(self.find(row), []).append(row)
        return list(found.values())


def pieces(edges: Sequence[Edge], least: float) -> Iterator[list[int]]:
    """Yield the connected rows; a piece that is too large is cut at its weaker links."""
    kept = [edge for edge in edges if edge.weight >= least]
    groups = Groups(sorted({row for edge in kept for row in edge[:2]}))
    for edge in kept:
        groups.join(edge.left, edge.right)
    large: dict[int, list[Edge]] = {}
    for rows in groups.members():
        if len(rows) <= MOST_MEMBERS:
            yield rows
        else:
            large[groups.find(rows[0])] = []
    if large:
        for edge in kept:
            inside = large.get(groups.find(edge.left))
            if inside is not None:
                inside.append(edge)
        for inside in large.values():
            yield from pieces(inside, least + _STEP)


def unknown_pairs(found: Iterable[Sequence[int]], weights: Weights) -> list[tuple[int, int]]:
    """Return the pairs inside the pieces that nothing has compared yet."""
    return [
        pair
        for rows in found
        if len(rows) > 2
        for pair in combinations(rows, 2)
        if pair not in weights
    ]


def split_piece(
    spec: ModelSpec, rows: Sequence[int], weights: Weights, identifiers: Identifiers
) -> list[list[int]]:
    """Return the groups inside one connected piece, each in order."""
    known = [{row: of[row] for row in rows if row in of} for of in identifiers.values()]
    agreed = all(len(set(values.values())) <= 1 for values in known)
    if agreed and all(weights[pair] >= spec.join_at for pair in combinations(rows, 2)):
        return [list(rows)]
    return _agglomerate(rows, weights, known, spec.join_at)


def _agglomerate(
    rows: Sequence[int],
    weights: Weights,
    known: Sequence[Mapping[int, str]],
    join_at: float,
) -> list[list[int]]:
    """Return the groups that grow from single rows by joining the best two, again and again."""
    size = len(rows)
    mean = np.full((size, size), _NEVER)
    for i, j in combinations(range(size), 2):
        mean[i, j] = mean[j, i] = max(-_BOUND, min(_BOUND, weights[rows[i], rows[j]]))
    numbers = [[{of[row]} if row in of else set() for of in known] for row in rows]
    best = _without_conflicts(mean, numbers)
    groups: list[list[int]] = [[row] for row in rows]
    while True:
        score = (1 - _CREDIT_FOR_BEST) * mean + _CREDIT_FOR_BEST * best
        i, j = sorted(divmod(int(score.argmax()), size))
        if i == j or score[i, j] < join_at:
            return [sorted(group) for group in groups if len(group) > 1]
        _merge(i, j, groups, mean, best)
        numbers[i] = [one | other for one, other in zip(numbers[i], numbers[j], strict=True)]
        for k in range(size):
            if k != i and groups[k] and _conflict(numbers[i], numbers[k]):
                best[i, k] = best[k, i] = _NEVER


def _without_conflicts(mean: np.ndarray, numbers: Sequence[Sequence[set[str]]]) -> np.ndarray:
    """Return the weights with every pair whose numbers contradict each other ruled out."""
    best = mean.copy()
    for i, j in combinations(range(len(numbers)), 2):
        if _conflict(numbers[i], numbers[j]):
            best[i, j] = best[j, i] = _NEVER
    return best


def _conflict(one: Sequence[set[str]], other: Sequence[set[str]]) -> bool:
    """Tell whether the two sides hold different numbers of one kind."""
    return any(a and b and a != b for a, b in zip(one, other, strict=True))


def _merge(i: int, j: int, groups: list[list[int]], mean: np.ndarray, best: np.ndarray) -> None:
    """Put group j into group i; j is empty from then on."""
    here, there = len(groups[i]), len(groups[j])
    joined = (here * mean[i] + there * mean[j]) / (here + there)
    highest = np.where(
        (best[i] <= _NEVER) | (best[j] <= _NEVER), _NEVER, np.maximum(best[i], best[j])
    )
    for table, values in ((mean, joined), (best, highest)):
        table[i], table[:, i] = values, values
        table[j], table[:, j] = _NEVER, _NEVER
        table[i, i] = _NEVER
    groups[i] += groups[j]
    groups[j] = []
