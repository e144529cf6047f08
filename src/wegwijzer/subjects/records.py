"""The comparable record of a subject, the keys it is looked up by, and the comparison of two.

The matching engine never sees a BSN: it gets the blind index, which is equal when the BSN is.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from wegwijzer.subjects import crypto
from wegwijzer.subjects.matching.normalise import organisation, person
from wegwijzer.subjects.matching.record import (
    OrganisationRecord,
    PersonRecord,
    RawOrganisation,
    RawPerson,
    record_to_dict,
)
from wegwijzer.subjects.rules import Comparison, SubjectKind
from wegwijzer.subjects.rules.comparing import compare_things, thing_keys, thing_record

Content = Mapping[str, Any]
Stored = dict[str, Any]


def record_of(kind: SubjectKind, content: Content, *, bsn_index: str = "") -> Stored:
    """Return the form in which a subject is compared, as plain values to keep."""
    if kind is SubjectKind.PERSON:
        return record_to_dict(replace(_person(content), bsn=bsn_index))
    if kind is SubjectKind.ORGANISATION:
        return record_to_dict(_organisation(content))
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


def keys_of(kind: SubjectKind, record: Stored) -> set[int]:
    """Return the keyed hashes under which a record is looked up."""
    if kind in (SubjectKind.PERSON, SubjectKind.ORGANISATION):
        texts = [
            f"{kind}|{name}|{value}"
            for name in ("bsn", "kvk", "rsin", "phones", "ibans")
            for value in (
                [record[name]] if isinstance(record.get(name), str) else record.get(name, ())
            )
        ]
        if record.get("surname") and record.get("birth_date"):
            texts.append(f"{kind}|name|{record['surname']}|{record['birth_date']}")
        if record.get("name"):
            texts.append(f"{kind}|name|{record['name']}")
    else:
        texts = thing_keys(kind, record)
    return {crypto.key_hash(text) for text in texts}


def compare(kind: SubjectKind, a: Stored, b: Stored) -> Comparison | None:
    """Return what two records of one kind have in common, or None when that is too little."""
    if kind in (SubjectKind.PERSON, SubjectKind.ORGANISATION):
        raise NotImplementedError
    return compare_things(a, b)
