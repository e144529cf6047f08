"""Synthetic records as partners in the Netherlands would hold them, made in code, with the truth.

Families share a house, a surname and a phone; brothers are born a few years apart, twins on one day; names
recur. What several partners hold about one subject differs by typing, habits, moves and gaps. All
BSNs pass the eleven test but belong to nobody; telephone numbers and accounts are made up.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from wegwijzer.subjects.matching.record import RawOrganisation, RawPerson

MEN = [
    "Jan",
    "Johannes",
    "Cornelis",
    "Hendrik",
    "Willem",
    "Pieter",
    "Jacob",
    "Gerrit",
    "Dirk",
    "Petrus",
    "Adriaan",
    "Theodorus",
    "Franciscus",
    "Mohamed",
    "Ahmed",
    "Ali",
    "Mustafa",
    "Mehmet",
    "Emre",
    "Yusuf",
    "Omar",
    "Hassan",
    "Daan",
    "Sem",
    "Levi",
    "Luuk",
    "Bram",
    "Finn",
    "Lucas",
    "Thijs",
    "Jesse",
    "Milan",
    "Ruben",
    "Sven",
    "Niels",
    "Bas",
    "Joris",
    "Maarten",
    "Koen",
    "Wouter",
    "Jeroen",
    "Martijn",
    "Mark",
    "Richard",
    "Ronald",
    "Erik",
    "Robert",
    "Marcel",
    "Frank",
    "Patrick",
    "Edwin",
    "Michel",
    "Dennis",
    "Kevin",
    "Nick",
    "Stefan",
    "Joost",
    "Gijs",
    "Teun",
    "Hugo",
    "Noah",
    "Ibrahim",
    "Youssef",
    "Bilal",
    "Piotr",
    "Krzysztof",
    "Andrei",
    "Oleksandr",
    "Dmitri",
    "Marek",
    "Tomasz",
    "Jose",
    "Carlos",
    "Giovanni",
    "Antonius",
    "Lambertus",
    "Wilhelmus",
    "Gerardus",
    "Leonardus",
    "Simon",
    "Klaas",
    "Albert",
    "Rudolf",
    "Michael",
    "Thomas",
    "David",
    "Daniel",
    "Jozef",
]
WOMEN = [
    "Maria",
    "Anna",
    "Elisabeth",
    "Catharina",
    "Johanna",
    "Wilhelmina",
    "Margaretha",
    "Fatima",
    "Ayse",
    "Khadija",
    "Aicha",
    "Noor",
    "Emma",
    "Julia",
    "Sophie",
    "Mila",
    "Tess",
    "Saar",
    "Lotte",
    "Eva",
    "Lisa",
    "Anouk",
    "Femke",
    "Sanne",
    "Monique",
    "Ingrid",
    "Marjan",
    "Petra",
    "Yvonne",
    "Karin",
    "Astrid",
    "Esther",
    "Linda",
    "Mariska",
    "Chantal",
    "Kim",
    "Manon",
    "Naomi",
    "Romy",
    "Iris",
    "Fleur",
    "Lieke",
    "Roos",
    "Isa",
    "Yara",
    "Zoe",
    "Nina",
    "Sara",
    "Olivia",
    "Maud",
    "Vera",
    "Zeynep",
    "Elif",
    "Meryem",
    "Hatice",
    "Agnieszka",
    "Malgorzata",
    "Ioana",
    "Natalia",
    "Svetlana",
    "Cornelia",
    "Hendrika",
    "Jacoba",
    "Petronella",
    "Geertruida",
    "Adriana",
    "Theresia",
    "Francisca",
    "Christina",
    "Susanna",
    "Alida",
]
CALLED = {
    "Johannes": "Hans", "Cornelis": "Kees", "Hendrik": "Henk", "Willem": "Wim", "Pieter": "Piet",
    "Jacob": "Jaap", "Petrus": "Piet", "Theodorus": "Theo", "Franciscus": "Frans", "Mohamed": "Mo",
    "Robert": "Rob", "Thijs": "Matthijs", "Elisabeth": "Els", "Catharina": "Trijn", "Maria": "Ria",
    "Wilhelmina": "Mien", "Margaretha": "Greet", "Antonius": "Ton", "Gerardus": "Gerard",
    "Leonardus": "Leo", "Cornelia": "Cor", "Hendrika": "Riek", "Theresia": "Trees", "Jozef": "Jos",
}  # fmt: skip
OTHER_SPELLINGS = {
    "Mohamed": "Mohammed", "Ahmed": "Ahmad", "Yusuf": "Youssef", "Fatima": "Fatma", "Sara": "Sarah",
    "Erik": "Eric", "Mark": "Marc", "Niels": "Nils", "Lucas": "Lukas", "Dmitri": "Dmitry",
    "Aicha": "Aisha", "Hassan": "Hasan", "Svetlana": "Светлана", "Oleksandr": "Олександр",
}  # fmt: skip
PARTICLES = [
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "de",
    "van",
    "van de",
    "van der",
    "van den",
    "ter",
    "el",
    "in 't",
]
STEMS = [
    "Hoog",
    "Lang",
    "Kort",
    "Groot",
    "Klein",
    "Nieuw",
    "Oud",
    "Berg",
    "Dijk",
    "Veen",
    "Wal",
    "Sloot",
    "Haver",
    "Rogge",
    "Wit",
    "Zwart",
    "Rood",
    "Groen",
    "Ooster",
    "Wester",
    "Noorder",
    "Zuider",
    "Kamp",
    "Bos",
    "Hei",
    "Meul",
    "Brink",
    "Bak",
    "Kuip",
    "Smid",
    "Vis",
    "Snij",
    "Tim",
    "Wind",
    "Water",
    "Zand",
    "Klei",
    "Steen",
    "Hol",
    "Win",
    "Zee",
    "Land",
    "Stol",
    "Braam",
    "Doorn",
    "Eik",
    "Linde",
    "Berk",
    "Els",
    "Hazel",
    "Vlas",
    "Lin",
    "Kar",
    "Mol",
    "Paal",
]
TAILS = [
    "man",
    "stra",
    "sma",
    "ing",
    "ink",
    "huis",
    "hof",
    "veld",
    "kamp",
    "berg",
    "dijk",
    "meer",
    "mans",
    "sen",
    "boer",
    "bos",
    "wijk",
    "horst",
    "mond",
    "dam",
    "broek",
    "laan",
    "stein",
    "burg",
    "land",
    "vink",
    "beek",
    "brugge",
    "loo",
    "rade",
    "ma",
    "ga",
    "aard",
    "els",
    "inga",
    "enga",
    "er",
    "ers",
    "donk",
    "voort",
    "zijl",
]
COMMON = [
    "Jansen",
    "Vries",
    "Jong",
    "Bakker",
    "Janssen",
    "Visser",
    "Smit",
    "Meijer",
    "Boer",
    "Mulder",
    "Groot",
    "Bos",
    "Vos",
    "Peters",
    "Hendriks",
    "Leeuwen",
    "Dekker",
    "Brouwer",
    "Wit",
    "Dijkstra",
    "Smits",
    "Graaf",
    "Meer",
    "Linden",
    "Kok",
    "Jacobs",
    "Haan",
    "Vermeulen",
    "Heuvel",
    "Veen",
    "Broek",
    "Schouten",
    "Bruijn",
    "Heijden",
    "Beek",
    "Hoekstra",
    "Verhoeven",
    "Wijk",
    "Willems",
    "Koster",
    "Dam",
    "Huisman",
    "Prins",
    "Blom",
    "Postma",
    "Kuipers",
    "Veenstra",
    "Kramer",
    "Scholten",
    "Post",
    "Koning",
    "Yilmaz",
    "Kaya",
    "Demir",
    "Sahin",
    "Celik",
    "Hamidi",
    "Bouali",
    "Amrani",
    "Haddad",
    "Singh",
    "Nguyen",
    "Chen",
    "Wang",
    "Kowalski",
    "Nowak",
    "Popescu",
    "Ivanov",
    "Shevchenko",
    "Ramdin",
    "Pinas",
]
SURNAMES = COMMON + [stem + tail for stem in STEMS for tail in TAILS]
WEIGHTS = [1 / (rank + 1) ** 0.85 for rank in range(len(SURNAMES))]
STREETS = [
    first + last
    for first in [
        "Kerk",
        "Dorps",
        "Molen",
        "School",
        "Stations",
        "Wilhelmina",
        "Juliana",
        "Beatrix",
        "Nassau",
        "Eiken",
        "Beuken",
        "Linden",
        "Roos",
        "Tulp",
        "Rembrandt",
        "Hoofd",
        "Nieuw",
        "Zuider",
        "Noorder",
        "Haven",
        "Markt",
        "Dijk",
        "Polder",
        "Vecht",
        "Rijn",
        "Sluis",
        "Korte",
        "Lange",
    ]
    for last in ["straat", "laan", "weg", "plein", "kade", "hof", "singel", "dreef"]
]
CITIES = (
    (
        "Amsterdam Rotterdam Den_Haag Utrecht Eindhoven Groningen Tilburg Almere Breda Nijmegen Apeldoorn "
        "Haarlem Arnhem Enschede Amersfoort Zaandam 's-Hertogenbosch Zwolle Leiden Leeuwarden Maastricht Ede"
    )
    .replace("_", " ")
    .split()
)
JOBS = [
    "kapper",
    "monteur",
    "chauffeur",
    "winkelier",
    "boekhouder",
    "kok",
    "glazenwasser",
    "bestuurder",
    "makelaar",
    "schilder",
]
BRANCHES = [
    "Bakkerij",
    "Garage",
    "Autobedrijf",
    "Transport",
    "Logistiek",
    "Schoonmaak",
    "Bouwbedrijf",
    "Horeca",
    "Kapsalon",
    "Vastgoed",
    "Handel",
    "Installatie",
    "Beheer",
    "Zorg",
    "Uitzendbureau",
    "Import",
    "Export",
    "Restaurant",
    "Kwekerij",
    "Juwelier",
    "Belwinkel",
    "Webshop",
]
FORMS = ["B.V.", "BV", "VOF", "V.O.F.", "N.V.", "Stichting", "Holding B.V.", "", "", "Eenmanszaak"]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
POSTCODE_LETTERS = "ABCEGHJKLMNPRSTVWXZ"
PARTNERS = ("politie", "gemeente", "belastingdienst", "fiod", "douane", "arbeidsinspectie")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A record, who it is about and which partner holds it."""

    subject: int
    partner: str
    raw: RawPerson | RawOrganisation


