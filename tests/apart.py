"""Run a module in a process and a database of its own, beside that of the tests.

What it writes in the logbook can't be emptied afterwards.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from django.db import connection


def run_apart(module: str, folder: Path) -> str:
    """Return what the module printed; an empty database is made for it, and is gone after."""
    with _database() as database:
        environment = os.environ | {
            "WEGWIJZER_DATA": str(folder),
            "WEGWIJZER_DATABASE": database,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
        }
        run = [sys.executable, "-m", module]
        told = subprocess.run(run, check=False, env=environment, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr
    return told.stdout


@contextmanager
def _database() -> Iterator[str]:
    if connection.vendor == "sqlite":
        yield ""  # the file in the folder
        return
    import psycopg

    params = connection.get_connection_params()
    told = {key: params[key] for key in ("host", "port", "user", "password") if params.get(key)}
    name = f"at_once_{uuid4().hex[:8]}"
    with psycopg.connect(dbname="postgres", autocommit=True, **told) as server:
        server.execute(f'CREATE DATABASE "{name}"')
    who = f"{told.get('user', '')}:{told.get('password', '')}".rstrip(":")
    try:
        yield f"postgresql://{who}@{told['host']}:{told.get('port', 5432)}/{name}"
    finally:
        with psycopg.connect(dbname="postgres", autocommit=True, **told) as server:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
