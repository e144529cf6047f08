"""Days as partners write them, brought to the few forms that the rules read."""

import re
from datetime import date, timedelta
from functools import lru_cache

from wegwijzer.kernel.errors import Invalid
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.subjects.rules.identifiers import partial_date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "januari", "january"),
            ("feb", "februari", "february"),
            ("mrt", "maa", "maart", "mar", "march"),
            ("apr", "april"),
            ("mei", "may"),
            ("jun", "juni", "june"),
            ("jul", "juli", "july"),
            ("aug", "augustus", "august"),
            ("sep", "sept", "september"),
            ("okt", "oktober", "oct", "october"),
            ("nov", "november"),
            ("dec", "december"),
        ),
        start=1,
    )
    for name in names
}
TIME_OF_DAY = re.compile(r"[ T]\d{1,2}:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:?\d\d)?$")
IN_WORDS = re.compile(r"(?:(\d{1,2})[ .-]*)?([A-Za-z]{3,9})[ .-]*(\d{4})")
# The day counts of a spreadsheet that cannot be a year: 1927 to 2119.
DAY_COUNT = re.compile(r"([1-7]\d{4})(?:[.,]\d+)?")
FIRST_DAY = date(1899, 12, 30)
DIGITS = re.compile(r"\d{7,8}")


@lru_cache(maxsize=50_000)
def day_or_part(text: str) -> str:
    """Return a day, month or year in ISO form, however it was written; Invalid when it is none.

    The count of days of a spreadsheet, a time of day behind it, the name of a month, and a lost
    zero in front are understood. A year of two digits is not: nobody knows which century.
    """
    return partial_date(_plain(text))


def whole_day(text: str) -> date:
    """Return a whole day, or refuse a part of one."""
    try:
        return date.fromisoformat(day_or_part(text))
    except ValueError:
        raise Invalid(_("Dit is geen hele datum. Schrijf dag, maand en jaar.")) from None


def _plain(text: str) -> str:
    written = TIME_OF_DAY.sub("", text.strip())
    if count := DAY_COUNT.fullmatch(written):
        return (FIRST_DAY + timedelta(days=int(count[1]))).isoformat()
    if DIGITS.fullmatch(written):
        return _of_digits(written)
    words = IN_WORDS.fullmatch(written)
    if words and (month := MONTHS.get(words[2].lower())):
        return f"{int(words[1] or 0):02}-{month:02}-{words[3]}"
    return written


def _of_digits(digits: str) -> str:
    """Return year first unless that cannot be; then the day comes first."""
    whole = digits.zfill(8)
    if len(digits) == 8 and 1800 <= int(digits[:4]) <= 2199 and int(digits[4:6]) <= 12:
        return digits
    return f"{whole[:2]}-{whole[2:4]}-{whole[4:]}"
