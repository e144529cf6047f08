"""An item of the library: its kinds, its states, what it needs, and who may do what with it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.network.rules import MANAGERS, Role


class Kind(StrEnum):
    """What an item is."""

    PHENOMENON_PICTURE = "phenomenon_picture"
    PROJECT = "project"
    INITIATIVE = "initiative"
    OBSTACLE = "obstacle"
    INSTRUMENT = "instrument"
    METHOD = "method"
    BARRIER_MODEL = "barrier_model"
    EXPERTISE = "expertise"
    ACTIVITY = "activity"
    EVALUATION = "evaluation"


KIND_LABELS = {
    Kind.PHENOMENON_PICTURE: _("Fenomeenbeeld"),
    Kind.PROJECT: _("Project"),
    Kind.INITIATIVE: _("Initiatief"),
    Kind.OBSTACLE: _("Knelpunt"),
    Kind.INSTRUMENT: _("Instrument"),
    Kind.METHOD: _("Methode"),
    Kind.BARRIER_MODEL: _("Barrièremodel"),
    Kind.EXPERTISE: _("Expertise"),
    Kind.ACTIVITY: _("Activiteit"),
    Kind.EVALUATION: _("Evaluatie"),
}


# What only some kinds have. Title, texts, phenomena, portfolio, contact and materials all have.
_OWN_FIELDS: dict[Kind, frozenset[str]] = {
    Kind.PHENOMENON_PICTURE: frozenset({"place", "period", "method", "sources"}),
    Kind.PROJECT: frozenset({"place", "period", "method"}),
    Kind.INITIATIVE: frozenset({"place", "period", "method"}),
    Kind.OBSTACLE: frozenset({"place"}),
    Kind.INSTRUMENT: frozenset({"sources"}),
    Kind.METHOD: frozenset({"method", "sources"}),
    Kind.BARRIER_MODEL: frozenset({"sources"}),
    Kind.EXPERTISE: frozenset({"place"}),
    Kind.ACTIVITY: frozenset({"place", "period"}),
    Kind.EVALUATION: frozenset({"place", "period", "method", "sources"}),
}


def left_out(kind: Kind) -> frozenset[str]:
    """Return the fields of an item that do not belong to its kind."""
    parts = {"place", "period", "method", "sources"} - _OWN_FIELDS[kind]
    period = {"period_from", "period_to"} if "period" in parts else frozenset[str]()
    return frozenset(parts - {"period"}) | period


class Status(StrEnum):
    """Where an item stands."""

    DRAFT = "draft"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"


STATUS_LABELS = {
    Status.DRAFT: _("Concept"),
    Status.PUBLISHED: _("Gepubliceerd"),
    Status.SUPERSEDED: _("Vervangen"),
}

# Who keeps the house in order, and who only follows a training, does not write in the library.
WRITERS = frozenset(Role) - MANAGERS - {Role.SUPPORT_ENGINEER, Role.TRAINEE, Role.AUDITOR}
SHORTEST_SUMMARY = 20
MOST_MATERIALS = 12


@dataclass(frozen=True, slots=True)
class Material:
    """Something that can be opened: a handbook, a film, a form."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What an item says. It never names a person other than whom one may call, or a case."""

    kind: Kind
    title: str
    summary: str = ""
    body: str = ""
    portfolio: str = ""
    phenomena: frozenset[str] = frozenset()
    place: str = ""
    municipality_code: str = ""
    period_from: date | None = None
    period_to: date | None = None
    method: str = ""
    sources: str = ""
    contact_name: str = ""
    contact_reach: str = ""
    may_be_called: bool = False
    materials: tuple[Material, ...] = field(default=())


def check_writer(actor: Actor, region_id: UUID | None = None) -> None:
    """Refuse who does not write in the library, or not for this region."""
    if not actor.has(*WRITERS, "system"):
        raise NotAllowed(_("Met uw rol leest u de bibliotheek, maar vult u haar niet."))
    if region_id is not None and region_id != actor.region_id and not actor.has("system"):
        raise NotAllowed(_("Dit is van een andere regio. Vraag die regio om het te wijzigen."))


def check_content(content: Content) -> None:
    """Refuse what nobody could find or read later: no title, periods and links that can't be."""
    if not content.title.strip():
        raise Invalid(_("Geef een titel."), field="title")
    first, last = content.period_from, content.period_to
    if first and last and last < first:
        raise Invalid(_("De periode eindigt vóór zij begint. Kies een latere einddatum."),
                      field="period_to")  # fmt: skip
    if content.may_be_called and not (content.contact_name and content.contact_reach):
        raise Invalid(_("Zeg wie gebeld mag worden en op welk nummer of adres."),
                      field="contact_name")  # fmt: skip
    if len(content.materials) > MOST_MATERIALS:
        raise Invalid(_("Noem ten hoogste twaalf materialen."), field="materials")
    for material in content.materials:
        check_material(material)


def check_material(material: Material) -> None:
    """Refuse a link that a browser should not open, or that has no words to click on."""
    if not material.url.startswith(("https://", "http://")):
        raise Invalid(_("Een link begint met https://. Controleer het adres."), field="materials")
    if not material.label.strip():
        raise Invalid(_("Geef elke link een naam."), field="materials")


def check_publish(content: Content, status: Status) -> None:
    """Refuse to publish what others can't use yet."""
    if status is not Status.DRAFT:
        raise Conflict(_("Alleen een concept kan worden gepubliceerd."))
    if len(content.summary.strip()) < SHORTEST_SUMMARY:
        raise Invalid(_("Vat in ten minste twintig tekens samen waar dit over gaat."),
                      field="summary")  # fmt: skip
    if content.kind is Kind.PHENOMENON_PICTURE and not content.phenomena:
        raise Invalid(_("Kies het fenomeen waar het beeld over gaat."), field="phenomena")
    if content.kind is Kind.EXPERTISE and not content.contact_name.strip():
        raise Invalid(_("Noem wie deze expertise heeft."), field="contact_name")


def year_of(content: Content, today: date) -> int:
    """Return the year under which an item is found: that of its period, or of its writing."""
    return (content.period_to or content.period_from or today).year
