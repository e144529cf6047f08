"""How a subject is shown: one title and labelled lines."""

from collections.abc import Mapping
from typing import Any

from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.subjects.rules.facts import SubjectKind

LABELS = {
    "full_name": _("Volledige naam"),
    "given_names": _("Voornamen"),
    "call_name": _("Roepnaam"),
    "initials": _("Voorletters"),
    "prefix": _("Tussenvoegsel"),
    "surname": _("Achternaam"),
    "birth_surname": _("Geboortenaam"),
    "partner_surname": _("Naam van de partner"),
    "other_names": _("Andere schrijfwijzen"),
    "birth_date": _("Geboortedatum"),
    "birth_place": _("Geboorteplaats"),
    "nationality": _("Nationaliteit"),
    "gender": _("Geslacht"),
    "occupation": _("Beroep"),
    "bsn": _("BSN"),
    "foreign_number": _("Ander nummer"),
    "name": _("Naam"),
    "trade_names": _("Handelsnamen"),
    "legal_form": _("Rechtsvorm"),
    "kvk": _("KvK-nummer"),
    "rsin": _("RSIN"),
    "establishment": _("Vestigingsnummer"),
    "address": _("Adres"),
    "country": _("Land"),
    "phones": _("Telefoon"),
    "ibans": _("IBAN"),
    "emails": _("E-mailadres"),
    "websites": _("Website"),
    "plate": _("Kenteken"),
    "make": _("Merk"),
    "vessel_name": _("Naam van het vaartuig"),
    "imo": _("IMO-nummer"),
    "eni": _("ENI-nummer"),
}
PARTS_OF_AN_ADDRESS = {
    "street": _("Straat"),
    "house_number": _("Huisnummer"),
    "house_suffix": _("Toevoeging"),
    "postcode": _("Postcode"),
    "town": _("Plaats"),
}
NAMELESS = _("Zonder naam")


def title_of(kind: SubjectKind, content: Mapping[str, Any]) -> str:
    """Return the words by which people recognise the subject."""
    if kind == SubjectKind.PERSON:
        title = _person(content)
    elif kind == SubjectKind.ADDRESS:
        title = address_line(content)
    else:
        title = _first(content, "name", "trade_names", "vessel_name", "plate", "phones", "ibans")
        title = title or _first(content, "kvk", "rsin", "imo", "eni")
    return title or NAMELESS


def _person(content: Mapping[str, Any]) -> str:
    first = _first(content, "call_name", "given_names", "initials")
    last = " ".join(
        filter(None, (content.get("prefix"), _first(content, "surname", "birth_surname")))
    )
    parts = " ".join(filter(None, (first, last)))
    return (content.get("full_name") if not last else "") or parts or _first(content, "other_names")


def field_label(name: str) -> str:
    """Return the Dutch name of a field."""
    return LABELS.get(name) or PARTS_OF_AN_ADDRESS[name]


def _first(content: Mapping[str, Any], *names: str) -> str:
    value = next((content[name] for name in names if content.get(name)), "")
    return value if isinstance(value, str) else str(value[0])


def address_line(content: Mapping[str, Any]) -> str:
    """Return street, number, postcode and town on one line."""
    number = f"{content.get('house_number', '')}{_suffix(content.get('house_suffix', ''))}"
    street = " ".join(filter(None, (content.get("street"), number)))
    place = " ".join(filter(None, (content.get("postcode"), content.get("town"))))
    return ", ".join(filter(None, (street, place)))


def _suffix(text: str) -> str:
    return f"-{text}" if text[:1].isdigit() else f" {text}".rstrip()


def lines_of(content: Mapping[str, Any], *, masked_bsn: str = "") -> tuple[tuple[str, str], ...]:
    """Return a label and a value for everything that is known, in one order; the BSN masked."""
    shown = {
        **content,
        "address": address_line(content),
        "birth_date": written_date(content.get("birth_date", "")),
        "bsn": masked_bsn,
    }
    return tuple(
        (label, value if isinstance(value, str) else ", ".join(value))
        for name, label in LABELS.items()
        if (value := shown.get(name))
    )


def written_date(text: str) -> str:
    """Return a date, or the part that is known, in the order in which people write it.

    What was typed and not yet read as a date stays as it was typed.
    """
    year, *rest = text.split("-")
    return "-".join((*reversed(rest), year)) if len(year) == 4 else text


def masked(bsn: str) -> str:
    """Return a BSN of which only the last four digits can be read."""
    return f"***{bsn[-4:]}" if bsn else ""
