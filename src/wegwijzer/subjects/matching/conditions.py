"""What a level can ask of two rows: each condition says the same in SQL and in Python.

A value that is missing never makes a condition true, except in `missing` and `one_missing`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein, Hamming, JaroWinkler

Row = Mapping[str, Any]
Test = Callable[[Row, Row], bool]
Argument = str | float | int


@dataclass(frozen=True, slots=True)
class Condition:
    """One question about two rows, by name and arguments so that it can be written to JSON."""

    kind: str
    arguments: tuple[Argument, ...]

    def sql(self) -> str:
        """Return the condition for DuckDB, with `_l` and `_r` columns."""
        return _SQL[self.kind](*self.arguments)

    def test(self) -> Test:
        """Return the condition as a function of two rows."""
        return _PYTHON[self.kind](*self.arguments)


def equal(column: str) -> Condition:
    """Both have the same value."""
    return Condition("equal", (column,))


def missing(column: str) -> Condition:
    """At least one of the two has no value."""
    return Condition("missing", (column,))


def similar(column: str, threshold: float) -> Condition:
    """Return whether the Jaro-Winkler similarity is at least the threshold."""
    return Condition("similar", (column, threshold))


def edits(column: str, most: int) -> Condition:
    """At most so many letters are added, dropped, changed or swapped."""
    return Condition("edits", (column, most))


def differ(column: str, most: int) -> Condition:
    """Both are as long, and at most so many places hold another letter."""
    return Condition("differ", (column, most))


def share(column: str) -> Condition:
    """Return whether the two lists have a value in common."""
    return Condition("share", (column,))


def crossed(one: str, other: str) -> Condition:
    """Either has in `one` what the other has in `other`."""
    return Condition("crossed", (one, other))


def crossed_alike(one: str, other: str, threshold: float) -> Condition:
    """Either has in `one` about what the other has in `other`."""
    return Condition("crossed_alike", (one, other, threshold))


def swapped(one: str, other: str) -> Condition:
    """Each has in `one` what the other has in `other`."""
    return Condition("swapped", (one, other))


def prefix(column: str) -> Condition:
    """One value is the beginning of the other."""
    return Condition("prefix", (column,))


def within(column: str, most: int) -> Condition:
    """Return whether the numbers differ by at most so much."""
    return Condition("within", (column, most))


def overlap(column: str, share_of_smaller: float) -> Condition:
    """So large a share of the shorter list is in the other list too."""
    return Condition("overlap", (column, share_of_smaller))


def _equal_test(column: str) -> Test:
    def test(a: Row, b: Row) -> bool:
        return a[column] is not None and a[column] == b[column]

    return test


def _missing_test(column: str) -> Test:
    def test(a: Row, b: Row) -> bool:
        return a[column] is None or b[column] is None

    return test


def _similar_test(column: str, threshold: float) -> Test:
    similarity = JaroWinkler.similarity

    def test(a: Row, b: Row) -> bool:
        x, y = a[column], b[column]
        return x is not None and y is not None and similarity(x, y) >= threshold

    return test


def _edits_test(column: str, most: int) -> Test:
    distance = DamerauLevenshtein.distance

    def test(a: Row, b: Row) -> bool:
        x, y = a[column], b[column]
        if x is None or y is None or abs(len(x) - len(y)) > most:
            return False
        return distance(x, y) <= most

    return test


def _differ_test(column: str, most: int) -> Test:
    def test(a: Row, b: Row) -> bool:
        x, y = a[column], b[column]
        return (
            x is not None and y is not None and len(x) == len(y) and Hamming.distance(x, y) <= most
        )

    return test


def _share_test(column: str) -> Test:
    def test(a: Row, b: Row) -> bool:
        x, y = a[column], b[column]
        return x is not None and y is not None and any(value in y for value in x)

    return test


def _crossed_test(one: str, other: str) -> Test:
    def test(a: Row, b: Row) -> bool:
        x, y = a[one], b[one]
        return (x is not None and x == b[other]) or (y is not None and y == a[other])

    return test


def _crossed_alike_test(one: str, other: str, threshold: float) -> Test:
    similarity = JaroWinkler.similarity

    def alike(x: str | None, y: str | None) -> bool:
        return x is not None and y is not None and similarity(x, y) >= threshold

    def test(a: Row, b: Row) -> bool:
        return alike(a[one], b[other]) or alike(b[one], a[other])

    return test


def _swapped_test(one: str, other: str) -> Test:
    def test(a: Row, b: Row) -> bool:
        x, y = a[one], b[one]
        return x is not None and y is not None and x == b[other] and y == a[other]

    return test


def _prefix_test(column: str) -> Test:
    def test(a: Row, b: Row) -> bool:
        x, y = a[column], b[column]
        return x is not None and y is not None and (x.startswith(y) or y.startswith(x))

    return test


def _within_test(column: str, most: int) -> Test:
    def test(a: Row, b: Row) -> bool:
        x, y = a[column], b[column]
        return x is not None and y is not None and abs(x - y) <= most

    return test


def _overlap_test(column: str, share_of_smaller: float) -> Test:
    def test(a: Row, b: Row) -> bool:
        x, y = a[column], b[column]
        if x is None or y is None:
            return False
        common = sum(value in y for value in x)
        return common >= share_of_smaller * min(len(x), len(y))

    return test


_PYTHON: dict[str, Callable[..., Test]] = {
    "equal": _equal_test,
    "missing": _missing_test,
    "similar": _similar_test,
    "edits": _edits_test,
    "differ": _differ_test,
    "share": _share_test,
    "crossed": _crossed_test,
    "crossed_alike": _crossed_alike_test,
    "swapped": _swapped_test,
    "prefix": _prefix_test,
    "within": _within_test,
    "overlap": _overlap_test,
}


def _edits_sql(column: str, most: int) -> str:
    """Return the test on the number of edits."""
    return (
        f"(abs(length({column}_l) - length({column}_r)) <= {most} "
        f"and damerau_levenshtein({column}_l, {column}_r) <= {most})"
    )


def _one_edit_sql(column: str) -> str:
    """Return the test on one edit, asked the dear way only where counting places leaves it open."""
    left, right = f"{column}_l", f"{column}_r"
    return (
        f"(case when strlen({left}) = strlen({right}) then case hamming({left}, {right}) "
        f"when 0 then true when 1 then true "
        f"when 2 then damerau_levenshtein({left}, {right}) <= 1 else false end "
        f"when abs(length({left}) - length({right})) <= 1 "
        f"then damerau_levenshtein({left}, {right}) <= 1 else false end)"
    )


_SQL: dict[str, Callable[..., str]] = {
    "equal": lambda c: f"{c}_l = {c}_r",
    "missing": lambda c: f"({c}_l is null or {c}_r is null)",
    "similar": lambda c, t: f"jaro_winkler_similarity({c}_l, {c}_r) >= {t}",
    "edits": lambda c, n: _one_edit_sql(c) if n == 1 else _edits_sql(c, n),
    "differ": lambda c, n: (
        f"(case when strlen({c}_l) = strlen({c}_r) then hamming({c}_l, {c}_r) <= {n} else false end)"
    ),
    "share": lambda c: f"list_has_any({c}_l, {c}_r)",
    "crossed": lambda a, b: f"({a}_l = {b}_r or {a}_r = {b}_l)",
    "crossed_alike": lambda a, b, t: (
        f"(jaro_winkler_similarity({a}_l, {b}_r) >= {t} "
        f"or jaro_winkler_similarity({a}_r, {b}_l) >= {t})"
    ),
    "swapped": lambda a, b: f"({a}_l = {b}_r and {a}_r = {b}_l)",
    "prefix": lambda c: f"(starts_with({c}_l, {c}_r) or starts_with({c}_r, {c}_l))",
    "within": lambda c, n: f"abs({c}_l - {c}_r) <= {n}",
    "overlap": lambda c, s: (
        f"len(list_intersect({c}_l, {c}_r)) >= {s} * least(len({c}_l), len({c}_r))"
    ),
}


def all_sql(conditions: Sequence[Condition]) -> str:
    """Return the conditions joined, for one level."""
    return " and ".join(condition.sql() for condition in conditions)
