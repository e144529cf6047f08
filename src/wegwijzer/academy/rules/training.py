"""Programmes, editions and certificates: who takes part, who has a place, who has finished."""

from calendar import monthrange
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.network.rules import Role

TRAINERS = frozenset({Role.TRAINER, Role.LIEC_STAFF})
# Who trains, and who may lift a demand, cannot be shut out by one.
NEVER_DEMANDED = TRAINERS
# From so many answers on an evaluation is shown: with fewer one could tell who said what.
FEWEST_ANSWERS = 3
MARKS = {
    1: _("Hier had ik niets aan"),
    2: _("Hier had ik weinig aan"),
    3: _("Het ging"),
    4: _("Goed"),
    5: _("Heel goed"),
}


class Standing(StrEnum):
    """How it stands with an edition to come for somebody who enrolled."""

    PLACED = "placed"
    MOVED_UP = "moved_up"
    MOVED = "moved"
    WAITING = "waiting"
    CANCELLED = "cancelled"


STANDING_LABELS = {
    Standing.PLACED: _("U hebt een plaats"),
    Standing.MOVED_UP: _("U wachtte en hebt nu een plaats"),
    Standing.MOVED: _("De dagen of de plaats zijn gewijzigd"),
    Standing.WAITING: _("U staat op de wachtlijst"),
    Standing.CANCELLED: _("Deze editie gaat niet door"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleContent:
    """A part of a programme; ``id`` is that of the part it changes, None for a new one."""

    id: UUID | None = None
    title: str
    summary: str = ""
    materials: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingContent:
    """Who pays, by which decision; the amount in euros, unknown when None."""

    source: str
    decision: str = ""
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeContent:
    """A training programme; a certificate of it is valid for so many months."""

    slug: str
    title: str
    summary: str = ""
    audience: str = ""
    competences: tuple[str, ...] = ()
    valid_months: int = 36
    modules: tuple[ModuleContent, ...] = ()
    funding: tuple[FundingContent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionContent:
    """When and where a programme is given: a day for each module, in order; so many places."""

    place: str
    places: int
    days: tuple[date, ...]


def is_trainer(actor: Actor) -> bool:
    """Return whether the actor gives training."""
    return actor.has(*TRAINERS, "system")


def check_trains(actor: Actor) -> None:
    """Refuse who does not give training."""
    if not is_trainer(actor):
        raise NotAllowed(_("Opleiders en medewerkers van het LIEC houden de opleidingen bij."))


def may_demand(actor: Actor) -> bool:
    """Return whether the actor decides which role asks for which training."""
    return actor.has(Role.LIEC_STAFF, "system")


def check_demands(actor: Actor) -> None:
    """Refuse who does not decide which role asks for which training."""
    if not may_demand(actor):
        raise NotAllowed(_("Medewerkers van het LIEC bepalen welke opleiding een rol vraagt."))


def check_demand(role: Role, starts_on: date, *, today: date) -> None:
    """Refuse a demand that works backwards, or that shuts out who could lift it."""
    if role in NEVER_DEMANDED:
        raise Invalid(
            _("Deze rol geeft of regelt de opleidingen en kan er zelf geen vragen."), field="role"
        )
    if starts_on < today:
        raise Invalid(_("Kies vandaag of een latere dag."), field="starts_on")


def check_programme(content: ProgrammeContent) -> None:
    """Refuse a programme that nobody could find or follow."""
    if not content.slug or not content.title.strip():
        raise Invalid(_("Geef de opleiding een naam."), field="title")
    if not content.modules:
        raise Invalid(_("Noem ten minste één onderdeel."), field="modules")
    if any(not one.title.strip() for one in content.modules):
        raise Invalid(_("Geef elk onderdeel een naam, of haal het weg."), field="modules")
    if any(not one.source.strip() for one in content.funding):
        raise Invalid(_("Noem bij elk bedrag en besluit wie betaalt."), field="funding")
    if not 1 <= content.valid_months <= 120:
        raise Invalid(_("Een certificaat geldt 1 tot 120 maanden."), field="valid_months")


def check_edition(content: EditionContent, modules: int) -> None:
    """Refuse an edition without a day for each module, or without a place."""
    if len(content.days) != modules:
        raise Invalid(_("Noem een dag voor elk onderdeel."), field="days")
    if list(content.days) != sorted(content.days):
        raise Invalid(_("Zet de dagen in de volgorde van de onderdelen."), field="days")
    if not 1 <= content.places <= 500:
        raise Invalid(_("Een editie heeft 1 tot 500 plaatsen."), field="places")
    if not content.place.strip():
        raise Invalid(_("Noem de plaats, of schrijf: online."), field="place")


def check_version(now: int, seen: int) -> None:
    """Refuse to overwrite what somebody else changed in between."""
    if now != seen:
        raise Conflict(_("Een ander heeft dit intussen gewijzigd. Laad de pagina opnieuw."))


def check_open(first_day: date, *, is_cancelled: bool = False, today: date) -> None:
    """Refuse to enrol for what has begun, or will not be given."""
    check_goes_on(is_cancelled=is_cancelled)
    if first_day < today:
        raise Conflict(_("Deze editie is al begonnen. Kies een volgende."))


def check_goes_on(*, is_cancelled: bool) -> None:
    """Refuse what makes no sense for an edition that is not given."""
    if is_cancelled:
        raise Conflict(_("Deze editie gaat niet door. Kies een andere."))


def check_places(places: int, placed: int) -> None:
    """Refuse to take away the place of somebody who has one."""
    if places < placed:
        raise Invalid(
            _("Er hebben al %(placed)s mensen een plaats. Kies ten minste dat aantal."),
            field="places",
            placed=placed,
        )


def check_moved(old: date, new: date, *, is_noted: bool, number: int) -> None:
    """Refuse another day for a module of which it is noted who was there."""
    if is_noted and old != new:
        raise Invalid(
            _("Van dit onderdeel is al genoteerd wie er was. De dag ligt vast."),
            field=f"day{number}",
        )


def check_cancel(reason: str, *, is_noted: bool) -> None:
    """Refuse to cancel without saying why, or what has been given in part."""
    if is_noted:
        raise Conflict(_("Deze editie is al begonnen: er is genoteerd wie er was."))
    if not reason.strip():
        raise Invalid(_("Schrijf op waarom de editie niet doorgaat, en wat wel kan."),
                      field="reason")  # fmt: skip


def check_held(day: date, *, today: date) -> None:
    """Refuse attendance of a day that has yet to come."""
    if day > today:
        raise Conflict(_("Dit onderdeel is nog niet geweest. Noteer de aanwezigheid daarna."))


def check_mark(mark: int) -> None:
    """Refuse a mark that the form does not offer."""
    if mark not in MARKS:
        raise Invalid(_("Kies een van de vijf oordelen."), field="mark")


def split(enrolled: Sequence[UUID], places: int) -> tuple[Sequence[UUID], Sequence[UUID]]:
    """Return who has a place and who waits, both in the order in which they came."""
    return enrolled[:places], enrolled[places:]


def moved_up(
    before: Sequence[UUID], places_before: int, after: Sequence[UUID], places: int
) -> list[UUID]:
    """Return who waited and has a place now, in the order in which they came."""
    _placed, waited = split(before, places_before)
    placed, _waiting = split(after, places)
    return [one for one in placed if one in set(waited)]


def standing(
    *, is_cancelled: bool, has_place: bool, has_moved_up: bool, is_moved: bool
) -> Standing:
    """Return what somebody who enrolled should know first."""
    if is_cancelled:
        return Standing.CANCELLED
    if not has_place:
        return Standing.WAITING
    if is_moved:
        return Standing.MOVED
    return Standing.MOVED_UP if has_moved_up else Standing.PLACED


def missed(modules: Iterable[UUID], attended: Set[UUID]) -> list[UUID]:
    """Return the modules that somebody has yet to attend, in order."""
    return [one for one in modules if one not in attended]


def check_finished(modules: Iterable[UUID], attended: Set[UUID]) -> None:
    """Refuse a certificate to who has not attended every module."""
    if missed(modules, attended):
        raise Conflict(_("Nog niet elk onderdeel is gevolgd. Een certificaat komt daarna."))


def check_issuer(actor: Actor, person_id: UUID) -> None:
    """Refuse a certificate that somebody issues to themselves."""
    if actor.person_id == person_id:
        raise NotAllowed(
            _("U kunt uzelf geen certificaat uitreiken. Vraag het een andere opleider.")
        )


def valid_until(issued_on: date, months: int) -> date:
    """Return the last day of a certificate: so many months later, at most that month's end."""
    month = issued_on.month - 1 + months
    year, month = issued_on.year + month // 12, month % 12 + 1
    return date(year, month, min(issued_on.day, monthrange(year, month)[1]))


def shown_marks(marks: Sequence[int]) -> dict[int, int]:
    """Return how often each mark was given; nothing while too few answered."""
    if len(marks) < FEWEST_ANSWERS:
        return {}
    return {mark: marks.count(mark) for mark in sorted(MARKS, reverse=True)}
