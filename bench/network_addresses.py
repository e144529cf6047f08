"""Every page of the application on which the regions work together, with what it is asked for.

The addresses are read from the application itself: a page of which nobody said what it is about is
an error, so that none can be forgotten.
"""

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from django.db.models import F
from django.urls import URLPattern, URLResolver, get_resolver

from wegwijzer.academy.models import AwarenessMeeting, Certificate, Programme
from wegwijzer.academy.models import Edition as Training
from wegwijzer.annual_report.models import Chapter, Edition, Remark, Report, Section
from wegwijzer.commons.models import Chance, Item, RecipeText, Term, Upload
from wegwijzer.exploration.models import Cluster, Focus, Note, Session
from wegwijzer.exploration.models import Objective as ExplorationObjective
from wegwijzer.law.advice import QUESTIONS
from wegwijzer.network.models import Region
from wegwijzer.programme.models import (
    Activity,
    AgendaItem,
    Assignment,
    Goal,
    Group,
    Hub,
    Indicator,
    Meeting,
    Objective,
    Paper,
    Portfolio,
    Result,
    Risk,
)
from wegwijzer.signals.models import Phenomenon

# What bench.pages times, with signals and cases; and what is of one account, or of no page at all.
ELSEWHERE = (
    *("signalen/", "weegtafel/", "casussen/", "gegevens/", "informatieverzoeken/", "leveringen/"),
    *("account/", "beheer/", "logboek/", "namens/", "taal/", "demo/", "gezond/", ".well-known/"),
    # Made of the style alone, whatever the database holds.
    *("huisstijl/merk/", "huisstijl/sjabloon/", "huisstijl/beeld/"),
    # Files, kept as they were frozen.
    "jaarverslag/<uuid:report_id>/editie/<int:number>/<slug:kind>/",
    *("jaarverslag/openbaar/<int:year>/<slug:kind>/", "jaarverslag/<uuid:report_id>/stap/"),
    # A choice within what a job found; the page of the item shows the same.
    "bibliotheek/<uuid:item_id>/kans/",
)
MOST = 60
Values = list[tuple[Any, ...]]


def _all(model: Any, *fields: str) -> Callable[[], Values]:
    """Return a way to list what a kind of thing is found by, spread over all there are."""

    def some() -> Values:
        found = list(model.objects.order_by("pk").values_list(*(fields or ("pk",))))
        return Random(3).sample(found, min(MOST, len(found)))

    return some


