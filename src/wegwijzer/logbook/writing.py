"""Put a line at the end of the chain in plain statements, since every act and read waits on it.

The query layer would take longer to write these statements than the database to carry them out.
"""

from typing import Any

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from wegwijzer.logbook.models import Head, Line
from wegwijzer.logbook.rules import chained_hash

_FIELDS = tuple(field for field in Line._meta.concrete_fields if field.column is not None)
_NAMES = ", ".join(str(field.column) for field in _FIELDS)
_PLACES = ", ".join(["%s"] * len(_FIELDS))
_LINES, _HEADS = Line._meta.db_table, Head._meta.db_table
LAST = f"SELECT position, hash FROM {_HEADS} WHERE id = 1"  # noqa: S608 - our own names
INSERT = f"INSERT INTO {_LINES} ({_NAMES}) VALUES ({_PLACES})"  # noqa: S608
FORWARD = f"UPDATE {_HEADS} SET position = %s, hash = %s WHERE id = 1"  # noqa: S608
# Both at once on PostgreSQL, where each statement is a journey; nothing when the head has moved on.
MOVED = f"WITH moved AS ({FORWARD} AND hash = %s RETURNING id)"
FORWARD_AND_INSERT = f"{MOVED} INSERT INTO {_LINES} ({_NAMES}) SELECT {_PLACES} FROM moved"  # noqa: S608


def append(body: str, **columns: Any) -> None:
    """Add a line with this text after the last one; the head is held until the transaction ends."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            while not _is_first(cursor, body, columns):
                pass  # Somebody else put a line there: try again after theirs.
        return
    # Holds the one write lock of SQLite, so nobody else can.
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        _previous, forward, values = _next(cursor, body, columns)
        cursor.execute(INSERT, values)
        cursor.execute(FORWARD, forward)


def _is_first(cursor: CursorWrapper, body: str, columns: dict[str, Any]) -> bool:
    """Add the line and return True, unless another one came after the last that was read."""
    previous, forward, values = _next(cursor, body, columns)
    cursor.execute(FORWARD_AND_INSERT, [*forward, previous, *values])
    return bool(cursor.rowcount == 1)


def _next(
    cursor: CursorWrapper, body: str, columns: dict[str, Any]
) -> tuple[str, tuple[int, str], list[Any]]:
    """Return the last hash, where a line after it moves the head to, and that line."""
    cursor.execute(LAST)
    last, previous = cursor.fetchone()
    position = last + 1
    digest = chained_hash(position, previous, body)
    line = columns | {"position": position, "body": body, "previous": previous, "hash": digest}
    values = [field.get_db_prep_save(line[field.attname], connection) for field in _FIELDS]
    return previous, (position, digest), values
