"""What a comparison of two records says, and how things are compared: by their numbers.

A comparison is about two records, never about a person: nothing of it is kept with a subject.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as made_by
from enum import StrEnum
from typing import Any

from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.subjects.matching.score import BAND_LABELS, Band
from wegwijzer.subjects.rules.facts import SubjectKind
from wegwijzer.subjects.rules.searching import plain
from wegwijzer.subjects.rules.showing import LABELS


class Strength(StrEnum):
    """How much two records have in common."""

    VERY_STRONG = "very_strong"
    STRONG = "strong"
    POSSIBLE = "possible"


STRENGTH_LABELS = {
    Strength.VERY_STRONG: _("zeer sterk"),
    Strength.STRONG: _("sterk"),
    Strength.POSSIBLE: _("mogelijk"),
}
STRENGTH_ORDER = (Strength.VERY_STRONG, Strength.STRONG, Strength.POSSIBLE)


@dataclass(frozen=True, slots=True)
class ExplanationRow:
    """What one field of two records says about whether they are one.

    ``sentence`` has named places that ``values`` fills. ``also`` is how the other partner wrote it,
    where the sentence does not show that.
    """

    field: str
    level: str
    sentence: str
    weight_label: str
    values: Mapping[str, str] = made_by(default_factory=dict)
    also: str = ""

    def text(self, translate: Callable[[str], str] = str) -> str:
        """Return the sentence with its values, in Dutch unless a translator is given."""
        told = translate(self.sentence) % self.values
        # A value may end with a full stop itself: B.V.
        return told.removesuffix(".") if told.endswith("..") else told


@dataclass(frozen=True, slots=True)
class Comparison:
    """How strongly two records point to one subject, and why, field by field."""

    strength: Strength
    explanation: tuple[ExplanationRow, ...]


# From so many bits of evidence on, the prior included: 10 bits are a thousand to one.
BITS = ((10.0, Strength.VERY_STRONG), (4.25, Strength.STRONG))

# What each kind of thing is known by, the strongest first; one that is equal makes a match.
NUMBERS_OF_THINGS: dict[SubjectKind, tuple[str, ...]] = {
    SubjectKind.VEHICLE: ("plate",),
    SubjectKind.VESSEL: ("imo", "eni", "vessel_name"),
    SubjectKind.PHONE: ("phones",),
    SubjectKind.ACCOUNT: ("ibans",),
    SubjectKind.ADDRESS: ("address",),
}
EQUAL = {
    "plate": _("Het kenteken is gelijk."),
    "imo": _("Het IMO-nummer is gelijk."),
    "eni": _("Het ENI-nummer is gelijk."),
    "vessel_name": _("De naam is gelijk; meer vaartuigen kunnen zo heten."),
    "phones": _("Het telefoonnummer is gelijk."),
    "ibans": _("Het IBAN is gelijk."),
    "address": _("Postcode of straat en plaats, huisnummer en toevoeging zijn gelijk."),
}
DIFFERENT = {
    "plate": _("Het kenteken verschilt."),
    "imo": _("Het IMO-nummer verschilt."),
    "eni": _("Het ENI-nummer verschilt."),
    "vessel_name": _("De naam verschilt."),
    "phones": _("Het telefoonnummer verschilt."),
    "ibans": _("Het IBAN verschilt."),
    "address": _("Het adres verschilt."),
}
WEAK = frozenset({"vessel_name"})
_BOTH_VALID = _("De BSN's zijn beide geldig en verschillen: volgens de BRP zijn dit twee personen.")
BSNS_DIFFER = ExplanationRow(
    LABELS["bsn"], "different", _BOTH_VALID, BAND_LABELS[Band.STRONGLY_AGAINST]
)


def thing_record(kind: SubjectKind, content: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the numbers by which a thing is known, each in its one form."""
    shown = {**content, "address": _address_key(content)}
    record = {}
    for name in NUMBERS_OF_THINGS[kind]:
        value = shown.get(name) or ()
        texts = (value,) if isinstance(value, str) else value
        if numbers := sorted({number for text in texts if (number := plain(text))}):
            record[name] = numbers
    return record


def _address_key(content: Mapping[str, Any]) -> str:
    """Return postcode or else street and town, with number and suffix: nothing without a number."""
    number = plain(content.get("house_number", ""))
    place = plain(content.get("postcode", "")) or plain(
        content.get("street", "") + content.get("town", "")
    )
    if not (number and place):
        return ""
    return f"{place} {number} {plain(content.get('house_suffix', ''))}"


def thing_keys(kind: SubjectKind, record: Mapping[str, list[str]]) -> list[str]:
    """Return the keys under which the thing is looked up."""
    return [f"{kind}|{name}|{number}" for name, numbers in record.items() for number in numbers]


def strength_of(bits: float) -> Strength:
    """Return the words for the evidence of a whole comparison."""
    return next((strength for least, strength in BITS if bits >= least), Strength.POSSIBLE)


def compare_things(a: Mapping[str, list[str]], b: Mapping[str, list[str]]) -> Comparison | None:
    """Return what two records of one kind of thing have in common, or None when that is nothing."""
    both = [name for name in DIFFERENT if a.get(name) and b.get(name)]
    equal = {name for name in both if not set(a[name]).isdisjoint(b[name])}
    if not equal:
        return None
    doubtful = equal <= WEAK or not set(both) - equal <= WEAK
    return Comparison(
        Strength.POSSIBLE if doubtful else Strength.VERY_STRONG,
        tuple(_explained(name, same=name in equal) for name in both),
    )


def _explained(name: str, *, same: bool) -> ExplanationRow:
    if same:
        band = Band.FOR if name in WEAK else Band.STRONGLY_FOR
    else:
        band = Band.AGAINST if name in WEAK else Band.STRONGLY_AGAINST
    sentence = EQUAL[name] if same else DIFFERENT[name]
    level = "exact" if same else "different"
    return ExplanationRow(LABELS[name], level, sentence, BAND_LABELS[band])


def with_differing_bsns(found: Comparison) -> Comparison:
    """Return the comparison, never stronger than possible, with the difference said first."""
    rest = tuple(row for row in found.explanation if row.field != BSNS_DIFFER.field)
    return replace(found, strength=Strength.POSSIBLE, explanation=(BSNS_DIFFER, *rest))
