"""Which column says what: the fields a delivery can fill, and a first guess by their names."""

import re
from collections.abc import Mapping as Mapped
from collections.abc import Sequence
from dataclasses import dataclass

from anyascii import anyascii

from wegwijzer.kernel.text import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Target:
    """A field that a column can fill; ``names`` are how partners call it."""

    field: str
    label: str
    group: str
    names: tuple[str, ...] = ()


PERSON, FIRM, PLACE, THING, ITEM = (
    _("Persoon"),
    _("Organisatie"),
    _("Adres en bereikbaarheid"),
    _("Voertuig, vaartuig en rekening"),
    _("Het gegeven"),
)
TARGETS: tuple[Target, ...] = (
    Target("full_name", _("Volledige naam"), PERSON, ("naam", "volledige naam", "full name")),
    Target("given_names", _("Voornamen"), PERSON, ("voornaam", "voornamen", "first name")),
    Target("call_name", _("Roepnaam"), PERSON, ("roepnaam",)),
    Target("initials", _("Voorletters"), PERSON, ("voorletters", "initialen", "initials")),
    Target(
        "prefix", _("Tussenvoegsel"), PERSON, ("tussenvoegsel", "tussenvoegsels", "voorvoegsel")
    ),
    Target(
        "surname", _("Achternaam"), PERSON, ("achternaam", "geslachtsnaam", "surname", "last name")
    ),
    Target("birth_surname", _("Geboortenaam"), PERSON, ("geboortenaam", "meisjesnaam")),
    Target("partner_surname", _("Naam partner"), PERSON, ("naam partner", "partnernaam")),
    Target(
        "birth_date",
        _("Geboortedatum"),
        PERSON,
        ("geboortedatum", "geb datum", "gebdatum", "geboren", "date of birth", "dob"),
    ),
    Target("birth_place", _("Geboorteplaats"), PERSON, ("geboorteplaats",)),
    Target("gender", _("Geslacht"), PERSON, ("geslacht", "gender")),
    Target("nationality", _("Nationaliteit"), PERSON, ("nationaliteit",)),
    Target("bsn", _("BSN"), PERSON, ("bsn", "burgerservicenummer", "sofinummer")),
    Target("foreign_number", _("Buitenlands nummer"), PERSON, ("vnummer", "skn", "v nummer")),
    Target(
        "name",
        _("Naam organisatie"),
        FIRM,
        ("bedrijf", "bedrijfsnaam", "handelsnaam", "organisatie", "statutaire naam", "company"),
    ),
    Target("legal_form", _("Rechtsvorm"), FIRM, ("rechtsvorm",)),
    Target("kvk", _("KvK-nummer"), FIRM, ("kvk", "kvknummer", "kvk nummer", "inschrijfnummer")),
    Target("rsin", _("RSIN"), FIRM, ("rsin", "fiscaal nummer")),
    Target("establishment", _("Vestigingsnummer"), FIRM, ("vestigingsnummer", "vestiging")),
    Target("street", _("Straat"), PLACE, ("straat", "straatnaam", "adres", "street")),
    Target("house_number", _("Huisnummer"), PLACE, ("huisnummer", "huisnr", "nr")),
    Target("house_suffix", _("Toevoeging"), PLACE, ("toevoeging", "huisnummertoevoeging")),
    Target("postcode", _("Postcode"), PLACE, ("postcode", "pc", "postal code", "zip")),
    Target("town", _("Plaats"), PLACE, ("plaats", "woonplaats", "plaatsnaam", "city")),
    Target("country", _("Land"), PLACE, ("land", "country")),
    Target("phones", _("Telefoon"), PLACE, ("telefoon", "telefoonnummer", "mobiel", "phone")),
    Target("emails", _("E-mail"), PLACE, ("email", "e mail", "mailadres")),
    Target("ibans", _("IBAN"), THING, ("iban", "rekening", "rekeningnummer", "bankrekening")),
    Target("plate", _("Kenteken"), THING, ("kenteken", "licence plate", "plate")),
    Target("make", _("Merk"), THING, ("merk", "merk en type")),
    Target("vessel_name", _("Naam vaartuig"), THING, ("vaartuig", "scheepsnaam")),
    Target("imo", _("IMO-nummer"), THING, ("imo",)),
    Target("eni", _("ENI-nummer"), THING, ("eni",)),
    Target(
        "summary",
        _("Omschrijving"),
        ITEM,
        ("omschrijving", "toelichting", "bijzonderheden", "feit", "melding", "description"),
    ),
    Target("category", _("Soort gegeven"), ITEM, ("categorie", "soort gegeven")),
    Target("relation", _("Betrokkene of directe kring"), ITEM, ("relatie",)),
    Target("circle_link", _("Band met de betrokkene"), ITEM, ("band", "kring", "relatie tot")),
    Target("source_reliability", _("Code bron (A-X)"), ITEM, ("bron", "bron code")),
    Target("information_reliability", _("Code informatie (1-4)"), ITEM, ("informatie code",)),
    Target("handling", _("Code hantering (H0-H3)"), ITEM, ("hantering", "handling")),
    Target(
        "first_processed_date",
        _("Eerste verwerking"),
        ITEM,
        ("eerste verwerking", "datum verwerking", "registratiedatum", "datum registratie"),
    ),
)
FIELDS = {target.field: target for target in TARGETS}
ABOUT_THE_ITEM = frozenset(target.field for target in TARGETS if target.group == ITEM)
EXTRA = "extra"
IGNORED = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """For each column the field it fills, ``extra`` to keep it with the item, or nothing."""

    fields: tuple[str, ...]

    def of(self, field: str) -> int | None:
        """Return the place of the first column that fills a field."""
        return self.fields.index(field) if field in self.fields else None

    def as_json(self) -> list[str]:
        """Return what is stored."""
        return list(self.fields)


