"""One subject against many: time it through the actions and queries of the product.

    python bench/subject_lookup.py --sizes 10000 100000 1000000 [--database postgresql://...] [--data FOLDER]

Makes its own synthetic people in a database of its own and prints one JSON line per size: adding
in bulk, asking about one who is in the data under another spelling, about one who is not, and
adding one with the keys and tokens. Every ask includes the line in the logbook. What a folder keeps
is filled once and measured again the next time.
"""

import argparse
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import quantiles
from typing import Any
from uuid import UUID, uuid4

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DOSSIER_SIZE = 250
DELIVERY = 10_000
SURNAMES = 40_000
SYLLABLES = [consonant + vowel for consonant in "bdghklmnrs" for vowel in "aeo"]
NAMES = "Jan Piet Kees Henk Willem Anna Maria Fatima Mohamed Ahmed Sanne Tim Lotte Daan Emma Omar"
GIVEN = NAMES.split()


def start_django(database: str) -> None:
    """Point the product at the database, with keys of its own, and make the tables."""
    os.environ["WEGWIJZER_MODE"] = "test"
    os.environ["WEGWIJZER_DATABASE"] = database
    os.environ["DJANGO_SETTINGS_MODULE"] = "wegwijzer.config.settings"
    sys.path.insert(0, str(ROOT / "src"))
    import django
    from django.conf import settings

    settings.LOGGING_CONFIG = None
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, skip_checks=True)


class People:
    """Synthetic people: names skewed as real ones are, a birthday, a postcode, a phone number."""

    def __init__(self, seed: int, source: UUID) -> None:
        self.random = random.Random(seed)
        self.source = source
        draw = random.Random(7)
        self.surnames = [
            "".join(draw.choice(SYLLABLES) for _ in range(draw.randint(2, 4))).title()
            for _ in range(SURNAMES)
        ]

    def one(self):
        """Return facts about one person."""
        from wegwijzer.subjects.rules import SubjectFacts, SubjectKind

        draw = self.random
        born = date(1940, 1, 1) + timedelta(days=draw.randrange(26_000))
        return SubjectFacts(
            kind=SubjectKind.PERSON,
            source_participant_id=self.source,
            first_processed_date=NOW.date(),
            given_names=f"{draw.choice(GIVEN)} {draw.choice(self.surnames)}",
            surname=self.surnames[int(SURNAMES * draw.random() ** 3)],
            birth_date=born.isoformat() if draw.random() > 0.05 else str(born.year),
            birth_place=f"Plaats{draw.randrange(400)}",
            street=f"{draw.choice(SYLLABLES)}{draw.choice(SYLLABLES)}straat".title(),
            house_number=str(draw.randint(1, 200)),
            postcode=f"{draw.randint(1000, 9999)} {draw.choice('ABCDEGH')}{draw.choice('ABCDEGH')}",
            town=f"Plaats{draw.randrange(400)}",
            phones=(f"06{draw.randrange(10**8):08}",) if draw.random() < 0.5 else (),
        )

    def misspelt(self, facts):
        """Return the same person as another participant would write it."""
        from dataclasses import replace

        surname = facts.surname[:-1] + self.random.choice("aeion")
        return replace(facts, surname=surname, given_names=facts.given_names.split()[0])


def setting():
    """Return a person who may ask, made by the same actions as in production."""
    from wegwijzer.kernel.actor import system_actor
    from wegwijzer.network import actions, queries
    from wegwijzer.network.rules import Period, RegionKind, Role

    system, always = system_actor("Meting"), Period(date(2026, 1, 1), None)
    code = uuid4().hex[:6]
    region = actions.add_region(system, code=code, name=code, kind=RegionKind.RIEC, now=NOW)
    organ = actions.add_participant(system, kind="police", name=code, region_id=region, now=NOW)
    person = actions.add_person(system, name="M", email=f"{code}@example.org", password="", now=NOW)
    place = actions.designate(
        system, person, participant_id=organ, region_id=region, period=always, now=NOW
    )
    actions.grant_role(system, place, role=Role.INFORMATION_ANALYST, period=always, now=NOW)
    return queries.actor_for(person, now=NOW)


def timed(act: Callable[[Any], object], of: Sequence[Any]) -> list[float]:
    """Return the milliseconds of the act on each."""
    taken = []
    for one in of:
        started = time.perf_counter()
        act(one)
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def told(name: str, taken: list[float]) -> dict[str, float]:
    """Return the middle, the slow and the slowest run."""
    cuts = quantiles(taken, n=100)
    return {
        f"{name}_p50_ms": round(cuts[49], 2),
        f"{name}_p95_ms": round(cuts[94], 2),
        f"{name}_p99_ms": round(cuts[98], 2),
        f"{name}_max_ms": round(max(taken), 2),
    }


def measure(sizes: list[int], runs: int) -> Iterator[dict[str, object]]:
    """Fill up to each size in turn and measure there."""
    from django.db import connection

    from wegwijzer.network.models import Participant
    from wegwijzer.subjects import actions, queries
    from wegwijzer.subjects.models import Subject

    actor = setting()
    people = People(1, actor.participant_id)
    drawn = random.Random(2)
    dossiers = [UUID(int=drawn.getrandbits(128)) for _ in range(max(sizes) // DOSSIER_SIZE)]
    known = Participant.objects.filter(kind="dossier").values("id")
    # A table with a row per dossier, as signals and cases have, stands for what the asker may know.
    Participant.objects.bulk_create(
        (
            Participant(id=one, kind="dossier", name=str(one), starts_on=NOW.date())
            for one in dossiers
        ),
        ignore_conflicts=True,
    )
    kept, added, before = [], 0, 0
    for size in sizes:
        taken = 0.0
        while added < size:
            facts = [people.one() for _ in range(min(DELIVERY, size - added))]
            kept += facts[:: len(facts) // 30]
            dossier = dossiers[added // DOSSIER_SIZE]
            if not Subject.objects.filter(dossier_id=dossier).exists():
                started = time.perf_counter()
                actions.add_subjects(actor, dossier, facts, now=NOW)
                taken += time.perf_counter() - started
            added += len(facts)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("VACUUM ANALYZE")
        asked = [people.misspelt(people.random.choice(kept)) for _ in range(runs + 20)]
        strangers = [people.one() for _ in range(runs)]
        more = [people.one() for _ in range(runs)]
        ask = partial(queries.match_facts, actor, for_dossier=uuid4(), within=known, now=NOW)
        add = partial(actions.add_subject, actor, uuid4(), now=NOW)
        search = partial(queries.search_dossier_ids, actor, within=known)
        timed(ask, asked[runs:])
        found = [bool(ask(facts)) for facts in asked[:200]]
        line = {
            "measure": "one subject against many",
            "database": connection.vendor,
            "subjects": size,
            "runs": runs,
            "bulk_per_100k_s": round(taken * 100_000 / (size - before), 1) if taken else None,
            **told("known", timed(ask, asked[:runs])),
            "found": round(sum(found) / len(found), 3),
            **told("stranger", timed(ask, strangers)),
            **told("add", timed(add, more)),
            **told("search", timed(search, people.random.sample(people.surnames, 100))),
            "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        }
        yield line
        before = size


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--database", default="")
    parser.add_argument("--data", default="", help="the folder in which the database is kept")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="wegwijzer-bench-") as passing:
        folder = options.data or passing
        os.environ["WEGWIJZER_DATA"] = folder
        start_django(options.database or f"sqlite:///{folder}/bench.sqlite3")
        for line in measure(options.sizes, options.runs):
            print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
