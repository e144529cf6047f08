"""The words of the Act: participants, activities, tiers, categories, answers.

Bron: Wgs (BWBR0049962, geldend 5 juli 2025), hoofdstuk 1 en paragraaf 2.3.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from wegwijzer.kernel.text import gettext_noop as _


class ParticipantKind(StrEnum):
    """The organs that take part in a RIEC. Bron: Wgs art. 2.19 lid 1."""

    POLICE = "police"
    TAX_ADMINISTRATION = "tax_administration"
    FIOD = "fiod"
    KMAR = "kmar"
    UWV = "uwv"
    IND = "ind"
    PROSECUTION_SERVICE = "prosecution_service"
    MAYOR = "mayor"
    MUNICIPAL_EXECUTIVE = "municipal_executive"
    PROVINCIAL_AUTHORITY = "provincial_authority"
    NLA = "nla"
    NVWA = "nvwa"


@dataclass(frozen=True, slots=True)
class OrganFacts:
    """What the Act says of one organ: its letter in art. 2.19 lid 1, its name and its tasks."""

    letter: str
    name: str
    grounds: tuple[str, ...]

    @property
    def article(self) -> str:
        """Return the place of the organ in the Act."""
        return f"Wgs art. 2.19 lid 1 onder {self.letter}"


ORGANS: dict[ParticipantKind, OrganFacts] = {
    ParticipantKind.POLICE: OrganFacts("a", _("Politie"), ("Politiewet 2012 art. 3",)),
    ParticipantKind.TAX_ADMINISTRATION: OrganFacts(
        "b",
        _("Belastingdienst (met Douane en Toeslagen)"),
        ("Belastingwet", "Invorderingswet 1990", "Algemene douanewet", "Awir hoofdstuk 2 en 3"),
    ),
    ParticipantKind.FIOD: OrganFacts("c", _("FIOD"), ("Wet BOD art. 3",)),
    ParticipantKind.KMAR: OrganFacts(
        "d", _("Koninklijke Marechaussee"), ("Politiewet 2012 art. 4",)
    ),
    ParticipantKind.UWV: OrganFacts("e", _("UWV"), ("Wet SUWI hoofdstuk 5",)),
    ParticipantKind.IND: OrganFacts(
        "f", _("IND"), ("Vreemdelingenwet 2000", "Rijkswet op het Nederlanderschap")
    ),
    ParticipantKind.PROSECUTION_SERVICE: OrganFacts(
        "g", _("Openbaar Ministerie"), ("Wet RO art. 124",)
    ),
    ParticipantKind.MAYOR: OrganFacts(
        "h",
        _("Burgemeester"),
        (
            "Gemeentewet titel III hoofdstuk XI",
            "Opiumwet art. 13b",
            "Alcoholwet art. 3",
            "Paspoortwet art. 26-28",
        ),
    ),
    ParticipantKind.MUNICIPAL_EXECUTIVE: OrganFacts(
        "i",
        _("College van burgemeester en wethouders"),
        (
            "Gemeentewet titel III hoofdstuk X",
            "Gemeentewet titel IV hoofdstuk XV",
            "Wbmgp art. 5, 10, 10b en 10c",
            "Participatiewet art. 7",
            "Woningwet art. 17",
            "Huisvestingswet",
            "Wet BRP art. 1.4",
        ),
    ),
    ParticipantKind.PROVINCIAL_AUTHORITY: OrganFacts("j", _("Provinciebestuur"), ("Provinciewet",)),
    ParticipantKind.NLA: OrganFacts(
        "k", _("Nederlandse Arbeidsinspectie"), ("Wet BOD art. 3", "Arbowet art. 24", "Wav art. 14")
    ),
    ParticipantKind.NVWA: OrganFacts("l", _("NVWA"), ("Wet BOD art. 3",)),
}


class Activity(StrEnum):
    """What participants may do together. Bron: Wgs art. 2.18 lid 1."""

    BOTTLENECK = "bottleneck"
    CASE = "case"
    SCAN = "scan"


ACTIVITY_LABELS = {
    Activity.BOTTLENECK: _("Handhavingsknelpunt (a)"),
    Activity.CASE: _("Casusoverleg (b)"),
    Activity.SCAN: _("Gebiedscan of thematische scan (c)"),
}
ACTIVITY_ARTICLES = {
    Activity.BOTTLENECK: "Wgs art. 2.18 lid 1 onder a",
    Activity.CASE: "Wgs art. 2.18 lid 1 onder b",
    Activity.SCAN: "Wgs art. 2.18 lid 1 onder c",
}


class Phase(StrEnum):
    """How far a dossier is, as far as the Act distinguishes it. Bron: Wgs art. 2.23 lid 6."""

    NOT_ACCEPTED = "not_accepted"
    ACCEPTED = "accepted"
    EXECUTING = "executing"
    ENDED = "ended"


PHASE_LABELS = {
    Phase.NOT_ACCEPTED: _("nog niet aanvaard"),
    Phase.ACCEPTED: _("aanvaard"),
    Phase.EXECUTING: _("in uitvoering"),
    Phase.ENDED: _("gesloten"),
}


class Tier(IntEnum):
    """The three layers in which data opens. Bron: Wgs art. 2.22 lid 1 onder a."""

    T1 = 1
    T2 = 2
    T3 = 3


class Category(StrEnum):
    """The categories of data that may be processed. Bron: Wgs art. 2.22 lid 1."""

    IDENTITY_CONTACT = "identity_contact"
    BSN = "bsn"
    RESIDENCE_STATUS = "residence_status"
    HOUSING_SITUATION = "housing_situation"
    VEHICLE = "vehicle"
    FINANCIAL = "financial"
    CADASTRAL = "cadastral"
    BUSINESS = "business"
    INCOME = "income"
    BUSINESS_RELATIONS = "business_relations"
    PERMIT_SUBSIDY = "permit_subsidy"
    SUPERVISION_ENFORCEMENT = "supervision_enforcement"
    FISCAL = "fiscal"
    POLICE_WPG_8_13 = "police_wpg_8_13"
    JUDICIAL = "judicial_prosecution_execution"
    SEXUAL_BEHAVIOUR_ORIENTATION = "sexual_behaviour_orientation"
    POLICE_WPG_9_10 = "police_wpg_9_10"


CATEGORY_LABELS = {
    Category.IDENTITY_CONTACT: _("Identiteit en contact"),
    Category.BSN: _("Burgerservicenummer"),
    Category.RESIDENCE_STATUS: _("Verblijfsstatus"),
    Category.HOUSING_SITUATION: _("Woonsituatie"),
    Category.VEHICLE: _("Voertuigen"),
    Category.FINANCIAL: _("Financiële gegevens"),
    Category.CADASTRAL: _("Kadastrale gegevens"),
    Category.BUSINESS: _("Bedrijfsgegevens"),
    Category.INCOME: _("Inkomen"),
    Category.BUSINESS_RELATIONS: _("Zakelijke relaties"),
    Category.PERMIT_SUBSIDY: _("Vergunningen en subsidies"),
    Category.SUPERVISION_ENFORCEMENT: _("Toezicht en handhaving"),
    Category.FISCAL: _("Fiscale gegevens"),
    Category.POLICE_WPG_8_13: _("Politiegegevens (Wpg art. 8 en 13)"),
    Category.JUDICIAL: _("Justitiële, strafvorderlijke en tenuitvoerleggingsgegevens"),
    Category.SEXUAL_BEHAVIOUR_ORIENTATION: _("Seksueel gedrag of seksuele gerichtheid"),
    Category.POLICE_WPG_9_10: _("Politiegegevens (Wpg art. 9 en 10)"),
}
TIER_OF: dict[Category, Tier] = {
    **dict.fromkeys(Category, Tier.T1),
    Category.FISCAL: Tier.T2,
    Category.POLICE_WPG_8_13: Tier.T2,
    Category.JUDICIAL: Tier.T2,
    Category.SEXUAL_BEHAVIOUR_ORIENTATION: Tier.T2,
    Category.POLICE_WPG_9_10: Tier.T3,
}


class Relation(StrEnum):
    """Whom an item is about. Bron: Wgs art. 2.22 lid 1 onder a, b en c."""

    SUBJECT = "subject"
    CIRCLE = "circle"
    STAFF = "staff"


RELATION_LABELS = {
    Relation.SUBJECT: _("Betrokkene van het signaal"),
    Relation.CIRCLE: _("Directe kring"),
    Relation.STAFF: _("Medewerker van een deelnemer"),
}


class SpecialCategory(StrEnum):
    """A special category in the sense of GDPR art. 9; the Act opens one of them."""

    NONE = "none"
    SEXUAL_BEHAVIOUR_ORIENTATION = "sexual_behaviour_orientation"
    OTHER = "other"


class SecrecyGround(StrEnum):
    """The duty of secrecy under which a participant held the data. Bron: Wgs art. 1.5 lid 1."""

    NONE = "none"
    GENERAL = "general"
    TAX = "tax"
    POLICE = "police"
    JUDICIAL = "judicial"
    SOCIAL = "social"


SECRECY_LABELS = {
    SecrecyGround.NONE: _("Geen bijzondere geheimhouding"),
    SecrecyGround.GENERAL: _("Ambtelijke geheimhouding (Awb art. 2:5)"),
    SecrecyGround.TAX: _("Fiscale geheimhouding (AWR art. 67)"),
    SecrecyGround.POLICE: _("Politiegegevens (Wpg art. 20 lid 3)"),
    SecrecyGround.JUDICIAL: _("Justitiële gegevens (Wjsg art. 8b, 39fa, 51ca)"),
    SecrecyGround.SOCIAL: _("Sociale zekerheid (Wet SUWI)"),
}


class RequestAnswer(StrEnum):
    """The three lawful answers to a request for data. Bron: Wgs art. 1.5 lid 1."""

    PROVIDED = "provided"
    NOTHING_HELD = "nothing_held"
    REFUSED = "refused"


ANSWER_LABELS = {
    RequestAnswer.PROVIDED: _("Verstrekt"),
    RequestAnswer.NOTHING_HELD: _("Niets voorhanden"),
    RequestAnswer.REFUSED: _("Geweigerd om zwaarwegende redenen"),
}


class Criterion(StrEnum):
    """The criteria for weighing a signal. Bron: Wgs art. 2.23 lid 3 onder a tot en met d."""

    TYPE = "a"
    NUMBER = "b"
    WEIGHT = "c"
    MATCHES = "d"


CRITERION_LABELS = {
    Criterion.TYPE: _("De aard van het signaal"),
    Criterion.NUMBER: _("Aantal, aard en omvang van de signalen"),
    Criterion.WEIGHT: _("Het gewicht van het signaal, en wat er al is gedaan"),
    Criterion.MATCHES: _("Hoeveel deelnemers overeenkomende signalen melden, en hun samenhang"),
}
