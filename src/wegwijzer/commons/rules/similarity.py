"""How alike texts are: the cosine of their TF-IDF, over stems.

All against all is the work of scikit-learn, in a job. One text against some is done here, as a page
should not wait for scikit-learn to load; both give the same figure when they count words in the
same library.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log, sqrt
from typing import Any

# A word that stands in more than this part of a library tells nothing; in a small one it may.
MOST_COMMON = 0.10
SMALL_LIBRARY = 200
# So many rows at a time: the whole table of all against all would not fit.
ROWS = 500
MOST_SHARED = 5


@dataclass(frozen=True, slots=True)
class WordUse:
    """In how many items of a library each word stands; a word it doesn't know stands in one."""

    total: int
    counts: Mapping[str, int] = field(default_factory=dict)

    def weight(self, word: str) -> float:
        """Return how much a word tells: more when it is rarer, nothing when it is everywhere."""
        count = self.counts.get(word, 1)
        if self.total > SMALL_LIBRARY and count > MOST_COMMON * self.total:
            return 0.0
        return log((1 + self.total) / (1 + min(count, self.total))) + 1


def count_words(texts: Sequence[Sequence[str]]) -> WordUse:
    """Return in how many of these texts each word stands."""
    counts: dict[str, int] = {}
    for text in texts:
        for word in text:
            counts[word] = counts.get(word, 0) + 1
    return WordUse(len(texts), counts)


def shared_words(one: Sequence[str], other: Sequence[str], use: WordUse) -> tuple[str, ...]:
    """Return the words that both have and that tell most, the most telling first."""
    both = sorted((-use.weight(word), word) for word in set(one).intersection(other))
    return tuple(word for weight, word in both[:MOST_SHARED] if weight < 0)


def likeness_to(one: Sequence[str], others: Sequence[Sequence[str]], use: WordUse) -> list[float]:
    """Return how alike one text is to each of the others, 0 to 1."""
    known: dict[str, float] = {}

    def square(word: str) -> float:
        if word not in known:
            known[word] = use.weight(word) ** 2
        return known[word]

    own = set(one)
    length = sqrt(sum(map(square, own)))

    def alike(words: set[str]) -> float:
        lengths = length * sqrt(sum(map(square, words)))
        return min(1.0, sum(map(square, own & words)) / lengths) if lengths else 0.0

    return [alike(set(other)) for other in others]


def nearest_pairs(
    texts: Sequence[Sequence[str]], groups: Sequence[Any], use: WordUse, *, most: int, least: float
) -> Iterator[tuple[int, int, float]]:
    """Yield for each text the others of another group that are most alike, as two positions.

    A pair comes once or twice: once from each side. ``least`` is how alike they must be.
    """
    import numpy as np

    if not texts:
        return
    rows = _weighed(texts, use)
    turned = rows.T.tocsr()
    _names, group = np.unique(np.asarray([str(one) for one in groups]), return_inverse=True)
    for start in range(0, len(texts), ROWS):
        product = rows[start : start + ROWS] @ turned
        for offset in range(product.shape[0]):
            low, high = product.indptr[offset], product.indptr[offset + 1]
            columns, values = product.indices[low:high], product.data[low:high]
            mine = start + offset
            keep = (values >= least) & (group[columns] != group[mine])
            columns, values = columns[keep], values[keep]
            for best in np.argsort(-values, kind="stable")[:most]:
                yield mine, int(columns[best]), float(values[best])


def _weighed(texts: Sequence[Sequence[str]], use: WordUse) -> Any:
    """Return a row of weights for each text, of length one."""
    import numpy as np
    from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

    told = sorted({word for text in texts for word in text if use.weight(word) > 0})
    vocabulary = {word: column for column, word in enumerate(told or [""])}
    counted = CountVectorizer(
        analyzer=list, vocabulary=vocabulary, binary=True, dtype=np.float32
    ).transform(texts)
    weights = TfidfTransformer(norm="l2")
    weights.idf_ = np.asarray([use.weight(word) for word in told or [""]], dtype=np.float32)
    return weights.transform(counted).tocsr()
