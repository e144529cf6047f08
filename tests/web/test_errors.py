"""What a refusal looks like, which headers every answer carries, and what a bad address gives."""

import pytest
from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import Client
from django.urls import include, path, reverse

from tests.web.matrix import ROWS
from tests.web.test_permissions import address
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.kernel.verdict import Condition, Verdict
from wegwijzer.network.rules import Role
from wegwijzer.web.middleware import SINCE_KEY
from wegwijzer.web.views.demo import GROUPS

pytestmark = pytest.mark.django_db
MISSING = Condition("need", "De noodzaak is beschreven.", "Wgs art. 1.5", False, "Beschrijf haar.")
REFUSALS = {
    "afwezig": NotFound(),
    "verboden": NotAllowed("Dit mag niet.", verdict=Verdict("rule", (MISSING,))),
    "onjuist": Invalid("Kies een latere dag.", field="ends_on"),
    "botsing": Conflict("%(number)s is al besloten.", number="OB-2026-0001"),
    "stuk": ZeroDivisionError(),
}


def refuse(request, what: str) -> HttpResponse:
    raise REFUSALS[what]


urlpatterns = [path("weiger/<what>/", refuse), path("", include("wegwijzer.web.urls"))]
handler400 = "wegwijzer.web.views.errors.bad_request"
handler500 = "wegwijzer.web.views.errors.server_error"


def signed_in(name: str = "alice", **options) -> Client:
    client = Client(SERVER_NAME="localhost", **options)
    user = get_user_model().objects.get(email=f"{name}@example.org")
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.fixture
def refusing(settings, world) -> Client:
    settings.ROOT_URLCONF = __name__
    return signed_in(raise_request_exception=False)


# Refusals ----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("what", "status", "words"),
    [
        ("afwezig", 404, "u hebt er geen toegang toe"),
        ("verboden", 403, "Wgs art. 1.5"),
        ("onjuist", 422, "Kies een latere dag."),
        ("botsing", 409, "OB-2026-0001 is al besloten."),
        ("stuk", 500, "Wat al was opgeslagen, is bewaard."),
    ],
)
def test_each_kind_of_refusal_has_its_status_and_its_sentence(refusing, what, status, words):
    answer = refusing.get(f"/weiger/{what}/")

    assert answer.status_code == status
    assert words in answer.content.decode()


def test_a_fragment_gets_the_refusal_as_a_note_in_the_messages(refusing):
    answer = refusing.get("/weiger/botsing/", headers={"HX-Request": "true"})

    assert answer.status_code == 409
    assert answer["HX-Retarget"] == "main .messages"
    assert "<html" not in answer.content.decode()
    assert "OB-2026-0001 is al besloten." in answer.content.decode()


def test_a_refusal_is_said_in_the_language_of_the_reader(refusing):
    refusing.post("/taal/", {"language": "en", "next": "/"})

    assert 'lang="en"' in refusing.get("/weiger/verboden/").content.decode()


# Headers -----------------------------------------------------------------------------------------
CLASSES = {
    "page": "/mag-ik-dit-delen/", "json": "/gezond/", "text": "/.well-known/security.txt",
    "redirect": "/taal/", "absent": "/bestaat/niet/",
    "bad": "/mag-ik-dit-delen/?q=%00", "refused": "/weiger/verboden/", "broken": "/weiger/stuk/",
}  # fmt: skip


@pytest.mark.parametrize("kind", CLASSES)
def test_every_kind_of_answer_carries_the_headers(refusing, kind):
    answer = refusing.get(CLASSES[kind])

    assert answer["Cache-Control"].startswith(("no-store", "max-age=0"))
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=()" in answer["Permissions-Policy"]
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


def test_an_unknown_host_is_refused_with_the_headers_too(db):
    answer = Client(SERVER_NAME="kwaad.example").get("/gezond/")

    assert answer.status_code == 400
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]


# Forms of others ---------------------------------------------------------------------------------
def test_no_route_takes_a_form_without_its_token(things):
    client, wrong = signed_in("dora", enforce_csrf_checks=True), []
    for name, row in sorted(ROWS.items()):
        status = client.post(address(name, row, things)).status_code
        if status not in (403, 405):
            wrong.append(f"{name}: {status}")

    assert wrong == []


def test_a_form_without_a_valid_token_leads_back_to_its_page(world):
    client = signed_in("dora", enforce_csrf_checks=True)

    answer = client.post("/taal/", headers={"Referer": "http://localhost/signalen/?q=loods"})

    assert answer.status_code == 403
    page = answer.content.decode()
    assert "niet opgeslagen wat u verstuurde" in page
    assert 'href="/signalen/?q=loods"' in page
    assert "Dit mag u niet" not in page


def test_a_form_whose_session_ended_says_so_and_leads_back_by_way_of_signing_in(world):
    client = Client(SERVER_NAME="localhost")

    answer = client.post(
        "/signalen/nieuw/", headers={"Referer": "http://localhost/signalen/nieuw/"}
    )

    assert answer.status_code == 403
    assert "U bent niet meer aangemeld" in answer.content.decode()
    assert "?next=%2Fsignalen%2Fnieuw%2F" in answer.content.decode()


