"""Asking for data and answering: a duty to provide, with three lawful answers."""

from collections.abc import Hashable
from dataclasses import dataclass

from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.kernel.verdict import Condition, Verdict
from wegwijzer.law.conditions import condition, written
from wegwijzer.law.tiers import tier_ceiling
from wegwijzer.law.vocabulary import (
    TIER_OF,
    Activity,
    Category,
    ParticipantKind,
    Phase,
    RequestAnswer,
)

# Who normally holds what: a hint beside the choice, never a refusal, since the decree names the
# sources. Bron: afgeleid uit de taken in Wgs art. 2.19 lid 1.
USUAL_SUPPLIERS: dict[Category, frozenset[ParticipantKind]] = {
    Category.POLICE_WPG_8_13: frozenset({ParticipantKind.POLICE, ParticipantKind.KMAR}),
    Category.POLICE_WPG_9_10: frozenset({ParticipantKind.POLICE, ParticipantKind.KMAR}),
    Category.JUDICIAL: frozenset({ParticipantKind.PROSECUTION_SERVICE}),
    Category.FISCAL: frozenset({ParticipantKind.TAX_ADMINISTRATION, ParticipantKind.FIOD}),
    Category.INCOME: frozenset({ParticipantKind.TAX_ADMINISTRATION, ParticipantKind.UWV}),
    Category.RESIDENCE_STATUS: frozenset({ParticipantKind.IND}),
    Category.HOUSING_SITUATION: frozenset({ParticipantKind.MUNICIPAL_EXECUTIVE}),
    Category.CADASTRAL: frozenset({ParticipantKind.MUNICIPAL_EXECUTIVE}),
    Category.PERMIT_SUBSIDY: frozenset(
        {ParticipantKind.MUNICIPAL_EXECUTIVE, ParticipantKind.PROVINCIAL_AUTHORITY}
    ),
    Category.SUPERVISION_ENFORCEMENT: frozenset(
        {
            ParticipantKind.MAYOR,
            ParticipantKind.MUNICIPAL_EXECUTIVE,
            ParticipantKind.NLA,
            ParticipantKind.NVWA,
        }
    ),
}


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """A request for data to one participant, in one dossier."""

    activity: Activity
    phase: Phase
    purpose: str
    participant: Hashable
    involved: frozenset[Hashable]
    categories: frozenset[Category]
    necessity: str


def is_usual_supplier(kind: ParticipantKind, category: Category) -> bool:
    """Return whether an organ of this kind normally holds the category; a hint only."""
    usual = USUAL_SUPPLIERS.get(category)
    return usual is None or kind in usual


def may_request_data(facts: RequestFacts) -> Verdict:
    """Judge whether data may be asked of a participant. Bron: Wgs art. 1.5, 1.8 lid 5, 2.23."""
    return Verdict(
        _("Gegevens vragen aan een deelnemer"),
        (
            condition(
                "purpose",
                written(facts.purpose),
                _("Het doel van het dossier stond vooraf vast"),
                "Wgs art. 1.8 lid 5",
                _("Beschrijf eerst het doel van het dossier."),
            ),
            condition(
                "involved",
                facts.participant in facts.involved,
                _("De gevraagde deelnemer is bij het dossier betrokken"),
                "Wgs art. 2.23 lid 5",
                _("Betrek de deelnemer eerst bij het dossier, met de reden."),
            ),
            *_about_what_is_asked(facts),
        ),
    )


def _about_what_is_asked(facts: RequestFacts) -> tuple[Condition, ...]:
    """Return what must hold of the kinds of data that are asked."""
    ceiling = tier_ceiling(facts.activity, facts.phase)
    return (
        condition(
            "categories",
            facts.categories != frozenset(),
            _("Er is gezegd welke gegevens nodig zijn"),
            "Wgs art. 2.22 lid 1",
            _("Kies ten minste één soort gegevens."),
        ),
        condition(
            "tier",
            ceiling is not None and all(TIER_OF[c] <= ceiling for c in facts.categories),
            _("De gevraagde lagen zijn nu open"),
            "Wgs art. 2.23 lid 6",
            _("Laat de gegevens uit een gesloten laag weg, of vraag ze in een latere fase."),
        ),
        condition(
            "necessity",
            written(facts.necessity),
            _("De noodzaak is beschreven"),
            "Wgs art. 1.5 lid 1 en 2.23 lid 4",
            _("Beschrijf in een zin waarom deze gegevens nodig zijn."),
        ),
    )


def may_answer_request(
    answer: RequestAnswer, *, is_asked_participant: bool, weighty_reasons: str, delivered: bool
) -> Verdict:
    """Judge whether an answer is one of the three lawful ones. Bron: Wgs art. 1.5 lid 1."""
    return Verdict(
        _("Een informatieverzoek beantwoorden"),
        (
            condition(
                "asked",
                is_asked_participant,
                _("U antwoordt voor de deelnemer aan wie het is gevraagd"),
                "Wgs art. 1.5 lid 1",
                _("Laat de gevraagde deelnemer antwoorden."),
            ),
            condition(
                "weighty",
                answer is not RequestAnswer.REFUSED or written(weighty_reasons),
                _("Een weigering noemt de zwaarwegende redenen"),
                "Wgs art. 1.5 lid 1",
                _("Beschrijf de zwaarwegende redenen; de anderen zien alleen dat u weigert."),
            ),
            condition(
                "delivered",
                answer is not RequestAnswer.PROVIDED or delivered,
                _("Er is iets geleverd"),
                "Wgs art. 1.5 lid 1",
                _("Lever eerst gegevens met het formulier of als bestand."),
            ),
        ),
    )
