"""A frozen edition: one text, always the same, with its hash."""

import csv
import hashlib
import io
import json
from collections.abc import Mapping
from typing import Any

from wegwijzer.kernel.errors import Conflict
from wegwijzer.kernel.text import gettext_noop as _

SCHEMA = 1
COLUMNS = ("slug", "name", "value", "year", "definition_version", "term_version", "formula",
           "moment", "earlier_year", "earlier_value", "comparison")  # fmt: skip
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def canonical(content: Mapping[str, Any]) -> str:
    """Return the text of an edition: sorted keys, no spaces, so that it is always the same."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(text: str) -> str:
    """Return the sha-256 of the text of an edition, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def opened(text: str, expected: str) -> dict[str, Any]:
    """Return what an edition says, or refuse it when it is not what was frozen."""
    if digest(text) != expected:
        raise Conflict(_("Deze editie is niet meer wat is bevroren. Meld dit aan de beheerder."))
    found: dict[str, Any] = json.loads(text)
    return found


def figures_csv(content: Mapping[str, Any]) -> str:
    """Return the figures of an edition as CSV, safe to open in a spreadsheet."""
    target = io.StringIO()
    writer = csv.DictWriter(target, COLUMNS, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    for row in content["figures"]:
        writer.writerow({name: _cell(row.get(name)) for name in COLUMNS})
    return target.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else value
