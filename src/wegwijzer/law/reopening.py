"""Making kept data available again: on order of the participants, with consent of who supplied it.

Bron: Wgs art. 1.8 lid 7.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum

from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.kernel.verdict import Condition, Verdict
from wegwijzer.law.conditions import condition, written
from wegwijzer.law.vocabulary import Phase

KEEP = "Wgs art. 1.8 lid 7"


class Capacity(StrEnum):
    """In what capacity a participant answers: it orders with the others, or gives what is its own.

    Bron: Wgs art. 1.8 lid 7.
    """

    ORDER = "order"
    CONSENT = "consent"


CAPACITY_LABELS = {
    Capacity.ORDER: _("Last van de deelnemer"),
    Capacity.CONSENT: _("Instemming van de leverancier"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopeningFacts:
    """What the law must know of a dossier that ended and of who wants it back."""

    phase: Phase
    reason: str
    involved: frozenset[Hashable]
    suppliers: frozenset[Hashable]
    ordered: frozenset[Hashable] = frozenset()
    consented: frozenset[Hashable] = frozenset()


def may_propose_reopening(facts: ReopeningFacts) -> Verdict:
    """Judge whether the participants may be asked to make kept data available again."""
    return Verdict(_("Heropening voorstellen"), _special(facts))


def may_reopen(facts: ReopeningFacts) -> Verdict:
    """Judge whether kept data may be made available again. Bron: Wgs art. 1.8 lid 7."""
    no_order = facts.involved - facts.ordered
    no_consent = facts.suppliers - facts.consented
    return Verdict(
        _("Een gesloten dossier heropenen"),
        (
            *_special(facts),
            condition(
                "ordered",
                not no_order,
                _("Elke betrokken deelnemer gaf last"),
                KEEP,
                _("Wacht op de last van elke betrokken deelnemer; nog te gaan: %(n)s."),
                n=len(no_order),
            ),
            condition(
                "consent",
                not no_consent,
                _("Elke leverancier van bewaarde gegevens stemde in"),
                KEEP,
                _("Wacht op de instemming van elke leverancier; nog te gaan: %(n)s."),
                n=len(no_consent),
            ),
        ),
    )


def _special(facts: ReopeningFacts) -> tuple[Condition, ...]:
    """Return what must hold before anybody is asked: it ended, and there is a special reason."""
    return (
        condition(
            "ended",
            facts.phase is Phase.ENDED,
            _("Het dossier is gesloten"),
            KEEP,
            _("Dit dossier is open; heropenen is niet nodig."),
        ),
        condition(
            "involved",
            facts.involved != frozenset(),
            _("Er zijn deelnemers die last kunnen geven"),
            "Wgs art. 2.23 lid 5",
            _("Open een nieuwe casus: bij deze is geen deelnemer meer betrokken."),
        ),
        condition(
            "special",
            written(facts.reason),
            _("Het bijzondere geval is beschreven"),
            KEEP,
            _("Beschrijf in een zin waarom dit een bijzonder geval is."),
        ),
    )
