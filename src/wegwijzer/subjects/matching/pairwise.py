"""The conditions of a level, asked of many pairs at once; the answers are those of `conditions`."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler
from rapidfuzz.process import cpdist

from wegwijzer.subjects.matching.coded import UNKNOWN, Array, Coded, Lists, Words
from wegwijzer.subjects.matching.conditions import Condition

_ROUNDING = 1e-5


class Alikeness:
    """How alike two texts are by Jaro-Winkler, found out only where it can reach what is asked.

    Letters that one of the two lacks bound the measure from above, and counting them is quick.
    """

    def __init__(self, one: Array, other: Array, words: Words) -> None:
        self._one, self._other, self._words = one, other, words
        self._at_most = _at_most_alike(one, other, words)
        self._told = np.where(one == other, 1.0, np.nan)
        self._at_most[(one == UNKNOWN) | (other == UNKNOWN)] = -1.0

    def only(self, chosen: Array) -> "Alikeness":
        """Return the chosen ones."""
        some = object.__new__(Alikeness)
        some._one, some._other, some._words = self._one[chosen], self._other[chosen], self._words
        some._at_most, some._told = self._at_most[chosen], self._told[chosen]
        return some

    def reaches(self, threshold: float) -> Array:
        """Return where the texts are at least so much alike."""
        at = np.flatnonzero((self._at_most >= threshold - _ROUNDING) & np.isnan(self._told))
        if at.size:
            one, other = self._one[at], self._other[at]
            self._told[at] = _measured(JaroWinkler.similarity, one, other, self._words)
        return (self._at_most >= threshold - _ROUNDING) & (self._told >= threshold)


def _at_most_alike(one: Array, other: Array, words: Words) -> Array:
    """Return the most that the Jaro-Winkler similarity can be."""
    bags, lengths = (words.bags[one], words.bags[other]), (words.lengths[one], words.lengths[other])
    lacking = np.bitwise_count(bags[0] & ~bags[1]), np.bitwise_count(bags[1] & ~bags[0])
    same = np.minimum(lengths[0] - lacking[0], lengths[1] - lacking[1]).astype(np.float32)
    told = (same / lengths[0] + same / lengths[1] + np.float32(1)) / np.float32(3)
    apart = words.heads[one] ^ words.heads[other]
    beginning = np.zeros(one.size, np.float32)
    for mask in (0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF):
        beginning += (apart & np.uint32(mask)) == 0
    return told + np.float32(0.1) * beginning * (np.float32(1) - told)


class Pairs:
    """Pairs of rows, and what was found out about them before."""

    def __init__(self, coded: Coded, left: Array, right: Array) -> None:
        self.coded, self.left, self.right = coded, left, right
        self._alike: dict[tuple[str, str], Alikeness] = {}

    def __len__(self) -> int:
        return len(self.left)

    def only(self, chosen: Array) -> "Pairs":
        """Return the chosen pairs."""
        some = Pairs(self.coded, self.left[chosen], self.right[chosen])
        some._alike = {columns: told.only(chosen) for columns, told in self._alike.items()}
        return some

    def codes(self, column: str, *, of: str = "") -> tuple[Array, Array]:
        """Return the numbers of the values left and right, or right of another column."""
        codes, others = self.coded.codes(column), self.coded.codes(of or column)
        return codes[self.left], others[self.right]

    def words(self, column: str) -> Words:
        """Return the texts of a column."""
        return self.coded.texts[column].words

    def alike(self, column: str, threshold: float, *, of: str = "") -> Array:
        """Return where the texts are so much alike, left in the column and right in it or in another."""
        key = (column, of or column)
        if key not in self._alike:
            self._alike[key] = Alikeness(*self.codes(column, of=of), self.words(column))
        return self._alike[key].reaches(threshold)

    def hold(self, conditions: Sequence[Condition]) -> Array:
        """Return for which pairs all conditions hold; each is asked only where the ones before do."""
        if not conditions:
            return np.ones(len(self), bool)
        first, *others = conditions
        told = _ASKED[first.kind](self, *first.arguments)
        if others and told.any():
            told[told] = self.only(told).hold(others)
        return told


def _where(chosen: Array, ask: Callable[[Array], Array]) -> Array:
    """Ask only about the chosen pairs; of the others it does not hold."""
    told = np.zeros(chosen.size, bool)
    places = np.flatnonzero(chosen)
    if places.size:
        told[places] = ask(places)
    return told


def _measured(
    scorer: Any, one: Array, other: Array, words: Words, *, at_most: int | None = None
) -> Array:
    """Return what a measure of rapidfuzz says of each two texts."""
    left, right = words.texts[one], words.texts[other]
    return cpdist(left, right, scorer=scorer, dtype=np.float64, score_cutoff=at_most)


def _equal(pairs: Pairs, column: str) -> Array:
    one, other = pairs.codes(column)
    return (one == other) & (one != UNKNOWN)


def _missing(pairs: Pairs, column: str) -> Array:
    known = pairs.coded.known(column)
    return ~(known[pairs.left] & known[pairs.right])


def _similar(pairs: Pairs, column: str, threshold: float) -> Array:
    return pairs.alike(column, threshold)


def _edits(pairs: Pairs, column: str, most: int) -> Array:
    one, other, known = _both(pairs, column)
    words = pairs.words(column)
    apart = np.abs(words.lengths[one] - words.lengths[other])
    ask = known & (apart <= most)
    # Of texts as long as each other one edit changes one place, or two that lie side by side.
    ask[ask] = (apart[ask] > 0) | (_places_apart(one[ask], other[ask], words) <= 2 * most)

    def near(at: Array) -> Array:
        distance = DamerauLevenshtein.distance
        return _measured(distance, one[at], other[at], words, at_most=most) <= most

    return _where(ask, near)


def _differ(pairs: Pairs, column: str, most: int) -> Array:
    one, other, known = _both(pairs, column)
    words = pairs.words(column)
    as_long = known & (words.lengths[one] == words.lengths[other])
    return _where(as_long, lambda at: _places_apart(one[at], other[at], words) <= most)


def _both(pairs: Pairs, column: str) -> tuple[Array, Array, Array]:
    one, other = pairs.codes(column)
    return one, other, (one != UNKNOWN) & (other != UNKNOWN)


def _places_apart(one: Array, other: Array, words: Words) -> Array:
    """Return at how many places the texts hold another letter."""
    told = np.zeros(one.size, np.int32)
    for place in range(words.letters.shape[1]):
        letters = words.letters[:, place]
        told += letters[one] != letters[other]
    return told


def _prefix(pairs: Pairs, column: str) -> Array:
    (one, other), words = pairs.codes(column), pairs.words(column)
    known = (one != UNKNOWN) & (other != UNKNOWN)
    uneven = known & (words.lengths[one] != words.lengths[other])

    def begins(at: Array) -> Array:
        told = zip(words.texts[one[at]], words.texts[other[at]], strict=True)
        return np.fromiter((a.startswith(b) or b.startswith(a) for a, b in told), bool, at.size)

    return (known & (one == other)) | _where(uneven, begins)


def _within(pairs: Pairs, column: str, most: int) -> Array:
    one, other = pairs.codes(column)
    return (one != UNKNOWN) & (other != UNKNOWN) & (np.abs(one - other) <= most)


def _crossed(pairs: Pairs, one: str, other: str) -> Array:
    here, there = pairs.codes(one, of=other)
    back, forth = pairs.codes(other, of=one)
    return ((here == there) & (here != UNKNOWN)) | ((back == forth) & (forth != UNKNOWN))


def _swapped(pairs: Pairs, one: str, other: str) -> Array:
    here, there = pairs.codes(one, of=other)
    back, forth = pairs.codes(other, of=one)
    return (here == there) & (here != UNKNOWN) & (back == forth) & (forth != UNKNOWN)


def _crossed_alike(pairs: Pairs, one: str, other: str, threshold: float) -> Array:
    return pairs.alike(one, threshold, of=other) | pairs.alike(other, threshold, of=one)


def _common(lists: Lists, pairs: Pairs) -> Array:
    """Return how many values the lists of each pair share."""
    counted = np.zeros(len(pairs), np.int32)
    left, right = lists.starts[pairs.left], lists.starts[pairs.right]
    many, more = lists.lengths[pairs.left], lists.lengths[pairs.right]
    for i in range(int(many.max(initial=0))):
        for j in range(int(more.max(initial=0))):
            at = np.flatnonzero((many > i) & (more > j))
            counted[at] += lists.codes[left[at] + i] == lists.codes[right[at] + j]
    return counted


def _share(pairs: Pairs, column: str) -> Array:
    return _common(pairs.coded.lists[column], pairs) > 0


def _overlap(pairs: Pairs, column: str, share_of_smaller: float) -> Array:
    lists = pairs.coded.lists[column]
    least = np.minimum(lists.lengths[pairs.left], lists.lengths[pairs.right])
    return (least > 0) & (_common(lists, pairs) >= share_of_smaller * least)


_ASKED: dict[str, Callable[..., Array]] = {
    "equal": _equal,
    "missing": _missing,
    "similar": _similar,
    "edits": _edits,
    "differ": _differ,
    "share": _share,
    "crossed": _crossed,
    "crossed_alike": _crossed_alike,
    "swapped": _swapped,
    "prefix": _prefix,
    "within": _within,
    "overlap": _overlap,
}
