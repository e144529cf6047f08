"""Signing in: who gets in, who doesn't, what is logged, and when a session ends."""

import json
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.world import PASSWORD, SYSTEM, make_person
from wegwijzer.logbook.models import Line
from wegwijzer.network import actions
from wegwijzer.network.rules import Period, Role

pytestmark = pytest.mark.django_db
LOGIN = "/account/aanmelden/"


def browser(**options) -> Client:
    return Client(SERVER_NAME="localhost", **options)


def sign_in(client: Client, name: str, password: str = PASSWORD):
    return client.post(LOGIN, {"login": f"{name}@example.org", "password": password})


def confirmed(client: Client, name: str):
    """Open a page that asks the password once more."""
    asked = client.get(reverse(name))
    return client.post(asked["location"], {"password": PASSWORD}, follow=True)


def steps() -> list[str]:
    lines = Line.objects.filter(act="network.record_sign_in").order_by("position")
    return [json.loads(line.body)["details"]["step"] for line in lines]


def user(name: str):
    return get_user_model().objects.get(email=f"{name}@example.org")


# In and out --------------------------------------------------------------------------------------
def test_who_knows_the_password_gets_in_and_out_and_both_are_logged(world):
    client = browser()

    assert sign_in(client, "alice")["location"] == "/"
    assert client.get("/").status_code == 200
    client.post("/account/afmelden/")

    assert client.get("/").status_code == 302
    assert steps() == ["signed_in", "signed_out"]


def test_the_key_of_the_session_changes_at_signing_in_and_at_switching(world):
    make_person(world, "willem", "mayor", Role.CASE_DIRECTOR)
    second = actions.designate(
        SYSTEM, user("willem").pk, participant_id=world.participants["executive"],
        region_id=world.regions["ON"], period=Period(date(2026, 1, 1), None), now=now_(),
    )  # fmt: skip
    actions.grant_role(
        SYSTEM, second, role=Role.PARTNER_REPORTER,
        period=Period(date(2026, 1, 1), None), now=now_(),
    )  # fmt: skip
    client = browser()
    client.get(LOGIN)
    keys = [client.session.session_key]
    sign_in(client, "willem")
    keys.append(client.session.session_key)
    client.post("/namens/", {"designation": str(second)})
    keys.append(client.session.session_key)

    assert len(set(keys)) == 3
    assert "College van Voorbeeldstad" in client.get("/").content.decode()


def test_nobody_switches_to_the_designation_of_somebody_else(world):
    client = browser()
    sign_in(client, "alice")

    answer = client.post("/namens/", {"designation": str(world.designations["bob"])})

    assert answer.status_code == 404


def test_a_wrong_password_and_an_unknown_person_read_the_same(world):
    told = []
    for name in ("alice", "niemand"):
        page = sign_in(browser(), name, "verkeerd wachtwoord").content.decode()
        page = re.sub(r'(csrfmiddlewaretoken" value="|x-csrftoken": ")[^"]*', "", page)
        told.append(page.replace(name, ""))

    assert told[0] == told[1]
    assert steps() == ["not_recognised", "not_recognised"]


def test_what_was_typed_is_not_logged(world):
    sign_in(browser(), "alice", "mijn geheime zin")
    sign_in(browser(), "mijn-geheime-naam", "x")

    assert not any("geheime" in line.body for line in Line.objects.all())


def test_after_five_wrong_passwords_even_the_right_one_waits(world):
    client = browser()
    for _attempt in range(5):
        sign_in(client, "alice", "verkeerd")
    sign_in(client, "alice")

    assert client.get("/").status_code == 302
    assert steps()[-1] == "locked_out"


def test_a_lock_on_one_name_leaves_others_free(world):
    for _attempt in range(6):
        sign_in(browser(), "alice", "verkeerd")

    assert sign_in(browser(), "bob")["location"] == "/"


# What ends a session -----------------------------------------------------------------------------
def test_a_blocked_account_is_out_at_the_next_request(world):
    client = browser()
    sign_in(client, "alice")
    actions.block_person(world.actor("hugo"), user("alice").pk, now=now_())

    assert client.get("/").status_code == 302
    answer = sign_in(client, "alice")
    assert answer.status_code == 403
    assert "geblokkeerd" in answer.content.decode()
    assert steps()[-1] == "blocked"


def test_a_new_password_ends_every_session(world):
    client = browser()
    sign_in(client, "alice")
    actions.replace_password(
        world.actor("hugo"), user("alice").pk, password="een heel nieuwe zin", now=now_()
    )

    assert client.get("/").status_code == 302


def test_a_designation_that_ends_shuts_the_door_at_the_next_request(world):
    client = browser()
    sign_in(client, "alice")
    yesterday = now_().date() - timedelta(days=1)
    actions.end_designation(
        world.actor("petra"), world.designations["alice"], last_day=yesterday, now=now_()
    )
    answer = client.get("/")

    assert answer.status_code == 403
    page = answer.content.decode()
    assert "Wgs art. 1.4 lid 3" in page
    assert 'action="/account/afmelden/"' in page
    assert client.get("/account/").status_code == 200


def test_a_session_ends_after_so_many_hours_however_busy(world):
    client = browser()
    sign_in(client, "alice")
    client.get("/")
    session = client.session
    session["since"] -= settings.WEGWIJZER.session_hours * 3600 + 1
    session.save()

    assert client.get("/")["location"].startswith(LOGIN)
    assert client.get("/").status_code == 302


def test_a_session_ends_by_silence(world):
    client = browser()
    sign_in(client, "alice")

    assert client.session.get_expiry_age() == settings.WEGWIJZER.session_minutes * 60
    assert settings.SESSION_SAVE_EVERY_REQUEST


