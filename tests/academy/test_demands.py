"""Which role asks for which training: only what exists, and never who must lift it."""

from datetime import timedelta

import pytest

from tests.academy import made
from tests.world import NOW
from wegwijzer.academy.actions import demands as actions
from wegwijzer.academy.queries.demands import list_demands
from wegwijzer.kernel.errors import Invalid, NotAllowed, NotFound
from wegwijzer.network import queries as rights
from wegwijzer.network.rules import Role

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def demand(actor, role=Role.INFORMATION_ANALYST, slug=made.SLUG, starts_on=TODAY):
    actions.demand_programme(actor, role, slug, starts_on=starts_on, now=NOW)


def test_the_national_centre_demands_and_sees_who_still_has_to_follow(network):
    made.programme()
    demand(network.actor("lies"))

    (row,) = list_demands(network.actor("tess"), on=TODAY)

    assert (row.role, row.title) == (Role.INFORMATION_ANALYST, "Opleiding analist")
    assert 0 < row.lacking == row.holders


def test_a_demand_for_a_training_that_is_not_there_is_refused(network):
    with pytest.raises(Invalid) as refusal:
        demand(network.actor("lies"), slug="bestaat-niet")
    assert refusal.value.field == "programme"


@pytest.mark.parametrize("role", [Role.LIEC_STAFF, Role.TRAINER])
def test_who_could_lift_a_demand_is_never_shut_out_by_one(network, role):
    made.programme()
    with pytest.raises(Invalid):
        demand(network.actor("lies"), role=role)


def test_a_demand_never_works_backwards(network):
    made.programme()
    with pytest.raises(Invalid) as refusal:
        demand(network.actor("lies"), starts_on=TODAY - timedelta(days=1))
    assert refusal.value.field == "starts_on"


def test_a_withdrawn_demand_gives_the_role_back(network):
    made.programme()
    demand(network.actor("lies"), starts_on=TODAY + timedelta(days=1))
    later = NOW + timedelta(days=2)
    with pytest.raises(NotAllowed):
        network.actor("anna", later)

    actions.withdraw_demand(network.actor("lies"), Role.INFORMATION_ANALYST, made.SLUG, now=later)

    assert network.actor("anna", later).has(Role.INFORMATION_ANALYST)
    with pytest.raises(NotFound):
        actions.withdraw_demand(
            network.actor("lies"), Role.INFORMATION_ANALYST, made.SLUG, now=later
        )


def test_only_the_national_centre_decides(network):
    made.programme()
    for act in (demand, lambda who: actions.withdraw_demand(who, Role.CASE_DIRECTOR, "x", now=NOW)):
        with pytest.raises(NotAllowed):
            act(network.actor("trudy"))


def test_the_review_of_rights_tells_which_role_does_not_count(network):
    made.programme()
    demand(network.actor("lies"), starts_on=TODAY + timedelta(days=1))
    hugo, after = network.actor("hugo"), TODAY + timedelta(days=1)

    def told(on):
        return [row.lacks for row in rights.list_rights(hugo, on=on) if row.name == "anna"]

    def shown(on):
        page = rights.get_person(hugo, network.people["anna"], on=on)
        return [grant.lacks for one in page.designations for grant in one.grants]

    assert (told(TODAY), shown(TODAY)) == ([()], [()])
    assert told(after) == [((Role.INFORMATION_ANALYST, "Opleiding analist"),)]
    assert shown(after) == [("Opleiding analist",)]
