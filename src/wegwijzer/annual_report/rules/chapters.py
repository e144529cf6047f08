"""The chapters of a yearly report: what they are about, their order, their review."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed
from wegwijzer.kernel.text import gettext_noop as _


class ChapterKind(StrEnum):
    """What a chapter is about."""

    FREE = "free"
    GOAL = "goal"
    PORTFOLIO = "portfolio"
    FIGURES = "figures"
    FEEDBACK = "feedback"


# The chapters in which what a portfolio reached has its place.
FITTING = (ChapterKind.PORTFOLIO, ChapterKind.GOAL)
KIND_LABELS = {
    ChapterKind.FREE: _("Vrij hoofdstuk"),
    ChapterKind.GOAL: _("Strategisch doel"),
    ChapterKind.PORTFOLIO: _("Portefeuille"),
    ChapterKind.FIGURES: _("Cijfers"),
    ChapterKind.FEEDBACK: _("Terugkoppeling van ontvangers"),
}


class ChapterStatus(StrEnum):
    """Where a chapter stands."""

    WRITING = "writing"
    REVIEW = "review"
    APPROVED = "approved"


STATUS_LABELS = {
    ChapterStatus.WRITING: _("In bewerking"),
    ChapterStatus.REVIEW: _("Ter goedkeuring"),
    ChapterStatus.APPROVED: _("Goedgekeurd"),
}


@dataclass(frozen=True, slots=True)
class Planned:
    """A chapter as the outline wants it; ``under`` is the slug of the goal of a portfolio."""

    kind: ChapterKind
    title: str
    slug: str = ""
    under: str = ""
    text: str = ""


INTRODUCTION = Planned(ChapterKind.FREE, "Inleiding", "inleiding")
FIGURES = Planned(ChapterKind.FIGURES, "Cijfers langs het werkproces", "cijfers")
FEEDBACK = Planned(ChapterKind.FEEDBACK, "Terugkoppeling over verstrekte resultaten",
                   "terugkoppeling")  # fmt: skip


def outline(programme: tuple[Planned, ...], *, is_public: bool) -> tuple[Planned, ...]:
    """Return the chapters of a new report in order: introduction, programme, figures.

    The public one also describes what recipients said. Bron: Wgs art. 1.12.
    """
    closing = (FIGURES, FEEDBACK) if is_public else (FIGURES,)
    return (INTRODUCTION, *programme, *closing)


def missing_of(
    planned: tuple[Planned, ...], present: frozenset[tuple[str, str]]
) -> tuple[Planned, ...]:
    """Return the planned chapters that the report does not have yet, by kind and slug."""
    return tuple(one for one in planned if (one.kind.value, one.slug) not in present)


def named(names: tuple[str, ...]) -> str:
    """Return names as they are read: commas, and "en" before the last."""
    return " en ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def check_title(title: str) -> None:
    """Refuse a chapter that no table of contents could name."""
    if not title.strip():
        raise Invalid(_("Geef het hoofdstuk een titel."), field="title")


def moved(order: list[UUID], item: UUID, *, up: bool) -> list[UUID]:
    """Return the order with one item a place earlier or later; at the end it stays."""
    place = order.index(item)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(order):
        return order
    order = list(order)
    order[place], order[other] = order[other], order[place]
    return order


def check_drop(*, is_written: bool) -> None:
    """Refuse to leave out what somebody wrote, or what has chapters under it."""
    if is_written:
        raise Conflict(_("In dit hoofdstuk staat tekst. Haal die er eerst uit."))


def check_send(status: ChapterStatus, *, is_empty: bool) -> None:
    """Refuse to send in a chapter that is not being written or has no text."""
    if status is not ChapterStatus.WRITING:
        raise Conflict(_("Dit hoofdstuk is al aangeboden."))
    if is_empty:
        raise Conflict(_("Dit hoofdstuk heeft nog geen tekst. Schrijf die eerst."))


def check_approve(
    status: ChapterStatus, *, open_remarks: int, sent_by: UUID | None, by: UUID
) -> None:
    """Refuse to approve what was not sent in, has open remarks, or was sent in by oneself."""
    if status is not ChapterStatus.REVIEW:
        raise Conflict(_("Dit hoofdstuk is nog niet aangeboden ter goedkeuring."))
    if open_remarks:
        raise Conflict(_("Er staan nog opmerkingen open. Handel die eerst af."))
    if sent_by == by:
        raise NotAllowed(_("U bood dit hoofdstuk zelf aan. Laat een ander het goedkeuren."))


def check_return(status: ChapterStatus, reason: str) -> None:
    """Refuse to give back what is being written, or without saying why."""
    if status is ChapterStatus.WRITING:
        raise Conflict(_("Dit hoofdstuk is al in bewerking."))
    if not reason.strip():
        raise Invalid(_("Zeg wat er nog moet gebeuren."), field="reason")


def check_all_approved(statuses: list[ChapterStatus]) -> None:
    """Refuse to approve a report of which a chapter was not approved, or that has none."""
    if not statuses:
        raise Conflict(_("Dit jaarverslag heeft nog geen hoofdstukken."))
    waiting = sum(one is not ChapterStatus.APPROVED for one in statuses)
    if waiting:
        raise Conflict(
            _("Nog niet goedgekeurde hoofdstukken: %(number)s. Keur die eerst goed."),
            number=waiting,
        )
