"""Mijn werk: what waits for this actor, from every context that has work."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now

from wegwijzer.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: where, what, how it stands, and by when."""

    url: str
    title: str
    detail: str
    status: str
    kind: str = "neutral"
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Pile:
    """Tasks of one sort, with where to find all of them."""

    title: str
    all_url: str
    tasks: tuple[Task, ...]


# A context with work adds a function here; it returns a pile, or None when this actor has none.
WORK_SOURCES: list[Callable[[Actor, datetime], Pile | None]] = []


def home(request: HttpRequest) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = (source(actor, now()) for source in WORK_SOURCES)
    piles = [pile for pile in found if pile is not None]
    return render(request, "home/home.html", {"piles": piles, "demo": settings.DEMO})
