"""The comparable record: what is left of a statement once spelling habits are taken out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawPerson:
    """A person as a partner wrote it down: texts, any of which may be empty."""

    full_name: str = ""
    given_names: str = ""
    initials: str = ""
    tussenvoegsel: str = ""
    surname: str = ""
    partner_surname: str = ""
    birth_date: str = ""
    birth_place: str = ""
    gender: str = ""
    occupation: str = ""
    postcode: str = ""
    house_number: str = ""
    addition: str = ""
    street: str = ""
    city: str = ""
    bsn: str = ""
    other_id: str = ""
    phones: tuple[str, ...] = ()
    ibans: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RawOrganisation:
    """An organisation as a partner wrote it down."""

    name: str = ""
    trade_names: tuple[str, ...] = ()
    kvk: str = ""
    rsin: str = ""
    vestiging: str = ""
    other_id: str = ""
    postcode: str = ""
    house_number: str = ""
    addition: str = ""
    street: str = ""
    city: str = ""
    phones: tuple[str, ...] = ()
    ibans: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    websites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Address:
    """An address in parts; an empty text means unknown."""

    postcode: str = ""
    house_number: str = ""
    addition: str = ""
    street: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person ready to compare; `flags` names the values that could not be read."""

    given_names: tuple[str, ...] = ()
    initials: str = ""
    tussenvoegsel: str = ""
    surname: str = ""
    other_surnames: tuple[str, ...] = ()
    birth_date: str = ""
    birth_place: str = ""
    gender: str = ""
    occupation: str = ""
    address: Address = Address()
    bsn: str = ""
    other_id: str = ""
    phones: tuple[str, ...] = ()
    ibans: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrganisationRecord:
    """An organisation ready to compare; `flags` names the values that could not be read."""

    name: str = ""
    legal_form: str = ""
    other_names: tuple[str, ...] = ()
    kvk: str = ""
    rsin: str = ""
    vestiging: str = ""
    other_id: str = ""
    address: Address = Address()
    phones: tuple[str, ...] = ()
    ibans: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    websites: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


Record = PersonRecord | OrganisationRecord
