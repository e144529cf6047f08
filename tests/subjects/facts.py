"""Facts to test with: synthetic people with numbers of the test range."""

from datetime import date
from typing import Any
from uuid import UUID

from wegwijzer.subjects.rules import SubjectFacts, SubjectKind

BSN = "999990019"
OTHER_BSN = "999990020"


def person(source: UUID, **content: Any) -> SubjectFacts:
    """Return facts about a person; what is not said is left out."""
    told = {
        "given_names": "Willem",
        "prefix": "van der",
        "surname": "Testberg",
        "birth_date": "12-05-1980",
    } | content
    return facts(SubjectKind.PERSON, source, **told)


def facts(kind: SubjectKind, source: UUID, **content: Any) -> SubjectFacts:
    """Return facts of a kind."""
    told: dict[str, Any] = {"first_processed_date": date(2026, 3, 1)} | content
    return SubjectFacts(kind=kind, source_participant_id=source, **told)
