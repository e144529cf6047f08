"""Server time and queries of the pages on which the regions work together.

    python -m bench.network_pages [items] [--data FOLDER] [--only PATTERN]

Ten regions, five years and 20,000 library items in a database of its own; one JSON line for each
page and reader. With a folder its database is filled once and measured again the next time, with
WEGWIJZER_DATABASE one of PostgreSQL. With a pattern only the pages whose address has it are timed.
"""

import argparse
import gc
import os
import re
import sys
import tempfile
import time
from random import Random

from bench.timing import TURNS, emit, measure

# Somebody of a partner who reads, and somebody of the national centre who may do everything here.
READERS = {"reader": "Sanne Voorbeeld", "LIEC": "Liv Landelijk"}


def main() -> int:
    """Fill a database, time the pages; one over its budget fails the run."""
    told = _told()
    start_django(told.data)
    from django.core.management import call_command
    from django.utils.timezone import now

    from bench.library_crowd import fill
    from bench.network_addresses import forgotten
    from wegwijzer.network.queries import list_regions
    from wegwijzer.programme.models import Hub

    # Before the long fill, which reads every page as well.
    if unknown := forgotten():
        raise SystemExit(f"say in bench.network_addresses with what to ask: {', '.join(unknown)}")
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    if not list_regions(on=now().date()):
        fill(told.items)
    if not Hub.objects.exists():
        fill_network()
    # As the server does: what stays loaded is not looked through again.
    gc.collect()
    gc.freeze()
    over = sum(time_pages(who, name, told.only) for who, name in READERS.items())
    return 1 if over else 0


def _told() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("items", nargs="?", type=int, default=20_000)
    parser.add_argument("--data", default="", help="the folder in which the database is kept")
    parser.add_argument("--only", type=re.compile, default=re.compile(""), metavar="PATTERN")
    return parser.parse_args()


def start_django(data: str) -> None:
    """Point the product at the database of a folder, or at one of its own."""
    os.environ.setdefault("WEGWIJZER_MODE", "demo")
    if data or "WEGWIJZER_DATA" not in os.environ:
        os.environ["WEGWIJZER_DATA"] = data or tempfile.mkdtemp(prefix="wegwijzer-bench-")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wegwijzer.config.settings")
    import django

    django.setup()


def fill_network() -> None:
    """Add what ten regions do together in five years."""
    from django.db import connection, transaction
    from django.utils.timezone import now

    from bench.network_crowd import Crowd
    from bench.people import known_people
    from wegwijzer.cli.demo_world.people import SYSTEM
    from wegwijzer.programme.actions.reference import load_programme
    from wegwijzer.programme.reference.reader import read_reference

    started, moment = time.monotonic(), now()
    with transaction.atomic():
        load_programme(SYSTEM, read_reference("jaarverslag-2022"), now=moment)
        Crowd(known_people(moment), Random(5)).fill()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    seconds = round(time.monotonic() - started, 1)
    emit(bench="network fill", database=connection.vendor, seconds=seconds)


def time_pages(who: str, name: str, only: re.Pattern[str]) -> int:
    """Time each page of the pattern for one reader; return how many were over the budget."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.test import Client

    from bench.library_similarity import Library
    from bench.network_addresses import addresses

    client, over, library = Client(SERVER_NAME="localhost"), 0, Library()
    user = get_user_model().objects.get(name=name)
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    searches = [
        " ".join(Random(n).choices(library.words, library.weights, k=2)) for n in range(TURNS)
    ]
    asked = addresses(library.words, searches).items()
    for page, urls in ((page, urls) for page, urls in asked if only.search(page)):
        found = measure(client, urls)
        over += bool(found and found["is_over"])
        emit(bench="network page", page=page, reader=who, **(found or {"is_refused": True}))
    return over


if __name__ == "__main__":
    sys.exit(main())
