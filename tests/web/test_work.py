"""What waits for whom: each role finds its own work on the first page, and nothing of others."""

from datetime import timedelta

import pytest

from tests.casework.made import delivered, opened
from tests.programme import made as programme
from tests.signals import made
from tests.signals.made import LONG
from tests.world import NOW
from wegwijzer.casework import actions, queries
from wegwijzer.network.models import Person
from wegwijzer.programme.actions import council
from wegwijzer.programme.rules.council import TaskContent
from wegwijzer.subjects.rules import Sameness
from wegwijzer.web.work import piles_for
from wegwijzer.web.work.piles import Task, pile_of

pytestmark = pytest.mark.django_db


def titles(world, name: str) -> set[str]:
    return {str(pile.title) for pile in piles_for(world.actor(name), NOW)}


def test_each_role_finds_its_own_work(world):
    made.drafted(world)
    made.submitted(world)
    made.in_weighing(world)
    made.accepted(world)

    assert titles(world, "alice") == {"Signalen om aan te vullen", "Op de weegtafel"}
    assert titles(world, "dora") == {"Signalen voor de intaketoets", "Op de weegtafel"}
    assert titles(world, "fons") == {"Aanvaard: open een casus"}


@pytest.mark.parametrize("name", ["otto", "pia", "hugo", "zoe", "carol"])
def test_nothing_waits_for_who_has_nothing_to_do_with_it(world, name):
    made.drafted(world)
    made.in_weighing(world)
    made.accepted(world)

    assert titles(world, name) == set()


def test_a_task_leads_to_the_thing_itself(world, client):
    signal = made.submitted(world)

    task = piles_for(world.actor("dora"), NOW)[0].tasks[0]

    assert str(signal) in task.url


def test_who_works_on_a_case_finds_the_hits_that_wait_as_they_last_saw_them(world):
    case = opened(world)
    delivered(world, case)
    anna, later = world.actor("anna"), NOW + timedelta(days=1)

    (before,) = pile(anna, NOW).tasks
    found = queries.find_hits(anna, case, now=NOW).hits
    (after,) = pile(anna, later).tasks
    for hit in found:
        pair = (hit.match.subject_ref, hit.match.other_ref)
        actions.judge_hit(anna, case, pair, sameness=Sameness.SAME, reason=LONG, now=NOW)
    queries.get_hit(anna, case, *pair, now=NOW)
    again = pile(anna, later)
    queries.find_hits(anna, case, now=NOW)

    assert str(case) in before.url and before.status == "Nog te zoeken"
    assert after.status == f"{len(found)} te beoordelen"
    assert again is not None
    assert pile(anna, later) is None
    assert pile(world.actor("alice"), NOW) is None
    (unseen,) = pile(world.actor("fons"), NOW).tasks
    assert unseen.status == "Nog te zoeken"


def pile(actor, now):
    return next((one for one in piles_for(actor, now) if one.title == TO_JUDGE), None)


TO_JUDGE = "Treffers om te beoordelen"


def test_an_empty_list_of_signals_says_where_to_go(world, client, settings):
    backend = settings.AUTHENTICATION_BACKENDS[0]
    shown = {}
    for who in ("anna", "alice"):
        client.force_login(Person.objects.get(name=who), backend=backend)
        shown[who] = client.get("/signalen/").content.decode()

    assert "leest u in die casus" in shown["anna"] and "/casussen/" in shown["anna"]
    assert "Meld het dan" in shown["alice"] and "leest u in die casus" not in shown["alice"]


def test_what_is_late_comes_first_and_the_rest_keeps_its_order():
    days = {"later": 5, "late": -2, "soon": 1, "latest": -9}
    tasks = tuple(
        Task("/", title, "", "Actie", due_on=NOW.date() + timedelta(days=n), is_late=n < 0)
        for title, n in days.items()
    )
    found = pile_of("Acties", "/alles/", tasks)
    assert [task.title for task in found.tasks] == ["latest", "late", "later", "soon"]


def test_a_late_action_of_the_council_says_so_and_the_link_says_of_what(network, client, settings):
    ria = network.actor("ria")
    meeting, item, _paper = programme.meeting(network, days=-60)
    task = TaskContent(text="Bellen", owner_id=ria.person_id, due_date=NOW.date() - timedelta(30))
    council.add_council_task(ria, meeting, task, now=NOW, item_id=item)
    person = Person.objects.get(name="ria")
    client.force_login(person, backend=settings.AUTHENTICATION_BACKENDS[0])

    shown = client.get("/").content.decode()

    assert '<span class="badge" data-kind="danger">Te laat</span>' in shown
    assert 'Alles bekijken<span class="visually-hidden">: Acties van het hoofdenoverleg' in shown
