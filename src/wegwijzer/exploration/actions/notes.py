"""Write notes and arrange them: clusters, merging, names."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from wegwijzer.exploration.models import Cluster, Note, Session
from wegwijzer.exploration.rules import notes as rules
from wegwijzer.exploration.rules import sessions
from wegwijzer.exploration.rules.sessions import Stage
from wegwijzer.exploration.storing import changed, cluster_in, found, notes_in
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record


@acting
def add_note(
    actor: Actor, session_id: UUID, text: str, kind: str, *, now: datetime, named: bool = False
) -> UUID:
    """Bring in a note for the own region, while notes are collected; return its id."""
    session, circle = found(actor, session_id, locked=True)
    sessions.check_voice(actor, circle)
    rules.check_collecting(Stage(session.stage))
    rules.check_note(text, kind, [one["slug"] for one in session.kinds])
    note = Note.objects.create(
        session=session,
        text=" ".join(text.split()),
        kind=kind,
        region_id=actor.region_id,
        written_by=actor.person_id,
        named=named,
        created_at=now,
    )
    changed(session)
    record(actor, "exploration.add_note", f"exploration:{session.id}", now=now, note=note.id)
    return note.id


@acting
def change_note(
    actor: Actor,
    session_id: UUID,
    note_id: UUID,
    *,
    text: str,
    kind: str,
    now: datetime,
    named: bool = False,
) -> None:
    """Change a note of one's own, while notes are collected."""
    session, note = _own(actor, session_id, note_id)
    rules.check_note(text, kind, [one["slug"] for one in session.kinds])
    note.text, note.kind, note.named = " ".join(text.split()), kind, named
    note.save(update_fields=["text", "kind", "named"])
    changed(session)
    record(actor, "exploration.change_note", f"exploration:{session.id}", now=now, note=note_id)


@acting
def withdraw_note(actor: Actor, session_id: UUID, note_id: UUID, *, now: datetime) -> None:
    """Take back a note of one's own, while notes are collected."""
    session, note = _own(actor, session_id, note_id)
    if note.sources.exists():
        raise Conflict(
            _("In deze notitie zijn andere opgegaan. Wijzig de tekst in plaats daarvan.")
        )
    note.delete()
    changed(session)
    record(actor, "exploration.withdraw_note", f"exploration:{session.id}", now=now, note=note_id)


def _own(actor: Actor, session_id: UUID, note_id: UUID) -> tuple[Session, Note]:
    session, _circle = found(actor, session_id, locked=True)
    note = session.notes.filter(id=note_id).first()
    if note is None:
        raise NotFound
    if note.written_by != actor.person_id:
        raise NotAllowed(_("Deze notitie is van een ander. Alleen de schrijver wijzigt haar."))
    rules.check_collecting(Stage(session.stage))
    if note.merged_into_id is not None:
        raise Conflict(_("Uw notitie is samengevoegd met een andere en ligt nu vast."))
    return session, note


@acting
def make_cluster(
    actor: Actor,
    session_id: UUID,
    name: str,
    note_ids: Collection[UUID] = (),
    *,
    now: datetime,
) -> UUID:
    """Make a cluster, with the chosen notes in it; return its id."""
    session = _arranging(actor, session_id)
    rules.check_name(name)
    notes = notes_in(session, note_ids)
    cluster = Cluster.objects.create(session=session, name=name.strip()[:120], created_at=now)
    Note.objects.filter(id__in=[note.id for note in notes]).update(cluster=cluster)
    changed(session)
    record(actor, "exploration.make_cluster", f"exploration:{session.id}", now=now,
           cluster=cluster.id, notes=list(note_ids))  # fmt: skip
    return cluster.id


