"""A lost second step is put back by two managers together, and by nobody for themselves."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from tests.world import NOW, SYSTEM, make_person
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.logbook.models import Line
from wegwijzer.network import actions
from wegwijzer.network.models import Person
from wegwijzer.network.queries import find_done_reset, find_reset, list_resets_to_confirm
from wegwijzer.network.rules import Period, Role

pytestmark = pytest.mark.django_db
HOW = "Kwam langs met het legitimatiebewijs."


@pytest.fixture
def alice(world):
    person = Person.objects.get(id=world.people["alice"])
    TOTP.activate(person, generate_totp_secret())
    return person


def ask(world, alice, who="petra", how=HOW, at=NOW):
    return actions.ask_second_step_reset(world.actor(who), alice.id, how=how, now=at)


def confirm(world, alice, who="hugo", how=HOW, at=NOW):
    actions.confirm_second_step_reset(world.actor(who), alice.id, how=how, now=at)


def test_one_asks_another_confirms_and_both_are_logged(world, alice):
    before = alice.get_session_auth_hash()
    ask(world, alice)
    assert Authenticator.objects.filter(user=alice).exists()
    assert [row.person_id for row in list_resets_to_confirm(world.actor("hugo"), now=NOW)] == [
        alice.id
    ]
    assert list_resets_to_confirm(world.actor("petra"), now=NOW) == []

    confirm(world, alice)

    assert not Authenticator.objects.filter(user=alice).exists()
    assert Person.objects.get(id=alice.id).get_session_auth_hash() != before
    assert find_reset(world.actor("hugo"), alice.id, now=NOW) is None
    done = find_done_reset(alice.id)
    assert done is not None
    assert (done.asked_by, done.confirmed_by) == ("petra", "hugo")
    acts = set(Line.objects.values_list("act", flat=True))
    assert {"network.ask_second_step_reset", "network.confirm_second_step_reset"} <= acts


def test_who_asked_does_not_confirm(world, alice):
    ask(world, alice)

    with pytest.raises(NotAllowed):
        confirm(world, alice, "petra")
    assert Authenticator.objects.filter(user=alice).exists()


def test_a_manager_has_no_part_in_a_reset_of_their_own(world):
    hugo = Person.objects.get(id=world.people["hugo"])
    TOTP.activate(hugo, generate_totp_secret())
    make_person(world, "harm", "mayor", Role.ACCESS_MANAGER)

    with pytest.raises(NotAllowed):
        ask(world, hugo, "hugo")
    ask(world, hugo, "harm")
    with pytest.raises(NotAllowed):
        confirm(world, hugo, "hugo")


def test_a_request_waits_a_day_and_no_longer(world, alice):
    ask(world, alice)
    late = NOW + timedelta(hours=25)

    with pytest.raises(Conflict):
        confirm(world, alice, at=late)
    assert find_reset(world.actor("hugo"), alice.id, now=late) is None
    ask(world, alice, at=late)
    confirm(world, alice, at=late)


def test_others_do_not_know_of_it(world, alice):
    make_person(world, "zita", "police-zz", Role.PARTICIPANT_ADMIN, region="ZZ")

    with pytest.raises(NotFound):
        ask(world, alice, "zita")
    for who in ("bob", "otto", "pia"):
        with pytest.raises(NotAllowed):
            ask(world, alice, who)


def test_nothing_is_asked_twice_or_without_saying_how_the_person_was_known(world, alice):
    with pytest.raises(Invalid):
        ask(world, alice, how="ja")
    ask(world, alice)
    with pytest.raises(Conflict):
        ask(world, alice, "hugo")
    Authenticator.objects.all().delete()
    bob = Person.objects.get(id=world.people["bob"])
    with pytest.raises(Conflict):
        ask(world, bob, "hugo")


def test_a_former_participant_does_not_keep_the_account_of_who_works_for_another(world, alice):
    yesterday = NOW.date() - timedelta(days=1)
    petra = world.actor("petra")
    actions.end_designation(petra, world.designations["alice"], last_day=yesterday, now=NOW)
    ask(world, alice)  # between two participants, the last one still helps
    actions.designate(
        SYSTEM,
        alice.id,
        participant_id=world.participants["tax"],
        region_id=world.regions["ON"],
        period=Period(NOW.date(), None),
        now=NOW,
    )

    for act in (actions.block_person, actions.unblock_person):
        with pytest.raises(NotFound):
            act(petra, alice.id, now=NOW)
    with pytest.raises(NotFound):
        actions.replace_password(petra, alice.id, password="een heel nieuwe zin", now=NOW)
    confirm(world, alice)
