"""Signals for the tests, made by the same actions that users call."""

import dataclasses
from datetime import date
from uuid import UUID

from tests.world import NOW, SYSTEM, World
from wegwijzer.signals import actions
from wegwijzer.signals.actions import Outcome
from wegwijzer.signals.rules import CRITERIA, Decision, RejectionReason, Report, Weight
from wegwijzer.subjects.rules import SubjectFacts, SubjectKind

LONG = "Lang genoeg om te kunnen beoordelen wat er is gezien en waarom dit nodig is."
REPORT = Report(
    title="Autoverhuur zonder klanten",
    description="Een verhuurbedrijf waar alleen 's nachts auto's komen en contant wordt betaald, "
    "steeds door dezelfde mensen.",
    phenomenon="car_trade",
    place="Voorbeeldstad",
    period_from=date(2026, 1, 10),
    ground="Politiewet 2012 art. 3",
    purpose_text="Nodig voor het toezicht op vergunningen en de opsporing van witwassen.",
    organised_crime_text="Wisselende katvangers, contant geld en meerdere bedrijven.",
    source_reliability="B",
    information_reliability="2",
    handling="H0",
)

GROUNDS = {"bob": "Participatiewet art. 7", "dora": "Opiumwet art. 13b"}
ACCEPT = Outcome(decision=Decision.ACCEPTED, reason=LONG, necessity=LONG)


def person(participant: UUID, **content: str) -> SubjectFacts:
    facts = {"given_names": "Bram", "surname": "Voorbeeldman", "birth_date": "1980-05-01"} | content
    return SubjectFacts(
        kind=SubjectKind.PERSON,
        source_participant_id=participant,
        first_processed_date=NOW.date(),
        **facts,
    )


def drafted(world: World, who: str = "alice", **content: str) -> UUID:
    actions.load_phenomena(SYSTEM, now=NOW)
    actor = world.actor(who)
    subjects = [person(actor.participant_id, **content)]
    report = dataclasses.replace(REPORT, ground=GROUNDS.get(who, REPORT.ground))
    return actions.draft_signal(actor, report, subjects=subjects, now=NOW)


def submitted(world: World, who: str = "alice", **content: str) -> UUID:
    signal = drafted(world, who, **content)
    actions.submit_signal(world.actor(who), signal, now=NOW)
    return signal


def in_weighing(world: World, who: str = "alice", **content: str) -> UUID:
    signal = submitted(world, who, **content)
    actions.take_into_weighing(world.actor("dora"), signal, now=NOW)
    return signal


def weighed(world: World, who: str = "alice", **content: str) -> UUID:
    signal = in_weighing(world, who, **content)
    actions.judge_purpose(world.actor("bob"), signal, fits=True, reason=LONG, now=NOW)
    for criterion in CRITERIA:
        actions.judge_criterion(
            world.actor("bob"),
            signal,
            criterion=criterion,
            weight=Weight.NORMAL,
            explanation=LONG,
            now=NOW,
        )
    present = [world.designations["alice"], world.designations["bob"]]
    actions.record_attendance(world.actor("bob"), signal, designation_ids=present, now=NOW)
    return signal


def accepted(world: World, who: str = "alice", **content: str) -> UUID:
    signal = weighed(world, who, **content)
    actions.decide_signal(world.actor("bob"), signal, ACCEPT, now=NOW)
    return signal


def rejected(world: World, who: str = "alice", **content: str) -> UUID:
    signal = weighed(world, who, **content)
    outcome = Outcome(
        decision=Decision.REJECTED, reason=LONG, rejection=RejectionReason.TOO_LITTLE_INFORMATION
    )
    actions.decide_signal(world.actor("bob"), signal, outcome, now=NOW)
    return signal
