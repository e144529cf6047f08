"""Lists of signals: narrowed, paged by key, counted only as far as is cheap."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.signals import rules
from wegwijzer.signals.models import Signal, SignalWord
from wegwijzer.signals.queries.access import visible_signals
from wegwijzer.signals.rules import Status
from wegwijzer.signals.shown import SignalRow, row_of
from wegwijzer.subjects.queries import search_dossier_ids
from wegwijzer.subjects.rules.searching import SHORTEST_BEGINNING, after, words_in

# A count goes no further than this: "1.000+".
MOST_COUNTED = 1_000
PAGE = 50
# A word in at most this many signals is looked up first, the others checked after.
RARE = 2_000
MOST_FOUND = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """By what a list is narrowed; empty is everything."""

    status: Status | None = None
    phenomenon: str = ""
    participant_id: UUID | None = None
    since: date | None = None
    until: date | None = None
    text: str = ""

    @property
    def most_counted(self) -> int:
        """Return how far a count goes: less far where words are looked for."""
        return MOST_FOUND if self.text.strip() else MOST_COUNTED


@dataclass(frozen=True, slots=True)
class SignalList:
    """A page of a list, with the keys of the pages after and before it, empty at the ends."""

    rows: list[SignalRow]
    after: str
    before: str


def list_signals(
    actor: Actor, wanted: Wanted, *, after: str = "", before: str = "", limit: int = PAGE
) -> SignalList:
    """List the signals that the actor may see, newest first."""
    found, keys = page_of(_narrowed(actor, wanted), after=after, before=before, limit=limit)
    return SignalList([row_of(signal) for signal in found], *keys)


def page_of(
    rows: QuerySet[Signal], *, after: str, before: str, limit: int, oldest_first: bool = False
) -> tuple[list[Signal], tuple[str, str]]:
    """Return a page of signals, and the keys of the pages after and before it."""
    ascending = oldest_first is not bool(before)
    if after or before:
        rows = rows.filter(_beyond(before or after, "gt" if ascending else "lt"))
    rows = rows.order_by(*(("created_at", "id") if ascending else ("-created_at", "-id")))
    found = list(rows.select_related("participant", "phenomenon")[: limit + 1])
    more, found = len(found) > limit, found[:limit]
    if before:
        found.reverse()
    following = _key(found[-1]) if found and (more or before) else ""
    preceding = _key(found[0]) if found and (after or (before and more)) else ""
    return found, (following, preceding)


def count_signals(actor: Actor, wanted: Wanted) -> int:
    """Count the signals that the actor may see, up to one more than ``most_counted``."""
    return _narrowed(actor, wanted).values("pk")[: wanted.most_counted + 1].count()


def _narrowed(actor: Actor, wanted: Wanted) -> QuerySet[Signal]:
    rows = visible_signals(actor)
    if wanted.status is not None:
        rows = rows.filter(status=wanted.status)
        if wanted.status not in rules.seen_of_others(actor):
            rows = rows.filter(participant_id=actor.participant_id)
    if wanted.phenomenon:
        rows = rows.filter(phenomenon_id=wanted.phenomenon)
    if wanted.participant_id is not None:
        rows = rows.filter(participant_id=wanted.participant_id)
    if wanted.since is not None:
        rows = rows.filter(created_at__gte=_midnight(wanted.since))
    if wanted.until is not None:
        rows = rows.filter(created_at__lt=_midnight(wanted.until, days=1))
    return _found(actor, rows, wanted.text.strip()) if wanted.text.strip() else rows


def _found(actor: Actor, rows: QuerySet[Signal], text: str) -> QuerySet[Signal]:
    """Narrow to signals with this number, these words in title or place, or such a subject."""
    # Asked about each subject found, by key: a list of all that one may see is never made.
    known = visible_signals(actor).filter(id=OuterRef("dossier_id")).values("id")
    ids = set(search_dossier_ids(actor, text, within=known))
    ids.update(Signal.objects.filter(number=text.upper()).values_list("id", flat=True))
    words = words_in(text)
    if not words:
        return rows.filter(id__in=ids)
    few = next((found for word in words if (found := _signals_with(word)) is not None), None)
    titled = Q()
    for word in words:
        titled &= Q(Exists(_words(word).filter(signal_id=OuterRef("pk"))))
    if few is None:
        # Every word is common: the newest that have them all are soon found by looking in order.
        return rows.filter(titled | Q(id__in=ids))
    named = set(few.values_list("signal_id", flat=True))
    ids.update(Signal.objects.filter(titled, id__in=named).values_list("id", flat=True))
    return rows.filter(id__in=ids)


def _words(word: str) -> QuerySet[SignalWord]:
    """Return the places of a word; of four letters or more also of words that begin with it."""
    if len(word) < SHORTEST_BEGINNING:
        return SignalWord.objects.filter(word=word)
    found = SignalWord.objects.filter(word__gte=word)
    return found.filter(word__lt=end) if (end := after(word)) else found


def _signals_with(word: str) -> QuerySet[SignalWord] | None:
    """Return the places of a word, or None when there are too many to look at each."""
    found = _words(word)
    return found if found.values("pk")[: RARE + 1].count() <= RARE else None


def _midnight(day: date, *, days: int = 0) -> datetime:
    return datetime.combine(date.fromordinal(day.toordinal() + days), time(), UTC)


def _key(signal: Signal) -> str:
    return f"{signal.created_at.astimezone(UTC):%Y%m%dT%H%M%S.%f}-{signal.id.hex}"


def _beyond(key: str, way: str) -> Q:
    """Return the condition that a row lies beyond the row with this key."""
    moment, _dash, hexed = key.partition("-")
    try:
        at = datetime.strptime(moment, "%Y%m%dT%H%M%S.%f").replace(tzinfo=UTC)
        pk = UUID(hexed)
    except ValueError:
        raise Invalid(_("Deze plek in de lijst bestaat niet. Begin vooraan.")) from None
    return Q(**{f"created_at__{way}e": at}) & (
        Q(**{f"created_at__{way}": at}) | Q(**{f"id__{way}": pk})
    )
