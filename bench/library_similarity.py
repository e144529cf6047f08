"""The shared library at size: filling it, searching it, one item against it, all against all.

    python bench/library_similarity.py --sizes 2000 20000 [--database postgresql://...]

Makes synthetic items of ten regions in a database of its own and prints one JSON line per size.
"""

import argparse
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import quantiles
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SYLLABLES = [
    consonant + vowel for consonant in "bdghklmnprstvw" for vowel in ("a", "ee", "o", "ui")
]
TOPICS, WORDS, BODY, TIMES = 60, 12_000, 120, 200
REGIONS = 10


def start_django(database: str) -> None:
    """Point the product at the database, with keys of its own, and make the tables."""
    os.environ["WEGWIJZER_MODE"] = "test"
    os.environ["WEGWIJZER_DATABASE"] = database
    os.environ["DJANGO_SETTINGS_MODULE"] = "wegwijzer.config.settings"
    sys.path.insert(0, str(ROOT / "src"))
    import django
    from django.conf import settings

    settings.LOGGING_CONFIG = None
    settings.ROOT_URLCONF = ""
    settings.INSTALLED_APPS = [
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "wegwijzer.logbook",
        "wegwijzer.network",
        "wegwijzer.commons",
    ]
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, skip_checks=True)


class Library:
    """Texts with common and rare words, around topics as real ones are."""

    def __init__(self, seed: int = 1) -> None:
        self.rng = random.Random(seed)
        self.words = sorted({"".join(self.rng.choices(SYLLABLES, k=3)) for _n in range(WORDS)})
        self.weights = [1 / (rank + 3) for rank in range(len(self.words))]
        self.topics = [self.rng.choices(self.words, k=40) for _n in range(TOPICS)]
        self.places = [f"Plaats {number}" for number in range(340)]

    def content(self, slugs: Sequence[str] = ()) -> Any:
        from wegwijzer.commons.rules.items import Content, Kind

        rng = self.rng
        topic = rng.randrange(TOPICS)
        own = rng.choices(self.topics[topic], k=BODY // 3)
        body = [*own, *rng.choices(self.words, self.weights, k=BODY - len(own))]
        rng.shuffle(body)
        start = date(rng.randint(2021, 2025), rng.randint(1, 12), 1)
        return Content(
            kind=rng.choice(list(Kind)),
            title=" ".join(own[:4]).capitalize(),
            summary=" ".join(body[:20]),
            body=" ".join(body[20:]),
            portfolio=f"portefeuille-{topic % 8}",
            phenomena=frozenset(
                {slugs[topic % len(slugs)] if slugs else f"phenomenon-{topic % 24}"}
            ),
            place=rng.choice(self.places),
            method=" ".join(rng.choices(self.words[:50], k=2)),
            contact_name="Aanspreekpunt",
            period_from=start,
            period_to=date(start.year, 12, 31),
        )


def timed(function: Callable[[], Any]) -> tuple[float, Any]:
    started = time.perf_counter()
    answer = function()
    return time.perf_counter() - started, answer


def p95(times: list[float]) -> float:
    return round(1000 * quantiles(times, n=20)[-1], 1)


def measure(size: int, library: Library, regions: list[Any], have: int) -> dict[str, Any]:
    from wegwijzer.commons import actions, queries
    from wegwijzer.commons.queries import Wanted
    from wegwijzer.kernel.actor import system_actor

    system = system_actor("Meting")
    ids: list[Any] = []
    added = 0.0
    for number, region in enumerate(regions):
        texts = [library.content() for _n in range((size - have) // len(regions))]
        seconds, some = timed(
            lambda texts=texts, region=region: actions.load_items(
                system, texts, region_id=region, publish=True, now=NOW
            )
        )
        added += seconds
        ids += some if number < 5 else some[:20]
    job, found = timed(lambda: actions.refresh_chances(system, now=NOW))
    chosen = [library.rng.choice(ids) for _n in range(TIMES)]
    one = [timed(lambda item=item: queries.list_suggestions(system, item))[0] for item in chosen]
    sought = [" ".join(library.rng.choices(library.words, library.weights, k=2)) for _n in chosen]
    search = [timed(lambda t=t: queries.list_items(system, Wanted(text=t)))[0] for t in sought]
    count = [timed(lambda t=t: queries.count_items(system, Wanted(text=t)))[0] for t in sought]
    facet = [
        timed(lambda n=n: queries.list_items(
            system, Wanted(phenomenon=f"phenomenon-{n % 24}", region_id=regions[n % 10])))[0]
        for n in range(TIMES)
    ]  # fmt: skip
    chances = [timed(lambda: queries.list_chances(system, everywhere()))[0] for _n in range(50)]
    return {
        "items": size,
        "add_per_second": round((size - have) / added),
        "job_seconds": round(job, 1),
        "chances": found,
        "suggest_one_ms_p95": p95(one),
        "search_ms_p95": p95(search),
        "count_ms_p95": p95(count),
        "facets_ms_p95": p95(facet),
        "chances_page_ms_p95": p95(chances),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def everywhere() -> Any:
    from wegwijzer.commons.queries import ChancesWanted

    return ChancesWanted(everywhere=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[2_000, 20_000])
    parser.add_argument("--database", default="")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("WEGWIJZER_DATA", folder)
        start_django(arguments.database or f"sqlite:///{folder}/library.sqlite3")
        from wegwijzer.kernel.actor import system_actor
        from wegwijzer.network.actions import add_region
        from wegwijzer.network.rules import RegionKind

        system = system_actor("Meting")
        regions = [
            add_region(system, code=f"R{n}", name=f"Regio {n}", kind=RegionKind.RIEC, now=NOW)
            for n in range(REGIONS)
        ]
        library, have = Library(), 0
        for size in sorted(arguments.sizes):
            print(json.dumps(measure(size, library, regions, have)), flush=True)
            have = size


if __name__ == "__main__":
    main()
