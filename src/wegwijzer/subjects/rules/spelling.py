"""How each partner wrote what was compared: a comparison works on one form of it, people do not."""

from collections.abc import Mapping
from dataclasses import replace
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


def spelled(row: ExplanationRow, one: Content, other: Content) -> ExplanationRow:
    """Return what a field says in the words of both partners, as far as the sentence has room.

    ``also`` is how the other wrote it, where the sentence shows one and the two differ.
    """
    fields = _BY_LABEL.get(row.field, ())
    if row.level == _CROSSED:
        fields = ("whole_name",)
    left, right = (_own(fields, content) for content in (one, other))
    if not (left and right):
        return row
    values = {"left": left, "right": right}
    says_both = "%(right)s" in row.template or not row.template
    also = "" if says_both or left == right else right
    return replace(row, sentence=row.template % values, values=values, also=also)


def _own(fields: tuple[str, ...], content: Content) -> str:
    shown = {
        **content,
        "address": address_line(content),
        "birth_date": written_date(content.get("birth_date", "")),
        "surname": _joined(content, "prefix", "surname") if content.get("surname") else "",
        "whole_name": content.get("full_name") or _joined(content, "given_names", "surname"),
    }
    value = next((value for name in fields if (value := shown.get(name))), "")
    return value if isinstance(value, str) else ", ".join(value)


def _joined(content: Content, *fields: str) -> str:
    return " ".join(content[name] for name in fields if content.get(name))
