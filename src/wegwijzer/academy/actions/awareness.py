"""Ask for an awareness meeting, plan it, agree on a day, tell how it was and what comes of it."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from wegwijzer.academy.models import AwarenessMeeting, FollowUp, MeetingStep, Speaker
from wegwijzer.academy.queries.awareness import sides_of, visible_meetings
from wegwijzer.academy.rules import awareness as rules
from wegwijzer.academy.rules.awareness import MeetingState, Outcome, Plan, Step, Wish
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record
from wegwijzer.network.queries import list_people


@acting
def request_meeting(actor: Actor, wish: Wish, *, now: datetime) -> UUID:
    """Ask the own region for an awareness meeting; return its id."""
    rules.check_requester(actor)
    rules.check_wish(wish, today=now.date())
    meeting = AwarenessMeeting.objects.create(
        **_asked(wish),
        region_id=actor.region_id,
        participant_id=actor.participant_id,
        state=MeetingState.REQUESTED,
        on_date=wish.wished_from,
        requested_at=now,
    )
    _note(actor, meeting, Step.REQUEST, "", now)
    record(actor, "academy.request_meeting", f"meeting:{meeting.id}", now=now)
    return meeting.id


@acting
def change_wish(actor: Actor, meeting_id: UUID, wish: Wish, *, now: datetime) -> None:
    """Change what was asked, as long as the region proposed no day."""
    meeting, sides = _held(actor, meeting_id)
    rules.check_step(MeetingState(meeting.state), Step.CHANGE, sides)
    rules.check_wish(wish, today=now.date())
    asked = _asked(wish)
    for name, value in asked.items():
        setattr(meeting, name, value)
    meeting.on_date = wish.wished_from
    meeting.save(update_fields=[*asked, "on_date"])
    _note(actor, meeting, Step.CHANGE, "", now)
    record(actor, "academy.change_wish", f"meeting:{meeting.id}", now=now)


def _asked(wish: Wish) -> dict[str, Any]:
    return {
        name: value.strip() if isinstance(value, str) else value
        for name, value in asdict(wish).items()
    }


@acting
def plan_meeting(actor: Actor, meeting_id: UUID, plan: Plan, *, now: datetime) -> None:
    """Propose a day, a place and speakers to the municipality, in place of what stood before."""
    meeting, sides = _held(actor, meeting_id)
    state = rules.check_step(MeetingState(meeting.state), Step.PLAN, sides)
    rules.check_plan(plan, (meeting.wished_from, meeting.wished_until), today=now.date())
    speakers = _speakers(actor, plan, now.date())
    meeting.state, meeting.day, meeting.on_date = state, plan.day, plan.day
    meeting.begins, meeting.minutes = plan.begins, plan.minutes
    meeting.place = plan.place.strip()
    meeting.materials = [asdict(one) for one in plan.materials]
    meeting.save()
    meeting.speakers.all().delete()
    Speaker.objects.bulk_create(
        Speaker(meeting=meeting, person_id=person, name=name) for person, name in speakers
    )
    _note(actor, meeting, Step.PLAN, plan.words, now)
    record(actor, "academy.plan_meeting", f"meeting:{meeting.id}", now=now)


@acting
def confirm_meeting(actor: Actor, meeting_id: UUID, *, now: datetime) -> None:
    """Agree with the proposed day, on behalf of the municipality."""
    meeting, sides = _held(actor, meeting_id)
    meeting.state = rules.check_step(MeetingState(meeting.state), Step.CONFIRM, sides)
    if meeting.day is None or meeting.day < now.date():
        raise Conflict(_("De voorgestelde dag is voorbij. Vraag de regio een andere dag."))
    meeting.save(update_fields=["state"])
    _note(actor, meeting, Step.CONFIRM, "", now)
    record(actor, "academy.confirm_meeting", f"meeting:{meeting.id}", now=now)


@acting
def ask_other_day(actor: Actor, meeting_id: UUID, *, words: str, now: datetime) -> None:
    """Send a proposed or confirmed day back to the region, saying when it can."""
    _stop(actor, meeting_id, Step.ASK_OTHER, words, now)
    record(actor, "academy.ask_other_day", f"meeting:{meeting_id}", now=now)


@acting
def decline_meeting(actor: Actor, meeting_id: UUID, *, words: str, now: datetime) -> None:
    """Say no to a request, with the reason."""
    _stop(actor, meeting_id, Step.DECLINE, words, now)
    record(actor, "academy.decline_meeting", f"meeting:{meeting_id}", now=now)


@acting
def cancel_meeting(actor: Actor, meeting_id: UUID, *, words: str, now: datetime) -> None:
    """Call a meeting off, with the reason."""
    _stop(actor, meeting_id, Step.CANCEL, words, now)
    record(actor, "academy.cancel_meeting", f"meeting:{meeting_id}", now=now)


@acting
def hold_meeting(actor: Actor, meeting_id: UUID, *, attended: int, now: datetime) -> None:
    """Note how many were there, on the day or after it; only the number is kept."""
    meeting, sides = _held(actor, meeting_id)
    meeting.state = rules.check_step(MeetingState(meeting.state), Step.HOLD, sides)
    rules.check_held(meeting.day, attended, today=now.date())
    meeting.attended = attended
    meeting.save(update_fields=["state", "attended"])
    _note(actor, meeting, Step.HOLD, "", now)
    record(actor, "academy.hold_meeting", f"meeting:{meeting.id}", now=now, attended=attended)


@acting
def evaluate_meeting(actor: Actor, meeting_id: UUID, outcome: Outcome, *, now: datetime) -> None:
    """Tell how often each mark was given and what was learned."""
    meeting, sides = _held(actor, meeting_id)
    meeting.state = rules.check_step(MeetingState(meeting.state), Step.EVALUATE, sides)
    rules.check_outcome(outcome, meeting.attended or 0)
    meeting.marks = {str(mark): number for mark, number in outcome.marks.items() if number}
    meeting.learned = outcome.learned.strip()
    meeting.save(update_fields=["state", "marks", "learned"])
    _note(actor, meeting, Step.EVALUATE, "", now)
    record(actor, "academy.evaluate_meeting", f"meeting:{meeting.id}", now=now)


@acting
def agree_follow_up(
    actor: Actor, meeting_id: UUID, *, what: str, who: str, due_date: date, now: datetime
) -> UUID:
    """Keep what was agreed after a meeting: who does what, by when; return its id."""
    meeting, sides = _held(actor, meeting_id)
    _check_either(sides)
    rules.check_follow_up(MeetingState(meeting.state), what, who)
    made = FollowUp.objects.create(
        meeting=meeting, what=what.strip(), who=who.strip(), due_date=due_date
    )
    record(actor, "academy.agree_follow_up", f"follow_up:{made.id}", now=now)
    return made.id


@acting
def finish_follow_up(actor: Actor, follow_up_id: UUID, *, now: datetime) -> None:
    """Tick off what was agreed."""
    found = FollowUp.objects.select_for_update().filter(id=follow_up_id).first()
    if found is None:
        raise NotFound
    _meeting, sides = _held(actor, found.meeting_id)
    _check_either(sides)
    if found.done_at is not None:
        raise Conflict(_("Deze afspraak is al afgevinkt."))
    found.done_at = now
    found.save(update_fields=["done_at"])
    record(actor, "academy.finish_follow_up", f"follow_up:{found.id}", now=now)


def _held(actor: Actor, meeting_id: UUID) -> tuple[AwarenessMeeting, frozenset[rules.Side]]:
    """Return a meeting that the actor may see, held, and for which sides the actor acts."""
    if not visible_meetings(actor).filter(id=meeting_id).exists():
        raise NotFound
    meeting = AwarenessMeeting.objects.select_for_update().get(id=meeting_id)
    return meeting, sides_of(actor, meeting.region_id, meeting.participant_id)


def _check_either(sides: frozenset[rules.Side]) -> None:
    if not sides:
        raise NotAllowed(_("Dit doen de gemeente en haar regio."))


def _stop(actor: Actor, meeting_id: UUID, step: Step, words: str, now: datetime) -> None:
    """Take a step that leaves the meeting without a day, with the words that explain it."""
    meeting, sides = _held(actor, meeting_id)
    meeting.state = rules.check_step(MeetingState(meeting.state), step, sides)
    rules.check_words(step, words)
    meeting.save(update_fields=["state"])
    _note(actor, meeting, step, words, now)


def _speakers(actor: Actor, plan: Plan, today: date) -> list[tuple[UUID | None, str]]:
    """Return the speakers by id and name: people of the own region, then guests by name."""
    known = {one.id: one.name for one in list_people(actor, on=today)}
    if any(one not in known for one in plan.speakers):
        raise Invalid(_("Kies sprekers uit de lijst, of noem een gast."), field="speakers")
    chosen: list[tuple[UUID | None, str]] = [(one, known[one]) for one in plan.speakers]
    return [*chosen, *((None, guest.strip()) for guest in plan.guests)]


def _note(
    actor: Actor, meeting: AwarenessMeeting, step: Step, words: str, now: datetime
) -> None:  # fmt: skip
    MeetingStep.objects.create(
        meeting=meeting, step=step, by_name=actor.name, words=words.strip(), taken_at=now
    )