class World:
    """The makers of records, all from one seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._cumulative: list[float] = []
        total = 0.0
        for weight in WEIGHTS:
            total += weight
            self._cumulative.append(total)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def surname(self) -> str:
        return self.random.choices(SURNAMES, cum_weights=self._cumulative)[0]

    def given(self, gender: str) -> str:
        names = MEN if gender == "m" else WOMEN
        return names[min(int(self.random.expovariate(3.0 / len(names))), len(names) - 1)]

    def date(self, first: int = 1940, last: int = 2006) -> str:
        return f"{self.random.randint(first, last)}-{self.random.randint(1, 12):02d}-{self.random.randint(1, 28):02d}"

    def bsn(self) -> str:
        while True:
            digits = [self.random.randint(1, 9), *(self.random.randint(0, 9) for _ in range(7))]
            check = sum(d * w for d, w in zip(digits, range(9, 1, -1), strict=True)) % 11
            if check < 10:
                return "".join(map(str, digits)) + str(check)

    def phone(self) -> str:
        return f"06{self.random.randint(10000000, 99999999)}"

    def iban(self) -> str:
        bank, account = (
            self.random.choice(("INGB", "RABO", "ABNA", "TRIO")),
            self.random.randint(10**8, 10**9),
        )
        spelled = "".join(str(int(letter, 36)) for letter in f"{bank}{account:010d}NL00")
        return f"NL{98 - int(spelled) % 97:02d}{bank}{account:010d}"

    def place(self) -> dict[str, str]:
        area = self.random.randint(1011, 9999)
        letters = self.random.choice(POSTCODE_LETTERS) + self.random.choice(POSTCODE_LETTERS)
        street = STREETS[(area * 31 + ord(letters[0]) * 7 + ord(letters[1])) % len(STREETS)]
        return {
            "postcode": f"{area}{letters}",
            "house_number": str(self.random.randint(1, 180)),
            "street": street,
            "city": CITIES[area % len(CITIES)],
        }

    def typo(self, text: str) -> str:
        if len(text) < 3:
            return text
        at, kind = self.random.randrange(len(text) - 1), self.random.random()
        letter = self.random.choice(LETTERS if text[at].isalpha() else "0123456789")
        if kind < 0.3:
            return text[:at] + text[at + 1 :]
        if kind < 0.5:
            return text[:at] + letter + text[at:]
        if kind < 0.75:
            return text[:at] + letter + text[at + 1 :]
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def households(world: World) -> Iterator[RawPerson]:
    """Yield persons, family after family, without end."""
    pick = world.random
    while True:
        home, surname, particle = world.place(), world.surname(), pick.choice(PARTICLES)
        line, size = world.phone(), pick.choices((1, 2, 3, 4), (50, 25, 13, 12))[0]
        children: list[str] = []
        for member in range(size):
            gender = pick.choice("mv")
            is_child = member >= 2
            born = world.date(1990, 2006) if is_child else world.date(1940, 1988)
            if is_child and children and world.chance(0.04):
                born = children[-1]
            if is_child:
                children.append(born)
            second = f" {world.given(gender)}" if world.chance(0.4) else ""
            partner = ""
            name, own_particle = surname, particle
            if member == 1:
                name, own_particle = world.surname(), pick.choice(PARTICLES)
                partner = surname if world.chance(0.6) else ""
            yield RawPerson(
                given_names=world.given(gender) + second,
                tussenvoegsel=own_particle,
                surname=name,
                partner_surname=partner,
                birth_date=born,
                birth_place=pick.choice(CITIES),
                gender=gender,
                occupation=pick.choice(JOBS),
                bsn=world.bsn(),
                phones=(line if world.chance(0.3) else world.phone(),),
                ibans=(world.iban(),),
                emails=(f"{name.lower()}{pick.randint(1, 9999)}@voorbeeld.test",),
                **home,
            )


def as_written(world: World, told: RawPerson) -> RawPerson:
    """Return the person as one partner has written it down."""
    chance, pick = world.chance, world.random
    changed: dict[str, object] = {}
    given = told.given_names
    if chance(0.35):
        given = given.split()[0]
    first, _, rest = given.partition(" ")
    if chance(0.08):
        given = CALLED.get(first, first)
    elif chance(0.05):
        given = f"{OTHER_SPELLINGS.get(first, first)} {rest}".strip()
    elif chance(0.12):
        given = "".join(f"{name[0]}." for name in given.split())
    elif chance(0.05):
        given = world.typo(given)
    surname, particle, partner = told.surname, told.tussenvoegsel, told.partner_surname
    if chance(0.06):
        surname = world.typo(surname)
    if chance(0.12):
        particle = ""
    elif particle and chance(0.1):
        surname, particle = f"{particle} {surname}", ""
    if partner and chance(0.25):
        surname, particle, partner = f"{partner}-{surname}", "", ""
    elif partner and chance(0.3):
        surname, particle, partner = partner, "", ""
    elif partner and chance(0.5):
        partner = ""
    changed |= {
        "given_names": given,
        "surname": surname,
        "tussenvoegsel": particle,
        "partner_surname": partner,
    }
    if chance(0.01):
        changed |= {"given_names": surname, "surname": given}
    changed["birth_date"] = _date_as_written(world, told.birth_date)
    if chance(0.18):
        changed |= world.place()
    elif chance(0.08):
        changed["street"] = world.typo(told.street)
    if chance(0.05):
        changed["house_number"] = (
            f"{changed.get('house_number', told.house_number)}{pick.choice(' abc')}"
        )
    for name, share, others in (
        ("birth_place", 0.06, CITIES),
        ("gender", 0.01, ["m", "v"]),
        ("occupation", 0.2, JOBS),
    ):
        if chance(share):
            changed[name] = pick.choice(others)
    for name, share in (
        ("bsn", 0.55),
        ("birth_place", 0.6),
        ("gender", 0.4),
        ("occupation", 0.85),
        ("postcode", 0.08),
    ):
        if chance(share):
            changed[name] = ""
    for name, share in (("phones", 0.5), ("ibans", 0.7), ("emails", 0.75)):
        if chance(share):
            changed[name] = ()
    if changed.get("phones") is None and chance(0.2):
        changed["phones"] = (world.phone(),)
    if chance(0.03):
        changed |= {"postcode": "", "house_number": "", "street": "", "city": ""}
    return replace(told, **changed)  # type: ignore[arg-type]


def _date_as_written(world: World, date: str) -> str:
    kind, (year, month, day) = world.random.random(), date.split("-")
    for share, written in (
        (0.05, ""), (0.08, f"{year}-{day}-{month}"), (0.10, f"{year}-01-01"), (0.12, year),
        (0.15, f"{year[:3]}{world.random.randint(0, 9)}-{month}-{day}"), (0.153, world.date()),
        (0.45, f"{day}-{month}-{year}"),
    ):  # fmt: skip
        if kind < share:
            return written
    return date


def persons(count: int, seed: int = 11) -> Iterator[Labelled]:
    """Yield records of persons: about nine for every five persons, those of one person close together."""
    world = World(seed)
    made = 0
    for subject, told in enumerate(households(world)):
        for _copy in range(world.random.choices((1, 2, 3, 4, 5), (50, 27, 13, 7, 3))[0]):
            if made == count:
                return
            made += 1
            yield Labelled(subject, world.random.choice(PARTNERS), as_written(world, told))


def organisations(count: int, seed: int = 11) -> Iterator[Labelled]:
    """Yield records of organisations, among them chains with one name at many places."""
    world = World(seed)
    pick = world.random
    made, subject, chain = 0, 0, "Juwelier Goudhof B.V."
    while True:
        name = _organisation_name(world)
        if world.chance(0.06):
            name = chain
        elif world.chance(0.05):
            chain = name
        told = RawOrganisation(
            name=name,
            kvk=f"{pick.randint(1000000, 99999999):08d}",
            rsin=world.bsn(),
            vestiging=f"{pick.randint(10**7, 10**8):012d}",
            phones=(f"0{pick.randint(10, 79)}{pick.randint(1000000, 9999999)}",),
            ibans=(world.iban(),),
            emails=(
                f"info@{name.lower().replace(' ', '').replace('.', '')}{pick.randint(1, 99)}.test",
            ),
            websites=(f"www.{name.lower().replace(' ', '').replace('.', '')}.test",),
            **world.place(),
        )
        for _copy in range(pick.choices((1, 2, 3, 4, 5), (45, 27, 15, 8, 5))[0]):
            if made == count:
                return
            made += 1
            yield Labelled(subject, pick.choice(PARTNERS), _organisation_as_written(world, told))
        subject += 1


def _organisation_name(world: World) -> str:
    pick = world.random
    branch, name, form = pick.choice(BRANCHES), world.surname(), pick.choice(FORMS)
    place = f" {pick.choice(CITIES)}" if world.chance(0.2) else ""
    core = f"{branch} {name}{place}" if world.chance(0.6) else f"{name} {branch}{place}"
    return f"{form} {core}" if form == "Stichting" else f"{core} {form}".strip()


def _organisation_as_written(world: World, told: RawOrganisation) -> RawOrganisation:
    chance, pick = world.chance, world.random
    changed: dict[str, object] = {}
    words = told.name.split()
    if chance(0.15) and words[-1] in FORMS:
        words = words[:-1]
    elif chance(0.05) and words[-1] in FORMS:
        words = [*words[:-1], pick.choice(FORMS)]
    if chance(0.08):
        words = [*words[1:2], words[0], *words[2:]]
    if chance(0.08):
        words.insert(
            pick.randrange(len(words)),
            pick.choice(("Handelsonderneming", "Firma", "Gebr.", "Exploitatie")),
        )
    if chance(0.08) and len(words) > 2:
        words.pop(pick.randrange(len(words)))
    name = " ".join(words)
    changed["name"] = world.typo(name) if chance(0.08) else name
    if chance(0.12):
        changed |= world.place()
    elif chance(0.08):
        changed["street"] = world.typo(told.street)
    for field, share in (("kvk", 0.5), ("rsin", 0.7), ("vestiging", 0.8), ("postcode", 0.2)):
        if chance(share):
            changed[field] = ""
    for field, share in (("phones", 0.4), ("ibans", 0.7), ("emails", 0.7), ("websites", 0.7)):
        if chance(share):
            changed[field] = ()
    if changed.get("phones") is None and chance(0.15):
        changed["phones"] = (f"0{pick.randint(10, 79)}{pick.randint(1000000, 9999999)}",)
    return replace(told, **changed)  # type: ignore[arg-type]
