"""Which dossiers the asker may know, asked only about the few that matter.

The caller says what the asker may see as a query; a query of forty thousand dossiers is never
read in full: it is asked about the dossiers of the candidates.
"""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Q, QuerySet

from wegwijzer.subjects.reading import as_kept, as_uuid, planned_cursor

# A query of dossier ids (``visible_signals(actor).values("id")``), or several, or the ids.
Within = QuerySet[Any, Any] | Iterable[QuerySet[Any, Any]] | Collection[UUID]
# A dossier, or one followed by the dossiers that led to it: their subjects count as its own.
Own = UUID | tuple[UUID, ...]


def own_of(dossier: Own) -> tuple[UUID, ...]:
    """Return a dossier followed by those that led to it."""
    return (dossier,) if isinstance(dossier, UUID) else dossier


def known_among(within: Within, dossiers: set[UUID]) -> set[UUID]:
    """Return which of these dossiers the asker may know."""
    return {as_uuid(one) for one in kept_known_among(within, set(map(as_kept, dossiers)))}


def kept_known_among(within: Within, dossiers: set[Any]) -> set[Any]:
    """Return the same of dossiers as the database keeps them, which is what it reads."""
    known: set[Any] = set()
    for part in _parts(within):
        if unknown := dossiers - known:
            known |= {as_kept(part)} & unknown if isinstance(part, UUID) else _asked(part, unknown)
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


def _asked(part: QuerySet[Any, Any], dossiers: set[Any]) -> set[Any]:
    """Ask about some dossiers around the question of a part, which the database looks through.

    To build the same question with the query layer takes twice as long as to answer it.
    """
    ids = part if part.query.values_select else part.values("pk")
    try:
        question, values = ids.query.sql_with_params()
    except EmptyResultSet:
        return set()
    (name,) = ids.query.values_select
    # A list of one parameter keeps the words the same, so that PostgreSQL plans them once.
    if connection.vendor == "postgresql":
        among, listed = "= ANY(%s)", [list(dossiers)]
    else:
        among, listed = f"IN ({', '.join(['%s'] * len(dossiers))})", list(dossiers)
    with planned_cursor() as cursor:
        cursor.execute(
            f'SELECT "{name}" FROM ({question}) AS part WHERE "{name}" {among}',  # noqa: S608
            [*values, *listed],
        )
        return {found for (found,) in cursor.fetchall()}
