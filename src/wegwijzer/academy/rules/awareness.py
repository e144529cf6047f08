"""Awareness meetings: a municipality asks, its region plans, both tell what came of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.network.rules import MUNICIPAL, MUNICIPAL_ROLES, Role

PLANNERS = frozenset(
    {
        Role.RIEC_HEAD,
        Role.ACCOUNT_MANAGER,
        Role.PORTFOLIO_LEAD,
        Role.LIEC_STAFF,
        Role.TRAINER,
    }
)
# Who of a region can be asked to speak.
SPEAKERS = PLANNERS | {
    Role.SIGNAL_COORDINATOR,
    Role.CASE_DIRECTOR,
    Role.INFORMATION_ANALYST,
    Role.PROJECT_LEAD,
    Role.PRIVACY_OFFICER,
}
# An e-mail address; a number in full; or the short number of a municipality, as 14 0118.
REACH = re.compile(
    r"[^\s@]+@[^\s@.]+(\.[^\s@.]+)+|(\+|\b00|\b0)[1-9]([ ().-]*\d){8,12}\b|\b14 ?0\d{2,3}\b"
)
LONGEST_MINUTES, MOST_PEOPLE, MOST_SPEAKERS = 480, 5_000, 12
MARKS = {
    1: _("Hier had ik niets aan"),
    2: _("Hier had ik weinig aan"),
    3: _("Het ging"),
    4: _("Goed"),
    5: _("Heel goed"),
}


class TargetGroup(StrEnum):
    """For whom a meeting is."""

    COUNCIL = "council"
    EXECUTIVE = "executive"
    COUNTER = "counter"
    INSPECTORS = "inspectors"
    LICENSING = "licensing"
    YOUTH_WORKERS = "youth_workers"
    SCHOOLS = "schools"
    ENTREPRENEURS = "entrepreneurs"
    AGRARIANS = "agrarians"
    HOUSING = "housing"
    RESIDENTS = "residents"
    OTHER = "other"


TARGET_LABELS = {
    TargetGroup.COUNCIL: _("Gemeenteraad"),
    TargetGroup.EXECUTIVE: _("College van burgemeester en wethouders"),
    TargetGroup.COUNTER: _("Medewerkers van balie en burgerzaken"),
    TargetGroup.INSPECTORS: _("Toezichthouders en boa's"),
    TargetGroup.LICENSING: _("Vergunningverleners"),
    TargetGroup.YOUTH_WORKERS: _("Jongerenwerkers"),
    TargetGroup.SCHOOLS: _("Scholen"),
    TargetGroup.ENTREPRENEURS: _("Ondernemers"),
    TargetGroup.AGRARIANS: _("Agrariërs"),
    TargetGroup.HOUSING: _("Woningcorporaties en makelaars"),
    TargetGroup.RESIDENTS: _("Inwoners en verenigingen"),
    TargetGroup.OTHER: _("Een andere groep"),
}


class MeetingState(StrEnum):
    """How far a meeting is."""

    REQUESTED = "requested"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    HELD = "held"
    EVALUATED = "evaluated"
    DECLINED = "declined"
    CANCELLED = "cancelled"


STATE_LABELS = {
    MeetingState.REQUESTED: _("Aangevraagd"),
    MeetingState.PLANNED: _("Datum voorgesteld"),
    MeetingState.CONFIRMED: _("Bevestigd"),
    MeetingState.HELD: _("Gehouden"),
    MeetingState.EVALUATED: _("Geëvalueerd"),
    MeetingState.DECLINED: _("Afgewezen"),
    MeetingState.CANCELLED: _("Afgezegd"),
}
# What the whole network sees: a wish, a proposal or a refusal stays between the two.
SHARED = frozenset({MeetingState.CONFIRMED, MeetingState.HELD, MeetingState.EVALUATED})
TOOK_PLACE = frozenset({MeetingState.HELD, MeetingState.EVALUATED})


class Side(StrEnum):
    """Whose turn it is: who asked, or the region of who asked."""

    MUNICIPALITY = "municipality"
    REGION = "region"


class Step(StrEnum):
    """What somebody does with a meeting."""

    REQUEST = "request"
    CHANGE = "change"
    PLAN = "plan"
    CONFIRM = "confirm"
    ASK_OTHER = "ask_other"
    DECLINE = "decline"
    CANCEL = "cancel"
    HOLD = "hold"
    EVALUATE = "evaluate"


STEP_LABELS = {
    Step.REQUEST: _("Bijeenkomst aangevraagd"),
    Step.CHANGE: _("Aanvraag gewijzigd"),
    Step.PLAN: _("Datum voorgesteld"),
    Step.CONFIRM: _("Datum bevestigd"),
    Step.ASK_OTHER: _("Andere datum gevraagd"),
    Step.DECLINE: _("Aanvraag afgewezen"),
    Step.CANCEL: _("Bijeenkomst afgezegd"),
    Step.HOLD: _("Opkomst genoteerd"),
    Step.EVALUATE: _("Evaluatie ingevuld"),
}
BOTH = frozenset(Side)
ONLY_REGION, ONLY_MUNICIPALITY = frozenset({Side.REGION}), frozenset({Side.MUNICIPALITY})
_S = MeetingState
# From which states, to which, and by which side: the whole life of a meeting.
TABLE: Mapping[Step, tuple[frozenset[MeetingState], MeetingState, frozenset[Side]]] = {
    Step.CHANGE: (frozenset({_S.REQUESTED}), _S.REQUESTED, ONLY_MUNICIPALITY),
    Step.PLAN: (frozenset({_S.REQUESTED, _S.PLANNED, _S.CONFIRMED}), _S.PLANNED, ONLY_REGION),
    Step.DECLINE: (frozenset({_S.REQUESTED}), _S.DECLINED, ONLY_REGION),
    Step.CONFIRM: (frozenset({_S.PLANNED}), _S.CONFIRMED, ONLY_MUNICIPALITY),
    Step.ASK_OTHER: (frozenset({_S.PLANNED, _S.CONFIRMED}), _S.REQUESTED, ONLY_MUNICIPALITY),
    Step.CANCEL: (frozenset({_S.REQUESTED, _S.PLANNED, _S.CONFIRMED}), _S.CANCELLED, BOTH),
    Step.HOLD: (frozenset({_S.CONFIRMED, _S.HELD}), _S.HELD, BOTH),
    Step.EVALUATE: (frozenset({_S.HELD}), _S.EVALUATED, BOTH),
}
# The steps that mean nothing to the other side without words.
NEED_WORDS = {
    Step.DECLINE: _("Schrijf op waarom de bijeenkomst niet kan, en wat wel kan."),
    Step.CANCEL: _("Schrijf op waarom de bijeenkomst niet doorgaat."),
    Step.ASK_OTHER: _("Schrijf op wanneer het wel kan."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a municipality asks for."""

    target_group: TargetGroup
    subject: str
    phenomenon: str = ""
    goal: str = ""
    wished_from: date
    wished_until: date
    people: int
    place: str
    contact_name: str
    contact_reach: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Material to read or to show."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """When and where a meeting is, who speaks, and with what; speakers by id, guests by name."""

    day: date
    begins: time
    minutes: int
    place: str
    speakers: tuple[UUID, ...] = ()
    guests: tuple[str, ...] = ()
    materials: tuple[Link, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How those who were there judged it, counted by mark, and what was learned."""

    marks: Mapping[int, int]
    learned: str


