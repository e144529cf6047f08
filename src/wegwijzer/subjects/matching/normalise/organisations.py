"""Names of organisations: the core without its legal form."""

from functools import lru_cache
from typing import NamedTuple

from wegwijzer.subjects.matching.normalise.text import fold

_FORMS = {
    "besloten vennootschap": "bv", "b v": "bv", "bv": "bv", "naamloze vennootschap": "nv",
    "n v": "nv", "nv": "nv", "stichting": "stichting", "stg": "stichting", "st": "stichting",
    "vereniging": "vereniging", "ver": "vereniging", "vof": "vof", "v o f": "vof",
    "vennootschap onder firma": "vof", "commanditaire vennootschap": "cv", "c v": "cv", "cv": "cv",
    "maatschap": "maatschap", "eenmanszaak": "eenmanszaak", "cooperatie": "cooperatie",
    "cooperatieve vereniging": "cooperatie", "u a": "", "ua": "", "w a": "", "b a": "",
    "gmbh": "gmbh", "ag": "ag", "aktiengesellschaft": "ag", "ltd": "ltd", "limited": "ltd",
    "llc": "llc", "l l c": "llc", "inc": "inc", "incorporated": "inc", "corp": "corp",
    "corporation": "corp", "sa": "sa", "s a": "sa", "sarl": "sarl", "s a r l": "sarl",
    "srl": "srl", "s r l": "srl", "spa": "spa", "s p a": "spa", "plc": "plc", "bvba": "bvba",
    "sp z o o": "spzoo", "spolka z ograniczona odpowiedzialnoscia": "spzoo", "kft": "kft",
    "ood": "ood", "eood": "eood", "ooo": "ooo", "oao": "oao", "ao": "ao", "zao": "zao", "ab": "ab",
    "as": "as", "a s": "as", "oy": "oy", "aps": "aps", "company": "", "co": "", "firma": "",
    "obshchestvo s ogranichennoi otvetstvennostyu": "ooo", "i o": "", "in oprichting": "",
}  # fmt: skip
_AT_THE_FRONT = frozenset({"stichting", "stg", "st", "vereniging", "ver", "vof", "maatschap", "firma", "bv",
                           "b v", "ooo", "oao", "ao", "zao", "cooperatie", "cooperatieve vereniging",
                           "obshchestvo s ogranichennoi otvetstvennostyu"})  # fmt: skip
_LONGEST = 4
_EMPTY_WORDS = frozenset(
    [
        "de",
        "het",
        "een",
        "en",
        "of",
        "the",
        "of",
        "and",
        "a",
        "an",
        "for",
        "van",
        "voor",
        "in",
        "te",
        "t",
        "aan",
        "at",
        "s",
        "la",
        "le",
        "el",
        "und",
        "der",
        "die",
        "das",
    ]
)
_SAME_WORDS = {
    "ctr": "center", "centre": "center", "cntr": "center", "centrum": "center", "assn": "association",
    "assoc": "association", "sch": "school", "saint": "st", "intl": "international",
    "internationaal": "international", "internationale": "international", "schl": "school",
    "acad": "academy", "svcs": "services", "svc": "services", "service": "services", "ned": "nederland",
    "holdings": "holding", "gebr": "gebroeders", "gebrs": "gebroeders", "daycare": "day care",
    "childcare": "child care", "dev": "development", "devel": "development", "comm": "community",
    "mt": "mount", "univ": "university", "n": "north", "s": "south", "e": "east", "w": "west",
}  # fmt: skip


class OrganisationName(NamedTuple):
    """A name in parts: the words in order, without the legal form."""

    core: str
    legal_form: str
    words: tuple[str, ...]


@lru_cache(maxsize=100_000)
def split_organisation_name(text: str) -> OrganisationName:
    """Return the core of the name and its legal form: "Bakkerij Jansen B.V." as "bakkerij jansen", "bv"."""
    words = fold(text).split()
    words, form = _strip_form(words)
    plain = [part for word in words for part in _SAME_WORDS.get(word, word).split()]
    telling = tuple(word for word in plain if word not in _EMPTY_WORDS) or tuple(plain)
    return OrganisationName(" ".join(telling), form, telling)


def _strip_form(words: list[str]) -> tuple[list[str], str]:
    """Return the words without legal forms at either end, and the form that was found."""
    form = ""
    changed = True
    while changed and len(words) > 1:
        changed = False
        for size in range(min(_LONGEST, len(words) - 1), 0, -1):
            head, tail = " ".join(words[:size]), " ".join(words[-size:])
            if tail in _FORMS and tail not in ("st", "ver"):
                form, words, changed = form or _FORMS[tail], words[:-size], True
                break
            if head in _AT_THE_FRONT and head != "st":
                form, words, changed = form or _FORMS[head], words[size:], True
                break
    return words, form
