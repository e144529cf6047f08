"""Which data may enter a dossier, and when. Bron: Wgs art. 2.21, 2.22 en 2.23 lid 6."""

from dataclasses import dataclass

from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.kernel.verdict import Condition, Verdict
from wegwijzer.law.conditions import condition, written
from wegwijzer.law.vocabulary import (
    TIER_OF,
    Activity,
    Category,
    Phase,
    Relation,
    SpecialCategory,
    Tier,
)

# What opens when. Nothing opens before the signal was accepted, and nothing stays open when the
# activity has ended. A scan never opens the third tier. Bron: Wgs art. 2.23 lid 6 onder a, b en c.
CEILING: dict[tuple[Activity, Phase], Tier | None] = {
    **{(activity, Phase.NOT_ACCEPTED): None for activity in Activity},
    **{(activity, Phase.ACCEPTED): Tier.T1 for activity in Activity},
    (Activity.BOTTLENECK, Phase.EXECUTING): Tier.T3,
    (Activity.CASE, Phase.EXECUTING): Tier.T3,
    (Activity.SCAN, Phase.EXECUTING): Tier.T2,
    **{(activity, Phase.ENDED): None for activity in Activity},
}


@dataclass(frozen=True, slots=True)
class HeldItem:
    """What the law must know of an item before it may enter."""

    category: Category
    relation: Relation = Relation.SUBJECT
    circle_link: str = ""
    special: SpecialCategory = SpecialCategory.NONE
    necessity: str = ""

    @property
    def tier(self) -> Tier:
        """Return the layer in which this category opens."""
        return TIER_OF[self.category]


def tier_of(category: Category) -> Tier:
    """Return the layer of a category. Bron: Wgs art. 2.22 lid 1 onder a."""
    return TIER_OF[category]


def tier_ceiling(activity: Activity, phase: Phase) -> Tier | None:
    """Return the highest layer that is open now, or None. Bron: Wgs art. 2.23 lid 6."""
    return CEILING[activity, phase]


def may_hold_item(item: HeldItem, *, activity: Activity, phase: Phase) -> Verdict:
    """Judge whether an item may enter a dossier of this activity in this phase."""
    ceiling = tier_ceiling(activity, phase)
    return Verdict(
        _("Een gegeven vastleggen"),
        (
            condition(
                "accepted",
                ceiling is not None,
                _("Er is een aanvaard signaal en de activiteit is niet beëindigd"),
                "Wgs art. 2.23 lid 6 onder a",
                _("Leg pas gegevens vast nadat de deelnemers het signaal hebben aanvaard."),
            ),
            condition(
                "tier",
                ceiling is not None and item.tier <= ceiling,
                _("De laag van het gegeven (T%(tier)s) is nu open"),
                "Wgs art. 2.23 lid 6 onder b en c",
                _(
                    "Wacht tot de activiteit in uitvoering is; een scan opent laag T3 nooit. "
                    "Kies anders een gegeven uit een open laag."
                ),
                tier=int(item.tier),
            ),
            *_about_the_person(item),
        ),
    )


def _about_the_person(item: HeldItem) -> tuple[Condition, ...]:
    """Return what must hold of special data and of people in the direct circle."""
    return (
        condition(
            "special",
            item.special is not SpecialCategory.OTHER,
            _("Geen andere bijzondere categorie dan seksueel gedrag of seksuele gerichtheid"),
            "Wgs art. 2.21",
            _("Laat dit gegeven weg: deze bijzondere categorie mag hier niet worden verwerkt."),
        ),
        condition(
            "necessity",
            not _is_special(item) or written(item.necessity),
            _("De noodzaak van het bijzondere gegeven is beschreven"),
            "Wgs art. 2.21",
            _("Beschrijf in een zin waarom dit gegeven voor deze casus noodzakelijk is."),
        ),
        condition(
            "circle",
            item.relation is not Relation.CIRCLE or item.circle_link.strip() != "",
            _("Van iemand uit de directe kring is de band met de betrokkene genoemd"),
            "Wgs art. 2.22 lid 1 onder b",
            _("Noem de band met de betrokkene, zoals 'partner' of 'medebestuurder'."),
        ),
    )


def _is_special(item: HeldItem) -> bool:
    return (
        item.special is SpecialCategory.SEXUAL_BEHAVIOUR_ORIENTATION
        or item.category is Category.SEXUAL_BEHAVIOUR_ORIENTATION
    )
