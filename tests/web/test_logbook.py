"""The logbook on a page: first the aim, then the lines; reading is logged as well."""

import ast
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.casework.made import opened
from tests.signals import made
from tests.world import make_person
from wegwijzer.casework.models import Case
from wegwijzer.logbook import queries
from wegwijzer.logbook.models import Line
from wegwijzer.network.rules import Role
from wegwijzer.signals.models import Signal
from wegwijzer.signals.queries import numbers as signal_numbers
from wegwijzer.web.acts import ACT_LABELS

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
    assert "Persoon toegevoegd" not in page
    assert readings() == []


def test_with_an_aim_the_lines_are_shown_and_the_reading_is_logged(world):
    page = signed_in("pia").get("/logboek/?aim=integrity").content.decode()

    assert "Persoon toegevoegd" in page and "network.add_person" not in page
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

    assert "Signaal gelezen" in refused and "niet gevonden, of niet voor deze persoon" in refused
    assert "Persoon toegevoegd" not in refused
    assert "Ingediend" in of_signal
    assert "Persoon toegevoegd" not in of_signal


def test_pages_follow_each_other_without_a_gap(world):
    client = signed_in("pia")
    shown = client.get("/logboek/?aim=court")
    first = shown.context["lines"]
    oldest = first[-1].line.position
    assert f"?aim=court&amp;after={oldest}" in shown.content.decode()
    second = client.get(f"/logboek/?aim=court&after={oldest}").context["lines"]

    assert second[0].line.position == oldest - 1
    assert len(first) == 50


def test_a_dossier_is_asked_for_by_its_number_and_shown_by_it(world):
    case = opened(world)
    number = Case.objects.get(id=case).number
    (signal,) = Signal.objects.values_list("number", flat=True)
    client = signed_in("pia")

    of_case = client.get(f"/logboek/?aim=court&dossier={number.lower()}").content.decode()
    of_signal = client.get(f"/logboek/?aim=court&dossier={signal}").content.decode()

    assert "Casus geopend" in of_case and f"</span>{number}</a>" in of_case
    assert "Ingediend" in of_signal and "Casus geopend" not in of_signal


def test_a_number_of_another_region_looks_like_none_at_all(world):
    made.drafted(world, "zoe")
    (number,) = Signal.objects.values_list("number", flat=True)
    client = signed_in("pia")

    there, nowhere, words = (
        client.get(f"/logboek/?aim=court&dossier={text}").content.decode()
        for text in (number, "ZZ-2026-9999", "zomaar iets")
    )
    everything = client.get("/logboek/?aim=court").content.decode()

    assert "Geen regels" in there and "Geen regels" in words
    assert shape(there, number) == shape(nowhere, "ZZ-2026-9999")
    assert "Vastgelegd als concept" in everything and number not in everything


def shape(page: str, number: str) -> str:
    return re.sub(r"[0-9a-zA-Z]{8,}|[0-9.]+ regels", "", page.replace(number, "NUMMER"))


def test_a_number_says_nothing_to_who_does_not_read_the_logbook(world):
    signal = made.drafted(world)

    assert signal_numbers.numbers_of(world.actor("alice"), {signal}) == {}
    assert signal_numbers.find_by_number(world.actor("alice"), "ON-2026-0001") is None
    assert signal_numbers.find_by_number(world.actor("pia"), "ON-2026-0001") == signal


def test_the_chain_is_checked_on_the_page(world, monkeypatch):
    client = signed_in("pia")
    whole = client.post("/logboek/controle/", follow=True).content.decode()
    monkeypatch.setattr("wegwijzer.logbook.actions.MOST_CHECKED", 5)
    client.post("/logboek/controle/")
    last = Line.objects.latest("position")

    assert "Regel 1 tot en met" in whole
    assert last.act == "logbook.check_chain"
    details = json.loads(last.body)["details"]
    assert details["last"] - details["first"] == 4 and details["broken"] is None
    assert signed_in("alice").post("/logboek/controle/").status_code == 403


def test_a_line_that_was_changed_is_named_on_the_page(world, monkeypatch):
    lines = list(queries._links(Line.objects.all()))
    changed = replace(lines[-2], body=lines[-2].body + " ")
    monkeypatch.setattr(queries, "_links", lambda _rows: iter([*lines[:-2], changed, lines[-1]]))

    shown = signed_in("pia").post("/logboek/controle/", follow=True).content.decode()

    assert f"klopt niet bij regel {changed.position}" in shown


def test_every_act_has_words():
    assert ACT_LABELS.keys() >= ACTS_IN_CODE
    assert len(ACTS_IN_CODE) > 200


def acts_in_code() -> set[str]:
    """Return every act that is recorded, and every guarded function, as the logbook calls it."""
    found = set()
    for path in Path("src/wegwijzer").rglob("*.py"):
        context = path.parts[2]
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef) and GUARDS & {
                one.id for one in node.decorator_list if isinstance(one, ast.Name)
            }:
                found.add(f"{context}.{node.name}")
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "record":
                told = node.args[1] if len(node.args) > 1 else None
                if isinstance(told, ast.Constant):
                    found.add(told.value)
    return found


GUARDS = {"acting", "reading"}
ACTS_IN_CODE = acts_in_code()


def test_the_page_says_how_the_chain_stands(world):
    page = signed_in("pia").get("/logboek/").content.decode()

    assert str(Line.objects.count()) in page
    assert Line.objects.latest("position").hash[:8] in page
