"""The awareness meetings that wait for one of the two sides."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from wegwijzer.academy.queries import awareness as queries
from wegwijzer.kernel.actor import Actor
from wegwijzer.web.work.piles import SHOWN, Pile, Task, pile_of

_SOON = timedelta(days=14)


def to_meet(actor: Actor, now: datetime) -> Pile | None:
    """Return the meetings to plan, to agree on, to tell about, and what has to follow soon."""
    today = now.date()
    tasks = [
        *(
            Task(_at(row.id), row.subject, row.municipality, _("Dag voorstellen"), "info",
                 row.wished_until)
            for row in queries.list_to_plan(actor, limit=SHOWN)
        ),
        *(
            Task(_at(row.id), row.subject, row.region_name, _("Dag bevestigen"), "warning", row.day)
            for row in queries.list_to_confirm(actor, limit=SHOWN)
        ),
        *(
            Task(_at(row.id), row.subject, row.region_name, _("Vertel hoe het was"), "info")
            for row in queries.list_to_tell(actor, today=today, limit=SHOWN)
        ),
        *(
            Task(_at(one.meeting_id), one.what, one.subject, _("Afspraak"), "neutral", one.due_date)
            for one in queries.list_due_follow_ups(actor, until=today + _SOON, limit=SHOWN)
        ),
    ]  # fmt: skip
    url = f"{reverse('awareness')}?show=eigen"
    return pile_of(_("Bewustwordingsbijeenkomsten"), url, tuple(tasks[:SHOWN]))


def _at(meeting_id: object) -> str:
    return reverse("awareness-meeting", args=[meeting_id])
