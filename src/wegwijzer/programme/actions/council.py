"""Prepare a meeting of the heads council, share its agenda, keep what it decided."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import F, Max

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record
from wegwijzer.network.queries import list_designations_of
from wegwijzer.programme.actions.assignments import (
    accept_assignment,
    agree_assignment,
    return_assignment,
    withdraw_assignment,
)
from wegwijzer.programme.models.council import (
    AgendaItem,
    CouncilTask,
    Decision,
    DecisionCount,
    Meeting,
    Paper,
)
from wegwijzer.programme.rules import council as rules
from wegwijzer.programme.rules.council import (
    DecisionContent,
    Effect,
    ItemContent,
    MeetingContent,
    MeetingStatus,
    Purpose,
    SubjectKind,
    TaskContent,
)


@acting
def plan_meeting(actor: Actor, content: MeetingContent, *, now: datetime) -> UUID:
    """Plan a meeting; only council and secretary see it until its agenda is shared."""
    rules.check_prepares(actor)
    rules.check_meeting(content, now.date())
    _check_free(content.held_date)
    meeting = Meeting.objects.create(
        held_date=content.held_date, place=content.place.strip(), chair=content.chair.strip()
    )
    record(actor, "programme.plan_meeting", f"meeting:{meeting.id}", now=now)
    return meeting.id


@acting
def change_meeting(
    actor: Actor, meeting_id: UUID, content: MeetingContent, *, now: datetime
) -> None:
    """Change when and where a meeting is, as long as it was not closed."""
    meeting = _prepared(actor, meeting_id)
    if content.held_date != meeting.held_date:
        rules.check_meeting(content, now.date())
        _check_free(content.held_date)
    meeting.held_date, meeting.place = content.held_date, content.place.strip()
    meeting.chair = content.chair.strip()
    meeting.save(update_fields=["held_date", "place", "chair"])
    record(actor, "programme.change_meeting", f"meeting:{meeting_id}", now=now)


@acting
def add_agenda_item(actor: Actor, meeting_id: UUID, content: ItemContent, *, now: datetime) -> UUID:
    """Add an item to the end of the agenda; return its id."""
    meeting = _prepared(actor, meeting_id)
    rules.check_item(content)
    last = meeting.items.aggregate(last=Max("position"))["last"] or 0
    if last >= rules.MOST_ITEMS:
        raise Invalid(_("Deze agenda is vol. Plan een tweede overleg."))
    item = AgendaItem(meeting=meeting, position=last + 1)
    _put(item, content)
    record(actor, "programme.add_agenda_item", f"meeting:{meeting_id}", now=now, item=item.id)
    return item.id


@acting
def change_agenda_item(actor: Actor, item_id: UUID, content: ItemContent, *, now: datetime) -> None:
    """Change an item of the agenda of a meeting that was not closed."""
    item = _item(actor, item_id)
    rules.check_item(content)
    if item.decisions.exists() and content.purpose is not Purpose.DECIDE:
        raise Conflict(_("Over dit punt is al besloten; het blijft ter besluitvorming."))
    _put(item, content)
    record(actor, "programme.change_agenda_item", f"meeting:{item.meeting_id}", now=now,
           item=item_id)  # fmt: skip


@acting
def add_paper(actor: Actor, item_id: UUID, content: rules.PaperContent, *, now: datetime) -> UUID:
    """Add a paper to an item of the agenda; return its id."""
    item = _item(actor, item_id)
    rules.check_paper(content)
    paper = Paper.objects.create(
        item=item, title=content.title.strip(), text=content.text.strip(), url=content.url,
        added_at=now,
    )  # fmt: skip
    record(actor, "programme.add_paper", f"meeting:{item.meeting_id}", now=now, paper=paper.id)
    return paper.id


@acting
def share_agenda(actor: Actor, meeting_id: UUID, *, now: datetime) -> None:
    """Share the agenda and its papers with the whole network."""
    meeting = _prepared(actor, meeting_id)
    rules.check_share(MeetingStatus(meeting.status), meeting.items.count())
    meeting.status, meeting.shared_at = MeetingStatus.SHARED, now
    meeting.save(update_fields=["status", "shared_at"])
    record(actor, "programme.share_agenda", f"meeting:{meeting_id}", now=now)


@acting
def report_item(actor: Actor, item_id: UUID, report: str, *, now: datetime) -> None:
    """Write in the minutes what was said about an item."""
    item = _item(actor, item_id)
    _check_minuted(item.meeting, now)
    item.report = report.strip()
    item.save(update_fields=["report"])
    record(actor, "programme.report_item", f"meeting:{item.meeting_id}", now=now, item=item_id)


@acting
def decide(actor: Actor, item_id: UUID, content: DecisionContent, *, now: datetime) -> UUID:
    """Keep a decision; one on an assignment is carried out in the same transaction."""
    item = _item(actor, item_id)
    meeting = item.meeting
    _check_minuted(meeting, now)
    rules.check_decision(content, Purpose(item.purpose), SubjectKind(item.subject_kind))
    decision = Decision.objects.create(
        item=item,
        number=_next_number(meeting.held_date),
        text=content.text.strip(),
        outcome=content.outcome,
        effect=content.effect,
        decided_date=meeting.held_date,
    )
    _carry_out(actor, item, content, now)
    record(
        actor, "programme.decide", f"meeting:{meeting.id}", now=now,
        decision=decision.id, decided=content.outcome, effect=content.effect or "none",
    )  # fmt: skip
    return decision.id


@acting
def add_council_task(
    actor: Actor,
    meeting_id: UUID,
    content: TaskContent,
    *,
    now: datetime,
    item_id: UUID | None = None,
) -> UUID:
    """Keep who does what by when, at an item of the agenda or at the meeting; return its id."""
    meeting = _prepared(actor, meeting_id)
    _check_minuted(meeting, now)
    rules.check_task(content, meeting.held_date)
    item = meeting.items.filter(id=item_id).first() if item_id else None
    if item_id and item is None:
        raise NotFound
    task = CouncilTask.objects.create(
        meeting=meeting,
        item=item,
        text=content.text.strip(),
        who=_owner(content, now),
        owner_id=content.owner_id,
        due_date=content.due_date,
    )
    record(actor, "programme.add_council_task", f"meeting:{meeting_id}", now=now, task=task.id)
    return task.id


@acting
def finish_council_task(
    actor: Actor, task_id: UUID, *, done_on: date, now: datetime, note: str = ""
) -> None:
    """Say, as its owner or for the council, that an action was done; also after the meeting."""
    task = CouncilTask.objects.select_for_update().filter(id=task_id).first()
    if task is None or (actor.person_id != task.owner_id and not rules.may_prepare(actor)):
        rules.check_prepares(actor)
        raise NotFound
    if task.done_date is not None:
        raise Conflict(_("Deze actie is al afgerond."))
    task.done_date, task.done_note = done_on, note.strip()
    task.save(update_fields=["done_date", "done_note"])
    record(actor, "programme.finish_council_task", f"meeting:{task.meeting_id}", now=now,
           task=task_id)  # fmt: skip


@acting
def close_meeting(actor: Actor, meeting_id: UUID, *, present: str, now: datetime) -> None:
    """Close a meeting with who was there: from then on agenda, minutes and decisions stand."""
    meeting = _prepared(actor, meeting_id)
    undecided = meeting.items.filter(purpose=Purpose.DECIDE, decisions=None)
    rules.check_close(
        MeetingStatus(meeting.status),
        now.date(),
        meeting.held_date,
        list(undecided.order_by("position").values_list("title", flat=True)),
    )
    meeting.status, meeting.closed_at, meeting.present = MeetingStatus.HELD, now, present.strip()
    meeting.save(update_fields=["status", "closed_at", "present"])
    record(actor, "programme.close_meeting", f"meeting:{meeting_id}", now=now)


def _check_free(day: date) -> None:
    """Refuse a second meeting on one day: its points belong on the agenda of the first."""
    if Meeting.objects.filter(held_date=day).exists():
        told = _(
            "Op deze dag is al een overleg gepland. Kies een andere dag, of vul die agenda aan."
        )
        raise Conflict(told, field="held_date")


def _prepared(actor: Actor, meeting_id: UUID) -> Meeting:
    """Return a meeting that this actor may write in; who may not reads a draft as absent."""
    meeting = Meeting.objects.select_for_update().filter(id=meeting_id).first()
    if meeting is None or (meeting.status == MeetingStatus.DRAFT and not rules.may_prepare(actor)):
        raise NotFound
    rules.check_prepares(actor)
    rules.check_open(MeetingStatus(meeting.status))
    return meeting


def _item(actor: Actor, item_id: UUID) -> AgendaItem:
    item = AgendaItem.objects.filter(id=item_id).first()
    if item is None:
        raise NotFound
    item.meeting = _prepared(actor, item.meeting_id)
    return item


def _put(item: AgendaItem, content: ItemContent) -> None:
    item.title, item.purpose = content.title.strip(), content.purpose
    item.intro = content.intro.strip()
    item.subject_kind, item.subject = content.subject_kind, content.subject
    item.save()


def _check_minuted(meeting: Meeting, now: datetime) -> None:
    rules.check_minuted(MeetingStatus(meeting.status), now.date(), meeting.held_date)


def _next_number(on: date) -> str:
    """Take the next number of that year; who takes one at the same moment waits for it.

    The row is locked until the transaction ends: two decisions never get the same number, and a
    decision that fails gives its number back.
    """
    year = on.year
    known = Decision.objects.filter(decided_date__year=year)
    DecisionCount.objects.get_or_create(year=year, defaults={"last": known.count()})
    DecisionCount.objects.filter(year=year).update(last=F("last") + 1)
    return rules.decision_number(year, DecisionCount.objects.get(year=year).last)


def _carry_out(actor: Actor, item: AgendaItem, content: DecisionContent, now: datetime) -> None:
    """Do to the assignment what was decided about it."""
    text = content.text.strip()
    assignment = UUID(item.subject) if content.effect else None
    if assignment is None:
        return
    if content.effect is Effect.AGREE:
        agree_assignment(actor, assignment, note=text, now=now)
    elif content.effect is Effect.ACCEPT:
        accept_assignment(actor, assignment, note=text, now=now)
    elif content.effect is Effect.WITHDRAW:
        withdraw_assignment(actor, assignment, reason=text, now=now)
    else:
        return_assignment(actor, assignment, reason=text, now=now)


def _owner(content: TaskContent, now: datetime) -> str:
    """Return the name of who does an action; who is chosen must work for the network now."""
    if content.owner_id is None:
        return content.who.strip()
    found = list_designations_of(content.owner_id, now=now)
    if not found:
        raise Invalid(_("Kies iemand die nu voor het netwerk is aangewezen."), field="owner")
    return found[0].name
