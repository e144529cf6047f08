"""The table of states reads like the law and has no holes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.world import NOW
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, DomainError, Invalid, NotAllowed
from wegwijzer.network.rules import Role
from wegwijzer.signals import rules
from wegwijzer.signals.rules import TRANSITIONS, Event, Report, Status


def someone(*roles: str) -> Actor:
    return Actor(None, "", None, "", "", None, "", frozenset(roles))  # type: ignore[arg-type]


def test_every_state_can_be_reached():
    assert {line.target for line in TRANSITIONS} == set(Status)


def test_every_line_has_an_article_a_guard_and_somebody_who_does_it():
    for line in TRANSITIONS:
        assert line.article.startswith("Wgs art. ")
        assert line.guard.endswith(".")
        assert line.roles


def test_no_two_lines_start_alike():
    assert len({(line.source, line.event) for line in TRANSITIONS}) == len(TRANSITIONS)


@given(st.sampled_from(Status), st.sampled_from(Event), st.frozensets(st.sampled_from(Role)))
def test_a_step_is_in_the_table_or_it_is_refused(status, event, roles):
    line = next((t for t in TRANSITIONS if (t.source, t.event) == (status, event)), None)
    try:
        target = rules.next_status(someone(*roles), status, event)
    except Conflict:
        assert line is None
    except NotAllowed:
        assert line is not None
        assert not roles & line.roles
    else:
        assert line is not None
        assert target == line.target
        assert roles & line.roles


@given(st.text(max_size=40), st.dates(), st.dates())
def test_a_draft_is_kept_or_refused_with_a_field(title, start, end):
    try:
        rules.check_draft(Report(title=title, period_from=start, period_to=end), today=NOW.date())
    except Invalid as refusal:
        assert refusal.field in ("period_from", "period_to")
    except DomainError:  # pragma: no cover
        pytest.fail("only Invalid")
    else:
        assert start <= NOW.date()
        assert end >= start


def test_the_intake_list_never_decides_by_itself():
    verdict = rules.intake_verdict(Report(), subjects=0, similar=3, today=NOW.date())

    assert len(verdict.missing) == len(verdict.conditions)
    assert rules.may_step(someone(Role.SIGNAL_COORDINATOR), Status.SUBMITTED, Event.TAKE_IN)
