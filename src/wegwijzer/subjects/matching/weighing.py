"""What many pairs weigh; a pair that can no longer weigh enough is not compared any further.

Of each field it is known from the start whether both rows have it, and what it can weigh at most. So after every
field there is a bound on what the whole can become, and leaving out what stays under it changes no answer.
"""

import math
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from wegwijzer.subjects.matching.blocking import THREADS, pack, unpack
from wegwijzer.subjects.matching.coded import Array, Coded
from wegwijzer.subjects.matching.edges import Edges
from wegwijzer.subjects.matching.pairwise import Pairs
from wegwijzer.subjects.matching.spec import Field, Level, ModelSpec

_CHUNK = 500_000
_ROUNDING = 1e-6


class Weigher:
    """A model and rows made ready to weigh pairs."""

    def __init__(self, coded: Coded) -> None:
        self.spec, self.coded = coded.spec, coded
        self._shares = {
            column: coded.texts[column].words.shares(coded.spec.frequencies[column])
            for column in coded.spec.frequency_columns()
        }
        self._known = np.zeros(coded.rows, np.int32)
        for bit, column in enumerate(self.spec.deciding_columns()):
            self._known |= coded.known(column).astype(np.int32) << bit
        self._to_come = _to_come(self.spec)

    def weigh(self, pairs: Array, *, least: float) -> Edges:
        """Return what packed pairs weigh, prior included; only those that weigh at least so much."""
        chunks = [pairs[start : start + _CHUNK] for start in range(0, len(pairs), _CHUNK)]
        with ThreadPoolExecutor(THREADS) as pool:
            told = list(pool.map(lambda some: self._weigh(some, least), chunks))
        return Edges.joined(told)

    def _weigh(self, packed: Array, least: float) -> Edges:
        pairs = Pairs(self.coded, *unpack(packed))
        known = self._known[pairs.left] & self._known[pairs.right]
        weights = np.full(len(pairs), self.spec.prior_weight)
        for one, to_come in zip(self.spec.fields, self._to_come, strict=True):
            hopeful = np.flatnonzero(weights + to_come[known] >= least - _ROUNDING)
            if len(hopeful) < len(pairs):
                pairs, known, weights = pairs.only(hopeful), known[hopeful], weights[hopeful]
            weights += self._of_field(one, pairs)
        enough = weights >= least
        return Edges(pack(pairs.left[enough], pairs.right[enough]), weights[enough])

    def _of_field(self, one: Field, pairs: Pairs) -> Array:
        """Return what one field weighs: of each pair the first level whose conditions all hold."""
        told, places = np.zeros(len(pairs)), np.arange(len(pairs))
        for level in one.levels:
            holds = pairs.hold(level.conditions)
            here = np.flatnonzero(holds)
            told[places[here]] = self._of_level(level, pairs, here)
            others = np.flatnonzero(~holds)
            if not others.size:
                break
            pairs, places = pairs.only(others), places[others]
        return told

    def _of_level(self, level: Level, pairs: Pairs, here: Array) -> Array | float:
        """Return what a level weighs, by how common the value is where that counts."""
        if not level.frequency:
            return level.weight
        shares, codes = self._shares[level.frequency], self.coded.texts[level.frequency].codes
        common = np.maximum(shares[codes[pairs.left[here]]], shares[codes[pairs.right[here]]])
        known = common > 0
        bits = np.log2(common, out=np.zeros(common.size), where=known)
        return level.weight + np.where(known, math.log2(level.u) - bits, 0.0)


def _to_come(spec: ModelSpec) -> list[Array]:
    """Return per field, by which columns both rows have, the most that it and those after it weigh."""
    known = np.arange(1 << len(spec.deciding_columns()))
    total, made = np.zeros(known.size), []
    for one in reversed(spec.fields):
        total = total + np.where(known & spec.bits_of(one), spec.most_of(one), 0.0)
        made.append(total)
    return made[::-1]
