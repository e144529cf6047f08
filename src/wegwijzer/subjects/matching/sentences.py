"""The sentence for each outcome of comparing a field."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from wegwijzer.kernel.text import gettext_noop as _

_FIELD_NAMES = {
    "given": _("Voornaam"),
    "surname": _("Achternaam"),
    "birth_date": _("Geboortedatum"),
    "birth_place": _("Geboorteplaats"),
    "gender": _("Geslacht"),
    "occupation": _("Beroep"),
    "address": _("Adres"),
    "household": _("Huishouden"),
    "city": _("Woonplaats"),
    "bsn": _("BSN"),
    "other_id": _("Ander registratienummer"),
    "phone": _("Telefoonnummer"),
    "iban": _("IBAN"),
    "email": _("E-mailadres"),
    "name": _("Naam"),
    "kvk": _("KvK-nummer"),
    "rsin": _("RSIN"),
    "vestiging": _("Vestigingsnummer"),
    "legal_form": _("Rechtsvorm"),
    "website": _("Website"),
}
_HIDDEN = frozenset({"bsn"})
_DIGIT = re.compile(r"\d")
_OUTCOMES: dict[str, str] = {
    "given exact": _("Voornaam gelijk: %(left)s."),
    "given same root": _("Voornamen zijn vormen van dezelfde naam: %(left)s en %(right)s."),
    "given almost": _("Voornamen schelen een enkele letter: %(left)s en %(right)s."),
    "given shared": _("Een van de voornamen is gelijk: %(left)s en %(right)s."),
    "given initial": _("Voorletter past bij de voornaam: %(left)s en %(right)s."),
    "given initials": _("Voorletter gelijk: %(left)s."),
    "given crossed": _("Voornaam en achternaam zijn omgewisseld: %(left)s en %(right)s."),
    "given alike": _("Voornamen lijken op elkaar: %(left)s en %(right)s."),
    "given first letter": _("Voornamen beginnen gelijk: %(left)s en %(right)s."),
    "given different": _("Voornaam verschilt: %(left)s en %(right)s."),
    "surname exact": _("Achternaam gelijk: %(left)s."),
    "surname almost": _("Achternamen schelen een enkele letter: %(left)s en %(right)s."),
    "surname shared": _("Een van de achternamen is gelijk: %(left)s en %(right)s."),
    "surname crossed": _("Voornaam en achternaam zijn omgewisseld: %(left)s en %(right)s."),
    "surname sounds alike": _("Achternamen klinken gelijk: %(left)s en %(right)s."),
    "surname alike": _("Achternamen lijken op elkaar: %(left)s en %(right)s."),
    "surname different": _("Achternaam verschilt: %(left)s en %(right)s."),
    "birth_date exact": _("Geboortedatum gelijk: %(left)s."),
    "birth_date turned": _("Dag en maand zijn omgewisseld: %(left)s en %(right)s."),
    "birth_date one digit": _("Geboortedata schelen een cijfer: %(left)s en %(right)s."),
    "birth_date fits": _("Onvolledige geboortedatum past: %(left)s en %(right)s."),
    "birth_date two digits": _("Geboortedata schelen twee cijfers: %(left)s en %(right)s."),
    "birth_date same month": _("Geboortejaar en -maand gelijk: %(left)s en %(right)s."),
    "birth_date same year": _("Geboortejaar gelijk: %(left)s en %(right)s."),
    "birth_date near": _("Geboortejaren liggen dicht bij elkaar: %(left)s en %(right)s."),
    "birth_date different": _("Geboortedatum verschilt: %(left)s en %(right)s."),
    "birth_place exact": _("Geboorteplaats gelijk: %(left)s."),
    "birth_place alike": _("Geboorteplaatsen lijken op elkaar: %(left)s en %(right)s."),
    "birth_place different": _("Geboorteplaats verschilt: %(left)s en %(right)s."),
    "address exact": _("Adres gelijk: %(left)s."),
    "address postcode and number": _("Postcode en huisnummer gelijk: %(left)s en %(right)s."),
    "address street and number": _("Straat en huisnummer gelijk: %(left)s en %(right)s."),
    "address almost": _("Adres bijna gelijk: %(left)s en %(right)s."),
    "address postcode": _("Postcode gelijk: %(left)s en %(right)s."),
    "address street": _("Straat gelijk: %(left)s en %(right)s."),
    "address number and city": _("Huisnummer en plaats gelijk: %(left)s en %(right)s."),
    "address street and postcode": _("Straat en postcode gelijk: %(left)s en %(right)s."),
    "address street and city": _("Straat en plaats gelijk: %(left)s en %(right)s."),
    "address number": _("Alleen het huisnummer is gelijk: %(left)s en %(right)s."),
    "address area": _("Adressen liggen in dezelfde buurt: %(left)s en %(right)s."),
    "address city": _("Plaats gelijk: %(left)s en %(right)s."),
    "address different": _("Adres verschilt: %(left)s en %(right)s."),
    "household relatives": _(
        "Zelfde achternaam en adres of telefoon, maar een andere voornaam: "
        "dit kunnen gezinsleden zijn (%(left)s en %(right)s)."
    ),
    "city exact": _("Woonplaats gelijk: %(left)s."),
    "city almost": _("Woonplaatsen schelen een enkele letter: %(left)s en %(right)s."),
    "city different": _("Woonplaats verschilt: %(left)s en %(right)s."),
    "bsn exact": _("BSN gelijk."),
    "bsn one digit": _("BSN scheelt een cijfer."),
    "bsn different": _("BSN verschilt."),
    "occupation exact": _("Beroep gelijk: %(left)s."),
    "occupation different": _("Beroep verschilt: %(left)s en %(right)s."),
    "gender exact": _("Geslacht gelijk: %(left)s."),
    "gender different": _("Geslacht verschilt: %(left)s en %(right)s."),
    "phone exact": _("Telefoonnummer gelijk: %(left)s."),
    "phone different": _("Telefoonnummer verschilt: %(left)s en %(right)s."),
    "iban exact": _("IBAN gelijk: %(left)s."),
    "iban different": _("IBAN verschilt: %(left)s en %(right)s."),
    "email exact": _("E-mailadres gelijk: %(left)s."),
    "email different": _("E-mailadres verschilt: %(left)s en %(right)s."),
    "website exact": _("Website gelijk: %(left)s."),
    "website different": _("Website verschilt: %(left)s en %(right)s."),
    "kvk exact": _("KvK-nummer gelijk: %(left)s."),
    "kvk different": _("KvK-nummer verschilt: %(left)s en %(right)s."),
    "rsin exact": _("RSIN gelijk: %(left)s."),
    "rsin different": _("RSIN verschilt: %(left)s en %(right)s."),
    "vestiging exact": _("Vestigingsnummer gelijk: %(left)s."),
    "vestiging different": _("Vestigingsnummer verschilt: %(left)s en %(right)s."),
    "legal_form exact": _("Rechtsvorm gelijk: %(left)s."),
    "legal_form different": _("Rechtsvorm verschilt: %(left)s en %(right)s."),
    "other_id exact": _("Ander registratienummer gelijk: %(left)s."),
    "other_id different": _("Ander registratienummer verschilt: %(left)s en %(right)s."),
    "name exact": _("Naam gelijk: %(left)s."),
    "name same words": _("Naam heeft dezelfde woorden: %(left)s en %(right)s."),
    "name also known": _("Handelsnaam gelijk: %(left)s en %(right)s."),
    "name almost": _("Namen schelen een enkele letter: %(left)s en %(right)s."),
    "name within": _("De woorden van de ene naam staan in de andere: %(left)s en %(right)s."),
    "name alike": _("Namen lijken op elkaar: %(left)s en %(right)s."),
    "name some words": _("Namen hebben woorden gemeen: %(left)s en %(right)s."),
    "name different": _("Naam verschilt: %(left)s en %(right)s."),
}
_GENERAL = {
    "neutral": _("Zegt niets."),
    "exact": _("Gelijk: %(left)s."),
    "one digit": _("Scheelt een teken: %(left)s en %(right)s."),
    "alike": _("Lijkt op elkaar: %(left)s en %(right)s."),
    "different": _("Verschilt: %(left)s en %(right)s."),
}


def field_label(name: str) -> str:
    """Return the Dutch name of a field."""
    return _FIELD_NAMES.get(name, name)


def sentence_for(field: str, level: str) -> str:
    """Return the sentence with named places for this outcome of this field."""
    return _OUTCOMES.get(f"{field} {level}") or _GENERAL[level]


def shown(columns: Sequence[str], a: Mapping[str, Any], b: Mapping[str, Any]) -> dict[str, str]:
    """Return what a reader sees of both rows; identifiers of a person are not shown."""
    return {"left": _words(columns, a), "right": _words(columns, b)}


def _words(columns: Sequence[str], row: Mapping[str, Any]) -> str:
    """Return the values of the columns as one text."""
    values = (_word(column, row[column]) for column in columns if column not in _HIDDEN)
    return " ".join(value for value in values if value)


def _word(column: str, value: object) -> str:
    """Return one value as people write it."""
    if value is None:
        return ""
    if isinstance(value, tuple | list):
        return ", ".join(str(one) for one in value)
    text = str(value)
    if column == "born":
        return "-".join(reversed(text.split("-")))
    return text if _DIGIT.search(text) else text.capitalize()
