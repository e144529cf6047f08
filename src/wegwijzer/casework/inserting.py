"""Write many items at once: plain values in one statement, for a delivery of 100,000 rows.

The ORM's own insert of so many rows takes as long as judging them.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection

from wegwijzer.casework.models import DataRequest, Item
from wegwijzer.casework.rows import item_values
from wegwijzer.casework.rules import ProvidedItem


@cache
def _columns() -> tuple[tuple[str, Any], ...]:
    """Return every column of an item that we fill, with the field that adapts its value."""
    fields = (field for field in Item._meta.concrete_fields if field.name != "id")
    return tuple((field.attname, field) for field in fields)


def insert_items(
    request: DataRequest,
    told: Iterable[tuple[ProvidedItem, int | None]],
    *,
    delivery_id: Any,
    now: datetime,
) -> None:
    """Insert items of a delivery, not yet published; each with the key of its subject."""
    marks = ", ".join(["%s"] * len(_columns()))
    names = ", ".join(str(field.column) for _name, field in _columns())
    # Names of our own table and columns only.
    statement = f"INSERT INTO {Item._meta.db_table} ({names}) VALUES ({marks})"  # noqa: S608
    same: dict[tuple[str, Any], Any] = {}
    rows = []
    for item, subject_id in told:
        values = item_values(request, item, subject_id=subject_id, now=now)
        values["delivery_id"] = delivery_id
        rows.append([_adapted(name, field, values[name], same) for name, field in _columns()])
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)


# Differs from row to row; everything else is the same for thousands of rows.
_OWN = frozenset({"ref", "subject_id", "summary", "content", "circle_link"})


def _adapted(name: str, field: Any, value: Any, same: dict[tuple[str, Any], Any]) -> Any:
    """Return a value as the database wants it, worked out once for what many rows share."""
    if name in _OWN:
        return field.get_db_prep_save(value, connection)
    key = (name, value)
    if key not in same:
        same[key] = field.get_db_prep_save(value, connection)
    return same[key]
