"""Some three hundred signals in every state; the same people return under other spellings."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from wegwijzer.cli.demo_world.cast import TOWNS
from wegwijzer.cli.demo_world.names import (
    Body,
    Firm,
    as_written_by_another,
    make_body,
    make_firm,
)
from wegwijzer.cli.demo_world.people import Company, workday
from wegwijzer.cli.demo_world.stories import NUISANCES, STORIES, STREETS, Story
from wegwijzer.kernel.actor import Actor
from wegwijzer.law.vocabulary import ORGANS as ORGAN_FACTS
from wegwijzer.law.vocabulary import Criterion, ParticipantKind
from wegwijzer.network.rules import Role
from wegwijzer.signals import actions
from wegwijzer.signals.actions import Outcome
from wegwijzer.signals.rules import Decision, RejectionReason, Report, Weight
from wegwijzer.subjects.rules import (
    Handling,
    InformationReliability,
    SourceReliability,
    SubjectFacts,
    SubjectKind,
    SubjectRole,
)

HOW_MANY = 320
TABLE = ("bram", "sanne", "amina", "joost")
PRIORITY = "Het gaat om een vorm van criminaliteit waar de regio prioriteit aan geeft."
WHY = {
    Criterion.TYPE: (Weight.NORMAL, PRIORITY),
    Criterion.NUMBER: (
        Weight.NORMAL, "Er is meer dan één aanwijzing over dezelfde personen of hetzelfde adres."
    ),
    Criterion.WEIGHT: (
        Weight.HEAVY, "De schade is groot en één ingreep van één deelnemer is niet genoeg."
    ),
    Criterion.MATCHES: (
        Weight.NORMAL, "Wat wordt gemeld past bij wat andere deelnemers zien; de band is aannemelijk."
    ),
}  # fmt: skip
# Why the table does not take a signal up together.
WHY_NOT = {
    Criterion.TYPE: (Weight.NORMAL, PRIORITY),
    Criterion.NUMBER: (Weight.LIGHT, "Er is tot nu toe één aanwijzing, over één plek."),
    Criterion.WEIGHT: (Weight.LIGHT, "De schade is beperkt en een gewone ingreep volstaat."),
    Criterion.MATCHES: (Weight.LIGHT, "De andere deelnemers kennen de betrokkenen niet."),
}


@dataclass(frozen=True, slots=True)
class Scene:
    """The people, firm and place that come back in several signals."""

    story: Story
    body: Body
    firm: Firm
    town: str
    town_name: str


@dataclass(frozen=True, slots=True)
class Reported:
    """A signal that was made, and how far it got."""

    id: UUID
    scene: Scene
    reporter: Actor
    state: str
    at: datetime


def make_scenes(rng: Random, count: int) -> list[Scene]:
    """Make up the scenes that signals are about."""
    scenes = []
    for number in range(count):
        key, name, _code = TOWNS[number % len(TOWNS)]
        body = make_body(rng, rng.choice(STREETS), name)
        scenes.append(Scene(STORIES[number % len(STORIES)], body, make_firm(rng, body), key, name))
    return scenes


def make_signals(company: Company, rng: Random) -> list[Reported]:
    """Report the signals and bring each to the state that its turn gives it."""
    scenes = make_scenes(rng, HOW_MANY // 3)
    made = []
    for number in range(HOW_MANY):
        scene = scenes[number % len(scenes)]
        at = workday(company.now - _age(HOW_MANY - number), back=True)
        at = at.replace(hour=8 + number % 9, minute=number * 7 % 60)
        made.append(_report(company, rng, scene, at, _state(number)))
    return made


def _age(place: int) -> timedelta:
    """Return how old the signal is that many came after: more are reported than two years ago."""
    return timedelta(days=5 + place * 0.55 + place**2 * 0.0045)


# Of every twenty signals, so many end in each state.
STATES = (
    *("linked",) * 6, *("accepted",) * 2, *("weighing",) * 3, *("submitted",) * 3,
    *("rejected",) * 2, "referred", "returned", "draft", "outside",
)  # fmt: skip


UNDER_WAY = {
    "weighing": "linked",
    "submitted": "rejected",
    "returned": "outside",
    "draft": "linked",
}
RECENT, YOUNG = 90, 20


def _state(number: int) -> str:
    """Return how far a signal gets; recent ones are still under way, young ones in no case yet."""
    state = STATES[(number * 7) % len(STATES)]
    if state == "linked" and number > HOW_MANY - YOUNG:
        return "accepted"
    return state if number > HOW_MANY - RECENT else UNDER_WAY.get(state, state)


def _report(company: Company, rng: Random, scene: Scene, at: datetime, state: str) -> Reported:
    reporter = _reporter(company, rng, scene)
    same = rng.random() < 0.4
    body = scene.body if same else as_written_by_another(scene.body, rng)
    story = rng.choice(NUISANCES) if state == "outside" else scene.story
    told = Report(
        title=story.title,
        description=f"{story.text} Het speelt op {body.street} in {scene.town_name}.",
        phenomenon=story.phenomenon,
        place=f"{body.street}, {scene.town_name}",
        municipality_code=next(code for key, _name, code in TOWNS if key == scene.town),
        period_from=(at - timedelta(days=rng.randrange(20, 200))).date(),
        period_to=at.date(),
        ground=ORGAN_FACTS[ParticipantKind(reporter.participant_kind)].grounds[0],
        purpose_text="Toezicht en handhaving samen; één deelnemer alleen komt niet verder.",
        organised_crime_text=story.link,
        interventions_text=rng.choice(("", "Eén controle, zonder resultaat.", "Last opgelegd.")),
        source_reliability=rng.choice(("A", "B", "B", "C", "X")),
        information_reliability=rng.choice(("1", "2", "2", "3", "4")),
        handling=rng.choice(("H0", "H0", "H1", "H2")),
    )
    subjects = tuple(_subjects(scene, story, body, reporter, told, at))
    signal = actions.draft_signal(reporter, told, subjects=subjects, now=at)
    _bring(company, signal, reporter, state, at)
    return Reported(signal, scene, reporter, state, at)


def _reporter(company: Company, rng: Random, scene: Scene) -> Actor:
    kinds = rng.sample(scene.story.seen_by, len(scene.story.seen_by))
    for kind in kinds:
        organ = f"{kind}-{scene.town}" if kind in ("mayor", "executive") else kind
        found = company.of_organ(organ, Role.PARTNER_REPORTER)
        if found is not None:
            return found
    return company["sanne"]


def _subjects(
    scene: Scene, story: Story, body: Body, reporter: Actor, told: Report, at: datetime
) -> list[SubjectFacts]:
    start: dict[str, Any] = {
        "source_participant_id": reporter.participant_id,
        "first_processed_date": at.date(),
        "source_reliability": SourceReliability(told.source_reliability),
        "information_reliability": InformationReliability(told.information_reliability),
        "handling": Handling(told.handling),
    }
    makers = {
        "person": lambda: _person(body, start),
        "victim": lambda: _victim(body, start),
        "organisation": lambda: _organisation(scene.firm, start),
        "address": lambda: _address(body, start),
        "vehicle": lambda: SubjectFacts(kind=SubjectKind.VEHICLE, plate=body.kenteken, **start),
        "phone": lambda: SubjectFacts(kind=SubjectKind.PHONE, phones=(scene.body.phone,), **start),
        "bank_account": lambda: SubjectFacts(kind=SubjectKind.ACCOUNT, ibans=(body.iban,), **start),
    }
    return [makers[what]() for what in story.about]


def _person(body: Body, start: dict[str, Any]) -> SubjectFacts:
    return SubjectFacts(
        kind=SubjectKind.PERSON,
        given_names=body.given,
        prefix=body.prefix,
        surname=body.surname,
        birth_date=body.birth_date,
        bsn=body.bsn,
        phones=(body.phone,) if body.phone else (),
        street=body.street,
        house_number=body.number,
        postcode=body.postcode,
        town=body.city,
        **start,
    )


def _victim(body: Body, start: dict[str, Any]) -> SubjectFacts:
    return SubjectFacts(
        kind=SubjectKind.PERSON,
        role=SubjectRole.VICTIM,
        call_name="Onbekend",
        nationality="onbekend",
        town=body.city,
        **start,
    )


def _organisation(firm: Firm, start: dict[str, Any]) -> SubjectFacts:
    return SubjectFacts(
        kind=SubjectKind.ORGANISATION,
        name=f"{firm.name} {firm.form}".strip(),
        legal_form=firm.form,
        kvk=firm.kvk,
        street=firm.street,
        house_number=firm.number,
        postcode=firm.postcode,
        town=firm.city,
        **start,
    )


def _address(body: Body, start: dict[str, Any]) -> SubjectFacts:
    return SubjectFacts(
        kind=SubjectKind.ADDRESS,
        street=body.street,
        house_number=body.number,
        postcode=body.postcode,
        town=body.city,
        **start,
    )


def _bring(company: Company, signal: UUID, reporter: Actor, state: str, at: datetime) -> None:
    """Take a signal as far as its state."""
    if state == "draft":
        return
    actions.submit_signal(reporter, signal, now=at + timedelta(hours=1))
    coordinator, later = company["marit"], workday(at + timedelta(days=1))
    if state == "returned":
        why = "De periode en de bron zijn nog niet duidelijk; vul die aan en dien opnieuw in."
        actions.return_signal(coordinator, signal, reason=why, now=later)
    if state in ("submitted", "returned"):
        return
    actions.take_into_weighing(coordinator, signal, now=later)
    if state != "weighing":
        _weigh(company, signal, state, workday(at + timedelta(days=3)))


def _weigh(company: Company, signal: UUID, state: str, at: datetime) -> None:
    table = [company[key] for key in TABLE]
    actions.record_attendance(
        table[0], signal, designation_ids=[a.designation_id for a in table if a.designation_id],
        now=at,
    )  # fmt: skip
    fits = state != "outside"
    why = "Past bij het doel: handhaving tegen georganiseerde criminaliteit." if fits else (
        "Het gaat om overlast zonder aanwijzing voor georganiseerde criminaliteit."
    )  # fmt: skip
    actions.judge_purpose(table[1], signal, fits=fits, reason=why, now=at)
    if not fits:
        return
    reasons = WHY_NOT if state in ("rejected", "referred") else WHY
    for turn, (criterion, (weight, text)) in enumerate(reasons.items()):
        actions.judge_criterion(
            table[turn % len(table)], signal, criterion=criterion,
            weight=weight, explanation=text, now=at,
        )  # fmt: skip
    actions.decide_signal(table[0], signal, _outcome(state), now=at + timedelta(hours=1))


def _outcome(state: str) -> Outcome:
    if state == "rejected":
        return Outcome(
            decision=Decision.REJECTED,
            reason="Eén deelnemer kan dit met de eigen bevoegdheid afdoen.",
            rejection=RejectionReason.SINGLE_PARTNER_MATTER,
        )
    if state == "referred":
        return Outcome(
            decision=Decision.REFERRED,
            reason="Het zorg- en veiligheidshuis is hiervoor de aangewezen plek.",
            referred_to="Zorg- en Veiligheidshuis Zomerland",
        )
    return Outcome(
        decision=Decision.ACCEPTED,
        reason="De aanwijzingen zijn duidelijk en meer deelnemers zijn nodig.",
        necessity="Alleen samen is te zien wie erachter zit; geen deelnemer heeft het hele beeld.",
    )
