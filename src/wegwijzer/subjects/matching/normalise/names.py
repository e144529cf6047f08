"""Dutch names of persons: tussenvoegsels, initials, names of birth and of partner, nicknames."""

import re
from functools import lru_cache
from typing import NamedTuple

from wegwijzer.subjects.matching.normalise.nicknames import ROOT_OF
from wegwijzer.subjects.matching.normalise.text import fold

_TUSSENVOEGSELS = frozenset(
    [
        "aan de",
        "aan den",
        "aan der",
        "aan het",
        "aan t",
        "aan",
        "af",
        "al",
        "am",
        "an",
        "auf dem",
        "auf der",
        "auf den",
        "auf",
        "aus dem",
        "aus der",
        "aus",
        "ben",
        "bij de",
        "bij den",
        "bij het",
        "bij t",
        "bij",
        "bin",
        "bint",
        "boven d",
        "d",
        "da",
        "dal",
        "dalla",
        "das",
        "de die",
        "de la",
        "de las",
        "de le",
        "de los",
        "de",
        "degli",
        "dei",
        "del",
        "della",
        "delle",
        "den",
        "der",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "e",
        "el",
        "het",
        "ibn",
        "i",
        "im",
        "in de",
        "in den",
        "in der",
        "in het",
        "in t",
        "in",
        "l",
        "la",
        "las",
        "le",
        "les",
        "lo",
        "los",
        "of",
        "onder de",
        "onder den",
        "onder het",
        "onder t",
        "onder",
        "op de",
        "op den",
        "op der",
        "op gen",
        "op het",
        "op t",
        "op ten",
        "op",
        "oude",
        "over de",
        "over den",
        "over het",
        "over t",
        "over",
        "s",
        "t",
        "te",
        "ten",
        "ter",
        "tho",
        "thoe",
        "thor",
        "to",
        "toe",
        "tot",
        "uijt de",
        "uijt den",
        "uijt te de",
        "uijt ten",
        "uijt",
        "uit de",
        "uit den",
        "uit het",
        "uit t",
        "uit te de",
        "uit ten",
        "uit",
        "unter",
        "van de l",
        "van de",
        "van den",
        "van der",
        "van gen",
        "van het",
        "van la",
        "van t",
        "van ter",
        "van van de",
        "van",
        "ver",
        "vom",
        "von dem",
        "von den",
        "von der",
        "von t",
        "von",
        "voor de",
        "voor den",
        "voor in t",
        "voor t",
        "voor",
        "vor der",
        "vor",
        "zu",
        "zum",
        "zur",
        "oe",
        "ould",
        "abou",
        "abu",
    ]
) - {"oude", "e", "i", "ver", "s"}
_LONGEST = 4
_TITLES = frozenset(
    [
        "dhr",
        "mevr",
        "mw",
        "mr",
        "mrs",
        "ms",
        "miss",
        "drs",
        "dr",
        "ir",
        "ing",
        "prof",
        "sir",
        "dame",
        "jhr",
        "jkvr",
        "mag",
        "de_heer",
    ]
)
_HYPHEN = re.compile(
    r"\s*[-–—/]\s*|\s+(?:e\.?v\.?|geb\.?|geboren|echtgenote van)\s+", re.IGNORECASE
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.?\s*){1,6}")


class Surname(NamedTuple):
    """A surname in parts: the core is what is compared."""

    tussenvoegsel: str
    core: str
    others: tuple[str, ...]


@lru_cache(maxsize=200_000)
def split_tussenvoegsel(text: str) -> tuple[str, str]:
    """Return the tussenvoegsel and the rest, "van der Berg" as ("van der", "berg")."""
    words = fold(text).split()
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        if " ".join(words[:size]) in _TUSSENVOEGSELS:
            return " ".join(words[:size]), " ".join(words[size:])
    return "", " ".join(words)


@lru_cache(maxsize=200_000)
def split_surname(text: str) -> Surname:
    """Return the parts of a surname; a double name gives its halves as other names."""
    if "," in text:
        core_text, _, particle = text.partition(",")
        text = f"{particle} {core_text}"
    halves = [split_tussenvoegsel(half) for half in _HYPHEN.split(text) if fold(half)]
    if not halves:
        return Surname("", "", ())
    cores = [_join_ij(core) for _, core in halves if core]
    others = cores[1:]
    if len(cores) == 1 and " " in halves[0][1]:
        others = [_join_ij(word) for word in halves[0][1].split() if len(word) > 2]
    return Surname(halves[0][0], cores[0], tuple(dict.fromkeys(o for o in others if o != cores[0])))


def _join_ij(core: str) -> str:
    """Return the core in one piece, with "ij" and "y" as one letter."""
    return core.replace(" ", "").replace("ij", "y")


@lru_cache(maxsize=200_000)
def split_given_names(text: str) -> tuple[tuple[str, ...], str]:
    """Return the given names and all initials; "J.P." gives no names and "jp"."""
    text = text.strip()
    if _INITIALS.fullmatch(text) and ("." in text or text.isupper() or len(text) == 1):
        letters = "".join(word for word in fold(text.replace(".", " ")).split())
        if "." in text or len(letters) <= 3:
            return (), letters
    words = [word for word in fold(text).split() if word not in _TITLES]
    names = tuple(word for word in words if len(word) > 1)
    return names, "".join(word[0] for word in words)


@lru_cache(maxsize=200_000)
def split_full_name(text: str) -> tuple[str, str]:
    """Return given names and surname of a full name: "Berg, Jan van der" or "Jan van der Berg"."""
    if "," in text:
        surname, _, rest = text.partition(",")
        words = rest.split()
        cut = next((i for i in range(len(words)) if _is_particle(words[i:])), len(words))
        return " ".join(words[:cut]), " ".join([*words[cut:], surname])
    words = text.split()
    if len(words) < 2:
        return "", text
    for start in range(1, len(words) - 1):
        if fold(words[start]) in _TUSSENVOEGSELS:
            return " ".join(words[:start]), " ".join(words[start:])
    return " ".join(words[:-1]), words[-1]


def _is_particle(words: list[str]) -> bool:
    """Tell whether these words are one tussenvoegsel."""
    return fold(" ".join(words)) in _TUSSENVOEGSELS


@lru_cache(maxsize=200_000)
def root_name(given: str) -> str:
    """Return the name this one is a short or other form of: "kees" gives "cornelis"."""
    return ROOT_OF.get(given, given)
