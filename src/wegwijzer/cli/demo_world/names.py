"""The people, firms and things that signals are about: invented, with BSNs of the test range."""

from dataclasses import dataclass, replace
from random import Random

FIRST = (
    "Jan", "Cornelis", "Johanna", "Mohammed", "Fatima", "Piotr", "Agnieszka", "Dmitri", "Mehmet",
    "Ayşe", "Willem", "Maria", "Kevin", "Sharon", "Youssef", "Elisabeth", "Hendrik", "Chantal",
    "Andrei", "Ximena", "Rachid", "Johannes", "Wilhelmina", "Tomasz", "Naomi", "Bilal", "Theodorus",
)  # fmt: skip
SHORT = {
    "Cornelis": "Kees", "Johanna": "Jo", "Johannes": "Hans", "Wilhelmina": "Mina",
    "Elisabeth": "Betty", "Hendrik": "Henk", "Theodorus": "Theo", "Willem": "Wim",
    "Mohammed": "Mohamed", "Ayşe": "Ayse", "Dmitri": "Dmitry", "Agnieszka": "Agnes",
}  # fmt: skip
SURNAMES = (
    ("van", "Nergenshuizen"), ("", "Sprookstra"), ("de", "Verzonne"), ("van der", "Schijn"),
    ("", "Fabeldijk"), ("ten", "Droom"), ("", "Wolkenman"), ("", "Luchtkasteel"), ("el", "Khayali"),
    ("", "Hayalioglu"), ("", "Zmyślony"), ("", "Nebylitsa"), ("", "Maansteen"), ("van den", "Mist"),
    ("", "Papiertulp"), ("", "Nevelstra"), ("de", "Denkbeeldige"), ("", "Bedenksel"),
    ("", "Fantasma"), ("van de", "Wensdijk"), ("", "Doolhof"), ("", "Spiegelaar"), ("", "Niemand"),
    ("in 't", "Ongewisse"), ("", "Ficțiu"), ("", "Vederlicht"),
)  # fmt: skip
FIRMS = (
    "Kapsalon Schijnknip", "Autoverhuur Luchtband", "Zorgbureau Denkbeeld", "Belhuis Verre Horizon",
    "Bloemhandel De Papieren Tulp", "Vakantiepark De Lege Hoek", "Garage Dubbele Bodem",
    "Administratiekantoor Nulregel", "Vastgoed Spiegelzaal", "Uitzendbureau Volle Bus",
    "Afvalverwerking Weg Is Weg", "Transport Nachtegaal Fictief", "Café Het Stille Uur",
    "Handelsonderneming Nevel", "Sportschool Holle Haltertjes", "Telecomshop Wolk Zeven",
)  # fmt: skip
FORMS = ("B.V.", "Holding B.V.", "V.O.F.", "Stichting", "")


@dataclass(frozen=True, slots=True)
class Body:
    """Somebody who doesn't exist, as one source writes them down."""

    given: str
    prefix: str
    surname: str
    birth_date: str
    bsn: str
    phone: str
    street: str
    number: str
    postcode: str
    city: str
    iban: str
    kenteken: str


@dataclass(frozen=True, slots=True)
class Firm:
    """A firm that doesn't exist, as one source writes it down."""

    name: str
    form: str
    kvk: str
    street: str
    number: str
    postcode: str
    city: str
    iban: str


def test_bsn(rng: Random) -> str:
    """Return a number that passes the eleven test and lies in the range kept for tests (9999…)."""
    while True:
        digits = "9999" + "".join(str(rng.randrange(10)) for _ in range(4))
        total = sum(int(d) * w for d, w in zip(digits, range(9, 1, -1), strict=True))
        if total % 11 < 10:
            return digits + str(total % 11)


def test_iban(rng: Random) -> str:
    """Return a well-formed account number at a bank that doesn't exist (code FIKT)."""
    account = f"{rng.randrange(10**10):010d}"
    letters = "".join(str(int(c, 36)) for c in f"FIKT{account}NL00")
    return f"NL{98 - int(letters) % 97:02d}FIKT{account}"


def make_body(rng: Random, street: str, city: str) -> Body:
    """Make somebody up."""
    prefix, surname = rng.choice(SURNAMES)
    letters = "BCEGHJKLMNPRTVWXZ"
    return Body(
        rng.choice(FIRST),
        prefix,
        surname,
        f"{rng.randrange(1955, 2004)}-{rng.randrange(1, 13):02d}-{rng.randrange(1, 29):02d}",
        test_bsn(rng),
        f"06{rng.randrange(10_000_000, 99_999_999)}",
        street,
        str(rng.randrange(1, 180)),
        f"{rng.randrange(9900, 9999)}{rng.choice(letters)}{rng.choice(letters)}",
        city,
        test_iban(rng),
        f"{rng.choice(letters)}{rng.choice(letters)}-{rng.randrange(100, 999)}-{rng.choice(letters)}",
    )


def make_firm(rng: Random, body: Body) -> Firm:
    """Make a firm up, on the address of its director."""
    return Firm(
        rng.choice(FIRMS),
        rng.choice(FORMS),
        f"9{rng.randrange(10**7):07d}",
        body.street,
        body.number,
        body.postcode,
        body.city,
        test_iban(rng),
    )


def as_written_by_another(body: Body, rng: Random) -> Body:
    """Return the same person as another source writes them: other spelling, gaps, initials."""
    given = rng.choice((body.given, SHORT.get(body.given, body.given), f"{body.given[0]}."))
    surname = body.surname
    if rng.random() < 0.4:
        at = rng.randrange(1, len(surname) - 1)
        surname = surname[:at] + surname[at + 1] + surname[at] + surname[at + 2 :]
    other = replace(body, given=given, surname=surname)
    if rng.random() < 0.5:
        other = replace(other, bsn="")
    if rng.random() < 0.3:
        other = replace(other, birth_date=body.birth_date[:4])
    if rng.random() < 0.4:
        other = replace(other, phone="")
    if rng.random() < 0.3:
        other = replace(other, prefix="")
    return other
