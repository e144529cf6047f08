"""Make the first access manager, so that the others can be made in the browser."""

import argparse
import getpass

from django.utils.timezone import now

from wegwijzer.kernel.actor import system_actor
from wegwijzer.network import actions, queries
from wegwijzer.network.rules import ClearanceKind, Period, Role


def run(arguments: argparse.Namespace) -> int:
    """Ask for a password and make the person, the participant and the designation."""
    moment, actor = now(), system_actor("Inrichting")
    region = next(
        (r for r in queries.list_regions(on=moment.date()) if r.code == arguments.region), None
    )
    if region is None:
        print(f"Regio {arguments.region} bestaat niet. Draai eerst 'wegwijzer migrate'.")
        return 1
    password = getpass.getpass("Wachtwoord (minstens 12 tekens): ")
    if len(password) < 12:
        print("Het wachtwoord is te kort. Kies er een van minstens 12 tekens.")
        return 1
    participant = actions.add_participant(
        actor,
        kind=arguments.kind,
        name=arguments.participant,
        region_id=region.id,
        now=moment,
    )
    person = actions.add_person(
        actor, name=arguments.name, email=arguments.email, password=password, now=moment
    )
    period = Period(moment.date(), None)
    designation = actions.designate(
        actor, person, participant_id=participant, region_id=region.id, period=period, now=moment
    )
    for role in (Role.ACCESS_MANAGER, Role.PARTICIPANT_ADMIN):
        actions.grant_role(actor, designation, role=role, period=period, now=moment)
    for kind in ClearanceKind:
        actions.record_clearance(
            actor, person, kind=kind, reference="inrichting", period=period, now=moment
        )
    print(f"{arguments.name} kan zich aanmelden met {arguments.email}.")
    return 0
