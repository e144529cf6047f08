"""How a signal and its weighing are shown, and what the law is told of them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, prefetch_related_objects

from wegwijzer.kernel.verdict import Verdict
from wegwijzer.law.purpose import PurposeFacts
from wegwijzer.law.vocabulary import Criterion
from wegwijzer.law.weighing import WeighingFacts
from wegwijzer.signals import rules
from wegwijzer.signals.models import Attendance, CriterionJudgement, Signal, Weighing
from wegwijzer.signals.rules import Decision, Status, Weight

# The reason and the necessity are written with the decision itself; before that, a page asks
# what else is missing.
TO_BE_WRITTEN = "wordt bij het besluit geschreven"
WRITTEN_WITH_THE_DECISION = frozenset({"reason", "necessary"})


@dataclass(frozen=True, slots=True)
class SignalRow:
    """A signal in a list."""

    id: UUID
    number: str
    title: str
    status: Status
    status_label: str
    phenomenon: str
    place: str
    participant_id: UUID
    participant_name: str
    created_at: datetime
    submitted_at: datetime | None


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """How one participant weighs one criterion."""

    participant_id: UUID
    participant_name: str
    judged_by: str
    weight: Weight
    weight_label: str
    explanation: str
    judged_at: datetime


@dataclass(frozen=True, slots=True)
class PresentRow:
    """Someone who took part, for whom, and what they judged; ``attended`` if recorded as there."""

    participant_id: UUID
    person_id: UUID
    participant_name: str
    name: str
    attended: bool
    judged_purpose: bool
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What the table decided, by whom and why."""

    decision: Decision
    label: str
    rejection_label: str
    referred_to: str
    necessity: str
    reason: str
    decided_by: str
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class WeighingView:
    """What the table judged so far, what it may decide, and what it decided."""

    started_at: datetime
    fits_purpose: bool | None
    purpose_text: str
    purpose_by: str
    purpose_for: str
    purpose_at: datetime | None
    criteria: dict[str, list[CriterionRow]]
    present: list[PresentRow]
    verdicts: dict[Decision, Verdict]
    decision: DecisionRow | None


def row_of(signal: Signal) -> SignalRow:
    """Return a signal as a list shows it; participant and phenomenon were read along."""
    status = Status(signal.status)
    return SignalRow(
        id=signal.id,
        number=signal.number,
        title=signal.title,
        status=status,
        status_label=rules.STATUS_LABELS[status],
        phenomenon=signal.phenomenon.name if signal.phenomenon else "",
        place=signal.place,
        participant_id=signal.participant_id,
        participant_name=signal.participant.name,
        created_at=signal.created_at,
        submitted_at=signal.submitted_at,
    )


def weighing_facts(
    signal: Signal, *, reason: str = TO_BE_WRITTEN, necessary: bool = True
) -> WeighingFacts:
    """Return what the table recorded so far, for the law to judge."""
    weighing = signal.weighing
    return WeighingFacts(
        purpose=PurposeFacts(
            signal.purpose_text,
            signal.organised_crime_text,
            judged=weighing.fits_purpose is not None,
            fits=weighing.fits_purpose is True,
            judged_by_human=weighing.purpose_by_id is not None,
        ),
        judged={Criterion(one.criterion): one.explanation for one in weighing.criteria.all()},
        attended=_participants(weighing),
        reason=reason,
        necessary=necessary,
    )


def _participants(weighing: Weighing) -> frozenset[UUID]:
    """Return which participants take part: those that are present, and those that judged."""
    found = {one.participant_id for one in weighing.attendance.all()}
    found |= {one.participant_id for one in weighing.criteria.all()}
    return frozenset(found | {weighing.purpose_for_id} if weighing.purpose_for_id else found)


def weighing_view(signal: Signal) -> WeighingView | None:
    """Return what the table did with a signal, or None before it came there.

    The weighing was read along with the signal, with the people in it.
    """
    weighing: Weighing | None = getattr(signal, "weighing", None)
    if weighing is None:
        return None
    prefetch_related_objects(
        [weighing],
        Prefetch("criteria", CriterionJudgement.objects.select_related("participant", "judged_by")),
        Prefetch("attendance", Attendance.objects.select_related("participant", "person")),
    )
    facts = weighing_facts(signal)
    return WeighingView(
        started_at=weighing.started_at,
        fits_purpose=weighing.fits_purpose,
        purpose_text=weighing.purpose_text,
        purpose_by=weighing.purpose_by.name if weighing.purpose_by else "",
        purpose_for=weighing.purpose_for.name if weighing.purpose_for else "",
        purpose_at=weighing.purpose_at,
        criteria=_criteria(weighing),
        present=taking_part(weighing),
        verdicts={one: _so_far(rules.decision_verdict(one, facts)) for one in Decision},
        decision=_decision(weighing),
    )


def _so_far(verdict: Verdict) -> Verdict:
    """Return the conditions that can be met before the decision itself is written."""
    conditions = (one for one in verdict.conditions if one.key not in WRITTEN_WITH_THE_DECISION)
    return Verdict(verdict.rule, tuple(conditions))


def _criteria(weighing: Weighing) -> dict[str, list[CriterionRow]]:
    judged: dict[str, list[CriterionRow]] = {criterion: [] for criterion in rules.CRITERIA}
    for one in sorted(weighing.criteria.all(), key=lambda one: one.judged_at):
        weight = Weight(one.weight)
        judged[one.criterion].append(
            CriterionRow(
                one.participant_id,
                one.participant.name,
                one.judged_by.name,
                weight,
                rules.WEIGHT_LABELS[weight],
                one.explanation,
                one.judged_at,
            )
        )
    return judged


def taking_part(weighing: Weighing) -> list[PresentRow]:
    """Return who takes part: whoever is recorded as present, and whoever judged something."""
    there = {(one.participant_id, one.person_id) for one in weighing.attendance.all()}
    names = {
        (one.participant_id, one.person_id): (one.participant.name, one.person.name)
        for one in weighing.attendance.all()
    }
    judged: dict[tuple[UUID, UUID], list[str]] = {}
    purpose = None
    if weighing.purpose_for and weighing.purpose_by:
        purpose = (weighing.purpose_for.id, weighing.purpose_by.id)
        names[purpose] = (weighing.purpose_for.name, weighing.purpose_by.name)
    for one in weighing.criteria.all():
        who = (one.participant_id, one.judged_by_id)
        names[who] = (one.participant.name, one.judged_by.name)
        judged.setdefault(who, []).append(one.criterion)
    rows = [
        PresentRow(*who, *told, who in there, who == purpose, tuple(sorted(judged.get(who, ()))))
        for who, told in names.items()
    ]
    return sorted(rows, key=lambda row: (row.participant_name, row.name))


def _decision(weighing: Weighing) -> DecisionRow | None:
    if not weighing.outcome or weighing.decided_at is None:
        return None
    decision, rejection = Decision(weighing.outcome), weighing.rejection
    return DecisionRow(
        decision,
        rules.DECISION_LABELS[decision],
        rules.REJECTION_LABELS[rules.RejectionReason(rejection)] if rejection else "",
        weighing.referred_to,
        weighing.necessity,
        weighing.reason,
        weighing.decided_by.name if weighing.decided_by else "",
        weighing.decided_at,
    )
