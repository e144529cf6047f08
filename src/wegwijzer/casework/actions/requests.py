"""Ask participants for data, and answer. Bron: Wgs art. 1.5 lid 1 en 2.23 lid 4 en 6."""

from datetime import datetime
from uuid import UUID, uuid4

from wegwijzer.casework import rules
from wegwijzer.casework.gate import Entered, check_works, enter, enter_request, enter_to_supply
from wegwijzer.casework.models import DataRequest, Item
from wegwijzer.casework.rows import decide, move_to
from wegwijzer.casework.rules import CaseEvent, Question, RequestStatus
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import check
from wegwijzer.law.requests import RequestFacts, may_answer_request, may_request_data
from wegwijzer.law.vocabulary import Phase, RequestAnswer
from wegwijzer.logbook.actions import acting, record


@acting
def request_data(actor: Actor, case_id: UUID, question: Question, *, now: datetime) -> UUID:
    """Ask one involved participant for the data that a case needs, and return the request.

    The first request sets the activity going. Bron: Wgs art. 1.5 lid 1 en 2.23 lid 4 tot 6.
    """
    entered = enter(actor, case_id, on=now.date(), to_change=True)
    check_works(entered)
    step = rules.find_step(entered.status, CaseEvent.REQUEST)
    _check_lawful(entered, question, rules.phase_of(step.target))
    rules.check_question(question)
    request = DataRequest(
        id=uuid4(),
        case=entered.case,
        participant_id=question.participant_id,
        categories=sorted(question.categories),
        question=question.question.strip(),
        necessity=question.necessity.strip(),
        due_date=rules.due_date_of(question, today=now.date()),
        status=RequestStatus.ASKED,
        asked_by_id=actor.person_id,
        asked_at=now,
    )
    request.save(force_insert=True)
    if step.target is not entered.status:
        decide(actor, entered.case, step.event, target=step.target, reason=step.guard, now=now)
    move_to(entered.case, step.target, now)
    record(
        actor,
        "casework.request_data",
        f"request:{request.id}",
        now=now,
        dossier_id=case_id,
        participant=question.participant_id,
        categories=request.categories,
    )
    return request.id


def _check_lawful(entered: Entered, question: Question, phase: Phase) -> None:
    check(
        may_request_data(
            RequestFacts(
                entered.activity,
                phase,
                entered.case.purpose_text,
                question.participant_id,
                entered.participants,
                question.categories,
                question.necessity,
            )
        )
    )


@acting
def answer_request(
    actor: Actor, request_id: UUID, answer: RequestAnswer, *, reason: str = "", now: datetime
) -> None:
    """Answer for the own participant: provided, nothing held, or refused for weighty reasons.

    The reasons stay with the participant; the others see that it refused. Bron: Wgs art. 1.5 lid 1.
    """
    entered, request = enter_to_supply(actor, request_id, on=now.date(), to_change=True)
    rules.check_takes_answer(RequestStatus(request.status))
    delivered = Item.objects.filter(request=request, published=True, withdrawn_at=None).exists()
    check(
        may_answer_request(
            answer, is_asked_participant=True, weighty_reasons=reason, delivered=delivered
        )
    )
    request.status = rules.STATUS_AFTER[answer]
    request.reason = reason.strip() if answer is RequestAnswer.REFUSED else ""
    request.answered_by_id, request.answered_at = actor.person_id, now
    request.save(update_fields=["status", "reason", "answered_by", "answered_at"])
    record(
        actor,
        "casework.answer_request",
        f"request:{request.id}",
        now=now,
        dossier_id=entered.case.id,
        answer=answer,
    )


@acting
def withdraw_request(actor: Actor, request_id: UUID, *, now: datetime) -> None:
    """Withdraw a request that is no longer necessary; nothing can be delivered for it any more."""
    entered, request = enter_request(actor, request_id, on=now.date(), to_change=True)
    check_works(entered)
    rules.check_takes_answer(RequestStatus(request.status))
    request.status = RequestStatus.WITHDRAWN
    request.save(update_fields=["status"])
    record(
        actor,
        "casework.withdraw_request",
        f"request:{request.id}",
        now=now,
        dossier_id=entered.case.id,
    )
