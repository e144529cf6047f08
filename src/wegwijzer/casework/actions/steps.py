"""Take a case from one state to the next. Bron: dossier § 5.3."""

from datetime import datetime
from uuid import UUID

from wegwijzer.casework import rules
from wegwijzer.casework.gate import enter
from wegwijzer.casework.progress import progress_of
from wegwijzer.casework.rows import decide, move_to
from wegwijzer.casework.rules import CaseEvent
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, check
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record


@acting
def advance_case(
    actor: Actor, case_id: UUID, event: CaseEvent, *, reason: str, now: datetime
) -> None:
    """Take the step that the event stands for, when its conditions are met."""
    entered = enter(actor, case_id, on=now.date(), to_change=True)
    if event in rules.BY_ANOTHER_WAY:
        raise Conflict(
            _("Vraag gegevens met een informatieverzoek; dan verandert de stand vanzelf.")
        )
    step = rules.find_step(entered.status, event)
    check(rules.may_take(step, progress_of(entered, reason=reason, on=now.date())))
    move_to(entered.case, step.target, now)
    decide(actor, entered.case, event.value, target=step.target, reason=reason.strip(), now=now)
    record(
        actor,
        "casework.advance_case",
        f"case:{case_id}",
        now=now,
        dossier_id=case_id,
        event=event,
        to=step.target,
    )
