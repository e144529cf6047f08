"""The figures along the steps of the work process: what each counts, and how they compare.

A figure never travels without its definition: the standing objection to these figures is that years
and regions count differently. Bron: dossier § 11.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from wegwijzer.kernel.errors import Invalid
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.law.parameters import SMALL_NUMBER

HOUSE_ZONE = ZoneInfo("Europe/Amsterdam")
FIRST_YEAR = 2018
CAVEAT = _("Vergelijk regio's en jaren met beleid: de cijfers tonen een deel van het werk en geven "
           "niet meer dan een indicatie.")  # fmt: skip


class Stage(StrEnum):
    """The steps of the work process, and the learning beside it."""

    SIGNALS = "signals"
    CASES = "cases"
    KNOWLEDGE = "knowledge"
    LEARNING = "learning"
    PROGRAMME = "programme"


STAGE_LABELS = {
    Stage.SIGNALS: _("Signalen"),
    Stage.CASES: _("Integrale casusaanpak"),
    Stage.KNOWLEDGE: _("Gedeelde kennis"),
    Stage.LEARNING: _("Opleiding en bewustwording"),
    Stage.PROGRAMME: _("Programma"),
}


@dataclass(frozen=True, slots=True)
class Definition:
    """What a figure counts: in words, at which moment, and since when in this way.

    ``version`` goes up when the way of counting changes. ``term`` is the slug of the term of which
    the adopted text is part of the definition.
    """

    slug: str
    name: str
    stage: Stage
    formula: str
    moment: str
    version: int = 1
    term: str = ""

    @property
    def may_point_at_somebody(self) -> bool:
        """Return whether a small number could: what counts signals or cases, not shared work."""
        return self.stage in (Stage.SIGNALS, Stage.CASES)


_SUBMITTED = _("De dag waarop het signaal is ingediend.")
_DECIDED = _("De dag van het besluit van de weegtafel.")
DEFINITIONS: tuple[Definition, ...] = (
    Definition("signalen-ontvangen", _("Signalen ontvangen"), Stage.SIGNALS,
               _("Alle signalen die een deelnemer indiende, ook als zij later zijn vernietigd."),
               _SUBMITTED),
    Definition("signalen-gewogen", _("Signalen gewogen"), Stage.SIGNALS,
               _("Alle signalen waarover de weegtafel besloot, wat het besluit ook was."),
               _DECIDED),
    Definition("signalen-aanvaard", _("Signalen aanvaard"), Stage.SIGNALS,
               _("Gewogen signalen met het besluit 'aanvaarden'."), _DECIDED),
    Definition("signalen-afgewezen", _("Signalen afgewezen"), Stage.SIGNALS,
               _("Gewogen signalen met het besluit 'afwijzen'."), _DECIDED),
    Definition("casussen-geopend", _("Casussen geopend"), Stage.CASES,
               _("Alle casussen die in het jaar zijn geopend, ook als zij al gesloten zijn."),
               _("De dag waarop de casus is geopend.")),
    Definition("verzoeken-gedaan", _("Informatieverzoeken gedaan"), Stage.CASES,
               _("Alle verzoeken om informatie in een casus, een verzoek per deelnemer."),
               _("De dag waarop het verzoek is gedaan.")),
    Definition("verzoeken-verstrekt", _("Informatieverzoeken beantwoord met gegevens"), Stage.CASES,
               _("Verzoeken waarop de deelnemer gegevens verstrekte."),
               _("De dag van het antwoord.")),
    Definition("verzoeken-geweigerd", _("Informatieverzoeken geweigerd"), Stage.CASES,
               _("Verzoeken die een deelnemer weigerde om zwaarwegende redenen."),
               _("De dag van het antwoord.")),
    Definition("gegevens-verstrekt", _("Gegevens verstrekt"), Stage.CASES,
               _("Alle gegevens die in casussen zijn verstrekt, zonder wat is ingetrokken."),
               _("De dag waarop het gegeven is verstrekt.")),
    Definition("casussen-gesloten", _("Casussen gesloten"), Stage.CASES,
               _("Alle casussen die in het jaar zijn gesloten, wanneer zij ook begonnen."),
               _("De dag waarop de casus is gesloten.")),
    Definition("recepten-gepubliceerd", _("Recepten gepubliceerd"), Stage.KNOWLEDGE,
               _("Projecten die een regio als recept voor andere regio's publiceerde."),
               _("De dag van publicatie.")),
    Definition("recepten-overgenomen", _("Recepten overgenomen"), Stage.KNOWLEDGE,
               _("Recepten van een andere regio die een regio overnam."),
               _("De dag van overname.")),
    Definition("fenomeenbeelden", _("Fenomeenbeelden gepubliceerd"), Stage.KNOWLEDGE,
               _("Fenomeenbeelden die een regio met alle regio's deelde."),
               _("De dag van publicatie.")),
    Definition("projecten-jonge-aanwas", _("Projecten en initiatieven jonge aanwas"),
               Stage.KNOWLEDGE,
               _("Gedeelde projecten en initiatieven onder de portefeuille voorkomen jonge aanwas; "
                 "wat jonge aanwas is, zegt het begrip."),
               _("Het jaar waarover het project of initiatief gaat."), term="jonge-aanwas"),
    Definition("begrippen-vastgesteld", _("Begrippen vastgesteld"), Stage.KNOWLEDGE,
               _("Versies van begrippen die voor alle regio's zijn vastgesteld."),
               _("De dag van vaststelling.")),
    Definition("certificaten", _("Certificaten uitgereikt"), Stage.LEARNING,
               _("Certificaten van een afgeronde opleiding in het hele netwerk, een per persoon "
                 "en opleiding."),
               _("De dag van uitreiking.")),
    Definition("bewustwordingsbijeenkomsten", _("Bewustwordingsbijeenkomsten gehouden"),
               Stage.LEARNING, _("Bijeenkomsten die zijn gehouden, niet wat alleen is gepland."),
               _("De dag van de bijeenkomst.")),
    Definition("resultaten", _("Resultaten van portefeuilles"), Stage.PROGRAMME,
               _("Resultaten die onder een portefeuille zijn vastgelegd."),
               _("Het jaar waaronder het resultaat is vastgelegd.")),
)  # fmt: skip
BY_SLUG: Mapping[str, Definition] = {one.slug: one for one in DEFINITIONS}
KNOWN = frozenset(BY_SLUG)


class Comparison(StrEnum):
    """How a figure stands to that of an earlier year."""

    NONE = "none"
    COMPARABLE = "comparable"
    DEFINITION_CHANGED = "definition_changed"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure of one year as it was counted: with the version of its definition."""

    value: int
    version: int
    term_version: int | None = None


