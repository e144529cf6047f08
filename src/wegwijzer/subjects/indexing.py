"""From facts to the rows that keep and find them."""

import uuid
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from wegwijzer.subjects import crypto
from wegwijzer.subjects.models import SearchToken, Subject
from wegwijzer.subjects.rules import SubjectFacts
from wegwijzer.subjects.rules.facts import content_of
from wegwijzer.subjects.rules.identifiers import is_placeholder
from wegwijzer.subjects.rules.searching import tokens_of


def subject_row(facts: SubjectFacts, *, dossier_id: UUID, now: datetime) -> Subject:
    """Return the row that keeps clean facts; the BSN only sealed and as a blind index."""
    content = content_of(facts)
    bsn = content.pop("bsn", "")
    ref = uuid.uuid4()
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
        bsn_secret=seal_bsn(bsn, ref),
        bsn_index=bsn_index(bsn),
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


def token_rows(subject_id: int, content: dict[str, Any]) -> Iterator[SearchToken]:
    """Yield the tokens by which the subject is found."""
    return (SearchToken(subject_id=subject_id, token=token) for token in tokens_of(content))
