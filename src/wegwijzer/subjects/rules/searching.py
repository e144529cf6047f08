"""The words and numbers by which a subject is found, and those that someone looks for."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from anyascii import anyascii

from wegwijzer.kernel.errors import DomainError
from wegwijzer.subjects.rules import identifiers

LONGEST_TOKEN = 40
# From so many characters on, a word may also be the beginning of a longer one.
SHORTEST_BEGINNING = 4
WORDS = (
    "full_name",
    "given_names",
    "call_name",
    "surname",
    "birth_surname",
    "partner_surname",
    "other_names",
    "name",
    "trade_names",
    "vessel_name",
    "street",
    "town",
)
NUMBERS = (
    "kvk",
    "rsin",
    "establishment",
    "phones",
    "ibans",
    "plate",
    "imo",
    "eni",
    "postcode",
    "emails",
    "foreign_number",
)
_NOT_A_WORD = re.compile(r"[^0-9a-z]+")
# Words that stand in so many names that looking for them finds everything.
EMPTY_WORDS = frozenset(
    {"de", "den", "der", "van", "het", "ten", "ter", "te", "el", "al", "la", "bv"}
)


@lru_cache(maxsize=65_536)
def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text in plain small letters, whatever its script or accents."""
    words = _NOT_A_WORD.split(anyascii(text).lower().replace("'", ""))
    return tuple(w[:LONGEST_TOKEN] for w in words if len(w) > 1 and w not in EMPTY_WORDS)


def tokens_of(content: Mapping[str, Any]) -> set[str]:
    """Return every word and number by which this content is found; never the BSN."""
    tokens = {
        word for name in WORDS for text in _texts(content.get(name)) for word in words_in(text)
    }
    tokens.update(
        plain(text)[:LONGEST_TOKEN] for name in NUMBERS for text in _texts(content.get(name))
    )
    tokens.discard("")
    return tokens


def _texts(value: Any) -> Iterable[str]:
    if not value:
        return ()
    return (value,) if isinstance(value, str) else value


def plain(text: str) -> str:
    """Return a number in small letters and digits only."""
    return _NOT_A_WORD.sub("", anyascii(text).lower())


def tokens_sought(text: str) -> tuple[str, ...]:
    """Return what must all be found for this text: its words, or the one number that it is.

    A text with a digit near its start is one number however it is spaced: a phone number,
    an IBAN after its country, a number plate or a postcode.
    """
    whole = plain(text)
    if "@" in text or any(sign.isdigit() for sign in whole[:6]):
        return ((_as_phone(text) or whole)[:LONGEST_TOKEN],)
    return tuple(dict.fromkeys(words_in(text)))


def _as_phone(text: str) -> str:
    """Return a phone number as it is kept, or nothing when it is not one written as one."""
    if not text.strip().startswith(("0", "+")):
        return ""
    try:
        return plain(identifiers.phone(text))
    except DomainError:
        return ""


def sought_bsn(text: str) -> str:
    """Return the BSN that the text is, or nothing."""
    digits = re.sub(r"[\s.\-]", "", text)
    if len(digits) != 9 or not digits.isdigit():
        return ""
    try:
        return identifiers.bsn(digits)
    except DomainError:
        return ""


def after(token: str) -> str:
    """Return the first token that no longer begins with this one, in any order of the alphabet.

    Only small letters and digits occur, which every database sorts alike: digits first.
    """
    stem = token.rstrip("z")
    if stem == "":
        return ""
    last = "a" if stem[-1] == "9" else chr(ord(stem[-1]) + 1)
    return stem[:-1] + last
