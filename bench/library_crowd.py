"""Ten regions that share a library, in bulk, and the chances to work together in it."""

import time

from bench.timing import emit


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
