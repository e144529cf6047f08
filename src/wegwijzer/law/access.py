"""Who may see what. Bron: Wgs art. 1.4 lid 3, art. 1.8 lid 2, art. 2.23 lid 5 en 6.

These functions are asked one by one by the gates and the adviser; the row filters ask the same
question in SQL and are generated from the tables in this module and in ``tiers``.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.kernel.verdict import Condition, Verdict
from wegwijzer.law.conditions import condition
from wegwijzer.law.tiers import tier_ceiling
from wegwijzer.law.vocabulary import Activity, Phase, Tier


class Work(StrEnum):
    """For what a person is designated. Bron: Wgs art. 1.8 lid 2 onder a, b en c."""

    PROCESSING = "processing"
    LEGALITY_TESTING = "legality_testing"
    SUPPORT = "support"


@dataclass(frozen=True, slots=True)
class Designated:
    """What the law must know of a person before they may work with the data at all."""

    has_role: bool
    designated_from: date | None
    designated_until: date | None
    screened: bool
    trained: bool


def may_process(person: Designated, *, on: date, screening: bool, training: bool) -> Verdict:
    """Judge whether a person may work in the partnership on a day.

    ``screening`` and ``training`` say whether the installation demands them; the Act leaves that to
    a decree.
    """
    begun = person.designated_from is not None and person.designated_from <= on
    lasting = person.designated_until is None or on <= person.designated_until
    return Verdict(
        _("Werken in het samenwerkingsverband"),
        (
            condition(
                "designated",
                begun and lasting,
                _("Een deelnemer heeft u aangewezen en de aanwijzing loopt"),
                "Wgs art. 1.4 lid 3",
                _("Vraag uw organisatie om u aan te wijzen of de aanwijzing te verlengen."),
            ),
            condition(
                "role",
                person.has_role,
                _("U hebt een rol in het samenwerkingsverband"),
                "Wgs art. 1.8 lid 2",
                _("Vraag het RIEC om een rol."),
            ),
            condition(
                "screening",
                person.screened or not screening,
                _("Uw screening is geldig"),
                "Wgs art. 1.8 lid 3",
                _("Vraag een nieuwe screening aan."),
            ),
            condition(
                "training",
                person.trained or not training,
                _("Uw opleiding is geldig"),
                "Wgs art. 1.8 lid 9",
                _("Volg de opleiding die bij uw rol hoort."),
            ),
        ),
    )


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks: the participant they act for, the person, their region and their work."""

    participant: Hashable
    person: Hashable
    region: Hashable
    work: frozenset[Work]
    coordinates_signals: bool = False
    weighs_signals: bool = False
    directs_cases: bool = False


@dataclass(frozen=True, slots=True)
class DossierFacts:
    """A case, bottleneck or scan: who is involved today and how far it is."""

    activity: Activity
    phase: Phase
    participants: frozenset[Hashable]
    staff: frozenset[Hashable] = frozenset()


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """An item in a dossier, as far as seeing it goes."""

    tier: Tier
    published: bool = True
    withdrawn: bool = False
    term_runs: bool = True


def may_see_dossier(viewer: Viewer, dossier: DossierFacts) -> Verdict:
    """Judge whether a person may see a dossier. Bron: Wgs art. 1.8 lid 2 en 2.23 lid 5."""
    return Verdict(_("Een dossier inzien"), _dossier_conditions(viewer, dossier))


def may_see_item(viewer: Viewer, dossier: DossierFacts, item: ItemFacts) -> Verdict:
    """Judge whether a person may see an item of a dossier.

    Bron: Wgs art. 2.23 lid 5 en 6; after its term it is nobody's any more, art. 1.8 lid 7.
    """
    ceiling = tier_ceiling(dossier.activity, dossier.phase)
    return Verdict(
        _("Een gegeven inzien"),
        (
            *_dossier_conditions(viewer, dossier),
            condition(
                "tier",
                ceiling is not None and item.tier <= ceiling,
                _("De laag van het gegeven (T%(tier)s) is nu open"),
                "Wgs art. 2.23 lid 6",
                _("Wacht tot de activiteit de fase bereikt waarin deze laag open is."),
                tier=int(item.tier),
            ),
            condition(
                "complete",
                item.published and not item.withdrawn,
                _("De levering is afgerond en niet ingetrokken"),
                "Wgs art. 1.8 lid 5",
                _("Wacht tot de levering klaar is, of vraag de leverancier waarom zij introk."),
            ),
            condition(
                "term",
                item.term_runs,
                _("De bewaartermijn van het gegeven loopt nog"),
                "Wgs art. 1.8 lid 7",
                _("Gebruik dit gegeven niet meer: het moet worden vernietigd."),
            ),
        ),
    )


def may_know_ended_dossier(viewer: Viewer, dossier: DossierFacts) -> Verdict:
    """Judge whether a person may know of a dossier that ended, without any of its content.

    Whoever may order that kept data is made available again must know that it is there.
    Bron: Wgs art. 1.8 lid 7.
    """
    ended = condition(
        "ended",
        dossier.phase is Phase.ENDED,
        _("Het dossier is gesloten"),
        "Wgs art. 1.8 lid 7",
        _("Dit dossier is open; zoek het bij de casussen."),
    )
    return Verdict(_("Weten van een gesloten dossier"), (*_involvement(viewer, dossier), ended))


