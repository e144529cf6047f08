"""Judge a hit between two signals."""

from datetime import datetime
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record
from wegwijzer.signals.gate import one_visible
from wegwijzer.signals.queries.access import visible_signals
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
    signal_id: UUID,
    pair: tuple[UUID, UUID],
    *,
    sameness: str,
    reason: str,
    now: datetime,
) -> UUID:
    """Judge whether a subject of this signal and one of another are the same, with the reason.

    Only a human judges, for one signal at a time. Bron: Wgs art. 2.18 lid 2 en 2.23 lid 3 onder d.
    """
    signal = one_visible(actor, signal_id)
    if sameness not in set(Sameness):
        raise Invalid(_("Kies een van de drie oordelen."), field="sameness")
    judgement = _JUDGE[Sameness(sameness)](
        actor,
        *pair,
        for_dossier=signal.id,
        reason=reason,
        now=now,
        within=visible_signals(actor).values("id"),
    )
    record(
        actor,
        "signals.judge_hit",
        f"signal:{signal.id}",
        now=now,
        dossier_id=signal.id,
        judgement=judgement,
        sameness=sameness,
    )
    return judgement


@acting
def undo_hit_judgement(actor: Actor, signal_id: UUID, judgement_id: UUID, *, now: datetime) -> None:
    """Undo a judgement that was made for this signal; the one before it counts again."""
    signal = one_visible(actor, signal_id)
    undo_judgement(actor, judgement_id, now=now, for_dossier=signal.id)
