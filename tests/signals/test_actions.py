"""From report to decision: who may, when, and what is kept."""

import dataclasses
from datetime import date, timedelta

import pytest

from tests.signals import made
from tests.signals.made import ACCEPT, LONG, REPORT
from tests.world import NOW, SYSTEM, make_person
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.logbook.queries import list_dossier_lines
from wegwijzer.network.rules import Role
from wegwijzer.signals import actions, rules
from wegwijzer.signals.actions import Outcome
from wegwijzer.signals.models import Signal
from wegwijzer.signals.rules import Decision, Status, Weight
from wegwijzer.subjects.queries import list_subjects


def status_of(signal) -> Status:
    return Status(Signal.objects.get(id=signal).status)


def test_a_signal_goes_from_report_to_accepted(world):
    signal = made.accepted(world)

    row = Signal.objects.get(id=signal)
    assert row.number == "ON-2026-0001"
    assert row.status == Status.ACCEPTED
    assert row.weighed_at == NOW
    assert len(list_subjects(world.actor("alice"), signal)) == 1


def test_every_step_leaves_a_line_in_the_logbook(world):
    signal = made.accepted(world)

    acts = {line.act for line in list_dossier_lines(world.actor("alice"), signal)}

    assert acts >= {
        "signals.draft_signal",
        "signals.submit_signal",
        "signals.take_into_weighing",
        "signals.judge_purpose",
        "signals.judge_criterion",
        "signals.record_attendance",
        "signals.decide_signal",
    }


def test_numbers_follow_each_other_per_region_and_year(world):
    made.drafted(world)
    made.drafted(world, "zoe")
    made.drafted(world, "bob")

    assert set(Signal.objects.values_list("number", flat=True)) == {
        "ON-2026-0001",
        "ON-2026-0002",
        "ZZ-2026-0001",
    }


def test_a_draft_keeps_whatever_was_typed_and_no_bsn_lies_open(world):
    alice = world.actor("alice")
    wrong = made.person(alice.participant_id, surname="", given_names="", bsn="123")

    signal = actions.draft_signal(alice, rules.Report(title="Half"), subjects=[wrong], now=NOW)

    row = Signal.objects.get(id=signal)
    assert b"123" not in bytes(row.blocks)
    with pytest.raises(Invalid):
        actions.submit_signal(alice, signal, now=NOW)
    assert status_of(signal) is Status.DRAFT


def test_a_wrong_number_of_a_subject_is_named_at_submission(world):
    alice = world.actor("alice")
    signal = made.drafted(world, bsn="123456789")

    with pytest.raises(Invalid) as refusal:
        actions.submit_signal(alice, signal, now=NOW)

    assert refusal.value.field == "subjects-0-bsn"
    assert list_subjects(alice, signal) == []


@pytest.mark.parametrize("field", rules.NEEDED_TO_SUBMIT)
def test_nothing_that_is_needed_to_judge_may_be_missing(world, field):
    actions.load_phenomena(SYSTEM, now=NOW)
    alice = world.actor("alice")
    empty = None if field == "period_from" else ""
    report = dataclasses.replace(REPORT, **{field: empty})
    signal = actions.draft_signal(alice, report, now=NOW)

    with pytest.raises(Invalid) as refusal:
        actions.submit_signal(alice, signal, now=NOW)

    assert refusal.value.field == field


def test_a_returned_signal_is_changed_and_submitted_again(world):
    alice, dora = world.actor("alice"), world.actor("dora")
    signal = made.submitted(world)

    actions.return_signal(dora, signal, reason=LONG, now=NOW)
    people = [made.person(alice.participant_id), made.person(alice.participant_id, surname="Ander")]
    actions.change_signal(alice, signal, REPORT, subjects=people, now=NOW)
    actions.submit_signal(alice, signal, now=NOW)

    assert status_of(signal) is Status.SUBMITTED
    assert len(list_subjects(alice, signal)) == 2


def test_returning_needs_a_reason(world):
    signal = made.submitted(world)

    with pytest.raises(Invalid):
        actions.return_signal(world.actor("dora"), signal, reason="te kort", now=NOW)


def test_what_was_submitted_cannot_be_changed(world):
    signal = made.submitted(world)

    with pytest.raises(Conflict):
        actions.change_signal(world.actor("alice"), signal, REPORT, now=NOW)


@pytest.mark.parametrize("who", ["bob", "carol", "otto", "pia", "zoe", "dora"])
def test_a_draft_does_not_exist_for_another_participant(world, who):
    signal = made.drafted(world)

    with pytest.raises(NotFound):
        actions.submit_signal(world.actor(who), signal, now=NOW)


@pytest.mark.parametrize("who", ["carol", "otto", "pia", "zoe"])
def test_an_outsider_finds_nothing_to_weigh(world, who):
    signal = made.in_weighing(world)

    with pytest.raises(NotFound):
        actions.judge_purpose(world.actor(who), signal, fits=True, reason=LONG, now=NOW)


def test_only_the_coordinator_takes_a_signal_into_weighing(world):
    signal = made.submitted(world)

    with pytest.raises(NotAllowed):
        actions.take_into_weighing(world.actor("alice"), signal, now=NOW)


