"""What the Act asks of the public report, and what of it is still missing."""

from dataclasses import dataclass

from wegwijzer.annual_report.rules.states import ReportKind, Status
from wegwijzer.kernel.errors import Conflict, Invalid
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.kernel.verdict import Condition, Verdict
from wegwijzer.law.conditions import condition, written

ARTICLE = "Wgs art. 1.12"


@dataclass(frozen=True, slots=True)
class PublicFacts:
    """What is known of a public report when its demands are gone through."""

    kind: ReportKind
    status: Status
    feedback_text: str
    withheld_reason: str
    is_published: bool


def demands(facts: PublicFacts) -> Verdict:
    """List what the public report must have, each with its article. Bron: Wgs art. 1.12.

    What recipients told back about the use of results (art. 1.7 lid 4) is described, unless that
    would defeat the purpose of the partnership; then the report says so.
    """
    described = written(facts.feedback_text)
    return Verdict(
        _("Het openbare jaarverslag"),
        (
            condition(
                "public",
                facts.kind is ReportKind.PUBLIC,
                _("Er is een verslag dat voor iedereen is bedoeld"),
                ARTICLE,
                _("Begin een jaarverslag van de soort 'Openbaar verslag'."),
            ),
            condition(
                "feedback",
                described or written(facts.withheld_reason),
                _("Het verslag beschrijft de terugkoppeling van ontvangers, of zegt waarom niet"),
                "Wgs art. 1.12 en art. 1.7 lid 4",
                _("Schrijf het hoofdstuk over de terugkoppeling, of geef de reden waarom dat het "
                  "doel zou schaden."),
            ),
            *_out_in_the_open(facts),
        ),
    )  # fmt: skip


def _out_in_the_open(facts: PublicFacts) -> tuple[Condition, ...]:
    """Return what must happen after the writing."""
    return (
        condition(
            "approved",
            facts.status in (Status.APPROVED, Status.FROZEN),
            _("De deelnemers hebben het verslag vastgesteld"),
            ARTICLE,
            _("Laat het hoofdenoverleg het verslag vaststellen."),
        ),
        condition(
            "frozen",
            facts.status is Status.FROZEN,
            _("Er is een editie die niet meer verandert"),
            ARTICLE,
            _("Bevries het verslag."),
        ),
        condition(
            "published",
            facts.is_published,
            _("Het verslag staat op internet"),
            ARTICLE,
            _("Maak de editie openbaar."),
        ),
    )


def check_publish(facts: PublicFacts) -> None:
    """Refuse to publish what is not meant for the public, not frozen, or not complete."""
    if facts.kind is not ReportKind.PUBLIC:
        raise Conflict(_("Alleen het openbare verslag wordt openbaar gemaakt."))
    if facts.is_published:
        raise Conflict(_("Deze editie is al openbaar."))
    missing = [one for one in demands(facts).missing if one.key != "published"]
    if missing:
        raise Conflict(missing[0].refusal)


def check_withheld(reason: str) -> None:
    """Refuse to leave out the feedback without a reason that can be read."""
    if not written(reason):
        raise Invalid(_("Leg in een zin uit waarom beschrijven het doel zou schaden."),
                      field="reason")  # fmt: skip
