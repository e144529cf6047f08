"""Keep the hubs, what is counted there, and the figures of each year."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from wegwijzer.commons.queries import find_item
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record
from wegwijzer.programme.models.hubs import (
    FigureCorrection,
    Hub,
    HubFigure,
    HubNote,
    HubPortfolio,
    Indicator,
)
from wegwijzer.programme.rules import hubs as rules
from wegwijzer.programme.rules.hubs import (
    FigureContent,
    HubContent,
    IndicatorContent,
    NoteKind,
)

FIGURE_FIELDS = ("value", "source", "note", "breaks_series")


@acting
def add_hub(
    actor: Actor, content: HubContent, *, now: datetime, region_id: UUID | None = None
) -> UUID:
    """Add a hub in a region, the own one unless said; return its id."""
    rules.check_writer(actor)
    rules.check_hub(content)
    _check_new_name(content.name, None)
    hub = Hub(region_id=region_id or actor.region_id)
    _put(hub, content, now)
    record(actor, "programme.add_hub", f"hub:{hub.id}", now=now, kind=content.kind)
    return hub.id


@acting
def change_hub(
    actor: Actor, hub_id: UUID, content: HubContent, *, version: int, now: datetime
) -> None:
    """Change what is said of a hub; refused when somebody else changed it in between."""
    rules.check_writer(actor)
    rules.check_hub(content)
    hub = _hub(hub_id)
    if hub.version != version:
        raise Conflict(_("Een ander heeft dit intussen gewijzigd. Laad de pagina opnieuw."))
    _check_new_name(content.name, hub_id)
    hub.version += 1
    _put(hub, content, now)
    record(actor, "programme.change_hub", f"hub:{hub_id}", now=now, version=hub.version)


@acting
def add_hub_note(
    actor: Actor,
    hub_id: UUID,
    kind: NoteKind,
    *,
    now: datetime,
    text: str = "",
    item_id: UUID | None = None,
) -> UUID:
    """Add an initiative or an obstacle to a hub: a line, an item of the library, or both."""
    rules.check_writer(actor)
    hub = _hub(hub_id)
    rules.check_note(text, item_id is not None)
    if item_id is not None and find_item(actor, item_id) is None:
        raise Invalid(_("Dit stuk staat niet in de bibliotheek."), field="item")
    note = HubNote.objects.create(
        hub=hub, kind=kind, text=text.strip(), item_id=item_id, added_at=now
    )
    record(actor, "programme.add_hub_note", f"hub:{hub_id}", now=now, kind=kind, note=note.id)
    return note.id


@acting
def remove_hub_note(actor: Actor, note_id: UUID, *, now: datetime) -> None:
    """Take an initiative or an obstacle away from a hub."""
    rules.check_writer(actor)
    note = HubNote.objects.filter(id=note_id).first()
    if note is None:
        raise NotFound
    note.delete()
    record(actor, "programme.remove_hub_note", f"hub:{note.hub_id}", now=now, note=note_id)


@acting
def add_indicator(actor: Actor, content: IndicatorContent, *, now: datetime) -> UUID:
    """Say what is counted at hubs, with its definition; return its id."""
    rules.check_writer(actor)
    rules.check_indicator(content)
    if Indicator.objects.filter(name__iexact=content.name.strip()).exists():
        raise Invalid(_("Deze indicator bestaat al. Kies een andere naam."), field="name")
    indicator = Indicator.objects.create(
        name=content.name.strip(),
        definition=content.definition.strip(),
        unit=content.unit.strip(),
        portfolio=content.portfolio,
        changed_at=now,
    )
    record(actor, "programme.add_indicator", f"indicator:{indicator.id}", now=now)
    return indicator.id


@acting
def record_figure(
    actor: Actor,
    hub_id: UUID,
    indicator_id: UUID,
    content: FigureContent,
    *,
    now: datetime,
    reason: str = "",
) -> None:
    """Record the figure of a hub in a year; one that stood there is corrected, and kept."""
    rules.check_writer(actor)
    rules.check_figure(content)
    hub = _hub(hub_id)
    if not Indicator.objects.filter(id=indicator_id).exists():
        raise Invalid(_("Kies wat er is geteld."), field="indicator")
    said = replace(content, source=content.source.strip(), note=content.note.strip())
    place = {"hub": hub, "indicator_id": indicator_id, "year": content.year}
    figure = HubFigure.objects.filter(**place).first()
    is_new = figure is None
    if figure is None:
        figure = HubFigure(**place)
    else:
        _correct(actor, figure, said, reason, now)
    for name in FIGURE_FIELDS:
        setattr(figure, name, getattr(said, name))
    figure.recorded_at = now
    figure.save()
    record(
        actor, "programme.record_figure", f"hub:{hub_id}", now=now,
        indicator=indicator_id, year=content.year, value=str(content.value), corrected=not is_new,
    )  # fmt: skip


def _correct(
    actor: Actor, figure: HubFigure, said: FigureContent, reason: str, now: datetime
) -> None:
    """Keep what stood there, as far as it changes."""
    before = FigureContent(
        year=figure.year, **{name: getattr(figure, name) for name in FIGURE_FIELDS}
    )
    rules.check_corrects(before, said, reason)
    FigureCorrection.objects.create(
        figure=figure,
        before={
            name: str(getattr(before, name))
            for name in FIGURE_FIELDS
            if getattr(before, name) != getattr(said, name)
        },
        reason=reason.strip(),
        corrected_at=now,
        corrected_by=actor.name,
    )


def _hub(hub_id: UUID) -> Hub:
    hub = Hub.objects.select_for_update().filter(id=hub_id).first()
    if hub is None:
        raise NotFound
    return hub


def _check_new_name(name: str, but: UUID | None) -> None:
    same = Hub.objects.filter(name__iexact=name.strip()).values_list("id", flat=True).first()
    if same is not None and same != but:
        raise Invalid(_("Er is al een knooppunt met deze naam."), field="name")


def _put(hub: Hub, content: HubContent, now: datetime) -> None:
    hub.name, hub.kind, hub.changed_at = content.name.strip(), content.kind, now
    hub.place, hub.municipality_code = content.place.strip(), content.municipality_code
    hub.summary = content.summary.strip()
    hub.partners = [one.strip() for one in content.partners if one.strip()]
    hub.save()
    hub.portfolios.all().delete()
    HubPortfolio.objects.bulk_create(
        HubPortfolio(hub=hub, portfolio=slug) for slug in sorted(content.portfolios)
    )
