"""Awareness meetings in the demo world: three years of evenings, and one at each step today."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random
from uuid import UUID

from wegwijzer.academy.actions import awareness as actions
from wegwijzer.academy.rules.awareness import Link, Outcome, Plan, TargetGroup, Wish
from wegwijzer.cli.demo_world.people import Company


@dataclass(frozen=True, slots=True)
class Scene:
    """What somebody asks for, and how many days from today the meeting is."""

    who: str
    days: int
    target_group: TargetGroup
    subject: str
    people: int = 20


ASKS = (
    (TargetGroup.COUNCIL, "Wat een raadslid kan zien van ondermijning"),
    (TargetGroup.COUNTER, "Signalen aan de balie: wat valt op en waar meldt u het"),
    (TargetGroup.INSPECTORS, "Met open ogen op het bedrijventerrein"),
    (TargetGroup.LICENSING, "Een vergunning als dekmantel: vragen die helpen"),
    (TargetGroup.YOUTH_WORKERS, "Snel geld: jongeren die worden geworven"),
    (TargetGroup.ENTREPRENEURS, "Wie huurt uw loods?"),
    (TargetGroup.AGRARIANS, "Veilig buitengebied: lege schuren en vreemde vragen"),
)
ASKERS = ("henk", "sjors", "omar", "piotr", "teun", "esther", "carla")
LEARNED = (
    "Niemand wist dat een melding ook zonder bewijs mag.",
    "De balie wil een vaste collega om mee te overleggen.",
    "Ondernemers willen weten wat er met hun melding gebeurt.",
)
AGREED = ("Meldpunt op intranet zetten", "Over een half jaar terugkomen", "Meldkaart bij de balie")
WAITING = (
    Scene("sjors", 30, TargetGroup.COUNTER, "Signalen aan de balie, vervolg"),
    Scene("teun", 45, TargetGroup.AGRARIANS, "Buitengebied: wat ziet de boer", 60),
)
PROPOSED = Scene("henk", 24, TargetGroup.EXECUTIVE, "Het college aan het woord", 8)
AGREED_ON = Scene("omar", 16, TargetGroup.ENTREPRENEURS, "Weerbare ondernemers", 80)
NOT_TOLD = Scene("esther", -3, TargetGroup.INSPECTORS, "Toezicht met open ogen", 14)


def make_awareness(company: Company, rng: Random) -> None:
    """Hold a meeting about every three weeks, and leave some waiting at each step."""
    for number, days in enumerate(range(-800, -10, 24)):
        group, subject = ASKS[number % len(ASKS)]
        scene = Scene(ASKERS[number % len(ASKERS)], days, group, subject, rng.randint(8, 60))
        _evaluated(company, scene, number, rng)
    for scene in WAITING:
        _requested(company, scene)
    _planned(company, PROPOSED)
    _confirmed(company, AGREED_ON)
    _confirmed(company, NOT_TOLD)
    declined = _requested(
        company, Scene("piotr", 5, TargetGroup.SCHOOLS, "Gastles op de middelbare school", 120)
    )
    actions.decline_meeting(
        company["hanna"], declined, now=company.now,
        words="Op zo korte termijn lukt het niet. In het voorjaar komen wij graag.",
    )  # fmt: skip


def _day(company: Company, scene: Scene) -> date:
    return company.on(scene.days).date()


def _requested(company: Company, scene: Scene) -> UUID:
    who, day = company[scene.who], _day(company, scene)
    wish = Wish(
        target_group=scene.target_group,
        subject=scene.subject,
        goal="Weten waar het aan te herkennen is, en waar u het meldt.",
        wished_from=day - timedelta(days=7),
        wished_until=day + timedelta(days=14),
        people=scene.people,
        place="Gemeentehuis",
        contact_name=who.name,
        contact_reach="veiligheid@gemeente.example",
    )
    asked = min(company.now, company.now + timedelta(days=scene.days - 50))
    return actions.request_meeting(who, wish, now=asked)


def _planned(company: Company, scene: Scene) -> UUID:
    meeting, olga = _requested(company, scene), company["olga"]
    plan = Plan(
        day=_day(company, scene),
        begins=time(19, 30),
        minutes=90,
        place="Gemeentehuis",
        speakers=(olga.person_id,),
        guests=("Een wijkagent",),
        materials=(Link(label="Over het RIEC-LIEC", url="https://www.riec.nl/"),),
    )
    actions.plan_meeting(olga, meeting, plan, now=company.now + timedelta(days=scene.days - 40))
    return meeting


def _confirmed(company: Company, scene: Scene) -> UUID:
    meeting = _planned(company, scene)
    at = company.now + timedelta(days=scene.days - 38)
    actions.confirm_meeting(company[scene.who], meeting, now=at)
    return meeting


def _evaluated(company: Company, scene: Scene, number: int, rng: Random) -> None:
    meeting, who = _confirmed(company, scene), company[scene.who]
    after = company.on(scene.days + 1)
    came = max(5, scene.people - rng.randint(0, 6))
    actions.hold_meeting(who, meeting, attended=came, now=after)
    good, fair = came // 2, came // 4
    marks = {5: came - good - fair, 4: good, 3: fair}
    outcome = Outcome(marks=marks, learned=LEARNED[number % len(LEARNED)])
    actions.evaluate_meeting(who, meeting, outcome, now=after)
    if number % 3 == 0:
        actions.agree_follow_up(
            who, meeting, what=AGREED[number % len(AGREED)], who=who.name,
            due_date=company.on(20 - number).date(), now=after,
        )  # fmt: skip
