"""What stands on the weighing table, and what the law says of it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.verdict import Verdict
from wegwijzer.law.purpose import PurposeFacts
from wegwijzer.law.vocabulary import Criterion
from wegwijzer.law.weighing import WeighingFacts
from wegwijzer.network.queries import names_of, person_names_of
from wegwijzer.signals import rules
from wegwijzer.signals.models import Signal, Weighing
from wegwijzer.signals.queries.access import visible_signals
from wegwijzer.signals.queries.lists import SignalRow, row_of
from wegwijzer.signals.rules import Decision, Status, Weight

# The reason and the necessity are written with the decision itself; before that, a page asks
# what else is missing.
TO_BE_WRITTEN = "wordt bij het besluit geschreven"
AGENDA = 200


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
    """Someone who took part, and for whom."""

    participant_id: UUID
    person_id: UUID
    participant_name: str
    name: str


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


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A signal on the agenda, and how far the table is with it."""

    signal: SignalRow
    started_at: datetime
    fits_purpose: bool | None
    criteria_judged: int
    organs: int


def list_weighing_table(actor: Actor) -> list[AgendaRow]:
    """List what stands on the weighing table of the region, the longest waiting first."""
    if Status.IN_WEIGHING not in rules.seen_of_others(actor):
        return []
    rows = (
        visible_signals(actor)
        .filter(status=Status.IN_WEIGHING)
        .select_related("participant", "phenomenon", "weighing")
        .order_by("created_at", "id")[:AGENDA]
    )
    signals = list(rows)
    told = {
        row["pk"]: row
        for row in Weighing.objects.filter(pk__in=[signal.pk for signal in signals])
        .annotate(
            judged=Count("criteria__criterion", distinct=True),
            organs=Count("attendance__participant", distinct=True),
        )
        .values("pk", "judged", "organs")
    }
    return [
        AgendaRow(
            signal=row_of(signal),
            started_at=signal.weighing.started_at,
            fits_purpose=signal.weighing.fits_purpose,
            criteria_judged=told[signal.pk]["judged"],
            organs=told[signal.pk]["organs"],
        )
        for signal in signals
    ]


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
        attended=frozenset(one.participant_id for one in weighing.attendance.all()),
        reason=reason,
        necessary=necessary,
    )


def weighing_view(signal: Signal) -> WeighingView | None:
    """Return what the table did with a signal, or None before it came there."""
    weighing = Weighing.objects.prefetch_related("criteria", "attendance").filter(pk=signal).first()
    if weighing is None:
        return None
    signal.weighing = weighing
    organs, people = _names(weighing)
    facts = weighing_facts(signal)
    return WeighingView(
        started_at=weighing.started_at,
        fits_purpose=weighing.fits_purpose,
        purpose_text=weighing.purpose_text,
        purpose_by=people.get(weighing.purpose_by_id, ""),
        purpose_for=organs.get(weighing.purpose_for_id, ""),
        purpose_at=weighing.purpose_at,
        criteria=_criteria(weighing, organs, people),
        present=_present(weighing, organs, people),
        verdicts={one: rules.decision_verdict(one, facts) for one in Decision},
        decision=_decision(weighing, people),
    )


Names = dict[UUID | None, str]


def _names(weighing: Weighing) -> tuple[Names, Names]:
    """Return the names of every participant and person in a weighing."""
    criteria, attendance = weighing.criteria.all(), weighing.attendance.all()
    organs = {one.participant_id for one in criteria} | {one.participant_id for one in attendance}
    people = {one.judged_by_id for one in criteria} | {one.person_id for one in attendance}
    if weighing.purpose_for_id:
        organs.add(weighing.purpose_for_id)
    people |= {one for one in (weighing.purpose_by_id, weighing.decided_by_id) if one}
    return dict(names_of(organs).items()), dict(person_names_of(people).items())


def _criteria(weighing: Weighing, organs: Names, people: Names) -> dict[str, list[CriterionRow]]:
    judged: dict[str, list[CriterionRow]] = {criterion: [] for criterion in rules.CRITERIA}
    for one in sorted(weighing.criteria.all(), key=lambda one: one.judged_at):
        weight = Weight(one.weight)
        judged[one.criterion].append(
            CriterionRow(
                one.participant_id,
                organs[one.participant_id],
                people[one.judged_by_id],
                weight,
                rules.WEIGHT_LABELS[weight],
                one.explanation,
                one.judged_at,
            )
        )
    return judged


def _present(weighing: Weighing, organs: Names, people: Names) -> list[PresentRow]:
    rows = [
        PresentRow(
            one.participant_id, one.person_id, organs[one.participant_id], people[one.person_id]
        )
        for one in weighing.attendance.all()
    ]
    return sorted(rows, key=lambda row: (row.participant_name, row.name))


def _decision(weighing: Weighing, people: Names) -> DecisionRow | None:
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
        people.get(weighing.decided_by_id, ""),
        weighing.decided_at,
    )
