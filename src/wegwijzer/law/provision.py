"""Giving results out: to participants, another RIEC, another partnership, a third party."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.kernel.verdict import Condition, Verdict
from wegwijzer.law.conditions import condition
from wegwijzer.law.parameters import FEEDBACK_MONTHS
from wegwijzer.law.vocabulary import ParticipantKind


class Recipient(StrEnum):
    """To whom a result may go."""

    PARTICIPANT = "participant"
    OTHER_RIEC = "other_riec"
    OTHER_PARTNERSHIP = "other_partnership"
    THIRD_PARTY = "third_party"
    PRIVATE_THIRD_PARTY = "private_third_party"


RECIPIENT_LABELS = {
    Recipient.PARTICIPANT: _("Een deelnemer van dit RIEC"),
    Recipient.OTHER_RIEC: _("Een ander RIEC"),
    Recipient.OTHER_PARTNERSHIP: _("Een ander samenwerkingsverband (FEC, iCOV, ZVH)"),
    Recipient.THIRD_PARTY: _("Een derde met een publieke taak"),
    Recipient.PRIVATE_THIRD_PARTY: _("Een private derde met een gerechtvaardigd belang"),
}


@dataclass(frozen=True, slots=True)
class Package:
    """What would be given, on whose data it rests, and what has been decided about it.

    ``sensitive_suppliers`` supplied special or criminal data inside; ``consents`` gave their
    consent; ``objections`` stand.
    """

    suppliers: frozenset[Hashable]
    sensitive_suppliers: frozenset[Hashable] = frozenset()
    supplier_kinds: frozenset[ParticipantKind] = frozenset()
    consents: frozenset[Hashable] = frozenset()
    objections: frozenset[Hashable] = frozenset()
    necessary: bool = False
    compatible: bool = False
    legal_basis: str = ""
    legality_tested: bool = False


def may_provide(package: Package, recipient: Recipient) -> Verdict:
    """Judge whether a result may go to a recipient. Bron: Wgs art. 1.7, 2.20 en 2.23 lid 8."""
    return Verdict(RECIPIENT_LABELS[recipient], _CONDITIONS[recipient](package))


def _to_participant(package: Package) -> tuple[Condition, ...]:
    return (
        _necessary(package, "Wgs art. 1.7 lid 1"),
        _compatible(package, "Wgs art. 1.7 lid 1 onder a"),
        condition(
            "no_objection",
            package.objections.isdisjoint(package.suppliers),
            _("Geen leverancier heeft zwaarwegende bezwaren"),
            "Wgs art. 1.7 lid 1",
            _("Bespreek het bezwaar met de leverancier of laat diens gegevens weg."),
        ),
    )


def _to_other_riec(package: Package) -> tuple[Condition, ...]:
    return (
        _necessary(package, "Wgs art. 2.20 lid 1"),
        _sensitive_consent(package, "Wgs art. 2.20 lid 2"),
    )


def _to_other_partnership(package: Package) -> tuple[Condition, ...]:
    return (
        _necessary(package, "Wgs art. 1.7 lid 8"),
        condition(
            "consent",
            package.suppliers <= package.consents,
            _("Elke leverancier stemt in"),
            "Wgs art. 1.7 lid 8",
            _("Vraag de instemming van elke leverancier, of laat diens gegevens weg."),
        ),
    )


def _to_third_party(package: Package) -> tuple[Condition, ...]:
    return (
        condition(
            "no_objection",
            package.objections == frozenset(),
            _("Geen enkele deelnemer maakt bezwaar"),
            "Wgs art. 1.7 lid 2",
            _("Bespreek het bezwaar; zolang het staat, mag er niets naar een derde."),
        ),
        condition(
            "legal_basis",
            package.legal_basis.strip() != "",
            _("Er is een grondslag in of op grond van de wet"),
            "Wgs art. 1.7 lid 2 en 2.23 lid 8",
            _("Noem het artikel dat deze verstrekking toestaat."),
        ),
        condition(
            "legality_tested",
            package.legality_tested,
            _("De rechtmatigheidsadviescommissie heeft de verstrekking getoetst"),
            "Wgs art. 1.7 lid 2 en 1.8 lid 6",
            _("Leg de verstrekking voor aan de rechtmatigheidsadviescommissie."),
        ),
        _necessary(package, "Wgs art. 1.7 lid 2"),
        _compatible(package, "Wgs art. 1.7 lid 2"),
        _sensitive_consent(package, "Wgs art. 1.7 lid 3"),
    )


def _to_private_third_party(package: Package) -> tuple[Condition, ...]:
    return (
        *_to_third_party(package),
        condition(
            "no_tax_data",
            ParticipantKind.TAX_ADMINISTRATION not in package.supplier_kinds,
            _("Er zitten geen gegevens van de Belastingdienst in"),
            "Wgs art. 1.5 lid 4 en 1.7 lid 6",
            _("Laat alles weg wat op gegevens van de Belastingdienst berust."),
        ),
    )


_CONDITIONS = {
    Recipient.PARTICIPANT: _to_participant,
    Recipient.OTHER_RIEC: _to_other_riec,
    Recipient.OTHER_PARTNERSHIP: _to_other_partnership,
    Recipient.THIRD_PARTY: _to_third_party,
    Recipient.PRIVATE_THIRD_PARTY: _to_private_third_party,
}


def _necessary(package: Package, article: str) -> Condition:
    return condition(
        "necessary",
        package.necessary,
        _("De ontvanger heeft het resultaat nodig voor zijn taak"),
        article,
        _("Beschrijf waarom de ontvanger dit nodig heeft, of geef minder."),
    )


def _compatible(package: Package, article: str) -> Condition:
    return condition(
        "compatible",
        package.compatible,
        _("De taak van de ontvanger is verenigbaar met het doel"),
        article,
        _("Geef het resultaat alleen voor een taak die bij het doel past."),
    )


def _sensitive_consent(package: Package, article: str) -> Condition:
    return condition(
        "sensitive_consent",
        package.sensitive_suppliers <= package.consents,
        _("Wie bijzondere of strafrechtelijke gegevens leverde, stemt in"),
        article,
        _("Vraag de instemming van de leverancier, of laat deze gegevens weg."),
    )


def may_check_hit(*, necessary: bool, case_known: bool, only_identifying: bool) -> Verdict:
    """Judge whether another partnership may be asked if it knows somebody.

    Only identifying and contact data and the BSN may be exchanged. Bron: Wgs art. 1.7 lid 8.
    """
    article = "Wgs art. 1.7 lid 8"
    return Verdict(
        _("Vragen of iemand elders bekend is"),
        (
            condition(
                "case",
                case_known,
                _("De vraag hoort bij één dossier en heeft een reden"),
                article,
                _("Stel de vraag vanuit een dossier, met de reden."),
            ),
            condition(
                "necessary",
                necessary,
                _("De vraag is noodzakelijk"),
                article,
                _("Beschrijf waarom u dit moet weten."),
            ),
            condition(
                "only_identifying",
                only_identifying,
                _("Alleen identiteit, contactgegevens en BSN worden gewisseld"),
                article,
                _("Laat alle andere gegevens weg."),
            ),
        ),
    )


def feedback_due(provided: date) -> date:
    """Return the day by which a recipient must have fed back. Bron: Wgs art. 1.7 lid 4."""
    months = provided.month - 1 + FEEDBACK_MONTHS.value
    year, month = provided.year + months // 12, months % 12 + 1
    try:
        return provided.replace(year=year, month=month)
    except ValueError:
        return provided.replace(year=year, month=month, day=28)
