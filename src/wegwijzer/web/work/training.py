"""The training that waits: days to come, days without their attendance, and what runs out."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from wegwijzer.academy.queries import certificates
from wegwijzer.academy.queries import training as queries
from wegwijzer.academy.rules.training import STANDING_LABELS, Standing
from wegwijzer.kernel.actor import Actor
from wegwijzer.web.work.piles import SHOWN, Pile, Task, pile_of

# Long enough to find an edition and follow every module of it.
_RUNNING_OUT = timedelta(days=120)
STANDING_BADGES = {
    Standing.PLACED: "success",
    Standing.MOVED_UP: "success",
    Standing.MOVED: "info",
    Standing.WAITING: "warning",
    Standing.CANCELLED: "danger",
}


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
    """Return how it stands with what the actor enrolled for, and the certificates that run out."""
    today = now.date()
    coming = queries.list_coming(actor, today=today, limit=SHOWN)
    ending = certificates.list_running_out(actor, today=today, until=today + _RUNNING_OUT)
    tasks = [
        *(
            Task(reverse("edition", args=[one.row.id]), one.row.title, one.row.place,
                 _(STANDING_LABELS[one.standing]), STANDING_BADGES[one.standing], one.row.starts_on)
            for one in coming
        ),
        *(
            Task(reverse("certificate", args=[one.number]), one.title, one.number,
                 _("Certificaat loopt af"), "warning", one.valid_until)
            for one in ending
        ),
    ]  # fmt: skip
    return pile_of(_("Uw opleidingen"), reverse("training-own"), tuple(tasks[:SHOWN]))
