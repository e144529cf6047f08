"""Fold any script and spelling to plain lower-case letters."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile(r"['`´’‘ʼ]")
_SOUNDS = (
    ("sch", "sg"), ("tsj", "c"), ("ch", "g"), ("ck", "k"), ("ph", "f"), ("dt", "t"), ("th", "t"),
    ("gh", "g"), ("kh", "g"), ("sz", "s"), ("cz", "c"), ("sh", "sj"), ("x", "ks"), ("q", "k"),
    ("v", "f"), ("z", "s"), ("w", "f"), ("c", "k"), ("d", "t"), ("b", "p"),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiouyjh]")
_DOUBLE = re.compile(r"(.)\1+")
_NOTHING = frozenset({"", "null", "none", "nan", "onbekend", "unknown", "nvt", "n v t", "geen"})


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Return the text as lower-case ASCII words with one space between them."""
    if not text.isascii():
        text = anyascii(unicodedata.normalize("NFKC", text))
    folded = _NOT_A_WORD.sub(" ", _APOSTROPHES.sub("", text.lower())).strip()
    return "" if folded in _NOTHING else folded


@lru_cache(maxsize=200_000)
def squash(text: str) -> str:
    """Return the folded text without its spaces."""
    return fold(text).replace(" ", "")


@lru_cache(maxsize=200_000)
def sound(text: str) -> str:
    """Return the consonants as a Dutch ear hears them; the same for scripts without vowels."""
    squashed = squash(text)
    if not squashed:
        return ""
    head = "a" if _VOWELS.match(squashed) and squashed[0] != "h" else ""
    for spelling, heard in _SOUNDS:
        squashed = squashed.replace(spelling, heard)
    skeleton = _DOUBLE.sub(r"\1", _VOWELS.sub("", squashed))
    return head + skeleton or squashed
