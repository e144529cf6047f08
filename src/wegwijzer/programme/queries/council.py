"""Read the meetings of the heads council, and what is open over all of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import reading
from wegwijzer.programme.models.council import AgendaItem, CouncilTask, Decision, Meeting, Paper
from wegwijzer.programme.rules import council as rules
from wegwijzer.programme.rules.council import (
    Effect,
    ItemContent,
    MeetingContent,
    MeetingStatus,
    Outcome,
    Purpose,
    SubjectKind,
)

PAGE = 30


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting as a list shows it."""

    id: UUID
    held_date: date
    place: str
    chair: str
    status: MeetingStatus
    items: int
    decisions: int


@dataclass(frozen=True, slots=True)
class MeetingList:
    """A page of the meetings, latest first, with the key of the page after it."""

    rows: list[MeetingRow]
    after: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper at an item."""

    id: UUID
    title: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What was decided, where, and about what."""

    id: UUID
    number: str
    text: str
    outcome: Outcome
    effect: Effect
    decided_date: date
    meeting_id: UUID
    item_id: UUID
    item_title: str
    subject_kind: SubjectKind
    subject: str


@dataclass(frozen=True, slots=True)
class TaskRow:
    """Who does what by when."""

    id: UUID
    text: str
    who: str
    due_date: date
    done_date: date | None
    done_note: str
    owner_id: UUID | None
    meeting_id: UUID
    held_date: date
    item_id: UUID | None
    item_title: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item of the agenda with all that hangs on it."""

    id: UUID
    position: int
    content: ItemContent
    report: str
    papers: list[PaperRow]
    decisions: list[DecisionRow]
    tasks: list[TaskRow]


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """A meeting with its agenda, papers, minutes, decisions and actions."""

    id: UUID
    content: MeetingContent
    status: MeetingStatus
    present: str
    shared_at: datetime | None
    closed_at: datetime | None
    items: list[ItemRow]
    tasks: list[TaskRow]
    may_prepare: bool


@dataclass(frozen=True, slots=True)
class AgendaPlace:
    """A meeting, or an item of its agenda, by its id and the day."""

    id: UUID
    held_date: date


def visible_meetings(actor: Actor) -> QuerySet[Meeting]:
    """Return the meetings of which the agenda was shared; council and secretary see drafts too."""
    rows = Meeting.objects.all()
    return rows if rules.may_prepare(actor) else rows.exclude(status=MeetingStatus.DRAFT)


def list_meetings(actor: Actor, *, after: str = "", limit: int = PAGE) -> MeetingList:
    """List the meetings that the actor may see, latest first."""
    rows = visible_meetings(actor).annotate(
        item_count=Count("items", distinct=True),
        decision_count=Count("items__decisions", distinct=True),
    )
    if after:
        day, pk = _key_in(after)
        rows = rows.filter(Q(held_date__lt=day) | Q(held_date=day, id__lt=pk))
    found = list(rows.order_by("-held_date", "-id")[: limit + 1])
    more, found = len(found) > limit, found[:limit]
    key = f"{found[-1].held_date:%Y-%m-%d}_{found[-1].id.hex}" if more else ""
    return MeetingList([_row(one) for one in found], key)


@reading
def get_meeting(actor: Actor, meeting_id: UUID) -> MeetingPage:
    """Return one meeting with its agenda, minutes, decisions and actions."""
    meeting = visible_meetings(actor).filter(id=meeting_id).first()
    if meeting is None:
        raise NotFound
    tasks = [_task(one) for one in meeting.tasks.select_related("meeting", "item").order_by(
        "due_date", "id")]  # fmt: skip
    by_item = defaultdict(list)
    for task in tasks:
        by_item[task.item_id].append(task)
    items = meeting.items.order_by("position").prefetch_related("papers", "decisions__item")
    return MeetingPage(
        meeting.id,
        MeetingContent(held_date=meeting.held_date, place=meeting.place, chair=meeting.chair),
        MeetingStatus(meeting.status),
        meeting.present,
        meeting.shared_at,
        meeting.closed_at,
        [_item(one, by_item[one.id]) for one in items],
        by_item[None],
        rules.may_prepare(actor),
    )


@reading
def get_agenda_item(actor: Actor, item_id: UUID) -> tuple[MeetingPage, ItemRow]:
    """Return one item of an agenda with the meeting it belongs to."""
    found = AgendaItem.objects.filter(id=item_id, meeting__in=visible_meetings(actor)).first()
    if found is None:
        raise NotFound
    meeting = get_meeting(actor, found.meeting_id)
    return meeting, next(one for one in meeting.items if one.id == item_id)


@reading
def get_paper(actor: Actor, paper_id: UUID) -> tuple[PaperRow, UUID, str]:
    """Return a paper, with the meeting and the title of the item it belongs to."""
    rows = Paper.objects.filter(item__meeting__in=visible_meetings(actor))
    paper = rows.select_related("item").filter(id=paper_id).first()
    if paper is None:
        raise NotFound
    return _paper(paper), paper.item.meeting_id, paper.item.title


def find_on_agenda(actor: Actor, kind: SubjectKind, subject: str) -> AgendaPlace | None:
    """Return where this is on the agenda of a meeting that was not held yet, the first ahead."""
    rows = AgendaItem.objects.filter(
        meeting__in=_to_come(actor), subject_kind=kind, subject=subject, decisions=None
    )
    one = rows.select_related("meeting").order_by("meeting__held_date", "position").first()
    return AgendaPlace(one.id, one.meeting.held_date) if one else None


def find_next_meeting(actor: Actor) -> AgendaPlace | None:
    """Return the first meeting of which the agenda is still open."""
    one = _to_come(actor).order_by("held_date", "id").first()
    return AgendaPlace(one.id, one.held_date) if one else None


def _to_come(actor: Actor) -> QuerySet[Meeting]:
    return visible_meetings(actor).exclude(status=MeetingStatus.HELD)


def list_open_tasks(
    actor: Actor, *, owner_id: UUID | None = None, limit: int = 200
) -> list[TaskRow]:
    """List the actions that are not done, of one owner when said, the first due first."""
    rows = CouncilTask.objects.filter(done_date=None, meeting__in=visible_meetings(actor))
    rows = rows.filter(owner_id=owner_id) if owner_id else rows
    rows = rows.select_related("meeting", "item").order_by("due_date", "id")
    return [_task(one) for one in rows[:limit]]


def list_decisions(
    actor: Actor,
    *,
    outcome: Outcome | None = None,
    subject_kind: SubjectKind | None = None,
    subject: str = "",
    after: str = "",
    limit: int = PAGE,
) -> tuple[list[DecisionRow], str]:
    """List the decisions over all meetings, latest first, with the key of the page after.

    Narrowed to those about one portfolio (its slug) or one assignment (its id) when said.
    """
    rows = Decision.objects.filter(item__meeting__in=visible_meetings(actor))
    rows = rows.select_related("item").order_by("-decided_date", "-id")
    rows = rows.filter(outcome=outcome) if outcome else rows
    if subject_kind and subject:
        rows = rows.filter(item__subject_kind=subject_kind, item__subject=subject)
    if after:
        day, pk = _key_in(after)
        rows = rows.filter(Q(decided_date__lt=day) | Q(decided_date=day, id__lt=pk))
    found = list(rows[: limit + 1])
    more, found = len(found) > limit, found[:limit]
    key = f"{found[-1].decided_date:%Y-%m-%d}_{found[-1].id.hex}" if more else ""
    return [_decision(one) for one in found], key


def _key_in(key: str) -> tuple[date, UUID]:
    day, _line, pk = key.partition("_")
    try:
        return date.fromisoformat(day), UUID(pk)
    except ValueError:
        raise Invalid(_("Deze plek in de lijst bestaat niet. Begin vooraan.")) from None


def _row(meeting: Meeting) -> MeetingRow:
    counts: dict[str, int] = vars(meeting)
    return MeetingRow(
        meeting.id,
        meeting.held_date,
        meeting.place,
        meeting.chair,
        MeetingStatus(meeting.status),
        counts["item_count"],
        counts["decision_count"],
    )


def _item(item: AgendaItem, tasks: list[TaskRow]) -> ItemRow:
    decisions: Iterable[Decision] = sorted(item.decisions.all(), key=lambda one: one.number)
    return ItemRow(
        item.id,
        item.position,
        ItemContent(
            title=item.title,
            purpose=Purpose(item.purpose),
            intro=item.intro,
            subject_kind=SubjectKind(item.subject_kind),
            subject=item.subject,
        ),
        item.report,
        [_paper(one) for one in sorted(item.papers.all(), key=lambda one: one.added_at)],
        [_decision(one) for one in decisions],
        tasks,
    )


def _paper(paper: Paper) -> PaperRow:
    return PaperRow(paper.id, paper.title, paper.text, paper.url)


def _decision(decision: Decision) -> DecisionRow:
    item = decision.item
    return DecisionRow(
        decision.id,
        decision.number,
        decision.text,
        Outcome(decision.outcome),
        Effect(decision.effect),
        decision.decided_date,
        item.meeting_id,
        item.id,
        item.title,
        SubjectKind(item.subject_kind),
        item.subject,
    )


def _task(task: CouncilTask) -> TaskRow:
    return TaskRow(
        task.id,
        task.text,
        task.who,
        task.due_date,
        task.done_date,
        task.done_note,
        task.owner_id,
        task.meeting_id,
        task.meeting.held_date,
        task.item_id,
        task.item.title if task.item else "",
    )
