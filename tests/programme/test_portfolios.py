"""Portfolios: the heads council commissions, others carry out, each step after the one before."""

from functools import partial
from itertools import count

import pytest

from tests.programme import made
from tests.world import NOW, SYSTEM
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.programme.actions import assignments, council, people
from wegwijzer.programme.actions import portfolios as actions
from wegwijzer.programme.queries import portfolios as queries
from wegwijzer.programme.queries.assignments import (
    get_assignment,
    list_assignments,
    names_contractor,
)
from wegwijzer.programme.rules.assignments import AssignmentContent, AssignmentState
from wegwijzer.programme.rules.council import (
    DecisionContent,
    Effect,
    ItemContent,
    Outcome,
    Purpose,
    SubjectKind,
)
from wegwijzer.programme.rules.people import Part
from wegwijzer.programme.rules.portfolios import (
    GoalContent,
    PortfolioContent,
    PortfolioState,
    ResultContent,
    ResultKind,
)


@pytest.fixture
def slug(network):
    return made.portfolio()


def state(slug) -> AssignmentState:
    return list_assignments(SYSTEM, slug=slug)[0].state


def test_goals_are_listed_with_their_portfolios(network, slug):
    goal = queries.list_goals(network.actor("zoe"))[0]
    assert [one.slug for one in goal.portfolios] == [slug]
    with pytest.raises(Invalid):
        actions.add_goal(SYSTEM, GoalContent(slug=goal.slug, name="x"), now=NOW)
    with pytest.raises(Invalid):
        actions.add_portfolio(SYSTEM, goal.slug, PortfolioContent(slug=slug, name="x"), now=NOW)
    with pytest.raises(Invalid):
        actions.add_portfolio(SYSTEM, "geen", PortfolioContent(slug="a", name="x"), now=NOW)
    with pytest.raises(NotFound):
        queries.get_portfolio(SYSTEM, "geen")


def test_a_portfolio_moves_only_where_it_can(network, slug):
    with pytest.raises(Conflict):
        actions.move_portfolio(network.actor("ria"), slug, PortfolioState.EXPLORING, now=NOW)
    with pytest.raises(NotAllowed):
        actions.move_portfolio(network.actor("max"), slug, PortfolioState.ENDED, now=NOW)
    with pytest.raises(NotAllowed):
        actions.move_portfolio(network.actor("lies"), slug, PortfolioState.ENDED, now=NOW)
    with pytest.raises(Invalid):
        actions.move_portfolio(network.actor("ria"), slug, PortfolioState.EVALUATED, now=NOW)
    actions.move_portfolio(
        network.actor("ria"), slug, PortfolioState.EVALUATED, note="Het werkt.", now=NOW
    )
    assert queries.list_portfolios(SYSTEM)[0].state is PortfolioState.EVALUATED


def test_results_and_plans_are_kept_by_who_carries_out(network, slug):
    reached = ResultContent(kind=ResultKind.METHOD, year=2025, text="Een methode.")
    with pytest.raises(NotAllowed):
        actions.record_result(network.actor("alice"), slug, reached, now=NOW)
    actions.record_result(network.actor("max"), slug, reached, now=NOW)
    actions.add_plan(network.actor("max"), slug, year=2026, text="Verder", now=NOW)
    with pytest.raises(Invalid):
        actions.add_plan(SYSTEM, slug, year=1900, text="Verder", now=NOW)

    assert [one.text for one in queries.list_results(SYSTEM, year=2025)] == ["Een methode."]
    assert [(p.year, p.text) for p in queries.get_portfolio(SYSTEM, slug).plans] == [
        (2026, "Verder")
    ]


def test_an_assignment_says_what_is_expected_and_of_whom(slug):
    for missing in ("title", "expected", "contractor"):
        typed = dict.fromkeys(("title", "expected", "contractor"), "x") | {missing: " "}
        with pytest.raises(Invalid):
            assignments.draft_assignment(SYSTEM, slug, AssignmentContent(**typed), now=NOW)


