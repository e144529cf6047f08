"""Judge whether two records are about one subject. Bron: Wgs art. 2.18 lid 2."""

from datetime import datetime
from uuid import UUID

from wegwijzer.casework.gate import Entered, enter
from wegwijzer.casework.queries.access import visible_items
from wegwijzer.casework.queries.hits import visible_dossiers
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import acting, record
from wegwijzer.subjects.actions import (
    judge_different,
    judge_same,
    judge_undecided,
    undo_judgement,
)
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
    entered = enter(actor, case_id, on=now.date())
    _check_seen(actor, entered, pair, now)
    judgement = _JUDGE[sameness](
        actor,
        *pair,
        for_dossier=case_id,
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


def _check_seen(actor: Actor, entered: Entered, pair: tuple[UUID, UUID], now: datetime) -> None:
    """Refuse a subject of this case of which every item is closed to the actor."""
    items = visible_items(actor, on=now.date()).filter(case=entered.case, subject__ref=pair[0])
    if not items.exists():
        raise NotFound
