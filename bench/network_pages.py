"""Server time and queries of the pages on which the regions work together.

    python -m bench.network_pages [items]

Ten regions, five years and 20,000 library items in a database of its own; one JSON line for each
page and reader. With WEGWIJZER_DATA a database that was filled before is measured again, with
WEGWIJZER_DATABASE one of PostgreSQL.
"""

import gc
import os
import sys
import tempfile
import time
from http import HTTPStatus
from itertools import cycle
from random import Random
from typing import Any

from bench.pages import emit, timed

MOST_QUERIES, TARGET_MS, TURNS = 30, 150, 40
# Somebody of a partner who reads, and somebody of the national centre who may do everything here.
READERS = {"reader": "Sanne Voorbeeld", "LIEC": "Liv Landelijk"}


def main(arguments: list[str]) -> int:
    """Fill a database, time the pages; one over its budget fails the run."""
    items = int(arguments[0]) if arguments else 20_000
    os.environ.setdefault("WEGWIJZER_MODE", "demo")
    os.environ.setdefault("WEGWIJZER_DATA", tempfile.mkdtemp(prefix="wegwijzer-bench-"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wegwijzer.config.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.urls import get_resolver
    from django.utils.timezone import now

    from bench.library_crowd import fill
    from wegwijzer.network.queries import list_regions
    from wegwijzer.programme.models import Hub

    assert get_resolver().url_patterns, "read every page before the long fill"
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    if not list_regions(on=now().date()):
        fill(items)
    if not Hub.objects.exists():
        fill_network()
    # As the server does: what stays loaded is not looked through again.
    gc.collect()
    gc.freeze()
    over = sum(time_pages(who, name) for who, name in READERS.items())
    return 1 if over else 0


def fill_network() -> None:
    """Add what ten regions do together in five years."""
    from django.db import connection, transaction
    from django.utils.timezone import now

    from bench.network_crowd import Crowd
    from wegwijzer.cli.demo_world.people import SYSTEM
    from wegwijzer.programme.actions.reference import load_programme
    from wegwijzer.programme.reference.reader import read_reference

    started, moment = time.monotonic(), now()
    with transaction.atomic():
        load_programme(SYSTEM, read_reference("jaarverslag-2022"), now=moment)
        Crowd(known_company(moment), Random(5)).fill()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    seconds = round(time.monotonic() - started, 1)
    emit(bench="network fill", database=connection.vendor, seconds=seconds)


def known_company(moment: Any) -> Any:
    """Return the people and places that are in the database, by the short names of the demo."""
    from wegwijzer.cli.demo_world.cast import CAST, ORGANS
    from wegwijzer.cli.demo_world.people import Company
    from wegwijzer.network.models import Participant, Person, Region
    from wegwijzer.network.queries import actor_for

    people = dict(Person.objects.values_list("name", "id"))
    organs = dict(Participant.objects.values_list("name", "id"))
    return Company(
        moment,
        regions=dict(Region.objects.values_list("code", "id")),
        organs={one.key: organs[one.name] for one in ORGANS},
        actors={one.key: actor_for(people[one.name], now=moment) for one in CAST},
    )


def pages() -> dict[str, list[str]]:
    """Return what is asked of each page: other things each time, where there are."""
    from bench.library_similarity import Library
    from wegwijzer.academy.models import AwarenessMeeting, Certificate, Edition, Programme
    from wegwijzer.annual_report.models import Chapter, Report, Section
    from wegwijzer.commons.models import Chance, Item, RecipeText, Term
    from wegwijzer.exploration.models import Session
    from wegwijzer.network.models import Region
    from wegwijzer.programme.models import AgendaItem, Hub, Indicator, Meeting, Portfolio
    from wegwijzer.signals.models import Phenomenon

    rng, library = Random(3), Library()

    def some(model: Any, field: str = "pk") -> list[str]:
        return [str(one) for one in model.objects.values_list(field, flat=True)[:200]]

    words = [" ".join(rng.choices(library.words, library.weights, k=2)) for _n in range(TURNS)]
    items = rng.sample(some(Item), min(TURNS, Item.objects.count()))
    # Only who is of the region of an item may change it.
    of_reader = Item.objects.filter(region__code="ZL").values_list("id", flat=True)
    own = [str(one) for one in of_reader[:TURNS]]
    slugs, regions = some(Phenomenon, "slug"), some(Region)
    portfolios, sessions, reports = some(Portfolio, "slug"), some(Session), some(Report)
    chapters, sections = some(Chapter), some(Section)
    meetings, editions = some(Meeting), some(Edition)
    counted = some(Indicator)
    told = {
        "/": [""],
        "/bibliotheek/": [""],
        "/bibliotheek/?q=<two words>": [f"?q={one}" for one in words],
        "/bibliotheek/?q=<one of the commonest>": [f"?q={one}" for one in library.words[:8]],
        "/bibliotheek/?q=<word>&kind&phenomenon": [
            f"?q={library.words[0]}&kind=project&phenomenon={one}" for one in slugs
        ],
        "/bibliotheek/?kind&phenomenon": [f"?kind=project&phenomenon={one}" for one in slugs],
        "/bibliotheek/?kind=expertise&callable": ["?kind=expertise&callable=on"],
        "/bibliotheek/<item>/": [f"{one}/" for one in items],
        "/bibliotheek/<item>/wijzigen/": [f"{one}/wijzigen/" for one in own],
        "/bibliotheek/fenomeenbeelden/": [""],
        "/bibliotheek/fenomeenbeelden/?phenomenon": [f"?phenomenon={one}" for one in slugs],
        "/kansen/": [""],
        "/kansen/?everywhere": ["?everywhere=on"],
        "/kansen/?everywhere&phenomenon": [f"?everywhere=on&phenomenon={one}" for one in slugs],
        "/kansen/<chance>/": [f"{one}/" for one in some(Chance)],
        "/recepten/": [""],
        "/recepten/?q=<two words>": [f"?q={one}" for one in words],
        "/recepten/?region": [f"?region={one}" for one in regions],
        "/recepten/<item>/": [f"{one}/" for one in some(RecipeText)],
        "/definities/": [""],
        "/definities/<term>/": [f"{one}/" for one in some(Term)],
        "/definities/<term>/verschil/1/2/": [f"{one}/verschil/1/2/" for one in some(Term)],
        "/portefeuilles/": [""],
        "/portefeuilles/<portfolio>/": [f"{one}/" for one in portfolios],
        "/hoofdenoverleg/": [""],
        "/hoofdenoverleg/besluiten/": [""],
        "/hoofdenoverleg/acties/": [""],
        "/hoofdenoverleg/<meeting>/": [f"{one}/" for one in meetings],
        "/hoofdenoverleg/<meeting>/verslag/": [f"{one}/verslag/" for one in meetings],
        "/hoofdenoverleg/punt/<item>/": [f"{one}/" for one in some(AgendaItem)],
        "/knooppunten/": [""],
        "/knooppunten/<hub>/": [f"{one}/" for one in some(Hub)],
        "/knooppunten/vergelijken/": [""],
        "/knooppunten/vergelijken/?indicator": [f"?indicator={one}" for one in counted],
        "/knooppunten/vergelijken/?portfolio": [f"?portfolio={one}" for one in portfolios],
        "/verkenningen/": [""],
        "/verkenningen/<session>/": [f"{one}/" for one in sessions],
        "/verkenningen/<session>/bord/": [f"{one}/bord/" for one in sessions],
        "/verkenningen/<session>/herkomst/": [f"{one}/herkomst/" for one in sessions],
        "/verkenningen/<session>/verslag/": [f"{one}/verslag/" for one in sessions],
        "/opleidingen/": [""],
        "/opleidingen/mijn/": [""],
        "/opleidingen/<programme>/": [f"{one}/" for one in some(Programme, "slug")],
        "/opleidingen/edities/<edition>/": [f"{one}/" for one in editions],
        "/opleidingen/certificaten/<number>/": [f"{one}/" for one in some(Certificate, "number")],
        "/bewustwording/": [""],
        "/bewustwording/kalender/": [""],
        "/bewustwording/cijfers/": [""],
        "/bewustwording/<meeting>/": [f"{one}/" for one in some(AwarenessMeeting)],
        "/jaarverslag/": [""],
        "/jaarverslag/<report>/": [f"{one}/" for one in reports],
        "/jaarverslag/<report>/lezen/": [f"{one}/lezen/" for one in reports],
        "/jaarverslag/<report>/cijfers/": [f"{one}/cijfers/" for one in reports],
        "/jaarverslag/<report>/verzamelen/": [f"{one}/verzamelen/" for one in reports],
        "/jaarverslag/hoofdstuk/<chapter>/": [f"{one}/" for one in chapters],
        "/jaarverslag/deel/<section>/": [f"{one}/" for one in sections],
    }
    return {name: [_stem(name) + end for end in ends] for name, ends in told.items() if ends}


def _stem(name: str) -> str:
    """Return the address before the first thing that differs each time."""
    return name.partition("<")[0] if "?" not in name else name.partition("?")[0]


def time_pages(who: str, name: str) -> int:
    """Time each page for one reader; return how many were over the budget."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.db import connection
    from django.test import Client

    client, over = Client(SERVER_NAME="localhost"), 0
    user = get_user_model().objects.get(name=name)
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    for page, told in pages().items():
        # What is refused to a reader is quick, and says nothing about the page.
        urls = [one for one in told[:TURNS] if client.get(one).status_code == HTTPStatus.OK]
        if not urls:
            emit(bench="network page", page=page, reader=who, is_refused=True)
            continue
        asked: list[str] = []

        def count(execute: Any, sql: str, *rest: Any, asked: list[str] = asked) -> Any:
            asked.append(sql)
            return execute(sql, *rest)

        with connection.execute_wrapper(count):
            client.get(urls[0])
        turns = cycle(urls)
        median, slow = timed(lambda turns=turns: client.get(next(turns)), TURNS)
        is_over = len(asked) >= MOST_QUERIES or slow >= TARGET_MS
        over += is_over
        emit(
            bench="network page",
            database=connection.vendor,
            page=page,
            reader=who,
            queries=len(asked),
            p50_ms=median,
            p95_ms=slow,
            target_ms=TARGET_MS,
            is_over=is_over,
        )
    return over


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
