"""Find a session to change it, one at a time, and tell everybody who looks on that it changed."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Value

from wegwijzer.exploration.models import (
    Chair,
    Cluster,
    Note,
    PersonInvitation,
    RegionInvitation,
    Session,
)
from wegwijzer.exploration.rules import sessions
from wegwijzer.exploration.rules.sessions import Circle, NoteKind, Setup, Stage, Voters
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, NotFound
from wegwijzer.kernel.text import gettext_noop as _

PLAIN = (
    "title",
    "question",
    "portfolio",
    "held_at",
    "everybody_arranges",
    "voters",
    "dots",
    "most_per_cluster",
    "open_to_all",
)


def circle_of(session: Session) -> Circle:
    """Return who leads a session and who was asked to come."""
    chairs = session.chairs.values_list(Value("chair"), "person_id")
    regions = session.regions.values_list(Value("region"), "region_id")
    people = session.people.values_list(Value("person"), "person_id")
    asked: dict[str, set[UUID]] = {"chair": set(), "region": set(), "person": set()}
    # In one question: every page of a session asks it.
    for part, one in chairs.union(regions, people, all=True):
        asked[part].add(one)
    return Circle(
        frozenset(asked["chair"]),
        session.open_to_all,
        frozenset(asked["region"]),
        frozenset(asked["person"]),
    )


def found(actor: Actor, session_id: UUID, *, locked: bool = False) -> tuple[Session, Circle]:
    """Return a session that the actor may see, and its circle; ``locked`` until the act is done."""
    rows = Session.objects.select_for_update() if locked else Session.objects.all()
    session = rows.filter(id=session_id).first()
    if session is None:
        raise NotFound
    circle = circle_of(session)
    if not sessions.may_see(actor, circle, Stage(session.stage)):
        raise NotFound
    return session, circle


def led(actor: Actor, session_id: UUID) -> tuple[Session, Circle]:
    """Return a session that the actor leads, locked until the act is done."""
    session, circle = found(actor, session_id, locked=True)
    sessions.check_chair(actor, circle)
    return session, circle


def changed(session: Session, *fields: str) -> None:
    """Store some fields of a locked session, and let who polls know that there is news."""
    session.version += 1
    session.save(update_fields=["version", *fields])


def setup_of(session: Session) -> Setup:
    """Return what the chairs decided about a session."""
    values = {name: getattr(session, name) for name in PLAIN} | {"voters": Voters(session.voters)}
    return Setup(
        kinds=kinds_of(session),
        region_ids=frozenset(session.regions.values_list("region_id", flat=True)),
        **values,
    )


def kinds_of(session: Session) -> tuple[NoteKind, ...]:
    """Return the sorts of notes that a session asks for."""
    return tuple(NoteKind(**kind) for kind in session.kinds)


def fill(session: Session, setup: Setup) -> None:
    """Put what the chairs decided in a session."""
    for name in PLAIN:
        value = getattr(setup, name)
        setattr(session, name, value.strip() if isinstance(value, str) else value)
    session.kinds = [{"slug": kind.slug, "label": kind.label} for kind in setup.kinds]


def invite(session: Session, setup: Setup) -> None:
    """Store which regions were asked to come."""
    RegionInvitation.objects.filter(session=session).delete()
    RegionInvitation.objects.bulk_create(
        RegionInvitation(session=session, region_id=one) for one in sorted(setup.region_ids)
    )


def put_people(session: Session, person_ids: Collection[UUID], *, chair: bool = False) -> None:
    """Add persons to who was asked to come, or to who leads."""
    kind: Any = Chair if chair else PersonInvitation
    kind.objects.bulk_create(
        (kind(session=session, person_id=one) for one in sorted(set(person_ids))),
        ignore_conflicts=True,
    )


def cluster_in(session: Session, cluster_id: UUID) -> Cluster:
    """Return a cluster that still stands; says into which one it went when it was merged."""
    cluster = session.clusters.select_related("merged_into").filter(id=cluster_id).first()
    if cluster is None:
        raise Conflict(_("Dit cluster is intussen opgeheven. Kies een ander cluster."))
    if cluster.merged_into is not None:
        raise Conflict(
            _("“%(name)s” is intussen door een ander samengevoegd met “%(into)s”. Kies dat "
              "cluster als het nog nodig is."),
            name=cluster.name, into=cluster.merged_into.name,
        )  # fmt: skip
    return cluster


def notes_in(session: Session, note_ids: Collection[UUID]) -> list[Note]:
    """Return notes that still stand, in the order of writing; refuse when one does not."""
    notes = list(
        session.notes.filter(id__in=note_ids, merged_into__isnull=True).order_by("created_at", "id")
    )
    if len(notes) != len(set(note_ids)):
        raise Conflict(_("Een van de gekozen notities is intussen ingetrokken of samengevoegd. "
                         "Er is niets veranderd; kijk opnieuw en kies weer."))  # fmt: skip
    return notes
