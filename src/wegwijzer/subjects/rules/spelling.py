"""How each partner wrote what was compared: a comparison works on one form of it, people do not."""

from collections.abc import Iterable, Mapping
from typing import Any

from wegwijzer.subjects.matching.sentences import field_label
from wegwijzer.subjects.rules.comparing import ExplanationRow
from wegwijzer.subjects.rules.showing import LABELS, address_line, written_date

Content = Mapping[str, Any]
# In which fields stands what was compared; the first that is filled in counts. A BSN is not shown.
WRITTEN_IN = {
    "given": ("given_names", "call_name", "initials", "full_name"),
    "surname": ("surname", "birth_surname", "full_name"),
    "birth_place": ("birth_place",),
    "occupation": ("occupation",),
    "city": ("town",),
    "phone": ("phones",),
    "iban": ("ibans",),
    "email": ("emails",),
    "name": ("name", "trade_names"),
    "kvk": ("kvk",),
    "rsin": ("rsin",),
    "vestiging": ("establishment",),
    "website": ("websites",),
    "other_id": ("foreign_number",),
    "birth_date": ("birth_date",),
    "address": ("address",),
    "household": ("address",),
}
_BY_LABEL = {LABELS[name]: (name,) for name in ("plate", "imo", "eni", "vessel_name", "phones")} | {
    field_label(name): fields for name, fields in WRITTEN_IN.items()
}
_CROSSED = "crossed"


def spelled(
    rows: Iterable[ExplanationRow], one: Content, other: Content
) -> tuple[ExplanationRow, ...]:
    """Return what each field says in the words of both partners, as far as its sentence has room.

    ``also`` is how the other wrote it, where the sentence shows one and the two differ.
    """
    left, right = _written(one), _written(other)
    return tuple(_spelled(row, left, right) for row in rows)


def _spelled(row: ExplanationRow, one: Content, other: Content) -> ExplanationRow:
    fields = ("whole_name",) if row.level == _CROSSED else _BY_LABEL.get(row.field, ())
    left, right = _first(fields, one), _first(fields, other)
    if not (left and right):
        return row
    also = "" if left == right or "%(right)s" in row.sentence else right
    values = {"left": left, "right": right}
    return ExplanationRow(row.field, row.level, row.sentence, row.weight_label, values, also)


def _written(content: Content) -> Content:
    """Return what was told, with what is compared as a whole written out."""
    return {
        **content,
        "address": address_line(content),
        "birth_date": written_date(content.get("birth_date", "")),
        "surname": _joined(content, "prefix", "surname") if content.get("surname") else "",
        "whole_name": content.get("full_name") or _joined(content, "given_names", "surname"),
    }


def _first(fields: tuple[str, ...], written: Content) -> str:
    for name in fields:
        if value := written.get(name):
            return value if isinstance(value, str) else ", ".join(value)
    return ""


def _joined(content: Content, *fields: str) -> str:
    return " ".join(content[name] for name in fields if content.get(name))
