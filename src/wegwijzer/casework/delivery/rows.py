"""Judge one delivered row: an item that may be kept, or every reason why not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from uuid import UUID

from wegwijzer.casework.delivery.dates import day_or_part, whole_day
from wegwijzer.casework.delivery.mapping import (
    ABOUT_THE_ITEM,
    EXTRA,
    FIELDS,
    IGNORED,
    Mapping,
)
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
    clean_value,
)
from wegwijzer.subjects.rules.facts import LISTS
from wegwijzer.subjects.rules.identifiers import postcode

T = TypeVar("T")
LONGEST_SHOWN = 40
GARBLED = "\ufffd"  # stands where a byte was no character
UNREADABLE = _("In deze cel staan onleesbare tekens. Sla het bestand op als UTF-8.")
TOO_LONG = _("Deze tekst is te lang. Gebruik ten hoogste %(most)s tekens.")
TOO_MANY_CELLS = _(
    "Deze rij heeft meer cellen dan de kopregel. "
    "Zet tekst met een scheidingsteken tussen aanhalingstekens."
)
ZERO_RESTORED = _("De nullen aan het begin waren weg en zijn teruggezet.")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row is not taken: the column, what stands there (shortened), and a sentence."""

    column: str
    value: str
    sentence: str


@dataclass(frozen=True, slots=True)
class GoodRow:
    """A row that can be kept, and what was put right in it."""

    number: int
    item: ProvidedItem
    notes: tuple[Reason, ...] = ()


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
    reasons = _unreadable(columns, mapping, row)

    def fault(field: str, error: Invalid) -> None:
        value = told.get(field, "")
        reasons.append(Reason(_column(columns, mapping, field), _short(value), str(error)))

    item = _item(told, defaults.item, fault)
    subject = _subject(told, item, defaults, fault)
    if reasons:
        return RejectedRow(row.number, row.values, tuple(reasons))
    content = _extra(columns, mapping, row)
    summary = told.get("summary", "") or item.summary
    kept = replace(item, subject=subject, content=content, summary=summary)
    return GoodRow(row.number, kept, _notes(columns, mapping, told))


def _column(columns: Sequence[str], mapping: Mapping, field: str) -> str:
    place = mapping.of(field)
    return columns[place] if place is not None and place < len(columns) else ""


def _told(mapping: Mapping, row: Row) -> dict[str, str]:
    """Return what the row says per field; empty cells say nothing."""
    return {
        field: value
        for field, value in zip(mapping.fields, row.values, strict=False)
        if field in FIELDS and value
    }


def _unreadable(columns: Sequence[str], mapping: Mapping, row: Row) -> list[Reason]:
    """Return what is wrong with the cells themselves, before anything is read in them."""
    reasons = []
    if len(row.values) > len(columns):
        reasons.append(Reason("", _short(row.values[len(columns)]), TOO_MANY_CELLS))
    for name, field, value in zip(columns, mapping.fields, row.values, strict=False):
        if field != IGNORED and GARBLED in value:
            reasons.append(Reason(name, _short(value), UNREADABLE))
        if field == EXTRA and len(value) > LONGEST_VALUE:
            reasons.append(Reason(name, _short(value), TOO_LONG % {"most": LONGEST_VALUE}))
    return reasons


def _extra(columns: Sequence[str], mapping: Mapping, row: Row) -> dict[str, str]:
    """Return the columns that are kept beside the fields, under their own names."""
    return {
        name: value
        for name, field, value in zip(columns, mapping.fields, row.values, strict=False)
        if field == EXTRA and value
    }


# How many digits a number has; a spreadsheet drops the zeros in front.
WHOLE: dict[str, int] = {"bsn": 9, "rsin": 9, "kvk": 8, "establishment": 12}


def _notes(columns: Sequence[str], mapping: Mapping, told: dict[str, str]) -> tuple[Reason, ...]:
    """Return what was put right in a row that is kept."""
    return tuple(
        Reason(_column(columns, mapping, field), told[field], ZERO_RESTORED)
        for field, length in WHOLE.items()
        if field in told and sum(map(str.isdigit, told[field])) < length
    )


Fault = Callable[[str, Invalid], None]
READERS: dict[str, Callable[[str], Any]] = {
    "category": lambda text: _one_of(Category, CATEGORY_LABELS, text),
    "relation": lambda text: _one_of(Relation, RELATION_LABELS, text),
    "source_reliability": lambda text: _coded(SourceReliability, text),
    "information_reliability": lambda text: _coded(InformationReliability, text),
    "handling": lambda text: _coded(Handling, text),
    "first_processed_date": whole_day,
    "circle_link": str,
}


def _item(told: dict[str, str], start: ProvidedItem, fault: Fault) -> ProvidedItem:
    """Return the defaults with what the row says about the item itself."""
    change: dict[str, Any] = {}
    for field, read in READERS.items():
        if field in told:
            try:
                change[field] = read(told[field])
            except Invalid as error:
                fault(field, error)
    return replace(start, **change) if change else start


def _subject(
    told: dict[str, str], item: ProvidedItem, defaults: Defaults, fault: Fault
) -> SubjectFacts | None:
    """Return whom or what the row is about; every field that is wrong is named."""
    content = {name: value for name, value in told.items() if name not in ABOUT_THE_ITEM}
    if not content:
        return None
    try:
        if "birth_date" in content:
            content["birth_date"] = day_or_part(content["birth_date"])
        facts: dict[str, Any] = {name: _parts(name, value) for name, value in content.items()}
        return clean(
            SubjectFacts(
                kind=_kind(content),
                source_participant_id=defaults.participant_id,
                first_processed_date=item.first_processed_date,
                relation=item.relation,
                circle_link=item.circle_link,
                source_reliability=item.source_reliability,
                information_reliability=item.information_reliability,
                handling=item.handling,
                **facts,
            )
        )
    except Invalid as error:
        _name_faults(content, error, fault)
        return None


def _parts(name: str, value: str) -> Any:
    return tuple(part.strip() for part in value.split(";")) if name in LISTS else value


def _name_faults(content: dict[str, str], first: Invalid, fault: Fault) -> None:
    """Name every field that is wrong; only where each is right by itself, what is missing."""
    named = 0
    for name, value in content.items():
        try:
            _check_field(name, value, content.get("country", ""))
        except Invalid as error:
            fault(name, error)
            named += 1
    if named == 0:
        fault(first.field or "", first)


def _check_field(name: str, value: str, country: str) -> None:
    if name == "birth_date":
        day_or_part(value)
    elif name == "postcode":
        postcode(value, country)
    else:
        for part in value.split(";") if name in LISTS else (value,):
            if part.strip():
                clean_value(name, part)


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


def _short(value: str) -> str:
    return value if len(value) <= LONGEST_SHOWN else f"{value[:LONGEST_SHOWN]}…"
