"""What was set right, in the language of the reader."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from wegwijzer.kernel.actor import Actor
from wegwijzer.programme.queries.corrections import CorrectionRow, list_corrections
from wegwijzer.programme.queries.hubs import FigureCorrectionRow
from wegwijzer.programme.rules.course import LEVEL_LABELS, OBJECTIVE_STATE_LABELS
from wegwijzer.programme.rules.portfolios import RESULT_KIND_LABELS
from wegwijzer.web.forms.corrections import FORMS
from wegwijzer.web.forms.hubs import FigureForm

_LABELS: dict[str, dict[Any, str]] = {
    "kind": RESULT_KIND_LABELS,
    "state": OBJECTIVE_STATE_LABELS,
    "chance": LEVEL_LABELS,
    "impact": LEVEL_LABELS,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A correction: what stood there under which label, why it was wrong, who set it right."""

    before: list[tuple[Any, str]]
    reason: str
    corrected_at: datetime
    corrected_by: str


def shown_corrections(actor: Actor, entry_ids: Collection[UUID]) -> dict[UUID, list[Shown]]:
    """Return the corrections of entries, the last one first."""
    found = list_corrections(actor, entry_ids)
    return {key: [_shown(one) for one in rows] for key, rows in found.items()}


def shown_figure(row: FigureCorrectionRow) -> Shown:
    """Return the correction of a figure of a hub."""
    return _told(row, FigureForm.base_fields)


def _shown(row: CorrectionRow) -> Shown:
    return _told(row, FORMS[row.entry].base_fields)


def _told(row: CorrectionRow | FigureCorrectionRow, fields: dict[str, Any]) -> Shown:
    before = [
        (fields[name.removesuffix("_id")].label, _value(name, value))
        for name, value in row.before.items()
    ]
    return Shown(before, row.reason, row.corrected_at, row.corrected_by)


def _value(name: str, value: str) -> str:
    if name in _LABELS:
        return _(_LABELS[name][value])
    if value and name.endswith("_date"):
        return date_format(date.fromisoformat(value), "j F Y")
    if name == "value":
        return number_format(Decimal(value).normalize(), force_grouping=True)
    if name == "breaks_series":
        return _("Ja") if value == "True" else _("Nee")
    return value or "—"
