"""Judge one delivered row: an item that may be kept, or every reason why not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar
from uuid import UUID

from wegwijzer.casework.delivery.mapping import ABOUT_THE_ITEM, EXTRA, FIELDS, Mapping
from wegwijzer.casework.delivery.reader import Row
from wegwijzer.casework.rules.items import LONGEST_VALUE, ProvidedItem
from wegwijzer.kernel.errors import Invalid
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.law.vocabulary import CATEGORY_LABELS, RELATION_LABELS, Category, Relation
from wegwijzer.subjects.rules import (
    Handling,
    InformationReliability,
    SourceReliability,
    SubjectFacts,
    SubjectKind,
    clean,
)
from wegwijzer.subjects.rules.facts import CLEANERS, LISTS
from wegwijzer.subjects.rules.identifiers import partial_date

T = TypeVar("T")
LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row is not taken: the column, what stands there (shortened), and a sentence."""

    column: str
    value: str
    sentence: str


@dataclass(frozen=True, slots=True)
class GoodRow:
    """A row that can be kept."""

    number: int
    item: ProvidedItem


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that cannot, with every reason."""

    number: int
    values: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for every row of a delivery unless a column says otherwise."""

    item: ProvidedItem
    participant_id: UUID


def judge_row(
    columns: Sequence[str], mapping: Mapping, row: Row, defaults: Defaults
) -> GoodRow | RejectedRow:
    """Return the item that a row holds, or every reason why it can't be kept."""
    told = _told(mapping, row)
    reasons: list[Reason] = []

    def fault(field: str, error: Invalid) -> None:
        place = mapping.of(field)
        column = columns[place] if place is not None and place < len(columns) else ""
        reasons.append(Reason(column, _short(told.get(field, "")), error.message))

    item = _item(told, defaults.item, fault)
    subject = _subject(told, item, defaults, fault)
    if reasons:
        return RejectedRow(row.number, row.values, tuple(reasons))
    content = _extra(columns, mapping, row)
    summary = told.get("summary", "") or item.summary
    return GoodRow(row.number, replace(item, subject=subject, content=content, summary=summary))


def _told(mapping: Mapping, row: Row) -> dict[str, str]:
    """Return what the row says per field; empty cells say nothing."""
    return {
        field: value
        for field, value in zip(mapping.fields, row.values, strict=False)
        if field in FIELDS and value
    }


def _extra(columns: Sequence[str], mapping: Mapping, row: Row) -> dict[str, str]:
    """Return the columns that are kept beside the fields, under their own names."""
    return {
        name: value[:LONGEST_VALUE]
        for name, field, value in zip(columns, mapping.fields, row.values, strict=False)
        if field == EXTRA and value
    }


Fault = Callable[[str, Invalid], None]


def _item(told: dict[str, str], start: ProvidedItem, fault: Fault) -> ProvidedItem:
    """Return the defaults with what the row says about the item itself."""
    change: dict[str, Any] = {}
    readers: dict[str, Callable[[str], Any]] = {
        "category": lambda text: _one_of(Category, CATEGORY_LABELS, text),
        "relation": lambda text: _one_of(Relation, RELATION_LABELS, text),
        "source_reliability": lambda text: _coded(SourceReliability, text),
        "information_reliability": lambda text: _coded(InformationReliability, text),
        "handling": lambda text: _coded(Handling, text),
        "first_processed_date": _day,
        "circle_link": str,
    }
    for field, read in readers.items():
        if field in told:
            try:
                change[field] = read(told[field])
            except Invalid as error:
                fault(field, error)
    return replace(start, **change)


def _subject(
    told: dict[str, str], item: ProvidedItem, defaults: Defaults, fault: Fault
) -> SubjectFacts | None:
    """Return whom or what the row is about; every field that is wrong is named."""
    content = {name: value for name, value in told.items() if name not in ABOUT_THE_ITEM}
    if not content:
        return None
    good: dict[str, Any] = {}
    for name, value in content.items():
        parts = tuple(p.strip() for p in value.split(";")) if name in LISTS else (value,)
        try:
            cleaned = tuple(CLEANERS[name](p) if name in CLEANERS else p for p in parts if p)
        except Invalid as error:
            fault(name, error)
            continue
        good[name] = cleaned if name in LISTS else cleaned[0]
    facts = SubjectFacts(
        kind=_kind(content),
        source_participant_id=defaults.participant_id,
        first_processed_date=item.first_processed_date,
        relation=item.relation,
        circle_link=item.circle_link,
        source_reliability=item.source_reliability,
        information_reliability=item.information_reliability,
        handling=item.handling,
        **good,
    )
    if len(good) < len(content):
        return facts
    try:
        return clean(facts)
    except Invalid as error:
        fault(error.field or "", error)
        return None


# The first kind of which the row says something that only that kind has.
TELLING: tuple[tuple[SubjectKind, frozenset[str]], ...] = (
    (
        SubjectKind.PERSON,
        frozenset({"surname", "given_names", "full_name", "call_name", "bsn", "birth_date"}),
    ),
    (SubjectKind.ORGANISATION, frozenset({"name", "kvk", "rsin", "establishment"})),
    (SubjectKind.VEHICLE, frozenset({"plate"})),
    (SubjectKind.VESSEL, frozenset({"imo", "eni", "vessel_name"})),
    (SubjectKind.ADDRESS, frozenset({"street", "postcode"})),
    (SubjectKind.PHONE, frozenset({"phones"})),
    (SubjectKind.ACCOUNT, frozenset({"ibans"})),
)


def _kind(content: dict[str, str]) -> SubjectKind:
    for kind, fields in TELLING:
        if not fields.isdisjoint(content):
            return kind
    return SubjectKind.PERSON


def _one_of(kind: Callable[[str], T], labels: dict[Any, str], text: str) -> T:
    by_label = {label.lower(): key for key, label in labels.items()}
    try:
        return kind(by_label.get(text.lower(), text.lower()))
    except ValueError:
        raise Invalid(_("Deze keuze bestaat niet. Gebruik een naam uit de lijst.")) from None


def _coded(kind: Callable[[str], T], text: str) -> T:
    try:
        return kind(text.strip().upper())
    except ValueError:
        raise Invalid(_("Deze code bestaat niet. Gebruik A-X, 1-4 of H0-H3.")) from None


def _day(text: str) -> date:
    """Return a whole day; a number is the day count of a spreadsheet."""
    if text.isdigit() and 20_000 <= int(text) <= 80_000:
        return date(1899, 12, 30) + timedelta(days=int(text))
    written = partial_date(text.split(" ", maxsplit=1)[0])
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Invalid(_("Dit is geen hele datum. Schrijf dag, maand en jaar.")) from None


def _short(value: str) -> str:
    return value if len(value) <= LONGEST_SHOWN else f"{value[:LONGEST_SHOWN]}…"
