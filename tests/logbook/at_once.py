"""Eight who write in the logbook in the same moment, and one who checks it meanwhile."""

import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connections, transaction  # noqa: E402

from tests.world import NOW, SYSTEM  # noqa: E402
from wegwijzer.logbook import queries  # noqa: E402
from wegwijzer.logbook.actions import record  # noqa: E402
from wegwijzer.logbook.models import Line  # noqa: E402

WRITERS, LINES = 8, 12


def main() -> None:
    call_command("migrate", "logbook", verbosity=0)
    start, checked = Barrier(WRITERS + 1), []

    def write(writer: int) -> None:
        start.wait()
        try:
            for number in range(0, LINES, 2):
                record(SYSTEM, "test.read", f"thing:{writer}", now=NOW, number=number)
                with transaction.atomic():
                    record(SYSTEM, "test.act", f"thing:{writer}", now=NOW, number=number + 1)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(WRITERS) as pool:
        writing = [pool.submit(write, writer) for writer in range(WRITERS)]
        start.wait()
        while not all(one.done() for one in writing):
            checked.append(queries.verify())
    for one in writing:
        one.result()
    alarms = [broken for broken in [*checked, queries.verify()] if broken]
    sys.stdout.write(f"{Line.objects.count()} {alarms}")


main()
