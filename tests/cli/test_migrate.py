"""The migrations make what the models say: the tables on which the tests run."""

import os
import sqlite3
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from django.db import connection

from wegwijzer.cli.migrate import no_time_limit

MIGRATE = "from django.core.management import call_command; call_command('migrate', verbosity=0)"
CREATE = "from wegwijzer.cli.migrate import create_tables; create_tables()"
OF_THE_DATABASE = "sqlite_%", "django_migrations"


def made_by(code: str, folder: Path) -> Path:
    folder.mkdir()
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "WEGWIJZER_DATA": str(folder),
        "WEGWIJZER_DATABASE": f"sqlite:///{folder}/made.sqlite3",
    }
    run = [sys.executable, "-c", f"import django; django.setup(); {code}"]
    subprocess.run(run, check=True, env=environment)
    return folder / "made.sqlite3"


def schema(path: Path) -> dict[str, list[str]]:
    """Return by name what each table, index and trigger says, whatever the order of its columns."""
    skipped = " AND ".join(f"name NOT LIKE '{name}'" for name in OF_THE_DATABASE)
    with sqlite3.connect(path) as database:
        found = database.execute(f"SELECT name, sql FROM sqlite_master WHERE {skipped}")
        return {name: parts(sql) for name, sql in found}


def start_of_chain(path: Path) -> list[tuple]:
    with sqlite3.connect(path) as database:
        return database.execute("SELECT id, position, hash FROM logbook_head").fetchall()


def parts(sql: str) -> list[str]:
    """Return what stands between the outermost commas, sorted."""
    head, _, inside = sql.partition("(")
    found, depth = [head, ""], 0
    for letter in inside.rstrip().removesuffix(")"):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            found.append("")
        else:
            found[-1] += letter
    return sorted(part.strip() for part in found)


def test_migrating_makes_what_the_models_say(tmp_path):
    migrated = made_by(MIGRATE, tmp_path / "migrated")
    created = made_by(CREATE, tmp_path / "created")

    assert schema(migrated) == schema(created)
    assert {"logbook_line", "logbook_line_no_update"} <= schema(created).keys()
    assert start_of_chain(migrated) == start_of_chain(created) == [(1, 0, "0" * 64)]


@pytest.mark.django_db
def test_a_large_table_may_take_its_time_and_then_the_limit_stands_again():
    limits = []
    for around in (no_time_limit(), nullcontext()):
        with around, connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("SHOW statement_timeout")
                limits += cursor.fetchone()

    assert limits == (["0", "1min"] if connection.vendor == "postgresql" else [])
