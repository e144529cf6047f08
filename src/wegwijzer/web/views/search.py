"""One search over everything that the actor may find: signals, cases and the library."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wegwijzer.casework import queries as casework
from wegwijzer.casework.queries import CaseWanted
from wegwijzer.commons import queries as commons
from wegwijzer.kernel.actor import Actor
from wegwijzer.signals import queries as signals
from wegwijzer.web import params
from wegwijzer.web.views.casework import badge_kind as case_badge
from wegwijzer.web.views.signals import badge_kind as signal_badge

# So many of each sort are shown; the list of that sort has the rest.
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found, as it is drawn; ``badge`` is a word and its kind, or nothing."""

    url: str
    title: str
    detail: str
    badge: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of one sort; ``all_url`` is the list with the rest of it."""

    title: str
    hits: list[Hit]
    all_url: str

    @property
    def has_details(self) -> bool:
        """Return whether a hit of this sort says more than its title."""
        return any(hit.detail for hit in self.hits)

    @property
    def has_badges(self) -> bool:
        """Return whether things of this sort have a state."""
        return any(hit.badge for hit in self.hits)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if len(request.GET.get("q", "").strip()) > params.LONGEST:
        return render(request, "home/search.html", {"longest": params.LONGEST}, status=400)
    text = params.text(request, "q")
    found = _found(actor, text, now()) if text else []
    return render(request, "home/search.html", {"text": text, "found": found})


def _found(actor: Actor, text: str, moment: datetime) -> list[Found]:
    """Return every sort of which something was found."""
    sorts = (
        ("signals", _("Signalen"), _signals(actor, text)),
        ("cases", _("Casussen"), _cases(actor, text, moment)),
        ("library", _("Bibliotheek"), _library(actor, text)),
    )
    return [
        Found(title, hits[:SHOWN], _rest(name, text) if len(hits) > SHOWN else "")
        for name, title, hits in sorts
        if hits
    ]


def _rest(name: str, text: str) -> str:
    return f"{reverse(name)}?{urlencode({'q': text})}"


def _url(name: str, thing: Any) -> str:
    return reverse(name, args=[thing])


def _signals(actor: Actor, text: str) -> list[Hit]:
    page = signals.list_signals(actor, signals.Wanted(text=text), limit=SHOWN + 1)
    return [
        Hit(
            _url("signal", row.id),
            f"{row.number} {row.title}".strip(),
            row.participant_name,
            (_(row.status_label), signal_badge(row.status)),
        )
        for row in page.rows
    ]


def _cases(actor: Actor, text: str, moment: datetime) -> list[Hit]:
    page = casework.list_cases(actor, CaseWanted(text=text), now=moment, limit=SHOWN + 1)
    return [
        Hit(
            _url("case", row.id),
            f"{row.number} {row.title}",
            "",
            (_(row.status_label), case_badge(row.status)),
        )
        for row in page.rows
    ]


def _library(actor: Actor, text: str) -> list[Hit]:
    page = commons.list_items(actor, commons.Wanted(text=text), limit=SHOWN + 1)
    return [Hit(_url("library-item", row.id), row.title, row.region_name) for row in page.rows]
