"""Closed cases that somebody wants back: one reopened, one refused, one that waits for answers."""

from datetime import timedelta
from uuid import UUID

from wegwijzer.casework import actions, queries
from wegwijzer.cli.demo_world.people import Company
from wegwijzer.kernel.actor import Actor
from wegwijzer.law.reopening import Capacity

WHY = (
    "Er is nieuw bewijs over hetzelfde adres, en zonder de bewaarde gegevens begint alles opnieuw."
)
NOT_YET = "Een lopend onderzoek naar anderen verdraagt dit nu niet."


def make_reopenings(company: Company) -> None:
    """Propose to reopen three closed cases, and answer for who has somebody to speak."""
    for turn, director in enumerate((company["daan"], company["fenna"], company["daan"])):
        row = _without_proposal(company, director)
        if row is not None:
            at = company.now - timedelta(days=6 - turn)
            actions.propose_reopening(director, row, reason=WHY, now=at)
            _answer(company, director, row, turn)


def _without_proposal(company: Company, director: Actor) -> UUID | None:
    rows = queries.list_closed_cases(director, now=company.now).rows
    return next((row.id for row in rows if not row.is_asked), None)


def _answer(company: Company, director: Actor, case: UUID, turn: int) -> None:
    """Let everybody agree to the first; let the second be refused, the third wait for one."""
    given = [
        (actor, voice.capacity)
        for actor in company.actors.values()
        for voice in queries.list_voices_to_give(actor, now=company.now)
        if voice.case_id == case
    ]
    at = company.now - timedelta(days=2)
    done = set()
    for actor, capacity in given:
        key = (actor.participant_id, capacity)
        if key in done or (turn == 2 and actor.participant_id == company.organs["tax"]):
            continue
        done.add(key)
        refuses = turn == 1 and capacity is Capacity.CONSENT
        actions.answer_reopening(
            actor, case, capacity, agrees=not refuses, reason=NOT_YET if refuses else "", now=at
        )
        if refuses:
            return
    page = queries.get_closed_case(director, case, now=company.now)
    if turn == 0 and page.may_carry_out:
        actions.reopen_case(director, case, director_id=director.person_id, now=at)
