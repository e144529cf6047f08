"""Put a line at the end of the chain: three plain statements, since every act and read waits on it.

The query layer would take longer to write these statements than the database to carry them out.
"""

from typing import Any

from django.db import connection, transaction

from wegwijzer.logbook.models import Head, Line
from wegwijzer.logbook.rules import chained_hash

_FIELDS = tuple(field for field in Line._meta.concrete_fields if field.column is not None)
_NAMES = ", ".join(str(field.column) for field in _FIELDS)
_PLACES = ", ".join(["%s"] * len(_FIELDS))
_LINES, _HEADS = Line._meta.db_table, Head._meta.db_table
LAST = f"SELECT position, hash FROM {_HEADS} WHERE id = 1"  # noqa: S608 - our own names
INSERT = f"INSERT INTO {_LINES} ({_NAMES}) VALUES ({_PLACES})"  # noqa: S608
FORWARD = f"UPDATE {_HEADS} SET position = %s, hash = %s WHERE id = 1"  # noqa: S608


def append(body: str, **columns: Any) -> None:
    """Add a line with this text; the row of the head is locked until the transaction ends."""
    lock = " FOR UPDATE" if connection.features.has_select_for_update else ""
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        cursor.execute(LAST + lock)
        last, previous = cursor.fetchone()
        position = last + 1
        digest = chained_hash(position, previous, body)
        line = columns | {
            "position": position,
            "body": body,
            "previous": previous,
            "hash": digest,
        }
        values = [field.get_db_prep_save(line[field.attname], connection) for field in _FIELDS]
        cursor.execute(INSERT, values)
        cursor.execute(FORWARD, [position, digest])