def mapping_from(stored: Sequence[str]) -> Mapping:
    """Return the mapping that was stored; a field that no longer exists is ignored."""
    return Mapping(tuple(f if f in FIELDS or f == EXTRA else IGNORED for f in stored))


def suggest_mapping(columns: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> Mapping:
    """Return a first guess: by its name, else by what stands in it; else it is kept beside."""
    taken: set[str] = set()
    fields = []
    for place, column in enumerate(columns):
        values = [row[place] for row in rows if place < len(row) and row[place]]
        field = _by_name(column) or _by_content(values)
        if field in taken:
            field = ""
        taken.add(field)
        fields.append(field or EXTRA)
    return Mapping(tuple(fields))


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9]+", " ", anyascii(text).lower()).split())


NAMES: Mapped[str, str] = {
    _plain(name): target.field
    for target in TARGETS
    for name in (target.field.replace("_", " "), target.label, *target.names)
}


def _by_name(column: str) -> str:
    plain = _plain(column)
    return NAMES.get(plain) or NAMES.get(plain.replace(" ", "")) or ""


# What a column holds when most of its values look so.
LOOKS: tuple[tuple[str, str], ...] = (
    ("ibans", r"[A-Z]{2}\d{2}\s?[A-Z0-9 ]{11,32}"),
    ("postcode", r"[1-9]\d{3}\s?[A-Za-z]{2}"),
    ("plate", r"(?=.*[A-Za-z])(?=.*\d)[A-Za-z0-9]{1,3}-[A-Za-z0-9]{1,3}-[A-Za-z0-9]{1,3}"),
    ("emails", r"[^@\s]+@[^@\s]+\.\w+"),
    ("phones", r"(\+31|0031|06|0)[\d\s-]{8,12}"),
)


def _by_content(values: Sequence[str]) -> str:
    if len(values) < 3:
        return ""
    for field, pattern in LOOKS:
        matching = sum(bool(re.fullmatch(pattern, value)) for value in values)
        if matching / len(values) > 0.8:
            return field
    return ""
