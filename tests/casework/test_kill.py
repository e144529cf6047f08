"""A worker that is killed in the middle loses nothing that was acknowledged, and doubles nothing."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# More than a worker takes at once, so that it is killed between two times.
ROWS = 3_000
PREPARE = f"""
import django; django.setup()
from wegwijzer.cli.migrate import create_tables
create_tables()
from tests.casework import made
from tests.world import NOW, make_world
from wegwijzer.casework import actions
from wegwijzer.casework.actions import Defaults, Keep
from wegwijzer.law.vocabulary import Category, SecrecyGround
world = make_world()
request = made.asked(world, made.opened(world))
lines = ["Voornaam;Achternaam"] + [f"Proef;Persoon{{n}}" for n in range({ROWS})]
delivery = actions.receive_delivery(
    world.actor("bob"), request, filename="lijst.csv",
    pieces=["\\n".join(lines).encode()], now=NOW)
assert actions.process_next_delivery(now=NOW)
actions.map_delivery(
    world.actor("bob"), delivery, fields=["given_names", "surname"], keep=Keep.GOOD_ROWS, now=NOW,
    defaults=Defaults(category=Category.IDENTITY_CONTACT, secrecy_ground=SecrecyGround.NONE,
                      first_processed_date=NOW.date()))
"""
WORK = """
import sys
import django; django.setup()
from datetime import timedelta
from tests.world import NOW
from wegwijzer.casework.actions import process_next_delivery
assert process_next_delivery(now=NOW + timedelta(minutes=int(sys.argv[1])))
"""


def start(code: str, folder: Path, *arguments: str) -> subprocess.Popen:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "WEGWIJZER_MODE": "test",
        "WEGWIJZER_DATA": str(folder),
        "WEGWIJZER_DATABASE": f"sqlite:///{folder}/kill.sqlite3",
        "PYTHONPATH": f"{ROOT}/src{os.pathsep}{ROOT}",
    }
    return subprocess.Popen([sys.executable, "-c", code, *arguments], env=environment, cwd=ROOT)


def asked(folder: Path, query: str):
    with sqlite3.connect(folder / "kill.sqlite3", timeout=30) as database:
        return database.execute(query).fetchone()


def test_a_killed_import_goes_on_where_it_was(tmp_path):
    assert start(PREPARE, tmp_path).wait(120) == 0

    worker = start(WORK, tmp_path, "1")
    deadline = time.monotonic() + 120
    done = 0
    while not 0 < done < ROWS and time.monotonic() < deadline and worker.poll() is None:
        (done,) = asked(tmp_path, "SELECT rows_done FROM casework_delivery")
        time.sleep(0.01)
    worker.send_signal(signal.SIGKILL)
    assert worker.wait(30) == -signal.SIGKILL, "the worker was too quick to be killed"

    status, done, good = asked(
        tmp_path, "SELECT status, rows_done, rows_good FROM casework_delivery"
    )
    assert status == "importing"
    assert 0 < done < ROWS
    assert asked(tmp_path, "SELECT count(*) FROM casework_item") == (good,)
    assert asked(tmp_path, "SELECT count(*) FROM casework_item WHERE published") == (0,)

    assert start(WORK, tmp_path, "9").wait(120) == 0
    assert asked(tmp_path, "SELECT status, rows_done, rows_good FROM casework_delivery") == (
        "imported",
        ROWS,
        ROWS,
    )
    assert asked(
        tmp_path,
        "SELECT count(*), count(DISTINCT subject_id) FROM casework_item WHERE published",
    ) == (ROWS, ROWS)
