"""Mag ik dit delen: the page says what the law says, for every question and any facts."""

from html import escape
from itertools import product
from random import Random

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from wegwijzer.law.advice import QUESTIONS, Question, advise
from wegwijzer.logbook.models import Line

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(world) -> Client:
    client = Client(SERVER_NAME="localhost")
    user = get_user_model().objects.get(email="otto@example.org")
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def some_facts(question: Question) -> list[dict[str, str]]:
    """Return a few of all the facts that could be told, always the same ones."""
    told = [
        [key for key, _label in fact.choices] if fact.choices else ["no", "yes"]
        for fact in question.facts
    ]
    names = [fact.name for fact in question.facts]
    every = [dict(zip(names, values, strict=True)) for values in product(*told)]
    return Random(4).sample(every, min(12, len(every)))


def asked(question: Question, facts: dict[str, str]) -> dict[str, object]:
    """Return the query that a browser makes of these facts."""
    choices = {fact.name for fact in question.facts if fact.choices}
    true = [name for name, value in facts.items() if value == "yes"]
    return {name: facts[name] for name in choices} | {"true": true, "vraag": "1"}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_the_page_answers_what_the_law_answers(client, question):
    for facts in some_facts(question):
        verdict = advise(question.slug, facts)
        page = client.get(f"/mag-ik-dit-delen/{question.slug}/", asked(question, facts))
        told = page.content.decode()

        assert page.context["verdict"] == verdict
        assert ("data-allowed" in told) == verdict.allowed
        for condition in verdict.conditions:
            assert escape(condition.article) in told


def test_after_a_yes_who_may_report_goes_on_and_another_reads_who_can(client):
    asked_all = {"true": ["participant", "purpose", "organised_crime"], "vraag": "1"}
    address = "/mag-ik-dit-delen/signaal-melden/"
    told = client.get(address, asked_all).content.decode()
    assert "Een melder van uw organisatie legt het signaal vast." in told

    user = get_user_model().objects.get(email="alice@example.org")
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    link = f'href="{reverse("signal-new")}"'
    answered = client.get(address, asked_all).content.decode()
    refused = client.get(address, asked_all | {"true": ["purpose"]}).content.decode()
    main = [page[page.index("<main") :] for page in (answered, refused)]
    assert [link in page for page in main] == [True, False]


def test_a_missing_condition_says_what_to_do(client):
    told = client.get("/mag-ik-dit-delen/signaal-melden/?vraag=1").content.decode()
    verdict = advise("signaal-melden", {})

    assert not verdict.allowed
    assert escape(verdict.first_missing.next_step % verdict.first_missing.params) in told


def test_a_choice_that_is_left_open_is_asked_at_the_field(client):
    page = client.get("/mag-ik-dit-delen/gegeven-vastleggen/?vraag=1")

    assert 'aria-invalid="true"' in page.content.decode()
    assert page.context["verdict"] is None


def test_a_choice_that_does_not_exist_gives_no_answer(client):
    page = client.get("/mag-ik-dit-delen/gegeven-vastleggen/?category=geheim&vraag=1")

    assert page.status_code == 200
    assert page.context["verdict"] is None


def test_a_question_that_does_not_exist_is_not_found(client):
    assert client.get("/mag-ik-dit-delen/mag-alles/").status_code == 404


def test_asking_leaves_nothing_behind(client):
    before = Line.objects.count()
    client.get("/mag-ik-dit-delen/signaal-melden/?vraag=1&true=purpose")

    assert Line.objects.count() == before


def test_what_the_law_leaves_open_is_shown_with_its_source(client):
    assert "Bron" in client.get("/mag-ik-dit-delen/").content.decode()
