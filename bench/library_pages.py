"""Server time and queries of the pages of the library, at 20,000 items of ten regions.

    python -m bench.library_pages [items]

Fills a database of its own and prints one JSON line for each page. With WEGWIJZER_DATA a database
that was filled before is measured again.
"""

import gc
import os
import sys
import tempfile
import time
from itertools import cycle
from random import Random
from typing import Any

from bench.pages import emit, timed


def main(arguments: list[str]) -> None:
    """Fill a database, refresh the chances, time the pages."""
    items = int(arguments[0]) if arguments else 20_000
    os.environ.setdefault("WEGWIJZER_MODE", "demo")
    os.environ.setdefault("WEGWIJZER_DATA", tempfile.mkdtemp(prefix="wegwijzer-bench-"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wegwijzer.config.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.urls import get_resolver
    from django.utils.timezone import now

    from wegwijzer.network.queries import list_regions

    assert get_resolver().url_patterns, "read every page before the long fill"
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    if not list_regions(on=now().date()):
        fill(items)
    time_pages(Random(3))


def fill(items: int) -> None:
    """Make ten regions with as many items, and look for chances in all of them."""
    from django.db import connection
    from django.utils.timezone import now

    from bench.library_similarity import Library
    from wegwijzer.cli.demo_world.people import make_people
    from wegwijzer.commons.actions import load_items, refresh_chances
    from wegwijzer.kernel.actor import system_actor
    from wegwijzer.network.queries import list_regions
    from wegwijzer.signals.actions import load_phenomena
    from wegwijzer.signals.queries import list_phenomena

    company, system = make_people(now()), system_actor("Meting")
    load_phenomena(system, now=now())
    regions = [one.id for one in list_regions(on=now().date())][:10]
    library = Library()
    slugs = [row.slug for row in list_phenomena(company["sanne"])]
    started = time.monotonic()
    for region in regions:
        texts = [library.content(slugs) for _n in range(items // len(regions))]
        load_items(system, texts, region_id=region, publish=True, now=now())
    filled, started = time.monotonic() - started, time.monotonic()
    found = refresh_chances(system, now=now())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    emit(
        bench="library fill",
        database=connection.vendor,
        items=items,
        seconds=round(filled, 1),
        chances=found,
        job_seconds=round(time.monotonic() - started, 1),
        target_job_seconds=60,
    )


def time_pages(rng: Random) -> None:
    """Time each page, asking for other words and other things each time."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.db import connection
    from django.test import Client

    from bench.library_similarity import Library
    from wegwijzer.commons.models import Chance, Item
    from wegwijzer.network.models import Region
    from wegwijzer.signals.models import Phenomenon

    library = Library()
    slugs = list(Phenomenon.objects.values_list("slug", flat=True))
    client = Client(SERVER_NAME="localhost")
    user = get_user_model().objects.get(name="Sanne Voorbeeld")
    region = Region.objects.get(code="ZL")
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    ids = rng.sample([str(one) for one in Item.objects.values_list("id", flat=True)], 60)
    own = Item.objects.filter(region=region).values_list("id", flat=True)[:60]
    chances = [str(one) for one in Chance.objects.values_list("id", flat=True)[:60]]
    words = [" ".join(rng.choices(library.words, library.weights, k=2)) for _n in range(60)]
    common = library.words[0]
    pages = {
        "/bibliotheek/": [""],
        "/bibliotheek/?q=<two words>": [f"?q={word}" for word in words],
        "/bibliotheek/?q=<commonest word>": [f"?q={common}"],
        "/bibliotheek/?kind,phenomenon": [f"?kind=project&phenomenon={slug}" for slug in slugs],
        "/bibliotheek/?kind=expertise&callable": ["?kind=expertise&callable=on"],
        "/bibliotheek/<item>/": [f"{one}/" for one in ids],
        "/bibliotheek/<item>/wijzigen/": [f"{one}/wijzigen/" for one in own],
        "/bibliotheek/fenomeenbeelden/": ["fenomeenbeelden/"],
        "/bibliotheek/fenomeenbeelden/?phenomenon": [
            f"fenomeenbeelden/?phenomenon={slug}" for slug in slugs
        ],
    }
    asked = {name: [f"/bibliotheek/{end}" for end in ends] for name, ends in pages.items()}
    asked |= {
        "/kansen/": ["/kansen/"],
        "/kansen/?everywhere": ["/kansen/?everywhere=on"],
        "/kansen/?phenomenon": [f"/kansen/?everywhere=on&phenomenon={slug}" for slug in slugs],
        "/kansen/<chance>/": [f"/kansen/{one}/" for one in chances],
    }
    # As the server does: what stays loaded is not looked through again.
    gc.collect()
    gc.freeze()
    for name, urls in asked.items():
        queries: list[str] = []

        def count(execute: Any, sql: str, *rest: Any, queries: list[str] = queries) -> Any:
            queries.append(sql)
            return execute(sql, *rest)

        with connection.execute_wrapper(count):
            status = client.get(urls[0]).status_code
        turns = cycle(urls)
        times = timed(lambda turns=turns: client.get(next(turns)), 60)
        emit(
            bench="library page",
            database=connection.vendor,
            page=name,
            status=status,
            queries=len(queries),
            p50_ms=times[0],
            p95_ms=times[1],
            target_ms=150,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
