"""The most important test of the house: gate, row filter and law give one answer.

Worlds are generated: cases in every state, parties that have begun, ended and not begun, items of
every layer; and then everybody looks at everything.
"""

import itertools
import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.world import NOW, SYSTEM
from wegwijzer.casework import gate, rules
from wegwijzer.casework.models import Case, CaseParty, DataRequest, Item
from wegwijzer.casework.queries import (
    get_signal_or_linked,
    list_case_subjects,
    visible_cases,
    visible_closed_cases,
    visible_items,
    visible_requests,
)
from wegwijzer.casework.queries.hits import own_dossiers
from wegwijzer.casework.queries.linked import visible_linked
from wegwijzer.casework.rules import CaseStatus, PartyKind, RequestStatus
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.law.access import (
    DossierFacts,
    ItemFacts,
    SignalFacts,
    SignalState,
    may_see_signal,
)
from wegwijzer.law.tiers import tier_ceiling
from wegwijzer.law.vocabulary import Activity, Category, Relation, SecrecyGround, Tier
from wegwijzer.network.rules import Role
from wegwijzer.signals.actions import load_phenomena
from wegwijzer.signals.models import Signal
from wegwijzer.signals.rules import Status as SignalStatus
from wegwijzer.signals.rules import viewer_of

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
PEOPLE = ("alice", "bob", "erik", "carol", "dora", "fons", "anna", "otto", "pia", "hugo", "zoe")
ORGANS = ("police", "executive", "tax", "police-zz", "mayor")

period = st.tuples(st.integers(-3, 3), st.one_of(st.none(), st.integers(-3, 3))).map(
    lambda d: (TODAY + timedelta(d[0]), None if d[1] is None else TODAY + timedelta(d[1]))
)
party = st.tuples(
    st.one_of(
        st.tuples(st.just("participant"), st.sampled_from(ORGANS)),
        st.tuples(st.sampled_from(("director", "analyst")), st.sampled_from(PEOPLE)),
    ),
    period,
)
item = st.tuples(st.sampled_from(Tier), st.booleans(), st.booleans(), st.integers(-1, 1))
case = st.fixed_dictionaries(
    {
        "region": st.sampled_from(("ON", "ZZ")),
        "activity": st.sampled_from(Activity),
        "status": st.sampled_from(CaseStatus),
        "parties": st.lists(party, max_size=5, unique_by=lambda told: told[0][1]),
        "items": st.lists(item, max_size=6),
    }
)


def actor_of(world, name: str) -> Actor:
    """Return an actor, made once for a world: hundreds of rows are about the same eleven."""
    cast = world.__dict__.setdefault("cast", {})
    if name not in cast:
        cast[name] = world.actor(name)
    return cast[name]


def made(world, told) -> Case:
    actor = actor_of(world, "fons")
    found = Case.objects.create(
        number=uuid.uuid4().hex[:24],
        region_id=world.regions[told["region"]],
        activity=told["activity"],
        status=told["status"],
        title="Casus",
        purpose_text="Doel",
        opened_by_id=actor.person_id,
        opened_at=NOW,
        changed_at=NOW,
        closed_at=NOW,
    )
    for (kind, name), (start, end) in told["parties"]:
        add_party(world, found, kind, name, start, end)
    request = DataRequest.objects.create(
        case=found,
        participant_id=world.participants["police"],
        categories=[],
        question="Vraag",
        necessity="Nodig",
        due_date=TODAY,
        status=RequestStatus.ASKED,
        asked_by_id=actor.person_id,
        asked_at=NOW,
    )
    for one in told["items"]:
        add_item(world, found, request, *one)
    return found


def add_party(world, found, kind, name, start, end):
    participant = world.participants[name] if kind == "participant" else None
    person = None if participant else actor_of(world, name).person_id
    CaseParty.objects.create(
        case=found,
        principal=f"participant:{participant}" if participant else f"person:{person}",
        kind=PartyKind(kind),
        participant_id=participant,
        person_id=person,
        reason="Nodig",
        starts_on=start,
        ends_on=end,
    )


