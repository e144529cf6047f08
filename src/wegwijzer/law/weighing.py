"""Weighing together: four criteria as judgements, by participants, with reasons; never a score."""

from collections.abc import Hashable
from dataclasses import dataclass

from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.kernel.verdict import Condition, Verdict
from wegwijzer.law.conditions import condition, written
from wegwijzer.law.parameters import WEIGHING_QUORUM
from wegwijzer.law.purpose import PurposeFacts, fits_purpose
from wegwijzer.law.vocabulary import CRITERION_LABELS, Criterion


@dataclass(frozen=True, slots=True)
class WeighingFacts:
    """What was recorded at the table.

    ``judged`` holds the explanation per criterion; ``attended`` the participants that took part;
    ``decided_by_human`` says that a person, not a program, takes the decision.
    """

    purpose: PurposeFacts
    judged: dict[Criterion, str]
    attended: frozenset[Hashable]
    reason: str
    decided_by_human: bool = True
    necessary: bool = True


def may_accept_signal(facts: WeighingFacts, *, quorum: int = WEIGHING_QUORUM.value) -> Verdict:
    """Judge whether the participants may accept a signal. Bron: Wgs art. 2.23 lid 2, 3 en 4."""
    return Verdict(
        _("Een signaal aanvaarden"),
        (
            *fits_purpose(facts.purpose).conditions,
            *_weighed(facts, quorum),
            condition(
                "necessary",
                facts.necessary,
                _("Gezamenlijke verwerking is noodzakelijk"),
                "Wgs art. 2.23 lid 4",
                _("Leg uit waarom een deelnemer dit niet alleen kan, of verwijs het signaal."),
            ),
        ),
    )


def may_reject_signal(facts: WeighingFacts, *, quorum: int = WEIGHING_QUORUM.value) -> Verdict:
    """Judge whether a signal may be rejected, referred or merged. Bron: Wgs art. 2.23 lid 3."""
    return Verdict(_("Een signaal niet aanvaarden"), _weighed(facts, quorum))


def is_out_of_purpose(facts: WeighingFacts, *, quorum: int = WEIGHING_QUORUM.value) -> Verdict:
    """Judge whether a signal may be closed as outside the purpose. Bron: Wgs art. 2.23 lid 2."""
    return Verdict(
        _("Een signaal buiten het doel plaatsen"),
        (
            condition(
                "judged",
                facts.purpose.judged and not facts.purpose.fits,
                _("De deelnemers vinden dat het signaal niet bij het doel past"),
                "Wgs art. 2.23 lid 2",
                _("Leg eerst vast dat het signaal niet bij het doel past, met de reden."),
            ),
            _attended(facts, quorum),
            _reasoned(facts),
            _human(facts),
        ),
    )


def _weighed(facts: WeighingFacts, quorum: int) -> tuple[Condition, ...]:
    criteria = tuple(
        condition(
            f"criterion_{criterion}",
            written(facts.judged.get(criterion, "")),
            CRITERION_LABELS[criterion],
            f"Wgs art. 2.23 lid 3 onder {criterion}",
            _("Geef bij elk van de vier criteria uw oordeel, met een toelichting."),
        )
        for criterion in Criterion
    )
    return (*criteria, _attended(facts, quorum), _reasoned(facts), _human(facts))


def _attended(facts: WeighingFacts, quorum: int) -> Condition:
    return condition(
        "attended",
        len(facts.attended) >= quorum,
        _("Ten minste %(quorum)s deelnemers wegen mee; nu %(present)s"),
        "Wgs art. 2.23 lid 2 en 3",
        _("Leg vast welke deelnemers meewegen; het besluit is van de deelnemers samen."),
        quorum=quorum,
        present=len(facts.attended),
    )


def _reasoned(facts: WeighingFacts) -> Condition:
    return condition(
        "reason",
        written(facts.reason),
        _("De uitkomst heeft een reden"),
        "Wgs art. 2.23 lid 3",
        _("Schrijf in een zin waarom u dit besluit neemt."),
    )


def _human(facts: WeighingFacts) -> Condition:
    return condition(
        "human",
        facts.decided_by_human,
        _("Een mens besluit"),
        "Wgs art. 1.9 lid 6 en 2.18 lid 2",
        _("Laat een deelnemer het besluit nemen; een programma mag dat niet."),
    )
