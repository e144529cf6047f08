"""A closed case comes back in the browser: proposed, answered by everybody, reopened."""

import pytest
from django.urls import reverse

from tests.casework.made import LONG, closed
from tests.web.test_permissions import client_of
from tests.world import make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(db):
    return closed(make_world())[0]


def post(who: str, name: str, *args, **told):
    return client_of(who).post(reverse(name, args=args), told)


def page(who: str, case) -> str:
    return client_of(who).get(reverse("closed-case", args=[case])).content.decode()


def test_a_closed_case_is_reopened_by_the_pages(case):
    assert "Vergunning voor autoverhuur" not in page("fons", case)
    assert post("fons", "reopening-propose", case, reason=LONG).status_code == 302
    assert "casussen/gesloten" in client_of("bob").get("/").content.decode()
    for who, capacity in (("alice", "order"), ("bob", "order")):
        assert post(who, "reopening-answer", case, capacity, agrees="yes").status_code == 302
    refused = client_of("fons").get(reverse("case-reopen", args=[case]))
    assert refused.status_code == 403
    assert "instemming" in refused.content.decode()
    assert post("bob", "reopening-answer", case, "consent", agrees="yes").status_code == 302
    form = client_of("fons").get(reverse("case-reopen", args=[case]))
    director = form.context["form"].initial["director_id"]

    assert post("fons", "case-reopen", case, director_id=director).status_code == 302

    assert client_of("fons").get(reverse("case", args=[case])).status_code == 200
    log = client_of("fons").get(reverse("case-log", args=[case])).content.decode()
    assert "Casus heropend" in log
    decisions = client_of("fons").get(reverse("case-decisions", args=[case])).content.decode()
    assert "Ingestemd:" in decisions


def test_a_refusal_without_a_reason_keeps_the_choice_and_says_what_to_do(case):
    post("fons", "reopening-propose", case, reason=LONG)

    answer = post("bob", "reopening-answer", case, "consent", agrees="no")

    assert answer.status_code == 422
    assert "Schrijf in een of twee zinnen waarom." in answer.content.decode()
    assert 'value="no"' in answer.content.decode()
    post("bob", "reopening-answer", case, "consent", agrees="no", reason=LONG)
    assert "Geweigerd" in page("fons", case)
    assert "Heropening voorstellen" in page("fons", case)
