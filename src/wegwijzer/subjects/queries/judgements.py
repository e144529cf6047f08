"""What was judged, and who is one with whom by it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.subjects import judging, rules
from wegwijzer.subjects.knowing import Within
from wegwijzer.subjects.models import Judgement, Subject
from wegwijzer.subjects.rules import (
    Sameness,
)

JUDGED = ("id", "ref", "sameness", "reason", "dossier_id", "judged_at", "undone_at")


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """What someone judged of two records; ``stands`` when it is the one that counts."""

    id: UUID
    a_ref: UUID
    b_ref: UUID
    sameness: Sameness
    reason: str
    dossier_id: UUID
    judged_by: str
    judged_for: str
    judged_at: datetime
    undone_at: datetime | None
    stands: bool


@dataclass(frozen=True, slots=True)
class ClusterRow:
    """Records that are one by judgement, and the pairs among them that were judged different."""

    refs: frozenset[UUID]
    contradictions: tuple[tuple[UUID, UUID], ...]


def list_judgements(actor: Actor, dossier_id: UUID) -> list[JudgementRow]:
    """List what was judged for a dossier, the latest first; what was undone stays in the list."""
    assert actor.roles, "an actor without roles has no dossier"
    rows = list(
        Judgement.objects.filter(dossier_id=dossier_id)
        .select_related("a", "b", "judged_by", "judged_for")
        .only("a__ref", "b__ref", "judged_by__name", "judged_for__name", *JUDGED)
        .order_by("-id")
    )
    counting = {
        row.id for row in judging.on_pairs({frozenset((r.a_id, r.b_id)) for r in rows}).values()
    }
    return [_judgement(row, stands=row.id in counting) for row in rows]


def list_clusters(actor: Actor, dossier_id: UUID, *, within: Within = ()) -> list[ClusterRow]:
    """List who is one with whom by the judgements that stand, with what contradicts it.

    Only what touches the dossier, and never through a dossier outside ``within``.
    """
    assert actor.roles, "an actor without roles has no dossier"
    found = rules.clusters(judging.verdicts(judging.reaching(dossier_id, within)))
    ids = {member for cluster in found for member in cluster.members}
    rows = Subject.objects.filter(id__in=ids).values_list("id", "ref", "dossier_id")
    refs = {pk: ref for pk, ref, _dossier in rows}
    inside = {pk for pk, _ref, dossier in rows if dossier == dossier_id}
    return [
        ClusterRow(
            frozenset(refs[member] for member in cluster.members),
            tuple((refs[min(pair)], refs[max(pair)]) for pair in cluster.contradictions),
        )
        for cluster in found
        if not inside.isdisjoint(cluster.members)
    ]


def clusters_of(actor: Actor, dossier_id: UUID, *, within: Within = ()) -> list[frozenset[UUID]]:
    """Return who is one with whom, as groups of references."""
    return [row.refs for row in list_clusters(actor, dossier_id, within=within)]


def _judgement(row: Judgement, *, stands: bool) -> JudgementRow:
    return JudgementRow(
        id=row.ref,
        a_ref=row.a.ref,
        b_ref=row.b.ref,
        sameness=Sameness(row.sameness),
        reason=row.reason,
        dossier_id=row.dossier_id,
        judged_by=row.judged_by.name,
        judged_for=row.judged_for.name,
        judged_at=row.judged_at,
        undone_at=row.undone_at,
        stands=stands,
    )
