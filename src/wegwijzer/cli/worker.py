"""Work off what takes longer than a request may: deliveries, terms that pass, chances by night."""

import argparse
import signal
import time
from datetime import timedelta
from types import FrameType

from django.db import close_old_connections
from django.utils.timezone import now

from wegwijzer.casework.actions import process_next_delivery
from wegwijzer.commons.actions import refresh_nightly
from wegwijzer.kernel.actor import system_actor
from wegwijzer.signals.actions import expire_signals

PAUSE_SECONDS = 0.5
# How often terms that pass are looked at, and whether it is a new night; as long as there is
# something to destroy, at once again.
BETWEEN_TERMS = timedelta(hours=1)


def run(arguments: argparse.Namespace) -> None:
    """Work until stopped, or until nothing is left with ``--once``."""
    stopping = False

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True

    signal.signal(signal.SIGTERM, stop)
    next_terms = next_night = now()
    while not stopping:
        worked = bool(process_next_delivery(now=now()))
        if now() >= next_terms:
            worked = bool(expire_signals(system_actor("Termijnen"), now=now())) or worked
            next_terms = next_terms if worked else now() + BETWEEN_TERMS
        if not worked and now() >= next_night:
            # Deliveries go first: somebody waits for those.
            worked = refresh_nightly(system_actor("Kansen"), now=now()) is not None
            next_night = now() + BETWEEN_TERMS
        if not worked and arguments.once:
            return
        if not worked:
            time.sleep(PAUSE_SECONDS)
            # What went stale while nothing happened is opened anew.
            close_old_connections()
