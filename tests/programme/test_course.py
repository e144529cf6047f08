"""Objectives keep where they come from; activities, risks and progress are told in words."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from tests.exploration import made as explorations
from tests.programme import made
from tests.world import NOW, SYSTEM
from wegwijzer.exploration import actions as exploring
from wegwijzer.exploration.rules.sessions import Stage
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.programme.actions import assignments, council, progress
from wegwijzer.programme.actions import course as actions
from wegwijzer.programme.actions import portfolios as portfolio_actions
from wegwijzer.programme.queries import course as queries
from wegwijzer.programme.queries import progress as told
from wegwijzer.programme.queries.roadmap import Track, list_roadmap
from wegwijzer.programme.rules import course as rules
from wegwijzer.programme.rules.assignments import AssignmentContent, AssignmentState
from wegwijzer.programme.rules.council import (
    DecisionContent,
    ItemContent,
    Outcome,
    Purpose,
    SubjectKind,
)
from wegwijzer.programme.rules.course import (
    ActivityContent,
    ActivityStage,
    Level,
    ObjectiveContent,
    ObjectiveState,
    Origin,
    RiskContent,
)
from wegwijzer.programme.rules.portfolios import PortfolioState, ResultContent, ResultKind
from wegwijzer.programme.rules.progress import Course, ReportContent

TODAY = NOW.date()
WANTED = ObjectiveContent(text="Elke kade telt mee.", origin_note="Gesprek met de hoofden.")
COUNTING = ActivityContent(title="Tellen", starts_date=TODAY)
SILTED = RiskContent(text="Niemand telt.", chance=Level.LOW, impact=Level.HIGH)
GOES = ReportContent(course=Course.ON_COURSE, done="Acht kades bezocht.", coming="De rest.")


@pytest.fixture
def slug(network):
    return made.portfolio()


def explored(world, slug) -> tuple:
    """Close an exploration of this portfolio with one objective; return both ids."""
    session = explorations.opened(world, portfolio=slug)
    lies = world.actor("lies")
    explorations.moved(world, session, Stage.COLLECTING)
    note = exploring.add_note(
        world.actor("alice"), session, "Kades staan leeg", "obstacle", now=NOW
    )
    explorations.step(world, session, Stage.COLLECTING, Stage.CLUSTERING)
    cluster = exploring.make_cluster(lies, session, "Leegstand", [note], now=NOW)
    explorations.step(world, session, Stage.CLUSTERING, Stage.VOTING)
    explorations.step(world, session, Stage.VOTING, Stage.FOCUSING)
    focus = exploring.state_focus(lies, session, "Lege kades in beeld.", [cluster], now=NOW)
    wanted = exploring.add_objective(lies, session, focus, "Elke kade bezocht.", now=NOW)
    explorations.step(world, session, Stage.FOCUSING, Stage.CLOSED)
    return session, wanted


def test_an_objective_from_an_exploration_leads_back_to_the_notes(network, slug):
    session, wanted = explored(network, slug)
    max_ = network.actor("max")
    assert [one.id for one in queries.list_to_take(max_, slug)] == [wanted]
    content = replace(WANTED, origin=Origin.EXPLORATION, origin_id=wanted, origin_note="")
    objective = actions.set_objective(max_, slug, content, now=NOW)

    page = queries.get_objective(network.actor("zoe"), objective, on=TODAY)
    assert page.row.origin.session_id == session
    assert page.focus.clusters[0].notes[0].text == "Kades staan leeg"
    assert queries.list_to_take(max_, slug) == []
    with pytest.raises(Invalid) as twice:
        actions.set_objective(max_, slug, content, now=NOW)
    assert twice.value.field == "origin"


def test_an_objective_comes_from_a_decision_or_a_plan_of_its_own_portfolio(network, slug):
    other = made.portfolio("sterk-merk")
    max_, ria = network.actor("max"), network.actor("ria")
    plan = portfolio_actions.add_plan(max_, other, year=2026, text="Meten", now=NOW)
    meeting, _item, _paper = made.meeting(network)
    about = ItemContent(title="Kades", purpose=Purpose.DECIDE, subject=slug,
                        subject_kind=SubjectKind.PORTFOLIO)  # fmt: skip
    item = council.add_agenda_item(ria, meeting, about, now=NOW)
    said = DecisionContent(text="Alle kades worden geteld.", outcome=Outcome.ADOPTED)
    decision = council.decide(ria, item, said, now=NOW)

    by_plan = replace(WANTED, origin=Origin.PLAN, origin_id=plan)
    with pytest.raises(Invalid):
        actions.set_objective(max_, slug, by_plan, now=NOW)
    actions.set_objective(max_, other, by_plan, now=NOW)
    actions.set_objective(
        max_, slug, replace(WANTED, origin=Origin.DECISION, origin_id=decision), now=NOW
    )
    assert queries.list_objectives(SYSTEM, slug)[0].origin.item_id == item
    assert queries.list_objectives(SYSTEM, other)[0].origin.text == "2026: Meten"


def test_an_objective_is_closed_with_words_and_stands_from_then_on(network, slug):
    max_ = network.actor("max")
    objective = actions.set_objective(max_, slug, WANTED, now=NOW)
    actions.change_objective(max_, objective, replace(WANTED, measure="Lijst"), now=NOW)
    with pytest.raises(Invalid):
        actions.close_objective(max_, objective, ObjectiveState.REACHED, " ", now=NOW)
    with pytest.raises(Invalid):
        actions.close_objective(max_, objective, ObjectiveState.OPEN, "Ja", now=NOW)
    actions.close_objective(max_, objective, ObjectiveState.REACHED, "De lijst is er.", now=NOW)

    row = queries.list_objectives(SYSTEM, slug)[0]
    assert (row.state, row.outcome) == (ObjectiveState.REACHED, "De lijst is er.")
    with pytest.raises(Conflict):
        actions.change_objective(max_, objective, WANTED, now=NOW)
    with pytest.raises(Conflict):
        actions.close_objective(max_, objective, ObjectiveState.DROPPED, "Toch niet", now=NOW)


def test_activities_assignments_and_results_serve_an_objective_of_their_portfolio(network, slug):
    max_, rob = network.actor("max"), network.people["rob"]
    other = made.portfolio("sterk-merk")
    objective = actions.set_objective(max_, slug, WANTED, now=NOW)
    counting = replace(COUNTING, objective_id=objective)
    with pytest.raises(Invalid):
        actions.plan_activity(max_, other, counting, now=NOW)
    actions.plan_activity(max_, slug, counting, now=NOW)
    asked = AssignmentContent(title="Kades", expected="Een lijst", contractor_id=rob,
                              objective_ids=frozenset({objective}))  # fmt: skip
    assignments.draft_assignment(SYSTEM, slug, asked, now=NOW)
    reached = ResultContent(
        kind=ResultKind.METHOD, year=2026, text="Een telling.", objective_id=objective
    )
    portfolio_actions.record_result(max_, slug, reached, now=NOW)
    with pytest.raises(Invalid):
        portfolio_actions.record_result(max_, other, reached, now=NOW)

    page = queries.get_objective(SYSTEM, objective, on=TODAY)
    assert [one.content.title for one in page.activities] == ["Tellen"]
    assert [title for _id, title in page.assignments] == ["Kades"]
    assert page.results == [(2026, "Een telling.", "")]


def test_an_activity_is_planned_late_and_done(network, slug):
    max_ = network.actor("max")
    week = timedelta(days=7)
    activity = actions.plan_activity(
        max_, slug, replace(COUNTING, starts_date=TODAY + week, ends_date=TODAY + 2 * week), now=NOW
    )

    def stage(days: int) -> ActivityStage:
        on = TODAY + timedelta(days=days)
        return queries.get_activity(SYSTEM, activity, on=on).stage

    assert [stage(0), stage(8), stage(15)] == ["planned", "running", "late"]
    with pytest.raises(Invalid):
        actions.finish_activity(max_, activity, "", now=NOW)
    actions.finish_activity(max_, activity, "Geteld.", now=NOW)
    assert stage(15) is ActivityStage.DONE
    with pytest.raises(Conflict):
        actions.cancel_activity(max_, activity, now=NOW)
    gone = actions.plan_activity(max_, slug, COUNTING, now=NOW)
    actions.cancel_activity(max_, gone, now=NOW)
    with pytest.raises(NotFound):
        queries.get_activity(SYSTEM, gone, on=TODAY)


def test_the_heaviest_risk_comes_first_and_a_closed_one_last(network, slug):
    max_ = network.actor("max")
    closed = actions.name_risk(max_, slug, replace(SILTED, text="Voorbij"), now=NOW)
    actions.name_risk(max_, slug, SILTED, now=NOW)
    heavy = replace(SILTED, text="Alles valt stil", chance=Level.HIGH, measure="Inhuren")
    actions.name_risk(max_, slug, heavy, now=NOW)
    actions.close_risk(max_, closed, "Er wordt geteld.", now=NOW)

    found = [one.content.text for one in queries.list_risks(SYSTEM, slug)]
    assert found == ["Alles valt stil", "Niemand telt.", "Voorbij"]
    with pytest.raises(Conflict):
        actions.change_risk(max_, closed, SILTED, now=NOW)
    with pytest.raises(Conflict):
        actions.close_risk(max_, closed, "Nog eens", now=NOW)
    with pytest.raises(Invalid):
        actions.name_risk(max_, slug, replace(heavy, measure=""), now=NOW)


@pytest.mark.parametrize("who", ["alice", "zoe", "trudy"])
def test_who_carries_nothing_out_changes_nothing(network, slug, who):
    actor = network.actor(who)
    objective = actions.set_objective(SYSTEM, slug, WANTED, now=NOW)
    for act in (
        lambda: actions.set_objective(actor, slug, WANTED, now=NOW),
        lambda: actions.change_objective(actor, objective, WANTED, now=NOW),
        lambda: actions.plan_activity(actor, slug, COUNTING, now=NOW),
        lambda: actions.name_risk(actor, slug, SILTED, now=NOW),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_nothing_is_added_to_a_portfolio_that_ended(network, slug):
    portfolio_actions.move_portfolio(
        SYSTEM, slug, PortfolioState.ENDED, note="Het werk is af.", now=NOW
    )
    with pytest.raises(Conflict):
        actions.set_objective(SYSTEM, slug, WANTED, now=NOW)


@pytest.mark.parametrize(
    ("chance", "impact", "weight"),
    [("low", "low", "low"), ("low", "high", "medium"), ("medium", "medium", "medium"),
     ("medium", "high", "high"), ("high", "high", "high"), ("high", "low", "medium")],
)  # fmt: skip
def test_how_much_a_risk_weighs(chance, impact, weight):
    assert rules.weight_of(Level(chance), Level(impact)) == weight


@pytest.fixture
def running(network, slug):
    """Return an assignment that rob works on since today."""
    assignment = made.assignment(slug, network.people["rob"])
    assignments.agree_assignment(SYSTEM, assignment, now=NOW)
    assignments.start_assignment(network.actor("rob"), assignment, now=NOW)
    return assignment


def test_only_the_contractor_or_the_secretary_reports_and_only_on_work(network, running):
    rob = network.actor("rob")
    for who in ("ria", "max", "alice"):
        with pytest.raises(NotAllowed):
            progress.report_progress(network.actor(who), running, GOES, now=NOW)
    with pytest.raises(Invalid) as stuck:
        progress.report_progress(rob, running, replace(GOES, course=Course.STUCK), now=NOW)
    assert stuck.value.field == "asked"
    progress.report_progress(rob, running, replace(GOES, spent=Decimal("12.50")), now=NOW)
    assignments.deliver_assignment(rob, running, delivery="Af", now=NOW)
    with pytest.raises(Conflict):
        progress.report_progress(rob, running, GOES, now=NOW)
    assert told.list_reports(network.actor("zoe"), running)[0].content.spent == Decimal("12.50")


def test_a_report_is_asked_for_eight_weeks_after_the_last(network, running):
    rob = network.actor("rob")

    def due(days: int) -> bool:
        on = TODAY + timedelta(days=days)
        return any(asked <= on for _row, asked in told.list_carried_out(rob, rob.person_id))

    assert [due(55), due(56)] == [False, True]
    progress.report_progress(rob, running, GOES, now=NOW + timedelta(days=40))
    assert [due(95), due(96)] == [False, True]
    assignments.deliver_assignment(rob, running, delivery="Af", now=NOW)
    assert due(96) is False


def test_a_meeting_reads_the_news_since_the_one_before_and_who_is_silent(network, running):
    rob, ria = network.actor("rob"), network.actor("ria")
    first, item, _paper = made.meeting(network)
    assert [one.id for one in told.progress_for(ria, first, TODAY).silent] == [running]
    progress.report_progress(rob, running, GOES, now=NOW)
    assert [one.title for one in told.progress_for(ria, first, TODAY).reports] == ["Kade in beeld"]
    said = DecisionContent(text="Alle kades worden geteld.", outcome=Outcome.ADOPTED)
    council.decide(ria, item, said, now=NOW)
    council.close_meeting(ria, first, present="Allen", now=NOW + timedelta(hours=1))

    later = NOW + timedelta(days=30)
    second, _item, _paper = made.meeting(network, days=30)
    held = told.progress_for(ria, first, TODAY)
    assert (len(held.reports), held.silent) == (1, [])
    assert told.progress_for(ria, second, later.date()).reports == []
    stuck = replace(GOES, course=Course.STUCK, asked="Een besluit.")
    progress.report_progress(rob, running, stuck, now=later)
    found = told.progress_for(ria, second, later.date())
    assert (found.reports[0].content.asked, found.silent) == ("Een besluit.", [])
    for kind, subject, number in (
        (SubjectKind.ASSIGNMENT, str(running), 1),
        (SubjectKind.PORTFOLIO, found.reports[0].portfolio_slug, 1),
        (SubjectKind.PORTFOLIO, "een-andere", 0),
        (SubjectKind.NONE, "", 0),
    ):
        assert len(found.about(kind, subject)) == number
    assert len(told.progress_for(ria, first, TODAY).reports) == 1


def test_the_roadmap_shows_how_long_something_stood_where(network, slug, running):
    later = NOW + timedelta(days=20)
    assignments.deliver_assignment(network.actor("rob"), running, delivery="Af", now=later)
    actions.plan_activity(SYSTEM, slug, COUNTING, now=NOW)
    due = replace(WANTED, due_date=TODAY + timedelta(days=90))
    actions.set_objective(SYSTEM, slug, due, now=NOW)
    made.portfolio("sterk-merk")

    whole = list_roadmap(network.actor("zoe"), on=TODAY)
    assert [one.track for one in whole] == [Track.PORTFOLIO, Track.ASSIGNMENT, Track.PORTFOLIO]
    of_one = list_roadmap(network.actor("zoe"), on=TODAY, slug=slug)
    assert [one.track for one in of_one] == list(Track)
    asked = of_one[1]
    assert asked.state is AssignmentState.DELIVERED
    assert asked.spans[-2].ends == asked.spans[-1].starts == later.date()
    assert asked.spans[-1].ends is None


def test_the_roadmap_shows_what_is_due_first_and_counts_the_rest(
    network, slug, running, monkeypatch
):
    zoe, rob = network.actor("zoe"), network.people["rob"]
    ended = made.assignment(slug, rob)
    assignments.withdraw_assignment(SYSTEM, ended, reason="Niet meer nodig.", now=NOW)
    made.portfolio("sterk-merk")
    monkeypatch.setattr("wegwijzer.programme.queries.roadmap.MOST_OF_EACH", 0)

    first, second = list_roadmap(zoe, on=TODAY)
    assert (first.key, first.more, second.more) == (slug, 1, 0)
    monkeypatch.setattr("wegwijzer.programme.queries.roadmap.MOST_OF_ONE", 1)
    portfolio, shown = list_roadmap(zoe, on=TODAY, slug=slug)
    assert (portfolio.more, shown.key) == (1, str(running))