def may_request(actor: Actor) -> bool:
    """Return whether the actor asks for meetings on behalf of a municipality."""
    return actor.participant_kind in MUNICIPAL and actor.has(*MUNICIPAL_ROLES)


def is_planner(actor: Actor) -> bool:
    """Return whether the actor plans the meetings of a region."""
    return actor.has(*PLANNERS)


def check_requester(actor: Actor) -> None:
    """Refuse who does not work for a municipality."""
    if not may_request(actor):
        raise NotAllowed(
            _("Een gemeente vraagt een bijeenkomst aan. Vraag het uw contactpersoon daar.")
        )


def may_step(state: MeetingState, step: Step, sides: frozenset[Side]) -> bool:
    """Return whether one of these sides may take the step from this state."""
    if step not in TABLE:
        return False
    froms, _to, whose = TABLE[step]
    return state in froms and not whose.isdisjoint(sides)


def check_step(state: MeetingState, step: Step, sides: frozenset[Side]) -> MeetingState:
    """Return the state after a step; refuse one that is another's, or that comes too late."""
    froms, to, whose = TABLE[step]
    if whose.isdisjoint(sides):
        if whose == ONLY_REGION:
            raise NotAllowed(_("Dit doet de regio van de gemeente. Neem contact op met haar RIEC."))
        if whose == ONLY_MUNICIPALITY:
            raise NotAllowed(_("Dit doet de gemeente die de bijeenkomst aanvroeg."))
        raise NotAllowed(_("Dit doen de gemeente en haar regio."))
    if state not in froms:
        raise Conflict(
            _("De bijeenkomst is inmiddels verder of gestopt. Bekijk de pagina opnieuw.")
        )
    return to


