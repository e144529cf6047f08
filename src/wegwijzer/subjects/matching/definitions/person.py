"""The model of a natural person, before training: what is compared, and how strictly."""

from wegwijzer.subjects.matching.conditions import (
    crossed,
    crossed_alike,
    differ,
    edits,
    equal,
    missing,
    prefix,
    share,
    similar,
    swapped,
    within,
)
from wegwijzer.subjects.matching.definitions.parts import (
    at,
    gap,
    key,
    neutral,
    set_at,
    shared_number,
)
from wegwijzer.subjects.matching.spec import Field, ModelSpec

VERSION = "person-1"


_GIVEN = Field(
    "given",
    (
        gap("any_given"),
        at("exact", equal("given"), m=0.72, u=0.008, frequency="given"),
        at("same root", equal("root"), m=0.05, u=0.004),
        at("almost", similar("given", 0.92), m=0.08, u=0.004),
        at("shared", share("names"), m=0.02, u=0.004),
        at("initials", missing("given"), equal("initial"), m=0.06, u=0.08),
        at("crossed", crossed_alike("given", "surname", 0.92), m=0.01, u=0.0005),
        at("alike", similar("given", 0.8), m=0.02, u=0.02),
        at("first letter", equal("initial"), m=0.02, u=0.06),
        at("different", m=0.02, u=0.82),
    ),
    ("any_given",),
)
_SURNAME = Field(
    "surname",
    (
        gap("surname"),
        at("exact", equal("surname"), m=0.8, u=0.002, frequency="surname"),
        at("almost", similar("surname", 0.94), m=0.08, u=0.002),
        at("shared", share("surnames"), m=0.03, u=0.002),
        at("crossed", swapped("given", "surname"), m=0.01, u=0.00002),
        at("sounds alike", equal("surname_sound"), m=0.02, u=0.003),
        at("alike", similar("surname", 0.84), m=0.03, u=0.01),
        at("different", m=0.03, u=0.98),
    ),
    ("tussenvoegsel", "surname"),
)
_BIRTH_DATE = Field(
    "birth_date",
    (
        gap("born"),
        at("exact", equal("birth_date"), m=0.85, u=0.00005, frequency="birth_date"),
        at("turned", crossed("birth_date", "birth_turned"), m=0.02, u=0.00005),
        at("one digit", edits("birth_date", 1), m=0.05, u=0.001),
        at("fits", prefix("born"), m=0.03, u=0.015),
        at("two digits", differ("birth_date", 2), m=0.02, u=0.01),
        at("same month", equal("birth_month"), m=0.01, u=0.001),
        at("same year", equal("birth_year"), m=0.01, u=0.015),
        at("near", within("birth_year", 10), m=0.004, u=0.25),
        at("different", m=0.004, u=0.7),
    ),
    ("born",),
)
_ADDRESS = Field(
    "address",
    (
        gap("postcode", "street"),
        at("exact", equal("postcode"), equal("house_number"), equal("street"), m=0.5, u=0.00001),
        at("postcode and number", equal("postcode"), equal("house_number"), m=0.1, u=0.00001),
        at("street and number", equal("street"), equal("house_number"), m=0.05, u=0.00002),
        at("almost", equal("house_number"), similar("street", 0.88), m=0.03, u=0.0001),
        at("street and postcode", equal("postcode"), similar("street", 0.88), m=0.03, u=0.0001),
        at("postcode", equal("postcode"), m=0.05, u=0.0002, frequency="postcode"),
        at("street", similar("street", 0.88), m=0.03, u=0.003),
        at("area", equal("area"), m=0.02, u=0.001),
        at("number", equal("house_number"), m=0.01, u=0.01),
        at("different", m=0.2, u=0.96),
    ),
    ("street", "house_number", "addition", "postcode"),
)
_CITY = Field(
    "city",
    (
        gap("city"),
        at("exact", equal("city"), m=0.76, u=0.03, frequency="city"),
        at("almost", similar("city", 0.9), m=0.04, u=0.002),
        at("different", m=0.2, u=0.968),
    ),
    ("city",),
)
_BIRTH_PLACE = Field(
    "birth_place",
    (
        gap("birth_place"),
        at("exact", equal("birth_place"), m=0.85, u=0.02, frequency="birth_place"),
        at("alike", similar("birth_place", 0.88), m=0.05, u=0.01),
        at("different", m=0.1, u=0.97),
    ),
    ("birth_place",),
    least=-4.0,
)
_GENDER = Field(
    "gender",
    (
        gap("gender"),
        at("exact", equal("gender"), m=0.98, u=0.5),
        at("different", m=0.02, u=0.5),
    ),
    ("gender",),
    least=-4.0,
)
_OCCUPATION = Field(
    "occupation",
    (
        gap("occupation"),
        at("exact", equal("occupation"), m=0.7, u=0.02, frequency="occupation"),
        at("different", m=0.3, u=0.98),
    ),
    ("occupation",),
    least=-3.0,
)
# Relatives in one house share a surname, an address and often a phone. Taken one by one these would speak
# for one person three times over, so a first name that differs then counts against it once more.
_HOUSEHOLD = Field(
    "household",
    (
        gap("any_given"),
        neutral(equal("initial")),
        neutral(share("names")),
        neutral(similar("given", 0.8)),
        neutral(crossed_alike("given", "surname", 0.92)),
        neutral(equal("birth_date")),
        set_at(
            "relatives",
            share("surnames"),
            equal("postcode"),
            equal("house_number"),
            m=0.0005,
            u=0.512,
        ),
        set_at("relatives", share("surnames"), share("phones"), m=0.0005, u=0.512),
        set_at(
            "relatives",
            share("surnames"),
            equal("street"),
            equal("house_number"),
            m=0.0005,
            u=0.512,
        ),
        neutral(),
    ),
    ("any_given",),
)
_BSN = Field(
    "bsn",
    (
        gap("bsn"),
        set_at("exact", equal("bsn"), m=0.95, u=0.000001),
        set_at("one digit", edits("bsn", 1), m=0.03, u=0.00001),
        set_at("different", m=0.02, u=0.999989),
    ),
    ("bsn",),
)
_OTHER_ID = Field(
    "other_id",
    (
        gap("other_id"),
        set_at("exact", equal("other_id"), m=0.9, u=0.000001),
        set_at("one digit", edits("other_id", 1), m=0.06, u=0.00002),
        set_at("different", m=0.04, u=0.999979),
    ),
    ("other_id",),
)


