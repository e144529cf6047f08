"""The first page of a case: purpose, what is open, who is involved, which step comes next."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from wegwijzer.casework import rules
from wegwijzer.casework.gate import Entered
from wegwijzer.casework.models import Case, CaseParty, DataRequest, Decision
from wegwijzer.casework.progress import progress_of
from wegwijzer.casework.queries.cases import CaseHead, entered_head
from wegwijzer.casework.queries.linked import SignalLink, list_linked_signals
from wegwijzer.casework.rules import CaseEvent, PartyKind, RequestStatus
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.verdict import Verdict
from wegwijzer.law.tiers import tier_ceiling
from wegwijzer.law.vocabulary import (
    ACTIVITY_ARTICLES,
    ACTIVITY_LABELS,
    CATEGORY_LABELS,
    TIER_OF,
    Tier,
)
from wegwijzer.logbook.actions import reading, record
from wegwijzer.logbook.queries import LineRow, list_dossier_lines
from wegwijzer.logbook.rules import Outcome

LOG_PAGE = 50
TIER_ARTICLES = {
    Tier.T1: "Wgs art. 2.23 lid 6 onder a",
    Tier.T2: "Wgs art. 2.23 lid 6 onder b",
    Tier.T3: "Wgs art. 2.23 lid 6 onder c",
}


@dataclass(frozen=True, slots=True)
class TierRow:
    """A layer of data: whether it is open now, by which article, and what lies in it."""

    tier: Tier
    is_open: bool
    article: str
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartyRow:
    """Somebody who is or was involved, and why."""

    principal: str
    kind: PartyKind
    kind_label: str
    name: str
    ground: str
    reason: str
    starts_on: date
    ends_on: date | None
    runs: bool


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step that can come next, with what the law says of it."""

    event: CaseEvent
    label: str
    target_label: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class CasePage:
    """The overview of a case."""

    head: CaseHead
    purpose: str
    activity_label: str
    activity_article: str
    opened_at: datetime
    opened_by: str
    tiers: tuple[TierRow, ...]
    parties: list[PartyRow]
    steps: list[StepRow]
    signals: list[SignalLink]
    waiting: int
    late: int


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What was decided, by whom and why."""

    what: str
    what_label: str
    target: str
    target_label: str
    reason: str
    decided_by: str
    decided_for: str
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class DecisionsPage:
    """Who is and was involved, what was decided, and which steps can come next."""

    head: CaseHead
    parties: list[PartyRow]
    decisions: list[DecisionRow]
    steps: list[StepRow]


@dataclass(frozen=True, slots=True)
class LogPage:
    """What was done in a case; ``after`` is the position from where to go on."""

    head: CaseHead
    lines: list[LineRow]
    after: int | None


@reading
def get_case(actor: Actor, case_id: UUID, *, now: datetime) -> CasePage:
    """Return the overview of a case; the reading is logged. Bron: Wgs art. 1.8 lid 4."""
    entered, head = entered_head(actor, case_id, on=now.date())
    case = entered.case
    waiting, late = _open_requests(case, on=now.date())
    page = CasePage(
        head=head,
        purpose=case.purpose_text,
        activity_label=ACTIVITY_LABELS[head.activity],
        activity_article=ACTIVITY_ARTICLES[head.activity],
        opened_at=case.opened_at,
        opened_by=case.opened_by.name,
        tiers=_tiers(entered),
        parties=[_party(party, runs=True) for party in entered.parties],
        steps=_steps(entered, on=now.date()),
        signals=list_linked_signals(actor, case.id, on=now.date()),
        waiting=waiting,
        late=late,
    )
    _read(actor, "casework.get_case", case_id, now)
    return page


@reading
def list_decisions(actor: Actor, case_id: UUID, *, now: datetime) -> DecisionsPage:
    """List who is and was involved and what was decided, the latest first."""
    entered, head = entered_head(actor, case_id, on=now.date())
    everyone = CaseParty.objects.filter(case_id=case_id).select_related("participant", "person")
    running = {party.id for party in entered.parties}
    decided = Decision.objects.filter(case_id=case_id).select_related("decided_by", "decided_for")
    made = list(decided.order_by("-id")[:200])
    parties = [_party(party, runs=party.id in running) for party in everyone.order_by("id")]
    # Who proposes to open a closed case again need not be one of its parties.
    names = {f"participant:{row.decided_for_id}": row.decided_for.name for row in made}
    names |= {party.principal: party.name for party in parties}
    page = DecisionsPage(
        head,
        parties,
        [_decision(row, names) for row in made],
        _steps(entered, on=now.date()),
    )
    _read(actor, "casework.list_decisions", case_id, now)
    return page


@reading
def list_case_log(
    actor: Actor, case_id: UUID, *, now: datetime, after: int | None = None
) -> LogPage:
    """List what was done in a case, the latest first, for whoever works on it."""
    _entered, head = entered_head(actor, case_id, on=now.date())
    lines = list_dossier_lines(actor, case_id, before=after, limit=LOG_PAGE + 1)
    more, lines = len(lines) > LOG_PAGE, lines[:LOG_PAGE]
    _read(actor, "casework.list_case_log", case_id, now)
    return LogPage(head, lines, lines[-1].position if more else None)


def _read(actor: Actor, act: str, case_id: UUID, now: datetime) -> None:
    record(actor, act, f"case:{case_id}", now=now, outcome=Outcome.READ, dossier_id=case_id)


def _tiers(entered: Entered) -> tuple[TierRow, ...]:
    ceiling = tier_ceiling(entered.activity, entered.phase)
    return tuple(
        TierRow(
            tier,
            ceiling is not None and tier <= ceiling,
            TIER_ARTICLES[tier],
            tuple(label for key, label in CATEGORY_LABELS.items() if TIER_OF[key] is tier),
        )
        for tier in Tier
    )


def _party(party: CaseParty, *, runs: bool) -> PartyRow:
    kind = PartyKind(party.kind)
    who = party.participant or party.person
    assert who is not None
    return PartyRow(
        party.principal,
        kind,
        rules.PARTY_LABELS[kind],
        who.name,
        party.ground,
        party.reason,
        party.starts_on,
        party.ends_on,
        runs,
    )


def _steps(entered: Entered, *, on: date) -> list[StepRow]:
    """Return the steps from here; that a reason is written is judged when the step is taken."""
    progress = progress_of(entered, reason="nog te schrijven", on=on)
    return [
        StepRow(
            step.event,
            rules.EVENT_LABELS[step.event],
            rules.STATUS_LABELS[step.target],
            rules.may_take(step, progress),
        )
        for step in rules.steps_from(entered.status)
    ]


def _open_requests(case: Case, *, on: date) -> tuple[int, int]:
    asked = DataRequest.objects.filter(case=case, status=RequestStatus.ASKED)
    days = list(asked.values_list("due_date", flat=True))
    return len(days), sum(due < on for due in days)


def _decision(row: Decision, names: dict[str, str]) -> DecisionRow:
    return DecisionRow(
        row.what,
        rules.EVENT_LABELS[CaseEvent(row.what)] if row.what in set(CaseEvent) else row.what,
        names.get(row.target, row.target),
        rules.STATUS_LABELS.get(row.target, row.target),  # type: ignore[call-overload]
        row.reason,
        row.decided_by.name,
        row.decided_for.name,
        row.decided_at,
    )