def check_words(step: Step, words: str) -> None:
    """Refuse a step that needs a reason and has none."""
    if step in NEED_WORDS and not words.strip():
        raise Invalid(NEED_WORDS[step], field="words")


def check_wish(wish: Wish, *, today: date) -> None:
    """Refuse a wish that no region could plan."""
    for field, refusal in (
        ("subject", _("Schrijf op waar de bijeenkomst over gaat.")),
        ("place", _("Noem de plaats, of schrijf: online.")),
        ("contact_name", _("Noem wie de regio kan bellen of mailen.")),
        ("contact_reach", _("Geef een telefoonnummer of e-mailadres van uw contactpersoon.")),
    ):
        if not getattr(wish, field).strip():
            raise Invalid(refusal, field=field)
    if not REACH.search(wish.contact_reach):
        raise Invalid(
            _("Geef een heel telefoonnummer (06 12 34 56 78) of e-mailadres (naam@gemeente.nl)."),
            field="contact_reach",
        )
    if wish.wished_until < wish.wished_from:
        raise Invalid(
            _("De laatste dag ligt vóór de eerste. Kies een latere."), field="wished_until"
        )
    if wish.wished_until < today:
        raise Invalid(_("Deze periode is al voorbij. Kies een latere."), field="wished_until")
    if not 1 <= wish.people <= MOST_PEOPLE:
        raise Invalid(_("Een bijeenkomst is voor 1 tot 5000 mensen."), field="people")


def is_outside(wished_from: date, wished_until: date, day: date) -> bool:
    """Return whether a day lies outside the period that was asked for."""
    return not wished_from <= day <= wished_until


def check_plan(plan: Plan, wished: tuple[date, date], *, today: date) -> None:
    """Refuse a plan that has passed, that nobody speaks at, or that differs without a word."""
    if plan.day < today:
        raise Invalid(_("Deze dag is voorbij. Kies een dag die komt."), field="day")
    if not 15 <= plan.minutes <= LONGEST_MINUTES:
        raise Invalid(_("Een bijeenkomst duurt 15 tot 480 minuten."), field="minutes")
    if not plan.place.strip():
        raise Invalid(_("Noem de plaats, of schrijf: online."), field="place")
    if not 1 <= len(plan.speakers) + len(plan.guests) <= MOST_SPEAKERS:
        raise Invalid(_("Kies 1 tot 12 sprekers."), field="speakers")
    if is_outside(*wished, plan.day) and not plan.words.strip():
        raise Invalid(
            _("Deze dag valt buiten de periode die de gemeente vroeg. Schrijf op waarom."),
            field="words",
        )
    _check_links(plan.materials)


def _check_links(links: tuple[Link, ...]) -> None:
    for one in links:
        if not one.label.strip() or not one.url.startswith(("https://", "http://")):
            raise Invalid(
                _("Schrijf elk materiaal op een eigen regel: eerst de naam, dan de link."),
                field="materials",
            )


def check_held(day: date | None, attended: int, *, today: date) -> None:
    """Refuse an attendance before the day, or one that cannot be."""
    if day is None or day > today:
        raise Conflict(_("De bijeenkomst is nog niet geweest. Noteer de opkomst daarna."))
    if not 0 <= attended <= MOST_PEOPLE:
        raise Invalid(_("Noem hoeveel mensen er waren: 0 tot 5000."), field="attended")


def check_outcome(outcome: Outcome, attended: int) -> None:
    """Refuse an evaluation that says nothing, or with more answers than people."""
    if set(outcome.marks) - set(MARKS) or any(number < 0 for number in outcome.marks.values()):
        raise Invalid(_("Vul per oordeel een aantal in, vanaf 0."))
    if sum(outcome.marks.values()) > attended:
        raise Invalid(
            _("Er zijn meer oordelen dan aanwezigen. Er waren %(attended)s mensen."),
            attended=attended,
        )
    if not outcome.learned.strip():
        raise Invalid(_("Schrijf op wat de deelnemers of u ervan leerden."), field="learned")


def average(marks: Mapping[int, int]) -> float | None:
    """Return the mean mark, or None when nobody answered."""
    answers = sum(marks.values())
    return sum(mark * number for mark, number in marks.items()) / answers if answers else None


def check_follow_up(state: MeetingState, what: str, who: str) -> None:
    """Refuse an agreement before the meeting, or one that nobody will keep."""
    if state not in TOOK_PLACE:
        raise Conflict(_("Leg afspraken vast als de bijeenkomst is geweest."))
    if not what.strip():
        raise Invalid(_("Schrijf op wat er is afgesproken."), field="what")
    if not who.strip():
        raise Invalid(_("Schrijf op wie het doet."), field="who")
