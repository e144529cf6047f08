"""One search finds what somebody may see, of every sort, and nothing else."""

import pytest

from tests.casework import made as cases
from tests.signals import made as signals
from tests.web.test_errors import signed_in
from tests.world import NOW
from wegwijzer.signals import queries

pytestmark = pytest.mark.django_db


def found(who: str, text: str) -> str:
    answer = signed_in(who).get("/zoeken/", {"q": text})
    assert answer.status_code == 200
    return answer.content.decode()


def test_one_search_finds_signals_and_cases(world):
    case = cases.opened(world, "police", "mayor")
    signals.submitted(world)

    page = found("alice", "autoverhuur")

    assert f"/casussen/{case}/" in page
    assert page.count("/signalen/") >= 2


def test_a_number_leads_to_its_signal(world):
    signal = signals.submitted(world)
    number = queries.get_signal(world.actor("alice"), signal, now=NOW).row.number

    assert f"/signalen/{signal}/" in found("alice", number)


@pytest.mark.parametrize("name", ["otto", "hugo", "carol"])
def test_who_may_not_see_it_finds_nothing(world, name):
    cases.opened(world, "police", "mayor")

    page = found(name, "autoverhuur")

    assert "Niets gevonden" in page
    assert "Autoverhuur" not in page


def test_without_a_word_the_page_says_what_to_do(world):
    assert "Wat zoekt u?" in found("alice", "")


def test_a_text_that_is_too_long_stays_in_the_field_and_the_page_says_how_long(world):
    answer = signed_in("alice").get("/zoeken/", {"q": "autoverhuur " * 250})

    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Zoek met ten hoogste 200 tekens" in page
    assert f'value="{"autoverhuur " * 250}"' in page


def test_what_is_typed_stands_as_text(world):
    assert "<script>alert" not in found("alice", "<script>alert(1)</script>")


def test_a_search_asks_few_questions(world, django_assert_max_num_queries):
    cases.opened(world, "police", "mayor")
    client = signed_in("alice")

    with django_assert_max_num_queries(30):
        client.get("/zoeken/", {"q": "autoverhuur zonder klanten"})
