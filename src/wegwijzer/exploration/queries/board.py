"""Read the board: notes, clusters, votes, focus and objectives, each with where it came from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from wegwijzer.exploration.models import Ballot, Cluster, Dots, Focus, Note, Session
from wegwijzer.exploration.rules import votes
from wegwijzer.exploration.rules.notes import Proposal, propose_clusters
from wegwijzer.exploration.rules.sessions import Stage, Voters
from wegwijzer.exploration.storing import found
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading
from wegwijzer.network.queries import person_names_of


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """What the regions want to have reached, and the notes it came from.

    ``number`` says of which focus and which one; ``names_notes`` is False when it came from
    all that its focus came from.
    """

    id: UUID
    number: str
    text: str
    note_ids: frozenset[UUID]
    names_notes: bool


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note; ``author`` is empty when the writer stays with the name of the region."""

    id: UUID
    text: str
    kind: str
    kind_label: str
    region_id: UUID
    region_name: str
    author: str
    is_own: bool
    named: bool
    created_at: datetime
    sources: tuple["NoteRow", ...] = ()
    objectives: tuple[ObjectiveRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ClusterRow:
    """A cluster with its notes; ``dots`` is None as long as the vote is secret."""

    id: UUID
    name: str
    notes: tuple[NoteRow, ...]
    sources: tuple[str, ...]
    dots: int | None

    @property
    def regions(self) -> tuple[str, ...]:
        """Return the regions that brought in something of this."""
        all_notes = (one for note in self.notes for one in (note, *note.sources))
        return tuple(sorted({note.region_name for note in all_notes}))


@dataclass(frozen=True, slots=True)
class FocusRow:
    """What the regions choose to work on, with the clusters and notes that it came from."""

    id: UUID
    statement: str
    clusters: tuple[ClusterRow, ...]
    objectives: tuple[ObjectiveRow, ...]

    def trail_of(self, objective: ObjectiveRow) -> tuple[ClusterRow, ...]:
        """Return the clusters that an objective came from, with only the notes it came from."""
        if not objective.names_notes:
            return self.clusters
        narrowed = (
            replace(one, notes=tuple(n for n in one.notes if n.id in objective.note_ids))
            for one in self.clusters
        )
        return tuple(one for one in narrowed if one.notes)


@dataclass(frozen=True, slots=True)
class Board:
    """All that hangs on the wall; clusters by their dots once counted, and what came of it."""

    clusters: tuple[ClusterRow, ...]
    loose: tuple[NoteRow, ...]
    ballots: int
    focus: tuple[FocusRow, ...] = ()

    @property
    def count(self) -> int:
        """Return how many notes hang on the wall."""
        return len(self.loose) + sum(len(cluster.notes) for cluster in self.clusters)


@dataclass(frozen=True, slots=True)
class BallotPage:
    """The ballot that the actor fills in."""

    version: int
    given: dict[UUID, int] = field(default_factory=dict)
    cast_at: datetime | None = None
    cast_by: str = ""


@reading
def get_board(actor: Actor, session_id: UUID) -> Board:
    """Return the notes and clusters of a session that the actor may see."""
    session, _circle = found(actor, session_id)
    return _board(actor, session)


def _board(actor: Actor, session: Session) -> Board:
    is_counted = votes.is_counted(Stage(session.stage))
    placed, loose = _notes(actor, session)
    counted = _counts(session) if is_counted else None
    chosen = _chosen(session, placed) if is_counted else []
    led_to = _led_to(chosen)
    all_clusters = list(session.clusters.order_by("created_at", "id"))
    sources = defaultdict(list)
    for one in all_clusters:
        if one.merged_into_id:
            sources[one.merged_into_id].append(one)
    rows = [
        ClusterRow(
            one.id,
            one.name,
            tuple(_leading(note, led_to) for note in placed[one.id]),
            tuple(_names_below(one.id, sources)),
            None if counted is None else counted.get(one.id, 0),
        )
        for one in all_clusters
        if one.merged_into_id is None
    ]
    rows.sort(key=lambda row: -(row.dots or 0))
    return Board(
        tuple(rows),
        tuple(loose),
        session.ballots.filter(dots__isnull=False).distinct().count(),
        tuple(_focus_row(focus, objectives, rows) for focus, objectives in chosen),
    )


def _chosen(
    session: Session, placed: Mapping[UUID, Sequence[NoteRow]]
) -> list[tuple[Focus, list[ObjectiveRow]]]:
    """Return the focus of a session with its objectives, each with the notes it came from."""
    rows = session.focus.prefetch_related("clusters", "objectives__notes")
    found = []
    for place, focus in enumerate(rows.order_by("created_at", "id"), 1):
        whole = [note.id for one in focus.clusters.all() for note in placed.get(one.id, ())]
        ordered = sorted(focus.objectives.all(), key=lambda one: (one.created_at, one.id))
        objectives = []
        for at, one in enumerate(ordered, 1):
            named = [note.id for note in one.notes.all()]
            objectives.append(
                ObjectiveRow(
                    one.id, f"{place}.{at}", one.text, frozenset(named or whole), bool(named)
                )
            )
        found.append((focus, objectives))
    return found


def _led_to(
    chosen: Iterable[tuple[Focus, list[ObjectiveRow]]],
) -> dict[UUID, list[ObjectiveRow]]:
    """Return which objectives came from each note."""
    led_to = defaultdict(list)
    for _one, objectives in chosen:
        for objective in objectives:
            for note_id in objective.note_ids:
                led_to[note_id].append(objective)
    return led_to


def _leading(note: NoteRow, led_to: Mapping[UUID, list[ObjectiveRow]]) -> NoteRow:
    found = led_to.get(note.id)
    return replace(note, objectives=tuple(found)) if found else note


def _focus_row(
    focus: Focus, objectives: Iterable[ObjectiveRow], clusters: Iterable[ClusterRow]
) -> FocusRow:
    chosen = {one.id for one in focus.clusters.all()}
    return FocusRow(
        focus.id,
        focus.statement,
        tuple(row for row in clusters if row.id in chosen),
        tuple(objectives),
    )


def _names_below(cluster_id: UUID, sources: dict[UUID, list[Cluster]]) -> Iterable[str]:
    """Yield the names of what went up in a cluster, and in those in turn."""
    for one in sources.get(cluster_id, ()):
        yield one.name
        yield from _names_below(one.id, sources)


def _notes(actor: Actor, session: Session) -> tuple[dict[UUID, list[NoteRow]], list[NoteRow]]:
    notes = list(_with_region(session).order_by("created_at", "id"))
    names = person_names_of({note.written_by for note in notes if note.named})
    kinds = _labels(session)
    sources = defaultdict(list)
    for note in notes:
        if note.merged_into_id:
            sources[note.merged_into_id].append(_note_row(actor, note, names, kinds))
    placed: dict[UUID, list[NoteRow]] = defaultdict(list)
    loose: list[NoteRow] = []
    for note in notes:
        if note.merged_into_id is None:
            row = _note_row(actor, note, names, kinds, tuple(sources[note.id]))
            (placed[note.cluster_id] if note.cluster_id else loose).append(row)
    return placed, loose


def _with_region(session: Session) -> QuerySet[Note, Any]:
    """Return the notes of a session as bare values, each with the name of its region."""
    return session.notes.annotate(region_name=F("region__name")).values_list(
        "id", "text", "kind", "region_id", "region_name", "written_by", "named", "created_at",
        "cluster_id", "merged_into_id", named=True,
    )  # fmt: skip


def _labels(session: Session) -> dict[str, str]:
    return {one["slug"]: one["label"] for one in session.kinds}


def _note_row(
    actor: Actor,
    note: Any,
    names: dict[UUID, str],
    kinds: dict[str, str],
    sources: tuple[NoteRow, ...] = (),
) -> NoteRow:
    return NoteRow(
        note.id,
        note.text,
        note.kind,
        kinds.get(note.kind, note.kind),
        note.region_id,
        note.region_name,
        names.get(note.written_by, "") if note.named else "",
        note.written_by == actor.person_id,
        note.named,
        note.created_at,
        sources,
    )


def _counts(session: Session) -> dict[UUID, int]:
    rows = Dots.objects.filter(ballot__session=session)
    return votes.tally(
        {cluster: number} for cluster, number in rows.values_list("cluster_id", "number")
    )


@reading
def get_note(actor: Actor, session_id: UUID, note_id: UUID) -> NoteRow:
    """Return one note of a session that the actor may see."""
    session, _circle = found(actor, session_id)
    note = _with_region(session).filter(id=note_id).first()
    if note is None:
        raise NotFound
    return _note_row(actor, note, person_names_of({note.written_by}), _labels(session))


@reading
def get_ballot(actor: Actor, session_id: UUID) -> BallotPage:
    """Return the ballot of the actor or of their region; that of another is never shown."""
    session, _circle = found(actor, session_id)
    voter = votes.voter_of(actor, Voters(session.voters))
    ballot = Ballot.objects.filter(session=session, voter_id=voter).first()
    if ballot is None:
        return BallotPage(0)
    return BallotPage(
        ballot.version,
        dict(ballot.dots.values_list("cluster_id", "number")),
        ballot.cast_at,
        person_names_of({ballot.cast_by}).get(ballot.cast_by, ""),
    )


def list_focus(actor: Actor, session_id: UUID) -> list[FocusRow]:
    """List the focus of a session, each with its objectives and the clusters it came from."""
    return list(get_board(actor, session_id).focus)


def find_focus(actor: Actor, session_id: UUID, objective_id: UUID) -> FocusRow | None:
    """Return the focus an objective was set for, with the notes this objective came from."""
    for row in list_focus(actor, session_id):
        for one in row.objectives:
            if one.id == objective_id:
                return replace(row, clusters=row.trail_of(one))
    return None


@reading
def list_proposals(actor: Actor, session_id: UUID) -> list[Proposal]:
    """List which of the loose notes seem to be about the same, by the words that they share."""
    session, _circle = found(actor, session_id)
    loose = session.notes.filter(cluster__isnull=True, merged_into__isnull=True)
    return propose_clusters(dict(loose.order_by("created_at", "id").values_list("id", "text")))
