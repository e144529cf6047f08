"""Who sees which case and which item: the row filter, made from the tables of the law."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from wegwijzer.casework import rules
from wegwijzer.casework.models import Case, CaseParty, DataRequest, Item, ReopeningVoice
from wegwijzer.casework.rules import CaseStatus, ReopeningStatus
from wegwijzer.kernel.actor import Actor


def visible_parties(actor: Actor, *, on: date) -> QuerySet[CaseParty, Any]:
    """Return the ids of the cases in which the actor is involved on a day, open or not.

    One column under two names (the participant, the person): that is what the index is made for.
    """
    running = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    rows = CaseParty.objects.filter(running, principal__in=actor.principals, starts_on__lte=on)
    return rows.values("case_id")


def visible_cases(actor: Actor, *, on: date) -> QuerySet[Case]:
    """Return the cases that the actor may see on a day.

    The same rule as ``law.access.may_see_dossier``. Bron: Wgs art. 1.8 lid 2 en 2.23 lid 5.
    """
    if not rules.processes(actor):
        return Case.objects.none()
    return Case.objects.filter(
        pk__in=visible_parties(actor, on=on),
        region_id=actor.region_id,
        status__in=sorted(rules.open_statuses()),
    )


def visible_closed_cases(actor: Actor, *, on: date) -> QuerySet[Case]:
    """Return the closed cases of which the actor may know, to have them reopened.

    The same rule as ``law.access.may_know_ended_dossier``. Bron: Wgs art. 1.8 lid 7.
    """
    if not rules.processes(actor):
        return Case.objects.none()
    asked = ReopeningVoice.objects.filter(
        participant_id=actor.participant_id, reopening__status=ReopeningStatus.ASKED
    )
    return Case.objects.filter(
        Q(pk__in=visible_parties(actor, on=on)) | Q(pk__in=asked.values("reopening__case_id")),
        region_id=actor.region_id,
        status=CaseStatus.CLOSED,
    )


def visible_items(actor: Actor, *, on: date) -> QuerySet[Item]:
    """Return the items that the actor may see on a day.

    The same rule as ``law.access.may_see_item``. Bron: Wgs art. 1.8 lid 7, 2.23 lid 5 en 6.
    """
    if not rules.processes(actor):
        return Item.objects.none()
    layer = Q(pk__in=[])
    for tier, activity, statuses in rules.ceilings():
        layer |= Q(tier__lte=tier, case__activity=activity, case__status__in=sorted(statuses))
    return Item.objects.filter(
        layer,
        case_id__in=visible_parties(actor, on=on),
        case__region_id=actor.region_id,
        published=True,
        withdrawn_at__isnull=True,
        destroy_on__gte=on,
    )


def visible_requests(actor: Actor, *, on: date) -> QuerySet[DataRequest]:
    """Return the requests in the cases that the actor may see. Bron: Wgs art. 2.23 lid 5."""
    return DataRequest.objects.filter(case_id__in=visible_cases(actor, on=on).values("id"))
