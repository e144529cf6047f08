"""The pages of objectives, activities, risks, progress and the roadmap."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from tests.programme import made
from tests.programme.test_course import explored
from tests.world import NOW, SYSTEM
from wegwijzer.programme.actions import assignments, course
from wegwijzer.programme.models import Activity, Assignment, Objective, ProgressReport, Risk
from wegwijzer.web.roadmap import WIDTH


@pytest.fixture
def slug(page):
    return made.portfolio()


@pytest.fixture
def running(page, slug, world):
    """Return an assignment that rob works on."""
    assignment = made.assignment(slug, world.people["rob"])
    assignments.agree_assignment(SYSTEM, assignment, now=NOW)
    assignments.start_assignment(world.actor("rob"), assignment, now=NOW)
    return assignment


def text(answer) -> str:
    return answer.content.decode()


def test_an_empty_portfolio_says_where_objectives_and_risks_come_from(page, slug):
    assert "Er is nog geen doelstelling" in text(page("zoe", "portfolio-course", slug))
    assert "Er is geen open risico" in text(page("zoe", "portfolio-risks", slug))
    assert "Er is nog niets om te tonen" not in text(page("zoe", "roadmap"))


def test_an_objective_of_an_exploration_is_taken_over_and_shows_its_notes(page, slug, world):
    session, wanted = explored(world, slug)
    link = reverse("portfolio-course", args=[slug])
    assert link in text(page("max", "exploration-report", session))
    assert link not in text(page("zoe", "exploration-report", session))
    assert "Overnemen" not in text(page("zoe", "portfolio-course", slug))
    assert "Overnemen" in text(page("max", "portfolio-course", slug))
    assert "Overgenomen door" not in text(page("zoe", "exploration-lineage", session))
    refused = page("zoe", "portfolio-course", slug, data={"objective": wanted})
    page("max", "portfolio-course", slug, data={"objective": wanted})
    again = page("max", "portfolio-course", slug, data={"objective": wanted})

    assert (refused.status_code, again.status_code) == (403, 404)
    shown = text(page("zoe", "objective", Objective.objects.get().id))
    for said in ("Elke kade bezocht.", "Lege kades in beeld.", "Kades staan leeg"):
        assert said in shown
    line = text(page("zoe", "exploration-lineage", session))
    assert "Overgenomen door Mainports" in line
    assert reverse("objective", args=[Objective.objects.get().id]) in line


def test_an_objective_is_set_changed_and_closed(page, slug):
    typed = {"text": "Elke kade telt mee.", "measure": "Een lijst", "due_date": "2027-01-01"}
    wrong = page("max", "objective-new", slug, data=typed)
    page("max", "objective-new", slug, data=typed | {"origin_note": "Gesprek"})
    objective = Objective.objects.get().id
    changed = typed | {"origin_note": "Gesprek", "measure": "Acht kades"}
    page("max", "objective-edit", objective, data=changed)
    empty = page("max", "objective", objective, data={"state": "reached", "outcome": " "})
    closing = {"state": "reached", "outcome": "Ze staan er."}
    refused = page("zoe", "objective", objective, data=closing)
    page("max", "objective", objective, data=closing)

    assert wrong.status_code == empty.status_code == 422
    assert "Kies waar de doelstelling vandaan komt, of schrijf het op." in text(wrong)
    assert "Een lijst" in text(wrong)
    assert refused.status_code == 403
    shown = text(page("zoe", "objective", objective))
    for said in ("Acht kades", "Bereikt", "Ze staan er."):
        assert said in shown
    assert "Ze staan er." in text(page("zoe", "portfolio-course", slug))
    assert "Elke kade telt mee." in text(page("zoe", "portfolio", slug))


def test_objectives_and_activities_are_turned_each_by_its_own_pages(page, slug):
    objectives = [made.objective(slug, measure=f"Maat {n:02}.") for n in range(17)]
    for _n in range(16):
        made.activity(slug)
    first = page("zoe", "portfolio-course", slug)
    further = page("zoe", "portfolio-course", slug, query=f"?after={objectives[14]}")
    back = page("zoe", "portfolio-course", slug, query=f"?before={objectives[15]}")

    assert [f"Maat {n:02}." in text(first) for n in (0, 14, 15)] == [True, True, False]
    assert [f"Maat {n:02}." in text(further) for n in (14, 15, 16)] == [False, True, True]
    assert f"?after={objectives[14]}" in text(first)
    assert "?activity_after=" in text(first)
    assert f"?before={objectives[15]}" in text(further)
    assert [f"Maat {n:02}." in text(back) for n in (0, 14, 15)] == [True, True, False]
    assert page("zoe", "portfolio-course", slug, query=f"?after={uuid4()}").status_code == 400


def test_an_activity_is_planned_for_an_objective_and_finished(page, slug):
    objective = made.objective(slug)
    form = text(page("max", "activity-new", slug, query=f"?doelstelling={objective}"))
    assert f'value="{objective}" selected' in form
    typed = {"title": "Tellen", "objective": objective, "starts_date": "2026-03-02"}
    page("max", "activity-new", slug, data=typed)
    activity = Activity.objects.get().id
    page("max", "activity", activity, data=typed | {"do": "change", "who": "RIEC Voorbeeld"})
    empty = page("max", "activity", activity, data={"do": "finish", "finish-outcome": ""})
    said = {"do": "finish", "finish-outcome": "Acht geteld."}
    page("max", "activity", activity, data=said)

    assert empty.status_code == 422
    for name, key in (("portfolio-course", slug), ("objective", objective)):
        shown = text(page("zoe", name, key))
        for said in ("Tellen", "RIEC Voorbeeld", "Acht geteld."):
            assert said in shown
    assert page("max", "activity", activity, data={"do": "x"}).status_code == 404
    gone = made.activity(slug)
    page("max", "activity", gone, data={"do": "cancel"})
    assert not Activity.objects.filter(id=gone).exists()


def test_an_activity_that_is_done_lies_fixed_and_says_who_did_it_and_when(page, slug):
    objective = made.objective(slug)
    activity = made.activity(slug, who="RIEC Noord", objective_id=objective)
    course.finish_activity(SYSTEM, activity, "Tien kades.", now=NOW)

    shown = text(page("max", "activity", activity))
    for said in ("RIEC Noord", "Elke kade telt mee.", "Tien kades.", "Verbeteren"):
        assert said in shown
    assert "Gaat niet door" not in shown
    typed = {"do": "change", "title": "Anders", "starts_date": "2026-01-01"}
    late = page("max", "activity", activity, data=typed)
    assert late.status_code == 422
    assert "afgerond en ligt vast" in text(late)
    assert Activity.objects.get().title == "Tellen"


def test_a_risk_is_named_weighed_anew_and_closed(page, slug):
    typed = {"text": "Niemand telt.", "chance": "high", "impact": "high"}
    wrong = page("max", "risk-new", slug, data=typed)
    page("max", "risk-new", slug, data=typed | {"measure": "Inhuren", "who": "Max"})
    risk = Risk.objects.get().id
    assert wrong.status_code == 422
    assert "Dit risico weegt zwaar." in text(wrong)
    assert "Weegt zwaar" in text(page("zoe", "portfolio-risks", slug))
    page("max", "risk", risk, data=typed | {"do": "change", "chance": "low", "impact": "low"})
    assert "Weegt licht" in text(page("zoe", "portfolio-risks", slug))
    page("max", "risk", risk, data={"do": "close", "close-outcome": "Er wordt geteld."})
    shown = text(page("zoe", "portfolio-risks", slug))
    assert "Er wordt geteld." in shown
    assert "Er is geen open risico" in shown


def test_the_last_report_stands_beside_an_empty_form_and_the_council_reads_it_at_its_agenda(
    page, running, world
):
    first = {"course": "on_course", "done": "Acht bezocht.", "coming": "De rest bezoeken.",
             "spent": "1500,50"}  # fmt: skip
    page("rob", "progress", running, data=first)
    ready = text(page("rob", "progress", running))
    stuck = first | {"course": "stuck", "done": "De rest bezoeken."}
    wrong = page("rob", "progress", running, data=stuck)
    refused = page("ria", "progress", running, data=first)
    meeting, item, _paper = made.meeting(world)

    assert "Het vorige bericht" in ready
    assert "De rest bezoeken.</textarea>" not in ready
    assert 'value="1500,50"' not in ready
    assert (wrong.status_code, refused.status_code) == (422, 403)
    assert "Zeg wat u van het hoofdenoverleg nodig hebt." in text(wrong)
    assert ProgressReport.objects.count() == 1
    for name, key in (("meeting", meeting), ("assignment", running), ("progress", running)):
        shown = text(page("ria", name, key))
        for said in ("Acht bezocht.", "Op koers", "1.500,50"):
            assert said in shown
    about = {"title": "Kade", "purpose": "discuss", "about": f"assignment:{running}"}
    page("ria", "meeting-item-edit", item, data=about)
    assert "Acht bezocht." in text(page("ria", "meeting-item", item))


def test_a_contractor_who_tells_nothing_is_reminded_and_named_at_the_agenda(page, running, world):
    pile = "Bericht gevraagd"
    shown = text(page("rob", "home"))
    assert pile in shown
    assert reverse("progress", args=[running]) in shown
    assert pile not in text(page("ria", "home"))
    meeting, _item, _paper = made.meeting(world)
    assert "Zonder nieuw bericht" in text(page("ria", "meeting", meeting))
    typed = {"course": "on_course", "done": "Begonnen.", "coming": "Meer."}
    page("rob", "progress", running, data=typed)
    assert pile not in text(page("rob", "home"))


def test_an_assignment_says_which_objectives_it_serves_and_what_it_costs(page, slug, world):
    objective = made.objective(slug)
    rob = str(world.people["rob"])
    typed = {"title": "Kade in beeld", "expected": "Een beeld", "contractor": rob,
             "budget": "2500", "objectives": [str(objective)]}  # fmt: skip
    page("rob", "assignment-new", slug, data=typed)
    assignment = Assignment.objects.get().id

    assert "Elke kade telt mee." in text(page("zoe", "assignment", assignment))
    assert "Kade in beeld" in text(page("zoe", "objective", objective))
    assert text(page("zoe", "assignments", slug)).count("€ 2.500,00") == 2
    edit = text(page("rob", "assignment-edit", assignment))
    assert f'value="{objective}"' in edit
    assert "checked" in edit


def test_the_roadmap_draws_what_was_and_what_comes_and_says_it_in_a_table(page, slug, running):
    soon = localdate() + timedelta(days=40)
    Assignment.objects.filter(id=running).update(due_date=soon)
    made.activity(slug, ends_date=soon)
    made.objective(slug, due_date=soon)
    answer = page("zoe", "roadmap", query=f"?portfolio={slug}")
    rows = answer.context["map"].rows

    assert [row.track for row in rows] == ["portfolio", "assignment", "activity", "objective"]
    asked = rows[1]
    assert [bar.ahead for bar in asked.bars][-1] is True
    assert asked.bars[-1].x + asked.bars[-1].width == asked.due_x
    assert all(0 <= bar.x <= bar.x + bar.width <= WIDTH for row in rows for bar in row.bars)
    shown = text(answer)
    assert shown.count("Kade in beeld") >= 3
    assert "De routekaart als tabel" in shown
    assert page("zoe", "roadmap", query="?portfolio=geen").status_code == 404
