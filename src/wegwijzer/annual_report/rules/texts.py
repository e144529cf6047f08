"""The texts: written by several people at once, compared word by word, with figures inside."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import SequenceMatcher
from enum import StrEnum
from uuid import UUID

from wegwijzer.kernel.errors import Conflict, Invalid
from wegwijzer.kernel.text import gettext_noop as _

CLAIM = timedelta(minutes=30)
LONGEST = 20_000
FIGURE = re.compile(r"\{cijfer:([a-z0-9-]{1,48})\}")
BULLET = re.compile(r"^\s*[-*•]\s+")
WORD = re.compile(r"\s+|[^\s]+")


class Change(StrEnum):
    """What happened to a stretch of words between two texts."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of words of the one text, of the other, or of both."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or a list when there is more than its one line: ``points`` are its lines."""

    text: str
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says to be writing a section, and until when that counts."""

    person_id: UUID
    name: str
    until: datetime


def check_text(heading: str, body: str) -> None:
    """Refuse a text that no reader could follow: empty, or too long for one section."""
    if not body.strip():
        raise Invalid(_("Schrijf eerst een tekst, of laat dit deel weg."), field="body")
    if len(body) > LONGEST:
        raise Invalid(_("Deze tekst is te lang voor één deel. Splits hem."), field="body")
    if "\n" in heading:
        raise Invalid(_("Een tussenkop is één regel."), field="heading")


def check_figures(body: str, known: frozenset[str]) -> None:
    """Refuse a reference to a figure that does not exist."""
    wrong = sorted(set(FIGURE.findall(body)) - known)
    if wrong:
        raise Invalid(_("Dit cijfer bestaat niet: %(slug)s. Kies het uit de lijst."),
                      field="body", slug=wrong[0])  # fmt: skip


def check_remark(text: str) -> None:
    """Refuse a remark without words."""
    if not text.strip():
        raise Invalid(_("Schrijf op wat u opviel."), field="text")


def check_unresolved(*, is_resolved: bool) -> None:
    """Refuse to resolve twice."""
    if is_resolved:
        raise Conflict(_("Deze opmerking is al afgehandeld."))


def check_drop(*, seen: int, current: int) -> None:
    """Refuse to leave out a text that somebody changed after it was read."""
    if seen != current:
        raise Conflict(_("Intussen heeft een ander dit deel gewijzigd. Lees het eerst; daarna kunt "
                         "u het alsnog weglaten."))  # fmt: skip


def is_claimed(claim: Claim | None, *, by: UUID, now: datetime) -> bool:
    """Return whether somebody else says to be writing this now. It warns; it never stops."""
    return claim is not None and claim.person_id != by and now < claim.until


def figures_in(body: str) -> list[str]:
    """Return which figures a text refers to, in order, each once."""
    return list(dict.fromkeys(FIGURE.findall(body)))


def filled(text: str, value: Callable[[str], str]) -> str:
    """Return the text with the value in the place of each reference to a figure."""
    return FIGURE.sub(lambda found: value(found.group(1)), text)


def pieces(body: str) -> tuple[Piece, ...]:
    """Return the paragraphs and lists of a text: an empty line parts, a dash begins a point."""
    found: list[Piece] = []
    for block in re.split(r"\n\s*\n", body.strip().replace("\r\n", "\n")):
        found.extend(_pieces_of(block))
    return tuple(found)


def _pieces_of(block: str) -> list[Piece]:
    plain: list[str] = []
    points: list[str] = []
    for line in filter(str.strip, block.split("\n")):
        if BULLET.match(line):
            points.append(BULLET.sub("", line).strip())
        elif points:
            points[-1] = f"{points[-1]} {line.strip()}"
        else:
            plain.append(line.strip())
    found = [Piece(" ".join(plain))] if plain else []
    return [*found, Piece("", tuple(points))] if points else found


def with_point(body: str, point: str) -> str:
    """Return the text with one more point at the end of it."""
    last = body.rstrip().rpartition("\n")[2]
    gap = "" if not body.strip() else "\n" if BULLET.match(last) else "\n\n"
    return f"{body.rstrip()}{gap}- {' '.join(point.split())}"


def difference(before: str, after: str) -> list[Stretch]:
    """Return how one text became another, word by word; the two can be read back from it."""
    old, new = WORD.findall(before), WORD.findall(after)
    found: list[Stretch] = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Stretch(Change.SAME, "".join(old[i:j])))
            continue
        for change, words in ((Change.REMOVED, old[i:j]), (Change.ADDED, new[k:m])):
            if words:
                found.append(Stretch(change, "".join(words)))
    return found
