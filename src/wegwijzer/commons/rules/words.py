"""The words by which an item is found and compared: Dutch stems in plain small letters."""

import re
from functools import lru_cache

from anyascii import anyascii
from snowballstemmer import stemmer

LONGEST = 32
# From so many letters on, a word also finds the words that begin with it.
SHORTEST_BEGINNING = 4
# An item is found by so many different words at most; the first of its text count.
MOST_WORDS = 80
_NOT_A_WORD = re.compile(r"[^0-9a-z]+")
_WORD = re.compile(r"[^\W_]+")
_SAYS_LITTLE = (
    "aan al alle als andere bij bijvoorbeeld bijna binnen daar daarom dan dat de deze die dit "
    "doen door dus een elk elkaar en er erbij gaat geen gaan had heeft hebben het hier hoe hun "
    "iets in is "
    "kan kunnen maar maken mee meer met mij moet moeten na naar niet niets nog nu of om onder "
    "ons ook op over per te tegen ten ter toch toen tot tussen uit van vaak veel via vol voor "
    "waar wanneer want waren was wat we weer wel welke werd wie wij worden wordt zal ze zeer "
    "zich zij zijn zo zoals zonder zou zowel "
)
EMPTY_WORDS = frozenset(_SAYS_LITTLE.split())
_DUTCH = stemmer("dutch")


@lru_cache(maxsize=131_072)
def stem(word: str) -> str:
    """Return the stem of one word in plain small letters, or nothing when it says too little."""
    plain = _NOT_A_WORD.sub("", anyascii(word).lower())
    if len(plain) < 2 or plain in EMPTY_WORDS:
        return ""
    return str(_DUTCH.stemWord(plain))[:LONGEST]


def stems_in(*texts: str) -> tuple[str, ...]:
    """Return the different stems of some texts, in the order in which they come."""
    found = (stem(word) for text in texts for word in _WORD.findall(text))
    return tuple(dict.fromkeys(one for one in found if one))


def written(stems: frozenset[str], *texts: str) -> dict[str, str]:
    """Return for each of these stems the shortest word of the texts that has it."""
    shortest: dict[str, str] = {}
    for text in texts:
        for word in _WORD.findall(text):
            one = stem(word)
            if one in stems and len(word) < len(shortest.get(one, word + " ")):
                shortest[one] = word.lower()
    return shortest


def after(token: str) -> str:
    """Return the first token that no longer begins with this one, or nothing when none can.

    Only small letters and digits occur, which every database sorts alike: digits first.
    """
    head = token.rstrip("z")
    if head == "":
        return ""
    last = "a" if head[-1] == "9" else chr(ord(head[-1]) + 1)
    return head[:-1] + last
