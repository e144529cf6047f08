"""Which rows share a key, and so are compared: by sorting numbers, rule by rule."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from wegwijzer.subjects.matching.coded import Array, Coded
from wegwijzer.subjects.matching.spec import KeyRule, Part

THREADS = 2
_HALF = np.int64(32)
_LOW = np.int64(0xFFFFFFFF)


def candidates(coded: Coded) -> tuple[Array, dict[str, int]]:
    """Return the pairs that share a key, packed and in order; and per rule how many keys too many share."""
    with ThreadPoolExecutor(THREADS) as pool:
        told = list(pool.map(lambda rule: _of_rule(coded, rule), coded.spec.keys))
    skipped = {
        rule.name: crowded
        for rule, (_pairs, crowded) in zip(coded.spec.keys, told, strict=True)
        if crowded
    }
    return in_order(np.concatenate([pairs for pairs, _crowded in told])), skipped


def pack(left: Array, right: Array) -> Array:
    """Return pairs of rows as one number each, which sort by the left row first."""
    return (left.astype(np.int64) << _HALF) | right.astype(np.int64)


def unpack(pairs: Array) -> tuple[Array, Array]:
    """Return the left and the right rows of packed pairs."""
    return (pairs >> _HALF).astype(np.int32), (pairs & _LOW).astype(np.int32)


def in_order(pairs: Array) -> Array:
    """Return the different pairs in order."""
    pairs = np.sort(pairs)
    return pairs[np.append(True, pairs[1:] != pairs[:-1])] if pairs.size else pairs


def _of_rule(coded: Coded, rule: KeyRule) -> tuple[Array, int]:
    """Return the pairs that share a key of one rule, and how many keys too many rows share."""
    keys, rows = _keys(coded, rule)
    crowded = int((np.diff(run_bounds(keys)) > rule.most).sum())
    found = list(pairs_within(keys, rows, most=rule.most))
    return in_order(np.concatenate(found)) if found else np.empty(0, np.int64), crowded


def _keys(coded: Coded, rule: KeyRule) -> tuple[Array, Array]:
    """Return a number for each key of the rule with the row that has it, in order, each once."""
    first, *others = rule.parts
    rows, keys, count = coded.part(first)
    for part in others:
        rows, keys, count = _joined(coded, part, rows, keys, count)
    bits = max(coded.rows - 1, 1).bit_length()
    if count > 1 << (63 - bits):
        keys, count = _dense(keys)
    told = in_order((keys << np.int64(bits)) | rows)
    return told >> np.int64(bits), told & np.int64((1 << bits) - 1)


def _joined(
    coded: Coded, part: Part, rows: Array, keys: Array, count: int
) -> tuple[Array, Array, int]:
    """Return the keys with one ingredient more; who lacks it has no key, who has several gets several."""
    its_rows, values, many = coded.part(part)
    starts = np.searchsorted(its_rows, np.arange(coded.rows + 1))
    held = np.diff(starts)[rows]
    taken = np.repeat(np.arange(rows.size), held)
    place = np.arange(taken.size) - np.repeat(np.cumsum(held) - held, held)
    if count * many >= 1 << 62:
        keys, count = _dense(keys)
    rows = rows[taken]
    return rows, keys[taken] * np.int64(many) + values[starts[rows] + place], count * many


def _dense(keys: Array) -> tuple[Array, int]:
    """Return keys numbered from 0 without gaps, and how many there are."""
    different, numbered = np.unique(keys, return_inverse=True)
    return numbered.astype(np.int64), different.size


def run_bounds(keys: Array) -> Array:
    """Return where each run of equal keys begins, and the end."""
    changes = np.flatnonzero(keys[1:] != keys[:-1]) + 1
    return np.concatenate([[0], changes, [keys.size]]) if keys.size else np.zeros(1, np.int64)


def pairs_within(keys: Array, rows: Array, *, most: int) -> Iterator[Array]:
    """Yield, packed, every pair of rows with one key; both in order; not of keys that too many share."""
    bounds = run_bounds(keys)
    sizes = np.diff(bounds)
    fine = (sizes > 1) & (sizes <= most)
    sizes = sizes[fine]
    within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    place = np.repeat(bounds[:-1][fine], sizes) + within
    after = np.repeat(sizes, sizes) - within - 1
    step = 1
    while (going := after >= step).any():
        place, after = place[going], after[going]
        yield pack(rows[place], rows[place + step])
        step += 1
