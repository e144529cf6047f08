"""Identifiers in one spelling, or refused; the exact keys of things that are not persons."""

import re
from functools import lru_cache

import phonenumbers
from stdnum import iban as iban_number
from stdnum.exceptions import ValidationError
from stdnum.nl import bsn as bsn_number

_DIGITS = re.compile(r"\D")
_PLAIN = re.compile(r"[^A-Z0-9]")
_PLACEHOLDERS = frozenset({"123456782", "111111110", "999999990", "000000000"})
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_KENTEKEN = re.compile(r"[A-Z0-9]{4,8}")
_WEB = re.compile(r"^(?:https?://)?(?:www\d?\.)?([^/?#\s]+).*$")


@lru_cache(maxsize=50_000)
def read_bsn(text: str) -> tuple[str, bool]:
    """Return the nine digits when they pass the eleven test; the RSIN has the same test."""
    digits = _DIGITS.sub("", text)
    if not digits:
        return "", not text.strip()
    digits = digits.zfill(9)
    if digits in _PLACEHOLDERS or not bsn_number.is_valid(digits):
        return "", False
    return digits, True


def read_kvk(text: str) -> tuple[str, bool]:
    """Return the eight digits as text; a leading zero that a spreadsheet dropped is put back."""
    digits = _DIGITS.sub("", text)
    if not digits:
        return "", not text.strip()
    return (digits.zfill(8), True) if 6 <= len(digits) <= 8 and digits.strip("0") else ("", False)


def read_vestiging(text: str) -> tuple[str, bool]:
    """Return the twelve digits of a branch."""
    digits = _DIGITS.sub("", text)
    if not digits:
        return "", not text.strip()
    return (digits.zfill(12), True) if 9 <= len(digits) <= 12 and digits.strip("0") else ("", False)


def read_other_id(text: str) -> tuple[str, bool]:
    """Return any other registration number in capitals and digits only."""
    plain = _PLAIN.sub("", text.upper())
    return (plain, True) if len(plain) >= 4 or not plain else ("", False)


@lru_cache(maxsize=50_000)
def read_phone(text: str) -> tuple[str, bool]:
    """Return the number as +31612345678; what is not Dutch and has no country keeps its digits."""
    if not text.strip():
        return "", True
    try:
        number = phonenumbers.parse(text, "NL")
    except phonenumbers.NumberParseException:
        return "", False
    if phonenumbers.is_possible_number(number):
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), True
    digits = _DIGITS.sub("", text)
    return (digits, True) if 6 <= len(digits) <= 15 else ("", False)


@lru_cache(maxsize=50_000)
def read_iban(text: str) -> tuple[str, bool]:
    """Return the account in one piece; a number that fails its check is kept but told."""
    compact = _PLAIN.sub("", text.upper())
    if not compact:
        return "", True
    try:
        return str(iban_number.validate(compact)), True
    except ValidationError:
        return (compact, False) if len(compact) >= 8 else ("", False)


def read_email(text: str) -> tuple[str, bool]:
    """Return the address in lower case."""
    plain = text.strip().lower()
    if not plain:
        return "", True
    return (plain, True) if _EMAIL.fullmatch(plain) else ("", False)


def read_website(text: str) -> tuple[str, bool]:
    """Return the host name only."""
    found = _WEB.match(text.strip().lower())
    return (found[1], True) if found and "." in found[1] else ("", not text.strip())


def read_kenteken(text: str) -> tuple[str, bool]:
    """Return the registration mark of a vehicle in one piece; foreign marks are allowed."""
    plain = _PLAIN.sub("", text.upper())
    return (plain, True) if _KENTEKEN.fullmatch(plain) else ("", not plain)


def read_imo(text: str) -> tuple[str, bool]:
    """Return the seven digits of a ship when its check digit is right."""
    digits = _DIGITS.sub("", text)
    if not digits:
        return "", not text.strip()
    if len(digits) != 7:
        return "", False
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(7, 1, -1), strict=False))
    return (digits, True) if total % 10 == int(digits[6]) else ("", False)