def _dossier_conditions(viewer: Viewer, dossier: DossierFacts) -> tuple[Condition, ...]:
    return (
        *_involvement(viewer, dossier),
        condition(
            "open",
            dossier.phase in (Phase.ACCEPTED, Phase.EXECUTING),
            _("Het dossier is open; na sluiting is de inhoud afgeschermd"),
            "Wgs art. 1.8 lid 5 en 7",
            _("Heropen het dossier: op last van de deelnemers, met instemming van de leverancier."),
        ),
    )


def _involvement(viewer: Viewer, dossier: DossierFacts) -> tuple[Condition, ...]:
    involved = viewer.participant in dossier.participants or viewer.person in dossier.staff
    return (
        condition(
            "processing",
            Work.PROCESSING in viewer.work,
            _("U bent aangewezen om te verwerken; beheer en toetsing zien geen inhoud"),
            "Wgs art. 1.8 lid 2",
            _("Vraag het RIEC om een rol waarin u gegevens verwerkt."),
        ),
        condition(
            "involved",
            involved,
            _("Uw deelnemer is bij dit dossier betrokken, of u voert er het werk van uit"),
            "Wgs art. 2.23 lid 5",
            _("Vraag de casusregisseur of uw deelnemer bij dit dossier nodig is."),
        ),
    )


class SignalState(StrEnum):
    """How far a signal is, as far as seeing it goes."""

    DRAFT = "draft"
    AT_INTAKE = "at_intake"
    AT_TABLE = "at_table"
    ACCEPTED = "accepted"
    IN_DOSSIER = "in_dossier"
    ENDED = "ended"
    DESTROYED = "destroyed"


class Circle(StrEnum):
    """The circles of people around a signal, from the inside out."""

    OWN = "own"
    COORDINATOR = "coordinator"
    TABLE = "table"
    DIRECTOR = "director"
    DOSSIER = "dossier"


# Who sees a signal in which state. Bron: Wgs art. 2.23 lid 1 tot en met 5: a participant reports,
# the participants judge and weigh, the involved ones process.
SIGNAL_CIRCLES: dict[SignalState, frozenset[Circle]] = {
    SignalState.DRAFT: frozenset({Circle.OWN}),
    SignalState.AT_INTAKE: frozenset({Circle.OWN, Circle.COORDINATOR}),
    SignalState.AT_TABLE: frozenset({Circle.OWN, Circle.COORDINATOR, Circle.TABLE}),
    # Accepted: who directs cases must be able to open one for it (lid 4).
    SignalState.ACCEPTED: frozenset(
        {Circle.OWN, Circle.COORDINATOR, Circle.TABLE, Circle.DIRECTOR}
    ),
    SignalState.IN_DOSSIER: frozenset({Circle.OWN, Circle.COORDINATOR, Circle.DOSSIER}),
    SignalState.ENDED: frozenset({Circle.OWN, Circle.COORDINATOR}),
    SignalState.DESTROYED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class SignalFacts:
    """A signal, as far as seeing it goes; ``dossier`` when it led to one."""

    participant: Hashable
    region: Hashable
    state: SignalState
    dossier: DossierFacts | None = None


def circles_of(viewer: Viewer, signal: SignalFacts) -> frozenset[Circle]:
    """Return the circles around a signal to which a viewer belongs."""
    same_region = viewer.region == signal.region
    found = {
        Circle.OWN: viewer.participant == signal.participant and same_region,
        Circle.COORDINATOR: viewer.coordinates_signals and same_region,
        Circle.TABLE: viewer.weighs_signals and same_region,
        Circle.DIRECTOR: viewer.directs_cases and same_region,
        Circle.DOSSIER: signal.dossier is not None
        and may_see_dossier(viewer, signal.dossier).allowed,
    }
    return frozenset(circle for circle, inside in found.items() if inside)


def may_see_signal(viewer: Viewer, signal: SignalFacts) -> Verdict:
    """Judge whether a person may see a signal. Bron: Wgs art. 1.8 lid 2, art. 2.23 lid 1-5."""
    return Verdict(
        _("Een signaal inzien"),
        (
            condition(
                "processing",
                Work.PROCESSING in viewer.work,
                _("U bent aangewezen om te verwerken; beheer en toetsing zien geen inhoud"),
                "Wgs art. 1.8 lid 2",
                _("Vraag het RIEC om een rol waarin u gegevens verwerkt."),
            ),
            condition(
                "circle",
                not circles_of(viewer, signal).isdisjoint(SIGNAL_CIRCLES[signal.state]),
                _("U meldde het signaal, coördineert, weegt of werkt eraan in deze fase"),
                "Wgs art. 2.23 lid 1-5",
                _("Vraag de signaalcoördinator van uw regio wie er over dit signaal gaat."),
            ),
        ),
    )
