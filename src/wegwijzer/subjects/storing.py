"""Write many subjects with their keys and tokens, fast and in one transaction.

Plain values in one statement per table: with a model instance for each of ten million keys, and
the ORM's insert for each record, a delivery would take three times as long.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import connection

from wegwijzer.subjects import records
from wegwijzer.subjects.models import Subject
from wegwijzer.subjects.reading import as_kept
from wegwijzer.subjects.rules import SubjectKind
from wegwijzer.subjects.rules.searching import tokens_of

Rows = Iterable[Sequence[Any]]
FIELDS = tuple(Subject._meta.concrete_fields)
COLUMNS = ", ".join(str(field.column) for field in FIELDS)
TABLES = {
    "subjects_subject": COLUMNS,
    "subjects_blockingkey": "subject_id, h, dossier_id",
    "subjects_searchtoken": "subject_id, token",
}


def store(rows: Sequence[Subject]) -> None:
    """Insert subjects, and the keys and tokens by which they are found.

    Only inside a transaction: on SQLite that holds the one write lock, so that the keys taken are
    the next ones; PostgreSQL hands them out itself.
    """
    for row, pk in zip(rows, _next_ids(len(rows)), strict=True):
        row.id = pk
    _insert("subjects_subject", (_values(row) for row in rows))
    derive(rows)


def derive(rows: Sequence[Subject]) -> None:
    """Insert the keys and tokens by which these stored subjects are found."""
    _insert("subjects_blockingkey", _keys(rows))
    tokens = ((row.id, token) for row in rows for token in tokens_of(row.content))
    _insert("subjects_searchtoken", tokens)


def _keys(rows: Sequence[Subject]) -> Iterator[tuple[int, int, Any]]:
    for row in rows:
        keys = records.keys_of(SubjectKind(row.kind), row.record)
        place = as_kept(row.dossier_id)
        yield from ((row.id, number, place) for number in {key.number for key in keys})


def _values(row: Subject) -> list[Any]:
    return [field.get_db_prep_save(getattr(row, field.attname), connection) for field in FIELDS]


def _next_ids(count: int) -> list[int]:
    assert connection.in_atomic_block, "keys are taken inside a transaction"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence('subjects_subject', 'id')) "
                "FROM generate_series(1, %s)",
                [count],
            )
            return [pk for (pk,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = 'subjects_subject'")
        (last,) = cursor.fetchone() or (0,)
    return list(range(last + 1, last + 1 + count))


def _insert(table: str, rows: Rows) -> None:
    columns = TABLES[table]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        marks = ", ".join(["%s"] * len(columns.split(",")))
        # Names of our own tables and columns only.
        statement = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608
        cursor.executemany(statement, list(rows))