_KEYS = (
    key("bsn", "bsn"),
    key("other_id", "other_id"),
    key("phone", "phones*"),
    key("iban", "ibans*"),
    key("email", "emails*"),
    key("name+date", "surnames*", "birth_date"),
    key("given+date", "names*", "birth_date"),
    key("initial+date", "initial", "birth_date", most=16),
    key("date+place", "birth_date", "area"),
    key("date+birthplace", "birth_date", "birth_place"),
    key("sound+year", "surname_sound", "given_sound", "birth_year", most=24),
    key("both names", "both_names", most=16),
    key("name+postcode", "surname_sound", "postcode"),
    key("given+postcode", "names*", "postcode"),
    key("house", "postcode", "house_number", "initial"),
    key("street", "street", "house_number", "city", most=16),
    key("name+birthplace", "surname_sound", "birth_place", most=20),
    key("mailbox", "mailbox", most=30),
    key("surname+city", "surname", "city", most=10),
    key("date alone", "birth_date", most=15),
    key("surname alone", "surnames*", most=30),
    key("given alone", "names*", most=30),
    key("postcode alone", "postcode", most=16),
)


def person_model() -> ModelSpec:
    """Return the model of a person with the weights experts would give."""
    return ModelSpec(
        kind="person",
        version=VERSION,
        fields=(
            _GIVEN,
            _SURNAME,
            _BIRTH_DATE,
            _ADDRESS,
            _CITY,
            _BIRTH_PLACE,
            _GENDER,
            _OCCUPATION,
            _HOUSEHOLD,
            _BSN,
            _OTHER_ID,
            shared_number("phone", "phones", m=0.7, u=0.0001),
            shared_number("iban", "ibans", m=0.9, u=0.000005),
            shared_number("email", "emails", m=0.8, u=0.00002),
        ),
        keys=_KEYS,
        training=(("birth_date",), ("surname", "given"), ("postcode", "initial")),
        deterministic=(("surname", "given", "birth_date"), ("bsn",), ("other_id",)),
        conflicts=("bsn",),
        prior=0.00001,
        suggest_at=0.0,
        join_at=0.0,
    )
