"""Which dossiers the asker may know, asked only about the few that matter.

The caller says what the asker may see as a query; a query of forty thousand dossiers is never
read in full: it is asked about the dossiers of the candidates.
"""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from wegwijzer.subjects.models import Subject

# A query of dossier ids (``visible_signals(actor).values("id")``), or several, or the ids.
Within = QuerySet[Any, Any] | Iterable[QuerySet[Any, Any]] | Collection[UUID]


def known_among(within: Within, dossiers: set[UUID]) -> set[UUID]:
    """Return which of these dossiers the asker may know."""
    if not dossiers:
        return set()
    known: set[UUID] = set()
    for part in _parts(within):
        known |= {part} & dossiers if isinstance(part, UUID) else _asked(part, dossiers - known)
    return known


def is_known(within: Within) -> Q:
    """Return the condition that a subject lies in a dossier that the asker may know."""
    condition, ids = Q(pk__in=[]), []
    for part in _parts(within):
        if isinstance(part, UUID):
            ids.append(part)
        else:
            condition |= Q(dossier_id__in=part)
    return condition | Q(dossier_id__in=ids)


def _parts(within: Within) -> Iterable[QuerySet[Any, Any] | UUID]:
    return (within,) if isinstance(within, QuerySet) else within


def _asked(part: QuerySet[Any, Any], dossiers: set[UUID]) -> set[UUID]:
    query = part.query
    if query.combinator or query.is_sliced:
        subjects = Subject.objects.filter(dossier_id__in=dossiers).filter(dossier_id__in=part)
        return set(subjects.values_list("dossier_id", flat=True).distinct())
    name = query.values_select[0] if query.values_select else "pk"
    return set(part.filter(**{f"{name}__in": dossiers}).values_list(name, flat=True).distinct())
