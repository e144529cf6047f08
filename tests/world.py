"""The people of the tests, made by the same actions that users call.

Alice owns, Bob is a partner, Carol has nothing to do with it; the bureau runs the work.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID

from wegwijzer.kernel.actor import Actor, system_actor
from wegwijzer.network import actions, queries
from wegwijzer.network.rules import ClearanceKind, Period, RegionKind, Role

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
SYSTEM = system_actor("Test")
ALWAYS = Period(date(2026, 1, 1), None)
PASSWORD = "een lang wachtwoord voor de test"


@dataclass
class World:
    """Regions, participants and actors by name."""

    regions: dict[str, UUID] = field(default_factory=dict)
    participants: dict[str, UUID] = field(default_factory=dict)
    designations: dict[str, UUID] = field(default_factory=dict)
    people: dict[str, UUID] = field(default_factory=dict)

    def actor(self, name: str, now: datetime = NOW) -> Actor:
        """Return the person as an actor at a moment."""
        designation = self.designations[name]
        return queries.actor_for(self.people[name], designation_id=designation, now=now)


def make_person(
    world: World,
    name: str,
    participant: str,
    *roles: Role,
    region: str = "ON",
    period: Period = ALWAYS,
) -> Actor:
    """Add a designated, screened and trained person with roles."""
    person = actions.add_person(
        SYSTEM,
        name=name,
        email=f"{name.lower().replace(' ', '.')}@example.org",
        password=PASSWORD,
        now=NOW,
    )
    world.people[name] = person
    world.designations[name] = actions.designate(
        SYSTEM,
        person,
        participant_id=world.participants[participant],
        region_id=world.regions[region],
        period=period,
        now=NOW,
    )
    for role in roles:
        actions.grant_role(SYSTEM, world.designations[name], role=role, period=period, now=NOW)
    for kind in ClearanceKind:
        actions.record_clearance(SYSTEM, person, kind=kind, reference="T-1", period=ALWAYS, now=NOW)
    return world.actor(name)


def make_world() -> World:
    """Make two regions with participants and the usual people.

    alice: police, reports and weighs; bob: municipal executive, weighs and supplies; erik: tax,
    weighs and supplies; carol: NVWA, outsider; dora: signal coordinator and fons: case director and
    anna: analyst of the bureau (designated by the mayor); otto: support; pia: privacy officer;
    zoe: police in the other region.
    """
    world = World()
    for code, name in (("ON", "RIEC Voorbeeld"), ("ZZ", "RIEC Anders")):
        world.regions[code] = actions.add_region(
            SYSTEM, code=code, name=name, kind=RegionKind.RIEC, now=datetime(2020, 1, 1, tzinfo=UTC)
        )
    for key, kind, name, region in (
        ("police", "police", "Politie Voorbeeld", "ON"),
        ("executive", "municipal_executive", "College van Voorbeeldstad", "ON"),
        ("mayor", "mayor", "Burgemeester van Voorbeeldstad", "ON"),
        ("tax", "tax_administration", "Belastingdienst", None),
        ("nvwa", "nvwa", "NVWA", None),
        ("om", "prosecution_service", "Openbaar Ministerie", None),
        ("police-zz", "police", "Politie Anders", "ZZ"),
    ):
        world.participants[key] = actions.add_participant(
            SYSTEM,
            kind=kind,
            name=name,
            region_id=world.regions[region] if region else None,
            now=datetime(2020, 1, 1, tzinfo=UTC),
        )
    partner = (Role.PARTNER_REPORTER, Role.WEIGHING_MEMBER, Role.DATA_SUPPLIER)
    make_person(world, "alice", "police", *partner)
    make_person(world, "bob", "executive", *partner)
    make_person(world, "erik", "tax", *partner)
    make_person(world, "carol", "nvwa", Role.PARTNER_REPORTER, Role.DATA_SUPPLIER)
    make_person(world, "dora", "mayor", Role.SIGNAL_COORDINATOR, Role.WEIGHING_MEMBER)
    make_person(world, "fons", "mayor", Role.CASE_DIRECTOR)
    make_person(world, "anna", "mayor", Role.INFORMATION_ANALYST)
    make_person(world, "otto", "police", Role.SUPPORT_ENGINEER)
    make_person(world, "pia", "mayor", Role.PRIVACY_OFFICER)
    make_person(world, "hugo", "mayor", Role.ACCESS_MANAGER)
    make_person(world, "petra", "police", Role.PARTICIPANT_ADMIN)
    make_person(world, "zoe", "police-zz", *partner, region="ZZ")
    return world


def make_network_people(world: World) -> World:
    """Add those who build the network.

    ria: heads her region and sits on the heads council; rob: the same in the other region; lies:
    LIEC staff, leads a portfolio; trudy: trainer; tess: trainee; max: leads projects in the other
    region.
    """
    heads = (Role.RIEC_HEAD, Role.HEADS_COUNCIL)
    world.participants["mayor-zz"] = actions.add_participant(
        SYSTEM,
        kind="mayor",
        name="Burgemeester van Andersdorp",
        region_id=world.regions["ZZ"],
        now=datetime(2020, 1, 1, tzinfo=UTC),
    )
    make_person(world, "ria", "mayor", *heads)
    make_person(world, "rob", "mayor-zz", *heads, region="ZZ")
    make_person(world, "lies", "mayor", Role.LIEC_STAFF, Role.PORTFOLIO_LEAD)
    make_person(world, "trudy", "mayor", Role.TRAINER)
    make_person(world, "tess", "mayor", Role.TRAINEE)
    make_person(world, "max", "mayor-zz", Role.PROJECT_LEAD, region="ZZ")
    return world
