"""One definition for all: proposal, consultation of the regions, adoption, replacement."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from re import IGNORECASE, Pattern, escape, findall
from re import compile as compile_pattern
from unicodedata import normalize
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
SPEAKERS = frozenset({Role.RIEC_HEAD})
DECIDERS = frozenset({Role.HEADS_COUNCIL})
MAY_NOT_PROPOSE = _(
    "Een definitie voorstellen doen hoofden, portefeuillehouders, projectleiders en het LIEC."
)
MAY_NOT_CHANGE = _(
    "Een voorstel wijzigt, raadpleegt of trekt in: de regio die het indiende, of het LIEC."
    " Reageer bij het voorstel."
)
MAY_NOT_ANSWER = _("Namens een regio antwoordt het RIEC-hoofd.")
MAY_NOT_DECIDE = _("Een definitie vaststellen doet het hoofdenoverleg.")
SHORTEST_TEXT = 20
LONGEST_NAME = 120
LONGEST_TEXT = 4_000
LONGEST_SLUG = 48


class PieceKind(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What somebody proposes that a word means from now on."""

    name: str
    text: str
    source: str = ""
    reason: str = ""
    portfolio: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that stayed, went or came."""

    kind: PieceKind
    text: str


def check_role(actor: Actor, roles: Collection[Role], act: str) -> None:
    """Refuse who does not hold one of the roles; ``act`` is the sentence that says so."""
    if not actor.has(*roles, "system"):
        raise NotAllowed(act)


def may_change(actor: Actor, *, region_id: UUID | None, proposed_by: UUID) -> bool:
    """Return whether a proposal is the actor's to change: of the own region, or for the LIEC."""
    if not actor.has(*PROPOSERS, "system"):
        return False
    own = actor.region_id == region_id or actor.person_id == proposed_by
    return own or actor.has(Role.LIEC_STAFF, "system")


def check_withdrawal(reason: str) -> None:
    """Refuse to withdraw without saying why: the regions may have answered already."""
    if not reason.strip():
        raise Invalid(_("Schrijf op waarom u het voorstel intrekt."), field="reason")


def check_proposal(proposal: Proposal) -> None:
    """Refuse a definition without a name or reason, or of a length that defines nothing."""
    if not slugify(proposal.name):
        raise Invalid(_("Schrijf op welk woord u wilt vastleggen."), field="name")
    if len(proposal.name.strip()) > LONGEST_NAME:
        raise Invalid(_("Maak het woord korter: ten hoogste 120 tekens."), field="name")
    if len(proposal.text.strip()) < SHORTEST_TEXT:
        raise Invalid(_("Schrijf de definitie uit, in ten minste twintig tekens."), field="text")
    if len(proposal.text.strip()) > LONGEST_TEXT:
        raise Invalid(_("Maak de definitie korter: ten hoogste 4.000 tekens."), field="text")
    if not proposal.reason.strip():
        raise Invalid(_("Schrijf op waarom de regio's dit nodig hebben."), field="reason")


def slugify(name: str) -> str:
    """Return the word by which a term is known in addresses: jonge-aanwas."""
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(findall(r"[a-z0-9]+", plain))[:LONGEST_SLUG].strip("-")


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


def check_until(until: date, today: date) -> None:
    """Refuse a last day to answer that leaves no day to answer."""
    if until <= today:
        raise Invalid(_("Kies een dag in de toekomst: de regio's moeten kunnen antwoorden."),
                      field="until")  # fmt: skip


def check_open_to_answer(status: TermStatus, until: date | None, today: date) -> None:
    """Refuse an answer outside the consultation."""
    if status is not TermStatus.CONSULTED:
        raise Conflict(_("Over dit voorstel wordt u nu niet geraadpleegd."))
    if until is not None and today > until:
        raise Conflict(_("De reactietermijn is voorbij. Vraag de indiener om hem te verlengen."))


def check_decision(source: str, on: date, *, today: date, before: date | None) -> None:
    """Refuse a decision that is not taken yet, or lies before the one that it replaces."""
    if not source.strip():
        raise Invalid(_("Noem het besluit of de bron waarop dit berust."), field="source")
    if on > today:
        raise Invalid(_("Een besluit ligt niet in de toekomst. Kies de dag van het besluit."),
                      field="on")  # fmt: skip
    if before is not None and on <= before:
        raise Invalid(_("De vorige versie is later vastgesteld. Kies een latere dag."),
                      field="on")  # fmt: skip


def check_use(status: TermStatus, from_date: date, adopted_date: date | None) -> None:
    """Refuse to work by a text that does not count, or before it did."""
    if status is not TermStatus.ADOPTED or adopted_date is None:
        raise Conflict(_("Alleen de vastgestelde versie kan worden ingevoerd."))
    if from_date < adopted_date:
        raise Invalid(_("Kies een dag op of na het besluit."), field="from_date")


def pattern_of(names: Iterable[str]) -> Pattern[str]:
    """Return what finds each of the words in a text as a word of its own, whatever its capitals.

    Where one word holds another, put the longest first: it wins.
    """
    return compile_pattern(rf"(?<!\w)(?:{'|'.join(map(escape, names))})(?!\w)", IGNORECASE)


def used_in(names: Collection[str], texts: Iterable[str]) -> frozenset[str]:
    """Return which of the words stand in the texts."""
    if not names:
        return frozenset()
    found, known = pattern_of(names), {name.casefold(): name for name in names}
    return frozenset(known[word.casefold()] for text in texts for word in found.findall(text))


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """Return what stayed, went and came from one text to the next, word by word."""
    before, after = _words(old), _words(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    found: list[Piece] = []
    went = came = ""
    for tag, first, last, start, end in matcher.get_opcodes():
        removed, added = "".join(before[first:last]), "".join(after[start:end])
        # A blank that stayed between two changes belongs to both: they read as one.
        blank = tag == "equal" and not removed.strip() and last < len(before) and end < len(after)
        if tag != "equal" or ((went or came) and blank):
            went, came = went + removed, came + added
            continue
        found += [*_changed(went, came), Piece(PieceKind.SAME, removed)]
        went = came = ""
    return (*found, *_changed(went, came))


def _changed(went: str, came: str) -> tuple[Piece, ...]:
    pieces = (Piece(PieceKind.REMOVED, went), Piece(PieceKind.ADDED, came))
    return tuple(piece for piece in pieces if piece.text)


def _words(text: str) -> list[str]:
    """Return the words, the signs and the blanks of a text, one by one."""
    return findall(r"\s+|\w+|[^\w\s]", text.strip())
