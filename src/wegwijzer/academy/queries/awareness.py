"""Read awareness meetings: a request is between two, a confirmed meeting is for the network."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Sum, Value, When

from wegwijzer.academy.models import AwarenessMeeting, FollowUp
from wegwijzer.academy.rules import awareness as rules
from wegwijzer.academy.rules.awareness import Link, MeetingState, Side, Step, TargetGroup
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import reading
from wegwijzer.network.municipalities import list_same_municipality

PAGE, MOST_IN_MONTH = 30, 400


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingsWanted:
    """How the meetings are narrowed; ``own`` only those in which the actor has a part."""

    region_id: UUID | None = None
    state: MeetingState | None = None
    target_group: TargetGroup | None = None
    year: int | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting as everybody who may see it sees it; ``on_date`` is its day or the first wished."""

    id: UUID
    region_id: UUID
    region_name: str
    municipality: str
    state: MeetingState
    target_group: TargetGroup
    subject: str
    phenomenon: str
    place: str
    on_date: date
    day: date | None
    begins: time | None
    minutes: int | None
    wished_until: date
    attended: int | None


@dataclass(frozen=True, slots=True)
class MeetingList:
    """A page of meetings, with the keys of the pages around it."""

    rows: list[MeetingRow]
    after: str
    before: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """What was done, by whom."""

    step: Step
    by_name: str
    words: str
    taken_at: datetime


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """What was agreed, and whether it is done."""

    id: UUID
    meeting_id: UUID
    subject: str
    what: str
    who: str
    due_date: date
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class Inside:
    """What only the municipality and its region see."""

    goal: str
    wished_from: date
    wished_until: date
    people: int
    contact_name: str
    contact_reach: str
    speakers: tuple[tuple[UUID | None, str], ...]
    materials: tuple[Link, ...]
    learned: str
    steps: tuple[StepRow, ...]
    follow_ups: tuple[FollowUpRow, ...]


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """One meeting; ``inside`` only for who has a part in it."""

    row: MeetingRow
    marks: Mapping[int, int]
    inside: Inside | None
    sides: frozenset[Side]
    may: frozenset[Step]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many meetings of a year, and how many people came."""

    year: int
    region_id: UUID
    region_name: str
    target_group: TargetGroup
    meetings: int
    people: int


def sides_of(actor: Actor, region_id: UUID, participant_id: UUID) -> frozenset[Side]:
    """Return for which sides of a meeting the actor acts."""
    sides = set()
    if rules.is_planner(actor) and actor.region_id == region_id:
        sides.add(Side.REGION)
    if rules.may_request(actor) and participant_id in list_same_municipality(actor.participant_id):
        sides.add(Side.MUNICIPALITY)
    return frozenset(sides)


def own_meetings(actor: Actor) -> Q:
    """Return the condition that the actor has a part in a meeting."""
    mine = Q(pk__in=[])
    if rules.is_planner(actor):
        mine |= Q(region_id=actor.region_id)
    if rules.may_request(actor):
        mine |= Q(participant_id__in=list_same_municipality(actor.participant_id))
    return mine


def visible_meetings(actor: Actor) -> QuerySet[AwarenessMeeting]:
    """Return the meetings that the actor may know of: confirmed ones, and all of one's own."""
    if actor.has("system"):
        return AwarenessMeeting.objects.all()
    return AwarenessMeeting.objects.filter(Q(state__in=rules.SHARED) | own_meetings(actor))


def list_meetings(
    actor: Actor, wanted: MeetingsWanted = MeetingsWanted(), *, after: str = "", before: str = "",
    limit: int = PAGE,
) -> MeetingList:  # fmt: skip
    """List meetings, the latest day first."""
    rows = _narrowed(actor, wanted)
    if before:
        rows = rows.filter(_beyond(before, "gt")).order_by("on_date", "id")
    else:
        rows = rows.order_by("-on_date", "-id")
        rows = rows.filter(_beyond(after, "lt")) if after else rows
    found = list(rows[: limit + 1])
    more, found = len(found) > limit, found[:limit]
    if before:
        found.reverse()
    return MeetingList(
        [_row(one) for one in found],
        _key(found[-1]) if found and (more or before) else "",
        _key(found[0]) if found and (after or (before and more)) else "",
    )


def list_days(
    actor: Actor, *, since: date, until: date | None = None, region_id: UUID | None = None,
    limit: int = MOST_IN_MONTH,
) -> list[MeetingRow]:  # fmt: skip
    """List the meetings with a day from a day up to another, in order, without those called off."""
    rows = _narrowed(actor, MeetingsWanted(region_id=region_id)).filter(
        state__in=(*rules.SHARED, MeetingState.PLANNED), day__gte=since
    )
    rows = rows.filter(day__lt=until) if until else rows
    return [_row(one) for one in rows.order_by("day", "begins", "id")[:limit]]


@reading
def get_meeting(actor: Actor, meeting_id: UUID) -> MeetingPage:
    """Return one meeting; the agreements and texts only to who has a part in it."""
    found = visible_meetings(actor).select_related("region", "participant").filter(id=meeting_id)
    meeting = found.first()
    if meeting is None:
        raise NotFound
    sides = sides_of(actor, meeting.region_id, meeting.participant_id)
    state = MeetingState(meeting.state)
    may = frozenset(step for step in rules.TABLE if rules.may_step(state, step, sides))
    marks = {int(mark): number for mark, number in meeting.marks.items()}
    return MeetingPage(_row(meeting), marks, _inside(meeting) if sides else None, sides, may)


