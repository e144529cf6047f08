"""Which column says what: the fields a delivery can fill, and a first guess by their names."""

import re
from collections.abc import Callable, Sequence
from collections.abc import Mapping as Mapped
from dataclasses import dataclass

from anyascii import anyascii
from stdnum.nl.bsn import is_valid as is_valid_bsn

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


def _target(field: str, label: str, group: str, names: str = "") -> Target:
    return Target(field, label, group, tuple(filter(None, names.split("|"))))


# How registers (BRP, KvK, RDW, BAG), partners and Excel sheets call it, Dutch and English.
TARGETS: tuple[Target, ...] = (
    _target(
        "full_name",
        _("Volledige naam"),
        PERSON,
        "naam|volledige naam|naam persoon|naam betrokkene|betrokkene|persoon|naam volledig|"
        "samengestelde naam|full name|person name",
    ),
    _target(
        "given_names",
        _("Voornamen"),
        PERSON,
        "voornaam|voornamen|vnaam|doopnamen|first name|first names|forename|forenames|given name",
    ),
    _target("call_name", _("Roepnaam"), PERSON, "roepnaam|nickname|known as|alias"),
    _target("initials", _("Voorletters"), PERSON, "voorletters|voorletter|initialen|vl|initials"),
    _target(
        "prefix",
        _("Tussenvoegsel"),
        PERSON,
        "tussenvoegsel|tussenvoegsels|tussenv|tv|tsv|voorvoegsel|voorvoegsels|"
        "voorvoegsel geslachtsnaam|infix|prefix",
    ),
    _target(
        "surname",
        _("Achternaam"),
        PERSON,
        "achternaam|anaam|geslachtsnaam|familienaam|naam achternaam|surname|last name|family name",
    ),
    _target(
        "birth_surname",
        _("Geboortenaam"),
        PERSON,
        "geboortenaam|meisjesnaam|birth name|maiden name",
    ),
    _target(
        "partner_surname",
        _("Naam partner"),
        PERSON,
        "naam partner|partnernaam|geslachtsnaam partner|achternaam partner|partner name",
    ),
    _target(
        "birth_date",
        _("Geboortedatum"),
        PERSON,
        "geboortedatum|geb datum|gebdatum|geb dat|gebdat|geboren|geboren op|gd|geboortedag|"
        "datum geboorte|date of birth|birth date|dob",
    ),
    _target(
        "birth_place",
        _("Geboorteplaats"),
        PERSON,
        "geboorteplaats|geb plaats|plaats geboorte|geboren te|place of birth|birth place",
    ),
    _target("gender", _("Geslacht"), PERSON, "geslacht|geslachtsaanduiding|m v|mv|gender|sex"),
    _target("nationality", _("Nationaliteit"), PERSON, "nationaliteit|nat|nationality"),
    _target(
        "bsn",
        _("BSN"),
        PERSON,
        "bsn|bsn nummer|burgerservicenummer|burger service nummer|sofi|sofinummer|sofi nummer|"
        "citizen service number|national id|soc sec id",
    ),
    _target(
        "foreign_number",
        _("Buitenlands nummer"),
        PERSON,
        "vnummer|v nummer|vreemdelingennummer|skn|skn nummer|foreign id",
    ),
    _target(
        "name",
        _("Naam organisatie"),
        FIRM,
        "bedrijf|bedrijfsnaam|handelsnaam|eerste handelsnaam|organisatie|organisatienaam|"
        "onderneming|naam onderneming|naam bedrijf|naam rechtspersoon|rechtspersoon|"
        "statutaire naam|company|company name|organisation|organization|trade name",
    ),
    _target("legal_form", _("Rechtsvorm"), FIRM, "rechtsvorm|rv|legal form"),
    _target(
        "kvk",
        _("KvK-nummer"),
        FIRM,
        "kvk|kvk nr|kvknr|kvknummer|kvk nummer|nummer kvk|dossiernummer kvk|inschrijfnummer|"
        "handelsregisternummer|chamber of commerce|coc number|registration number",
    ),
    _target("rsin", _("RSIN"), FIRM, "rsin|rsin nummer|fiscaal nummer|finr|fi nummer"),
    _target(
        "establishment",
        _("Vestigingsnummer"),
        FIRM,
        "vestigingsnummer|vestigingsnr|vestiging|establishment number|branch number",
    ),
    _target(
        "street",
        _("Straat"),
        PLACE,
        "straat|straatnaam|adres|naam openbare ruimte|openbare ruimte|street|street name|"
        "address|address 1",
    ),
    _target(
        "house_number",
        _("Huisnummer"),
        PLACE,
        "huisnummer|huisnr|hnr|nr|huis nr|house number|street number",
    ),
    _target(
        "house_suffix",
        _("Toevoeging"),
        PLACE,
        "toevoeging|toev|huisnummertoevoeging|huisnummer toevoeging|huisletter|suffix",
    ),
    _target("postcode", _("Postcode"), PLACE, "postcode|pc|pc6|postal code|post code|zip|zip code"),
    _target(
        "town",
        _("Plaats"),
        PLACE,
        "plaats|woonplaats|woonplaatsnaam|plaatsnaam|vestigingsplaats|stad|town|city|suburb",
    ),
    _target("country", _("Land"), PLACE, "land|landnaam|country"),
    _target(
        "phones",
        _("Telefoon"),
        PLACE,
        "telefoon|telefoonnummer|telefoonnr|tel|tel nr|telnr|mobiel|mobiel nummer|"
        "mobiele telefoon|gsm|phone|phone number|mobile|telephone",
    ),
    _target(
        "emails",
        _("E-mail"),
        PLACE,
        "email|e mail|emailadres|e mailadres|mailadres|mail|e mail adres",
    ),
    _target(
        "ibans",
        _("IBAN"),
        THING,
        "iban|iban nummer|rekening|rekeningnummer|bankrekening|bankrekeningnummer|account|"
        "account number|bank account",
    ),
    _target(
        "plate", _("Kenteken"), THING, "kenteken|kentekennummer|licence plate|license plate|plate"
    ),
    _target("make", _("Merk"), THING, "merk|merk en type|merk type|handelsbenaming|make"),
    _target(
        "vessel_name", _("Naam vaartuig"), THING, "vaartuig|scheepsnaam|naam schip|schip|vessel"
    ),
    _target("imo", _("IMO-nummer"), THING, "imo|imo nr"),
    _target("eni", _("ENI-nummer"), THING, "eni|eni nr|europanummer"),
    _target(
        "summary",
        _("Omschrijving"),
        ITEM,
        "omschrijving|toelichting|bijzonderheden|opmerking|opmerkingen|feit|feiten|melding|"
        "bevinding|bevindingen|description|remarks|notes",
    ),
    _target("category", _("Soort gegeven"), ITEM, "categorie|soort gegeven|soort gegevens"),
    _target("relation", _("Betrokkene of directe kring"), ITEM, "relatie|hoedanigheid|rol|role"),
    _target(
        "circle_link",
        _("Band met de betrokkene"),
        ITEM,
        "band|kring|relatie tot|relatie tot betrokkene|verband|relationship",
    ),
    _target(
        "source_reliability",
        _("Code bron (A-X)"),
        ITEM,
        "bron|bron code|broncode|code bron|betrouwbaarheid|betrouwbaarheid bron|source code",
    ),
    _target(
        "information_reliability",
        _("Code informatie (1-4)"),
        ITEM,
        "informatie code|informatiecode|code informatie|betrouwbaarheid informatie|"
        "waardering informatie",
    ),
    _target(
        "handling",
        _("Code hantering (H0-H3)"),
        ITEM,
        "hantering|hanteringscode|code hantering|afhandelcode|handling|handling code",
    ),
    _target(
        "first_processed_date",
        _("Eerste verwerking"),
        ITEM,
        "eerste verwerking|datum eerste verwerking|eerste verwerkingsdatum|datum verwerking|"
        "verwerkingsdatum|registratiedatum|datum registratie|date registered",
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
    found = [_by_name(column) for column in columns]
    if _is_about_firms(found):
        found = ["name" if field == "full_name" else field for field in found]
    fields: list[str] = []
    for place, named in enumerate(found):
        values = [row[place] for row in rows if place < len(row) and row[place]]
        field = named or _by_content(values)
        may_take = field not in fields and (named or field not in found)
        fields.append(field if field and may_take else EXTRA)
    return Mapping(tuple(fields))


def _is_about_firms(found: Sequence[str]) -> bool:
    """Return whether a column that is just called ‘naam’ holds names of organisations."""
    groups = [FIELDS[field].group for field in found if field and field != "full_name"]
    return FIRM in groups and PERSON not in groups and "name" not in found


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9]+", " ", anyascii(text).lower()).split())


NAMES: Mapped[str, str] = {
    written: target.field
    for target in TARGETS
    for name in (target.field.replace("_", " "), target.label, *target.names)
    for written in (_plain(name), _plain(name).replace(" ", ""))
}
# Words that say whose it is, not what it is.
WHOSE = frozenset({"betrokkene", "persoon", "subject", "van", "de", "het", "woonadres", "huidig"})


def _by_name(column: str) -> str:
    plain = _plain(column)
    rest = " ".join(word for word in plain.split() if word not in WHOSE)
    tries = (plain, plain.replace(" ", ""), rest, rest.replace(" ", ""))
    return next((NAMES[name] for name in tries if name in NAMES), "")


def _matches(pattern: str) -> Callable[[str], bool]:
    whole = re.compile(pattern)
    return lambda value: whole.fullmatch(value) is not None


# What a column holds when most of its values look so.
LOOKS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("ibans", _matches(r"[A-Z]{2}\d{2} ?[A-Z0-9 ]{11,32}")),
    ("postcode", _matches(r"[1-9]\d{3} ?[A-Za-z]{2}")),
    ("plate", _matches(r"(?=.*[A-Za-z])(?=.*\d)[A-Za-z0-9]{1,3}(-[A-Za-z0-9]{1,3}){2}")),
    ("emails", _matches(r"[^@\s]+@[^@\s]+\.\w+")),
    ("bsn", lambda value: len(value) in (8, 9) and value.isdecimal() and is_valid_bsn(value)),
    ("phones", _matches(r"(\+31|0031|0)[\d -]{8,12}")),
)
FEWEST = 3
MOST_OF_THEM = 0.8


def _by_content(values: Sequence[str]) -> str:
    if len(values) < FEWEST:
        return ""
    for field, looks_so in LOOKS:
        if sum(map(looks_so, values)) / len(values) > MOST_OF_THEM:
            return field
    return ""
