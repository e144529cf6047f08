"""Who carries a portfolio out: its members, its working groups and its Next Level Workshops."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.network.rules import Role


class Part(StrEnum):
    """What a member does in a portfolio."""

    LEAD = "lead"
    STAFF = "staff"
    SUPPORT = "support"
    PARTNER = "partner"


PART_LABELS = {
    Part.LEAD: _("Trekker"),
    Part.STAFF: _("Uitvoering"),
    Part.SUPPORT: _("Ondersteuning"),
    Part.PARTNER: _("Namens een partner"),
}


class GroupKind(StrEnum):
    """In which form people of several regions and partners work together."""

    WORKING_GROUP = "working_group"
    NEXT_LEVEL = "next_level"


GROUP_KIND_LABELS = {
    GroupKind.WORKING_GROUP: _("Werkgroep"),
    GroupKind.NEXT_LEVEL: _("Next Level Werkplaats"),
}


class GroupStage(StrEnum):
    """Where a group stands on a day."""

    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"


GROUP_STAGE_LABELS = {
    GroupStage.PLANNED: _("Gepland"),
    GroupStage.RUNNING: _("Loopt"),
    GroupStage.ENDED: _("Afgerond"),
}
ARRANGERS = frozenset({Role.RIEC_HEAD, Role.PORTFOLIO_LEAD, Role.PROJECT_LEAD, Role.LIEC_STAFF})


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupContent:
    """A working group or workshop: what it is called, what for, from when until when."""

    kind: GroupKind
    name: str
    purpose: str
    starts_date: date
    ends_date: date | None = None
    assignment_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayContent:
    """A day on which a group meets: where, and about what."""

    held_date: date
    place: str
    subject: str


def may_arrange(actor: Actor, leads: Container[UUID] = ()) -> bool:
    """Return whether the actor arranges who works on a portfolio, or leads the group at hand."""
    return actor.has(*ARRANGERS, "system") or actor.person_id in leads


def check_arranges(actor: Actor, leads: Container[UUID] = ()) -> None:
    """Refuse who neither carries the portfolio out nor leads the group at hand."""
    if not may_arrange(actor, leads):
        raise NotAllowed(
            _(
                "Wie een portefeuille uitvoert of een werkgroep leidt, houdt bij wie meedoet. "
                "U kunt het lezen."
            )
        )


def check_ends(actor: Actor, person_id: UUID, leads: Container[UUID] = ()) -> None:
    """Refuse to let another stop; anybody may stop themselves."""
    if actor.person_id != person_id:
        check_arranges(actor, leads)


def check_group(content: GroupContent) -> None:
    """Refuse a group without a name or a purpose, or one that ends before it starts."""
    if not content.name.strip():
        raise Invalid(_("Geef de groep een naam."), field="name")
    if not content.purpose.strip():
        raise Invalid(_("Zeg waar de groep voor is."), field="purpose")
    if content.ends_date is not None and content.ends_date < content.starts_date:
        raise Invalid(_("De groep eindigt niet voordat zij begint."), field="ends_date")


def check_day(content: DayContent, starts_date: date, ends_date: date | None) -> None:
    """Refuse a day outside the time of the group, or one nobody could come to."""
    if not content.place.strip():
        raise Invalid(_("Zeg waar de bijeenkomst is, of dat zij online is."), field="place")
    if not content.subject.strip():
        raise Invalid(_("Zeg waar de bijeenkomst over gaat."), field="subject")
    if content.held_date < starts_date or (ends_date and content.held_date > ends_date):
        raise Invalid(_("Deze dag valt buiten de looptijd van de groep."), field="held_date")


def check_going_on(is_closed: bool) -> None:
    """Refuse to change a group that was rounded off."""
    if is_closed:
        raise Conflict(_("Deze groep is afgerond; haar gegevens liggen vast."))


def check_outcome(outcome: str) -> None:
    """Refuse to round off a group, or to report on a day, without what came of it."""
    if not outcome.strip():
        raise Invalid(_("Schrijf op wat het heeft opgeleverd."), field="outcome")


def check_been(held_date: date, on: date) -> None:
    """Refuse to report on a day that is still to come."""
    if on < held_date:
        raise Conflict(_("Deze bijeenkomst moet nog komen. Leg de uitkomst vast op de dag zelf."))


def stage_of(*, starts_date: date, is_closed: bool, on: date) -> GroupStage:
    """Return where a group stands on a day: it ends when it is rounded off, not by itself."""
    if is_closed:
        return GroupStage.ENDED
    return GroupStage.PLANNED if on < starts_date else GroupStage.RUNNING
