"""What a reporter typed: to the row and back; about subjects sealed, so that no BSN lies open."""

import dataclasses
import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from wegwijzer.signals.models import Signal, Weighing
from wegwijzer.signals.rules import Report
from wegwijzer.subjects import crypto
from wegwijzer.subjects.rules import (
    Handling,
    InformationReliability,
    SourceReliability,
    SubjectFacts,
    SubjectKind,
    SubjectRole,
)
from wegwijzer.subjects.rules.facts import content_of

_READ: dict[str, Callable[[str], Any]] = {
    "kind": SubjectKind,
    "role": SubjectRole,
    "source_reliability": SourceReliability,
    "information_reliability": InformationReliability,
    "handling": Handling,
    "source_participant_id": UUID,
    "first_processed_date": date.fromisoformat,
}


def fill(signal: Signal, report: Report) -> None:
    """Put what was reported in the row."""
    for field in dataclasses.fields(report):
        value = getattr(report, field.name)
        name = "phenomenon_id" if field.name == "phenomenon" else field.name
        setattr(signal, name, (value or None) if name == "phenomenon_id" else value)


def report_of(signal: Signal) -> Report:
    """Return what was reported, out of the row."""
    values = {
        field.name: getattr(signal, field.name)
        for field in dataclasses.fields(Report)
        if field.name != "phenomenon"
    }
    return Report(phenomenon=signal.phenomenon_id or "", **values)


def write(signal: Signal, told: Sequence[SubjectFacts]) -> None:
    """Seal what was typed about subjects in the row, right or wrong, so that nothing is lost."""
    text = json.dumps([dataclasses.asdict(one) for one in told], default=str)
    signal.blocks = crypto.encrypt(text.encode(), bound_to=signal.id.bytes) if told else None


def read(signal: Signal) -> list[SubjectFacts]:
    """Return what was typed about subjects."""
    if not signal.blocks:
        return []
    opened = crypto.decrypt(bytes(signal.blocks), bound_to=signal.id.bytes)
    return [_facts(one) for one in json.loads(opened)]


def _facts(typed: dict[str, Any]) -> SubjectFacts:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else _READ.get(name, str)(value)
        for name, value in typed.items()
    }
    return SubjectFacts(**values)


def says_something(facts: SubjectFacts) -> bool:
    """Return whether anything was typed; a block that was left empty is not a subject."""
    return content_of(facts) != {}


def count(told: Sequence[SubjectFacts]) -> int:
    """Return how many subjects were really named."""
    return sum(says_something(one) for one in told)


def empty(signal: Signal) -> None:
    """Take every text out of a signal and its weighing; what is counted stays."""
    kept = Report(phenomenon=signal.phenomenon_id or "", municipality_code=signal.municipality_code)
    fill(signal, kept)
    write(signal, ())
    signal.words.all().delete()
    signal.checks.update(reason="")
    weighing = Weighing.objects.filter(signal=signal).first()
    if weighing is not None:
        weighing.criteria.all().delete()
        weighing.attendance.all().delete()
        weighing.purpose_text = weighing.necessity = weighing.referred_to = ""
        weighing.reason = "-" if weighing.outcome else ""
        weighing.save()
