"""Read an uploaded list: which column says what, and each row as an item or as a refusal."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from anyascii import anyascii

from wegwijzer.commons.rules.items import KIND_LABELS, Content, Kind, check_content, left_out
from wegwijzer.kernel.errors import Invalid
from wegwijzer.kernel.text import gettext_noop as _

# How people call a column, in plain small letters.
COLUMNS: dict[str, tuple[str, ...]] = {
    "kind": ("soort", "type", "kind"),
    "title": ("titel", "naam", "onderwerp", "project", "title", "name"),
    "summary": ("samenvatting", "omschrijving", "korte omschrijving", "bevindingen", "summary"),
    "body": ("tekst", "toelichting", "beschrijving", "body", "text"),
    "phenomena": ("fenomeen", "fenomenen", "thema", "phenomenon", "phenomena"),
    "portfolio": ("portefeuille", "portfolio"),
    "place": ("plaats", "gemeente", "gebied", "place", "municipality"),
    "period_from": ("van", "vanaf", "begin", "start", "periode van", "from"),
    "period_to": ("tot", "tot en met", "eind", "einde", "periode tot", "until", "to"),
    "year": ("jaar", "year"),
    "method": ("methode", "aanpak", "method"),
    "sources": ("bronnen", "bron", "sources", "source"),
    "contact_name": ("contactpersoon", "contact", "aanspreekpunt", "wie", "contact name"),
    "contact_reach": ("telefoon", "e mail", "email", "bereikbaar", "contactgegevens", "phone"),
}
LONGEST = {"title": 160, "place": 120, "method": 200, "contact_name": 120, "contact_reach": 120}
_BETWEEN = re.compile(r"[^a-z0-9]+")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIELD_OF = {name: field for field, names in COLUMNS.items() for name in names}
_DUTCH_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_YEAR = re.compile(r"(\d{4})(?:[.,]0)?")


@dataclass(frozen=True, slots=True)
class Rejection:
    """A row that cannot be taken in: its number in the file, how it is known, and why."""

    number: int
    title: str
    reason: str


def plain(text: str) -> str:
    """Return a name as it is compared: small letters without accents or signs."""
    return _BETWEEN.sub(" ", anyascii(text).lower()).strip()


def unread_in(header: Sequence[str]) -> list[str]:
    """Return the columns of a list that say nothing we read, so that nobody misses them later."""
    return [name.strip() for name in header if name.strip() and plain(name) not in _FIELD_OF]


def columns_in(header: Sequence[str]) -> dict[str, int]:
    """Return for each field the column that says it; refuse a list without titles."""
    found: dict[str, int] = {}
    for place, name in enumerate(header):
        field = _FIELD_OF.get(plain(name))
        if field is not None:
            found.setdefault(field, place)
    if "title" not in found:
        raise Invalid(_("Geen kolom heet Titel. Noem een kolom zo en lees de lijst opnieuw in."),
                      field="file")  # fmt: skip
    return found


def content_in(
    values: Sequence[str],
    columns: Mapping[str, int],
    *,
    kind: Kind,
    phenomena: Mapping[str, str],
) -> Content:
    """Return what a row says; ``phenomena`` are the slugs by their name, ``kind`` if it has none.

    What does not belong to the kind is left out.
    """
    said = {name: values[at].strip() for name, at in columns.items() if at < len(values)}
    told: dict[str, Any] = {
        name: said[name] for name in said.keys() - {"kind", "phenomena", "year", "portfolio"}
    }
    told.setdefault("title", "")
    kind = _kind(said["kind"]) if said.get("kind") else kind
    told["phenomena"] = frozenset(_phenomena(said.get("phenomena", ""), phenomena))
    told["portfolio"] = plain(said.get("portfolio", "")).replace(" ", "-")[:48]
    told["period_from"], told["period_to"] = _period(said)
    for name in left_out(kind):
        told.pop(name, None)
    for name, most in LONGEST.items():
        if len(told.get(name, "")) > most:
            raise Invalid(_("Een van de velden is te lang voor zijn kolom. Kort het in."))
    content = Content(kind=kind, **told)
    check_content(content)
    return content


def _kind(said: str) -> Kind:
    known = {plain(label): kind for kind, label in KIND_LABELS.items()}
    known |= {plain(kind.value): kind for kind in Kind}
    if plain(said) not in known:
        raise Invalid(_("Deze soort bestaat niet. Kies een soort uit de bibliotheek."))
    return known[plain(said)]


def _phenomena(said: str, phenomena: Mapping[str, str]) -> list[str]:
    names = {plain(name): slug for name, slug in phenomena.items()}
    names |= {plain(slug): slug for slug in phenomena.values()}
    if plain(said) in names:
        return [names[plain(said)]]
    parts = [plain(part) for part in re.split(r"[;,|/]", said) if plain(part)]
    if any(part not in names for part in parts):
        raise Invalid(_("Dit fenomeen is niet bekend. Gebruik de naam die Wegwijzer gebruikt."))
    return [names[part] for part in parts]


def _period(said: Mapping[str, str]) -> tuple[date | None, date | None]:
    year = said.get("year", "")
    first = day_in(said.get("period_from") or year)
    last = day_in(said.get("period_to") or year, end=True)
    return first, last


def day_in(said: str, *, end: bool = False) -> date | None:
    """Return the day that a cell says; a year alone is its first day, or its last."""
    if not said:
        return None
    try:
        if found := _YEAR.fullmatch(said):
            return date(int(found[1]), 12, 31) if end else date(int(found[1]), 1, 1)
        if found := _DAY.match(said):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _DUTCH_DAY.fullmatch(said):
            return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        pass
    raise Invalid(_("Dit is geen datum. Schrijf bijvoorbeeld 31-12-2025, of alleen het jaar."))
