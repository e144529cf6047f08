"""Lists of cases, and what stands above every page of one."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from wegwijzer.casework import rules
from wegwijzer.casework.gate import Entered, enter
from wegwijzer.casework.models import Case, DataRequest
from wegwijzer.casework.paging import MOST_COUNTED, PAGE, MomentKey, Page, capped, paged
from wegwijzer.casework.queries.access import visible_cases, visible_items
from wegwijzer.casework.rules import CaseStatus, RequestStatus
from wegwijzer.kernel.actor import Actor
from wegwijzer.law.vocabulary import PHASE_LABELS, Activity, Phase

__all__ = ["MOST_COUNTED", "CaseHead", "CaseRow", "CaseWanted", "count_cases", "list_cases"]


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in a list; ``waiting`` and ``late`` count the requests that were not answered."""

    id: UUID
    number: str
    title: str
    status: CaseStatus
    status_label: str
    opened_at: datetime
    changed_at: datetime
    waiting: int
    late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseWanted:
    """By what a list of cases is narrowed; empty is everything."""

    status: CaseStatus | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class CaseHead:
    """What stands above every page of a case: what it is, who one is there, what its tabs hold."""

    id: UUID
    number: str
    title: str
    activity: Activity
    status: CaseStatus
    status_label: str
    phase: Phase
    phase_label: str
    is_director: bool
    is_staff: bool
    items: int
    requests: int


def list_cases(
    actor: Actor,
    wanted: CaseWanted,
    *,
    now: datetime,
    after: str = "",
    before: str = "",
    limit: int = PAGE,
) -> Page[CaseRow]:
    """List the cases that the actor may see, the most recently changed first."""
    rows = _narrowed(actor, wanted, on=now.date())
    page = paged(rows, MomentKey("changed_at"), after=after, before=before, limit=limit)
    open_requests = _open_requests({case.id for case in page.rows}, on=now.date())
    shown = [_row(case, *open_requests.get(case.id, (0, 0))) for case in page.rows]
    return Page(shown, page.after, page.before)


def count_cases(actor: Actor, wanted: CaseWanted, *, now: datetime) -> int:
    """Count the cases that the actor may see, up to one more than ``MOST_COUNTED``."""
    return capped(_narrowed(actor, wanted, on=now.date()))


def _narrowed(actor: Actor, wanted: CaseWanted, *, on: date) -> QuerySet[Case]:
    rows = visible_cases(actor, on=on)
    if wanted.status is not None:
        rows = rows.filter(status=wanted.status)
    if text := wanted.text.strip():
        rows = rows.filter(Q(number__iexact=text) | Q(title__icontains=text))
    return rows


def _open_requests(case_ids: set[UUID], *, on: date) -> dict[UUID, tuple[int, int]]:
    """Return for each case how many requests wait, and how many of those are late."""
    asked = DataRequest.objects.filter(case_id__in=case_ids, status=RequestStatus.ASKED)
    counted = asked.values_list("case_id").annotate(
        waiting=Count("id"), late=Count("id", filter=Q(due_date__lt=on))
    )
    return {case_id: (waiting, late) for case_id, waiting, late in counted}


def _row(case: Case, waiting: int, late: int) -> CaseRow:
    status = CaseStatus(case.status)
    return CaseRow(
        case.id,
        case.number,
        case.title,
        status,
        rules.STATUS_LABELS[status],
        case.opened_at,
        case.changed_at,
        waiting,
        late,
    )


def entered_head(actor: Actor, case_id: UUID, *, on: date) -> tuple[Entered, CaseHead]:
    """Enter a case and return it with what stands above its pages."""
    entered = enter(actor, case_id, on=on)
    return entered, head_of(actor, entered, on=on)


def head_of(actor: Actor, entered: Entered, *, on: date) -> CaseHead:
    """Return what stands above the pages of a case that was entered."""
    case = entered.case
    return CaseHead(
        id=case.id,
        number=case.number,
        title=case.title,
        activity=entered.activity,
        status=entered.status,
        status_label=rules.STATUS_LABELS[entered.status],
        phase=entered.phase,
        phase_label=PHASE_LABELS[entered.phase],
        is_director=entered.is_director,
        is_staff=entered.is_staff,
        items=capped(visible_items(actor, on=on).filter(case=case)),
        requests=DataRequest.objects.filter(case=case).count(),
    )
