"""The pages of portfolios: what is asked, what is reached, and who decides."""

import pytest
from django.urls import reverse

from tests.programme import made
from tests.world import NOW, SYSTEM
from wegwijzer.programme.actions import assignments as actions
from wegwijzer.programme.actions import course
from wegwijzer.programme.models import Assignment
from wegwijzer.programme.queries.corrections import get_entry
from wegwijzer.programme.rules.corrections import Entry


def text(answer) -> str:
    return answer.content.decode()


def test_an_empty_list_says_how_to_fill_it(page):
    assert "nog geen doelen" in text(page("alice", "portfolios"))


def test_a_portfolio_is_added_filled_and_moved(page):
    slug = made.portfolio()
    page(
        "ria",
        "portfolio-new",
        data={"goal": "doel-mainports", "name": "Sterk merk", "partners": "OM\n"},
    )
    page(
        "max",
        "portfolio",
        slug,
        data={
            "do": "result",
            "result-kind": "method",
            "result-year": "2025",
            "result-text": "Een methode voor de kade.",
        },
    )
    page("max", "portfolio", slug, data={"do": "plan", "plan-year": "2026", "plan-text": "Delen."})
    wrong = page("max", "portfolio", slug, data={"do": "plan", "plan-year": "", "plan-text": ""})
    page("ria", "portfolio", slug, data={"do": "move", "to": "evaluated", "note": "Het werkt."})

    assert wrong.status_code == 422
    assert "Sterk merk" in text(page("zoe", "portfolios"))
    shown = text(page("zoe", "portfolio", slug))
    for said in ("Een methode voor de kade.", "Delen.", "Geëvalueerd"):
        assert said in shown
    assert page("ria", "portfolio", slug, data={"do": "move", "to": "x"}).status_code == 404


def test_a_goal_shows_its_portfolios_its_open_assignments_and_a_year_of_results(page, world):
    slug = made.portfolio()
    made.assignment(slug, world.people["rob"])
    for year in (2024, 2025):
        typed = {"do": "result", "result-kind": "method", "result-year": year,
                 "result-text": f"Bereikt in {year}."}  # fmt: skip
        page("max", "portfolio", slug, data=typed)

    shown = text(page("zoe", "goal", "doel-mainports"))
    for said in ("Mainports", "Kade in beeld", "Bereikt in 2025."):
        assert said in shown
    assert "Bereikt in 2024." not in shown
    assert "Bereikt in 2024." in text(page("zoe", "goal", "doel-mainports", query="?year=2024"))
    assert page("zoe", "goal", "er-niet").status_code == 404


def test_a_portfolio_shows_a_year_of_results_and_the_plans_for_after_it(page):
    slug = made.portfolio()
    typed = {"do": "result", "result-kind": "method", "result-text": "Bereikt in het jaar."}
    page("max", "portfolio", slug, data=typed | {"result-year": "2025"})
    old = page("max", "portfolio", slug, data=typed | {"result-year": "2023"})
    for year in ("2023", "2026"):
        said = {"do": "plan", "plan-year": year, "plan-text": f"Plan voor {year}."}
        page("max", "portfolio", slug, data=said)

    assert old.url.endswith("?year=2023")
    now = text(page("zoe", "portfolio", slug))
    then = text(page("zoe", "portfolio", slug, query="?year=2023"))
    assert ("Plan voor 2026." in now, "Plan voor 2023." in now) == (True, False)
    assert ("Plan voor 2026." in then, "Plan voor 2023." in then) == (False, True)
    assert now.count("Bereikt in het jaar.") == then.count("Bereikt in het jaar.")


def test_a_portfolio_with_much_in_it_asks_the_database_no_more(
    page, drafted, django_assert_max_num_queries
):
    slug, _assignment = drafted

    def asked(name) -> int:
        with django_assert_max_num_queries(40) as watched:  # with those of signing in
            page("max", name, slug)
        return len(watched)

    def more(number) -> None:
        made.result(slug, f"Kade {number} geteld.")
        made.activity(slug, objective_id=made.objective(slug, measure=f"Kade {number}"))

    pages = ("portfolio", "portfolio-course")
    more(0)
    before = [asked(name) for name in (*pages, *pages)][2:]
    for number in range(1, 20):
        more(number)
    assert [asked(name) for name in pages] == before


