"""What others brought that may be about the same: asked by a person, for one case."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from wegwijzer.casework.gate import enter
from wegwijzer.casework.queries.access import visible_cases, visible_items
from wegwijzer.casework.queries.cases import CaseHead, head_of
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading, record
from wegwijzer.logbook.rules import Outcome
from wegwijzer.network.queries import names_of
from wegwijzer.signals.queries import visible_signals
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
    """Where the other record stands: this case, another case, or a signal."""

    kind: str
    id: UUID
    label: str


@dataclass(frozen=True, slots=True)
class CaseHit:
    """A record that may be about a subject of this case, and where it stands."""

    match: MatchRow
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
    cases = visible_cases(actor, on=on).values("id")
    return (cases, visible_signals(actor, dossiers=cases).values("id"))


@reading
def find_hits(actor: Actor, case_id: UUID, *, now: datetime, after: int = 0) -> HitsPage:
    """Find which records that the actor may see are about the subjects of this case.

    Asked by a person, for one case, and logged; a record of which every item is closed to the
    actor stays out. Bron: Wgs art. 2.18 en 2.23 lid 4 tot 6.
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
            own, other = get_pair(actor, (subject_ref, case_id), (other_ref, hit.place.id))
            head = head_of(actor, entered, on=now.date())
            return CasePair(head, hit, own.lines, other.lines)
    raise NotFound


def _hits(
    actor: Actor, case_id: UUID, *, now: datetime, after: int = 0, ref: UUID | None = None
) -> tuple[Matches, list[CaseHit]]:
    """Return what was found, and the hits among it that the actor may see."""
    within = visible_dossiers(actor, on=now.date())
    matches = find_matches(actor, case_id, within=within, now=now, after=after, ref=ref)
    places = _places(actor, case_id, {match.other_dossier_id for match in matches}, on=now.date())
    shown = _shown(actor, list(matches), places, on=now.date())
    organs = names_of({match.other_participant_id for match in shown})
    hits = [
        CaseHit(match, places[match.other_dossier_id], organs.get(match.other_participant_id, ""))
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


def _places(actor: Actor, case_id: UUID, ids: set[UUID], *, on: date) -> dict[UUID, Place]:
    cases = visible_cases(actor, on=on)
    signals = visible_signals(actor, dossiers=cases.values("id")).filter(id__in=ids)
    found = {pk: Place("signal", pk, number) for pk, number in signals.values_list("id", "number")}
    for pk, number in cases.filter(id__in=ids).values_list("id", "number"):
        found[pk] = Place("here" if pk == case_id else "case", pk, number)
    return found


def _shown(
    actor: Actor, matches: list[MatchRow], places: dict[UUID, Place], *, on: date
) -> list[MatchRow]:
    """Leave out what stands in no dossier that is known, or in a case behind closed items only."""
    matches = [match for match in matches if match.other_dossier_id in places]
    refs = {match.subject_ref for match in matches if match.subject_ref} | {
        match.other_ref for match in matches if places[match.other_dossier_id].kind != "signal"
    }
    seen = visible_items(actor, on=on).filter(subject__ref__in=refs)
    known = set(seen.values_list("subject__ref", flat=True))
    return [
        match
        for match in matches
        if match.subject_ref in known
        and (places[match.other_dossier_id].kind == "signal" or match.other_ref in known)
    ]
