"""A training programme of the tests, made by the actions that users call."""

from datetime import date, datetime, timedelta
from uuid import UUID

from tests.world import NOW, SYSTEM
from wegwijzer.academy.actions import training as actions
from wegwijzer.academy.actions.programmes import add_programme
from wegwijzer.academy.queries.training import get_edition
from wegwijzer.academy.rules.training import (
    EditionContent,
    FundingContent,
    ModuleContent,
    ProgrammeContent,
)

SLUG = "analist"
FIRST = date(2026, 4, 7)


def programme(summary: str = "") -> str:
    """Add a programme of four modules and return its slug."""
    add_programme(
        SYSTEM,
        ProgrammeContent(
            slug=SLUG,
            title="Opleiding analist",
            summary=summary,
            modules=tuple(ModuleContent(title=f"Deel {number}") for number in range(1, 5)),
            funding=(FundingContent(source="Ministerie", decision="B-1"),),
        ),
        now=NOW,
    )
    return SLUG


def edition(places: int = 2) -> UUID:
    """Plan an edition with a day a week."""
    days = tuple(FIRST + timedelta(weeks=week) for week in range(4))
    content = EditionContent(place="Voorbeeldstad", places=places, days=days)
    return actions.plan_edition(SYSTEM, SLUG, content, now=NOW)


def after(day: date) -> datetime:
    """Return the evening of a day."""
    return datetime(day.year, day.month, day.day, 18, tzinfo=NOW.tzinfo)


def attend(edition_id: UUID, *people: UUID, modules: int = 4) -> None:
    """Note that these people were there, for so many modules."""
    for session in get_edition(SYSTEM, edition_id).sessions[:modules]:
        actions.note_attendance(SYSTEM, session.id, people, now=after(session.held_on))
