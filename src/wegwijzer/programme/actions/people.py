"""Say who works on a portfolio; form working groups and workshops, plan their days, round off."""

from dataclasses import asdict
from datetime import date, datetime
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record
from wegwijzer.network.queries import PersonRow, list_designations_of
from wegwijzer.programme.models.people import Group, GroupDay, GroupMember, Member
from wegwijzer.programme.models.portfolios import Assignment, Portfolio
from wegwijzer.programme.rules import people as rules
from wegwijzer.programme.rules.people import DayContent, GroupContent, Part


@acting
def add_member(
    actor: Actor,
    slug: str,
    person_id: UUID,
    part: Part,
    *,
    now: datetime,
    designation_id: UUID | None = None,
) -> UUID:
    """Let somebody of any region or partner work on a portfolio from today; return the id."""
    rules.check_arranges(actor)
    portfolio = _portfolio(slug)
    person = _designated(person_id, designation_id, now)
    if portfolio.members.filter(person_id=person_id, ends_date=None).exists():
        raise Invalid(_("Deze persoon werkt al aan de portefeuille."), field="person")
    member = Member.objects.create(
        portfolio=portfolio, person_id=person.id, participant_id=person.participant_id,
        region_id=person.region_id, part=part, starts_date=now.date(),
    )  # fmt: skip
    record(actor, "programme.add_member", f"portfolio:{portfolio.id}", now=now,
           person=person.id, part=part)  # fmt: skip
    return member.id


@acting
def end_member(actor: Actor, slug: str, member_id: UUID, *, now: datetime) -> None:
    """Let somebody, or oneself, no longer work on a portfolio; that it was so stays to be read."""
    rows = Member.objects.select_for_update().filter(portfolio__slug=slug)
    member = rows.filter(id=member_id).first()
    if member is None:
        rules.check_arranges(actor)
        raise NotFound
    rules.check_ends(actor, member.person_id)
    if member.ends_date is not None:
        raise Conflict(_("Deze persoon werkt al niet meer aan de portefeuille."))
    member.ends_date = max(now.date(), member.starts_date)
    member.save(update_fields=["ends_date"])
    record(actor, "programme.end_member", f"portfolio:{member.portfolio_id}", now=now,
           person=member.person_id)  # fmt: skip


@acting
def add_group(actor: Actor, slug: str, content: GroupContent, *, now: datetime) -> UUID:
    """Form a working group or a Next Level Workshop of a portfolio; return its id."""
    rules.check_arranges(actor)
    portfolio = _portfolio(slug)
    group = Group(portfolio=portfolio)
    _put(group, content)
    record(actor, "programme.add_group", f"group:{group.id}", now=now, portfolio=portfolio.id)
    return group.id


@acting
def change_group(actor: Actor, group_id: UUID, content: GroupContent, *, now: datetime) -> None:
    """Change what a group that goes on is for, and from when until when."""
    _put(_arranged(actor, group_id), content)
    record(actor, "programme.change_group", f"group:{group_id}", now=now)


@acting
def add_group_member(
    actor: Actor,
    group_id: UUID,
    person_id: UUID,
    *,
    now: datetime,
    leads: bool = False,
    designation_id: UUID | None = None,
) -> UUID:
    """Let somebody of any region or partner take part in a group; return the id."""
    group = _arranged(actor, group_id)
    person = _designated(person_id, designation_id, now)
    if group.members.filter(person_id=person_id).exists():
        raise Invalid(_("Deze persoon doet al mee."), field="person")
    member = GroupMember.objects.create(
        group=group, person_id=person.id, participant_id=person.participant_id,
        region_id=person.region_id, leads=leads,
    )  # fmt: skip
    record(actor, "programme.add_group_member", f"group:{group_id}", now=now, person=person.id,
           leads=leads)  # fmt: skip
    return member.id


@acting
def remove_group_member(actor: Actor, group_id: UUID, member_id: UUID, *, now: datetime) -> None:
    """Let somebody, or oneself, no longer take part in a group that goes on."""
    group = _locked(group_id)
    member = group.members.filter(id=member_id).first()
    if member is None:
        rules.check_arranges(actor, _leads(group))
        raise NotFound
    rules.check_ends(actor, member.person_id, _leads(group))
    rules.check_going_on(group.closed_at is not None)
    member.delete()
    record(actor, "programme.remove_group_member", f"group:{group_id}", now=now)


