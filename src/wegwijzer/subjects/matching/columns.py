"""A record as the flat row that levels and keys look at; an unknown value is None, never empty."""

from collections.abc import Iterable, Mapping
from typing import Any

from wegwijzer.subjects.matching.normalise.names import root_name
from wegwijzer.subjects.matching.normalise.places import postcode_area
from wegwijzer.subjects.matching.normalise.text import sound
from wegwijzer.subjects.matching.record import Address, OrganisationRecord, PersonRecord, Record

PERSON_LISTS = ("names", "surnames", "phones", "ibans", "emails")
ORGANISATION_LISTS = ("words", "rarest_words", "all_names", "phones", "ibans", "emails", "websites")
NUMBERS = ("birth_year",)


def lists_of(kind: str) -> tuple[str, ...]:
    """Return the columns that hold several values."""
    return PERSON_LISTS if kind == "person" else ORGANISATION_LISTS


def row_of(record: Record) -> dict[str, Any]:
    """Return the row of a record."""
    if isinstance(record, PersonRecord):
        return _person_row(record)
    return _organisation_row(record)


def kept(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row as it is kept, without what is unknown."""
    return {column: value for column, value in row.items() if value is not None}


def opened(kind: str, stored: Mapping[str, Any]) -> dict[str, Any]:
    """Return the row that was kept; JSON has made a list of each tuple."""
    return {**_UNKNOWN[kind], **stored}


def _unique(values: Iterable[str]) -> tuple[str, ...] | None:
    """Return the different values in order, or None."""
    return tuple(dict.fromkeys(value for value in values if value)) or None


def _address_columns(address: Address) -> dict[str, Any]:
    """Return the columns of an address."""
    postcode = address.postcode or None
    number = address.house_number or None
    return {
        "postcode": postcode,
        "area": postcode_area(postcode) if postcode else None,
        "house_number": number,
        "addition": address.addition or None,
        "street": address.street or None,
        "city": address.city or None,
    }


def _person_row(record: PersonRecord) -> dict[str, Any]:
    """Return the row of a person."""
    given = record.given_names[0] if record.given_names else None
    surname = record.surname or None
    initial = record.initials[:1] or None
    full = record.birth_date if len(record.birth_date) == 10 else None
    known = any((given, initial))
    return {
        "given": given,
        "root": root_name(given) if given else None,
        "initial": initial,
        "any_given": (given or initial) if known else None,
        "names": _unique((*record.given_names, *map(root_name, record.given_names))),
        "middle": record.given_names[-1] if len(record.given_names) > 1 else None,
        "surname": surname,
        "surnames": _unique((record.surname, *record.other_surnames)),
        "surname_sound": sound(surname) if surname else None,
        "given_sound": sound(given) if given else None,
        "both_names": " ".join(sorted((given, surname))) if given and surname else None,
        "tussenvoegsel": record.tussenvoegsel or None,
        "born": record.birth_date or None,
        "birth_date": full,
        "birth_year": int(record.birth_date[:4]) if record.birth_date else None,
        "birth_month": record.birth_date[:7] if len(record.birth_date) >= 7 else None,
        "birth_day": full[5:] if full else None,
        "birth_turned": f"{full[:4]}-{full[8:]}-{full[5:7]}" if full else None,
        "birth_place": record.birth_place or None,
        "gender": record.gender or None,
        "occupation": record.occupation or None,
        **_address_columns(record.address),
        "bsn": record.bsn or None,
        "other_id": record.other_id or None,
        "phones": record.phones or None,
        "ibans": record.ibans or None,
        "emails": record.emails or None,
        "mailbox": record.emails[0].partition("@")[0] if record.emails else None,
    }


def _organisation_row(record: OrganisationRecord) -> dict[str, Any]:
    """Return the row of an organisation."""
    words = record.name.split()
    name = "".join(words) or None
    other = ["".join(text.split()) for text in record.other_names]
    return {
        "name": name,
        "sorted_name": "".join(sorted(words)) or None,
        "words": _unique(words),
        "first_word": words[0] if words else None,
        "rarest_words": _unique(sorted(words, key=len, reverse=True)[:3]),
        "name_sound": sound(name) if name else None,
        "all_names": _unique((name or "", *other)),
        "legal_form": record.legal_form or None,
        "kvk": record.kvk or None,
        "rsin": record.rsin or None,
        "vestiging": record.vestiging or None,
        "other_id": record.other_id or None,
        **_address_columns(record.address),
        "phones": record.phones or None,
        "ibans": record.ibans or None,
        "emails": record.emails or None,
        "websites": record.websites or None,
    }


_UNKNOWN = {
    "person": dict.fromkeys(_person_row(PersonRecord())),
    "organisation": dict.fromkeys(_organisation_row(OrganisationRecord())),
}