def test_a_form_sent_after_too_long_a_session_is_told_that_nothing_was_saved(world):
    client = signed_in()
    session = client.session
    session[SINCE_KEY] = 0
    session.save()

    answer = client.post("/signalen/nieuw/", {"title": "Een loods"})

    assert answer.status_code == 403
    assert "niet opgeslagen wat u verstuurde" in answer.content.decode()


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/x", "javascript:alert(1)", "//evil.example"]
)
def test_a_late_form_never_leads_to_another_site(world, elsewhere):
    answer = Client(SERVER_NAME="localhost").post("/signalen/", headers={"Referer": elsewhere})

    assert '?next=%2F"' in answer.content.decode()
    assert "evil" not in answer.content.decode()


def test_a_late_fragment_is_told_in_the_messages(world):
    client = signed_in("dora", enforce_csrf_checks=True)

    answer = client.post("/taal/", headers={"HX-Request": "true"})

    assert answer.status_code == 403
    assert answer["HX-Retarget"] == "main .messages"
    assert "<html" not in answer.content.decode()


# Addresses that no page makes --------------------------------------------------------------------
@pytest.mark.parametrize(
    "query", ["after=x", f"after={10**20}", "after=-1", "q=%00", "q=" + "a" * 1_000_000]
)
def test_a_bad_query_is_a_400_that_says_so(world, query):
    answer = signed_in("pia").get(f"/logboek/?aim=integrity&{query}")

    assert answer.status_code == 400
    assert "adres" in answer.content.decode()


@pytest.mark.parametrize("query", ["kind=onzin", "year=abc", "page=x"])
def test_a_list_that_is_asked_for_what_it_has_not_leads_back_to_itself(world, query):
    answer = signed_in("pia").get(f"/bibliotheek/?{query}")

    assert answer.status_code == 400
    assert 'href="/bibliotheek/"' in answer.content.decode().partition("<main")[2]


# The demo ----------------------------------------------------------------------------------------
def test_the_door_of_the_demo_is_not_there_outside_the_demo(world):
    client = Client(SERVER_NAME="localhost")
    designation = str(world.designations["alice"])

    assert client.get("/demo/").status_code == 404
    assert client.post("/demo/", {"designation": designation}).status_code == 404
    assert client.get("/").status_code == 302


def test_in_the_demo_one_click_makes_you_somebody(world, settings):
    settings.DEMO = True
    client = Client(SERVER_NAME="localhost")
    page = client.get("/demo/").content.decode()
    answer = client.post("/demo/", {"designation": str(world.designations["bob"])})

    assert all(name in page for name in ("alice", "bob", "zoe"))
    assert answer["location"] == reverse("home")
    assert "College van Voorbeeldstad" in client.get("/").content.decode()


def test_in_the_demo_you_come_where_you_wanted_to_go(world, settings):
    settings.DEMO = True
    settings.LOGIN_URL = "demo"
    client = Client(SERVER_NAME="localhost")
    door = client.get("/signalen/?status=weighing")["location"]
    answer = client.post(door, {"designation": str(world.designations["bob"])})

    assert door == "/demo/?next=/signalen/%3Fstatus%3Dweighing"
    assert answer["location"] == "/signalen/?status=weighing"


@pytest.mark.parametrize("away", ["https://elders.example/", "//elders.example/", "javascript:1"])
def test_the_door_of_the_demo_leads_to_no_other_site(world, settings, away):
    settings.DEMO = True
    client = Client(SERVER_NAME="localhost")
    chosen = {"designation": str(world.designations["bob"])}

    assert client.post(f"/demo/?next={away}", chosen)["location"] == reverse("home")


def test_the_personas_of_the_demo_stand_in_the_order_of_the_work(network, settings):
    settings.DEMO = True
    page = Client(SERVER_NAME="localhost").get("/demo/").content.decode()
    order = ("alice", "carol", "dora", "fons", "anna", "ria", "trudy", "pia", "petra", "otto")

    assert sorted(order, key=lambda name: page.index(f"<strong>{name}</strong>")) == list(order)
    assert {role for _heading, roles in GROUPS for role in roles} == set(Role)


def test_in_the_demo_an_unknown_persona_does_not_exist(world, settings):
    settings.DEMO = True
    client = Client(SERVER_NAME="localhost")

    assert client.post("/demo/", {"designation": "iemand"}).status_code == 404


def test_anyone_may_ask_whether_the_server_is_healthy(db):
    assert Client(SERVER_NAME="localhost").get("/gezond/").json() == {"status": "ok"}


def test_who_is_signed_in_keeps_the_menu_on_an_error(world):
    page = signed_in().get("/bestaat-niet/").content.decode()

    assert 'aria-label="Hoofdmenu"' in page
    assert "zoek via het menu" in page
