"""What the programme asks of the council, of contractors, and of who leads a group."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from wegwijzer.kernel.actor import Actor
from wegwijzer.network.rules import Role
from wegwijzer.programme.queries import people
from wegwijzer.programme.queries.assignments import AssignmentRow, list_waiting
from wegwijzer.programme.queries.council import list_open_tasks
from wegwijzer.programme.queries.progress import list_carried_out
from wegwijzer.programme.rules.assignments import FOR_CONTRACTOR, FOR_COUNCIL, AssignmentState
from wegwijzer.web.portfolios import assignment_state_of
from wegwijzer.web.work.piles import SHOWN, Pile, Task, pile_of

_SOON = timedelta(days=21)


def to_commission(actor: Actor, now: datetime) -> Pile | None:
    """Return for who sits in the council what waits for its decision."""
    if not actor.has(Role.HEADS_COUNCIL):
        return None
    asks = {
        AssignmentState.DRAFTED: _("Afspreken of niet"),
        AssignmentState.DELIVERED: _("Aanvaarden of teruggeven"),
    }
    rows = list_waiting(actor, FOR_COUNCIL, limit=SHOWN)
    tasks = tuple(_task(row, asks[row.state], now) for row in rows)
    return pile_of(_("Opdrachten voor het hoofdenoverleg"), reverse("council"), tasks)


def to_carry_out(actor: Actor, now: datetime) -> Pile | None:
    """Return what the actor is the contractor of: of which nothing was told lately comes first."""
    today, told, silent = now.date(), [], []
    for row, asked_on in list_carried_out(actor, actor.person_id):
        if asked_on > today:
            told.append(_task(row, row.portfolio_name, now))
        else:
            silent.append(
                Task(
                    reverse("progress", args=[row.id]), row.content.title,
                    _("Hoe gaat het? Twee minuten is genoeg."), _("Bericht gevraagd"), "warning",
                    asked_on, asked_on < today,
                )
            )  # fmt: skip
    tasks = (*silent, *told)[:SHOWN]
    return pile_of(_("Opdrachten die u uitvoert"), reverse("portfolios"), tasks)


def to_finish(actor: Actor, now: datetime) -> Pile | None:
    """Return the actions of the council that are the actor's."""
    today = now.date()
    tasks = tuple(
        Task(
            reverse("council-tasks"), row.text, row.item_title,
            _("Actie"), "info", row.due_date, row.due_date < today,
        )
        for row in list_open_tasks(actor, owner_id=actor.person_id, limit=SHOWN)
    )  # fmt: skip
    return pile_of(_("Acties van het hoofdenoverleg"), reverse("council-tasks"), tasks)


def to_gather(actor: Actor, now: datetime) -> Pile | None:
    """Return the days to come of the actor's groups, and those that were led but not told of."""
    today = now.date()
    days = people.list_own_days(actor, on=today, until=today + _SOON, limit=SHOWN)
    tasks = tuple(_day(row, has_been=row.held_date < today) for row in days)
    return pile_of(_("Uw werkgroepen en werkplaatsen"), reverse("portfolios"), tasks)


def _task(row: AssignmentRow, detail: str, now: datetime) -> Task:
    state, kind = assignment_state_of(row.state)
    url = reverse("assignment", args=[row.id])
    due = row.content.due_date
    late = due is not None and due < now.date() and row.state in FOR_CONTRACTOR
    return Task(url, row.content.title, detail, state, kind, due, late)


def _day(row: people.OwnDayRow, *, has_been: bool) -> Task:
    url = reverse("group", args=[row.group_id])
    status = _("Vertel wat het opleverde") if has_been else _("Bijeenkomst")
    kind = "warning" if has_been else "info"
    return Task(url, row.subject, f"{row.group_name}, {row.place}", status, kind, row.held_date)
