"""What others brought that may be about the same: asked by a person, for one case."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from wegwijzer.casework.gate import STAFF, enter
from wegwijzer.casework.models import CaseParty
from wegwijzer.casework.queries.access import visible_cases, visible_items
from wegwijzer.casework.queries.cases import CaseHead, head_of
from wegwijzer.casework.queries.linked import list_linked_signals, visible_linked
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading, record
from wegwijzer.logbook.queries import LineRow, list_own_lines
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

# Of so many of the cases that somebody works on it is told whether hits wait.
MOST_LOOKED_AT = 50


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
class CaseToJudge:
    """A case that one works on, and how many hits waited when one last looked, if ever."""

    id: UUID
    number: str
    title: str
    looked_at: datetime | None
    to_judge: int


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


def list_to_judge(actor: Actor, *, now: datetime, limit: int) -> list[CaseToJudge]:
    """List the cases that the person works on where hits wait, or where they never looked.

    Nothing is compared for this: that is only done when a person asks, for one case. It is what
    this person saw when they last asked. Bron: Wgs art. 2.18 lid 2.
    """
    mine = CaseParty.objects.filter(principal=actor.principals[1], kind__in=STAFF)
    known = visible_cases(actor, on=now.date()).filter(id__in=mine.values("case_id"))
    cases = known.order_by("-changed_at", "id").values_list("id", "number", "title")[
        :MOST_LOOKED_AT
    ]
    told = list(cases)
    last: dict[UUID | None, LineRow] = {}
    for line in list_own_lines(actor, "casework.find_hits", {case[0] for case in told}):
        if line.details.get("to_judge") is not None:
            last.setdefault(line.dossier_id, line)
    looked = {case: (line.at, line.details["to_judge"]) for case, line in last.items()}
    rows = [CaseToJudge(*case, *looked.get(case[0], (None, 0))) for case in told]
    waiting = [row for row in rows if row.to_judge or row.looked_at is None]
    return sorted(waiting, key=lambda row: -row.to_judge)[:limit]


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
    whole = ref is None and after == 0
    record(
        actor,
        "casework.find_hits",
        f"case:{case_id}",
        now=now,
        outcome=Outcome.READ,
        dossier_id=case_id,
        shown=len(hits),
        to_judge=sum(hit.match.judgement is None for hit in hits) if whole else None,
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