# The second step ---------------------------------------------------------------------------------
def code_for(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def test_the_second_step_is_asked_and_a_wrong_code_is_logged(world):
    secret = generate_totp_secret()
    TOTP.activate(user("alice"), secret)
    client = browser()

    where = sign_in(client, "alice")["location"]
    assert client.get("/").status_code == 302
    page = client.post(where, {"code": "000000"})
    assert "Afmelden" not in page.content.decode()
    assert steps() == ["wrong_code"]
    client.post(where, {"code": code_for(secret)})

    assert client.get("/").status_code == 200
    assert steps() == ["wrong_code", "signed_in"]


def test_a_lost_second_step_is_put_back_by_two_and_the_person_reads_how(world):
    TOTP.activate(user("alice"), generate_totp_secret())
    client, phone = browser(), browser()
    phone.force_login(user("alice"), backend=settings.AUTHENTICATION_BACKENDS[0])
    asked = client.get(sign_in(client, "alice")["location"]).content.decode()
    assert "Telefoon en passkey kwijt?" in asked
    where = reverse("person-reset", args=[user("alice").pk])
    told = {"how": "Kwam langs met het legitimatiebewijs."}
    for manager in ("petra", "hugo"):
        door = browser()
        sign_in(door, manager)
        if manager == "hugo":
            assert where in door.get("/").content.decode()
            assert "petra vroeg om de tweede stap" in door.get(where).content.decode()
        assert door.post(where, {"how": "ja"}).status_code == 422
        assert door.post(where, told).status_code == 302

    assert phone.get("/").status_code == 302
    again = browser()
    assert sign_in(again, "alice")["location"] == "/"
    assert "Teruggezet door petra en hugo" in again.get("/account/").content.decode()


def test_who_waits_at_the_second_step_while_it_is_put_back_signs_in_anew(world):
    TOTP.activate(user("alice"), generate_totp_secret())
    client = browser()
    where = sign_in(client, "alice")["location"]
    assert client.get(LOGIN)["location"] == where
    Authenticator.objects.all().delete()

    assert client.get(where)["location"] == LOGIN
    assert client.get(LOGIN).status_code == 200
    assert sign_in(client, "alice")["location"] == "/"


def test_a_passkey_is_made_to_sign_in_by_itself_unless_one_wants_less(world):
    client = browser()
    sign_in(client, "alice")
    confirmed(client, "mfa_add_webauthn")
    page = client.get(reverse("mfa_add_webauthn")).content.decode()

    assert re.search(r'<input[^>]*name="passwordless"[^>]*checked', page)


def test_who_has_nothing_to_confirm_with_is_not_asked_to(world):
    alice = user("alice")
    alice.set_unusable_password()
    alice.save()
    client = browser()
    client.force_login(alice, backend=settings.AUTHENTICATION_BACKENDS[0])

    assert client.get(reverse("mfa_add_webauthn")).status_code == 200
    TOTP.activate(alice, generate_totp_secret())
    assert client.get(reverse("mfa_add_webauthn")).status_code == 302


def test_secrets_of_the_second_step_are_encrypted(world):
    secret = generate_totp_secret()
    TOTP.activate(user("alice"), secret)

    assert secret not in json.dumps(Authenticator.objects.get().data)


def test_where_it_is_required_nobody_works_without_a_second_step(world, settings):
    settings.WEGWIJZER = settings.WEGWIJZER.model_copy(update={"second_factor_required": True})
    client = browser()
    sign_in(client, "alice")

    answer = client.get("/signalen/")
    assert answer["location"] == reverse("mfa_index")
    assert "tweede stap" in client.get("/account/beveiliging/").content.decode()
    assert confirmed(client, "mfa_activate_totp").status_code == 200
    TOTP.activate(user("alice"), generate_totp_secret())
    assert client.get("/signalen/").status_code == 200


def test_somebody_confirms_with_the_password_before_changing_the_second_step(world):
    client = browser()
    client.force_login(user("alice"), backend=settings.AUTHENTICATION_BACKENDS[0])
    where = client.get(reverse("mfa_activate_totp"))["location"]

    assert "verkeerd" not in client.post(where, {"password": "verkeerd"}).get("location", "")
    client.post(where, {"password": PASSWORD})

    assert client.get(reverse("mfa_activate_totp")).status_code == 200


def test_somebody_changes_their_own_password(world):
    client = browser()
    sign_in(client, "alice")
    client.post(
        "/account/wachtwoord/",
        {"oldpassword": PASSWORD, "password1": "een andere lange zin", "password2": "een andere lange zin"},
    )  # fmt: skip

    assert sign_in(browser(), "alice", "een andere lange zin")["location"] == "/"


# What isn't there --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "name", ["account_signup", "account_email", "account_reset_password", "mfa_signup_webauthn"]
)
def test_pages_that_we_do_not_want_have_no_route(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_every_page_of_ones_own_account_is_drawn_in_dutch(world):
    client = browser()
    sign_in(client, "alice")
    confirmed(client, "mfa_activate_totp")
    for name in (
        "account_security", "account_change_password", "account_logout", "account_reauthenticate",
        "mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "mfa_list_webauthn",
    ):  # fmt: skip
        page = client.get(reverse(name))
        assert page.status_code == 200, name
        assert 'lang="nl"' in page.content.decode()
        assert 'class="brand"' in page.content.decode()


def now_() -> datetime:
    return datetime.now(UTC)


def test_who_has_no_password_is_told_so(world):
    alice = user("alice")
    alice.set_unusable_password()
    alice.save()
    client = browser()
    client.force_login(alice, backend=settings.AUTHENTICATION_BACKENDS[0])

    assert client.get("/account/wachtwoord/").status_code == 409
    assert "wachtwoord/" not in client.get("/account/").content.decode()