def add_item(world, found, request, tier, published, withdrawn, days_left=1):
    Item.objects.create(
        case=found,
        request=request,
        supplier_id=world.participants["police"],
        category=Category.IDENTITY_CONTACT,
        tier=int(tier),
        relation=Relation.SUBJECT,
        secrecy_ground=SecrecyGround.NONE,
        criminal_nature=False,
        special="none",
        source_reliability="A",
        information_reliability="1",
        handling="H0",
        summary="Gegeven",
        first_processed_date=TODAY - timedelta(days=9),
        destroy_on=TODAY + timedelta(days=days_left),
        published=published,
        withdrawn_at=NOW if withdrawn else None,
        added_at=NOW,
    )


def add_signal(world, found) -> Signal:
    """Add a signal of the tax administration that led to a case."""
    return Signal.objects.create(
        number=uuid.uuid4().hex[:24],
        region_id=found.region_id,
        participant_id=world.participants["tax"],
        reporter_id=actor_of(world, "erik").person_id,
        status=SignalStatus.LINKED,
        phenomenon_id="car_trade",
        purpose_text="x",
        organised_crime_text="x",
        submitted_at=NOW,
        created_at=NOW,
        changed_at=NOW,
        first_processed_date=TODAY,
        dossier_id=found.id,
    )


def law_lets_see(actor: Actor, found: Case, signal: Signal) -> bool:
    """Ask the law itself about a signal that led to a case."""
    parties = gate.parties_on(found, TODAY)
    inside = rules.may_see_case(actor, gate.whereabouts(found, parties)).allowed
    dossier = DossierFacts(
        Activity(found.activity),
        rules.phase_of(CaseStatus(found.status)),
        frozenset(party.participant_id for party in parties),
        frozenset(party.person_id for party in parties),
    )
    facts = SignalFacts(
        signal.participant_id,
        signal.region_id,
        SignalState.IN_DOSSIER,
        dossier if inside else None,
    )
    return may_see_signal(viewer_of(actor), facts).allowed


def passes(act, *arguments) -> bool:
    try:
        act(*arguments, on=TODAY)
    except NotFound:
        return False
    return True


def opens(query, actor: Actor, one: uuid.UUID) -> bool:
    try:
        query(actor, one, now=NOW)
    except NotFound:
        return False
    return True


def whereabouts_of(found: Case) -> rules.Whereabouts:
    """Gather what the law asks about a case, without gate or filter."""
    running = frozenset(
        row.principal
        for row in CaseParty.objects.filter(case=found)
        if row.starts_on <= TODAY and (row.ends_on is None or row.ends_on >= TODAY)
    )
    return rules.Whereabouts(
        found.region_id, Activity(found.activity), CaseStatus(found.status), running
    )


