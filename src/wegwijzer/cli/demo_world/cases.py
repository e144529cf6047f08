"""Some sixty cases in every state, with requests in all three answers, items and explained hits."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from wegwijzer.casework import actions
from wegwijzer.casework.actions import Needed, Opening, ProvidedItem, Question
from wegwijzer.casework.rules import CaseEvent
from wegwijzer.cli.demo_world.names import as_written_by_another
from wegwijzer.cli.demo_world.people import Company, workday
from wegwijzer.cli.demo_world.reports import Reported, Scene
from wegwijzer.kernel.actor import Actor
from wegwijzer.law.vocabulary import Category, Relation, RequestAnswer, SecrecyGround
from wegwijzer.network.rules import Role
from wegwijzer.subjects.rules import (
    Handling,
    InformationReliability,
    SourceReliability,
    SubjectFacts,
    SubjectKind,
)

HOW_MANY = 60
# What each organ is asked for, and what it then tells.
ASKED: dict[str, tuple[Category, ...]] = {
    "police": (Category.POLICE_WPG_8_13, Category.VEHICLE),
    "tax": (Category.FISCAL, Category.BUSINESS),
    "uwv": (Category.INCOME,),
    "om": (Category.JUDICIAL,),
    "nla": (Category.SUPERVISION_ENFORCEMENT,),
    "executive": (Category.HOUSING_SITUATION, Category.PERMIT_SUBSIDY),
}
TOLD: dict[Category, str] = {
    Category.POLICE_WPG_8_13: "Komt voor in twee registraties als bestuurder van een voertuig.",
    Category.VEHICLE: "Voertuig op naam sinds vorig jaar.",
    Category.FISCAL: "Aangifte over het laatste jaar ontbreekt; ambtshalve aanslag opgelegd.",
    Category.BUSINESS: "Bestuurder van drie vennootschappen op hetzelfde adres.",
    Category.INCOME: "Geen inkomen uit dienstverband bekend.",
    Category.JUDICIAL: "Eén eerdere veroordeling wegens een vermogensdelict.",
    Category.SUPERVISION_ENFORCEMENT: "Bij controle troffen inspecteurs drie mensen zonder papieren.",
    Category.HOUSING_SITUATION: "Op het adres staat niemand ingeschreven; er wonen meer mensen.",
    Category.PERMIT_SUBSIDY: "Aanvraag voor een exploitatievergunning loopt.",
}
SECRECY = {
    Category.POLICE_WPG_8_13: SecrecyGround.POLICE,
    Category.FISCAL: SecrecyGround.TAX,
    Category.BUSINESS: SecrecyGround.TAX,
    Category.JUDICIAL: SecrecyGround.JUDICIAL,
    Category.INCOME: SecrecyGround.SOCIAL,
}
# How far each case gets; the steps are those of the table of states.
ENDS: tuple[tuple[CaseEvent, ...], ...] = (
    (),
    (),
    (CaseEvent.ANALYSE,),
    (CaseEvent.ANALYSE, CaseEvent.CONSULT),
    (CaseEvent.ANALYSE, CaseEvent.CONSULT, CaseEvent.PLAN),
    (CaseEvent.ANALYSE, CaseEvent.CONSULT, CaseEvent.PLAN, CaseEvent.EXECUTE),
    (
        CaseEvent.ANALYSE,
        CaseEvent.CONSULT,
        CaseEvent.PLAN,
        CaseEvent.EXECUTE,
        CaseEvent.ESCALATE,
    ),
    (
        CaseEvent.ANALYSE,
        CaseEvent.CONSULT,
        CaseEvent.PLAN,
        CaseEvent.EXECUTE,
        CaseEvent.EVALUATE,
    ),
    (CaseEvent.ANALYSE, CaseEvent.CONSULT, CaseEvent.NO_CAUSE, CaseEvent.CLOSE),
)
REASONS = {
    CaseEvent.ANALYSE: "De antwoorden zijn binnen; de analist kan aan het werk.",
    CaseEvent.CONSULT: "De analyse is klaar en door een collega nagelezen.",
    CaseEvent.PLAN: "De deelnemers spraken af wie wat doet en wanneer.",
    CaseEvent.EXECUTE: "De controles zijn ingepland en de capaciteit is geregeld.",
    CaseEvent.ESCALATE: "Twee deelnemers hebben op dezelfde dag geen capaciteit.",
    CaseEvent.EVALUATE: "Alle afgesproken interventies zijn afgerond.",
    CaseEvent.NO_CAUSE: "Uit de antwoorden blijkt geen verband met georganiseerde criminaliteit.",
    CaseEvent.CLOSE: "Er is niets meer te doen; de inhoud wordt afgeschermd.",
}


@dataclass(frozen=True, slots=True)
class Plot:
    """A case to make: the signals it starts from, what it is about, and how far it gets."""

    number: int
    signals: tuple[Reported, ...]
    scene: Scene
    at: datetime


def make_cases(company: Company, rng: Random, signals: Iterable[Reported]) -> None:
    """Open the cases, ask and answer, and bring each to its state."""
    by_scene: dict[int, list[Reported]] = defaultdict(list)
    for signal in signals:
        if signal.state == "linked":
            by_scene[id(signal.scene)].append(signal)
    groups = sorted(by_scene.values(), key=lambda group: max(one.at for one in group))
    for number, group in enumerate(groups[-HOW_MANY:]):
        at = workday(max(one.at for one in group) + timedelta(days=6))
        _make(company, rng, Plot(number, tuple(group), group[0].scene, at))


def _make(company: Company, rng: Random, plot: Plot) -> None:
    director = company["daan" if plot.number % 2 else "fenna"]
    organs = _organs(company, plot)
    case = actions.open_case(
        director,
        Opening(
            title=f"{plot.scene.story.title} ({plot.scene.town_name})",
            purpose=f"Vaststellen wie erachter zit en samen ingrijpen. {plot.scene.story.link}",
            signal_ids=tuple(signal.id for signal in plot.signals),
            participants=tuple(
                Needed(actor.participant_id, "Heeft gegevens of een bevoegdheid die nodig is.")
                for actor in organs.values()
            ),
            director_id=director.person_id,
            analyst_ids=(company["sofie"].person_id,),
        ),
        now=plot.at,
    )
    if plot.number % 10 == 9:
        return
    waits = _ask(company, rng, plot, case, organs)
    if not waits:
        _advance(director, case, plot)


def _organs(company: Company, plot: Plot) -> dict[str, Actor]:
    """Return who supplies for each organ of a case: who reported, and some that always know."""
    found: dict[str, Actor] = {}
    wanted = [*plot.scene.story.seen_by, "tax", "police"]
    for kind in dict.fromkeys(wanted):
        organ = f"{kind}-{plot.scene.town}" if kind in ("mayor", "executive") else kind
        actor = company.of_organ(organ, Role.DATA_SUPPLIER)
        if actor is not None:
            found[kind] = actor
    return dict(list(found.items())[:4])


def _ask(company: Company, rng: Random, plot: Plot, case: UUID, organs: dict[str, Actor]) -> bool:
    """Ask each organ for what it knows; return whether an answer is still awaited."""
    director = company["daan" if plot.number % 2 else "fenna"]
    recent = plot.number >= HOW_MANY - 14
    waits = False
    for turn, (kind, supplier) in enumerate(organs.items()):
        categories = ASKED.get(kind, (Category.SUPERVISION_ENFORCEMENT,))
        request = actions.request_data(
            director,
            case,
            Question(
                participant_id=supplier.participant_id,
                categories=frozenset(categories),
                question="Wat is bij u bekend over de betrokkenen en het adres?",
                necessity="Zonder deze gegevens is niet te zien wie de leiding heeft.",
                due_date=company.on(3 + turn * 4).date() if recent else None,
            ),
            now=plot.at + timedelta(hours=2),
        )
        if recent and turn >= 1:
            waits = True
            continue
        _answer(rng, plot, supplier, request, categories)
    return waits


def _answer(
    rng: Random, plot: Plot, supplier: Actor, request: UUID, categories: tuple[Category, ...]
) -> None:
    at, luck = workday(plot.at + timedelta(days=2)), rng.random()
    if luck < 0.1:
        reason = "Het delen zou een lopend onderzoek naar anderen schaden."
        actions.answer_request(supplier, request, RequestAnswer.REFUSED, reason=reason, now=at)
    elif luck < 0.25:
        actions.answer_request(supplier, request, RequestAnswer.NOTHING_HELD, now=at)
    else:
        items = [_item(rng, plot, supplier, category) for category in categories]
        actions.deliver_form(supplier, request, items, now=at)


def _item(rng: Random, plot: Plot, supplier: Actor, category: Category) -> ProvidedItem:
    body = as_written_by_another(plot.scene.body, rng)
    first = (plot.at - timedelta(days=rng.randrange(0, 300))).date()
    in_circle = rng.random() < 0.15
    codes: dict[str, Any] = {
        "source_reliability": rng.choice(list(SourceReliability)),
        "information_reliability": rng.choice(list(InformationReliability)),
        "handling": rng.choice((Handling.H0, Handling.H0, Handling.H1)),
    }
    relation = Relation.CIRCLE if in_circle else Relation.SUBJECT
    link = "medebestuurder" if in_circle else ""
    return ProvidedItem(
        category=category,
        summary=TOLD[category],
        first_processed_date=first,
        secrecy_ground=SECRECY.get(category, SecrecyGround.GENERAL),
        relation=relation,
        circle_link=link,
        criminal_nature=category in (Category.JUDICIAL, Category.POLICE_WPG_8_13),
        subject=SubjectFacts(
            kind=SubjectKind.PERSON,
            source_participant_id=supplier.participant_id,
            first_processed_date=first,
            relation=relation,
            circle_link=link,
            given_names=body.given,
            prefix=body.prefix,
            surname=body.surname,
            birth_date=body.birth_date,
            bsn=body.bsn,
            street=body.street,
            house_number=body.number,
            postcode=body.postcode,
            town=body.city,
            **codes,
        ),
        **codes,
    )


def _advance(director: Actor, case: UUID, plot: Plot) -> None:
    """Take the steps to the state this case gets to, well after the answers came."""
    at = plot.at + timedelta(days=20)
    for step, event in enumerate(ENDS[plot.number % len(ENDS)]):
        actions.advance_case(
            director, case, event, reason=REASONS[event], now=workday(at + timedelta(days=step))
        )
