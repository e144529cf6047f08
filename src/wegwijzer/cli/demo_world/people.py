"""Put the cast to work: regions, organs, people, designations, roles, clearances."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from allauth.mfa.utils import encrypt

from wegwijzer.cli.demo_world.cast import CAST, ORGANS, REGIONS, Persona
from wegwijzer.kernel.actor import Actor, system_actor
from wegwijzer.network import actions, queries
from wegwijzer.network.rules import ClearanceKind, Period, RegionKind

SYSTEM = system_actor("Demowereld")


def workday(moment: datetime, *, back: bool = False) -> datetime:
    """Return the moment, or the same hour of the Monday after a weekend, or the Friday before."""
    beyond = moment.weekday() - 4
    if beyond <= 0:
        return moment
    return moment + timedelta(days=-beyond if back else 3 - beyond)


@dataclass
class Company:
    """The people of the demo world at the moment of now, by their short name."""

    now: datetime
    regions: dict[str, UUID] = field(default_factory=dict)
    organs: dict[str, UUID] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Actor:
        """Return somebody as an actor."""
        return self.actors[key]

    def on(self, days: int) -> datetime:
        """Return the moment so many days from now, on a day on which people work."""
        return workday(self.now + timedelta(days=days), back=days < 0) if days else self.now

    def of_organ(self, organ: str, *roles: str) -> Actor | None:
        """Return somebody who acts for an organ and holds one of the roles, or None."""
        wanted = self.organs[organ]
        return next(
            (a for a in self.actors.values() if a.participant_id == wanted and a.has(*roles)), None
        )


def make_people(now: datetime) -> Company:
    """Make regions, organs and people, through the actions that users call."""
    company = Company(now)
    began = now - timedelta(days=900)
    for code, name in REGIONS:
        company.regions[code] = actions.add_region(
            SYSTEM,
            code=code,
            name=name,
            kind=RegionKind.LIEC if code == "LIEC" else RegionKind.RIEC,
            now=began,
        )
    for organ in ORGANS:
        company.organs[organ.key] = actions.add_participant(
            SYSTEM,
            kind=organ.kind,
            name=organ.name,
            region_id=company.regions.get(organ.region),
            municipality_code=organ.municipality_code,
            now=began,
        )
    for persona in CAST:
        _add(company, persona, began)
    _ask_for_a_reset(company)
    return company


def _ask_for_a_reset(company: Company) -> None:
    """Let somebody who lost the phone wait for the second of two managers, this whole day."""
    lost, at = company["ruud"].person_id, company.now.replace(hour=0)
    Authenticator.objects.create(
        user_id=lost,
        type=Authenticator.Type.TOTP,
        data={"secret": encrypt(generate_totp_secret())},
        created_at=at,
    )
    how = "Kwam langs aan de balie, met het legitimatiebewijs; de telefoon ligt in de gracht."
    actions.ask_second_step_reset(company["petra"], lost, how=how, now=at)


def _add(company: Company, persona: Persona, began: datetime) -> None:
    period = Period(began.date(), company.now.date() + timedelta(days=700))
    person = actions.add_person(
        SYSTEM,
        name=persona.name,
        email=f"{persona.key}@demo.wegwijzer.example",
        password="",
        now=began,
    )
    for kind in ClearanceKind:
        actions.record_clearance(
            SYSTEM, person, kind=kind, reference=f"DEMO-{persona.key}", period=period, now=began
        )
    for organ in (persona.organ, persona.also):
        if organ:
            _designate(company, persona, person, organ, period, began)
    company.actors[persona.key] = queries.actor_for(person, now=company.now)


def _designate(
    company: Company, persona: Persona, person: UUID, organ: str, period: Period, began: datetime
) -> None:
    designation = actions.designate(
        SYSTEM,
        person,
        participant_id=company.organs[organ],
        region_id=company.regions[persona.region],
        period=period,
        now=began,
    )
    for role in persona.roles:
        actions.grant_role(SYSTEM, designation, role=role, period=period, now=began)