def check_year(year: int, *, today: date) -> None:
    """Refuse a year of which there are no figures, or that has not begun."""
    if not FIRST_YEAR <= year <= today.year:
        raise Invalid(_("Kies een jaar vanaf %(first)s tot en met dit jaar."),
                      field="year", first=FIRST_YEAR)  # fmt: skip


def period_of(year: int) -> tuple[datetime, datetime]:
    """Return the moment at which a year begins here, and that at which it has ended."""
    first = datetime(year, 1, 1, tzinfo=HOUSE_ZONE).astimezone(UTC)
    return first, datetime(year + 1, 1, 1, tzinfo=HOUSE_ZONE).astimezone(UTC)


def is_small(value: int, *, below: int = SMALL_NUMBER.value) -> bool:
    """Return whether a number could point at somebody: more than none, and less than the limit."""
    return 0 < value < below


def compare(now: Counted | None, before: Counted | None, *, is_public: bool = False) -> Comparison:
    """Return whether two counts may stand beside each other, and what a reader must know."""
    if now is None or before is None:
        return Comparison.NONE
    if is_public and (is_small(now.value) or is_small(before.value)):
        return Comparison.HIDDEN
    if (now.version, now.term_version) != (before.version, before.term_version):
        return Comparison.DEFINITION_CHANGED
    return Comparison.COMPARABLE
