"""Asking a participant for data, and the answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from wegwijzer.kernel.errors import Conflict, Invalid
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.law.conditions import written
from wegwijzer.law.parameters import REQUEST_DAYS
from wegwijzer.law.vocabulary import Category, RequestAnswer


class RequestStatus(StrEnum):
    """Where a request stands: asked, or one of the three lawful answers. Bron: Wgs art. 1.5."""

    ASKED = "asked"
    PROVIDED = "provided"
    NOTHING_HELD = "nothing_held"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


STATUS_LABELS = {
    RequestStatus.ASKED: _("Wacht op antwoord"),
    RequestStatus.PROVIDED: _("Verstrekt"),
    RequestStatus.NOTHING_HELD: _("Niets voorhanden"),
    RequestStatus.REFUSED: _("Geweigerd"),
    RequestStatus.WITHDRAWN: _("Ingetrokken"),
}
STATUS_AFTER = {answer: RequestStatus(answer.value) for answer in RequestAnswer}
# Data may still come after each of these; a request that was withdrawn takes none.
TAKES_DATA = frozenset(RequestStatus) - {RequestStatus.WITHDRAWN}
LONGEST_QUESTION = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of one participant, and why. Bron: Wgs art. 1.5 lid 1 en 2.23 lid 4."""

    participant_id: UUID
    categories: frozenset[Category]
    question: str
    necessity: str
    due_date: date | None = None


def due_date_of(question: Question, *, today: date) -> date:
    """Return until when an answer may take, or refuse a day that has passed."""
    due = question.due_date or today + timedelta(days=REQUEST_DAYS.value)
    if due < today:
        raise Invalid(_("De termijn ligt in het verleden. Kies een latere dag."), field="due_date")
    return due


def check_question(question: Question) -> None:
    """Refuse a request that does not say what is asked."""
    if not written(question.question):
        raise Invalid(_("Schrijf in een zin wat u wilt weten."), field="question")
    for field in ("question", "necessity"):
        if len(getattr(question, field)) > LONGEST_QUESTION:
            raise Invalid(
                _("Deze tekst is te lang. Gebruik ten hoogste %(most)s tekens."),
                field=field,
                most=LONGEST_QUESTION,
            )


def check_takes_answer(status: RequestStatus) -> None:
    """Refuse an answer to a request that was answered or withdrawn."""
    if status is not RequestStatus.ASKED:
        raise Conflict(_("Dit verzoek is al beantwoord of ingetrokken. Ververs de pagina."))


def check_takes_data(status: RequestStatus) -> None:
    """Refuse data for a request that was withdrawn."""
    if status not in TAKES_DATA:
        raise Conflict(_("Dit verzoek is ingetrokken. Er kan niets meer worden geleverd."))


def is_overdue(status: RequestStatus, due: date, *, today: date) -> bool:
    """Return whether an answer is late. Bron: Wgs art. 1.5 lid 1."""
    return status is RequestStatus.ASKED and due < today


def count_waiting(requests: Iterable[tuple[RequestStatus, date]], *, today: date) -> int:
    """Return how many requests still wait within their term."""
    return sum(
        status is RequestStatus.ASKED and not is_overdue(status, due, today=today)
        for status, due in requests
    )
