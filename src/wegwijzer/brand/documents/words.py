"""The few words that a renderer adds by itself, in the language of the document."""

_WORDS: dict[str, dict[str, str]] = {
    "nl": {
        "date": "Datum",
        "reference": "Kenmerk",
        "continued": "vervolg",
        "mark": "Merk van %(name)s",
        "highest": "%(name)s: hoogste waarde %(value)s bij %(label)s",
        "from": "vanaf %s",
    },
    "en": {
        "date": "Date",
        "reference": "Reference",
        "continued": "continued",
        "mark": "Mark of %(name)s",
        "highest": "%(name)s: highest value %(value)s at %(label)s",
        "from": "from %s",
    },
}
_PLACES = {"nl": "nl-NL", "en": "en-GB"}
_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}


def words(language: str) -> dict[str, str]:
    """Return the words in a language; Dutch for a language that the house does not speak."""
    return _WORDS.get(language[:2], _WORDS["nl"])


def locale_of(language: str) -> str:
    """Return the language with its country, as files write it: ``nl-NL``."""
    return _PLACES.get(language[:2], _PLACES["nl"])


def day_in_words(year: int, month: int, day: int, language: str) -> str:
    """Return a day as a reader says it: 24 november 2026."""
    names = _MONTHS.get(language[:2], _MONTHS["nl"]).split()
    return f"{day} {names[month - 1]} {year}"
