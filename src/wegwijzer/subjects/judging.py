"""The judgements that stand, and which of them reach a dossier."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from wegwijzer.subjects.knowing import Within, known_among
from wegwijzer.subjects.models import Judgement, Subject
from wegwijzer.subjects.rules import Sameness

Pair = frozenset[int]


def standing(judgements: Iterable[Judgement]) -> dict[Pair, Judgement]:
    """Return the latest judgement on each pair that was not undone."""
    latest: dict[Pair, Judgement] = {}
    for judgement in sorted(judgements, key=lambda one: one.id):
        if judgement.undone_at is None:
            latest[frozenset((judgement.a_id, judgement.b_id))] = judgement
    return latest


def on_pairs(pairs: set[Pair]) -> dict[Pair, Judgement]:
    """Return the standing judgement on each of these pairs; of what is not stored there is none."""
    pairs = {pair for pair in pairs if 0 not in pair}
    if not pairs:
        return {}
    members = {member for pair in pairs for member in pair}
    rows = Judgement.objects.filter(a_id__in=members, b_id__in=members, undone_at=None)
    return {pair: row for pair, row in standing(rows).items() if pair in pairs}


def reaching(dossier_id: UUID, within: Within) -> dict[Pair, Judgement]:
    """Return the standing judgements that tie records of a dossier to each other and to others.

    Follows them as far as they lead, never through a dossier that the asker may not know.
    """
    found: dict[int, Judgement] = {}
    where: dict[int, UUID] = {}
    step = Q(a__dossier_id=dossier_id) | Q(b__dossier_id=dossier_id)
    while True:
        rows = Judgement.objects.filter(step, undone_at=None).exclude(id__in=found)
        new = {row.id: row for row in rows}
        ends = {end for row in new.values() for end in (row.a_id, row.b_id)} - where.keys()
        places = dict(Subject.objects.filter(id__in=ends).values_list("id", "dossier_id"))
        known = known_among(within, set(places.values())) | {dossier_id}
        where |= {end: place for end, place in places.items() if place in known}
        usable = {i: row for i, row in new.items() if row.a_id in where and row.b_id in where}
        found |= usable
        reached = ends & where.keys()
        if not reached:
            return standing(found.values())
        step = Q(a_id__in=reached) | Q(b_id__in=reached)


def verdicts(judgements: dict[Pair, Judgement]) -> dict[Pair, Sameness]:
    """Return what was judged of each pair."""
    return {pair: Sameness(row.sameness) for pair, row in judgements.items()}
