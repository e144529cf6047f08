"""One item that a participant provides: what the law demands of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from wegwijzer.kernel.errors import Invalid
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.kernel.verdict import Verdict
from wegwijzer.law.retention import is_due, retention_end
from wegwijzer.law.tiers import HeldItem, may_hold_item
from wegwijzer.law.vocabulary import (
    Activity,
    Category,
    Phase,
    Relation,
    SecrecyGround,
    SpecialCategory,
    Tier,
)
from wegwijzer.subjects.rules import (
    Handling,
    InformationReliability,
    SourceReliability,
    SubjectFacts,
)

LONGEST_SUMMARY = 400
LONGEST_VALUE = 400
MOST_VALUES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvidedItem:
    """What is provided: one statement, with everything that must be known of it.

    ``subject`` is about whom or what; ``subject_ref`` names one that the case already has.
    Bron: Wgs art. 1.8 lid 5 en 7, 2.21 en 2.22; dossier L07.
    """

    category: Category
    summary: str
    first_processed_date: date
    secrecy_ground: SecrecyGround
    relation: Relation = Relation.SUBJECT
    circle_link: str = ""
    criminal_nature: bool = False
    special: SpecialCategory = SpecialCategory.NONE
    necessity: str = ""
    source_reliability: SourceReliability = SourceReliability.X
    information_reliability: InformationReliability = InformationReliability.FOUR
    handling: Handling = Handling.H0
    content: Mapping[str, str] = field(default_factory=dict)
    subject: SubjectFacts | None = None
    subject_ref: UUID | None = None

    @property
    def held(self) -> HeldItem:
        """Return the item as the law sees it."""
        return HeldItem(
            self.category, self.relation, self.circle_link, self.special, self.necessity
        )

    @property
    def tier(self) -> Tier:
        """Return the layer in which it opens."""
        return self.held.tier


def may_hold(item: ProvidedItem, *, activity: Activity, phase: Phase) -> Verdict:
    """Judge whether the item may enter a case of this activity in this phase."""
    return may_hold_item(item.held, activity=activity, phase=phase)


def check_item(item: ProvidedItem, *, asked: frozenset[Category], today: date) -> None:
    """Refuse an item that was not asked for, says nothing, or comes from the future."""
    if item.category not in asked:
        raise Invalid(
            _("Deze soort gegevens is niet gevraagd. Kies een soort uit het verzoek."),
            field="category",
        )
    if not 3 <= len(item.summary.strip()) <= LONGEST_SUMMARY:
        raise Invalid(
            _("Beschrijf het gegeven in 3 tot %(most)s tekens."),
            field="summary",
            most=LONGEST_SUMMARY,
        )
    if item.first_processed_date > today:
        raise Invalid(
            _("De datum van eerste verwerking ligt in de toekomst. Kies een eerdere dag."),
            field="first_processed_date",
        )
    if is_due(retention_end(item.first_processed_date), on=today):
        raise Invalid(
            _("Dit gegeven is ouder dan de bewaartermijn van vijf jaar en mag niet meer."),
            field="first_processed_date",
        )
    if len(item.content) > MOST_VALUES or any(
        len(v) > LONGEST_VALUE for v in item.content.values()
    ):
        raise Invalid(
            _("Een gegeven heeft ten hoogste %(most)s velden van %(long)s tekens."),
            field="content",
            most=MOST_VALUES,
            long=LONGEST_VALUE,
        )
