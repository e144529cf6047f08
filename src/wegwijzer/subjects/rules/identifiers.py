"""Numbers and dates that identify: one written form each, refused when they cannot exist.

Each function takes what someone typed and returns the one form in which it is kept. An empty text
stays empty. Bron: dossier § 7.3.
"""

import re
from datetime import date

from stdnum.exceptions import ValidationError
from stdnum.nl import bsn as bsn_number
from stdnum.nl import postcode as postcode_number

from wegwijzer.kernel.errors import Invalid
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.subjects.matching.normalise.identifiers import (
    read_iban,
    read_imo,
    read_kenteken,
    read_kvk,
    read_phone,
    read_vestiging,
)

# Numbers that pass the test and stand on every example form: they identify nobody.
PLACEHOLDERS = frozenset({"123456782", "111111110", "999999990"})
_YEAR_FIRST = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_YEAR_LAST = re.compile(r"(?:(?:(\d{1,2})-)?(\d{1,2})-)?(\d{4})")


def bsn(text: str) -> str:
    """Return a citizen service number as nine digits; the eleven test must hold."""
    return _eleven_test(text, "bsn", _("Dit is geen geldig BSN. Controleer de negen cijfers."))


def rsin(text: str) -> str:
    """Return the number of a legal person as nine digits; the eleven test must hold."""
    return _eleven_test(text, "rsin", _("Dit is geen geldig RSIN. Controleer de negen cijfers."))


def _eleven_test(text: str, field: str, sentence: str) -> str:
    if text == "":
        return ""
    try:
        return str(bsn_number.validate(text))
    except ValidationError:
        raise Invalid(sentence, field=field) from None


def is_placeholder(number: str) -> bool:
    """Return whether the number is an example that people fill in for want of a real one."""
    return number in PLACEHOLDERS


def kvk(text: str) -> str:
    """Return a chamber of commerce number as eight digits; a spreadsheet may have lost a zero."""
    sentence = _("Een KvK-nummer heeft acht cijfers. Controleer het nummer.")
    return _readable(text, read_kvk(text), "kvk", sentence)


def establishment(text: str) -> str:
    """Return an establishment number as twelve digits."""
    sentence = _("Een vestigingsnummer heeft twaalf cijfers. Controleer het nummer.")
    return _readable(text, read_vestiging(text), "establishment", sentence)


def postcode(text: str, country: str = "") -> str:
    """Return a Dutch postcode as ``1234 AB``; one of another country as it was written."""
    if text == "" or country.upper() not in ("", "NL", "NEDERLAND"):
        return text
    try:
        return str(postcode_number.validate(text))
    except ValidationError:
        raise Invalid(
            _("Dit is geen geldige postcode. Schrijf vier cijfers en twee letters."),
            field="postcode",
        ) from None


def iban(text: str) -> str:
    """Return an account number without spaces; its check digits must hold."""
    sentence = _("Dit is geen geldig IBAN. Controleer het nummer.")
    return _readable(text, read_iban(text), "ibans", sentence)


def phone(text: str) -> str:
    """Return a phone number with its country, such as ``+31612345678``."""
    sentence = _("Dit is geen telefoonnummer. Schrijf het met netnummer of landnummer.")
    return _readable(text, read_phone(text), "phones", sentence)


def plate(text: str) -> str:
    """Return a number plate in capitals without dashes; foreign plates are allowed."""
    sentence = _("Dit is geen kenteken. Controleer de letters en cijfers.")
    return _readable(text, read_kenteken(text), "plate", sentence)


def imo(text: str) -> str:
    """Return the number of a sea-going ship as seven digits; the last one is the check."""
    sentence = _("Dit is geen geldig IMO-nummer. Controleer de zeven cijfers.")
    return _readable(text, read_imo(text), "imo", sentence)


def eni(text: str) -> str:
    """Return the European number of an inland vessel as eight digits."""
    digits = re.sub(r"\D", "", text)
    readable = len(digits) in (7, 8) or text == ""
    sentence = _("Een ENI-nummer heeft acht cijfers. Controleer het nummer.")
    return _readable(text, (digits.zfill(8) if digits else "", readable), "eni", sentence)


def partial_date(text: str) -> str:
    """Return a day, a month or a year as ``1980-05-12``, ``1980-05`` or ``1980``.

    Zeros stand for what is not known, as in the population register: ``00-00-1980`` is ``1980``.
    """
    written = re.sub(r"[./\s]", "-", text.strip())
    if written == "":
        return ""
    if re.fullmatch(r"\d{8}", written):
        written = f"{written[:4]}-{written[4:6]}-{written[6:]}"
    year, month, day = _date_parts(written)
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        raise _no_date() from None
    if month == 0:
        return f"{year:04}"
    return f"{year:04}-{month:02}" if day == 0 else f"{year:04}-{month:02}-{day:02}"


def _date_parts(written: str) -> tuple[int, int, int]:
    if found := _YEAR_FIRST.fullmatch(written):
        year, month, day = found.groups()
    elif found := _YEAR_LAST.fullmatch(written):
        day, month, year = found.groups()
    else:
        raise _no_date()
    return int(year), int(month or 0), int(day or 0)


def _no_date() -> Invalid:
    return Invalid(
        _("Dit is geen datum. Schrijf dag, maand en jaar, of alleen een jaar."),
        field="birth_date",
    )


def _readable(text: str, read: tuple[str, bool], field: str, sentence: str) -> str:
    """Return what was read of a number, or refuse what could not be read."""
    value, readable = read
    if not readable or (text.strip() and not value):
        raise Invalid(sentence, field=field)
    return value
