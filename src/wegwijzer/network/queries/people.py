"""Read the regions, the participants and the people who act for them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.network.demands import unmet
from wegwijzer.network.models import Designation, Participant, Person, Region, RoleGrant
from wegwijzer.network.rules import RegionKind, Role, works_for


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A region."""

    id: UUID
    code: str
    name: str
    kind: RegionKind


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """An organ that takes part."""

    id: UUID
    kind: str
    name: str
    region_id: UUID | None
    municipality_code: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A designated person, with the participant and the roles of one designation."""

    id: UUID
    designation_id: UUID
    name: str
    participant_id: UUID
    participant_name: str
    region_id: UUID
    roles: tuple[str, ...]
    works_for: str


def valid(on: date, prefix: str = "") -> Q:
    """Return the condition that a row with a period covers the day."""
    return Q(**{f"{prefix}starts_on__lte": on}) & (
        Q(**{f"{prefix}ends_on__isnull": True}) | Q(**{f"{prefix}ends_on__gte": on})
    )


def _counting_grants(on: date) -> QuerySet[RoleGrant]:
    """Return the roles that count on the day: valid, with what they demand of their holder met."""
    return RoleGrant.objects.filter(valid(on), ~unmet(on))


def _designations(on: date) -> QuerySet[Designation]:
    """Return the designations that count on the day, with the grants that do."""
    return (
        Designation.objects.filter(
            valid(on), valid(on, "participant__"), valid(on, "region__"), person__is_active=True
        )
        .select_related("person", "participant", "region")
        .prefetch_related(Prefetch("grants", _counting_grants(on), to_attr="valid_grants"))
        .order_by("starts_on", "id")
    )


def signer(*, person_id: UUID | None = None, email: str = "") -> Actor:
    """Return who stands at the door, without any right; nobody when there is no such person.

    Only for the logbook: whoever signs in has not chosen a designation yet.
    """
    known = Q(id=person_id) if person_id else Q(email__iexact=email.strip())
    person = Person.objects.filter(known).first()
    nobody = UUID(int=0)
    name, key = (person.name, person.id) if person else ("-", nobody)
    return Actor(key, name, nobody, "-", "-", nobody, "-")


def names_of(participant_ids: set[UUID]) -> dict[UUID, str]:
    """Return the name of each participant."""
    return dict(Participant.objects.filter(id__in=participant_ids).values_list("id", "name"))


def person_names_of(person_ids: set[UUID]) -> dict[UUID, str]:
    """Return the name of each person who works in the network."""
    return dict(Person.objects.filter(id__in=person_ids).values_list("id", "name"))


def list_regions(*, on: date) -> list[RegionRow]:
    """List the regions that exist on a day, the national one last."""
    rows = Region.objects.filter(valid(on)).order_by("-kind", "name")
    return [RegionRow(r.id, r.code, r.name, RegionKind(r.kind)) for r in rows]


def list_headed_regions(actor: Actor, *, on: date) -> list[RegionRow]:
    """List the regions, without the national one, that have a designated head on a day."""
    heads = RoleGrant.objects.filter(valid(on), role=Role.RIEC_HEAD).values("designation_id")
    headed = set(_designations(on).filter(id__in=heads).values_list("region_id", flat=True))
    if not headed:
        return []
    return [one for one in list_regions(on=on) if one.kind is RegionKind.RIEC and one.id in headed]


def get_region(region_id: UUID) -> RegionRow:
    """Return one region."""
    region = Region.objects.filter(id=region_id).first()
    if region is None:
        raise NotFound
    return RegionRow(region.id, region.code, region.name, RegionKind(region.kind))


def list_participants(
    actor: Actor, *, on: date, region_id: UUID | None = None
) -> list[ParticipantRow]:
    """List the participants of a region (the actor's own when not said), national ones included."""
    region_id = region_id or actor.region_id
    rows = Participant.objects.filter(
        valid(on), Q(region_id=region_id) | Q(region_id__isnull=True)
    ).order_by("name")
    return [ParticipantRow(p.id, p.kind, p.name, p.region_id, p.municipality_code) for p in rows]


def list_people(
    actor: Actor,
    *,
    on: date,
    role: str | None = None,
    participant_id: UUID | None = None,
    region_id: UUID | None = None,
    everywhere: bool = False,
    among: Collection[UUID] | None = None,
) -> list[PersonRow]:
    """List who is designated in a region (the actor's own when not said), or in all, by name.

    A role counts when what it demands of its holder is met. ``among`` holds the only designations
    that are asked for, when the caller knows them.
    """
    rows = _designations(on) if among is None else _designations(on).filter(id__in=among)
    if not everywhere:
        rows = rows.filter(region_id=region_id or actor.region_id)
    if participant_id is not None:
        rows = rows.filter(participant_id=participant_id)
    if role is not None:
        rows = rows.filter(id__in=_counting_grants(on).filter(role=role).values("designation_id"))
    return [
        person_row(one, (grant.role for grant in one.valid_grants))  # type: ignore[attr-defined]
        for one in rows.order_by("person__name", "id")
    ]


def person_row(designation: Designation, roles: Iterable[str]) -> PersonRow:
    """Return a designation with the roles that count."""
    counting = frozenset(roles)
    return PersonRow(
        designation.person_id,
        designation.id,
        designation.person.name,
        designation.participant_id,
        designation.participant.name,
        designation.region_id,
        tuple(sorted(counting)),
        workplace(designation, counting),
    )


def workplace(designation: Designation, roles: frozenset[str]) -> str:
    """Return where colleagues say that somebody works."""
    participant, region = designation.participant, designation.region
    return works_for(participant.kind, roles, participant=participant.name, region=region.name)
