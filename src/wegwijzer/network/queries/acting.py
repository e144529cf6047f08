"""For whom somebody may act today, asked anew at every request: no right outlives its dates.

Whether a row counts is weighed here, by the same rules that the lists of people ask in SQL: for the
few rows of one person the question takes longer to write than the answer takes to find.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import check
from wegwijzer.law.access import Designated, may_process
from wegwijzer.network.demands import shortfalls
from wegwijzer.network.models import Clearance, Designation, Participant, Region, RoleGrant
from wegwijzer.network.queries.people import PersonRow, person_row, workplace
from wegwijzer.network.rules import ClearanceKind, Period

NOTHING: frozenset[ClearanceKind] = frozenset()


@dataclass(frozen=True, slots=True)
class _Standing:
    """A designation that counts today, with the roles that do."""

    designation: Designation
    roles: frozenset[str]


def list_designations_of(person_id: UUID | None, *, now: datetime) -> list[PersonRow]:
    """List for whom this person may act today, oldest designation first."""
    return _rows(_standings(person_id, now.date()))


def actor_for(
    person_id: UUID | None,
    *,
    now: datetime,
    designation_id: UUID | None = None,
    required: frozenset[ClearanceKind] = NOTHING,
) -> Actor:
    """Return the actor behind a signed-in person; no right outlives its dates.

    Needs a designation by a participant, at least one role, and each required clearance, all valid
    today. Bron: Wgs art. 1.4 lid 3, art. 1.8 lid 2, 3 en 9.
    """
    today = now.date()
    found = [
        one for one in _standings(person_id, today) if designation_id in (None, one.designation.id)
    ]
    return _checked(person_id, found, today, required)


def actor_among(
    person_id: UUID | None,
    *,
    now: datetime,
    chosen: str = "",
    required: frozenset[ClearanceKind] = NOTHING,
) -> tuple[Actor, list[PersonRow]]:
    """Return the actor of the designation that was chosen, and the others one may switch to.

    Without a choice, or with one that no longer counts, the oldest designation acts.
    """
    today = now.date()
    found = _standings(person_id, today)
    found.sort(key=lambda one: str(one.designation.id) != chosen)
    return _checked(person_id, found, today, required), _rows(found[1:])


def _standings(person_id: UUID | None, on: date) -> list[_Standing]:
    """Return the designations of a person that count on the day, oldest first."""
    mine = (
        Designation.objects.filter(person=person_id, person__is_active=True)
        .select_related("person", "participant", "region")
        .prefetch_related("grants")
    )
    counting = [
        one
        for one in sorted(mine, key=lambda one: (one.starts_on, one.id))
        if all(_covers(row, on) for row in (one, one.participant, one.region))
    ]
    lacking = shortfalls({one.person_id for one in counting}, on)
    return [
        _Standing(
            one,
            frozenset(
                grant.role
                for grant in one.grants.all()
                if _covers(grant, on) and (one.person_id, grant.role) not in lacking
            ),
        )
        for one in counting
    ]


def _covers(row: Designation | Participant | Region | RoleGrant | Clearance, on: date) -> bool:
    return Period(row.starts_on, row.ends_on).covers(on)


def _rows(standings: Sequence[_Standing]) -> list[PersonRow]:
    return [person_row(one.designation, one.roles) for one in standings]


def _checked(
    person_id: UUID | None,
    found: Sequence[_Standing],
    on: date,
    required: frozenset[ClearanceKind],
) -> Actor:
    """Return the first as an actor, or refuse with what the law misses."""
    standing = found[0] if found else None
    verdict = may_process(
        _designated(standing, _held(person_id, on) if required else NOTHING),
        on=on,
        screening=ClearanceKind.SCREENING in required,
        training=ClearanceKind.TRAINING in required,
    )
    check(verdict)
    assert standing is not None, "the verdict asks for a designation"
    return _actor(standing.designation, standing.roles)


def _held(person_id: UUID | None, on: date) -> frozenset[ClearanceKind]:
    """Return the clearances of a person that are valid on the day."""
    rows = Clearance.objects.filter(person=person_id)
    return frozenset(ClearanceKind(row.kind) for row in rows if _covers(row, on))


def _designated(standing: _Standing | None, held: frozenset[ClearanceKind]) -> Designated:
    """Return what the law must know of a person."""
    return Designated(
        has_role=standing is not None and standing.roles != frozenset(),
        designated_from=standing.designation.starts_on if standing else None,
        designated_until=standing.designation.ends_on if standing else None,
        screened=ClearanceKind.SCREENING in held,
        trained=ClearanceKind.TRAINING in held,
    )


def _actor(designation: Designation, roles: frozenset[str]) -> Actor:
    return Actor(
        person_id=designation.person_id,
        name=designation.person.name,
        participant_id=designation.participant_id,
        participant_name=designation.participant.name,
        participant_kind=designation.participant.kind,
        region_id=designation.region_id,
        region_code=designation.region.code,
        roles=roles,
        designation_id=designation.id,
        works_for=workplace(designation, roles),
    )
