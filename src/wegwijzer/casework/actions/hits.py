"""Judge whether two records are about one subject. Bron: Wgs art. 2.18 lid 2."""

from datetime import date, datetime
from uuid import UUID

from wegwijzer.casework.gate import enter
from wegwijzer.casework.queries.access import visible_cases
from wegwijzer.casework.queries.hits import closed_ones, own_dossiers, visible_dossiers
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import acting, record
from wegwijzer.subjects.actions import (
    judge_different,
    judge_same,
    judge_undecided,
    undo_judgement,
)
from wegwijzer.subjects.queries import dossiers_of
from wegwijzer.subjects.rules import Sameness

_JUDGE = {
    Sameness.SAME: judge_same,
    Sameness.DIFFERENT: judge_different,
    Sameness.UNDECIDED: judge_undecided,
}


@acting
def judge_hit(
    actor: Actor,
    case_id: UUID,
    pair: tuple[UUID, UUID],
    *,
    sameness: Sameness,
    reason: str,
    now: datetime,
) -> UUID:
    """Judge whether a subject of this case and another record are the same, with the reason.

    Only a human judges, one pair at a time, for one case.
    """
    enter(actor, case_id, on=now.date())
    _check_seen(actor, pair, on=now.date())
    judgement = _JUDGE[sameness](
        actor,
        *pair,
        for_dossier=own_dossiers(actor, case_id, on=now.date()),
        reason=reason,
        now=now,
        within=visible_dossiers(actor, on=now.date()),
    )
    record(
        actor,
        "casework.judge_hit",
        f"case:{case_id}",
        now=now,
        dossier_id=case_id,
        judgement=judgement,
        sameness=sameness,
    )
    return judgement


@acting
def undo_hit_judgement(actor: Actor, case_id: UUID, judgement_id: UUID, *, now: datetime) -> None:
    """Undo a judgement that was made for this case; the one before it counts again."""
    enter(actor, case_id, on=now.date())
    undo_judgement(actor, judgement_id, now=now, for_dossier=case_id)


def _check_seen(actor: Actor, pair: tuple[UUID, UUID], *, on: date) -> None:
    """Refuse a subject of a case of which every item is closed to the actor."""
    places = dossiers_of(actor, pair)
    found = visible_cases(actor, on=on).filter(id__in=places.values())
    cases = set(found.values_list("id", flat=True))
    if closed_ones(actor, {ref for ref, place in places.items() if place in cases}, on=on):
        raise NotFound
