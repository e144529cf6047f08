"""The definitions and chances to answer, and the recipes that were told about."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from wegwijzer.commons import queries as commons
from wegwijzer.commons.rules.recipes import ADOPTION_LABELS, MAKERS
from wegwijzer.kernel.actor import Actor
from wegwijzer.network.rules import Role
from wegwijzer.web.work.piles import SHOWN, Pile, Task, pile_of

# So long a report on a recipe of the own region is news.
NEWS = timedelta(days=14)


def to_define(actor: Actor, now: datetime) -> Pile | None:
    """Return the definitions on which the region of the head is consulted."""
    if not actor.has(Role.RIEC_HEAD):
        return None
    tasks = tuple(
        Task(
            reverse("term", args=[row.slug]),
            row.name,
            _("%(answered)s van %(total)s regio's antwoordden")
            % {"answered": row.answered, "total": row.regions},
            _("Te beantwoorden"),
            "warning",
            row.until,
        )
        for row in commons.list_waiting_terms(actor, on=now.date(), limit=SHOWN)
    )
    title = _("Definities die op het antwoord van uw regio wachten")
    return pile_of(title, reverse("terms"), tasks)


def to_join(actor: Actor, now: datetime) -> Pile | None:
    """Return the chances to which another region said yes, for who answers for the own region."""
    if not actor.has(*MAKERS):
        return None
    tasks = tuple(
        Task(
            reverse("chance", args=[row.id]),
            f"{row.first.title} · {row.second.title}",
            _("%(region)s zegt ja") % {"region": row.answers[0].region_name},
            _("Te beantwoorden"),
            "warning",
        )
        for row in commons.list_waiting_chances(actor, limit=SHOWN)
    )
    return pile_of(_("Kansen waar een andere regio ja op zei"), reverse("chances"), tasks)


def told_of_recipes(actor: Actor, now: datetime) -> Pile | None:
    """Return what other regions told lately about the recipes of the actor's region."""
    if not actor.has(*MAKERS):
        return None
    tasks = tuple(
        Task(
            reverse("recipe", args=[row.item.id]),
            f"{row.item.title} · {row.item.region_name}",
            row.told,
            _(ADOPTION_LABELS[row.status]),
            "info",
        )
        for row in commons.list_new_reports(actor, since=now - NEWS, limit=SHOWN)
    )
    return pile_of(_("Nieuwe terugmeldingen over uw recepten"), reverse("recipes"), tasks)
