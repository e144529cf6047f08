"""The chain of the logbook: what is hashed, how lines follow each other, who may read and why."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from wegwijzer.kernel.text import gettext_noop as _

GENESIS = "0" * 64


class Outcome(StrEnum):
    """What became of an act."""

    DONE = "done"
    READ = "read"
    REFUSED = "refused"


class Aim(StrEnum):
    """The only aims for which the logbook may be read. Bron: Wgs art. 1.8 lid 4."""

    LAWFULNESS = "lawfulness"
    INTERNAL_CONTROL = "internal_control"
    INTEGRITY = "integrity"
    COURT = "court"


AIM_LABELS = {
    Aim.LAWFULNESS: _("Controle op de rechtmatigheid"),
    Aim.INTERNAL_CONTROL: _("Interne controle"),
    Aim.INTEGRITY: _("Integriteit en beveiliging"),
    Aim.COURT: _("Gerechtelijke procedure"),
}


@dataclass(frozen=True, slots=True)
class Link:
    """One line as the chain sees it."""

    position: int
    body: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where the chain does not hold, with the reason."""

    position: int
    reason: str


def canonical(values: Mapping[str, Any]) -> str:
    """Return the text that is hashed: sorted keys, no spaces, so that it is always the same."""
    return json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def moment(at: datetime) -> str:
    """Return a moment as text, in UTC and to the microsecond, whatever zone it came in."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def chained_hash(position: int, previous: str, body: str) -> str:
    """Return the sha-256, in hex, of the position, the hash before it and the text of the line."""
    return hashlib.sha256(f"{position}\n{previous}\n{body}".encode()).hexdigest()


def first_break(
    links: Iterable[Link],
    *,
    head: tuple[int, str],
    anchor: tuple[int, str] | None = None,
    start: tuple[int, str] = (0, GENESIS),
) -> Break | None:
    """Return the first broken line, or None when the chain holds from the first line to the head.

    ``start`` is the position and hash after which the lines begin; ``head`` those that the logbook
    says it ends with; ``anchor`` those that were kept elsewhere, which also show a tail that was
    cut off together with the head.
    """
    position, previous = start
    for link in links:
        position += 1
        reason = _fault(link, position, previous, anchor)
        if reason is not None:
            return Break(position, reason)
        previous = link.hash
    if (position, previous) != head:
        return Break(
            position + 1, _("Het logboek eindigt eerder dan het zegt: de staart ontbreekt.")
        )
    if anchor is not None and anchor[0] > position:
        return Break(position + 1, _("Het logboek eindigt vóór het bewaarde ijkpunt."))
    return None


def beyond_the_head(position: int) -> Break:
    """Return the break of a line that lies after the last one the logbook says it has."""
    return Break(position, _("Deze regel staat na de laatste die het logboek zegt te hebben."))


def _fault(link: Link, position: int, previous: str, anchor: tuple[int, str] | None) -> str | None:
    """Return what is wrong with one line, or None."""
    if link.position != position:
        return _("Deze regel ontbreekt.")
    if link.previous != previous:
        return _("De verwijzing naar de vorige regel klopt niet.")
    if link.hash != chained_hash(position, previous, link.body):
        return _("De inhoud van deze regel is gewijzigd.")
    if anchor is not None and anchor[0] == position and anchor[1] != link.hash:
        return _("Deze regel wijkt af van het bewaarde ijkpunt.")
    return None


def identifiers_in(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what may be logged of the arguments of a refused act: names and ids, never texts."""
    for name, value in values.items():
        if hasattr(value, "hex") and hasattr(value, "int"):
            yield name, str(value)
        elif isinstance(value, StrEnum):
            yield name, value.value