def list_to_plan(actor: Actor, *, limit: int) -> list[MeetingRow]:
    """List the requests that wait for a day, for who plans in the region."""
    if not rules.is_planner(actor):
        return []
    rows = AwarenessMeeting.objects.filter(
        region_id=actor.region_id, state=MeetingState.REQUESTED
    ).select_related("region", "participant")
    return [_row(one) for one in rows.order_by("wished_until", "id")[:limit]]


def list_to_confirm(actor: Actor, *, limit: int) -> list[MeetingRow]:
    """List the proposed days on which the municipality of the actor has to answer."""
    rows = _of_municipality(actor).filter(state=MeetingState.PLANNED).order_by("day", "id")
    return [_row(one) for one in rows[:limit]]


def list_to_tell(actor: Actor, *, today: date, limit: int) -> list[MeetingRow]:
    """List the meetings of the actor's municipality that were, and of which it has yet to tell."""
    rows = _of_municipality(actor).filter(
        state__in=(MeetingState.CONFIRMED, MeetingState.HELD), day__lte=today
    )
    return [_row(one) for one in rows.order_by("day", "id")[:limit]]


def list_due_follow_ups(actor: Actor, *, until: date, limit: int) -> list[FollowUpRow]:
    """List the agreements that have to be kept before a day, for both sides."""
    mine = AwarenessMeeting.objects.filter(own_meetings(actor)).values("id")
    rows = FollowUp.objects.filter(meeting__in=mine, done_at=None, due_date__lte=until)
    return [_follow_up(one) for one in rows.select_related("meeting")[:limit]]


def tally_meetings(actor: Actor, *, since: int, until: int) -> list[Tally]:
    """Count what was held and who came, per year up to and including one, region and group."""
    rows = (
        AwarenessMeeting.objects.filter(
            state__in=rules.TOOK_PLACE, day__gte=date(since, 1, 1), day__lte=date(until, 12, 31)
        )
        .annotate(year=_year_of("day", since, until))
        .order_by("year", "region__name", "target_group")
        .values_list("year", "region_id", "region__name", "target_group")
        .annotate(n=Count("id"), came=Sum("attended"))
    )
    return [
        Tally(year, region, name, TargetGroup(group), n, came or 0)
        for year, region, name, group, n, came in rows
    ]


def _year_of(field: str, since: int, until: int) -> Case:
    """Return the year of a day: not taken apart row by row, which SQLite leaves to Python."""
    return Case(
        *(
            When(**{f"{field}__range": (date(year, 1, 1), date(year, 12, 31))}, then=Value(year))
            for year in range(since, until + 1)
        ),
        output_field=IntegerField(),
    )


def count_meetings_by_region(actor: Actor, *, year: int) -> dict[UUID, int]:
    """Count for each region the meetings held in a year."""
    rows = AwarenessMeeting.objects.filter(state__in=rules.TOOK_PLACE, day__year=year)
    return dict(rows.order_by("region_id").values_list("region_id").annotate(n=Count("id")))


def _of_municipality(actor: Actor) -> QuerySet[AwarenessMeeting]:
    rows = AwarenessMeeting.objects.select_related("region", "participant")
    if not rules.may_request(actor):
        return rows.none()
    return rows.filter(participant_id__in=list_same_municipality(actor.participant_id))


def _narrowed(actor: Actor, wanted: MeetingsWanted) -> QuerySet[AwarenessMeeting]:
    rows = visible_meetings(actor).select_related("region", "participant")
    if wanted.own:
        rows = rows.filter(own_meetings(actor))
    if wanted.year is not None:
        rows = rows.filter(on_date__year=wanted.year)
    same = {
        "region_id": wanted.region_id,
        "state": wanted.state,
        "target_group": wanted.target_group,
    }
    return rows.filter(**{name: value for name, value in same.items() if value is not None})


def _key(one: AwarenessMeeting) -> str:
    return f"{one.on_date.isoformat()}_{one.id}"


def _beyond(key: str, way: str) -> Q:
    """Return the condition that a meeting lies past the one with this key."""
    day, _line, meeting = key.partition("_")
    try:
        on_date, meeting_id = date.fromisoformat(day), UUID(meeting)
    except ValueError as wrong:
        raise Invalid(_("Deze bladzijde bestaat niet. Begin vooraan in de lijst.")) from wrong
    return Q(**{f"on_date__{way}": on_date}) | Q(on_date=on_date, **{f"id__{way}": meeting_id})


def _row(one: AwarenessMeeting) -> MeetingRow:
    return MeetingRow(
        one.id,
        one.region_id,
        one.region.name,
        one.participant.name,
        MeetingState(one.state),
        TargetGroup(one.target_group),
        one.subject,
        one.phenomenon,
        one.place,
        one.on_date,
        one.day,
        one.begins,
        one.minutes,
        one.wished_until,
        one.attended,
    )


def _follow_up(one: FollowUp) -> FollowUpRow:
    return FollowUpRow(
        one.id, one.meeting_id, one.meeting.subject, one.what, one.who, one.due_date, one.done_at
    )


def _inside(one: AwarenessMeeting) -> Inside:
    return Inside(
        one.goal,
        one.wished_from,
        one.wished_until,
        one.people,
        one.contact_name,
        one.contact_reach,
        tuple(one.speakers.order_by("id").values_list("person_id", "name")),
        tuple(Link(**link) for link in one.materials),
        one.learned,
        tuple(
            StepRow(Step(step.step), step.by_name, step.words, step.taken_at)
            for step in one.steps.all()
        ),
        tuple(_follow_up(row) for row in one.follow_ups.select_related("meeting")),
    )