def test_a_signal_outside_the_purpose_leaves_the_table_at_once(world):
    bob = world.actor("bob")
    signal = made.in_weighing(world)
    present = [world.designations["bob"], world.designations["erik"]]

    with pytest.raises(NotAllowed):
        actions.judge_purpose(bob, signal, fits=False, reason=LONG, now=NOW)
    actions.record_attendance(bob, signal, designation_ids=present, now=NOW)
    actions.judge_purpose(bob, signal, fits=False, reason=LONG, now=NOW)

    assert status_of(signal) is Status.OUT_OF_PURPOSE
    assert Signal.objects.get(id=signal).expires_on > NOW.date()


@pytest.mark.parametrize("missing", ["purpose", *rules.CRITERIA, "attendance"])
def test_nothing_is_decided_while_one_condition_is_missing(world, missing):
    bob = world.actor("bob")
    signal = made.in_weighing(world)
    if missing != "purpose":
        actions.judge_purpose(bob, signal, fits=True, reason=LONG, now=NOW)
    for criterion in rules.CRITERIA.keys() - {missing}:
        actions.judge_criterion(
            bob, signal, criterion=criterion, weight=Weight.HEAVY, explanation=LONG, now=NOW
        )
    present = [world.designations["bob"]]
    if missing != "attendance":
        present.append(world.designations["erik"])
    actions.record_attendance(bob, signal, designation_ids=present, now=NOW)

    with pytest.raises(NotAllowed) as refusal:
        actions.decide_signal(bob, signal, ACCEPT, now=NOW)

    assert refusal.value.verdict.missing


def test_a_task_of_another_organ_is_no_ground(world):
    report = dataclasses.replace(REPORT, ground="Participatiewet art. 7")
    actions.load_phenomena(SYSTEM, now=NOW)
    mayor = make_person(world, "mia", "mayor", Role.PARTNER_REPORTER)
    signal = actions.draft_signal(mayor, report, now=NOW)

    with pytest.raises(NotAllowed) as refusal:
        actions.submit_signal(mayor, signal, now=NOW)

    assert refusal.value.verdict.first_missing.article == "Wgs art. 2.19 lid 1 onder h"


def test_accepting_says_why_joint_processing_is_necessary(world):
    signal = made.weighed(world)
    outcome = Outcome(decision=Decision.ACCEPTED, reason=LONG)

    with pytest.raises(NotAllowed, match="alleen kan"):
        actions.decide_signal(world.actor("bob"), signal, outcome, now=NOW)


def test_a_rejection_names_one_of_the_reasons(world):
    signal = made.weighed(world)
    outcome = Outcome(decision=Decision.REJECTED, reason=LONG)

    with pytest.raises(Invalid):
        actions.decide_signal(world.actor("bob"), signal, outcome, now=NOW)


def test_a_signal_is_merged_with_another_of_the_table(world):
    one, other, draft = made.weighed(world), made.in_weighing(world, "bob"), made.drafted(world)
    bob = world.actor("bob")

    with pytest.raises(NotFound):
        actions.decide_signal(
            bob, one, Outcome(decision=Decision.MERGED, reason=LONG, merged_into=draft), now=NOW
        )
    actions.decide_signal(
        bob, one, Outcome(decision=Decision.MERGED, reason=LONG, merged_into=other), now=NOW
    )

    assert Signal.objects.get(id=one).merged_into_id == other


def test_who_sat_at_the_table_are_members_of_this_region(world):
    signal = made.in_weighing(world)

    with pytest.raises(NotFound):
        actions.record_attendance(
            world.actor("bob"), signal, designation_ids=[world.designations["zoe"]], now=NOW
        )


def test_an_expired_signal_leaves_its_number_and_its_count(world):
    signal = made.rejected(world)
    later = NOW + timedelta(days=366)

    assert actions.expire_signals(SYSTEM, now=NOW + timedelta(days=300)) == 0
    assert actions.expire_signals(SYSTEM, now=later) == 1

    row = Signal.objects.get(id=signal)
    assert (row.number, row.phenomenon_id, row.status) == ("ON-2026-0001", "car_trade", "destroyed")
    assert (row.title, row.description, row.purpose_text) == ("", "", "")
    assert list_subjects(world.actor("alice"), signal) == []
    with pytest.raises(NotFound):
        actions.submit_signal(world.actor("alice"), signal, now=later)


def test_a_draft_is_thrown_away_by_its_owner(world):
    signal = made.drafted(world)

    actions.discard_signal(world.actor("alice"), signal, now=NOW)

    assert not Signal.objects.filter(id=signal).exists()


def test_a_region_adds_a_phenomenon_for_a_time(world):
    actions.load_phenomena(SYSTEM, now=NOW)
    slug = actions.add_phenomenon(
        world.actor("dora"),
        name="Jachthavens",
        core="real_estate_abuse",
        starts_on=date(2026, 1, 1),
        now=NOW,
    )
    report = dataclasses.replace(REPORT, phenomenon=slug)

    actions.draft_signal(world.actor("alice"), report, now=NOW)
    with pytest.raises(Invalid):
        actions.draft_signal(world.actor("zoe"), report, now=NOW)
    actions.end_phenomenon(world.actor("dora"), slug, last_day=date(2026, 2, 1), now=NOW)
    with pytest.raises(Invalid):
        actions.draft_signal(world.actor("alice"), report, now=NOW)
