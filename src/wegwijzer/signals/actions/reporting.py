"""Report: write a signal down, change it, submit it."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, DomainError, Invalid, NotAllowed, check
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.law.organs import may_invoke
from wegwijzer.law.purpose import PurposeFacts, may_report_signal
from wegwijzer.law.vocabulary import ParticipantKind, Relation
from wegwijzer.logbook.actions import acting, record
from wegwijzer.signals import blocks, rules
from wegwijzer.signals.gate import one_visible
from wegwijzer.signals.models import NumberSeries, Phenomenon, Signal, SignalWord
from wegwijzer.signals.rules import Event, Report, Status
from wegwijzer.subjects.actions import add_subjects, remove_subjects
from wegwijzer.subjects.rules import (
    Handling,
    InformationReliability,
    SourceReliability,
    SubjectFacts,
    SubjectRole,
    clean,
)
from wegwijzer.subjects.rules.searching import words_in

MOST_SUBJECTS = 50


@acting
def draft_signal(
    actor: Actor,
    report: Report,
    *,
    subjects: Sequence[SubjectFacts] = (),
    now: datetime,
    key: UUID | None = None,
) -> UUID:
    """Write a signal down as a draft of the own participant and return its id.

    ``key`` is that of the form it came from: a form that is sent twice makes one draft.
    Bron: Wgs art. 2.23 lid 1.
    """
    status = rules.next_status(actor, None, Event.REGISTER)
    rules.check_says_something(report, subjects)
    # Whoever sends the same form at the same moment waits for the number.
    number = _next_number(actor, now)
    signal = Signal(
        id=_id_of(actor, key),
        number=number,
        region_id=actor.region_id,
        participant_id=actor.participant_id,
        reporter_id=actor.person_id,
        status=status,
        created_at=now,
        first_processed_date=now.date(),
    )
    _fill(signal, report, subjects, now)
    signal.save(force_insert=True)
    _index(signal)
    record(actor, "signals.draft_signal", f"signal:{signal.id}", now=now, dossier_id=signal.id)
    return signal.id


@acting
def change_signal(
    actor: Actor,
    signal_id: UUID,
    report: Report,
    *,
    subjects: Sequence[SubjectFacts] = (),
    now: datetime,
) -> None:
    """Change a draft or a returned signal of the own participant."""
    signal = _own(actor, signal_id)
    signal.status = rules.next_status(actor, Status(signal.status), Event.CHANGE)
    _fill(signal, report, subjects, now)
    if signal.status == Status.RETURNED:
        rules.check_submit(report, subjects=blocks.count(subjects))
    signal.save()
    _index(signal)
    record(actor, "signals.change_signal", f"signal:{signal.id}", now=now, dossier_id=signal.id)


@acting
def submit_signal(actor: Actor, signal_id: UUID, *, now: datetime) -> None:
    """Submit a signal to the intake check, with its purpose and its subjects.

    Bron: Wgs art. 2.17 en 2.23 lid 1.
    """
    signal = _own(actor, signal_id)
    status = rules.next_status(actor, Status(signal.status), Event.SUBMIT)
    told = blocks.read(signal)
    rules.check_submit(blocks.report_of(signal), subjects=blocks.count(told))
    _check_law(actor, signal)
    facts = [
        _clean(position, _sourced(one, signal))
        for position, one in enumerate(told)
        if blocks.says_something(one)
    ]
    if signal.status == Status.RETURNED:
        remove_subjects(actor, signal.id, now=now)
    if facts:
        add_subjects(actor, signal.id, facts, now=now)
    signal.status, signal.submitted_at, signal.changed_at = status, now, now
    signal.save(update_fields=["status", "submitted_at", "changed_at"])
    record(
        actor,
        "signals.submit_signal",
        f"signal:{signal.id}",
        now=now,
        dossier_id=signal.id,
        subjects=len(facts),
    )


@acting
def discard_signal(actor: Actor, signal_id: UUID, *, now: datetime) -> None:
    """Throw a draft away: what is not needed is not kept. Bron: Wgs art. 1.8 lid 7."""
    signal = _own(actor, signal_id)
    rules.next_status(actor, Status(signal.status), Event.DISCARD)
    remove_subjects(actor, signal.id, now=now)
    signal.delete()
    record(actor, "signals.discard_signal", f"signal:{signal_id}", now=now, dossier_id=signal_id)


def _id_of(actor: Actor, key: UUID | None) -> UUID:
    """Return the id for a draft, which the same form makes once."""
    if key is None:
        return uuid4()
    made = rules.draft_id(actor.person_id, key)
    if Signal.objects.filter(id=made).exists():
        raise Conflict(_("Dit signaal is al vastgelegd. Ververs de pagina."))
    return made


def _check_law(actor: Actor, signal: Signal) -> None:
    """Refuse what the participant may not report: an aim that is missing, a task that is not its.

    Bron: Wgs art. 2.17, art. 2.19 lid 1 en 2.23 lid 1.
    """
    kind = actor.participant_kind
    facts = PurposeFacts(signal.purpose_text, signal.organised_crime_text)
    check(may_report_signal(facts, is_participant=kind in set(ParticipantKind)))
    check(may_invoke(ParticipantKind(kind), signal.ground))


def _own(actor: Actor, signal_id: UUID) -> Signal:
    """Return a signal of the own participant, locked; only they change what they reported."""
    signal = one_visible(actor, signal_id, to_change=True)
    if signal.participant_id != actor.participant_id:
        raise NotAllowed(_("Alleen de deelnemer die dit signaal meldde kan het wijzigen."))
    return signal


def _fill(signal: Signal, report: Report, told: Sequence[SubjectFacts], now: datetime) -> None:
    rules.check_draft(report, today=now.date())
    if len(told) > MOST_SUBJECTS:
        raise Invalid(
            _("Een signaal heeft ten hoogste %(most)s personen en zaken."), most=MOST_SUBJECTS
        )
    _check_phenomenon(signal, report.phenomenon, now)
    blocks.fill(signal, report)
    blocks.write(signal, told)
    signal.changed_at = now


def _index(signal: Signal) -> None:
    """Keep the words by which the signal is found."""
    words = set(words_in(f"{signal.title} {signal.place}"))
    signal.words.all().delete()
    SignalWord.objects.bulk_create(SignalWord(signal=signal, word=word) for word in words)


def _check_phenomenon(signal: Signal, slug: str, now: datetime) -> None:
    """Refuse a phenomenon that this region does not know today, unless it was already chosen."""
    if slug in ("", signal.phenomenon_id):
        return
    found = Phenomenon.objects.filter(slug=slug).first()
    if (
        found is None
        or found.region_id not in (None, signal.region_id)
        or not rules.is_valid_on(found.starts_on, found.ends_on, now.date())
    ):
        raise Invalid(_("Kies een fenomeen uit de lijst."), field="phenomenon")


def _sourced(facts: SubjectFacts, signal: Signal) -> SubjectFacts:
    """Return the facts as said by the reporting participant, under the codes of the signal."""
    return dataclasses.replace(
        facts,
        source_participant_id=signal.participant_id,
        first_processed_date=signal.first_processed_date,
        relation=Relation.CIRCLE if facts.role is SubjectRole.CIRCLE else Relation.SUBJECT,
        source_reliability=SourceReliability(signal.source_reliability),
        information_reliability=InformationReliability(signal.information_reliability),
        handling=Handling(signal.handling),
    )


def _clean(position: int, facts: SubjectFacts) -> SubjectFacts:
    try:
        return clean(facts)
    except DomainError as wrong:
        field = f"subjects-{position}-{wrong.field or 'kind'}"
        raise Invalid(wrong.message, field=field, **wrong.params) from wrong


def _next_number(actor: Actor, now: datetime) -> str:
    NumberSeries.objects.get_or_create(region_id=actor.region_id, year=now.year)
    series = NumberSeries.objects.select_for_update().get(region_id=actor.region_id, year=now.year)
    series.last += 1
    series.save(update_fields=["last"])
    return rules.number_of(actor.region_code, now.year, series.last)