def test_the_council_commissions_and_receives_in_its_own_meetings(network, slug):
    rob, ria, max_ = (network.actor(who) for who in ("rob", "ria", "max"))
    assignment, ago = made.assignment(slug, rob.person_id), count()

    def decided(effect, by=ria):
        meeting, _item, _paper = made.meeting(network, days=-next(ago))
        asked = ItemContent(title="Opdracht", purpose=Purpose.DECIDE,
                            subject_kind=SubjectKind.ASSIGNMENT, subject=str(assignment))  # fmt: skip
        item = council.add_agenda_item(ria, meeting, asked, now=NOW)
        said = DecisionContent(text="Zo wordt het.", outcome=Outcome.ADOPTED, effect=effect)
        council.decide(by, item, said, now=NOW)

    with pytest.raises(Conflict):
        decided(Effect.ACCEPT)
    for who in (rob, network.actor("lies")):
        with pytest.raises(NotAllowed):
            decided(Effect.AGREE, by=who)
    decided(Effect.AGREE)
    assert state(slug) is AssignmentState.AGREED
    with pytest.raises(NotAllowed):
        assignments.start_assignment(max_, assignment, now=NOW)
    assignments.start_assignment(rob, assignment, now=NOW)
    with pytest.raises(Invalid):
        assignments.deliver_assignment(rob, assignment, delivery=" ", now=NOW)
    assignments.deliver_assignment(rob, assignment, delivery="Het beeld", now=NOW)
    with pytest.raises(NotAllowed):
        assignments.accept_assignment(network.actor("lies"), assignment, now=NOW)
    decided(Effect.RETURN)
    page = get_assignment(SYSTEM, assignment)
    assert (page.row.state, page.reason) == (AssignmentState.RETURNED, "Zo wordt het.")
    assignments.deliver_assignment(rob, assignment, delivery="Het hele beeld", now=NOW)
    decided(Effect.ACCEPT)

    assert state(slug) is AssignmentState.ACCEPTED
    assert list_assignments(SYSTEM)[0].delivery == "Het hele beeld"


def test_what_was_agreed_only_the_council_withdraws(network, slug):
    made.assignment(slug, network.people["rob"])
    one = list_assignments(SYSTEM, slug=slug)[0].id
    assignments.agree_assignment(SYSTEM, one, now=NOW)
    with pytest.raises(NotAllowed):
        assignments.withdraw_assignment(network.actor("rob"), one, reason="Toch niet", now=NOW)
    with pytest.raises(Invalid):
        assignments.withdraw_assignment(network.actor("ria"), one, reason=" ", now=NOW)
    assignments.withdraw_assignment(network.actor("ria"), one, reason="Toch niet", now=NOW)
    assert state(slug) is AssignmentState.WITHDRAWN


def test_who_carries_it_out_hands_over_or_who_leads_and_it_is_kept(network, slug):
    rob, ria, max_ = (network.actor(who) for who in ("rob", "ria", "max"))
    one = made.assignment(slug, rob.person_id)
    name = partial(assignments.name_contractor, now=NOW)

    for who in ("ria", "max", "alice"):
        with pytest.raises(NotAllowed):
            name(network.actor(who), one, ria.person_id, reason="Ik kan het ook.")
    with pytest.raises(Invalid):
        name(rob, one, ria.person_id, reason=" ")
    with pytest.raises(Invalid):
        name(rob, one, rob.person_id, reason="Ik blijf het doen.")
    name(rob, one, ria.person_id, reason="Ik ga weg.")
    people.add_member(SYSTEM, slug, max_.person_id, Part.LEAD, now=NOW)
    name(max_, one, rob.person_id, reason="Ria heeft geen tijd.")

    told = [
        (c.before, c.after, c.reason, c.changed_by) for c in get_assignment(SYSTEM, one).changes
    ]
    assert told == [
        ("rob", "ria", "Ik ga weg.", "rob"),
        ("ria", "rob", "Ria heeft geen tijd.", "max"),
    ]
    seen = [
        names_contractor(network.actor(who), one, on=NOW.date()) for who in ("rob", "max", "ria")
    ]
    assert seen == [True, True, False]
    assignments.withdraw_assignment(SYSTEM, one, reason="Toch niet", now=NOW)
    with pytest.raises(Conflict):
        name(SYSTEM, one, ria.person_id, reason="Te laat.")
