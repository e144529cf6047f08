"""The roadmap as it is drawn: quarters in equal columns, each line with its stretches of time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from wegwijzer.programme.queries.roadmap import Line, Span, State, Track
from wegwijzer.programme.rules.assignments import AssignmentState
from wegwijzer.programme.rules.course import ActivityStage, ObjectiveState
from wegwijzer.programme.rules.portfolios import PortfolioState
from wegwijzer.web.portfolios import (
    activity_stage_of,
    assignment_state_of,
    objective_state_of,
    state_of,
)

# What is drawn at most: so far back, so far ahead; the table under the drawing has all dates.
BACK, AHEAD, LEAST_AHEAD = 6, 6, 2
WIDTH = 1000
_FAR = date(2200, 1, 1)
_GOES_ON = frozenset(PortfolioState) - {PortfolioState.ENDED}


@dataclass(frozen=True, slots=True)
class Quarter:
    """A column of the drawing; ``year`` is said at the first column and at each new year."""

    label: str
    year: str
    x: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a line; one that is ``ahead`` is still to come."""

    x: int
    width: int
    kind: str
    ahead: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the roadmap: drawn, and in words for the table and for who hears it."""

    track: str
    track_name: str
    title: str
    url: str
    state: str
    badge: str
    bars: tuple[Bar, ...]
    due_x: int | None
    starts: date
    ends: date | None
    due: date | None
    words: str
    more: int


@dataclass(frozen=True, slots=True)
class Roadmap:
    """The drawing: its columns, where today is, and its rows."""

    quarters: tuple[Quarter, ...]
    # The line before each quarter, as one path: every row shows it.
    grid: str
    today_x: int
    rows: tuple[Row, ...]


def drawn(lines: Sequence[Line], on: date) -> Roadmap:
    """Return the roadmap around a day."""
    first, last = _window(lines, on)
    scale = _Scale(first, last)
    quarters = tuple(_quarters(first, last, scale))
    return Roadmap(
        quarters,
        " ".join(f"M{one.x} 0V20" for one in quarters),
        scale.x(on),
        tuple(_row(line, scale, on) for line in lines),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where a day lies across the drawing, whose columns are quarters from first up to last."""

    first: int
    last: int

    def x(self, on: date) -> int:
        """Return the place of a day, at the edge when it lies outside."""
        start = _first_day(_quarter(on))
        length = (_first_day(_quarter(on) + 1) - start).days
        place = _quarter(on) - self.first + (on - start).days / length
        share = place / (self.last - self.first)
        return round(WIDTH * min(max(share, 0), 1))


def _window(lines: Iterable[Line], on: date) -> tuple[int, int]:
    """Return the first quarter to draw, and the one after the last."""
    here = _quarter(on)
    days = [day for line in lines for day in _days(line)]
    first = min((_quarter(day) for day in days), default=here)
    last = max((_quarter(day) for day in days), default=here)
    return max(min(first, here), here - BACK), min(max(last, here + LEAST_AHEAD), here + AHEAD) + 1


def _days(line: Line) -> Iterable[date]:
    yield line.spans[0].starts
    for day in (line.spans[-1].ends, line.due):
        if day is not None:
            yield day


def _quarters(first: int, last: int, scale: _Scale) -> Iterable[Quarter]:
    for one in range(first, last):
        year, place = divmod(one, 4)
        said = str(year) if one == first or place == 0 else ""
        label = _("K%(number)s") % {"number": place + 1}
        yield Quarter(label, said, scale.x(_first_day(one)))


def _row(line: Line, scale: _Scale, on: date) -> Row:
    state, badge = _state(line.state)
    ends = _ends(line)
    return Row(
        line.track.value,
        _name(line.track),
        line.title,
        _url(line),
        state,
        badge,
        tuple(_bars(line, scale, on)),
        scale.x(line.due) if line.due and _inside(line.due, scale) else None,
        line.spans[0].starts,
        ends,
        line.due,
        _words(line, state),
        line.more,
    )


def _ends(line: Line) -> date | None:
    """Return on which day a line ends: that of its last stretch, or by when it is due."""
    return line.spans[-1].ends or line.due


def _bars(line: Line, scale: _Scale, on: date) -> Iterable[Bar]:
    if line.track is Track.OBJECTIVE:
        return
    for span in line.spans:
        kind = _state(span.state)[1]
        for start, end, ahead in _parts(span, line, on):
            x, until = scale.x(start), scale.x(end)
            if until > x:
                yield Bar(x, until - x, kind, ahead)


def _parts(span: Span, line: Line, on: date) -> Iterable[tuple[date, date, bool]]:
    """Yield a stretch in what has been and what is still to come."""
    ends = span.ends
    if ends is None:
        goes_on = span.state in _GOES_ON and line.track is Track.PORTFOLIO
        ends = _FAR if goes_on else max(line.due or on, on)
    if span.starts < on:
        yield span.starts, min(ends, on), False
    if ends > on:
        yield max(span.starts, on), ends, True


def _inside(on: date, scale: _Scale) -> bool:
    return scale.first <= _quarter(on) < scale.last


def _words(line: Line, state: str) -> str:
    """Return a line as one sentence, for who does not see the drawing."""
    said = _("%(what)s %(title)s: %(state)s, vanaf %(from)s") % {
        "what": _name(line.track), "title": line.title, "state": state.lower(),
        "from": date_format(line.spans[0].starts, "DATE_FORMAT"),
    }  # fmt: skip
    ends = _ends(line)
    if ends is not None:
        said += " " + _("tot %(until)s") % {"until": date_format(ends, "DATE_FORMAT")}
    return said


def _state(state: State) -> tuple[str, str]:
    if isinstance(state, PortfolioState):
        return state_of(state)
    if isinstance(state, AssignmentState):
        return assignment_state_of(state)
    return (
        activity_stage_of(state)
        if isinstance(state, ActivityStage)
        else objective_state_of(ObjectiveState(state))
    )


def _name(track: Track) -> str:
    names = {
        Track.PORTFOLIO: _("Portefeuille"),
        Track.ASSIGNMENT: _("Opdracht"),
        Track.ACTIVITY: _("Activiteit"),
        Track.OBJECTIVE: _("Doelstelling"),
    }
    return names[track]


def _url(line: Line) -> str:
    """Return the page of what a line is about; an activity is read at its portfolio."""
    names = {
        Track.PORTFOLIO: "portfolio",
        Track.ASSIGNMENT: "assignment",
        Track.OBJECTIVE: "objective",
    }
    return reverse(names[line.track], args=[line.key]) if line.track in names else ""


def _quarter(on: date) -> int:
    return on.year * 4 + (on.month - 1) // 3


def _first_day(quarter: int) -> date:
    year, place = divmod(quarter, 4)
    return date(year, 3 * place + 1, 1)
