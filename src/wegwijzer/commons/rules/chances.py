"""When two regions could work together on what they know, and why it is suggested."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from wegwijzer.commons.rules.words import stems_in
from wegwijzer.kernel.text import gettext_noop as _

# At this hour nobody waits for what takes long.
NIGHT_HOUR = 3


class Relation(StrEnum):
    """How two items stand to each other."""

    SAME = "same"
    FOLLOWS = "follows"
    JOIN = "join"


RELATION_LABELS = {
    Relation.SAME: _("Doen hetzelfde"),
    Relation.FOLLOWS: _("Volgen elkaar op"),
    Relation.JOIN: _("Kunnen samen optrekken"),
}


class ReasonKind(StrEnum):
    """What two items share."""

    PHENOMENON = "phenomenon"
    PLACE = "place"
    METHOD = "method"
    PORTFOLIO = "portfolio"
    WORDS = "words"
    FOLLOWS = "follows"
    SAME_TIME = "same_time"


REASON_LABELS = {
    ReasonKind.PHENOMENON: _("Zelfde fenomeen"),
    ReasonKind.PLACE: _("Zelfde plaats"),
    ReasonKind.METHOD: _("Zelfde methode"),
    ReasonKind.PORTFOLIO: _("Zelfde portefeuille"),
    ReasonKind.WORDS: _("Zelfde woorden"),
    ReasonKind.FOLLOWS: _("Aansluitende perioden"),
    ReasonKind.SAME_TIME: _("Zelfde tijd"),
}


class Answer(StrEnum):
    """What a region says to a suggestion."""

    YES = "yes"
    NOT_NOW = "not_now"
    NO = "no"


ANSWER_LABELS = {
    Answer.YES: _("Ja, hier gaan we mee verder"),
    Answer.NOT_NOW: _("Nu niet"),
    Answer.NO: _("Nee, dit past niet"),
}

# Not a judgement of people or of regions: only the order in which suggestions are shown.
WEIGHTS = {
    ReasonKind.PHENOMENON: 0.20,
    ReasonKind.PLACE: 0.15,
    ReasonKind.METHOD: 0.10,
    ReasonKind.PORTFOLIO: 0.05,
    ReasonKind.FOLLOWS: 0.05,
    ReasonKind.SAME_TIME: 0.03,
}
LEAST_ALIKE = 0.12
CLEARLY_ALIKE = 0.30
LEAST_SCORE = 0.25
SOON_AFTER = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is compared of one item."""

    id: UUID
    region_id: UUID
    kind: str
    phenomena: frozenset[str]
    municipality_code: str
    place: str
    method: str
    portfolio: str
    period_from: date | None
    period_to: date | None


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that two items share, in the values that show it."""

    kind: ReasonKind
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A suggestion: how the two stand to each other, how strongly, and why."""

    relation: Relation
    score: float
    reasons: tuple[Reason, ...]


def chance_between(
    one: Facts, other: Facts, *, alike: float, shared: tuple[str, ...]
) -> Found | None:
    """Return the chance of two items, or None when too little speaks for it.

    ``alike`` is the cosine of their words, 0 to 1; ``shared`` the words that weigh most in it. A
    chance is always between two regions, and always has a reason that somebody can check.
    """
    if one.region_id == other.region_id:
        return None
    reasons = [Reason(ReasonKind.WORDS, shared)] if shared and alike >= LEAST_ALIKE else []
    reasons += _shared(one, other)
    kinds = {reason.kind for reason in reasons}
    if not kinds & {ReasonKind.PHENOMENON, ReasonKind.PLACE} and alike < CLEARLY_ALIKE:
        return None
    score = min(1.0, 0.6 * alike + sum(WEIGHTS.get(kind, 0.0) for kind in kinds))
    if score < LEAST_SCORE or len(reasons) < 2:
        return None
    order = list(ReasonKind)
    ordered = tuple(sorted(reasons, key=lambda reason: order.index(reason.kind)))
    return Found(_relation(one, other, alike, kinds), round(score, 4), ordered)


def _shared(one: Facts, other: Facts) -> Iterator[Reason]:
    if both := one.phenomena & other.phenomena:
        yield Reason(ReasonKind.PHENOMENON, tuple(sorted(both)))
    if place := _same_place(one, other):
        yield Reason(ReasonKind.PLACE, (place,))
    methods = set(stems_in(one.method)) & set(stems_in(other.method))
    if methods:
        yield Reason(ReasonKind.METHOD, tuple(sorted(methods)))
    if one.portfolio and one.portfolio == other.portfolio:
        yield Reason(ReasonKind.PORTFOLIO, (one.portfolio,))
    yield from _in_time(one, other)


def _same_place(one: Facts, other: Facts) -> str:
    if one.municipality_code and one.municipality_code == other.municipality_code:
        return one.place or one.municipality_code
    same = one.place and one.place.casefold() == other.place.casefold()
    return one.place if same else ""


def _in_time(one: Facts, other: Facts) -> Iterator[Reason]:
    if not (one.period_from and other.period_from):
        return
    first, second = sorted((one, other), key=lambda facts: (facts.period_from, facts.id))
    assert first.period_from is not None
    assert second.period_from is not None
    ends = first.period_to or first.period_from
    if second.period_from <= ends:
        days = (second.period_from.isoformat(), ends.isoformat())
        yield Reason(ReasonKind.SAME_TIME, days)
    elif second.period_from - ends <= SOON_AFTER:
        yield Reason(ReasonKind.FOLLOWS, (ends.isoformat(), second.period_from.isoformat()))


def _relation(one: Facts, other: Facts, alike: float, kinds: set[ReasonKind]) -> Relation:
    same_work = one.kind == other.kind and bool(kinds & {ReasonKind.PHENOMENON, ReasonKind.PLACE})
    if same_work and ReasonKind.FOLLOWS in kinds:
        return Relation.FOLLOWS
    if one.kind == other.kind and alike >= CLEARLY_ALIKE:
        return Relation.SAME
    return Relation.JOIN


def night_of(now: datetime) -> date:
    """Return the night to which a moment on the clock of the wall belongs: it begins at three."""
    return (now - timedelta(hours=NIGHT_HOUR)).date()
