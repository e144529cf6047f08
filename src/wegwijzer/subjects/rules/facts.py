"""What one source says about one subject."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from wegwijzer.kernel.errors import Invalid
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.subjects.rules import identifiers


class SubjectKind(StrEnum):
    """What a subject is. Bron: dossier § 7.2."""

    PERSON = "person"
    ORGANISATION = "organisation"
    ADDRESS = "address"
    VEHICLE = "vehicle"
    VESSEL = "vessel"
    PHONE = "phone"
    ACCOUNT = "account"


KIND_LABELS = {
    SubjectKind.PERSON: _("Persoon"),
    SubjectKind.ORGANISATION: _("Organisatie"),
    SubjectKind.ADDRESS: _("Adres"),
    SubjectKind.VEHICLE: _("Voertuig"),
    SubjectKind.VESSEL: _("Vaartuig"),
    SubjectKind.PHONE: _("Telefoonnummer"),
    SubjectKind.ACCOUNT: _("Bankrekening"),
}


class SubjectRole(StrEnum):
    """What a subject is in its dossier; a victim is never shown among the others."""

    SUBJECT = "subject"
    CIRCLE = "circle"
    VICTIM = "victim"
    FACILITATOR = "facilitator"
    WITNESS = "witness"


ROLE_LABELS = {
    SubjectRole.SUBJECT: _("Betrokkene"),
    SubjectRole.CIRCLE: _("Directe kring"),
    SubjectRole.VICTIM: _("Slachtoffer"),
    SubjectRole.FACILITATOR: _("Facilitator"),
    SubjectRole.WITNESS: _("Getuige"),
}


class SourceReliability(StrEnum):
    """How reliable the source is. Bron: dossier § 7.4 (4x4-code)."""

    A = "A"
    B = "B"
    C = "C"
    X = "X"


SOURCE_RELIABILITY_LABELS = {
    SourceReliability.A: _("Geen twijfel aan de bron"),
    SourceReliability.B: _("Bron meestal betrouwbaar"),
    SourceReliability.C: _("Bron meestal onbetrouwbaar"),
    SourceReliability.X: _("Betrouwbaarheid van de bron onbekend"),
}


class InformationReliability(StrEnum):
    """How reliable the information is. Bron: dossier § 7.4 (4x4-code)."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"


INFORMATION_RELIABILITY_LABELS = {
    InformationReliability.ONE: _("Juistheid staat vast"),
    InformationReliability.TWO: _("De bron weet het zelf; de melder niet"),
    InformationReliability.THREE: _("De bron weet het niet zelf, maar het is bevestigd"),
    InformationReliability.FOUR: _("De bron weet het niet zelf en het is niet bevestigd"),
}


class Handling(StrEnum):
    """What may be done with it. Bron: dossier § 7.4 (handling codes)."""

    H0 = "H0"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"


