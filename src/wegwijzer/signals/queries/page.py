"""One signal, with everything that the actor may know of it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import DomainError, Invalid, NotFound
from wegwijzer.logbook.actions import reading, record
from wegwijzer.logbook.rules import Outcome
from wegwijzer.signals import blocks, rules
from wegwijzer.signals.models import Signal
from wegwijzer.signals.queries.access import visible_signals
from wegwijzer.signals.queries.hits import Hits, hits_of
from wegwijzer.signals.rules import Event, Report, Status
from wegwijzer.signals.shown import SignalRow, WeighingView, row_of, weighing_view
from wegwijzer.subjects.queries import SubjectRow, list_subjects
from wegwijzer.subjects.rules import SubjectFacts, clean, lines_of, masked, title_of
from wegwijzer.subjects.rules.facts import content_of


@dataclass(frozen=True, slots=True)
class CheckRow:
    """What the coordinator decided at the intake check."""

    outcome: str
    reason: str
    checked_by: str
    checked_at: datetime


@dataclass(frozen=True, slots=True)
class SignalPage:
    """A signal as its page shows it; ``may`` names the events that this actor can start now."""

    row: SignalRow
    report: Report
    reporter_name: str
    region_id: UUID
    first_processed_date: date
    expires_on: date | None
    merged_into: SignalRow | None
    dossier_id: UUID | None
    subjects: list[SubjectRow]
    # What was typed about subjects in a draft, right or wrong: a title and the lines of each.
    typed: list[tuple[str, tuple[tuple[str, str], ...]]]
    checks: list[CheckRow]
    weighing: WeighingView | None
    may: frozenset[Event]
    # Whether the actor sees it as a signal, and not only through the dossier it led to.
    is_of_own_work: bool

    @property
    def id(self) -> UUID:
        """Return the id of the signal."""
        return self.row.id


@reading
def get_signal(
    actor: Actor,
    signal_id: UUID,
    *,
    now: datetime,
    dossiers: QuerySet[Any, Any] | None = None,
) -> SignalPage:
    """Return one signal with its subjects and its weighing; the reading is logged.

    ``dossiers`` holds the ids of the dossiers that the actor may see: whoever is in one reads the
    signals that led to it. Bron: Wgs art. 1.8 lid 4, art. 2.23 lid 4.
    """
    signal = _one(actor, signal_id, dossiers)
    page = _page(actor, signal)
    record(
        actor,
        "signals.get_signal",
        f"signal:{signal.id}",
        now=now,
        outcome=Outcome.READ,
        dossier_id=signal.id,
    )
    return page


@reading
def get_signal_with_hits(
    actor: Actor, signal_id: UUID, *, now: datetime
) -> tuple[SignalPage, Hits]:
    """Return one signal beside its hits; the search, which is logged, is its reading as well.

    Bron: Wgs art. 1.8 lid 4 en 2.23 lid 3 onder b en d.
    """
    signal = _one(actor, signal_id)
    return _page(actor, signal), hits_of(actor, signal, now=now)


@reading
def get_draft(
    actor: Actor, signal_id: UUID, *, now: datetime
) -> tuple[SignalPage, list[SubjectFacts]]:
    """Return a signal that its own participant may change, with what was typed about subjects."""
    page = get_signal(actor, signal_id, now=now)
    if Event.CHANGE not in page.may:
        raise NotFound
    return page, blocks.read(_one(actor, signal_id))


def list_faults(actor: Actor, signal_id: UUID) -> list[Invalid]:
    """List everything that keeps a draft from being submitted, each with its field."""
    signal = _one(actor, signal_id)
    told = blocks.read(signal)
    missing = rules.missing_to_submit(blocks.report_of(signal), subjects=blocks.count(told))
    faults = [Invalid(text, field=field) for field, text in missing.items()]
    for position, facts in enumerate(told):
        try:
            if blocks.says_something(facts):
                clean(facts)
        except DomainError as wrong:
            field = f"subjects-{position}-{wrong.field or 'kind'}"
            faults.append(Invalid(wrong.message, field=field, **wrong.params))
    return faults


def _one(actor: Actor, signal_id: UUID, dossiers: QuerySet[Any, Any] | None = None) -> Signal:
    rows = visible_signals(actor, dossiers=dossiers).select_related(
        "participant",
        "phenomenon",
        "reporter",
        "weighing__purpose_by",
        "weighing__purpose_for",
        "weighing__decided_by",
    )
    signal = rows.filter(id=signal_id).first()
    if signal is None:
        raise NotFound
    return signal


def _page(actor: Actor, signal: Signal) -> SignalPage:
    may = _steps(actor, signal)
    return SignalPage(
        row=row_of(signal),
        report=blocks.report_of(signal),
        reporter_name=signal.reporter.name,
        region_id=signal.region_id,
        first_processed_date=signal.first_processed_date,
        expires_on=signal.expires_on,
        merged_into=_merged_into(actor, signal),
        dossier_id=signal.dossier_id,
        subjects=list_subjects(actor, signal.id),
        typed=_typed(signal) if Event.CHANGE in may else [],
        checks=[
            CheckRow(row.outcome, row.reason, row.checked_by.name, row.checked_at)
            for row in signal.checks.select_related("checked_by").order_by("-checked_at")
        ],
        weighing=weighing_view(signal),
        may=may,
        is_of_own_work=signal.participant_id == actor.participant_id
        or Status(signal.status) in rules.seen_of_others(actor),
    )


def _typed(signal: Signal) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Return what was typed about each subject; the BSN masked."""
    told = [(one, content_of(one)) for one in blocks.read(signal)]
    return [
        (title_of(one.kind, content), lines_of(content, masked_bsn=masked(one.bsn)))
        for one, content in told
        if content
    ]


def _steps(actor: Actor, signal: Signal) -> frozenset[Event]:
    """Return which events this actor can start now, by the table of states and its owner."""
    own = signal.participant_id == actor.participant_id
    return frozenset(
        event
        for event in Event
        if rules.may_step(actor, Status(signal.status), event)
        and (own or event not in rules.OF_THE_OWNER)
    )


def _merged_into(actor: Actor, signal: Signal) -> SignalRow | None:
    """Return the signal this one was merged with, if the actor may see that one too."""
    if signal.merged_into_id is None:
        return None
    rows = visible_signals(actor).filter(id=signal.merged_into_id)
    other = rows.select_related("participant", "phenomenon").first()
    return row_of(other) if other else None
