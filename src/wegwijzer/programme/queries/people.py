"""Read who carries a portfolio out: its members, its groups, their days."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Min, Prefetch, Q, QuerySet

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading
from wegwijzer.programme.models.people import Group, GroupDay, GroupMember, Member
from wegwijzer.programme.queries.portfolios import visible_portfolios
from wegwijzer.programme.rules.people import (
    GroupContent,
    GroupKind,
    GroupStage,
    Part,
    may_arrange,
    stage_of,
)


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Somebody who works on a portfolio: for whom, from which region, since when."""

    id: UUID
    person_id: UUID
    name: str
    participant_name: str
    region_name: str
    part: Part
    starts_date: date
    ends_date: date | None


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A working group or workshop as a list shows it."""

    id: UUID
    kind: GroupKind
    name: str
    purpose: str
    stage: GroupStage
    members: int
    regions: int
    next_date: date | None


@dataclass(frozen=True, slots=True)
class GroupMemberRow:
    """Somebody who takes part in a group."""

    id: UUID
    person_id: UUID
    name: str
    participant_name: str
    region_name: str
    leads: bool


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day on which a group meets, and what came of it."""

    id: UUID
    held_date: date
    place: str
    subject: str
    outcome: str


@dataclass(frozen=True, slots=True)
class GroupPage:
    """A group with who takes part, when it meets and what it brought about."""

    id: UUID
    portfolio_slug: str
    portfolio_name: str
    content: GroupContent
    assignment_title: str
    stage: GroupStage
    outcome: str
    members: tuple[GroupMemberRow, ...]
    days: tuple[DayRow, ...]
    may_arrange: bool


@dataclass(frozen=True, slots=True)
class OwnDayRow:
    """A day of a group in which the actor takes part."""

    group_id: UUID
    group_name: str
    held_date: date
    place: str
    subject: str


def visible_groups(actor: Actor) -> QuerySet[Group]:
    """Return the groups that the actor may see: those of the portfolios, open to the network."""
    return Group.objects.filter(portfolio__in=visible_portfolios(actor).values("id"))


def list_members(actor: Actor, slug: str) -> list[MemberRow]:
    """List who works or worked on a portfolio: who still does first, then by name."""
    rows = Member.objects.filter(portfolio__in=visible_portfolios(actor).values("id"))
    rows = rows.filter(portfolio__slug=slug).select_related("person", "participant", "region")
    return [
        MemberRow(
            one.id, one.person_id, one.person.name, one.participant.name, one.region.name,
            Part(one.part), one.starts_date, one.ends_date,
        )
        for one in rows.order_by(F("ends_date").desc(nulls_first=True), "person__name", "id")
    ]  # fmt: skip


def list_groups(actor: Actor, slug: str, *, on: date) -> list[GroupRow]:
    """List the working groups and workshops of a portfolio, those that go on first."""
    rows = visible_groups(actor).filter(portfolio__slug=slug)
    rows = rows.annotate(
        counted=Count("members", distinct=True),
        regions=Count("members__region", distinct=True),
        next_date=Min("days__held_date", filter=Q(days__held_date__gte=on)),
    )
    found = [
        GroupRow(one.id, GroupKind(one.kind), one.name, one.purpose, _stage(one, on),
                 one.counted, one.regions, one.next_date)
        for one in rows.order_by("-starts_date", "id")
    ]  # fmt: skip
    return sorted(found, key=lambda one: one.stage is GroupStage.ENDED)


@reading
def get_group(actor: Actor, group_id: UUID, *, on: date) -> GroupPage:
    """Return one group with its members and its days."""
    members = GroupMember.objects.select_related("person", "participant", "region")
    one = (
        visible_groups(actor)
        .filter(id=group_id)
        .select_related("portfolio", "assignment")
        .prefetch_related(
            Prefetch("members", members.order_by("-leads", "person__name", "id")),
            Prefetch("days", GroupDay.objects.order_by("held_date")),
        )
        .first()
    )
    if one is None:
        raise NotFound
    rows = tuple(_member(row) for row in one.members.all())
    stage = _stage(one, on)
    arranges = may_arrange(actor, {row.person_id for row in rows if row.leads})
    return GroupPage(
        one.id,
        one.portfolio.slug,
        one.portfolio.name,
        _content(one),
        one.assignment.title if one.assignment else "",
        stage,
        one.outcome,
        rows,
        tuple(_day(row) for row in one.days.all()),
        arranges and stage is not GroupStage.ENDED,
    )


def list_own_days(actor: Actor, *, on: date, until: date, limit: int) -> list[OwnDayRow]:
    """List the days of the actor's groups to come, after those led of which nothing is written."""
    mine = GroupMember.objects.filter(person_id=actor.person_id)
    untold = Q(group__in=mine.filter(leads=True).values("group_id"), held_date__lt=on, outcome="")
    coming = Q(group__in=mine.values("group_id"), held_date__range=(on, until))
    rows = GroupDay.objects.filter(untold | coming, group__closed_at__isnull=True)
    found = rows.select_related("group").order_by("held_date", "id")[:limit]
    return [_own(one) for one in found]


def _own(one: GroupDay) -> OwnDayRow:
    return OwnDayRow(one.group_id, one.group.name, one.held_date, one.place, one.subject)


def _stage(one: Group, on: date) -> GroupStage:
    return stage_of(starts_date=one.starts_date, is_closed=one.closed_at is not None, on=on)


def _content(one: Group) -> GroupContent:
    return GroupContent(
        kind=GroupKind(one.kind),
        name=one.name,
        purpose=one.purpose,
        starts_date=one.starts_date,
        ends_date=one.ends_date,
        assignment_id=one.assignment_id,
    )


def _member(one: GroupMember) -> GroupMemberRow:
    return GroupMemberRow(
        one.id, one.person_id, one.person.name, one.participant.name, one.region.name, one.leads
    )


def _day(one: GroupDay) -> DayRow:
    return DayRow(one.id, one.held_date, one.place, one.subject, one.outcome)
