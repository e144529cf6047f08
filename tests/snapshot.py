"""Keep what was put into an empty database, to put it there again much faster.

The people of the tests are made once a run by the actions that users call; every other test gets
the rows that this left. The logbook stays empty: its chain begins where a test begins.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection
from django.db.models import Model


@dataclass(frozen=True)
class Snapshot:
    """The rows of each table, as the database keeps them."""

    tables: dict[str, tuple[list[str], list[Any]]]

    def restore(self) -> None:
        """Put every row back, and let the database count on from there."""
        with connection.cursor() as cursor:
            for table, (columns, rows) in self.tables.items():
                names = ", ".join(map(connection.ops.quote_name, columns))
                marks = ", ".join(["%s"] * len(columns))
                cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)
            filled = [model for model in _models() if model._meta.db_table in self.tables]
            for statement in connection.ops.sequence_reset_sql(no_style(), filled):
                cursor.execute(statement)


def take() -> Snapshot:
    """Return what lies in the tables of the product and in those of the accounts."""
    tables = {}
    with connection.cursor() as cursor:
        for model in _models():
            cursor.execute(f"SELECT * FROM {model._meta.db_table}")
            if rows := cursor.fetchall():
                columns = [column[0] for column in cursor.description]
                tables[model._meta.db_table] = (columns, [_as_kept(row) for row in rows])
    return Snapshot(tables)


def _as_kept(row: Any) -> tuple[Any, ...]:
    # SQLite reads a time of day as one, and takes it back as text only.
    adapt = connection.ops.adapt_timefield_value
    return tuple(adapt(value) if isinstance(value, time) else value for value in row)


def _models() -> Iterator[type[Model]]:
    names = {"auth", "account", "mfa"}
    for app in apps.get_app_configs():
        ours = app.name.startswith("wegwijzer.") and app.label != "logbook"
        if ours or app.label in names:
            yield from (m for m in app.get_models() if m._meta.label != "auth.Permission")
