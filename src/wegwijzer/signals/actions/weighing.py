"""The weighing table: judge the purpose, weigh the criteria, decide. Bron: Wgs art. 2.23."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotFound, check
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.law.retention import signal_end
from wegwijzer.law.weighing import is_out_of_purpose
from wegwijzer.logbook.actions import acting, record
from wegwijzer.network.queries import list_people
from wegwijzer.network.rules import Role
from wegwijzer.signals import rules
from wegwijzer.signals.gate import one_visible
from wegwijzer.signals.models import Attendance, CriterionJudgement, Signal, Weighing
from wegwijzer.signals.rules import Decision, Event, RejectionReason, Status, Weight
from wegwijzer.signals.shown import weighing_facts


@acting
def judge_purpose(actor: Actor, signal_id: UUID, *, fits: bool, reason: str, now: datetime) -> None:
    """Record whether a signal fits the purpose; one that does not leaves the table at once.

    Bron: Wgs art. 2.17 en 2.23 lid 2.
    """
    event = Event.FIT_PURPOSE if fits else Event.MISS_PURPOSE
    signal = _at_the_table(actor, signal_id, event)
    weighing = signal.weighing
    weighing.fits_purpose, weighing.purpose_text = fits, rules.check_reason(reason)
    weighing.purpose_by_id, weighing.purpose_for_id = actor.person_id, actor.participant_id
    weighing.purpose_at = now
    weighing.save()
    if not fits:
        check(is_out_of_purpose(weighing_facts(signal, reason=reason)))
        _close(signal, now)
    record(
        actor,
        "signals.judge_purpose",
        f"signal:{signal.id}",
        now=now,
        dossier_id=signal.id,
        fits=fits,
    )


@acting
def judge_criterion(
    actor: Actor,
    signal_id: UUID,
    *,
    criterion: str,
    weight: Weight,
    explanation: str,
    now: datetime,
) -> None:
    """Record how the own participant weighs one of the four criteria; the latest one counts.

    Bron: Wgs art. 2.23 lid 3.
    """
    signal = _at_the_table(actor, signal_id, Event.WEIGH)
    if criterion not in rules.CRITERIA:
        raise Invalid(_("Kies een van de vier criteria."), field="criterion")
    CriterionJudgement.objects.update_or_create(
        weighing=signal.weighing,
        criterion=criterion,
        participant_id=actor.participant_id,
        defaults={
            "weight": weight,
            "explanation": rules.check_reason(explanation, field="explanation"),
            "judged_by_id": actor.person_id,
            "judged_at": now,
        },
    )
    record(
        actor,
        "signals.judge_criterion",
        f"signal:{signal.id}",
        now=now,
        dossier_id=signal.id,
        criterion=criterion,
        weight=weight,
    )


@acting
def record_attendance(
    actor: Actor, signal_id: UUID, *, designation_ids: Iterable[UUID], now: datetime
) -> None:
    """Record who sat at the table: members of the region's table, each for one participant."""
    signal = _at_the_table(actor, signal_id, Event.WEIGH)
    wanted = set(designation_ids)
    present = list_people(actor, role=Role.WEIGHING_MEMBER, on=now.date(), among=wanted)
    if len(present) != len(wanted):
        raise NotFound
    signal.weighing.attendance.all().delete()
    Attendance.objects.bulk_create(
        Attendance(
            weighing=signal.weighing, participant_id=member.participant_id, person_id=member.id
        )
        for member in present
    )
    record(
        actor,
        "signals.record_attendance",
        f"signal:{signal.id}",
        now=now,
        dossier_id=signal.id,
        people=[member.id for member in present],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the table decides, with everything that this decision needs."""

    decision: Decision
    reason: str
    necessity: str = ""
    rejection: RejectionReason | None = None
    referred_to: str = ""
    merged_into: UUID | None = None


@acting
def decide_signal(actor: Actor, signal_id: UUID, outcome: Outcome, *, now: datetime) -> None:
    """Record what the participants decided, once purpose and all criteria have been judged.

    Bron: Wgs art. 2.23 lid 2 tot 4.
    """
    signal = _at_the_table(actor, signal_id, rules.DECISION_EVENTS[outcome.decision])
    reason = rules.check_reason(outcome.reason)
    facts = weighing_facts(signal, reason=reason, necessary=outcome.necessity.strip() != "")
    check(rules.decision_verdict(outcome.decision, facts))
    weighing = signal.weighing
    weighing.outcome, weighing.reason = outcome.decision, reason
    _particulars(actor, signal, outcome)
    weighing.decided_by_id, weighing.decided_at = actor.person_id, now
    weighing.save()
    _close(signal, now)
    record(
        actor,
        "signals.decide_signal",
        f"signal:{signal.id}",
        now=now,
        dossier_id=signal.id,
        decision=outcome.decision,
        rejection=outcome.rejection,
        merged_into=outcome.merged_into,
    )


@acting
def link_to_dossier(actor: Actor, signal_id: UUID, dossier_id: UUID, *, now: datetime) -> None:
    """Take an accepted signal into the dossier opened for it. Bron: Wgs art. 2.23 lid 4."""
    signal = one_visible(actor, signal_id, to_change=True)
    signal.status = rules.next_status(actor, Status(signal.status), Event.LINK)
    signal.dossier_id, signal.changed_at = dossier_id, now
    signal.save(update_fields=["status", "dossier_id", "changed_at"])
    record(
        actor,
        "signals.link_to_dossier",
        f"signal:{signal.id}",
        now=now,
        dossier_id=signal.id,
        linked_to=dossier_id,
    )


def _at_the_table(actor: Actor, signal_id: UUID, event: Event) -> Signal:
    """Return a signal in weighing, locked, with the state that the event leads to."""
    signal = one_visible(actor, signal_id, to_change=True)
    signal.status = rules.next_status(actor, Status(signal.status), event)
    return signal


def _close(signal: Signal, now: datetime) -> None:
    """Keep where the table left the signal, and when its data goes if it goes no further."""
    signal.weighed_at = signal.changed_at = now
    if signal.status in rules.CLOSED:
        signal.expires_on = signal_end(now.date(), signal.first_processed_date)
    signal.save(update_fields=["status", "weighed_at", "changed_at", "expires_on", "merged_into"])


def _particulars(actor: Actor, signal: Signal, outcome: Outcome) -> None:
    """Fill in what one kind of decision needs beside its reason."""
    weighing: Weighing = signal.weighing
    if outcome.decision is Decision.ACCEPTED:
        weighing.necessity = rules.check_reason(outcome.necessity, field="necessity")
    if outcome.decision is Decision.REJECTED:
        if outcome.rejection is None:
            raise Invalid(_("Kies de reden van afwijzing."), field="rejection")
        weighing.rejection = outcome.rejection
    if outcome.decision is Decision.REFERRED:
        if outcome.referred_to.strip() == "":
            raise Invalid(_("Noem naar wie u verwijst."), field="referred_to")
        weighing.referred_to = outcome.referred_to.strip()[:160]
    if outcome.decision is Decision.MERGED:
        signal.merged_into = _other(actor, signal, outcome.merged_into)


def _other(actor: Actor, signal: Signal, other_id: UUID | None) -> Signal:
    """Return the signal to merge with: another one that stands or stood at this table."""
    if other_id is None or other_id == signal.id:
        raise Invalid(_("Kies het signaal waarmee dit wordt samengevoegd."), field="merged_into")
    other = one_visible(actor, other_id)
    if other.status not in rules.MERGES_INTO:
        raise Conflict(_("Met dit signaal kan niet meer worden samengevoegd. Kies een ander."))
    return other
