"""Read what was collected through the year: a page at a time, each with where it was taken."""

from dataclasses import dataclass
from uuid import UUID

from wegwijzer.annual_report.collecting import Collected, Origin, found_in
from wegwijzer.annual_report.models import Chapter
from wegwijzer.annual_report.queries.reports import seen
from wegwijzer.annual_report.rules.chapters import FITTING
from wegwijzer.kernel.actor import Actor
from wegwijzer.logbook.actions import reading

PAGE = 40


@dataclass(frozen=True, slots=True)
class CollectedRow:
    """Something collected, with the chapter that it was taken into."""

    collected: Collected
    chapter_id: UUID | None
    chapter_title: str


@dataclass(frozen=True, slots=True)
class CollectedList:
    """A page of what was collected, the places beside it, and how much waits for its chapter."""

    rows: list[CollectedRow]
    after: str
    before: str
    waiting: int


@reading
def list_collected(
    actor: Actor, report_id: UUID, *, portfolio: str = "", after: int = 0, before: int = 0
) -> CollectedList:
    """List a page of what can be told of the year, with the chapter that it was taken into.

    ``after`` and ``before`` are places in the list, counted from one.
    """
    report = seen(actor, report_id)
    found = found_in(actor, report, portfolio=portfolio)
    taken = {one.source: one.chapter for one in report.taken.select_related("chapter")}
    start = max(before - 1 - PAGE, 0) if before else after
    end = min(start + PAGE, len(found))
    rows = [_collected(one, taken.get(one.source)) for one in found[start:end]]
    fitting = set(report.chapters.filter(kind__in=FITTING).values_list("slug", flat=True))
    waiting = [
        one
        for one in found
        if one.origin is Origin.PROGRAMME and one.portfolio in fitting and one.source not in taken
    ]
    return CollectedList(
        rows,
        after=str(end) if end < len(found) else "",
        before=str(start + 1) if rows and start else "",
        waiting=len(waiting),
    )


def _collected(one: Collected, chapter: Chapter | None) -> CollectedRow:
    return CollectedRow(one, chapter.id if chapter else None, chapter.title if chapter else "")
