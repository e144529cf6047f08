"""Addresses: postcode, house number with its addition, street and city."""

import re
from functools import lru_cache

from wegwijzer.subjects.matching.normalise.text import fold, squash
from wegwijzer.subjects.matching.record import Address

_DUTCH_POSTCODE = re.compile(r"[1-9]\d{3}(?!sa|sd|ss)[a-z]{2}")
_NUMBER = re.compile(r"(\d{1,6})\s*[-/]?\s*(.*)")
_STREET_AND_NUMBER = re.compile(
    r"(.*?[^\d\s].*?)[\s,]+(\d{1,5})(?!\S*(?:st|nd|rd|th)\b)\s*(\D?.{0,6})"
)
_NUMBER_AND_STREET = re.compile(r"(\d{1,6})(?:\s*[-/]\s*\d+)?\s+(.*\D.*)")
_WORDS = {
    "str": "straat", "st": "straat", "ln": "laan", "pl": "plein", "wg": "weg", "sngl": "singel",
    "street": "straat", "road": "rd", "avenue": "ave", "place": "plein", "boulevard": "blvd",
    "drive": "dr", "crescent": "cres", "north": "n", "south": "s", "east": "e", "west": "w",
    "gravenhage": "denhaag", "sgravenhage": "denhaag", "shertogenbosch": "denbosch",
}  # fmt: skip
_CITIES = {"sgravenhage": "denhaag", "shertogenbosch": "denbosch", "thehague": "denhaag"}
_FLOORS = {"hs": "huis", "bg": "huis", "huis": "huis", "bel": "1"}


@lru_cache(maxsize=200_000)
def read_postcode(text: str) -> tuple[str, bool]:
    """Return the postcode in one piece ("1011AB"), and whether it can be one."""
    compact = squash(text)
    if not compact:
        return "", True
    if len(compact) == 6 and compact[:4].isdigit() and not _DUTCH_POSTCODE.fullmatch(compact):
        return "", False
    return (compact.upper(), True) if 3 <= len(compact) <= 10 else ("", False)


@lru_cache(maxsize=200_000)
def postcode_area(postcode: str) -> str:
    """Return the wide part of a postcode: four digits in the Netherlands, the outward code in Britain."""
    if postcode[:4].isdigit() and len(postcode) == 6:
        return postcode[:4]
    return postcode[:-3] if len(postcode) > 4 else postcode[:3]


@lru_cache(maxsize=200_000)
def split_house_number(text: str) -> tuple[str, str]:
    """Return number and addition: "12-A hs" gives ("12", "ahuis")."""
    found = _NUMBER.search(text.strip())
    if not found:
        return "", ""
    addition = squash(found[2])
    return str(int(found[1])), _FLOORS.get(addition, addition)


@lru_cache(maxsize=200_000)
def _street(text: str) -> str:
    """Return the street in one piece, with its usual short forms written out."""
    return "".join(_WORDS.get(word, word) for word in fold(text).split())


@lru_cache(maxsize=200_000)
def _city(text: str) -> str:
    """Return the city in one piece."""
    squashed = squash(text)
    return _CITIES.get(squashed, squashed)


def address(
    *, postcode: str, house_number: str, addition: str, street: str, city: str
) -> tuple[Address, tuple[str, ...]]:
    """Return the address in comparable parts, and the names of what could not be read."""
    code, readable = read_postcode(postcode)
    number, extra = split_house_number(house_number)
    if not number and street:
        street, number, extra = split_street(street)
    made = Address(
        postcode=code,
        house_number=number,
        addition=squash(addition) or extra,
        street=_street(street),
        city=_city(city),
    )
    return made, () if readable else ("postcode",)


@lru_cache(maxsize=200_000)
def split_street(text: str) -> tuple[str, str, str]:
    """Return street, number and addition of "Dorpsstraat 12a" and of "12 Main Street"."""
    if found := _NUMBER_AND_STREET.fullmatch(text.strip()):
        return found[2], str(int(found[1])), ""
    if found := _STREET_AND_NUMBER.fullmatch(text.strip()):
        return found[1], str(int(found[2])), squash(found[3])
    return text, "", ""
