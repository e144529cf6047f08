"""Days as a file that a calendar program opens (RFC 5545)."""

from collections.abc import Iterable
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now
from icalendar import Calendar, Event


def event(request: HttpRequest, key: str, starts: date, said: dict[str, str], path: str) -> Event:
    """Return one day or moment with its page; ``said`` holds what else stands with it."""
    made = Event()
    made.add("uid", f"{key}@wegwijzer")
    made.add("dtstamp", now())
    made.add("dtstart", starts)
    for name, text in said.items():
        made.add(name, text)
    made.add("url", request.build_absolute_uri(path))
    return made


def calendar_file(events: Iterable[Event], name: str) -> HttpResponse:
    """Return the events as a file with this name."""
    made = Calendar()
    made.add("prodid", "-//Wegwijzer//NL")
    made.add("version", "2.0")
    for one in events:
        made.add_component(one)
    answer = HttpResponse(made.to_ical(), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return answer