HANDLING_LABELS = {
    Handling.H0: _("Alleen om misdaad te voorkomen of te bestrijden"),
    Handling.H1: _("Niet in een rechtszaak zonder toestemming"),
    Handling.H2: _("Niet verder verspreiden zonder toestemming"),
    Handling.H3: _("Andere beperking"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectFacts:
    """What one participant says about one subject; fields that do not fit the kind stay empty.

    ``relation`` is the relation of the law (``law`` decides what it opens), ``circle_link`` says
    why someone belongs to the direct circle. Dates may be partial: ``1980``, ``1980-05``.
    """

    kind: SubjectKind
    source_participant_id: UUID
    first_processed_date: date
    role: SubjectRole = SubjectRole.SUBJECT
    relation: str = ""
    circle_link: str = ""
    source_reliability: SourceReliability = SourceReliability.X
    information_reliability: InformationReliability = InformationReliability.FOUR
    handling: Handling = Handling.H0

    full_name: str = ""
    given_names: str = ""
    call_name: str = ""
    initials: str = ""
    prefix: str = ""
    surname: str = ""
    birth_surname: str = ""
    partner_surname: str = ""
    other_names: tuple[str, ...] = ()
    birth_date: str = ""
    birth_place: str = ""
    gender: str = ""
    nationality: str = ""
    occupation: str = ""
    bsn: str = ""
    foreign_number: str = ""

    name: str = ""
    trade_names: tuple[str, ...] = ()
    legal_form: str = ""
    kvk: str = ""
    rsin: str = ""
    establishment: str = ""

    street: str = ""
    house_number: str = ""
    house_suffix: str = ""
    postcode: str = ""
    town: str = ""
    country: str = ""

    phones: tuple[str, ...] = ()
    ibans: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    websites: tuple[str, ...] = ()
    plate: str = ""
    make: str = ""
    vessel_name: str = ""
    imo: str = ""
    eni: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFacts:
    """One fact that a participant adds later about a subject that is already there."""

    field: str
    value: str
    source_participant_id: UUID
    first_processed_date: date
    source_reliability: SourceReliability = SourceReliability.X
    information_reliability: InformationReliability = InformationReliability.FOUR
    handling: Handling = Handling.H0


# What the source says, apart from who says it and how it may be used.
ABOUT_THE_SOURCE = frozenset(
    {
        "kind",
        "source_participant_id",
        "first_processed_date",
        "role",
        "relation",
        "circle_link",
        "source_reliability",
        "information_reliability",
        "handling",
    }
)
CONTENT_FIELDS = tuple(
    f.name for f in dataclasses.fields(SubjectFacts) if f.name not in ABOUT_THE_SOURCE
)
LISTS = frozenset(f.name for f in dataclasses.fields(SubjectFacts) if f.type == tuple[str, ...])
LONGEST = 400

# One of these must be filled in, or there is nothing to know the subject by.
NEEDED: dict[SubjectKind, tuple[tuple[str, ...], str]] = {
    SubjectKind.PERSON: (
        ("surname", "given_names", "full_name", "call_name", "other_names", "bsn"),
        _("Vul van een persoon ten minste een naam of een BSN in."),
    ),
    SubjectKind.ORGANISATION: (
        ("name", "trade_names", "kvk", "rsin"),
        _("Vul van een organisatie ten minste een naam, KvK-nummer of RSIN in."),
    ),
    SubjectKind.ADDRESS: (
        ("postcode", "street"),
        _("Vul van een adres ten minste een postcode of een straat in."),
    ),
    SubjectKind.VEHICLE: (("plate",), _("Vul van een voertuig het kenteken in.")),
    SubjectKind.VESSEL: (
        ("vessel_name", "imo", "eni"),
        _("Vul van een vaartuig ten minste de naam, het IMO-nummer of het ENI-nummer in."),
    ),
    SubjectKind.PHONE: (("phones",), _("Vul het telefoonnummer in.")),
    SubjectKind.ACCOUNT: (("ibans",), _("Vul het IBAN van de rekening in.")),
}
CLEANERS = {
    "bsn": identifiers.bsn,
    "rsin": identifiers.rsin,
    "kvk": identifiers.kvk,
    "establishment": identifiers.establishment,
    "birth_date": identifiers.partial_date,
    "plate": identifiers.plate,
    "imo": identifiers.imo,
    "eni": identifiers.eni,
    "phones": identifiers.phone,
    "ibans": identifiers.iban,
}


def clean(facts: SubjectFacts) -> SubjectFacts:
    """Return the facts with every text trimmed and every number in its one form, or refuse.

    Raises Invalid with the field, so that a delivery can name what is wrong with a row.
    """
    content = {name: _trimmed(value, name) for name, value in content_of(facts).items()}
    content = {name: value for name, value in content.items() if value}
    for name in CLEANERS.keys() & content.keys():
        cleaner, value = CLEANERS[name], content[name]
        content[name] = (
            tuple(dict.fromkeys(map(cleaner, value))) if type(value) is tuple else cleaner(value)
        )
    if "postcode" in content:
        content["postcode"] = identifiers.postcode(content["postcode"], facts.country)
    needed, sentence = NEEDED[facts.kind]
    if content.keys().isdisjoint(needed):
        raise Invalid(sentence, field=needed[0])
    return with_content(facts, content)


def _trimmed(value: str | tuple[str, ...], field: str) -> Any:
    if isinstance(value, tuple):
        return tuple(text for one in value if (text := _trimmed(one, field)))
    text = " ".join(value.replace("\0", "").split())
    if len(text) > LONGEST:
        raise Invalid(
            _("Deze tekst is te lang. Gebruik ten hoogste %(most)s tekens."),
            field=field,
            most=LONGEST,
        )
    return text


def clean_value(field: str, value: str) -> str:
    """Return one value of a field in its one form, or refuse."""
    if field not in CONTENT_FIELDS:
        raise Invalid(_("Dit gegeven bestaat niet. Kies er een uit de lijst."), field="field")
    text = _trimmed(value, field)
    text = CLEANERS[field](text) if field in CLEANERS else text
    if text == "":
        raise Invalid(_("Vul in wat u wilt vastleggen."), field="value")
    return str(text)


def merged(content: dict[str, Any], stated: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return the content with what was stated later, oldest first; nothing told is overwritten.

    A list grows; a single value that was empty is filled, and by the latest statement.
    """
    whole: dict[str, Any] = dict(content)
    for name, value in stated:
        if name in LISTS:
            whole[name] = list(dict.fromkeys((*whole.get(name, ()), value)))
        elif not content.get(name):
            whole[name] = value
    return whole


def content_of(facts: SubjectFacts) -> dict[str, Any]:
    """Return what the source says, without the fields that are empty."""
    return {name: value for name in CONTENT_FIELDS if (value := getattr(facts, name))}


def with_content(facts: SubjectFacts, content: dict[str, Any]) -> SubjectFacts:
    """Return the same source saying this content instead."""
    return SubjectFacts(**{name: getattr(facts, name) for name in ABOUT_THE_SOURCE}, **content)
