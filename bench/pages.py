"""Server time and queries of every list and room, at 100,000 signals and 1,000,000 items.

The peer, in the same run, is the same page's visibility asked the obvious way: a join per road by
which a row may be seen, and an exact count, as list pages are mostly written.

    python -m bench.pages [signals] [items]

With WEGWIJZER_DATA a database that was filled before is measured again, with WEGWIJZER_DATABASE one
of PostgreSQL.
"""

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable
from random import Random
from statistics import median
from typing import Any

from bench.timing import emit, measure, p95


def main(arguments: list[str]) -> int:
    """Fill a database, time the pages; one over its budget fails the run."""
    signals = int(arguments[0]) if arguments else 100_000
    items = int(arguments[1]) if len(arguments) > 1 else 1_000_000
    os.environ.setdefault("WEGWIJZER_MODE", "demo")
    os.environ.setdefault("WEGWIJZER_DATA", tempfile.mkdtemp(prefix="wegwijzer-bench-"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wegwijzer.config.settings")
    import django

    django.setup()
    from django.db import connection
    from django.utils.timezone import now

    from bench.crowd import FIRST_CASE, add_cases, add_signals
    from bench.people import known_people
    from wegwijzer.casework.models import Case
    from wegwijzer.cli.demo_world.people import make_people
    from wegwijzer.cli.migrate import prepare_database

    prepare_database(regions=False)
    if not Case.objects.filter(number=FIRST_CASE).exists():
        company, rng = make_people(now()), Random(7)
        started = time.monotonic()
        add_signals(company, rng, signals)
        add_cases(company, rng, 1_000, items, min(100_000, items // 2))
        with connection.cursor() as cursor:
            # On PostgreSQL what autovacuum does soon after: which rows an index may answer for.
            cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
        emit(bench="fill", database=connection.vendor, seconds=round(time.monotonic() - started, 1))
    company, room = known_people(now()), Case.objects.get(number=FIRST_CASE).id
    # As the server does: what stays loaded is not looked through again.
    gc.collect()
    gc.freeze()
    over = time_pages(company, room)
    time_filter(company, room)
    return 1 if over else 0


def time_pages(company: Any, room: Any) -> int:
    """Time the lists and every page of the largest room, for two people; count what is over."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.test import Client

    over, told = 0, pages(room)
    for name, sees in (("sanne", "much"), ("noor", "little"), ("daan", "leads")):
        client = Client(SERVER_NAME="localhost")
        user = get_user_model().objects.get(pk=company[name].person_id)
        client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
        for page, urls in told.items():
            found = measure(client, urls)
            over += bool(found and found["is_over"])
            emit(bench="page", page=page, sees=sees, **(found or {"is_refused": True}))
    return over


def pages(room: Any) -> dict[str, list[str]]:
    """Return what is asked of each page."""
    from wegwijzer.casework.models import DataRequest, Item
    from wegwijzer.signals.models import Signal
    from wegwijzer.signals.rules import Status

    def some(rows: Any, field: str = "pk") -> list[str]:
        return [str(one) for one in rows.values_list(field, flat=True)[:40]]

    weighed = some(Signal.objects.filter(status=Status.IN_WEIGHING))
    tabs = (
        *("", "betrokkenen/", "treffers/", "gegevens/", "gegevens/?category=fiscal", "verzoeken/"),
        *("besluiten/", "logboek/", "verzoeken/nieuw/", "betrekken/", "aanwijzen/"),
    )
    alone = (
        *("/", "/zoeken/?q=havenkade", "/zoeken/?q=ZL-B-000042", "/signalen/"),
        *("/signalen/?status=accepted", "/signalen/?q=havenkade", "/signalen/nieuw/"),
        *("/weegtafel/", "/casussen/", "/casussen/nieuw/", "/informatieverzoeken/"),
    )
    return {
        **{one: [one] for one in alone},
        **{f"/casussen/<room>/{tab}": [f"/casussen/{room}/{tab}"] for tab in tabs},
        **{
            f"/signalen/<signal>/{tab}": [f"/signalen/{one}/{tab}" for one in weighed]
            for tab in ("", "treffers/")
        },
        "/weegtafel/<signal>/": [f"/weegtafel/{one}/" for one in weighed],
        "/gegevens/<item>/": [
            f"/gegevens/{one}/" for one in some(Item.objects.filter(case_id=room), "ref")
        ],
        "/informatieverzoeken/<request>/": [
            f"/informatieverzoeken/{one}/" for one in some(DataRequest.objects.all())
        ],
    }


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
    return round(median(took), 1), p95(took)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
