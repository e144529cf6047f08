"""One definition for all: proposal, consultation of the regions, adoption, replacement."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from re import findall
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.network.rules import Role


class TermStatus(StrEnum):
    """Where a version of a definition stands. Bron: dossier § 5.9."""

    PROPOSED = "proposed"
    CONSULTED = "consulted"
    ADOPTED = "adopted"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


TERM_STATUS_LABELS = {
    TermStatus.PROPOSED: _("Voorgesteld"),
    TermStatus.CONSULTED: _("In raadpleging"),
    TermStatus.ADOPTED: _("Vastgesteld"),
    TermStatus.REPLACED: _("Vervangen"),
    TermStatus.WITHDRAWN: _("Ingetrokken"),
}
OPEN = frozenset({TermStatus.PROPOSED, TermStatus.CONSULTED})


class Position(StrEnum):
    """What a region says to a proposal."""

    AGREE = "agree"
    COMMENT = "comment"
    DISAGREE = "disagree"


POSITION_LABELS = {
    Position.AGREE: _("Akkoord"),
    Position.COMMENT: _("Akkoord met opmerking"),
    Position.DISAGREE: _("Niet akkoord"),
}

PROPOSERS = frozenset(
    {Role.PORTFOLIO_LEAD, Role.PROJECT_LEAD, Role.LIEC_STAFF, Role.RIEC_HEAD, Role.HEADS_COUNCIL}
)
SPEAKERS = frozenset({Role.RIEC_HEAD, Role.HEADS_COUNCIL, Role.PORTFOLIO_LEAD})
DECIDERS = frozenset({Role.HEADS_COUNCIL})
SHORTEST_TEXT = 20


class PieceKind(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that stayed, went or came."""

    kind: PieceKind
    text: str


def check_role(actor: Actor, roles: Collection[Role], act: str) -> None:
    """Refuse who does not hold one of the roles; ``act`` is the sentence that says so."""
    if not actor.has(*roles, "system"):
        raise NotAllowed(act)


def check_text(text: str) -> None:
    """Refuse a definition that is too short to define anything."""
    if len(text.strip()) < SHORTEST_TEXT:
        raise Invalid(_("Schrijf de definitie uit, in ten minste twintig tekens."), field="text")


def check_position(position: Position, comment: str) -> None:
    """Refuse a comment or a no without words: the others must be able to answer it."""
    if position is not Position.AGREE and not comment.strip():
        raise Invalid(_("Schrijf erbij wat er anders moet."), field="comment")


def check_adoption(
    status: TermStatus, *, regions: Collection[UUID], heard: Collection[UUID],
    consulted_until: date | None, today: date,
) -> None:  # fmt: skip
    """Refuse to adopt before every region has answered, or the day to answer has passed."""
    if status is not TermStatus.CONSULTED:
        raise Conflict(_("Alleen een voorstel dat in raadpleging is, kan worden vastgesteld."))
    if set(regions) <= set(heard):
        return
    if consulted_until is None or today <= consulted_until:
        raise Conflict(_("Nog niet elke regio heeft geantwoord en de reactietermijn loopt nog."))


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """Return what stayed, went and came from one text to the next, word by word."""
    before, after = _words(old), _words(new)
    found: list[Piece] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            found.append(Piece(PieceKind.SAME, "".join(before[first:last])))
            continue
        if last > first:
            found.append(Piece(PieceKind.REMOVED, "".join(before[first:last])))
        if end > start:
            found.append(Piece(PieceKind.ADDED, "".join(after[start:end])))
    return tuple(found)


def _words(text: str) -> list[str]:
    """Return the words and signs of a text, each with the blank space that follows it."""
    return findall(r"\s+|\w+\s*|[^\w\s]\s*", text.strip())
