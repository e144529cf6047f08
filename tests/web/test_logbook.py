"""The logbook on a page: first the aim, then the lines; reading is logged as well."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.signals import made
from tests.world import make_person
from wegwijzer.logbook.models import Line
from wegwijzer.network.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def lines(world):
    """Write a page and a bit of lines: people who come to work."""
    for number in range(12):
        make_person(world, f"nieuw{number}", "police", Role.PARTNER_REPORTER)


def signed_in(name: str) -> Client:
    client = Client(SERVER_NAME="localhost")
    user = get_user_model().objects.get(email=f"{name}@example.org")
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def readings() -> list[str]:
    lines = Line.objects.filter(act="logbook.read_logbook").order_by("position")
    return [json.loads(line.body)["details"]["aim"] for line in lines]


def test_without_an_aim_no_line_is_shown_and_nothing_is_logged(world):
    page = signed_in("pia").get("/logboek/").content.decode()

    assert "Kies eerst waarvoor u leest" in page
    assert "network.add_person" not in page
    assert readings() == []


def test_with_an_aim_the_lines_are_shown_and_the_reading_is_logged(world):
    page = signed_in("pia").get("/logboek/?aim=integrity").content.decode()

    assert "network.add_person" in page
    assert "Integriteit en beveiliging" in page
    assert readings() == ["integrity"]


def test_an_aim_that_the_law_does_not_name_is_a_bad_request(world):
    assert signed_in("pia").get("/logboek/?aim=nieuwsgierig").status_code == 400
    assert readings() == []


@pytest.mark.parametrize("name", ["alice", "dora", "fons", "otto", "hugo"])
def test_only_who_tests_lawfulness_reads_it(world, name):
    assert signed_in(name).get("/logboek/?aim=integrity").status_code == 403


def test_the_lines_are_narrowed_by_outcome_and_by_dossier(world):
    signal = made.submitted(world)
    client = signed_in("pia")
    signed_in("carol").get(f"/signalen/{signal}/")

    refused = client.get("/logboek/?aim=lawfulness&outcome=refused").content.decode()
    of_signal = client.get(f"/logboek/?aim=lawfulness&dossier={signal}").content.decode()

    assert "signals.get_signal" in refused
    assert "network.add_person" not in refused
    assert "signals.submit_signal" in of_signal
    assert "network.add_person" not in of_signal


def test_pages_follow_each_other_without_a_gap(world):
    client = signed_in("pia")
    shown = client.get("/logboek/?aim=court")
    first = shown.context["lines"]
    oldest = first[-1][0].position
    assert f"?aim=court&amp;after={oldest}" in shown.content.decode()
    second = client.get(f"/logboek/?aim=court&after={oldest}").context["lines"]

    assert second[0][0].position == oldest - 1
    assert len(first) == 50


def test_a_number_that_is_no_key_is_told_at_the_field(world):
    shown = signed_in("pia").get("/logboek/?aim=court&dossier=ON-2026-0001")

    assert shown.status_code == 200
    assert "staat bij ‘Waarover’" in shown.content.decode()
    assert "lines" not in shown.context


def test_the_page_says_how_the_chain_stands(world):
    page = signed_in("pia").get("/logboek/").content.decode()

    assert str(Line.objects.count()) in page
    assert Line.objects.latest("position").hash[:16] in page
