"""The catalogue of phenomena: a national core, and what a region adds. Bron: dossier § 8."""

import json
from datetime import date, datetime
from importlib.resources import files

from django.utils.text import slugify

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record
from wegwijzer.network.rules import Role
from wegwijzer.signals.models import Phenomenon


@acting
def load_phenomena(actor: Actor, *, now: datetime) -> int:
    """Add the phenomena of the national core that are not there yet; return how many."""
    told = json.loads(files("wegwijzer.signals").joinpath("data.json").read_text("utf-8"))
    known = set(Phenomenon.objects.values_list("slug", flat=True))
    rows = [Phenomenon(**row) for row in told["phenomena"] if row["slug"] not in known]
    Phenomenon.objects.bulk_create(rows)
    record(actor, "signals.load_phenomena", "phenomena:core", now=now, added=len(rows))
    return len(rows)


@acting
def add_phenomenon(
    actor: Actor,
    *,
    name: str,
    core: str,
    starts_on: date,
    ends_on: date | None = None,
    now: datetime,
) -> str:
    """Add a phenomenon of the own region, by which phenomenon of the core it is compared."""
    _check_coordinator(actor)
    name = name.strip()
    slug = f"{actor.region_code.lower()}-{slugify(name)}"[:48].strip("-")
    if slugify(name) == "":
        raise Invalid(_("Geef het fenomeen een naam."), field="name")
    if not Phenomenon.objects.filter(slug=core, region=None).exists():
        raise Invalid(_("Kies het landelijke fenomeen waar dit onder valt."), field="core")
    if ends_on is not None and ends_on < starts_on:
        raise Invalid(_("De einddatum ligt vóór de begindatum. Kies een latere."), field="ends_on")
    if Phenomenon.objects.filter(slug=slug).exists():
        raise Conflict(_("Uw regio heeft al een fenomeen met deze naam. Kies een andere."))
    Phenomenon.objects.create(
        slug=slug,
        name=name[:120],
        region_id=actor.region_id,
        core_id=core,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    record(actor, "signals.add_phenomenon", f"phenomenon:{slug}", now=now, core=core)
    return slug


@acting
def end_phenomenon(actor: Actor, slug: str, *, last_day: date, now: datetime) -> None:
    """Let a phenomenon of the own region end; signals that name it keep it."""
    _check_coordinator(actor)
    row = Phenomenon.objects.filter(slug=slug, region_id=actor.region_id).first()
    if row is None:
        raise NotFound
    if last_day < row.starts_on:
        raise Invalid(_("De einddatum ligt vóór de begindatum. Kies een latere."), field="last_day")
    row.ends_on = last_day
    row.save(update_fields=["ends_on"])
    record(actor, "signals.end_phenomenon", f"phenomenon:{slug}", now=now)


def _check_coordinator(actor: Actor) -> None:
    if not actor.has(Role.SIGNAL_COORDINATOR, "system"):
        raise NotAllowed(_("Alleen de signaalcoördinator van de regio beheert deze lijst."))
