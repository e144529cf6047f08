"""Rows as columns of numbers: equal texts have equal numbers, so that many pairs are compared at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa

from wegwijzer.subjects.matching.columns import NUMBERS, lists_of
from wegwijzer.subjects.matching.spec import Frequencies, ModelSpec, Part

UNKNOWN = -1
Array = np.ndarray


class Words:
    """The different texts of some columns, by number; behind them an empty one, for who has none."""

    def __init__(self, texts: pa.Array) -> None:
        self._texts = texts
        self.count = len(texts)

    @cached_property
    def texts(self) -> Array:
        """Return the texts, one object each."""
        made = np.empty(self.count + 1, dtype=object)
        made[:] = [*self._texts.to_pylist(), ""]
        return made

    @cached_property
    def lengths(self) -> Array:
        """Return how many letters each text has, at least one."""
        return np.maximum(np.fromiter(map(len, self.texts), np.int32, len(self.texts)), 1)

    @cached_property
    def letters(self) -> Array:
        """Return the letters of each text as numbers, one a place, with zeros behind it."""
        longest = self.lengths.max()
        return self.texts.astype(f"U{longest}").view(np.uint32).reshape(-1, longest)

    @cached_property
    def bags(self) -> Array:
        """Return which letters each text holds, as bits; letters may share a bit."""
        bits = np.left_shift(np.uint32(1), self.letters % np.uint32(32))
        return np.bitwise_or.reduce(np.where(self.letters > 0, bits, np.uint32(0)), axis=1)

    @cached_property
    def heads(self) -> Array:
        """Return the first four letters of each text as one number, the first in its lowest byte."""
        held = self.letters[:, :4]
        four = np.zeros((len(held), 4), np.uint8)
        four[:, : held.shape[1]] = held & np.uint32(0xFF)
        return four.view(np.uint32).reshape(-1)

    def shares(self, frequencies: Frequencies) -> Array:
        """Return how common each text is; zero for none."""
        told = np.fromiter(map(frequencies.of, self.texts), float, len(self.texts))
        told[UNKNOWN] = 0.0
        return told

    def beginnings(self, letters: int) -> tuple[Array, int]:
        """Return for each text the number of its first letters, and how many there are."""
        cut = pa.array([text[:letters] for text in self.texts], pa.string()).dictionary_encode()
        return cut.indices.to_numpy(), len(cut.dictionary)


@dataclass(frozen=True, slots=True)
class Texts:
    """A column of texts: by row the number of the text, or UNKNOWN."""

    codes: Array
    words: Words


@dataclass(frozen=True, slots=True)
class Lists:
    """A column of lists: the numbers of a row stand from its start on, as many as its length."""

    starts: Array
    lengths: Array
    codes: Array
    words: Words


class Coded:
    """The rows of one kind of record, numbered from 0 in their order."""

    def __init__(self, spec: ModelSpec, table: pa.Table) -> None:
        self.spec, self.rows = spec, table.num_rows
        self.texts: dict[str, Texts] = {}
        self.lists: dict[str, Lists] = {}
        self.numbers: dict[str, Array] = {}
        self._known: dict[str, Array] = {}
        lists = lists_of(spec.kind)
        for column in spec.columns():
            if column in NUMBERS:
                values = table[column].combine_chunks().fill_null(UNKNOWN)
                self.numbers[column] = values.to_numpy(zero_copy_only=False)
            elif column in lists:
                self.lists[column] = _list_column(table[column])
        single = [column for column in spec.columns() if self._is_text(column)]
        for family in _families(spec, single):
            self.texts |= _text_columns({one: table[one] for one in family})

    def _is_text(self, column: str) -> bool:
        return column not in self.numbers and column not in self.lists

    def codes(self, column: str) -> Array:
        """Return by row the number, or the number of the text; UNKNOWN where there is none."""
        return self.numbers[column] if column in self.numbers else self.texts[column].codes

    def known(self, column: str) -> Array:
        """Return which rows have a value."""
        if column not in self._known:
            lists = self.lists.get(column)
            self._known[column] = lists.lengths > 0 if lists else self.codes(column) != UNKNOWN
        return self._known[column]

    def part(self, part: Part) -> tuple[Array, Array, int]:
        """Return the ingredient of a key as rows and numbers, and how many numbers there can be."""
        everyone = np.arange(self.rows, dtype=np.int64)
        if part.each:
            lists = self.lists[part.column]
            rows, codes, words = np.repeat(everyone, lists.lengths), lists.codes, lists.words
        else:
            rows = everyone[self.known(part.column)]
            codes = self.codes(part.column)[rows]
            if part.column in self.numbers:
                return rows, codes.astype(np.int64), int(codes.max(initial=0)) + 1
            words = self.texts[part.column].words
        if part.letters:
            cut, count = words.beginnings(part.letters)
            return rows, cut[codes].astype(np.int64), count
        return rows, codes.astype(np.int64), words.count


def coded_rows(spec: ModelSpec, rows: Iterable[Mapping[str, Any]]) -> Coded:
    """Return rows as numbers."""
    return Coded(spec, pa.concat_tables(row_tables(spec, rows)))


def row_tables(
    spec: ModelSpec, rows: Iterable[Mapping[str, Any]], *, chunk: int = 100_000
) -> Iterator[pa.Table]:
    """Yield rows as tables of columns, numbered from 0 in their order."""
    columns, schema = spec.columns(), row_schema(spec)
    pending: dict[str, list[Any]] = {column: [] for column in schema.names}
    for number, row in enumerate(rows):
        if len(pending["unique_id"]) == chunk:
            yield pa.table(pending, schema=schema)
            pending = {column: [] for column in schema.names}
        pending["unique_id"].append(number)
        for column in columns:
            pending[column].append(row[column])
    yield pa.table(pending, schema=schema)


def row_schema(spec: ModelSpec) -> pa.Schema:
    """Return the columns of a table of rows, with their types."""
    lists = lists_of(spec.kind)
    kinds = {True: pa.list_(pa.string()), False: pa.string()}
    columns = [
        (column, pa.int32() if column in NUMBERS else kinds[column in lists])
        for column in spec.columns()
    ]
    return pa.schema([("unique_id", pa.int32()), *columns])


def _families(spec: ModelSpec, columns: Sequence[str]) -> list[list[str]]:
    """Return the columns that are compared with each other together, and every other one alone."""
    family = {column: [column] for column in columns}
    for one in spec.fields:
        for condition in (asked for level in one.levels for asked in level.conditions):
            told = [name for name in condition.arguments if isinstance(name, str)]
            if len(told) > 1 and family[told[0]] is not family[told[1]]:
                family[told[0]] += family[told[1]]
                family |= dict.fromkeys(family[told[1]], family[told[0]])
    return list({id(members): members for members in family.values()}.values())


def _text_columns(columns: Mapping[str, pa.ChunkedArray]) -> dict[str, Texts]:
    """Return columns that share their numbers."""
    told = _numbered([chunk for one in columns.values() for chunk in one.chunks])
    codes = told.indices.fill_null(UNKNOWN).to_numpy(zero_copy_only=False)
    words, made, start = Words(told.dictionary), {}, 0
    for name, one in columns.items():
        made[name] = Texts(codes[start : start + len(one)], words)
        start += len(one)
    return made


def _list_column(column: pa.ChunkedArray) -> Lists:
    told = _numbered([chunk.flatten() for chunk in column.chunks])
    held = column.combine_chunks().value_lengths().fill_null(0)
    lengths = held.to_numpy(zero_copy_only=False)
    starts = np.cumsum(lengths, dtype=np.int64) - lengths
    return Lists(
        starts, lengths, told.indices.to_numpy(zero_copy_only=False), Words(told.dictionary)
    )


def _numbered(chunks: Sequence[pa.Array]) -> pa.DictionaryArray:
    """Return texts as one array of numbers and the texts they stand for; some may be so already."""
    kind = pa.dictionary(pa.int32(), pa.string())
    told = [one if pa.types.is_dictionary(one.type) else one.dictionary_encode() for one in chunks]
    return pa.chunked_array(told, kind).unify_dictionaries().combine_chunks()
