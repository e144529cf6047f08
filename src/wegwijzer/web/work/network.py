"""The resets of a second step that wait for a second manager."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from wegwijzer.kernel.actor import Actor
from wegwijzer.network.queries import list_resets_to_confirm
from wegwijzer.web.work.piles import SHOWN, Pile, Task, pile_of


def to_confirm(actor: Actor, now: datetime) -> Pile | None:
    """Return the resets that another manager asked for and that this one can confirm."""
    tasks = tuple(
        Task(
            reverse("person-reset", args=[row.person_id]),
            row.person_name,
            _("Gevraagd door %(name)s") % {"name": row.asked_by},
            _("Te bevestigen"),
            "warning",
        )
        for row in list_resets_to_confirm(actor, now=now)[:SHOWN]
    )
    return pile_of(_("Tweede stap terugzetten"), reverse("manage"), tasks)
