"""Awareness meetings in the language of the reader: rows, a month, figures, a calendar file."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _
from icalendar import Event

from wegwijzer.academy.queries.awareness import MeetingRow, Tally
from wegwijzer.academy.rules.awareness import STATE_LABELS, TARGET_LABELS, MeetingState
from wegwijzer.web.calendars import event
from wegwijzer.web.charts import LineChart, line_chart

BADGES = {
    MeetingState.REQUESTED: "info",
    MeetingState.PLANNED: "warning",
    MeetingState.CONFIRMED: "success",
    MeetingState.HELD: "neutral",
    MeetingState.EVALUATED: "neutral",
    MeetingState.DECLINED: "danger",
    MeetingState.CANCELLED: "danger",
}
YEARS = 5


@dataclass(frozen=True, slots=True)
class Shown:
    """A meeting in a list, in the language of the reader."""

    row: MeetingRow
    state: str
    badge: str
    target_group: str


@dataclass(frozen=True, slots=True)
class Day:
    """A square of the month, with what is held on that day."""

    on: date
    in_month: bool
    is_today: bool
    meetings: list[Shown]


@dataclass(frozen=True, slots=True)
class Line:
    """The meetings of a region over the years, and those of the last."""

    name: str
    numbers: list[int]
    people: int
    chart: LineChart


def shown(row: MeetingRow) -> Shown:
    """Return a meeting as a list shows it."""
    return Shown(
        row, _(STATE_LABELS[row.state]), BADGES[row.state], _(TARGET_LABELS[row.target_group])
    )


def tabs_of() -> list[tuple[str, str, str]]:
    """Return the tabs above every overview of meetings."""
    return [
        ("all", _("Bijeenkomsten"), reverse("awareness")),
        ("own", _("Waar u deel aan hebt"), f"{reverse('awareness')}?show=eigen"),
        ("month", _("Kalender"), reverse("awareness-month")),
        ("figures", _("Cijfers"), reverse("awareness-figures")),
    ]


def month_after(first: date, months: int = 1) -> date:
    """Return the first day of a month so many later, or earlier."""
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def month_of(first: date, rows: Iterable[MeetingRow], today: date) -> list[Day]:
    """Return the days of a month in whole weeks, from Monday, each with its meetings."""
    held: dict[date, list[Shown]] = defaultdict(list)
    for row in rows:
        if row.day is not None:
            held[row.day].append(shown(row))
    starts = first - timedelta(days=first.weekday())
    last = month_after(first) - timedelta(days=1)
    length = (last + timedelta(days=6 - last.weekday()) - starts).days + 1
    days = (starts + timedelta(days=number) for number in range(length))
    return [Day(day, day.month == first.month, day == today, held[day]) for day in days]


def lines_of(found: Iterable[Tally], years: list[int]) -> list[Line]:
    """Return for each region how many meetings it held in each year."""
    counts: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    people: dict[str, int] = defaultdict(int)
    for one in found:
        counts[one.region_name][one.year] += one.meetings
        people[one.region_name] += one.people if one.year == years[-1] else 0
    highest = max((n for row in counts.values() for n in row.values()), default=0)
    return [
        Line(name, numbers, people[name], _chart(numbers, highest))
        for name, row in sorted(counts.items())
        if (numbers := [row[year] for year in years])
    ]


def _chart(numbers: list[int], highest: int) -> LineChart:
    values = [Decimal(number) for number in numbers]
    return line_chart(values, [False] * len(values), highest=Decimal(highest))


def groups_of(found: Iterable[Tally], year: int, region: UUID | None) -> list[tuple[str, int, int]]:
    """Return for each target group how many meetings of a year and how many people, most first."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for one in found:
        if one.year == year and region in (None, one.region_id):
            counts[one.target_group][0] += one.meetings
            counts[one.target_group][1] += one.people
    rows = [
        (_(label), counts[key][0], counts[key][1])
        for key, label in TARGET_LABELS.items()
        if key in counts
    ]
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def event_of(request: HttpRequest, row: MeetingRow) -> Event:
    """Return a meeting that has a day as an event of a calendar."""
    assert row.day and row.begins and row.minutes, "only what has a day is in a calendar"
    begins = datetime.combine(row.day, row.begins, tzinfo=get_default_timezone())
    said = {
        "summary": f"{row.subject} ({_(TARGET_LABELS[row.target_group])})",
        "location": row.place,
        "status": "TENTATIVE" if row.state is MeetingState.PLANNED else "CONFIRMED",
    }
    made = event(request, str(row.id), begins, said, reverse("awareness-meeting", args=[row.id]))
    made.add("dtend", begins + timedelta(minutes=row.minutes))
    return made