@pytest.fixture
def drafted(page, world):
    """Return the slug of a portfolio and an assignment that rob drafted for himself."""
    slug = made.portfolio()
    rob = str(world.people["rob"])
    typed = {"title": "Kade in beeld", "expected": "Een beeld", "contractor": rob}
    page("rob", "assignment-new", slug, data=typed)
    return slug, Assignment.objects.get()


def test_an_assignment_is_drafted_started_and_delivered(page, drafted):
    slug, assignment = drafted
    early = page("rob", "assignment", assignment.id, data={"do": "start"})
    actions.agree_assignment(SYSTEM, assignment.id, now=NOW)
    page("rob", "assignment", assignment.id, data={"do": "start"})
    empty = page("rob", "assignment", assignment.id, data={"do": "deliver", "delivery": " "})
    said = {"do": "deliver", "delivery": "Het beeld ligt er."}
    page("rob", "assignment", assignment.id, data=said)

    assert early.status_code == empty.status_code == 422
    query = f"?kind=project&opdracht={assignment.id}"
    shown = text(page("zoe", "assignment", assignment.id))
    assert query.replace("&", "&amp;") in shown
    for step in ("Opgesteld", "Afgesproken", "Loopt", "Opgeleverd", "Het beeld ligt er."):
        assert step in shown
    assert "Het beeld ligt er." in text(page("zoe", "library-new", query=query))
    assert "Kade in beeld" in text(page("zoe", "assignments", slug))


def test_a_draft_is_changed_by_its_contractor_and_handed_over_in_view_of_all(page, drafted, world):
    _slug, assignment = drafted
    shown = text(page("rob", "assignment-edit", assignment.id))
    assert "Een beeld" in shown
    rob, ria = str(world.people["rob"]), str(world.people["ria"])
    typed = {"title": "Kade scherp in beeld", "expected": "Een beeld", "contractor": rob}
    wrong = page("rob", "assignment-edit", assignment.id, data=typed | {"budget": "-1"})
    page("rob", "assignment-edit", assignment.id, data=typed | {"budget": "1500,50"})
    given = {"do": "name", "name-contractor": ria}
    silent = page("lies", "assignment", assignment.id, data=given)
    page("lies", "assignment", assignment.id, data=given | {"name-reason": "rob gaat weg."})

    assert wrong.status_code == silent.status_code == 422
    assert "Zeg waarom een ander de opdracht uitvoert." in text(silent)
    shown = text(page("zoe", "assignment", assignment.id))
    assert "Kade scherp in beeld" in shown
    assert "1.500,50" in shown
    assert "<dd>ria</dd>" in shown
    assert "Opdrachtnemer: ria, eerst rob" in shown
    assert "rob gaat weg." in shown
    assert page("rob", "assignment-edit", assignment.id, data=typed).status_code == 403
    actions.agree_assignment(SYSTEM, assignment.id, now=NOW)
    assert page("ria", "assignment-edit", assignment.id).status_code == 409


def test_an_assignment_says_what_it_waits_for_and_the_council_puts_it_on_its_agenda(
    page, drafted, world
):
    _slug, assignment = drafted
    assert "vraag een van hen" in text(page("zoe", "assignment", assignment.id))
    assert "Overleg plannen" in text(page("ria", "assignment", assignment.id))
    meeting, _item, _paper = made.meeting(world, days=7)
    shown = text(page("ria", "assignment", assignment.id))
    query = f"?opdracht={assignment.id}"
    assert reverse("meeting-item-new", args=[meeting]) + query in shown

    form = page("ria", "meeting-item-new", meeting, query=query).context["form"]
    page("ria", "meeting-item-new", meeting, data=form.initial)
    shown = text(page("rob", "assignment", assignment.id))
    assert "Naar het agendapunt" in shown
    assert "Op de agenda zetten" not in shown
    assert "Kade in beeld" in text(page("zoe", "meeting", meeting))