def _items() -> Values:
    """List items, among which those of the region of the reader: only those may be changed."""
    own = Item.objects.filter(region__code__in=("ZL", "LIEC")).values_list("pk")[: MOST // 3]
    return [*_all(Item)()[: MOST // 3], *own, *_all(Item)()[MOST // 3 :]]


def _files(model: Any) -> Values:
    """List things of which the minutes are a file, as each kind of file."""
    return [(pk, kind) for (pk,) in _all(model)() for kind in ("docx", "pdf")]


# What stands at the beginning of an address, up to the thing that it is about.
THINGS: dict[str, Callable[[], Values]] = {
    "mag-ik-dit-delen/<slug:slug>/": lambda: [(one,) for one in QUESTIONS],
    "bibliotheek/<uuid:item_id>/": _items,
    "bibliotheek/lijst/<uuid:upload_id>/": _all(Upload),
    "kansen/<uuid:chance_id>/": _all(Chance),
    "definities/<slug:slug>/": _all(Term, "slug"),
    "definities/<slug:slug>/verschil/<int:old>/<int:new>/": lambda: [
        (slug, 1, 2) for (slug,) in _all(Term, "slug")()
    ],
    "recepten/<uuid:item_id>/": _all(RecipeText, "item_id"),
    "verkenningen/<uuid:session_id>/": _all(Session),
    "verkenningen/<uuid:session_id>/verslag/<slug:kind>/": lambda: _files(Session),
    "verkenningen/<uuid:session_id>/notities/<uuid:note_id>/": _all(Note, "session_id", "pk"),
    "verkenningen/<uuid:session_id>/clusters/<uuid:cluster_id>/": _all(Cluster, "session_id", "pk"),
    "verkenningen/<uuid:session_id>/focus/<uuid:focus_id>/": _all(Focus, "session_id", "pk"),
    "verkenningen/<uuid:session_id>/doelen/<uuid:objective_id>/": _all(
        ExplorationObjective, "focus__session_id", "pk"
    ),
    "opleidingen/<slug:slug>/": _all(Programme, "slug"),
    "opleidingen/edities/<uuid:edition_id>/": _all(Training),
    "opleidingen/certificaten/<str:number>/": _all(Certificate, "number"),
    "bewustwording/<uuid:meeting_id>/": _all(AwarenessMeeting),
    "bewustwording/<uuid:meeting_id>/<slug:step>/": lambda: [
        (key, step)
        for (key,) in _all(AwarenessMeeting)()[: MOST // 3]
        for step in ("bevestigen", "plannen", "evaluatie")
    ],
    "doelen/<slug:slug>/": _all(Goal, "slug"),
    "portefeuilles/<slug:slug>/": _all(Portfolio, "slug"),
    "opdrachten/<uuid:assignment_id>/": _all(Assignment),
    "doelstellingen/<uuid:objective_id>/": _all(Objective),
    "activiteiten/<uuid:activity_id>/": _all(Activity),
    "risicos/<uuid:risk_id>/": _all(Risk),
    "correcties/<slug:kind>/<uuid:entry_id>/": lambda: [
        ("result", one) for (one,) in _all(Result)()
    ],
    "groepen/<uuid:group_id>/": _all(Group),
    "knooppunten/<uuid:hub_id>/": _all(Hub),
    "hoofdenoverleg/<uuid:meeting_id>/": _all(Meeting),
    "hoofdenoverleg/<uuid:meeting_id>/verslag/<slug:kind>/": lambda: _files(Meeting),
    "hoofdenoverleg/stuk/<uuid:paper_id>/": _all(Paper),
    "hoofdenoverleg/punt/<uuid:item_id>/": _all(AgendaItem),
    "jaarverslag/<uuid:report_id>/": _all(Report),
    "jaarverslag/<uuid:report_id>/editie/<int:number>/": _all(Edition, "report_id", "number"),
    "jaarverslag/openbaar/<int:year>/": lambda: list(
        Edition.objects.filter(published_at__isnull=False).values_list(F("report__year")).distinct()
    ),
    "jaarverslag/hoofdstuk/<uuid:chapter_id>/": _all(Chapter),
    "jaarverslag/deel/<uuid:section_id>/": _all(Section),
    "jaarverslag/opmerking/<uuid:remark_id>/": _all(Remark),
}
PARAMETER = re.compile(r"<[^>]+>")


def routes(within: Any = None, before: str = "") -> Iterator[str]:
    """Walk through every address of the application, with its parameters as they are written."""
    for one in (within or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            yield from routes(one, before + str(one.pattern))
        elif isinstance(one, URLPattern):
            yield before + str(one.pattern)


def thing_of(route: str) -> str:
    """Return the thing that a page is about: the longest beginning that is known, or nothing."""
    return max((one for one in THINGS if route.startswith(one)), key=len, default="")


def to_time() -> list[str]:
    """List the pages, each once."""
    return sorted({one for one in routes() if not one.startswith(ELSEWHERE)})


def forgotten() -> list[str]:
    """List the pages of which nobody said with what they are asked."""
    return [one for one in to_time() if PARAMETER.search(one.removeprefix(thing_of(one)))]


def addresses(words: list[str], searches: list[str]) -> dict[str, list[str]]:
    """Return what is asked of each page: other things each time, where there are."""
    told = {}
    for route in to_time():
        about = thing_of(route)
        values = THINGS[about]() if about else [()]
        told[f"/{route}"] = [f"/{_filled(route, one)}" for one in values]
    for route, ways in _asked(words, searches).items():
        told |= {
            f"{route}?{name}": [f"{route}?{one}" for one in queries]
            for name, queries in ways.items()
        }
    return told


def _filled(route: str, values: tuple[Any, ...]) -> str:
    left = iter(values)
    return PARAMETER.sub(lambda _match: str(next(left)), route)


def _asked(words: list[str], searches: list[str]) -> dict[str, dict[str, list[str]]]:
    """Return how the lists are searched and narrowed."""
    slugs = Phenomenon.objects.values_list("slug", flat=True)
    portfolios = Portfolio.objects.values_list("slug", flat=True)
    return {
        "/zoeken/": {
            "q=<two words>": [f"q={one}" for one in searches],
            "q=<one of the commonest>": [f"q={one}" for one in words[:8]],
        },
        "/bibliotheek/": {
            "q=<two words>": [f"q={one}" for one in searches],
            "q=<one of the commonest>": [f"q={one}" for one in words[:8]],
            "q=<word>&kind&phenomenon": [
                f"q={words[0]}&kind=project&phenomenon={one}" for one in slugs
            ],
            "kind&phenomenon": [f"kind=project&phenomenon={one}" for one in slugs],
            "kind=expertise&callable": ["kind=expertise&callable=on"],
        },
        "/bibliotheek/fenomeenbeelden/": {"phenomenon": [f"phenomenon={one}" for one in slugs]},
        "/kansen/": {
            "everywhere": ["everywhere=on"],
            "everywhere&phenomenon": [f"everywhere=on&phenomenon={one}" for one in slugs],
        },
        "/recepten/": {
            "q=<two words>": [f"q={one}" for one in searches],
            "region": [f"region={one}" for one in Region.objects.values_list("pk", flat=True)],
        },
        "/knooppunten/vergelijken/": {
            "indicator": [
                f"indicator={one}" for one in Indicator.objects.values_list("pk", flat=True)
            ],
            "portfolio": [f"portfolio={one}" for one in portfolios],
        },
    }
