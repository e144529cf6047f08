"""The training that waits: days to come, days without their attendance, and what runs out."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from wegwijzer.academy.queries import training as queries
from wegwijzer.kernel.actor import Actor
from wegwijzer.web.work.piles import SHOWN, Pile, Task, pile_of

# Long enough to find an edition and follow every module of it.
_RUNNING_OUT = timedelta(days=120)


def to_train(actor: Actor, now: datetime) -> Pile | None:
    """Return for trainers the days of which it is not noted who was there."""
    rows = queries.list_to_note(actor, today=now.date(), limit=SHOWN)
    tasks = tuple(
        Task(reverse("edition", args=[edition]), title, module, _("Noteer wie er was"), "warning",
             day)
        for edition, title, module, day in rows
    )  # fmt: skip
    return pile_of(_("Aanwezigheid om te noteren"), reverse("training"), tasks)


def to_follow(actor: Actor, now: datetime) -> Pile | None:
    """Return what the actor has a place in or waits for, and the certificates that run out."""
    today = now.date()
    coming = queries.list_coming(actor, today=today, limit=SHOWN)
    ending = queries.list_running_out(actor, today=today, until=today + _RUNNING_OUT)
    tasks = [
        *(
            Task(reverse("edition", args=[row.id]), row.title, row.place,
                 _("U hebt een plaats") if has_place else _("U staat op de wachtlijst"),
                 "success" if has_place else "warning", row.starts_on)
            for row, has_place in coming
        ),
        *(
            Task(reverse("certificate", args=[one.number]), one.title, one.number,
                 _("Certificaat loopt af"), "warning", one.valid_until)
            for one in ending
        ),
    ]  # fmt: skip
    return pile_of(_("Uw opleidingen"), reverse("training-own"), tuple(tasks[:SHOWN]))
