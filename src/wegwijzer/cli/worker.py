"""Work off what takes longer than a request may: deliveries, and terms that pass."""

import argparse
import signal
import time
from types import FrameType

from django.db import close_old_connections
from django.utils.timezone import now

from wegwijzer.casework.actions import process_next_delivery

PAUSE_SECONDS = 0.5


def run(arguments: argparse.Namespace) -> None:
    """Work until stopped, or until nothing is left with ``--once``."""
    stopping = False

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True

    signal.signal(signal.SIGTERM, stop)
    while not stopping:
        close_old_connections()
        worked = process_next_delivery(now=now())
        if not worked and arguments.once:
            return
        if not worked:
            time.sleep(PAUSE_SECONDS)
