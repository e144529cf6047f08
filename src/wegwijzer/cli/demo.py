"""Open the demo world: make it when it isn't there yet, then serve it and work for it."""

import argparse
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings
from django.db import connection

from wegwijzer.cli.migrate import create_tables, prepare_database
from wegwijzer.cli.serve import Server


def run(arguments: argparse.Namespace) -> int:
    """Seed once, start a worker beside the server, stop both together."""
    database = Path(settings.DATABASES["default"]["NAME"])
    ready = settings.WEGWIJZER.data / "demo.ready"
    if arguments.fresh or not ready.exists():
        _remove(database)
        ready.unlink(missing_ok=True)
        seed()
        ready.touch()
    else:
        prepare_database(regions=False)
    if arguments.seed_only:
        return 0
    worker = subprocess.Popen([sys.executable, "-m", "wegwijzer.cli.main", "worker"])
    # By name: a browser makes no passkey for a site that is only a number.
    address = arguments.bind.replace("127.0.0.1", "localhost")
    print(f"\n  Wegwijzer staat klaar op http://{address}  (Ctrl+C stopt)\n", flush=True)
    try:
        Server(arguments.bind, workers=2).run()
    finally:
        worker.terminate()
    return 0


def seed() -> None:
    """Fill an empty database with the demo world."""
    from wegwijzer.cli.demo_world.world import make_demo_world

    started = time.monotonic()
    print("De demowereld wordt gemaakt; dat duurt ongeveer een halve minuut.", flush=True)
    if connection.vendor == "sqlite":
        create_tables()
    prepare_database(regions=False)
    make_demo_world()
    print(f"Klaar in {time.monotonic() - started:.0f} s.", flush=True)


def _remove(database: Path) -> None:
    for name in (database, Path(f"{database}-wal"), Path(f"{database}-shm")):
        name.unlink(missing_ok=True)
