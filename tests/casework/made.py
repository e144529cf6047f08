"""Cases for the tests, made by the same actions that users call."""

from uuid import UUID

from tests.signals.made import accepted
from tests.world import NOW, World
from wegwijzer.casework import actions
from wegwijzer.casework.actions import Needed, Opening, ProvidedItem, Question
from wegwijzer.casework.rules import CaseEvent
from wegwijzer.law.vocabulary import Category, SecrecyGround
from wegwijzer.subjects.rules import SubjectFacts, SubjectKind

LONG = "Lang genoeg om te kunnen beoordelen waarom dit voor deze casus nodig is."
TO_CLOSED = (CaseEvent.ANALYSE, CaseEvent.CONSULT, CaseEvent.NO_CAUSE, CaseEvent.CLOSE)


def opening(world: World, signal: UUID, *organs: str, **changed) -> Opening:
    organs = organs or ("police", "executive")
    told = {
        "title": "Autoverhuur zonder klanten",
        "purpose": LONG,
        "signal_ids": (signal,),
        "participants": tuple(Needed(world.participants[organ], LONG) for organ in organs),
        "director_id": world.actor("fons").person_id,
        "analyst_ids": (world.actor("anna").person_id,),
    }
    return Opening(**told | changed)


def opened(world: World, *organs: str, **content: str) -> UUID:
    signal = accepted(world, "alice", **content)
    return actions.open_case(world.actor("dora"), opening(world, signal, *organs), now=NOW)


def question(world: World, organ: str = "executive", *categories: Category, **changed) -> Question:
    told = {
        "participant_id": world.participants[organ],
        "categories": frozenset(categories or {Category.IDENTITY_CONTACT, Category.PERMIT_SUBSIDY}),
        "question": "Welke vergunningen heeft het bedrijf, en op wiens naam?",
        "necessity": LONG,
    }
    return Question(**told | changed)


def asked(world: World, case: UUID, organ: str = "executive", *categories: Category) -> UUID:
    told = question(world, organ, *categories)
    return actions.request_data(world.actor("fons"), case, told, now=NOW)


def item(summary: str = "Vergunning voor autoverhuur, 2024", **changed) -> ProvidedItem:
    told = {
        "category": Category.PERMIT_SUBSIDY,
        "summary": summary,
        "first_processed_date": NOW.date(),
        "secrecy_ground": SecrecyGround.GENERAL,
    }
    return ProvidedItem(**told | changed)


def person(**content: str) -> SubjectFacts:
    told = {"given_names": "Bram", "surname": "Voorbeeldman", "birth_date": "1980-05-01"} | content
    return SubjectFacts(
        kind=SubjectKind.PERSON,
        source_participant_id=UUID(int=0),
        first_processed_date=NOW.date(),
        **told,
    )


def delivered(world: World, case: UUID, who: str = "bob", organ: str = "executive", **changed):
    request = asked(world, case, organ)
    told = item(subject=person(), **changed)
    (ref,) = actions.deliver_form(world.actor(who), request, [told], now=NOW)
    return request, ref


def closed(world):
    """Return a closed case of police and executive, in which the executive supplied an item."""
    case = opened(world)
    _request, ref = delivered(world, case)
    for event in TO_CLOSED:
        actions.advance_case(world.actor("fons"), case, event, reason=LONG, now=NOW)
    return case, ref


def proposed(world):
    case, ref = closed(world)
    actions.propose_reopening(world.actor("fons"), case, reason=LONG, now=NOW)
    return case, ref


def answer(world, case, who, capacity, *, agrees=True, reason=""):
    actions.answer_reopening(
        world.actor(who), case, capacity, agrees=agrees, reason=reason, now=NOW
    )
