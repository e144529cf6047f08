"""Gate, row filter and adviser give the same answer, for every person and every signal."""

from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.world import NOW, SYSTEM, make_person
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.network.rules import Role
from wegwijzer.signals import actions, queries, rules
from wegwijzer.signals.models import Signal
from wegwijzer.signals.queries import Wanted
from wegwijzer.signals.rules import Status, Whereabouts

ORGANS = st.integers(0, 2)
REGIONS = st.integers(0, 1)
SIGNALS = st.lists(st.tuples(ORGANS, REGIONS, st.sampled_from(Status)), max_size=12)
PEOPLE = st.tuples(ORGANS, REGIONS, st.frozensets(st.sampled_from(Role), max_size=3))


@pytest.fixture
def ground(world):
    """Participants and regions that exist in the database, and someone who reports."""
    actions.load_phenomena(SYSTEM, now=NOW)
    organs = [world.participants[key] for key in ("police", "executive", "tax")]
    regions = [world.regions[key] for key in ("ON", "ZZ")]
    return organs, regions, world.actor("alice").person_id


def made_of(ground, told) -> dict[UUID, Whereabouts]:
    organs, regions, reporter = ground
    Signal.objects.all().delete()
    rows = [
        Signal(
            number=f"T-{position}",
            region_id=regions[region],
            participant_id=organs[organ],
            reporter_id=reporter,
            status=status,
            phenomenon_id=None if status in (Status.DRAFT, Status.DESTROYED) else "car_trade",
            purpose_text="x",
            organised_crime_text="x",
            submitted_at=NOW,
            created_at=NOW,
            changed_at=NOW,
            first_processed_date=NOW.date(),
            dossier_id=uuid4() if status is Status.LINKED else None,
        )
        for position, (organ, region, status) in enumerate(told)
    ]
    Signal.objects.bulk_create(rows)
    return {row.id: Whereabouts(row.region_id, row.participant_id, row.status) for row in rows}


def someone(ground, told) -> Actor:
    organs, regions, person = ground
    organ, region, roles = told
    return Actor(
        person, "Iemand", organs[organ], "Orgaan", "police", regions[region], "ON", frozenset(roles)
    )


def gate_opens(actor: Actor, signal: UUID) -> bool:
    try:
        queries.get_signal(actor, signal, now=NOW)
    except NotFound:
        return False
    return True


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(SIGNALS, PEOPLE)
def test_gate_filter_and_adviser_are_one_rule(ground, signals, person):
    there, actor = made_of(ground, signals), someone(ground, person)

    adviser = {pk for pk, where in there.items() if rules.may_see(actor, where).allowed}

    assert set(queries.visible_signals(actor).values_list("id", flat=True)) == adviser
    assert {row.id for row in queries.list_signals(actor, Wanted()).rows} == adviser
    assert queries.count_signals(actor, Wanted()) == len(adviser)
    assert {pk for pk in there if gate_opens(actor, pk)} == adviser


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(SIGNALS, PEOPLE, st.sampled_from(Status))
def test_a_narrowed_list_never_shows_more(ground, signals, person, status):
    there, actor = made_of(ground, signals), someone(ground, person)

    shown = {row.id for row in queries.list_signals(actor, Wanted(status=status)).rows}

    assert shown == {
        pk
        for pk, where in there.items()
        if where.status == status and rules.may_see(actor, where).allowed
    }


def test_a_dossier_that_is_seen_shows_the_signals_that_led_to_it(world, ground):
    there = made_of(ground, [(0, 0, Status.LINKED), (0, 0, Status.ACCEPTED)])
    outsider = make_person(world, "nel", "nvwa", Role.DATA_SUPPLIER)
    dossiers = Signal.objects.filter(dossier_id__isnull=False).values("dossier_id")

    assert queries.visible_signals(outsider).count() == 0
    assert queries.visible_signals(outsider, dossiers=dossiers).count() == 1
    assert len(there) == 2
