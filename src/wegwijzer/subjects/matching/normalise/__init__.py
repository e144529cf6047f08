"""From what a partner wrote to a comparable record."""

from collections.abc import Callable, Iterable

from wegwijzer.subjects.matching.normalise.dates import read_date
from wegwijzer.subjects.matching.normalise.identifiers import (
    read_bsn,
    read_email,
    read_iban,
    read_imo,
    read_kenteken,
    read_kvk,
    read_other_id,
    read_phone,
    read_vestiging,
    read_website,
)
from wegwijzer.subjects.matching.normalise.names import (
    split_full_name,
    split_given_names,
    split_surname,
)
from wegwijzer.subjects.matching.normalise.organisations import split_organisation_name
from wegwijzer.subjects.matching.normalise.places import address, read_postcode
from wegwijzer.subjects.matching.normalise.text import fold, sound, squash
from wegwijzer.subjects.matching.record import (
    OrganisationRecord,
    PersonRecord,
    RawOrganisation,
    RawPerson,
)

__all__ = [
    "fold",
    "organisation",
    "person",
    "read_bsn",
    "read_date",
    "read_iban",
    "read_imo",
    "read_kenteken",
    "read_kvk",
    "read_phone",
    "read_postcode",
    "sound",
    "squash",
]

Reader = Callable[[str], tuple[str, bool]]
_GENDERS = {"m": "m", "man": "m", "male": "m", "mannelijk": "m", "v": "v", "vrouw": "v", "f": "v",
            "female": "v", "vrouwelijk": "v", "w": "v", "1": "m", "2": "v"}  # fmt: skip


def _one(read: Reader, text: str, name: str, flags: list[str]) -> str:
    """Return the value read, and note its name when it could not be read."""
    value, readable = read(text)
    if not readable:
        flags.append(name)
    return value


def _many(read: Reader, texts: Iterable[str], name: str, flags: list[str]) -> tuple[str, ...]:
    """Return the different values read, in a fixed order."""
    return tuple(sorted({value for text in texts if (value := _one(read, text, name, flags))}))


def person(raw: RawPerson) -> PersonRecord:
    """Return the comparable record of a person; `flags` names what could not be read."""
    flags: list[str] = []
    given_text, surname_text = raw.given_names, raw.surname
    if raw.full_name and not (given_text or surname_text):
        given_text, surname_text = split_full_name(raw.full_name)
    names, initials = split_given_names(given_text)
    if raw.initials and not names:
        initials = split_given_names(raw.initials.upper())[1]
    surname = split_surname(surname_text)
    partner = split_surname(raw.partner_surname)
    others = dict.fromkeys((*surname.others, partner.core, *partner.others))
    place, place_flags = address(
        postcode=raw.postcode,
        house_number=raw.house_number,
        addition=raw.addition,
        street=raw.street,
        city=raw.city,
    )
    return PersonRecord(
        given_names=names,
        initials=initials,
        tussenvoegsel=fold(raw.tussenvoegsel) or surname.tussenvoegsel,
        surname=surname.core,
        other_surnames=tuple(name for name in others if name and name != surname.core),
        birth_date=_one(read_date, raw.birth_date, "birth_date", flags),
        birth_place=squash(raw.birth_place),
        gender=_GENDERS.get(fold(raw.gender), ""),
        occupation=squash(raw.occupation),
        address=place,
        bsn=_one(read_bsn, raw.bsn, "bsn", flags),
        other_id=_one(read_other_id, raw.other_id, "other_id", flags),
        phones=_many(read_phone, raw.phones, "phones", flags),
        ibans=_many(read_iban, raw.ibans, "ibans", flags),
        emails=_many(read_email, raw.emails, "emails", flags),
        flags=(*flags, *place_flags),
    )


def organisation(raw: RawOrganisation) -> OrganisationRecord:
    """Return the comparable record of an organisation; `flags` names what could not be read."""
    flags: list[str] = []
    name = split_organisation_name(raw.name)
    others = {split_organisation_name(text).core for text in raw.trade_names}
    place, place_flags = address(
        postcode=raw.postcode,
        house_number=raw.house_number,
        addition=raw.addition,
        street=raw.street,
        city=raw.city,
    )
    return OrganisationRecord(
        name=name.core,
        legal_form=name.legal_form,
        other_names=tuple(sorted(others - {"", name.core})),
        kvk=_one(read_kvk, raw.kvk, "kvk", flags),
        rsin=_one(read_bsn, raw.rsin, "rsin", flags),
        vestiging=_one(read_vestiging, raw.vestiging, "vestiging", flags),
        other_id=_one(read_other_id, raw.other_id, "other_id", flags),
        address=place,
        phones=_many(read_phone, raw.phones, "phones", flags),
        ibans=_many(read_iban, raw.ibans, "ibans", flags),
        emails=_many(read_email, raw.emails, "emails", flags),
        websites=_many(read_website, raw.websites, "websites", flags),
        flags=(*flags, *place_flags),
    )
