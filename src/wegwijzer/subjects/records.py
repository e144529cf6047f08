"""The comparable record of a subject, the keys it is looked up by, and the comparison of two.

The matching engine never sees a BSN: it gets the blind index, which is equal when the BSN is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from wegwijzer.subjects import crypto
from wegwijzer.subjects.matching.columns import kept, opened, row_of
from wegwijzer.subjects.matching.keys import Key, row_keys
from wegwijzer.subjects.matching.normalise import organisation, person
from wegwijzer.subjects.matching.realtime import rank
from wegwijzer.subjects.matching.record import (
    OrganisationRecord,
    PersonRecord,
    RawOrganisation,
    RawPerson,
)
from wegwijzer.subjects.matching.score import BAND_LABELS
from wegwijzer.subjects.matching.score import Comparison as Weighed
from wegwijzer.subjects.matching.sentences import field_label
from wegwijzer.subjects.matching.spec import shipped
from wegwijzer.subjects.rules import Comparison, ExplanationRow, SubjectKind
from wegwijzer.subjects.rules.comparing import (
    compare_things,
    strength_of,
    thing_keys,
    thing_record,
)

Content = Mapping[str, Any]
Stored = dict[str, Any]
MOST_THINGS = 500
ENGINES = frozenset({SubjectKind.PERSON, SubjectKind.ORGANISATION})


def record_of(kind: SubjectKind, content: Content, *, bsn_index: str = "") -> Stored:
    """Return the form in which a subject is compared, as plain values to keep."""
    if kind is SubjectKind.PERSON:
        return kept(row_of(replace(_person(content), bsn=bsn_index)))
    if kind is SubjectKind.ORGANISATION:
        return kept(row_of(_organisation(content)))
    return thing_record(kind, content)


def _person(content: Content) -> PersonRecord:
    told = person(
        RawPerson(
            full_name=content.get("full_name", ""),
            given_names=content.get("given_names", "") or content.get("call_name", ""),
            initials=content.get("initials", ""),
            tussenvoegsel=content.get("prefix", ""),
            surname=content.get("surname", "") or content.get("birth_surname", ""),
            partner_surname=_married(content),
            birth_date=content.get("birth_date", ""),
            birth_place=content.get("birth_place", ""),
            gender=content.get("gender", ""),
            occupation=content.get("occupation", ""),
            other_id=content.get("foreign_number", ""),
            phones=tuple(content.get("phones", ())),
            ibans=tuple(content.get("ibans", ())),
            emails=tuple(content.get("emails", ())),
            **_place(content),
        )
    )
    others = [person(RawPerson(full_name=name)) for name in content.get("other_names", ())]
    if content.get("call_name"):
        others.append(person(RawPerson(given_names=content["call_name"])))
    return _with_other_names(told, others) if others else told


def _married(content: Content) -> str:
    names = (content.get("birth_surname", ""), content.get("partner_surname", ""))
    return "-".join(filter(None, names))


def _with_other_names(told: PersonRecord, others: list[PersonRecord]) -> PersonRecord:
    given = (name for other in others for name in other.given_names)
    surnames = (name for other in others for name in (other.surname, *other.other_surnames))
    return replace(
        told,
        given_names=tuple(dict.fromkeys((*told.given_names, *given))),
        other_surnames=tuple(
            name
            for name in dict.fromkeys((*told.other_surnames, *surnames))
            if name and name != told.surname
        ),
    )


def _organisation(content: Content) -> OrganisationRecord:
    return organisation(
        RawOrganisation(
            name=" ".join(filter(None, (content.get("name"), content.get("legal_form")))),
            trade_names=tuple(content.get("trade_names", ())),
            kvk=content.get("kvk", ""),
            rsin=content.get("rsin", ""),
            vestiging=content.get("establishment", ""),
            other_id=content.get("foreign_number", ""),
            phones=tuple(content.get("phones", ())),
            ibans=tuple(content.get("ibans", ())),
            emails=tuple(content.get("emails", ())),
            websites=tuple(content.get("websites", ())),
            **_place(content),
        )
    )


def _place(content: Content) -> dict[str, Any]:
    return {
        "postcode": content.get("postcode", ""),
        "house_number": content.get("house_number", ""),
        "addition": content.get("house_suffix", ""),
        "street": content.get("street", ""),
        "city": content.get("town", ""),
    }


def keys_of(kind: SubjectKind, record: Stored) -> tuple[Key, ...]:
    """Return the keyed numbers under which a record is looked up, each with its rule."""
    if kind in ENGINES:
        return row_keys(shipped(kind.value), opened(kind.value, record), pepper=crypto.pepper())
    return tuple(Key(crypto.key_hash(text), kind.value) for text in thing_keys(kind, record))


@cache
def most_sharing(kind: SubjectKind, rule: str) -> int:
    """Return how many records may share a key of this rule before it says too little."""
    if kind not in ENGINES:
        return MOST_THINGS
    return next(one.most for one in shipped(kind.value).keys if one.name == rule)


def ranked(
    kind: SubjectKind, record: Stored, others: Mapping[int, Stored]
) -> Iterator[tuple[int, Comparison]]:
    """Yield which of the others a record may be one with, the strongest first, and why."""
    if kind not in ENGINES:
        for pk, other in others.items():
            if comparison := compare_things(record, other):
                yield pk, comparison
        return
    spec = shipped(kind.value)
    rows = {pk: opened(kind.value, other) for pk, other in others.items()}
    for suggestion in rank(spec, opened(kind.value, record), rows):
        yield suggestion.identity, _told(suggestion.comparison)


def _told(comparison: Weighed) -> Comparison:
    """Return a comparison in words; its weight in bits is kept nowhere."""
    rows = tuple(
        ExplanationRow(
            field=field_label(one.field),
            level=one.level,
            sentence=one.sentence,
            weight_label=BAND_LABELS[one.band],
            values=one.values,
        )
        for one in comparison.fields
    )
    return Comparison(strength_of(comparison.weight), rows)
