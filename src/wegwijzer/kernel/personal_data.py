"""Where personal data lives, for how long, and how it is found and erased.

Each context registers its own sources when it starts. Retention and the rights of the people in
the data walk this register and so reach every table without importing one of them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of personal data, as it stands in the register of processing.

    ``find`` takes a normalised BSN, name or other reference and yields the ids of rows about that
    person; ``erase_before`` erases what was first processed before a moment and returns how many.
    """

    model: str
    purpose: str
    term: str
    article: str
    find: Callable[[str], Iterable[str]]
    erase_before: Callable[[datetime], int]


SOURCES: dict[str, Source] = {}


def register(source: Source) -> None:
    """Add a source; a table has exactly one."""
    assert source.model not in SOURCES, f"{source.model} is registered twice"
    SOURCES[source.model] = source
