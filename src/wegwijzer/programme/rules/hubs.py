"""Places that a portfolio thinks in: what they are, their yearly figures, and what may shift."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid, NotAllowed
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.network.rules import Role


class HubKind(StrEnum):
    """What kind of place a hub is."""

    SEA_PORT = "sea_port"
    AIRPORT = "airport"
    CANAL_ZONE = "canal_zone"
    FLOWER_AUCTION = "flower_auction"
    INLAND_PORT = "inland_port"
    MARINA = "marina"
    LOGISTICS = "logistics"
    OTHER = "other"


HUB_KIND_LABELS = {
    HubKind.SEA_PORT: _("Zeehaven"),
    HubKind.AIRPORT: _("Luchthaven"),
    HubKind.CANAL_ZONE: _("Kanaalzone"),
    HubKind.FLOWER_AUCTION: _("Bloemenveiling"),
    HubKind.INLAND_PORT: _("Binnenhaven"),
    HubKind.MARINA: _("Jachthaven"),
    HubKind.LOGISTICS: _("Logistiek terrein"),
    HubKind.OTHER: _("Andere plaats"),
}


class NoteKind(StrEnum):
    """What a line at a hub is about."""

    INITIATIVE = "initiative"
    OBSTACLE = "obstacle"


NOTE_KIND_LABELS = {
    NoteKind.INITIATIVE: _("Initiatief"),
    NoteKind.OBSTACLE: _("Knelpunt"),
}

WRITERS = frozenset({Role.PORTFOLIO_LEAD, Role.PROJECT_LEAD, Role.LIEC_STAFF, Role.RIEC_HEAD})
FIRST_YEAR, LAST_YEAR = 2000, 2100
LARGEST_VALUE = Decimal(10) ** 12
# A change of less than this share is taken for the noise of counting.
NOTABLE = Decimal("0.15")
CAVEAT = _(
    "Een stijging elders bewijst geen verplaatsing. Ook meer toezicht, een andere manier van "
    "registreren, meer overslag of toeval kan een cijfer doen stijgen. Lees deze pagina als een "
    "vraag aan de regio's, niet als een antwoord."
)
REGISTRATION_CAVEAT = _(
    "Knooppunten registreren niet gelijk. Vergelijk de richting van de lijnen, niet hun hoogte, en "
    "vergelijk niet over een jaar waarin de registratie wijzigde."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HubContent:
    """What is said of a hub. It never names a person or a case."""

    name: str
    kind: HubKind
    place: str = ""
    municipality_code: str = ""
    summary: str = ""
    portfolios: frozenset[str] = frozenset()
    partners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorContent:
    """What is counted, and how: without a definition a figure says nothing."""

    name: str
    definition: str
    unit: str
    portfolio: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureContent:
    """One figure of one year; ``breaks_series`` when it was counted unlike the year before."""

    year: int
    value: Decimal
    source: str
    note: str = ""
    breaks_series: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """The figure of a hub in a year, as it is compared."""

    hub_id: UUID
    year: int
    value: Decimal
    breaks_series: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """How far the figure of a hub went from one year to the next, as a share."""

    hub_id: UUID
    year: int
    share: Decimal | None
    difference: Decimal


@dataclass(frozen=True, slots=True)
class Shift:
    """A year in which some hubs fell while others rose: a question, not a finding."""

    year: int
    fell: tuple[Change, ...]
    rose: tuple[Change, ...]


def check_writer(actor: Actor) -> None:
    """Refuse who does not keep the hubs and their figures."""
    if not actor.has(*WRITERS, "system"):
        raise NotAllowed(
            _(
                "Knooppunten en cijfers worden bijgehouden door portefeuillehouders, "
                "projectleiders, RIEC-hoofden en medewerkers van het LIEC."
            )
        )


def check_corrects(before: FigureContent, after: FigureContent, reason: str) -> None:
    """Refuse a second figure of a year that brings no news, or doesn't say what was wrong."""
    if before == after:
        raise Invalid(_("Dit cijfer staat er al zo. Verbeter eerst wat er niet klopt."))
    if not reason.strip():
        raise Invalid(
            _(
                "Van dit jaar staat er al een cijfer: %(value)s (%(source)s). "
                "Zeg waarom u het verbetert; wat er stond, blijft te lezen."
            ),
            field="reason",
            value=f"{before.value.normalize():f}",
            source=before.source,
        )


def check_hub(content: HubContent) -> None:
    """Refuse a hub that nobody could find."""
    if not content.name.strip():
        raise Invalid(_("Geef het knooppunt een naam."), field="name")
    if len(content.partners) > 40:
        raise Invalid(_("Noem ten hoogste veertig partners."), field="partners")


def check_indicator(content: IndicatorContent) -> None:
    """Refuse an indicator of which nobody could say what it counts."""
    if not content.name.strip():
        raise Invalid(_("Geef de indicator een naam."), field="name")
    if len(content.definition.strip()) < 20:
        raise Invalid(
            _("Omschrijf in ten minste twintig tekens wat er wel en niet wordt geteld."),
            field="definition",
        )
    if not content.unit.strip():
        raise Invalid(_("Zeg waarin wordt geteld, bijvoorbeeld 'zaken' of 'kilo'."), field="unit")


def check_figure(content: FigureContent) -> None:
    """Refuse a figure without a source, of a year that can't be, or out of reach."""
    if not FIRST_YEAR <= content.year <= LAST_YEAR:
        raise Invalid(_("Kies een jaar tussen 2000 en 2100."), field="year")
    if not 0 <= content.value < LARGEST_VALUE:
        raise Invalid(_("Een cijfer is nul of meer, en kleiner dan een biljoen."), field="value")
    if not content.source.strip():
        raise Invalid(_("Noem de bron van het cijfer."), field="source")
    if content.breaks_series and not content.note.strip():
        raise Invalid(_("Zeg wat er anders is geregistreerd dan het jaar ervoor."), field="note")


def check_note(text: str, has_item: bool) -> None:
    """Refuse a line that neither says something nor points to the library."""
    if not text.strip() and not has_item:
        raise Invalid(_("Schrijf een regel of kies een stuk uit de bibliotheek."), field="text")


def changes(points: Iterable[Point]) -> list[Change]:
    """Return each change from one year to the next, never over a gap or a break in the series."""
    by_hub: dict[UUID, list[Point]] = {}
    for point in points:
        by_hub.setdefault(point.hub_id, []).append(point)
    found = []
    for those in by_hub.values():
        those.sort(key=lambda point: point.year)
        found += [
            _change(before, after)
            for before, after in pairwise(those)
            if after.year == before.year + 1 and not after.breaks_series
        ]
    return sorted(found, key=lambda one: (one.year, str(one.hub_id)))


def shifts(points: Sequence[Point]) -> list[Shift]:
    """Return the years in which a hub fell notably while another rose notably, latest first."""
    notable = [one for one in changes(points) if is_notable(one)]
    found = []
    for year in sorted({one.year for one in notable}, reverse=True):
        fell = tuple(one for one in notable if one.year == year and one.difference < 0)
        rose = tuple(one for one in notable if one.year == year and one.difference > 0)
        if fell and rose:
            found.append(Shift(year, fell, rose))
    return found


def is_notable(change: Change) -> bool:
    """Return whether a change is more than the noise of counting; from nought, any rise is."""
    if change.share is None:
        return change.difference > 0
    return abs(change.share) >= NOTABLE


def _change(before: Point, after: Point) -> Change:
    difference = after.value - before.value
    share = difference / before.value if before.value else None
    return Change(after.hub_id, after.year, share, difference)
