"""The explorations that wait."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from wegwijzer.exploration import queries as exploring
from wegwijzer.exploration.rules.sessions import Stage
from wegwijzer.kernel.actor import Actor
from wegwijzer.web.work.piles import SHOWN, Pile, Task, pile_of


def to_explore(actor: Actor, now: datetime) -> Pile | None:
    """Return the explorations that wait for notes, or for the vote of the actor's region."""
    tasks = tuple(
        Task(
            reverse("exploration-vote" if row.stage is Stage.VOTING else "exploration",
                    args=[row.id]),
            row.title,
            _("Geef uw stippen") if row.stage is Stage.VOTING
            else _("De verkenning is open: voeg uw notities toe"),
            _("Stemmen") if row.stage is Stage.VOTING else _("Verzamelen"),
            "warning" if row.stage is Stage.VOTING else "info",
        )
        for row in exploring.list_to_do(actor, limit=SHOWN)
    )  # fmt: skip
    return pile_of(_("Verkenningen die op u wachten"), reverse("explorations"), tasks)
