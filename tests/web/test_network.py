"""Beheer: two people together give a right, and nobody gives it to themselves."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from tests.world import make_person
from wegwijzer.network.models import Designation, RoleGrant
from wegwijzer.network.rules import Period, Role

pytestmark = pytest.mark.django_db
PASSWORD = "een heel lange eerste zin"


def signed_in(name: str) -> Client:
    client = Client(SERVER_NAME="localhost")
    user = get_user_model().objects.get(email=f"{name}@example.org")
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def words(response) -> str:
    return response.content.decode()


def add_rob(client: Client):
    told = {"name": "Rob Roelofs", "email": "rob@example.org", "password": PASSWORD}
    return client.post(reverse("person-new"), told)


def today() -> date:
    return datetime.now(UTC).date()


def test_designating_and_granting_are_the_work_of_two(world):
    admin, access = signed_in("petra"), signed_in("hugo")
    person = add_rob(admin)["location"]
    assert "Rob Roelofs" in words(admin.get(reverse("manage")))

    answer = admin.post(f"{person}aanwijzen/", {"starts_on": today()})
    assert answer["location"] == person
    page = words(access.get(person))
    grant = page.split('href="')[1:]
    grant = next(part.split('"')[0] for part in grant if "/rol/" in part.split('"')[0])
    assert admin.post(grant, {"role": "partner_reporter", "starts_on": today()}).status_code == 403
    assert access.post(f"{person}aanwijzen/", {"starts_on": today()}).status_code == 403
    access.post(grant, {"role": "partner_reporter", "starts_on": today()})
    for kind in ("screening", "training"):
        access.post(f"{person}vereiste/", {"kind": kind, "reference": "V-1", "starts_on": today()})

    rob = signed_in("rob")
    assert rob.get(reverse("home")).status_code == 200
    assert "Melder" in words(access.get(person))


def test_a_role_that_outlives_its_designation_is_refused_at_the_field(world):
    until = Period(date(2026, 1, 1), date(2099, 12, 31))
    make_person(world, "nina", "police", Role.DATA_SUPPLIER, period=until)
    url = reverse("role-grant", args=[world.designations["nina"]])

    answer = signed_in("hugo").post(
        url, {"role": "partner_reporter", "starts_on": "2026-01-01", "ends_on": ""}
    )

    assert answer.status_code == 422
    assert "buiten de looptijd van de aanwijzing" in words(answer)


def test_nobody_gives_themselves_a_role(world):
    url = reverse("role-grant", args=[world.designations["hugo"]])

    answer = signed_in("hugo").post(url, {"role": "case_director", "starts_on": today()})

    assert answer.status_code == 403


def test_a_manager_sees_who_is_theirs_and_nobody_else(world):
    zoe = get_user_model().objects.get(email="zoe@example.org")
    carol = get_user_model().objects.get(email="carol@example.org")

    assert signed_in("hugo").get(reverse("person", args=[zoe.pk])).status_code == 404
    assert signed_in("petra").get(reverse("person", args=[carol.pk])).status_code == 404
    assert signed_in("petra").post(reverse("person-block", args=[carol.pk])).status_code == 404
    assert signed_in("hugo").get(reverse("person", args=[carol.pk])).status_code == 200


def test_the_review_of_rights_shows_what_ends_first_and_what_never_ends(world):
    soon = Period(date(2026, 1, 1), today())
    make_person(world, "nina", "police", Role.DATA_SUPPLIER, period=soon)

    page = words(signed_in("hugo").get(reverse("rights")))

    assert page.index("nina") < page.index("alice")
    assert "Loopt bijna af" in page
    assert "Geen einddatum" in page
    assert "Politie Anders" not in page


def test_a_manager_blocks_and_unblocks_somebody_but_not_themselves(world):
    hugo = signed_in("hugo")
    alice = get_user_model().objects.get(email="alice@example.org")

    asked = words(hugo.get(reverse("person-block", args=[alice.pk])))
    assert "kan zich dan niet meer aanmelden" in asked
    alice.refresh_from_db()
    assert alice.is_active
    page = hugo.post(reverse("person-block", args=[alice.pk]), follow=True)
    assert "Geblokkeerd" in words(page)
    hugo.post(reverse("person-unblock", args=[alice.pk]))
    alice.refresh_from_db()
    assert alice.is_active
    me = get_user_model().objects.get(email="hugo@example.org")
    assert hugo.post(reverse("person-block", args=[me.pk])).status_code == 403


@pytest.mark.parametrize("weak", ["kort", "elf tekens.", "qwertyuiop123"])
def test_a_weak_password_is_refused_at_the_field(world, weak):
    told = {"name": "Rob", "email": "rob@example.org", "password": weak}

    answer = signed_in("petra").post(reverse("person-new"), told)

    assert answer.status_code == 422
    assert 'aria-invalid="true"' in words(answer)


def test_somebody_with_that_address_is_not_added_twice(world):
    add_rob(signed_in("petra"))

    answer = add_rob(signed_in("hugo"))

    assert answer.status_code == 422
    assert "al iemand met dit e-mailadres" in words(answer)


def test_what_does_not_exist_can_not_be_revoked(world):
    king = reverse("role-revoke", args=[world.designations["alice"], "koning"])

    assert signed_in("hugo").get(king).status_code == 404
    assert signed_in("hugo").post(king).status_code == 404


def test_a_role_is_taken_back_only_after_the_page_said_what_that_means(world):
    hugo = signed_in("hugo")
    alice = get_user_model().objects.get(email="alice@example.org")
    held = RoleGrant.objects.filter(
        designation_id=world.designations["alice"], role="weighing_member"
    )
    url = reverse("role-revoke", args=[world.designations["alice"], "weighing_member"])

    assert "verliest meteen wat deze rol geeft" in words(hugo.get(url))
    assert held.exists()
    assert hugo.post(url)["location"] == reverse("person", args=[alice.pk])
    assert not held.exists()


def test_ending_a_designation_says_what_ends_with_it_and_keeps_a_wrong_day(world):
    designation = Designation.objects.get(id=world.designations["alice"])
    petra = signed_in("petra")
    url = reverse("designation-end", args=[designation.id])

    assert "alle rollen in deze aanwijzing eindigen mee" in words(petra.get(url))
    early = petra.post(url, {"last_day": "1900-01-01"})
    assert early.status_code == 422
    assert 'value="1900-01-01"' in words(early)
    petra.post(url, {"last_day": today()})
    designation.refresh_from_db()
    assert designation.ends_on == today()
