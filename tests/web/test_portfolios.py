"""The pages of portfolios: what is asked, what is reached, and who decides."""

import pytest
from django.urls import reverse

from tests.programme import made
from tests.world import NOW, SYSTEM, make_network_people
from wegwijzer.network.models import Person
from wegwijzer.programme.actions import assignments as actions
from wegwijzer.programme.models import Assignment


@pytest.fixture
def page(world, client, settings):
    """Sign in as somebody and ask for a page."""
    make_network_people(world)
    backend = settings.AUTHENTICATION_BACKENDS[0]

    def ask(who, name, *args, data=None, query=""):
        client.force_login(Person.objects.get(name=who), backend=backend)
        url = reverse(name, args=args) + query
        return client.get(url) if data is None else client.post(url, data)

    return ask


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


def test_an_assignment_is_drafted_started_and_delivered(page, world):
    slug = made.portfolio()
    rob = str(world.people["rob"])
    page(
        "rob",
        "assignment-new",
        slug,
        data={"title": "Kade in beeld", "expected": "Een beeld", "contractor": rob},
    )
    assignment = Assignment.objects.get()
    step = {"assignment": str(assignment.id)}
    early = page("rob", "portfolio", slug, data={"do": "start", **step})
    actions.agree_assignment(SYSTEM, assignment.id, now=NOW)
    page("rob", "portfolio", slug, data={"do": "start", **step})
    page("rob", "portfolio", slug, data={"do": "deliver", "delivery": "Het beeld ligt er.", **step})

    query = f"?kind=project&opdracht={assignment.id}"
    assert query.replace("&", "&amp;") in text(page("zoe", "portfolio", slug))
    assert "Het beeld ligt er." in text(page("zoe", "library-new", query=query))
    assert early.status_code == 422
    assert "Het beeld ligt er." in text(page("zoe", "portfolio", slug))
    assert (
        page("rob", "portfolio", slug, data={"do": "start", "assignment": "x"}).status_code == 404
    )
