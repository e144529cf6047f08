"""Open the demo world: make it when it isn't there yet, then serve it and work for it."""

import argparse
import socket
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
    bind = f"127.0.0.1:{arguments.port}" if arguments.port else arguments.bind
    if not arguments.seed_only and not _is_free(bind):
        _tell(f"Op {bind} draait al iets. Kies een andere poort met --port 8010,")
        _tell("of met: make demo PORT=8010")
        return 1
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
    address = bind.replace("127.0.0.1", "localhost")
    print(f"\n  Wegwijzer staat klaar op http://{address}  (Ctrl+C stopt)\n", flush=True)
    try:
        Server(bind, workers=2).run()
    finally:
        worker.terminate()
    return 0


def seed() -> None:
    """Fill an empty database with the demo world."""
    from wegwijzer.cli.demo_world.world import make_demo_world

    started = time.monotonic()
    _tell("De demowereld wordt gemaakt: een halve minuut, op een drukke computer langer.")
    if connection.vendor == "sqlite":
        create_tables()
    prepare_database(regions=False)
    make_demo_world(tell=_tell)
    _tell(f"Klaar in {time.monotonic() - started:.0f} s.")


def _tell(words: str) -> None:
    print(words, flush=True)


def _is_free(bind: str) -> bool:
    """Return whether nothing answers there yet, before somebody waits for a world in vain."""
    host, _, port = bind.rpartition(":")
    try:
        socket.create_connection((host, int(port)), timeout=1).close()
    except OSError:
        return True
    return False


def _remove(database: Path) -> None:
    for name in (database, Path(f"{database}-wal"), Path(f"{database}-shm")):
        name.unlink(missing_ok=True)
