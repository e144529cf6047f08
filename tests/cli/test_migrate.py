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

ROOT = Path(__file__).resolve().parents[2]
MIGRATED, CREATED = "migrated.sqlite3", "created.sqlite3"
# Migrating makes classes by the thousand: looking for garbage in between costs a quarter of it.
MAKE_BOTH = f"""
import gc; gc.set_threshold(100_000, 20, 20)
import django; django.setup()
from django.core.management import call_command
from django.db import connection
from wegwijzer.cli.migrate import create_tables
call_command('migrate', verbosity=0)
connection.close()
connection.settings_dict['NAME'] = '{CREATED}'
create_tables()
"""
OF_THE_DATABASE = "sqlite_%", "django_migrations"


def made_both_ways(folder: Path) -> tuple[Path, Path]:
    """Return a database that was migrated, and one that was made from the models."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "WEGWIJZER_DATA": str(folder),
        "WEGWIJZER_DATABASE": f"sqlite:///{MIGRATED}",
        "PYTHONPATH": f"{ROOT}/src{os.pathsep}{ROOT}",
    }
    run = [sys.executable, "-c", MAKE_BOTH]
    subprocess.run(run, check=True, env=environment, cwd=folder)
    return folder / MIGRATED, folder / CREATED


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
    migrated, created = made_both_ways(tmp_path)

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
