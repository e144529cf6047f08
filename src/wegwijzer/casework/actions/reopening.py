"""Reopen a closed case: propose, answer for a participant, withdraw, carry out.

Bron: Wgs art. 1.8 lid 7.
"""

from datetime import datetime
from uuid import UUID, uuid4

from wegwijzer.casework import rules
from wegwijzer.casework.gate import Entered, enter_closed
from wegwijzer.casework.models import CaseParty, Reopening, ReopeningVoice
from wegwijzer.casework.reopening import facts_of, involved_in, running_reopening, suppliers_of
from wegwijzer.casework.rows import check_holds_role, decide, move_to, party_of_person
from wegwijzer.casework.rules import CaseEvent, PartyKind, ReopeningStatus
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, NotAllowed, NotFound, check
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.law.reopening import Capacity, may_propose_reopening, may_reopen
from wegwijzer.logbook.actions import acting, record


@acting
def propose_reopening(actor: Actor, case_id: UUID, *, reason: str, now: datetime) -> UUID:
    """Ask the participants for their order and the suppliers for their consent.

    Bron: Wgs art. 1.8 lid 7.
    """
    entered = enter_closed(actor, case_id, on=now.date(), to_change=True)
    rules.check_may_propose(actor)
    reason = rules.check_reason(reason)
    check(may_propose_reopening(facts_of(entered, reason=reason)))
    if running_reopening(case_id) is not None:
        raise Conflict(_("Er loopt al een voorstel om deze casus te heropenen. Ververs de pagina."))
    reopening = Reopening(
        id=uuid4(),
        case=entered.case,
        status=ReopeningStatus.ASKED,
        reason=reason,
        proposed_by_id=actor.person_id,
        proposed_for_id=actor.participant_id,
        proposed_at=now,
    )
    reopening.save(force_insert=True)
    needed = rules.voices_needed(involved_in(entered), suppliers_of(case_id))
    ReopeningVoice.objects.bulk_create(
        ReopeningVoice(
            reopening=reopening, participant_id=one.participant_id, capacity=one.capacity
        )
        for one in needed
    )
    _told(actor, entered, "propose_reopening", reason, now)
    return reopening.id


@acting
def answer_reopening(
    actor: Actor, case_id: UUID, capacity: Capacity, *, agrees: bool, reason: str, now: datetime
) -> None:
    """Answer for the own participant; one refusal ends the proposal, with its reason.

    Bron: Wgs art. 1.8 lid 7.
    """
    entered = enter_closed(actor, case_id, on=now.date(), to_change=True)
    reopening = _running(case_id)
    voice = reopening.voices.filter(participant_id=actor.participant_id, capacity=capacity).first()
    if voice is None:
        raise NotFound
    rules.check_speaks(actor, capacity)
    if voice.agrees is not None:
        raise Conflict(_("Uw deelnemer heeft dit al beantwoord. Ververs de pagina."))
    voice.agrees, voice.reason = agrees, reason.strip() if agrees else rules.check_reason(reason)
    voice.given_by_id, voice.given_at = actor.person_id, now
    voice.save(update_fields=["agrees", "reason", "given_by", "given_at"])
    if not agrees:
        _end(reopening, ReopeningStatus.REFUSED, now)
    what = f"{capacity}_{'given' if agrees else 'refused'}"
    _told(actor, entered, what, voice.reason, now, act="answer_reopening")


@acting
def withdraw_reopening(actor: Actor, case_id: UUID, *, reason: str, now: datetime) -> None:
    """Take a proposal back; only the participant that made it can."""
    entered = enter_closed(actor, case_id, on=now.date(), to_change=True)
    reopening = _running(case_id)
    if reopening.proposed_for_id != actor.participant_id:
        raise NotAllowed(_("Alleen de deelnemer die het voorstel deed, kan het intrekken."))
    rules.check_may_propose(actor)
    reason = rules.check_reason(reason)
    _end(reopening, ReopeningStatus.WITHDRAWN, now)
    _told(actor, entered, "withdraw_reopening", reason, now)


@acting
def reopen_case(actor: Actor, case_id: UUID, *, director_id: UUID, now: datetime) -> None:
    """Make a closed case available again, under a director; terms of data run on.

    Bron: Wgs art. 1.8 lid 7.
    """
    entered = enter_closed(actor, case_id, on=now.date(), to_change=True)
    rules.check_may_propose(actor)
    reopening = _running(case_id)
    check(may_reopen(facts_of(entered, reopening=reopening)))
    step = rules.find_step(entered.status, CaseEvent.REOPEN)
    _direct(actor, entered, director_id, now)
    _end(reopening, ReopeningStatus.REOPENED, now)
    move_to(entered.case, step.target, now)
    decide(
        actor,
        entered.case,
        CaseEvent.REOPEN,
        target=step.target,
        reason=reopening.reason,
        now=now,
    )
    record(
        actor,
        "casework.reopen_case",
        f"case:{case_id}",
        now=now,
        dossier_id=case_id,
        reopening=reopening.id,
        director=director_id,
    )


def _direct(actor: Actor, entered: Entered, director_id: UUID, now: datetime) -> None:
    """Let this person direct the case from now on, beside who already does."""
    check_holds_role(actor, director_id, PartyKind.DIRECTOR, on=now.date())
    party = party_of_person(
        entered.case,
        director_id,
        PartyKind.DIRECTOR,
        reason=_("Aangewezen bij het heropenen."),
        on=now.date(),
    )
    before = CaseParty.objects.filter(case=entered.case, principal=party.principal).first()
    if before is not None:
        party.id = before.id
    party.save()


def _running(case_id: UUID) -> Reopening:
    reopening = running_reopening(case_id)
    if reopening is None:
        raise Conflict(_("Er loopt geen voorstel meer om deze casus te heropenen."))
    return reopening


def _end(reopening: Reopening, status: ReopeningStatus, now: datetime) -> None:
    reopening.status, reopening.ended_at = status, now
    reopening.save(update_fields=["status", "ended_at"])


def _told(
    actor: Actor, entered: Entered, what: str, reason: str, now: datetime, *, act: str = ""
) -> None:
    """Keep it with the decisions of the case, and log it."""
    principal = actor.principals[0]
    decide(actor, entered.case, what, target=principal, reason=reason, now=now)
    record(
        actor,
        f"casework.{act or what}",
        f"case:{entered.case.id}",
        now=now,
        dossier_id=entered.case.id,
        what=what,
    )
