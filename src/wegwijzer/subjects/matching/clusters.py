"""Join records into groups, carefully: weak chains and conflicting numbers never make one group.

Connected pairs are only the start. Inside each connected piece, groups grow by the mean weight of all
their pairs (with some credit for the best pair), so that one doubtful link can't join two subjects.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from wegwijzer.subjects.matching.blocking import pairs_within, run_bounds, unpack
from wegwijzer.subjects.matching.coded import UNKNOWN, Array
from wegwijzer.subjects.matching.edges import Edges
from wegwijzer.subjects.matching.weighing import Weigher

MOST_MEMBERS = 200
"""A larger piece is taken apart at its weakest links first; no group is ever larger."""
_STEP = 2.0
_BOUND = 10.0
_CREDIT_FOR_BEST = 0.3
_CELLS = 4_000_000
_NEVER = -1e9
_EVERYTHING = -np.inf


def groups(weigher: Weigher, edges: Edges) -> list[tuple[int, ...]]:
    """Return the rows that belong together; pairs in a piece that shared no key are compared too."""
    join_at = weigher.spec.join_at
    piece, rows = pieces(edges, join_at)
    inside = _all_within(weigher, edges, piece, rows)
    numbers = [weigher.coded.codes(column) for column in weigher.spec.conflicts]
    left, right = unpack(inside.pairs)
    piece_of = np.zeros(weigher.coded.rows, np.int64)
    piece_of[rows] = piece
    doubtful = np.zeros(rows.size, bool)
    doubtful[piece_of[left[inside.weights < join_at]]] = True
    for told in numbers:
        doubtful[piece_of[left[_contradict(told[left], told[right])]]] = True
    part = np.zeros(rows.size, np.int64)
    unsure = doubtful[piece]
    some = inside.only(doubtful[piece_of[left]])
    part[unsure] = parts(piece[unsure], rows[unsure], some, numbers, join_at)
    return _members(piece * MOST_MEMBERS + part, rows)


def _contradict(one: Array, other: Array) -> Array:
    """Tell where both hold a number, and not the same."""
    return (one != other) & (one != UNKNOWN) & (other != UNKNOWN)


def _members(group: Array, rows: Array) -> list[tuple[int, ...]]:
    """Return the rows of each group of more than one, in order."""
    order = np.lexsort((rows, group))
    group, rows = group[order], rows[order]
    bounds, told = run_bounds(group).tolist(), rows.tolist()
    return sorted(tuple(told[start:end]) for start, end in pairwise(bounds) if end - start > 1)


def pieces(edges: Edges, least: float) -> tuple[Array, Array]:
    """Return the connected rows with the number of their piece, in order of piece and row.

    A piece that is too large is cut at its weaker links.
    """
    kept = edges.only(edges.weights >= least)
    rows, ends = np.unique(np.concatenate(unpack(kept.pairs)), return_inverse=True)
    if not rows.size:
        return np.empty(0, np.int64), rows
    ends = ends.reshape(2, len(kept))
    links = coo_array((np.ones(len(kept), np.int8), (ends[0], ends[1])), shape=(rows.size,) * 2)
    count, piece = connected_components(links, directed=False)
    piece = piece.astype(np.int64)
    large = np.bincount(piece, minlength=count) > MOST_MEMBERS
    if large.any():
        its_pieces, its_rows = pieces(kept.only(large[piece[ends[0]]]), least + _STEP)
        fine = ~large[piece]
        piece = np.concatenate([piece[fine], its_pieces + count])
        rows = np.concatenate([rows[fine], its_rows])
    order = np.lexsort((rows, piece))
    return np.unique(piece[order], return_inverse=True)[1], rows[order]


def _all_within(weigher: Weigher, edges: Edges, piece: Array, rows: Array) -> Edges:
    """Return all pairs inside the pieces with what they weigh, those that nothing compared before too."""
    found = list(pairs_within(piece, rows, most=MOST_MEMBERS))
    inside = np.sort(np.concatenate(found or [np.empty(0, np.int64)]))
    if not inside.size:
        return Edges(inside, np.empty(0))
    place = np.minimum(np.searchsorted(edges.pairs, inside), len(edges) - 1)
    weights = edges.weights[place]
    unknown = edges.pairs[place] != inside
    weights[unknown] = weigher.weigh(inside[unknown], least=_EVERYTHING).weights
    return Edges(inside, weights)


def parts(
    piece: Array, rows: Array, inside: Edges, numbers: Sequence[Array], join_at: float
) -> Array:
    """Return for each row of these pieces, in order of piece and row, the part of the piece it belongs to.

    `inside` are all pairs in the pieces; pieces of one size are taken apart together.
    """
    starts, sizes = run_bounds(piece)[:-1], np.diff(run_bounds(piece))
    number = np.repeat(np.arange(sizes.size), sizes)
    place = np.arange(piece.size) - starts[number]
    spot = np.zeros(int(rows.max(initial=0)) + 1, np.int64)
    spot[rows] = np.arange(rows.size)
    left, right = (spot[side] for side in unpack(inside.pairs))
    told = np.zeros(piece.size, np.int64)
    for chosen in _of_one_size(sizes):
        size, order = sizes[chosen[0]], np.full(sizes.size, -1)
        order[chosen] = np.arange(chosen.size)
        mine = order[number[left]] >= 0
        which, i, j = order[number[left[mine]]], place[left[mine]], place[right[mine]]
        weights = np.full((chosen.size, size, size), _NEVER)
        weights[which, i, j] = weights[which, j, i] = np.clip(inside.weights[mine], -_BOUND, _BOUND)
        spots = starts[chosen][:, None] + np.arange(size)
        held = np.stack([one[rows[spots]] for one in numbers], axis=-1)
        told[spots] = _grown(weights, held, join_at)
    return told


def _of_one_size(sizes: Array) -> Iterator[Array]:
    """Yield the pieces of each size, not so many at once that their pairs fill the memory."""
    for size in np.unique(sizes):
        chosen = np.flatnonzero(sizes == size)
        at_once = max(1, _CELLS // int(size) ** 2)
        for start in range(0, chosen.size, at_once):
            yield chosen[start : start + at_once]


class _Growing:
    """Pieces of one size, in which groups grow from single rows by joining the best two, again and again.

    `mean` is the mean weight of all pairs of two groups, `best` the highest, or never where their numbers
    contradict each other; `held` is the number of each kind that a group holds.
    """

    def __init__(self, weights: Array, held: Array) -> None:
        self.pieces = np.arange(len(weights))
        self.mean, self.held = weights, held
        self.best = np.where(self._contradictions(held[:, :, None], held[:, None]), _NEVER, weights)
        self.sizes = np.ones(weights.shape[:2])
        self.part = np.tile(np.arange(weights.shape[1]), (len(weights), 1))

    @staticmethod
    def _contradictions(one: Array, other: Array) -> Array:
        return np.any(_contradict(one, other), axis=-1, keepdims=False)

    def only(self, chosen: Array) -> None:
        """Go on with the chosen pieces."""
        for name, told in vars(self).items():
            setattr(self, name, told[chosen])

    def join(self, i: Array, j: Array) -> None:
        """Put group j of each piece into group i; j is empty from then on."""
        all_ = np.arange(len(i))
        here, there = self.sizes[all_, i][:, None], self.sizes[all_, j][:, None]
        mean = (here * self.mean[all_, i] + there * self.mean[all_, j]) / (here + there)
        one, other = self.best[all_, i], self.best[all_, j]
        never = (one <= _NEVER) | (other <= _NEVER)
        best = np.where(never, _NEVER, np.maximum(one, other))
        self.held[all_, i] = np.maximum(self.held[all_, i], self.held[all_, j])
        best[self._contradictions(self.held[all_, i][:, None], self.held)] = _NEVER
        for table, values in ((self.mean, mean), (self.best, best)):
            table[all_, i], table[all_, :, i] = values, values
            table[all_, j], table[all_, :, j] = _NEVER, _NEVER
            table[all_, i, i] = _NEVER
        self.sizes[all_, i] += self.sizes[all_, j]
        self.part = np.where(self.part == j[:, None], i[:, None], self.part)


def _grown(weights: Array, held: Array, join_at: float) -> Array:
    """Return for each row of each piece the group that it ends up in, by its first row."""
    told = np.zeros(weights.shape[:2], np.int64)
    now = _Growing(weights, held)
    while len(now.pieces):
        score = (1 - _CREDIT_FOR_BEST) * now.mean + _CREDIT_FOR_BEST * now.best
        flat = score.reshape(len(score), -1)
        top = flat.argmax(axis=1)
        enough = flat[np.arange(len(top)), top] >= join_at
        told[now.pieces[~enough]] = now.part[~enough]
        now.only(enough)
        i, j = np.divmod(top[enough], weights.shape[1])
        now.join(np.minimum(i, j), np.maximum(i, j))
    return told
