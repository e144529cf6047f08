"""The rules of a case: its way, what may be asked, how an import ends."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wegwijzer.casework import rules
from wegwijzer.casework.rules import (
    CaseEvent,
    CaseStatus,
    Defaults,
    DeliveryStatus,
    Keep,
    Needed,
    Opening,
    Progress,
    Question,
    RequestStatus,
    Tally,
)
from wegwijzer.casework.rules.states import STEPS
from wegwijzer.kernel.errors import Conflict, Invalid
from wegwijzer.law.vocabulary import Category, Phase, Relation, SecrecyGround

TODAY = date(2026, 3, 2)
LONG = "Lang genoeg om te kunnen beoordelen."


def test_every_state_ends_closed_and_from_there_only_a_reopening_leads_on():
    onwards = {status: {s.target for s in STEPS if s.source is status} for status in CaseStatus}

    def reaches(status, seen=frozenset()):
        return status is CaseStatus.CLOSED or any(
            reaches(target, seen | {status}) for target in onwards[status] - seen - {status}
        )

    assert all(reaches(s) for s in CaseStatus if s is not CaseStatus.DESTROYED)
    assert onwards[CaseStatus.CLOSED] == {CaseStatus.OPENED}
    assert onwards[CaseStatus.DESTROYED] == set()


def test_nothing_is_open_before_the_activity_runs_but_the_first_layer_nor_after_it_ended():
    phases = {status: rules.phase_of(status) for status in CaseStatus}

    assert [s for s, phase in phases.items() if phase is Phase.ACCEPTED] == [CaseStatus.OPENED]
    assert {s for s, phase in phases.items() if phase is Phase.ENDED} == {
        CaseStatus.CLOSED,
        CaseStatus.DESTROYED,
    }


@given(st.sampled_from(CaseStatus), st.sampled_from(CaseEvent))
def test_a_step_that_is_not_in_the_table_is_a_conflict(status, event):
    known = {(step.source, step.event) for step in STEPS}
    if (status, event) in known:
        assert rules.find_step(status, event).source is status
    else:
        with pytest.raises(Conflict):
            rules.find_step(status, event)


@given(st.sampled_from(STEPS), st.booleans(), st.booleans(), st.integers(0, 3))
def test_only_the_director_steps_with_a_reason_and_analysis_waits_for_answers(
    step, director, reason, waiting
):
    progress = Progress(director, LONG if reason else "", waiting)

    allowed = rules.may_take(step, progress).allowed

    waits = step.event is CaseEvent.ANALYSE and waiting > 0
    assert allowed == (director and reason and not waits)


@given(st.integers(0, 4), st.booleans(), st.booleans())
def test_a_case_opens_with_a_signal_a_purpose_and_two_participants_with_reasons(
    organs, purpose, reasons
):
    opening = Opening(
        title="Casus",
        purpose=LONG if purpose else "",
        signal_ids=(UUID(int=9),),
        participants=tuple(Needed(UUID(int=n), LONG if reasons else "") for n in range(organs)),
        director_id=UUID(int=1),
    )

    assert rules.may_open(opening).allowed == (organs >= 2 and purpose and reasons)


def test_a_term_has_not_passed_and_is_fourteen_days_unless_said():
    told = {
        "participant_id": UUID(int=1), "categories": frozenset({Category.FISCAL}),
        "question": LONG, "necessity": LONG,
    }  # fmt: skip

    assert rules.due_date_of(Question(**told), today=TODAY) == TODAY + timedelta(days=14)
    with pytest.raises(Invalid) as refusal:
        rules.due_date_of(Question(**told, due_date=TODAY - timedelta(days=1)), today=TODAY)
    assert refusal.value.field == "due_date"


@given(st.lists(st.tuples(st.sampled_from(RequestStatus), st.integers(-5, 5))))
def test_a_request_waits_or_is_late_never_both(requests):
    asked = [(status, TODAY + timedelta(days=days)) for status, days in requests]

    late = sum(rules.is_overdue(status, due, today=TODAY) for status, due in asked)

    open_ones = sum(status is RequestStatus.ASKED for status, _due in asked)
    assert rules.count_waiting(asked, today=TODAY) + late == open_ones


@given(st.integers(0, 5), st.integers(0, 5), st.sampled_from(Keep))
def test_an_import_ends_whole_with_what_was_good_or_with_nothing(good, rejected, keep):
    outcome = rules.outcome_of(Tally(good + rejected, good, rejected), keep)

    taken = good > 0 and (rejected == 0 or keep is Keep.GOOD_ROWS)
    assert outcome is (DeliveryStatus.IMPORTED if taken else DeliveryStatus.REJECTED)


def test_defaults_come_back_as_they_were_stored():
    defaults = Defaults(
        category=Category.FISCAL,
        secrecy_ground=SecrecyGround.TAX,
        first_processed_date=TODAY,
        relation=Relation.CIRCLE,
        circle_link="partner",
        criminal_nature=True,
    )

    assert rules.defaults_from(defaults.as_json()) == defaults
    assert defaults.item().summary == "Fiscale gegevens"


@given(st.text(max_size=300))
def test_the_name_of_a_file_is_never_a_path(name):
    plain = rules.plain_name(name)

    assert plain
    assert len(plain) <= 200
    assert not {"/", "\\", "\0", "\n"} & set(plain)