@acting
def place_notes(
    actor: Actor,
    session_id: UUID,
    note_ids: Collection[UUID],
    cluster_id: UUID | None,
    *,
    now: datetime,
) -> None:
    """Put notes into a cluster, or take them out of theirs when there is none."""
    session = _arranging(actor, session_id)
    if not note_ids:
        raise Invalid(_("Kies eerst een of meer notities."), field="note")
    notes = notes_in(session, note_ids)
    cluster = cluster_in(session, cluster_id) if cluster_id else None
    Note.objects.filter(id__in=[note.id for note in notes]).update(cluster=cluster)
    changed(session)
    record(actor, "exploration.place_notes", f"exploration:{session.id}", now=now,
           cluster=cluster_id, notes=list(note_ids))  # fmt: skip


@acting
def name_cluster(
    actor: Actor, session_id: UUID, cluster_id: UUID, name: str, *, now: datetime
) -> None:  # fmt: skip
    """Give a cluster another name."""
    session = _arranging(actor, session_id)
    rules.check_name(name)
    cluster = cluster_in(session, cluster_id)
    cluster.name = name.strip()[:120]
    cluster.save(update_fields=["name"])
    changed(session)
    record(actor, "exploration.name_cluster", f"exploration:{session.id}", now=now,
           cluster=cluster_id)  # fmt: skip


@acting
def merge_clusters(
    actor: Actor, session_id: UUID, into: UUID, others: Collection[UUID], *, now: datetime
) -> None:
    """Let clusters go up in one; they stay known as where its notes came from."""
    session = _arranging(actor, session_id)
    if not set(others) - {into}:
        raise Invalid(_("Kies ten minste twee clusters om samen te voegen."), field="cluster")
    target = cluster_in(session, into)
    for one in sorted(set(others) - {into}):
        cluster = cluster_in(session, one)
        cluster.notes.update(cluster=target)
        cluster.merged_into = target
        cluster.save(update_fields=["merged_into"])
    changed(session)
    record(actor, "exploration.merge_clusters", f"exploration:{session.id}", now=now,
           into=into, others=list(others))  # fmt: skip


@acting
def dissolve_cluster(
    actor: Actor, session_id: UUID, cluster_id: UUID, *, now: datetime
) -> None:  # fmt: skip
    """Undo a cluster; its notes lie loose again, and so do the clusters that went up in it."""
    session = _arranging(actor, session_id)
    cluster = cluster_in(session, cluster_id)
    Note.objects.filter(cluster=cluster).update(cluster=None)
    Cluster.objects.filter(merged_into=cluster).update(merged_into=None)
    cluster.delete()
    changed(session)
    record(actor, "exploration.dissolve_cluster", f"exploration:{session.id}", now=now,
           cluster=cluster_id)  # fmt: skip


@acting
def merge_notes(
    actor: Actor, session_id: UUID, into: UUID, others: Collection[UUID], *, now: datetime
) -> None:
    """Let notes that say the same go up in one; each stays known with its region and its words."""
    session = _arranging(actor, session_id)
    rest = set(others) - {into}
    if not rest:
        raise Invalid(_("Kies ten minste twee notities om samen te voegen."), field="note")
    notes_in(session, {into, *rest})
    Note.objects.filter(merged_into__in=rest).update(merged_into=into)
    Note.objects.filter(id__in=rest).update(merged_into=into, cluster=None)
    changed(session)
    record(actor, "exploration.merge_notes", f"exploration:{session.id}", now=now,
           into=into, others=list(rest))  # fmt: skip


@acting
def split_note(actor: Actor, session_id: UUID, note_id: UUID, *, now: datetime) -> None:
    """Undo a merging: the notes that went up in this one stand on their own, in its cluster."""
    session = _arranging(actor, session_id)
    (note,) = notes_in(session, [note_id])
    Note.objects.filter(merged_into=note).update(merged_into=None, cluster=note.cluster_id)
    changed(session)
    record(actor, "exploration.split_note", f"exploration:{session.id}", now=now, note=note_id)


def _arranging(actor: Actor, session_id: UUID) -> Session:
    session, circle = found(actor, session_id, locked=True)
    rules.check_arranging(actor, circle, Stage(session.stage), everybody=session.everybody_arranges)
    return session
