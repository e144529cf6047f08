"""From facts to the rows that keep and find them."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.subjects import crypto, records
from wegwijzer.subjects.models import BlockingKey, SearchToken, Statement, Subject
from wegwijzer.subjects.rules import StatementFacts, SubjectFacts, SubjectKind, clean_value
from wegwijzer.subjects.rules.facts import content_of, merged
from wegwijzer.subjects.rules.identifiers import is_placeholder
from wegwijzer.subjects.storing import derive


def subject_row(facts: SubjectFacts, *, dossier_id: UUID, now: datetime) -> Subject:
    """Return the row that keeps clean facts; the BSN only sealed and as a blind index."""
    content = content_of(facts)
    bsn = content.pop("bsn", "")
    ref, index = uuid.uuid4(), bsn_index(bsn)
    return Subject(
        ref=ref,
        dossier_id=dossier_id,
        kind=facts.kind.value,
        role=facts.role.value,
        relation=facts.relation,
        circle_link=facts.circle_link,
        source_id=facts.source_participant_id,
        source_reliability=facts.source_reliability.value,
        information_reliability=facts.information_reliability.value,
        handling=facts.handling.value,
        first_processed_date=facts.first_processed_date,
        content=content,
        record=records.record_of(facts.kind, content, bsn_index=index),
        bsn_secret=seal_bsn(bsn, ref),
        bsn_index=index,
        added_at=now,
    )


def statement_row(
    subject: Subject, facts: StatementFacts, *, actor: Actor, now: datetime
) -> Statement:
    """Return the row that keeps a clean statement; a BSN only sealed."""
    value = clean_value(facts.field, facts.value)
    pk = uuid.uuid4()
    hidden = facts.field == "bsn"
    return Statement(
        id=pk,
        subject=subject,
        field=facts.field,
        value="" if hidden else value,
        secret=seal_bsn(value, pk) if hidden else None,
        source_id=facts.source_participant_id,
        source_reliability=facts.source_reliability.value,
        information_reliability=facts.information_reliability.value,
        handling=facts.handling.value,
        first_processed_date=facts.first_processed_date,
        added_by_id=None if actor.has("system") else actor.person_id,
        added_at=now,
    )


def seal_bsn(bsn: str, ref: UUID) -> bytes | None:
    """Return a BSN that opens only in the row it was sealed for."""
    return crypto.encrypt(bsn.encode(), bound_to=ref.bytes) if bsn else None


def open_bsn(sealed: "bytes | memoryview[int] | None", ref: UUID) -> str:
    """Return the BSN of a row."""
    return crypto.decrypt(bytes(sealed), bound_to=ref.bytes).decode() if sealed else ""


def bsn_index(bsn: str) -> str:
    """Return by what a BSN is found and compared; an example number identifies nobody."""
    return "" if is_placeholder(bsn) else crypto.blind_index(bsn)


def reindex(ids: Iterable[int]) -> None:
    """Derive everything about these subjects anew, from what was told and stated since."""
    rows = list(Subject.objects.filter(id__in=ids))
    stated = defaultdict(list)
    standing = Statement.objects.filter(subject__in=rows, superseded_by=None).order_by("added_at")
    for one in standing:
        stated[one.subject_id].append(one)
    for row in rows:
        _rederive(row, stated[row.id])
    Subject.objects.bulk_update(rows, ["record", "bsn_index"], batch_size=500)
    BlockingKey.objects.filter(subject__in=rows).delete()
    SearchToken.objects.filter(subject__in=rows).delete()
    for row in rows:
        row.content = whole_content(row, stated[row.id])
    derive(rows)


def _rederive(row: Subject, stated: list[Statement]) -> None:
    told = open_bsn(row.bsn_secret, row.ref)
    later = next((open_bsn(one.secret, one.id) for one in reversed(stated) if one.secret), "")
    row.bsn_index = bsn_index(told or later)
    row.record = records.record_of(
        SubjectKind(row.kind), whole_content(row, stated), bsn_index=row.bsn_index
    )


def whole_content(row: Subject, stated: Iterable[Statement]) -> dict[str, Any]:
    """Return what was told about a subject with what was stated since, without the BSN."""
    return merged(row.content, ((one.field, one.value) for one in stated if not one.secret))
