"""The signals that wait: to complete, to take in, to weigh."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from wegwijzer.kernel.actor import Actor
from wegwijzer.network.rules import Role
from wegwijzer.signals import queries as signals
from wegwijzer.signals.queries import Wanted
from wegwijzer.signals.rules import CRITERIA, Status
from wegwijzer.web.work.piles import SHOWN, Pile, Task, pile_of


def to_complete(actor: Actor, now: datetime) -> Pile | None:
    """Return the signals of the actor's participant that came back or weren't submitted."""
    if not actor.has(Role.PARTNER_REPORTER):
        return None
    back = _signals(actor, Status.RETURNED, "signal-edit", _("Teruggegeven"), "warning")
    drafts = _signals(actor, Status.DRAFT, "signal-edit", _("Concept"), "neutral")
    return pile_of(_("Signalen om aan te vullen"), reverse("signals"), (back + drafts)[:SHOWN])


def to_take_in(actor: Actor, now: datetime) -> Pile | None:
    """Return the submitted signals that wait for the intake check."""
    if not actor.has(Role.SIGNAL_COORDINATOR):
        return None
    tasks = _signals(actor, Status.SUBMITTED, "signal-intake", _("Te toetsen"), "info")
    return pile_of(_("Signalen voor de intaketoets"), _list_url(Status.SUBMITTED), tasks)


def to_weigh(actor: Actor, now: datetime) -> Pile | None:
    """Return what stands on the weighing table, the longest waiting first."""
    if not actor.has(Role.WEIGHING_MEMBER):
        return None
    tasks = tuple(
        Task(
            reverse("weigh", args=[row.signal.id]),
            f"{row.signal.number} {row.signal.title}",
            row.signal.participant_name,
            _("%(judged)s van 4 criteria") % {"judged": row.criteria_judged},
            "warning" if row.criteria_judged < len(CRITERIA) else "info",
        )
        for row in signals.list_weighing_table(actor, limit=SHOWN).rows
    )
    return pile_of(_("Op de weegtafel"), reverse("weighing-table"), tasks)


def to_open(actor: Actor, now: datetime) -> Pile | None:
    """Return the accepted signals from which a case can be opened."""
    if not actor.has(Role.CASE_DIRECTOR):
        return None
    tasks = _signals(actor, Status.ACCEPTED, "signal", _("Aanvaard"), "success")
    return pile_of(_("Aanvaard: open een casus"), _list_url(Status.ACCEPTED), tasks)


def _signals(actor: Actor, status: Status, to: str, badge: str, kind: str) -> tuple[Task, ...]:
    """Return the newest signals in one state; what is still the reporter's only of one's own."""
    own = actor.participant_id if status in (Status.DRAFT, Status.RETURNED) else None
    rows = signals.list_signals(actor, Wanted(status=status, participant_id=own), limit=SHOWN).rows
    return tuple(
        Task(
            reverse(to, args=[row.id]),
            f"{row.number} {row.title}".strip(),
            _(row.phenomenon) if row.phenomenon else "",
            badge,
            kind,
        )
        for row in rows
    )


def _list_url(status: Status) -> str:
    return f"{reverse('signals')}?status={status.value}"