@acting
def plan_group_day(actor: Actor, group_id: UUID, content: DayContent, *, now: datetime) -> UUID:
    """Plan a day on which a group meets; return its id."""
    group = _arranged(actor, group_id)
    rules.check_day(content, group.starts_date, group.ends_date)
    if group.days.filter(held_date=content.held_date).exists():
        raise Invalid(_("Op deze dag komt de groep al bij elkaar."), field="held_date")
    day = GroupDay.objects.create(
        group=group, held_date=content.held_date, place=content.place.strip(),
        subject=content.subject.strip(),
    )  # fmt: skip
    record(actor, "programme.plan_group_day", f"group:{group_id}", now=now, day=day.id)
    return day.id


@acting
def report_group_day(
    actor: Actor, group_id: UUID, day_id: UUID, outcome: str, *, now: datetime
) -> None:
    """Say what came of a day that has been."""
    group = _arranged(actor, group_id)
    day = group.days.filter(id=day_id).first()
    if day is None:
        raise NotFound
    rules.check_outcome(outcome)
    rules.check_been(day.held_date, now.date())
    day.outcome = outcome.strip()
    day.save(update_fields=["outcome"])
    record(actor, "programme.report_group_day", f"group:{group_id}", now=now, day=day_id)


@acting
def cancel_group_day(actor: Actor, group_id: UUID, day_id: UUID, *, now: datetime) -> None:
    """Take a day off the agenda of a group, when nothing was reported of it."""
    group = _arranged(actor, group_id)
    if group.days.filter(id=day_id, outcome="").delete()[0] == 0:
        raise NotFound
    record(actor, "programme.cancel_group_day", f"group:{group_id}", now=now, day=day_id)


@acting
def close_group(actor: Actor, group_id: UUID, outcome: str, *, now: datetime) -> None:
    """Round a group off with what it brought about; from then on it stands."""
    group = _arranged(actor, group_id)
    rules.check_outcome(outcome)
    group.outcome, group.closed_at = outcome.strip(), now
    group.ends_date = _last_day(group, now.date())
    group.save(update_fields=["outcome", "closed_at", "ends_date"])
    record(actor, "programme.close_group", f"group:{group_id}", now=now)


def _last_day(group: Group, on: date) -> date:
    """Return on which day a group ended: as planned, or today when that is sooner."""
    planned = group.ends_date or on
    return max(group.starts_date, min(planned, on))


def _put(group: Group, content: GroupContent) -> None:
    rules.check_group(content)
    portfolio = group.portfolio_id
    if (
        content.assignment_id
        and not Assignment.objects.filter(id=content.assignment_id, portfolio=portfolio).exists()
    ):
        raise Invalid(_("Kies een opdracht van deze portefeuille."), field="assignment")
    same = Group.objects.filter(portfolio=portfolio, name=content.name.strip())
    if same.exclude(id=group.id).exists():
        raise Invalid(_("Er is al een groep met deze naam."), field="name")
    for name, value in asdict(content).items():
        setattr(group, name, value.strip() if name in ("name", "purpose") else value)
    group.save()


def _arranged(actor: Actor, group_id: UUID) -> Group:
    """Return a group that goes on and that this actor arranges."""
    group = _locked(group_id)
    rules.check_arranges(actor, _leads(group))
    rules.check_going_on(group.closed_at is not None)
    return group


def _locked(group_id: UUID) -> Group:
    group = Group.objects.select_for_update().filter(id=group_id).first()
    if group is None:
        raise NotFound
    return group


def _leads(group: Group) -> set[UUID]:
    return set(group.members.filter(leads=True).values_list("person_id", flat=True))


def _designated(person_id: UUID, designation_id: UUID | None, now: datetime) -> PersonRow:
    """Return for whom and where somebody works: as said, or as designated first."""
    for row in list_designations_of(person_id, now=now):
        if designation_id in (None, row.designation_id):
            return row
    raise Invalid(_("Kies iemand die nu voor het netwerk is aangewezen."), field="person")


def _portfolio(slug: str) -> Portfolio:
    portfolio = Portfolio.objects.filter(slug=slug).first()
    if portfolio is None:
        raise NotFound
    return portfolio