def adviser_says(actor: Actor, where: rules.Whereabouts, told: Item) -> bool:
    """Ask the law itself."""
    facts = ItemFacts(
        Tier(told.tier), told.published, told.withdrawn_at is not None, told.destroy_on >= TODAY
    )
    return rules.may_see(actor, where, facts).allowed


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(told=st.lists(case, min_size=1, max_size=4))
def test_gate_row_filter_and_law_agree_for_everybody_and_everything(world, told):
    Item.objects.all().delete()
    Case.objects.all().delete()
    cases = [made(world, one) for one in told]
    rows = [list(Item.objects.filter(case=found)) for found in cases]
    places = [whereabouts_of(found) for found in cases]
    for actor in (actor_of(world, name) for name in PEOPLE):
        listed = set(visible_items(actor, on=TODAY).values_list("pk", flat=True))
        known = set(visible_cases(actor, on=TODAY).values_list("pk", flat=True))
        asked = set(visible_requests(actor, on=TODAY).values_list("case_id", flat=True))
        ended = set(visible_closed_cases(actor, on=TODAY).values_list("pk", flat=True))
        assert known.isdisjoint(ended)
        for found, where, items in zip(cases, places, rows, strict=True):
            assert passes(gate.enter_closed, actor, found.id) == (found.id in ended), actor.name
            assert passes(gate.enter, actor, found.id) == (found.id in known), actor.name
            assert (found.id in known) == (found.id in asked)
            for row in items:
                law = adviser_says(actor, where, row)
                assert law == (row.pk in listed), (actor.name, row.tier, found.status)
                assert law == passes(gate.enter_item, actor, row.ref)


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(told=st.lists(case, min_size=1, max_size=3))
def test_a_signal_that_led_to_a_case_is_seen_by_who_the_law_says(world, told):
    load_phenomena(SYSTEM, now=NOW)
    Item.objects.all().delete()
    Case.objects.all().delete()
    Signal.objects.all().delete()
    there = [(found := made(world, one), add_signal(world, found)) for one in told]
    for actor in (actor_of(world, name) for name in PEOPLE):
        listed = set(visible_linked(actor, on=TODAY).values_list("id", flat=True))
        for found, signal in there:
            law = law_lets_see(actor, found, signal)
            assert law == (signal.id in listed), (actor.name, found.status)
            assert law == opens(get_signal_or_linked, actor, signal.id)
            inside = passes(gate.enter, actor, found.id)
            assert inside <= law
            assert inside == opens(list_case_subjects, actor, found.id)
            assert inside <= (signal.id in own_dossiers(actor, found.id, on=TODAY))


def test_every_layer_in_every_state_is_seen_as_the_act_says(world):
    told = {
        "region": "ON",
        "parties": [(("participant", "police"), (TODAY, None))],
        "items": [(tier, True, False) for tier in Tier],
    }
    alice = world.actor("alice")
    for activity, status in itertools.product(Activity, CaseStatus):
        found = made(world, told | {"activity": activity, "status": status})
        seen = visible_items(alice, on=TODAY).filter(case=found)
        law = {
            tier
            for tier, row in zip(
                Tier, Item.objects.filter(case=found).order_by("tier"), strict=True
            )
            if adviser_says(alice, whereabouts_of(found), row)
        }
        assert set(seen.values_list("tier", flat=True)) == law


def test_who_only_supports_or_tests_sees_nothing_even_when_named(world):
    people = ("otto", "pia", "hugo")
    told = {
        "region": "ON",
        "activity": Activity.CASE,
        "status": CaseStatus.EXECUTING,
        "parties": [(("analyst", name), (date(2026, 1, 1), None)) for name in people],
        "items": [(Tier.T1, True, False)],
    }
    made(world, told)

    for name in people:
        assert not visible_cases(world.actor(name), on=TODAY).exists()
        assert not visible_items(world.actor(name), on=TODAY).exists()


def test_no_role_alone_opens_a_case(world):
    """Whatever the role, without being involved there is nothing to see."""
    told = {
        "region": "ON",
        "activity": Activity.CASE,
        "status": CaseStatus.EXECUTING,
        "parties": [(("participant", "police"), (TODAY, None))],
        "items": [(tier, True, False) for tier in Tier],
    }
    found = made(world, told)
    carol = world.actor("carol")

    for role in Role:
        alone = replace(carol, roles=frozenset({role}))
        assert not visible_items(alone, on=TODAY).exists()
        assert not passes(gate.enter, alone, found.id)


def test_the_filter_is_made_of_what_the_act_says_and_nothing_else():
    lines = {
        (activity, status): tier for tier, activity, states in rules.ceilings() for status in states
    }

    for activity, status in itertools.product(Activity, CaseStatus):
        assert lines.get((activity, status)) == tier_ceiling(activity, rules.phase_of(status))
