"""What others brought that may be about the same: asked by a person, for one signal."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading
from wegwijzer.signals.gate import one_visible
from wegwijzer.signals.models import Signal
from wegwijzer.signals.queries.access import visible_signals
from wegwijzer.signals.shown import SignalRow, row_of
from wegwijzer.subjects.queries import MatchRow, find_matches, get_pair
from wegwijzer.subjects.rules import Sameness


@dataclass(frozen=True, slots=True)
class Hit:
    """A record of another signal that may be about a subject of this one, and in which signal."""

    match: MatchRow
    signal: SignalRow
    participant_name: str


@dataclass(frozen=True, slots=True)
class Hits:
    """The hits of one signal; what the two criteria about others need, counted from them."""

    participant_id: UUID
    rows: list[Hit]
    skipped: frozenset[str]

    @property
    def to_judge(self) -> int:
        """Return how many hits nobody has judged yet."""
        return sum(hit.match.judgement is None for hit in self.rows)

    @property
    def signals(self) -> list[SignalRow]:
        """Return the signals with a hit that nobody judged to be different, each once."""
        found = {
            hit.signal.id: hit.signal
            for hit in self.rows
            if hit.match.judgement is not Sameness.DIFFERENT
        }
        return list(found.values())

    @property
    def participants(self) -> list[str]:
        """Return which other participants reported those signals."""
        return sorted(
            {
                signal.participant_name
                for signal in self.signals
                if signal.participant_id != self.participant_id
            }
        )


@reading
def find_hits(actor: Actor, signal_id: UUID, *, now: datetime) -> Hits:
    """Find which other signals that the actor may see are about the subjects of this one.

    Asked by a person for one signal, and logged. Bron: Wgs art. 2.23 lid 3 onder b en d.
    """
    return hits_of(actor, one_visible(actor, signal_id), now=now)


def hits_of(actor: Actor, signal: Signal, *, now: datetime, ref: UUID | None = None) -> Hits:
    """Return the hits of a signal that the actor was found to see, or of one subject in it."""
    within = visible_signals(actor).values("id")
    matches = find_matches(actor, signal.id, within=within, now=now, ref=ref)
    elsewhere = [match for match in matches if match.other_dossier_id != signal.id]
    others = _rows(actor, {match.other_dossier_id for match in elsewhere})
    return Hits(
        signal.participant_id,
        [
            Hit(
                match,
                others[match.other_dossier_id],
                others[match.other_dossier_id].participant_name,
            )
            for match in elsewhere
            if match.other_dossier_id in others
        ],
        matches.skipped,
    )


def _rows(actor: Actor, ids: set[UUID]) -> dict[UUID, SignalRow]:
    rows = visible_signals(actor).filter(id__in=ids).select_related("participant", "phenomenon")
    return {signal.id: row_of(signal) for signal in rows}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records side by side, to judge; each with the signal that it stands in."""

    hit: Hit
    own_lines: tuple[tuple[str, str], ...]
    other_lines: tuple[tuple[str, str], ...]


@reading
def get_hit(
    actor: Actor, signal_id: UUID, subject_ref: UUID, other_ref: UUID, *, now: datetime
) -> Pair:
    """Return one hit with both records in full, to judge it; logged as any search for hits."""
    signal = one_visible(actor, signal_id)
    for hit in hits_of(actor, signal, now=now, ref=subject_ref).rows:
        if hit.match.other_ref == other_ref:
            own, other = get_pair(actor, (subject_ref, signal_id), (other_ref, hit.signal.id))
            return Pair(hit, own.lines, other.lines)
    raise NotFound
