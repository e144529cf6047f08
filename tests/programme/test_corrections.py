"""What was recorded wrongly is set right, and what stood there stays to be read."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.programme import made
from tests.world import NOW, SYSTEM
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.logbook.models import Line
from wegwijzer.programme.actions import course, portfolios
from wegwijzer.programme.actions.corrections import correct_entry
from wegwijzer.programme.queries.corrections import earlier_texts, get_entry, list_corrections
from wegwijzer.programme.queries.portfolios import get_portfolio
from wegwijzer.programme.rules.corrections import Entry
from wegwijzer.programme.rules.course import ActivityContent, ObjectiveState


@pytest.fixture
def slug(network):
    return made.portfolio()


def corrected(entry, pk, reason="Verkeerd jaar.", *, who=SYSTEM, at=NOW, **changes):
    values = get_entry(SYSTEM, entry, pk).values
    correct_entry(who, entry, pk, values | changes, reason=reason, now=at)


def test_a_result_is_set_right_and_what_stood_there_is_kept(network, slug):
    result = made.result(slug, "Kades geteld.")
    ria = network.actor("ria")

    corrected(Entry.RESULT, result, who=ria, year=2025)
    later = NOW + timedelta(days=1)
    corrected(Entry.RESULT, result, "Een tikfout.", who=ria, at=later, text="Tien kades geteld.")

    (row,) = get_portfolio(network.actor("zoe"), slug).results
    assert (row.year, row.text) == (2025, "Tien kades geteld.")
    last, first = list_corrections(network.actor("zoe"), [result])[result]
    assert (last.before, last.reason, last.corrected_by) == (
        {"text": "Kades geteld."}, "Een tikfout.", "ria",
    )  # fmt: skip
    assert first.before == {"year": str(NOW.year)}
    assert earlier_texts(SYSTEM, slug) == {"Kades geteld."}
    lines = Line.objects.filter(act="programme.correct_entry")
    assert lines.count() == 2
    assert not any("tikfout" in one.body for one in lines)


def test_only_who_may_record_corrects_and_only_with_a_reason_and_a_change(network, slug):
    result = made.result(slug)
    with pytest.raises(NotAllowed):
        corrected(Entry.RESULT, result, who=network.actor("zoe"), year=2025)
    with pytest.raises(Invalid) as wrong:
        corrected(Entry.RESULT, result, " ", year=2025)
    assert wrong.value.field == "reason"
    with pytest.raises(Invalid, match="niets veranderd"):
        corrected(Entry.RESULT, result)
    with pytest.raises(Invalid) as wrong:
        corrected(Entry.RESULT, result, text=" ")
    assert wrong.value.field == "text"
    with pytest.raises(NotFound):
        correct_entry(SYSTEM, Entry.PLAN, uuid4(), {}, reason="Zo.", now=NOW)
    with pytest.raises(Invalid, match="doelstelling van deze portefeuille"):
        other = made.objective(made.portfolio("mensenhandel"))
        corrected(Entry.RESULT, result, objective_id=other)


def test_a_plan_says_what_it_should_have_said(network, slug):
    plan = portfolios.add_plan(SYSTEM, slug, year=2026, text="Verdr", now=NOW)
    corrected(Entry.PLAN, plan, "Tikfout.", text="Verder")
    assert [one.text for one in get_portfolio(SYSTEM, slug).plans] == ["Verder"]


def test_what_is_open_is_changed_and_what_is_closed_is_corrected(network, slug):
    objective, risk = made.objective(slug), made.risk(slug)
    activity = made.activity(slug)
    for entry, pk in ((Entry.OBJECTIVE, objective), (Entry.RISK, risk), (Entry.ACTIVITY, activity)):
        with pytest.raises(Conflict, match="nog open"):
            corrected(entry, pk)

    course.close_objective(SYSTEM, objective, ObjectiveState.DROPPED, "Anders.", now=NOW)
    course.close_risk(SYSTEM, risk, "Voorbij.", now=NOW)
    course.finish_activity(SYSTEM, activity, "Geteld.", now=NOW)
    with pytest.raises(Conflict, match="afgerond en ligt vast"):
        content = ActivityContent(title="Anders", starts_date=NOW.date())
        course.change_activity(SYSTEM, activity, content, now=NOW)

    corrected(Entry.OBJECTIVE, objective, state="reached", outcome="Wel bereikt.")
    corrected(Entry.RISK, risk, outcome="De maatregel werkt.")
    corrected(Entry.ACTIVITY, activity, done_date=NOW.date() - timedelta(days=3))

    found = list_corrections(network.actor("alice"), [objective, risk, activity])
    assert found[objective][0].before == {"state": "dropped", "outcome": "Anders."}
    assert found[risk][0].before == {"outcome": "Voorbij."}
    assert found[activity][0].before == {"done_date": NOW.date().isoformat()}
    for entry, pk, changes in (
        (Entry.OBJECTIVE, objective, {"text": ""}),
        (Entry.OBJECTIVE, objective, {"outcome": ""}),
        (Entry.RISK, risk, {"chance": "high", "impact": "high", "measure": ""}),
        (Entry.ACTIVITY, activity, {"done_date": None}),
    ):
        with pytest.raises(Invalid):
            corrected(entry, pk, **changes)
