"""Dates as partners write them: full, partial or impossible."""

import re
from datetime import date
from functools import lru_cache

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january", "februari feb february", "maart mrt mar march", "april apr",
            "mei may", "juni jun june", "juli jul july", "augustus aug august",
            "september sep sept", "oktober okt oct october", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ]?(\d{1,2})?(?:[-/. ]?(\d{1,2}))?(?:[t ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})(?: .*)?")
_COMPACT_DAY_FIRST = re.compile(r"([0-3]\d)([01]\d)((?:18|19|20)\d\d)")
_WORDS = re.compile(r"(\d{1,2})?\s*([a-z]+)\.?,?\s+(\d{4})")
_UNKNOWN = frozenset({"", "00", "0"})


@lru_cache(maxsize=200_000)
def read_date(text: str) -> tuple[str, bool]:
    """Return the date as "1980-03-12", "1980-03", "1980" or "", and whether it could be read."""
    text = text.strip().lower()
    if not text:
        return "", True
    parts = _parts(text)
    if parts is None:
        return "", False
    return _iso(*parts)


def _parts(text: str) -> tuple[str, str, str] | None:
    """Return year, month and day as digits, or None."""
    if found := _COMPACT_DAY_FIRST.fullmatch(text):
        as_year = int(text[:4])
        if not 1300 <= as_year <= 2100 or int(text[4:6]) > 12:
            return found[3], found[2], found[1]
    if found := _YEAR_FIRST.fullmatch(text):
        return found[1], found[2] or "", found[3] or ""
    if found := _DAY_FIRST.fullmatch(text):
        return _century(found[3]), found[2], found[1]
    if (found := _WORDS.fullmatch(text)) and found[2] in _MONTHS:
        return found[3], str(_MONTHS[found[2]]), found[1] or ""
    return None


def _century(year: str) -> str:
    """Return four digits; two digits are read as a year of birth between 1930 and 2029."""
    if len(year) == 4:
        return year
    return ("19" if int(year) >= 30 else "20") + year


def _iso(year: str, month: str, day: str) -> tuple[str, bool]:
    """Return the widest part that is a real date; a day and month the wrong way round are put right."""
    if not 1000 <= int(year) <= 2200:
        return "", False
    if month in _UNKNOWN:
        return year, True
    y, m = int(year), int(month)
    if day in _UNKNOWN:
        return (f"{y:04d}-{m:02d}", True) if m <= 12 else (year, False)
    d = int(day)
    if m > 12 and d <= 12:
        m, d = d, m
    try:
        return date(y, m, d).isoformat(), True
    except ValueError:
        return year, False
