"""What others brought that may be about the same: asked by a person, for one case."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from wegwijzer.casework.gate import enter
from wegwijzer.casework.queries.access import visible_cases, visible_items
from wegwijzer.casework.queries.cases import CaseHead, head_of
from wegwijzer.casework.queries.linked import list_linked_signals, visible_linked
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading, record
from wegwijzer.logbook.rules import Outcome
from wegwijzer.network.queries import names_of
from wegwijzer.subjects.knowing import Within
from wegwijzer.subjects.queries import (
    JudgementRow,
    Matches,
    MatchRow,
    find_matches,
    get_pair,
    list_judgements,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: this case, another, a signal that led to this one, or another."""

    kind: str
    id: UUID
    label: str


@dataclass(frozen=True, slots=True)
class CaseHit:
    """A record that may be about a subject of this case, and where each of both stands."""

    match: MatchRow
    own_place: Place
    place: Place
    participant_name: str


@dataclass(frozen=True, slots=True)
class HitsPage:
    """The hits of a case; ``after`` is from where to ask on in a large one."""

    head: CaseHead
    hits: list[CaseHit]
    judgements: list[JudgementRow]
    skipped: frozenset[str]
    after: int | None


@dataclass(frozen=True, slots=True)
class CasePair:
    """Two records side by side, to judge."""

    head: CaseHead
    hit: CaseHit
    own_lines: tuple[tuple[str, str], ...]
    other_lines: tuple[tuple[str, str], ...]


def visible_dossiers(actor: Actor, *, on: date) -> Within:
    """Return the dossiers that the actor may know: the cases, and the signals."""
    return (visible_cases(actor, on=on).values("id"), visible_linked(actor, on=on).values("id"))


def own_dossiers(actor: Actor, case_id: UUID, *, on: date) -> tuple[UUID, ...]:
    """Return a case followed by the signals that led to it, as far as the actor may see them."""
    return (case_id, *(link.id for link in list_linked_signals(actor, case_id, on=on)))


def closed_ones(actor: Actor, refs: set[UUID], *, on: date) -> set[UUID]:
    """Return which of these subjects of cases have only items that are closed to the actor."""
    seen = visible_items(actor, on=on).filter(subject__ref__in=refs)
    return refs.difference(seen.values_list("subject__ref", flat=True))


@reading
def find_hits(actor: Actor, case_id: UUID, *, now: datetime, after: int = 0) -> HitsPage:
    """Find which records that the actor may see are about the subjects of this case.

    The signals that led to it are asked with it. Asked by a person, for one case, and logged; a
    record of which every item is closed to the actor stays out. Bron: Wgs art. 2.18 en 2.23
    lid 4 tot 6.
    """
    entered = enter(actor, case_id, on=now.date())
    matches, hits = _hits(actor, case_id, now=now, after=after)
    return HitsPage(
        head_of(actor, entered, on=now.date()),
        hits,
        list_judgements(actor, case_id),
        matches.skipped,
        matches.next_after,
    )


@reading
def get_hit(
    actor: Actor, case_id: UUID, subject_ref: UUID, other_ref: UUID, *, now: datetime
) -> CasePair:
    """Return one hit with both records in full, to judge it; logged as any search for hits."""
    entered = enter(actor, case_id, on=now.date())
    for hit in _hits(actor, case_id, now=now, ref=subject_ref)[1]:
        if hit.match.other_ref == other_ref:
            one, two = (subject_ref, hit.own_place.id), (other_ref, hit.place.id)
            own, other = get_pair(actor, one, two)
            head = head_of(actor, entered, on=now.date())
            return CasePair(head, hit, own.lines, other.lines)
    raise NotFound


def _hits(
    actor: Actor, case_id: UUID, *, now: datetime, after: int = 0, ref: UUID | None = None
) -> tuple[Matches, list[CaseHit]]:
    """Return what was found, and the hits among it that the actor may see."""
    today = now.date()
    own, within = own_dossiers(actor, case_id, on=today), visible_dossiers(actor, on=today)
    matches = find_matches(actor, own, within=within, now=now, after=after, ref=ref)
    places = _places(actor, own, {match.other_dossier_id for match in matches}, on=today)
    shown = _shown(actor, list(matches), places, on=today)
    organs = names_of({match.other_participant_id for match in shown})
    hits = [
        CaseHit(
            match,
            places[match.subject_dossier_id],
            places[match.other_dossier_id],
            organs.get(match.other_participant_id, ""),
        )
        for match in shown
    ]
    record(
        actor,
        "casework.find_hits",
        f"case:{case_id}",
        now=now,
        outcome=Outcome.READ,
        dossier_id=case_id,
        shown=len(hits),
    )
    return matches, hits


def _places(actor: Actor, own: tuple[UUID, ...], ids: set[UUID], *, on: date) -> dict[UUID, Place]:
    cases = visible_cases(actor, on=on).filter(id__in=ids.union(own))
    signals = visible_linked(actor, on=on).filter(id__in=ids.union(own))
    found = {
        pk: Place("linked" if pk in own else "signal", pk, number)
        for pk, number in signals.values_list("id", "number")
    }
    for pk, number in cases.values_list("id", "number"):
        found[pk] = Place("here" if pk in own else "case", pk, number)
    return found


def _shown(
    actor: Actor, matches: list[MatchRow], places: dict[UUID, Place], *, on: date
) -> list[MatchRow]:
    """Leave out what stands in no dossier that is known, or in a case behind closed items only."""
    matches = [match for match in matches if match.other_dossier_id in places]
    ends = [(match.subject_ref, match.subject_dossier_id) for match in matches]
    ends += [(match.other_ref, match.other_dossier_id) for match in matches]
    in_cases = {ref for ref, place in ends if ref and places[place].kind in ("here", "case")}
    closed = closed_ones(actor, in_cases, on=on)
    return [match for match in matches if closed.isdisjoint((match.subject_ref, match.other_ref))]
