"""Put a line at the end of the chain in plain statements, since every act and read waits on it.

The query layer would take longer to write these statements than the database to carry them out.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import connection, transaction
from django.db.models import Field

from wegwijzer.logbook.models import Head, Line
from wegwijzer.logbook.rules import chained_hash

_FIELDS = tuple(field for field in Line._meta.concrete_fields if field.column is not None)
_NAMES = ", ".join(str(field.column) for field in _FIELDS)
_PLACES = ", ".join(["%s"] * len(_FIELDS))
_LINES, _HEADS = Line._meta.db_table, Head._meta.db_table
LAST = f"SELECT position, hash FROM {_HEADS} WHERE id = 1"  # noqa: S608 - our own names
INSERT = f"INSERT INTO {_LINES} ({_NAMES}) VALUES ({_PLACES})"  # noqa: S608
FORWARD = f"UPDATE {_HEADS} SET position = %s, hash = %s WHERE id = 1"  # noqa: S608
# All of it at once on PostgreSQL, where each statement is a journey: who comes second waits at the
# last line, and its hash is the one of ``chained_hash``.
_CHAINED = ("position", "previous", "hash")
_TOLD = tuple(field for field in _FIELDS if field.column not in _CHAINED)
_TAKEN = ", ".join(f"next.{f.column}" if f.column in _CHAINED else "%s" for f in _FIELDS)
APPEND = f"""
    WITH last AS ({LAST} FOR UPDATE),
    next AS (
        SELECT position + 1 AS position, hash AS previous, encode(sha256(convert_to(
            (position + 1) || E'\\n' || hash || E'\\n' || %s, 'UTF8')), 'hex') AS hash
        FROM last
    ),
    moved AS (
        UPDATE {_HEADS} AS head SET position = next.position, hash = next.hash FROM next
        WHERE head.id = 1
    )
    INSERT INTO {_LINES} ({_NAMES}) SELECT {_TAKEN} FROM next
"""  # noqa: S608


def append(body: str, **columns: Any) -> None:
    """Add a line with this text after the last one; the head is held until the transaction ends."""
    line = columns | {"body": body}
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(APPEND, [body, *_values(_TOLD, line)])
        return
    # Holds the one write lock of SQLite, so nobody else can.
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        cursor.execute(LAST)
        last, previous = cursor.fetchone()
        position = last + 1
        digest = chained_hash(position, previous, body)
        line |= {"position": position, "previous": previous, "hash": digest}
        cursor.execute(INSERT, _values(_FIELDS, line))
        cursor.execute(FORWARD, [position, digest])


def _values(fields: "Iterable[Field[Any, Any]]", line: Mapping[str, Any]) -> list[Any]:
    """Return the columns of a line as the database takes them."""
    return [field.get_db_prep_save(line[field.attname], connection) for field in fields]
