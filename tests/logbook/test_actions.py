"""The logbook: written with the act, refused attempts too, and impossible to change unseen."""

import pytest
from django.db import DatabaseError, connection, transaction

from tests.apart import run_apart
from tests.world import NOW, SYSTEM
from wegwijzer.kernel.errors import NotAllowed, NotFound
from wegwijzer.logbook import queries
from wegwijzer.logbook.actions import acting, reading, record
from wegwijzer.logbook.models import Head, Line
from wegwijzer.logbook.rules import Outcome

pytestmark = pytest.mark.django_db


def write(count: int) -> None:
    for number in range(count):
        record(SYSTEM, "test.act", f"thing:{number}", now=NOW, number=number)


def test_eight_who_write_at_once_make_one_chain_that_can_be_checked_meanwhile(tmp_path):
    assert run_apart("tests.logbook.at_once", tmp_path) == "96 []"


def test_lines_form_a_chain_that_holds():
    write(5)

    assert queries.verify() is None
    assert list(Line.objects.order_by("position").values_list("position", flat=True)) == [
        1,
        2,
        3,
        4,
        5,
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE logbook_line SET body = '{}' WHERE position = 2",
        "DELETE FROM logbook_line WHERE position = 2",
        "UPDATE logbook_head SET position = 1",
        "DELETE FROM logbook_head",
    ],
)
def test_the_database_refuses_to_change_it(statement):
    write(3)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert queries.verify() is None


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="INSERT OR REPLACE is SQLite's own")
def test_a_line_cannot_be_replaced_either():
    write(3)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT OR REPLACE INTO logbook_line SELECT position, at, act, outcome, person_id, "
            "participant_id, subject, dossier_id, '{}', previous, hash FROM logbook_line "
            "WHERE position = 2"
        )

    assert queries.verify() is None


def break_open(*statements: str) -> None:
    """Do what only the owner of the database can do: take the triggers away and change a line."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {name}")
        else:
            cursor.execute("ALTER TABLE logbook_line DISABLE TRIGGER USER")
            cursor.execute("ALTER TABLE logbook_head DISABLE TRIGGER USER")
        for statement in statements:
            cursor.execute(statement)


@pytest.mark.parametrize(
    ("statement", "position"),
    [
        ("UPDATE logbook_line SET body = '{\"act\":1}' WHERE position = 3", 3),
        ("UPDATE logbook_line SET act = 'other' WHERE position = 2", 2),
        ("UPDATE logbook_line SET hash = previous WHERE position = 4", 4),
        ("DELETE FROM logbook_line WHERE position = 2", 2),
        ("DELETE FROM logbook_line WHERE position = 5", 5),
        (
            "UPDATE logbook_head SET position = 3, hash = "
            "(SELECT hash FROM logbook_line WHERE position = 3)",
            4,
        ),
    ],
)
def test_a_change_by_the_owner_of_the_database_is_found_at_its_line(statement, position):
    write(5)
    break_open(statement)

    found = queries.verify()

    assert found is not None
    assert found.position == position


def test_a_tail_cut_off_together_with_the_head_is_found_by_an_anchor():
    write(5)
    anchor = queries.current_head()
    break_open(
        "DELETE FROM logbook_line WHERE position > 3",
        "UPDATE logbook_head SET position = 3, hash = "
        "(SELECT hash FROM logbook_line WHERE position = 3)",
    )

    assert queries.verify() is None
    found = queries.verify(anchor=anchor)
    assert found is not None
    assert found.position == 4


def test_a_refused_act_leaves_nothing_but_a_line():
    @acting
    def do(actor, *, now):
        record(actor, "test.half", "thing:1", now=now)
        raise NotAllowed("Dit mag niet.")

    with pytest.raises(NotAllowed):
        do(SYSTEM, now=NOW)

    line = Line.objects.get()
    assert line.outcome == Outcome.REFUSED
    assert line.act.endswith(".do")


def test_a_refusal_deep_inside_is_logged_once():
    @reading
    def inner(actor, *, now):
        raise NotFound

    @acting
    def outer(actor, *, now):
        inner(actor, now=now)

    with pytest.raises(NotFound):
        outer(SYSTEM, now=NOW)

    assert Line.objects.filter(outcome=Outcome.REFUSED).count() == 1


def test_the_line_and_the_act_stand_or_fall_together():
    before = Head.objects.get().position

    with pytest.raises(RuntimeError), transaction.atomic():
        write(1)
        raise RuntimeError

    assert Head.objects.get().position == before
