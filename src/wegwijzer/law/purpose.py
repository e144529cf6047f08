"""The purpose: only what enforcement against organised crime needs, fixed beforehand."""

from dataclasses import dataclass

from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.kernel.verdict import Verdict
from wegwijzer.law.conditions import condition, written


@dataclass(frozen=True, slots=True)
class PurposeFacts:
    """What was written about the purpose, and what the participants judged of it."""

    purpose: str
    organised_crime: str
    judged: bool = False
    fits: bool = False
    judged_by_human: bool = False


def may_report_signal(facts: PurposeFacts, *, is_participant: bool) -> Verdict:
    """Judge whether a signal may be reported. Bron: Wgs art. 2.23 lid 1."""
    return Verdict(
        _("Een signaal melden"),
        (
            condition(
                "participant",
                is_participant,
                _("De melder treedt op voor een deelnemer"),
                "Wgs art. 2.23 lid 1 en art. 2.19 lid 1",
                _("Laat een deelnemer het signaal melden."),
            ),
            condition(
                "purpose",
                written(facts.purpose),
                _("Het verband met de handhaving is beschreven"),
                "Wgs art. 2.17",
                _("Beschrijf in een zin voor welke handhaving dit signaal van belang is."),
            ),
            condition(
                "organised_crime",
                written(facts.organised_crime),
                _("Het verband met georganiseerde criminaliteit is beschreven"),
                "Wgs art. 2.17",
                _("Beschrijf in een zin wat op georganiseerde criminaliteit wijst."),
            ),
        ),
    )


def fits_purpose(facts: PurposeFacts) -> Verdict:
    """Judge whether the participants found the signal to fit the purpose.

    Bron: Wgs art. 2.17 en 2.23 lid 2.
    """
    return Verdict(
        _("Het signaal past bij het doel"),
        (
            condition(
                "judged",
                facts.judged and facts.judged_by_human,
                _("De deelnemers hebben het doel beoordeeld"),
                "Wgs art. 2.23 lid 2",
                _("Leg vast of het signaal bij het doel past, met de reden."),
            ),
            condition(
                "fits",
                facts.judged and facts.fits,
                _("Het signaal past bij het doel"),
                "Wgs art. 2.17",
                _("Sluit het signaal af als buiten het doel."),
            ),
        ),
    )


def is_fixed_beforehand(purpose: str) -> Verdict:
    """Judge whether a dossier has its purpose before data enters. Bron: Wgs art. 1.8 lid 5."""
    return Verdict(
        _("Het doel staat vooraf vast"),
        (
            condition(
                "purpose",
                written(purpose),
                _("Het doel van het dossier is beschreven"),
                "Wgs art. 1.8 lid 5",
                _("Beschrijf het doel van het dossier voordat er gegevens bij komen."),
            ),
        ),
    )
