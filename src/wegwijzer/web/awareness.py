"""Awareness meetings in the language of the reader: rows, a month, figures, a calendar file."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import get_default_timezone, now
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from wegwijzer.academy.queries.awareness import MeetingRow, Tally
from wegwijzer.academy.rules.awareness import STATE_LABELS, TARGET_LABELS, MeetingState
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


def calendar_of(request: HttpRequest, rows: Iterable[MeetingRow], name: str) -> HttpResponse:
    """Return meetings as a file that a calendar program opens."""
    made = Calendar()
    made.add("prodid", "-//Wegwijzer//NL")
    made.add("version", "2.0")
    for row in rows:
        made.add_component(_event(request, row))
    answer = HttpResponse(made.to_ical(), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return answer


def _event(request: HttpRequest, row: MeetingRow) -> Any:
    assert row.day and row.begins and row.minutes, "only what has a day is in a calendar"
    begins = datetime.combine(row.day, row.begins, tzinfo=get_default_timezone())
    event = Event()
    event.add("uid", f"{row.id}@wegwijzer")
    event.add("dtstamp", now())
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(minutes=row.minutes))
    event.add("summary", f"{row.subject} ({_(TARGET_LABELS[row.target_group])})")
    event.add("location", row.place)
    event.add("status", "TENTATIVE" if row.state is MeetingState.PLANNED else "CONFIRMED")
    event.add("url", request.build_absolute_uri(reverse("awareness-meeting", args=[row.id])))
    return event
