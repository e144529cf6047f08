"""The model of an organisation, before training: what is compared, and how strictly."""

from wegwijzer.subjects.matching.conditions import edits, equal, overlap, share, similar
from wegwijzer.subjects.matching.definitions.parts import at, gap, key, set_at, shared_number
from wegwijzer.subjects.matching.spec import Field, ModelSpec

VERSION = "organisation-1"


_NAME = Field(
    "name",
    (
        gap("name"),
        at("exact", equal("name"), m=0.5, u=0.0003, frequency="name"),
        at("same words", equal("sorted_name"), m=0.05, u=0.0001),
        at("also known", share("all_names"), m=0.03, u=0.0001),
        at("almost", similar("name", 0.94), m=0.12, u=0.0008),
        at("within", overlap("words", 1.0), m=0.1, u=0.002),
        at("alike", similar("name", 0.85), m=0.06, u=0.006),
        at("some words", overlap("words", 0.5), m=0.06, u=0.02),
        at("different", m=0.08, u=0.97),
    ),
    ("name",),
)
_ADDRESS = Field(
    "address",
    (
        gap("postcode", "street"),
        at("exact", equal("postcode"), equal("house_number"), equal("street"), m=0.3, u=0.00001),
        at("postcode and number", equal("postcode"), equal("house_number"), m=0.1, u=0.00002),
        at("street and number", equal("street"), equal("house_number"), m=0.3, u=0.0002),
        at("almost", equal("house_number"), similar("street", 0.88), m=0.1, u=0.0002),
        at("street and postcode", equal("postcode"), similar("street", 0.88), m=0.03, u=0.0005),
        at("street and city", equal("city"), similar("street", 0.88), m=0.02, u=0.002),
        at("number and city", equal("house_number"), equal("city"), m=0.01, u=0.001),
        at("postcode", equal("postcode"), m=0.03, u=0.002, frequency="postcode"),
        at("street", similar("street", 0.94), m=0.03, u=0.005),
        at("area", equal("area"), m=0.01, u=0.005),
        at("city", equal("city"), m=0.02, u=0.05, frequency="city"),
        at("number", equal("house_number"), m=0.01, u=0.01),
        at("different", m=0.1, u=0.94),
    ),
    ("street", "house_number", "addition", "postcode", "city"),
)
_LEGAL_FORM = Field(
    "legal_form",
    (
        gap("legal_form"),
        at("exact", equal("legal_form"), m=0.9, u=0.4),
        at("different", m=0.1, u=0.6),
    ),
    ("legal_form",),
    least=-2.0,
)


def _number(name: str, *, m: float) -> Field:
    """Return the field of a registration number."""
    return Field(
        name,
        (
            gap(name),
            set_at("exact", equal(name), m=m, u=0.000002),
            set_at("one digit", edits(name, 1), m=0.03, u=0.00002),
            set_at("different", m=0.97 - m, u=0.999978),
        ),
        (name,),
    )


_KEYS = (
    key("kvk", "kvk"),
    key("rsin", "rsin"),
    key("vestiging", "vestiging"),
    key("other_id", "other_id"),
    key("phone", "phones*"),
    key("iban", "ibans*"),
    key("email", "emails*"),
    key("website", "websites*"),
    key("name", "all_names*"),
    key("sorted", "sorted_name"),
    key("sound", "name_sound"),
    key("words+postcode", "words*", "postcode"),
    key("words+number", "words*", "house_number"),
    key("house", "postcode", "house_number"),
    key("street", "street", "house_number"),
    key("first+city", ("name", 6), "city"),
    key("rare words", "rarest_words*"),
)


def organisation_model() -> ModelSpec:
    """Return the model of an organisation with the weights experts would give."""
    return ModelSpec(
        kind="organisation",
        version=VERSION,
        fields=(
            _NAME,
            _ADDRESS,
            _LEGAL_FORM,
            _number("kvk", m=0.92),
            _number("rsin", m=0.92),
            _number("vestiging", m=0.8),
            _number("other_id", m=0.9),
            shared_number("phone", "phones", m=0.7, u=0.0003),
            shared_number("iban", "ibans", m=0.9, u=0.000005),
            shared_number("email", "emails", m=0.7, u=0.0001),
            shared_number("website", "websites", m=0.8, u=0.0002),
        ),
        keys=_KEYS,
        training=(("name",), ("street", "house_number")),
        deterministic=(("kvk",), ("rsin",), ("name", "house_number"), ("name", "postcode")),
        conflicts=("kvk",),
        prior=0.0001,
        suggest_at=0.0,
        join_at=0.0,
    )
