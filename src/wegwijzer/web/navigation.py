"""The main menu as data: the four steps of the field, and what stands beside them.

A page joins the menu by having the url name that is written here. An entry whose url name does not
exist yet is left out, and so is one for roles that the actor does not hold. Hiding is a courtesy:
the page itself refuses.
"""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wegwijzer.kernel.actor import Actor
from wegwijzer.logbook.queries import READERS
from wegwijzer.network.rules import MANAGERS, Role
from wegwijzer.signals.rules import SEES_TABLE


@dataclass(frozen=True, slots=True)
class Entry:
    """One link; no ``roles`` means everybody who is signed in, ``key`` follows a "g"."""

    url_name: str
    label: str | Promise
    key: str = ""
    roles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Step:
    """A group of entries; ``number`` is the step of the field, 0 for what stands outside them."""

    number: int
    label: str | Promise
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as it is drawn: ``current`` is "page" on the page itself, "true" below it, or ""."""

    url: str
    label: str
    key: str
    current: str


@dataclass(frozen=True, slots=True)
class Group:
    """A step as it is drawn; ``here`` when the page belongs to it."""

    number: int
    label: str
    links: tuple[Link, ...]

    @property
    def here(self) -> bool:
        """Return whether the page belongs to this step."""
        return any(link.current for link in self.links)


# Who keeps the house in order sees no content; the menu does not even name it.
_CONTENT = frozenset(Role) - MANAGERS - {Role.SUPPORT_ENGINEER, Role.TRAINER, Role.TRAINEE}

MENU: tuple[Step, ...] = (
    Step(0, _("Start"), (Entry("home", _("Mijn werk"), "w"),)),
    Step(
        1,
        _("Informatiepositie opbouwen"),
        (
            Entry("signals", _("Signalen"), "s", _CONTENT),
            Entry("library", _("Bibliotheek"), "n"),
            Entry("terms", _("Definities")),
            Entry("hubs", _("Knooppunten")),
        ),
    ),
    Step(
        2,
        _("Samen kiezen en sturen"),
        (
            Entry("weighing-table", _("Weegtafel"), "k", SEES_TABLE),
            Entry("portfolios", _("Portefeuilles"), "p"),
            Entry("explorations", _("Verkenningen")),
            Entry("chances", _("Kansen voor samenwerking")),
            Entry("council", _("Hoofdenoverleg")),
        ),
    ),
    Step(
        3,
        _("Uitvoeren en monitoren"),
        (
            Entry("cases", _("Casussen"), "c", _CONTENT),
            Entry("requests", _("Informatieverzoeken"), "i", _CONTENT),
            Entry("recipes", _("Recepten")),
            Entry("training", _("Opleidingen"), "o"),
            Entry("awareness", _("Bewustwording")),
        ),
    ),
    Step(
        4,
        _("Samen verantwoorden"),
        (
            Entry("annual-reports", _("Jaarverslag"), "j"),
            Entry("logbook", _("Logboek"), "l", READERS),
        ),
    ),
    Step(
        0,
        _("Hulp en beheer"),
        (
            Entry("adviser", _("Mag ik dit delen?"), "d"),
            Entry("manage", _("Beheer"), "b", MANAGERS),
        ),
    ),
)


def _url(name: str) -> str:
    """Return the address behind a url name, or nothing while that page does not exist."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _may_see(entry: Entry, actor: Actor) -> bool:
    return not entry.roles or actor.has(*entry.roles)


def _nearest(path: str, urls: list[str]) -> str:
    """Return the address of the menu under which the path lies; the longest wins."""
    return max((url for url in urls if url != "/" and path.startswith(url)), key=len, default="")


def menu_for(actor: Actor | None, path: str, steps: tuple[Step, ...] = MENU) -> tuple[Group, ...]:
    """Return the menu for this actor on this path: only pages that exist and that they may open."""
    if actor is None:
        return ()
    shown = [
        (
            step,
            [
                (entry, url)
                for entry in step.entries
                if _may_see(entry, actor) and (url := _url(entry.url_name))
            ],
        )
        for step in steps
    ]
    nearest = _nearest(path, [url for _step, found in shown for _entry, url in found])

    def current(url: str) -> str:
        if url == path:
            return "page"
        return "true" if url == nearest else ""

    return tuple(
        Group(
            step.number,
            str(step.label),
            tuple(Link(url, str(entry.label), entry.key, current(url)) for entry, url in found),
        )
        for step, found in shown
        if found
    )
