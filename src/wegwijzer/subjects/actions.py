"""Add subjects to a dossier and take them out."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.logbook.actions import acting, record
from wegwijzer.subjects import indexing, rules
from wegwijzer.subjects.models import SearchToken, Subject
from wegwijzer.subjects.rules import SubjectFacts

BATCH = 5_000


@acting
def add_subject(actor: Actor, dossier_id: UUID, facts: SubjectFacts, *, now: datetime) -> UUID:
    """Add what a participant says about one subject to a dossier and return its reference."""
    rules.check_may_process(actor)
    (row,) = _add(dossier_id, [facts], now=now)
    record(
        actor,
        "subjects.add_subject",
        f"subject:{row.ref}",
        now=now,
        dossier_id=dossier_id,
        kind=facts.kind,
    )
    return row.ref


@acting
def add_subjects(
    actor: Actor, dossier_id: UUID, facts: Sequence[SubjectFacts], *, now: datetime
) -> list[int]:
    """Add many subjects at once, all or none, and return their keys in the order given."""
    rules.check_may_process(actor)
    keys: list[int] = []
    for start in range(0, len(facts), BATCH):
        keys += [row.id for row in _add(dossier_id, facts[start : start + BATCH], now=now)]
    record(
        actor,
        "subjects.add_subjects",
        f"dossier:{dossier_id}",
        now=now,
        dossier_id=dossier_id,
        added=len(keys),
    )
    return keys


def _add(dossier_id: UUID, facts: Sequence[SubjectFacts], *, now: datetime) -> list[Subject]:
    cleaned = [rules.clean(one) for one in facts]
    rows = Subject.objects.bulk_create(
        indexing.subject_row(one, dossier_id=dossier_id, now=now) for one in cleaned
    )
    SearchToken.objects.bulk_create(
        token for row in rows for token in indexing.token_rows(row.id, row.content)
    )
    return rows


@acting
def remove_subjects(actor: Actor, dossier_id: UUID, *, now: datetime) -> int:
    """Remove every subject of a dossier and all that was derived from them; return how many."""
    rules.check_may_process(actor)
    rows = Subject.objects.filter(dossier_id=dossier_id)
    count = rows.count()
    rows.delete()
    record(
        actor,
        "subjects.remove_subjects",
        f"dossier:{dossier_id}",
        now=now,
        dossier_id=dossier_id,
        removed=count,
    )
    return count