def test_work_waits_for_the_council_and_for_the_contractor(page, drafted):
    _slug, assignment = drafted
    assert "Afspreken of niet" in text(page("ria", "home"))
    assert "Opdrachten die u uitvoert" not in text(page("rob", "home"))
    actions.agree_assignment(SYSTEM, assignment.id, now=NOW)

    assert "Kade in beeld" in text(page("rob", "home"))
    assert "Kade in beeld" not in text(page("ria", "home"))


def test_goals_and_portfolios_are_added_and_changed_by_council_and_secretary(page):
    slug = made.portfolio()
    page("lies", "goal-new", data={"name": "Sterke overheid", "target_groups": "Gemeenten\n"})
    page("ria", "goal-edit", "doel-mainports", data={"name": "Weerbaar", "why": "Omdat het kan."})
    typed = {"goal": "sterke-overheid", "name": "Havens", "aim": "Samen tellen.", "partners": "OM"}
    page("lies", "portfolio-edit", slug, data=typed)

    assert page("max", "portfolio-edit", slug, data=typed).status_code == 403
    assert "Omdat het kan." in text(page("zoe", "goal", "doel-mainports"))
    assert "Havens" in text(page("zoe", "goal", "sterke-overheid"))
    assert "Samen tellen." in text(page("zoe", "portfolio", slug))


def test_a_draft_is_withdrawn_with_a_reason_and_waits_for_nobody(page, drafted):
    _slug, assignment = drafted
    said = {"do": "withdraw", "withdraw-reason": "Een andere regio doet dit al."}
    empty = page("rob", "assignment", assignment.id, data=said | {"withdraw-reason": " "})
    page("max", "assignment", assignment.id, data=said)
    assert Assignment.objects.get().state == "drafted"
    page("rob", "assignment", assignment.id, data=said)

    assert empty.status_code == 422
    assert "Een andere regio doet dit al." in text(page("zoe", "assignment", assignment.id))
    assert "Ingetrokken" in text(page("zoe", "assignment", assignment.id))
    assert "Afspreken of niet" not in text(page("ria", "home"))


def test_what_was_recorded_wrongly_is_set_right_in_view_of_all(page):
    slug = made.portfolio()
    result, risk = made.result(slug, "Acht kades geteld."), made.risk(slug)
    shown = text(page("ria", "correction", "result", result))
    assert "Acht kades geteld." in shown

    typed = {"kind": "method", "year": "2025", "text": "Tien kades geteld.", "objective": "",
             "evidence": ""}  # fmt: skip
    wrong = page("ria", "correction", "result", result, data=typed | {"reason": ""})
    assert wrong.status_code == 422
    assert "Tien kades geteld." in text(wrong)
    page("ria", "correction", "result", result, data=typed | {"reason": "Twee vergeten."})

    for who in ("ria", "zoe"):
        shown = text(page(who, "portfolio", slug))
        for part in ("Tien kades geteld.", "Acht kades geteld.", "Twee vergeten.", "ria"):
            assert part in shown
    assert "Verbeteren" not in shown
    query = f"?kind=method&resultaat={result}"
    assert query.replace("&", "&amp;") in shown
    assert "Tien kades geteld" in text(page("zoe", "library-new", query=query))
    assert page("ria", "correction", "risk", risk).url.endswith(f"/risicos/{risk}/")
    assert page("ria", "correction", "iets", result).status_code == 404

    course.close_risk(SYSTEM, risk, "Voorbij.", now=NOW)
    content = get_entry(SYSTEM, Entry.RISK, risk).values
    page("ria", "correction", "risk", risk,
         data=content | {"chance": "medium", "reason": "Te licht."})  # fmt: skip
    shown = text(page("ria", "risk", risk))
    assert "Te licht." in shown
    assert "Kans" in shown
