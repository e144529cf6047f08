"""Read closed cases: that they are there and how a reopening stands, never what is in them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Min

from wegwijzer.casework import rules
from wegwijzer.casework.gate import Entered, enter_closed
from wegwijzer.casework.models import Case, Item, Reopening, ReopeningVoice
from wegwijzer.casework.paging import PAGE, MomentKey, Page, paged
from wegwijzer.casework.queries.access import visible_closed_cases
from wegwijzer.casework.reopening import facts_of, running_reopening
from wegwijzer.casework.rules import PartyKind, ReopeningStatus
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.verdict import Verdict
from wegwijzer.law.reopening import CAPACITY_LABELS, Capacity, may_reopen
from wegwijzer.logbook.actions import reading, record
from wegwijzer.logbook.rules import Outcome


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """A closed case in a list; ``is_asked`` says that a reopening waits for answers."""

    id: UUID
    number: str
    title: str
    closed_at: datetime
    is_asked: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """How many items of one supplier are kept, and when the first of them is destroyed."""

    supplier_name: str
    items: int
    first_end: date


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """What a participant answered in one capacity; ``may_answer`` when the actor speaks for it."""

    participant_name: str
    capacity: Capacity
    capacity_label: str
    agrees: bool | None
    reason: str
    given_by: str
    given_at: datetime | None
    may_answer: bool


@dataclass(frozen=True, slots=True)
class ReopeningRow:
    """A proposal to reopen, with every answer to it."""

    status: ReopeningStatus
    status_label: str
    reason: str
    proposed_by: str
    proposed_for: str
    proposed_at: datetime
    voices: list[VoiceRow]


@dataclass(frozen=True, slots=True)
class ClosedPage:
    """A closed case as who may reopen it sees it; nothing that participants provided."""

    id: UUID
    number: str
    title: str
    purpose: str
    closed_at: datetime
    kept: list[Kept]
    reopenings: list[ReopeningRow]
    verdict: Verdict | None
    director_id: UUID | None
    may_propose: bool
    may_withdraw: bool
    may_carry_out: bool


@dataclass(frozen=True, slots=True)
class VoiceToGive:
    """An answer to a reopening that waits for the actor."""

    case_id: UUID
    case_number: str
    case_title: str
    capacity: Capacity
    capacity_label: str
    proposed_at: datetime


@reading
def list_closed_cases(
    actor: Actor, *, now: datetime, after: str = "", before: str = "", limit: int = PAGE
) -> Page[ClosedRow]:
    """List the closed cases of which the actor may know, the latest closed first."""
    rows = visible_closed_cases(actor, on=now.date())
    page = paged(rows, MomentKey("closed_at"), after=after, before=before, limit=limit)
    shown = [case.id for case in page.rows]
    waiting = Reopening.objects.filter(case_id__in=shown, status=ReopeningStatus.ASKED)
    asked = set(waiting.values_list("case_id", flat=True))
    return Page(
        [_closed_row(case, case.id in asked) for case in page.rows], page.after, page.before
    )


def _closed_row(case: Case, is_asked: bool) -> ClosedRow:
    assert case.closed_at is not None
    return ClosedRow(case.id, case.number, case.title, case.closed_at, is_asked)


@reading
def get_closed_case(actor: Actor, case_id: UUID, *, now: datetime) -> ClosedPage:
    """Return what may be known of a closed case; the reading is logged. Bron: Wgs art. 1.8."""
    entered = enter_closed(actor, case_id, on=now.date())
    case, running = entered.case, running_reopening(case_id)
    assert case.closed_at is not None
    verdict = may_reopen(facts_of(entered, reopening=running)) if running else None
    opens = actor.has(*rules.OPENERS)
    is_own = running is not None and running.proposed_for_id == actor.participant_id
    page = ClosedPage(
        id=case.id,
        number=case.number,
        title=case.title,
        purpose=case.purpose_text,
        closed_at=case.closed_at,
        kept=_kept(case),
        reopenings=_reopenings(actor, case),
        verdict=verdict,
        director_id=_director(entered),
        may_propose=opens and running is None,
        may_withdraw=opens and is_own,
        may_carry_out=opens and verdict is not None and verdict.allowed,
    )
    record(
        actor,
        "casework.get_closed_case",
        f"case:{case_id}",
        now=now,
        outcome=Outcome.READ,
        dossier_id=case_id,
    )
    return page


def list_voices_to_give(actor: Actor, *, now: datetime) -> list[VoiceToGive]:
    """List the answers to reopenings that the actor can give for its participant."""
    speaks = [how for how in Capacity if rules.may_speak(actor, actor.participant_id, how)]
    rows = ReopeningVoice.objects.filter(
        participant_id=actor.participant_id,
        capacity__in=speaks,
        agrees__isnull=True,
        reopening__status=ReopeningStatus.ASKED,
        reopening__case__in=visible_closed_cases(actor, on=now.date()),
    ).select_related("reopening__case")
    return [
        VoiceToGive(
            row.reopening.case_id,
            row.reopening.case.number,
            row.reopening.case.title,
            Capacity(row.capacity),
            CAPACITY_LABELS[Capacity(row.capacity)],
            row.reopening.proposed_at,
        )
        for row in rows.order_by("reopening__proposed_at", "id")
    ]


def _kept(case: Case) -> list[Kept]:
    """Return what is still there of each supplier, as numbers and a day."""
    kept = Item.objects.filter(case=case, published=True, withdrawn_at__isnull=True)
    rows = (
        kept.order_by().values_list("supplier__name").annotate(n=Count("id"), end=Min("destroy_on"))
    )
    return [Kept(name, n, end) for name, n, end in sorted(rows)]


def _director(entered: Entered) -> UUID | None:
    """Return who directed the case, when that still runs."""
    directors = (party for party in entered.parties if party.kind == PartyKind.DIRECTOR)
    return next((party.person_id for party in directors), None)


def _reopenings(actor: Actor, case: Case) -> list[ReopeningRow]:
    rows = Reopening.objects.filter(case=case).select_related("proposed_by", "proposed_for")
    return [_reopening(actor, row) for row in rows.order_by("-proposed_at", "-id")[:20]]


def _reopening(actor: Actor, row: Reopening) -> ReopeningRow:
    status = ReopeningStatus(row.status)
    voices = row.voices.select_related("participant", "given_by").order_by("id")
    return ReopeningRow(
        status,
        rules.REOPENING_LABELS[status],
        row.reason,
        row.proposed_by.name,
        row.proposed_for.name,
        row.proposed_at,
        [_voice(actor, voice, is_asked=status is ReopeningStatus.ASKED) for voice in voices],
    )


def _voice(actor: Actor, row: ReopeningVoice, *, is_asked: bool) -> VoiceRow:
    capacity = Capacity(row.capacity)
    speaks = rules.may_speak(actor, row.participant_id, capacity)
    return VoiceRow(
        row.participant.name,
        capacity,
        CAPACITY_LABELS[capacity],
        row.agrees,
        row.reason,
        row.given_by.name if row.given_by else "",
        row.given_at,
        is_asked and row.agrees is None and speaks,
    )
