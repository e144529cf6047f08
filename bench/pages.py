"""Server time and queries of every list and room, at 100,000 signals and 1,000,000 items.

The peer, in the same run, is the same page's visibility asked the obvious way: a join per road by
which a row may be seen, and an exact count, as list pages are mostly written.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from random import Random
from statistics import median
from typing import Any


def main(arguments: list[str]) -> None:
    """Fill a database of its own, time the pages, print JSON lines."""
    signals = int(arguments[0]) if arguments else 100_000
    items = int(arguments[1]) if len(arguments) > 1 else 1_000_000
    os.environ.setdefault("WEGWIJZER_MODE", "demo")
    os.environ.setdefault("WEGWIJZER_DATA", tempfile.mkdtemp(prefix="wegwijzer-bench-"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wegwijzer.config.settings")
    import django

    django.setup()
    from django.db import connection
    from django.utils.timezone import now

    from bench.crowd import add_cases, add_signals
    from wegwijzer.cli.demo_world.people import make_people
    from wegwijzer.cli.migrate import prepare_database

    prepare_database(regions=False)
    company, rng = make_people(now()), Random(7)
    started = time.monotonic()
    add_signals(company, rng, signals)
    room = add_cases(company, rng, 1_000, items, min(100_000, items // 2))
    with connection.cursor() as cursor:
        # On PostgreSQL what autovacuum does soon after: which rows an index may answer for.
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    emit(bench="fill", database=connection.vendor, seconds=round(time.monotonic() - started, 1))
    time_pages(company, room)
    time_filter(company, room)


def emit(**values: Any) -> None:
    """Print one JSON line."""
    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()


def time_pages(company: Any, room: Any) -> None:
    """Time each list and each tab of the largest room, for two people."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.db import connection
    from django.test import Client

    pages = [
        "/",
        "/signalen/",
        "/signalen/?status=accepted",
        "/signalen/?q=havenkade",
        "/weegtafel/",
        "/casussen/",
        "/informatieverzoeken/",
        *(
            f"/casussen/{room}/{tab}"
            for tab in (
                "",
                "betrokkenen/",
                "gegevens/",
                "gegevens/?category=fiscal",
                "verzoeken/",
                "besluiten/",
                "logboek/",
            )
        ),
    ]
    for name, sees in (("sanne", "much"), ("noor", "little")):
        client = Client(SERVER_NAME="localhost")
        user = get_user_model().objects.get(pk=company[name].person_id)
        client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
        for page in pages:
            asked: list[str] = []

            def count(execute: Any, sql: str, *rest: Any, asked: list[str] = asked) -> Any:
                asked.append(sql)
                return execute(sql, *rest)

            with connection.execute_wrapper(count):
                status = client.get(page).status_code
            times = timed(lambda page=page, client=client: client.get(page), 20)
            emit(
                bench="page",
                database=connection.vendor,
                page=page.replace(str(room), "<room>"),
                sees=sees,
                status=status,
                queries=len(asked),
                p50_ms=times[0],
                p95_ms=times[1],
                target_ms=150,
            )


def time_filter(company: Any, room: Any) -> None:
    """Time the row filter on the largest room beside the obvious way to ask the same."""
    from django.db import connection
    from django.db.models import Exists, OuterRef, Q
    from django.utils.timezone import now

    from wegwijzer.casework.models import CaseParty, Item
    from wegwijzer.casework.queries import visible_items

    actor, today = company["sanne"], now().date()

    def ours() -> Any:
        rows = visible_items(actor, on=today).filter(case_id=room).order_by("-id")
        return list(rows.values_list("id", flat=True)[:51])

    def bare() -> Any:
        return list(
            Item.objects.filter(case_id=room).order_by("-id").values_list("id", flat=True)[:51]
        )

    def obvious() -> Any:
        party = CaseParty.objects.filter(case_id=OuterRef("case_id"))
        rows = Item.objects.filter(
            Q(Exists(party.filter(participant_id=actor.participant_id)))
            | Q(Exists(party.filter(person_id=actor.person_id))),
            case_id=room,
            tier__lte=3,
            published=True,
            withdrawn_at__isnull=True,
        ).order_by("-id")
        rows.count()
        return list(rows.values_list("id", flat=True)[:51])

    assert ours() == bare() == obvious()
    own, plain, peer = (timed(way, 30) for way in (ours, bare, obvious))
    emit(
        bench="row filter",
        database=connection.vendor,
        items_in_room=Item.objects.filter(case_id=room).count(),
        p50_ms=own[0],
        p95_ms=own[1],
        costs_ms=round(own[0] - plain[0], 2),
        peer="Exists per road, with exact count",
        peer_p50_ms=peer[0],
        ratio=round(own[0] / peer[0], 3),
        target_ms=50,
    )


def timed(act: Callable[[], Any], times: int) -> tuple[float, float]:
    """Return the median and the 95th percentile in milliseconds, after one turn to warm up."""
    act()
    took = []
    for _ in range(times):
        started = time.perf_counter()
        act()
        took.append((time.perf_counter() - started) * 1000)
    took.sort()
    return round(median(took), 1), round(took[int(0.95 * (times - 1))], 1)


if __name__ == "__main__":
    main(sys.argv[1:])
