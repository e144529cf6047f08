"""Read the hubs, and compare their figures over places and years."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Max, QuerySet

from wegwijzer.commons.queries import visible_items
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading
from wegwijzer.programme.models.hubs import Hub, HubFigure, Indicator
from wegwijzer.programme.rules.hubs import HubContent, HubKind, NoteKind, Point, Shift, shifts

PAGE = 30
# A page compares no more places than a reader can hold side by side.
MOST_COMPARED = 40


@dataclass(frozen=True, slots=True)
class HubRow:
    """A hub as a list shows it."""

    id: UUID
    name: str
    kind: HubKind
    region_id: UUID
    region_name: str
    place: str
    portfolios: tuple[str, ...]
    figures: int
    last_year: int | None


@dataclass(frozen=True, slots=True)
class HubList:
    """A page of the hubs by name, with the key of the page after it."""

    rows: list[HubRow]
    after: str


@dataclass(frozen=True, slots=True)
class HubNoteRow:
    """An initiative or an obstacle; the item when it stands in the library for this reader."""

    id: UUID
    kind: NoteKind
    text: str
    item_id: UUID | None
    item_title: str
    region_name: str


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """What is counted, and how."""

    id: UUID
    name: str
    definition: str
    unit: str
    portfolio: str


@dataclass(frozen=True, slots=True)
class FigureCorrectionRow:
    """What stood there until somebody set a figure right, by its field, and why."""

    before: dict[str, str]
    reason: str
    corrected_at: datetime
    corrected_by: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """The figure of a year, with where it comes from, and how it was set right, last first."""

    hub_id: UUID
    indicator_id: UUID
    year: int
    value: Decimal
    source: str
    note: str
    breaks_series: bool
    corrections: tuple[FigureCorrectionRow, ...] = ()


@dataclass(frozen=True, slots=True)
class HubPage:
    """A hub with all that is known of it."""

    row: HubRow
    content: HubContent
    version: int
    changed_at: datetime
    notes: list[HubNoteRow]
    figures: list[tuple[IndicatorRow, list[FigureRow]]]


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one hub, a place for each year, empty where there is none."""

    hub: HubRow
    figures: tuple[FigureRow | None, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One indicator over hubs and years, with the years in which something may have shifted."""

    indicator: IndicatorRow
    years: tuple[int, ...]
    lines: list[Line]
    shifts: list[Shift]
    left_out: int = 0
    names: dict[UUID, str] = field(default_factory=dict)


def visible_hubs(actor: Actor) -> QuerySet[Hub]:
    """Return the hubs that the actor may see: all of them, for hubs hold no case content."""
    return Hub.objects.select_related("region").prefetch_related("portfolios")


def list_hubs(
    actor: Actor,
    *,
    kind: HubKind | None = None,
    portfolio: str = "",
    region_id: UUID | None = None,
    after: str = "",
    limit: int = PAGE,
) -> HubList:
    """List the hubs by name, narrowed to a kind, a portfolio or a region."""
    rows = visible_hubs(actor).annotate(counted=Count("figures"), last=Max("figures__year"))
    exact = {"kind": kind, "portfolios__portfolio": portfolio, "region_id": region_id}
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    rows = rows.filter(name__gt=after) if after else rows
    found = list(rows.order_by("name")[: limit + 1])
    more, found = len(found) > limit, found[:limit]
    return HubList([_row(hub) for hub in found], found[-1].name if more else "")


@reading
def get_hub(actor: Actor, hub_id: UUID) -> HubPage:
    """Return one hub with its partners, initiatives, obstacles and figures."""
    hub = visible_hubs(actor).filter(id=hub_id).first()
    if hub is None:
        raise NotFound
    figures: dict[UUID, tuple[IndicatorRow, list[FigureRow]]] = {}
    found = hub.figures.select_related("indicator").order_by("indicator__name", "year")
    for one in found.prefetch_related("corrections"):
        _indicator, rows = figures.setdefault(one.indicator_id, (_told(one.indicator), []))
        rows.append(replace(_figure(one), corrections=_corrections(one)))
    return HubPage(
        _row(hub),
        HubContent(
            name=hub.name,
            kind=HubKind(hub.kind),
            place=hub.place,
            municipality_code=hub.municipality_code,
            summary=hub.summary,
            portfolios=frozenset(one.portfolio for one in hub.portfolios.all()),
            partners=tuple(hub.partners),
        ),
        hub.version,
        hub.changed_at,
        _notes(actor, hub),
        list(figures.values()),
    )


def _notes(actor: Actor, hub: Hub) -> list[HubNoteRow]:
    notes = list(hub.notes.order_by("added_at", "id"))
    wanted = {note.item_id for note in notes if note.item_id}
    seen = visible_items(actor).filter(id__in=wanted)
    items: dict[UUID | None, tuple[str, str]] = {
        item_id: (title, region)
        for item_id, title, region in seen.values_list("id", "title", "region__name")
    }
    return [
        HubNoteRow(
            note.id,
            NoteKind(note.kind),
            note.text,
            note.item_id if note.item_id in items else None,
            *items.get(note.item_id, ("", "")),
        )
        for note in notes
    ]


def list_indicators(actor: Actor, *, portfolio: str = "") -> list[IndicatorRow]:
    """List what is counted at hubs, of one portfolio or of all."""
    rows = Indicator.objects.order_by("name")
    return [_told(one) for one in (rows.filter(portfolio=portfolio) if portfolio else rows)[:200]]


def list_hub_portfolios(actor: Actor) -> list[str]:
    """List the portfolios that think in hubs."""
    rows = visible_hubs(actor).exclude(portfolios__portfolio=None).order_by()
    found = rows.values_list("portfolios__portfolio", flat=True).distinct()
    return sorted(slug for slug in found if slug)


@reading
def compare_hubs(
    actor: Actor,
    indicator_id: UUID,
    *,
    portfolio: str = "",
    kind: HubKind | None = None,
) -> Comparison:
    """Compare one indicator over hubs and years; see where one fell while another rose."""
    indicator = Indicator.objects.filter(id=indicator_id).first()
    if indicator is None:
        raise NotFound
    hubs = visible_hubs(actor).filter(figures__indicator=indicator).distinct()
    exact = {"kind": kind, "portfolios__portfolio": portfolio}
    hubs = hubs.filter(**{name: value for name, value in exact.items() if value}).order_by("name")
    shown = [_row(hub) for hub in hubs[: MOST_COMPARED + 1]]
    left_out = hubs.count() - MOST_COMPARED if len(shown) > MOST_COMPARED else 0
    shown = shown[:MOST_COMPARED]
    ids = {hub.id for hub in shown}
    figures = [_figure(one) for one in HubFigure.objects.filter(
        indicator=indicator, hub_id__in=ids).order_by("year")]  # fmt: skip
    years = _years(figures)
    by_place = {(one.hub_id, one.year): one for one in figures}
    return Comparison(
        _told(indicator),
        years,
        [Line(hub, tuple(by_place.get((hub.id, year)) for year in years)) for hub in shown],
        shifts([Point(one.hub_id, one.year, one.value, one.breaks_series) for one in figures]),
        left_out,
        {hub.id: hub.name for hub in shown},
    )


def _years(figures: list[FigureRow]) -> tuple[int, ...]:
    """Return every year from the first figure to the last: a year without one is a gap."""
    if not figures:
        return ()
    return tuple(range(figures[0].year, figures[-1].year + 1))


def _row(hub: Hub) -> HubRow:
    return HubRow(
        hub.id,
        hub.name,
        HubKind(hub.kind),
        hub.region_id,
        hub.region.name,
        hub.place,
        tuple(sorted(one.portfolio for one in hub.portfolios.all())),
        getattr(hub, "counted", 0),
        getattr(hub, "last", None),
    )


def _told(indicator: Indicator) -> IndicatorRow:
    return IndicatorRow(
        indicator.id,
        indicator.name,
        indicator.definition,
        indicator.unit,
        indicator.portfolio,
    )


def _figure(one: HubFigure) -> FigureRow:
    return FigureRow(
        one.hub_id,
        one.indicator_id,
        one.year,
        one.value,
        one.source,
        one.note,
        one.breaks_series,
    )


def _corrections(one: HubFigure) -> tuple[FigureCorrectionRow, ...]:
    found = sorted(one.corrections.all(), key=lambda row: -row.id)
    return tuple(
        FigureCorrectionRow(row.before, row.reason, row.corrected_at, row.corrected_by)
        for row in found
    )
