"""Read many subjects by key, as plain values.

One question with one parameter, whatever the number of keys: to build such a question from
hundreds of parameters, and a model of every row, takes longer than the database does to answer.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.backends.utils import CursorWrapper

from wegwijzer.subjects.models import Subject

# A question of one text that a connection asked so often is planned for good.
PLANNED_AFTER = 5


def planned_cursor() -> CursorWrapper:
    """Return a cursor for a question asked over and over in the same words.

    PostgreSQL then plans it once for each connection: to plan takes longer than to answer.
    """
    if connection.vendor != "postgresql":
        return connection.cursor()
    # Imported here, since it asks for the driver of PostgreSQL.
    from django.db.backends.postgresql.base import ServerBindingCursor

    driver: Any = connection
    driver.ensure_connection()
    with driver.wrap_database_errors:
        driver.connection.prepare_threshold = PLANNED_AFTER
        bare = ServerBindingCursor(driver.connection)  # type: ignore[call-arg]
    cursor: CursorWrapper = driver._prepare_cursor(bare)
    return cursor


def rows_by_id(columns: Sequence[str], ids: Iterable[int]) -> list[tuple[Any, ...]]:
    """Return these columns of these subjects, as the database keeps them; JSON as text."""
    wanted: Any
    if connection.vendor == "postgresql":
        among, wanted = "id = ANY(%s)", list(ids)
    else:
        among, wanted = "id IN (SELECT value FROM json_each(%s))", json.dumps(list(ids))
    # Names of our own columns only.
    question = f"SELECT {', '.join(columns)} FROM subjects_subject WHERE {among}"  # noqa: S608
    with planned_cursor() as cursor:
        cursor.execute(question, [wanted])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def rows_of_dossiers(
    columns: Sequence[str],
    dossiers: Iterable[UUID],
    *,
    after: int,
    limit: int,
    ref: UUID | None = None,
) -> list[tuple[Any, ...]]:
    """Return these columns of the subjects of dossiers, or of one, in the order they came.

    Each dossier is asked by itself: the index then gives the first of a large one, in order.
    """
    one = "" if ref is None else " AND ref = %s"
    told = [after] if ref is None else [after, as_kept(ref)]
    # Names of our own columns only.
    part = (
        f"SELECT * FROM (SELECT {', '.join(columns)} FROM subjects_subject "  # noqa: S608
        f"WHERE dossier_id = %s AND id > %s{one} ORDER BY id LIMIT {int(limit)}) AS part"
    )
    values = [value for dossier in dossiers for value in (as_kept(dossier), *told)]
    parts = " UNION ALL ".join([part] * (len(values) // (len(told) + 1)))
    question = f"{parts} ORDER BY id LIMIT {int(limit)}"
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def as_kept(value: UUID) -> Any:
    """Return a key as the database keeps it."""
    return Subject._meta.get_field("ref").get_db_prep_value(value, connection)


def as_uuid(value: UUID | str) -> UUID:
    """Return a key, which SQLite keeps as text."""
    return value if isinstance(value, UUID) else UUID(value)
