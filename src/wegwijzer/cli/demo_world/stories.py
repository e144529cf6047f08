"""What is reported in the demo world: per phenomenon some situations, all of them invented."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """One situation, with the organs that would see it and the kinds of subject it is about."""

    phenomenon: str
    title: str
    text: str
    link: str
    seen_by: tuple[str, ...]
    about: tuple[str, ...]


STREETS = (
    "Havenkade", "Verzonnenweg", "Denkbeeldlaan", "Schijnstraat", "Fabelplein", "Droompad",
    "Nergenshof", "Luchtdijk", "Papierensingel", "Zomerdreef", "Mistkade", "Spiegelgracht",
)  # fmt: skip
STORIES = (
    Story(
        "money_laundering",
        "Kapperszaak met hoge omzet en zelden klanten",
        "Bij drie controles overdag waren er geen klanten. De aangifte laat een omzet zien die bij "
        "zes stoelen en deze openingstijden niet past. De huur is een half jaar vooruit contant betaald.",
        "De zaak lijkt te dienen om opbrengst van drugshandel als omzet te laten doorgaan.",
        ("tax", "police", "executive"),
        ("person", "organisation", "address"),
    ),
    Story(
        "money_laundering",
        "Autoverhuur zonder wagenpark",
        "Het bedrijf staat ingeschreven met veertig voertuigen; op het terrein staan er vier. Er gaan "
        "dagelijks contante stortingen naar een rekening op naam van de bestuurder.",
        "Huurauto's van dit bedrijf duiken op in onderzoeken naar transport van drugs en geld.",
        ("fiod", "police", "tax"),
        ("person", "organisation", "vehicle", "bank_account"),
    ),
    Story(
        "underground_banking",
        "Belwinkel waar na sluitingstijd tassen worden gebracht",
        "Buurtondernemers zien na sluitingstijd personen met tassen binnengaan en zonder tassen "
        "vertrekken. De winkel heeft geen vergunning als betaaldienst.",
        "Het past bij ondergronds bankieren ten dienste van een crimineel netwerk.",
        ("police", "mayor"),
        ("person", "organisation", "address", "phone"),
    ),
    Story(
        "cannabis_cultivation",
        "Loods met afgeplakte ramen en hoge stroomvraag",
        "De netbeheerder meldt een afwijkend verbruik. De ramen zijn afgeplakt en er hangt een "
        "hennepgeur. De huurder is op het adres niet ingeschreven.",
        "In dezelfde straat zijn eerder kwekerijen gevonden van een samenwerkende groep.",
        ("police", "executive"),
        ("person", "address"),
    ),
    Story(
        "synthetic_drugs",
        "Levering van grondstoffen aan een leegstaande schuur",
        "Een vrachtwagen lost 's avonds vaten bij een schuur zonder gebruiksvergunning. De eigenaar "
        "zegt de huurder niet te kennen en krijgt de huur contant.",
        "De vaten passen bij de productie van synthetische drugs in georganiseerd verband.",
        ("police", "nvwa", "executive"),
        ("person", "address", "vehicle"),
    ),
    Story(
        "synthetic_drugs",
        "Dumping van vaten in natuurgebied",
        "Op een parkeerplaats in het bos zijn elf vaten gevonden. Een wandelaar noteerde een kenteken.",
        "Het kenteken is eerder genoemd bij een productieplaats in de regio.",
        ("province", "police", "executive"),
        ("vehicle", "person"),
    ),
    Story(
        "cocaine_smuggling_hubs",
        "Havenmedewerker toont onverklaarbaar bezit",
        "Een planner koopt binnen een jaar twee auto's en een appartement. Collega's zien dat hij "
        "containers laat verplaatsen buiten zijn taak.",
        "Uithalers zijn op zijn terrein aangetroffen; het past bij smokkel via de haven.",
        ("tax", "kmar", "police"),
        ("person", "vehicle"),
    ),
    Story(
        "human_trafficking",
        "Werknemers wonen in de bedrijfskantine",
        "Bij een controle sliepen negen mensen in de kantine. Hun paspoorten lagen in de kluis van "
        "de werkgever. Zij betalen schuld af voor hun reis.",
        "Het bemiddelingsbureau levert mensen aan meer bedrijven; het lijkt georganiseerde uitbuiting.",
        ("nla", "executive", "ind"),
        ("victim", "organisation", "address", "person"),
    ),
    Story(
        "human_trafficking",
        "Wisselende jonge vrouwen op een vakantiepark",
        "De beheerder ziet elke week andere vrouwen in hetzelfde huisje en steeds dezelfde twee "
        "mannen die hen brengen en halen.",
        "Dezelfde mannen worden genoemd bij seksuele uitbuiting in twee andere gemeenten.",
        ("mayor", "police"),
        ("person", "victim", "vehicle", "address"),
    ),
    Story(
        "real_estate_fraud",
        "Pand wisselt vier keer in een jaar van eigenaar",
        "De prijs steeg met de helft zonder verbouwing. De kopers zijn vennootschappen met dezelfde "
        "bestuurder. De bank financierde niet.",
        "De reeks past bij het wegzetten van crimineel geld in vastgoed.",
        ("tax", "executive", "om"),
        ("organisation", "person", "address"),
    ),
    Story(
        "care_fraud",
        "Zorgbureau declareert voor mensen die geen zorg kennen",
        "Van twaalf cliënten kenden er zeven het bureau niet. De bestuurder is eerder failliet gegaan "
        "met een ander zorgbureau.",
        "Het geld gaat naar personen uit een bekend netwerk; de zorg lijkt een dekmantel.",
        ("executive", "uwv", "fiod"),
        ("organisation", "person", "bank_account"),
    ),
    Story(
        "car_trade",
        "Garage bouwt verborgen ruimten in",
        "In twee staande gehouden auto's zat een verborgen ruimte; beide kwamen van deze garage. "
        "De RDW-erkenning staat op naam van een derde.",
        "De auto's worden gebruikt voor vervoer van drugs en geld.",
        ("police", "tax"),
        ("organisation", "vehicle", "person"),
    ),
    Story(
        "holiday_parks",
        "Permanente bewoning en contante verhuur op een park",
        "Op het park staan 31 mensen niet ingeschreven. De exploitant int de huur contant en houdt "
        "geen nachtregister bij.",
        "Het park biedt onderdak aan personen die voor de politie onvindbaar willen zijn.",
        ("executive", "mayor"),
        ("organisation", "address", "person"),
    ),
    Story(
        "rural_area",
        "Boer onder druk om een schuur te verhuren",
        "Een pachter vertelt dat onbekenden drie keer zijn langsgekomen met contant geld en later "
        "met dreigementen.",
        "Hetzelfde is in de buurgemeente gebeurd, waar later een laboratorium werd gevonden.",
        ("mayor", "police"),
        ("address", "phone", "victim"),
    ),
    Story(
        "vital_links",
        "Administratiekantoor als spil achter lege vennootschappen",
        "Negentien vennootschappen delen één adres en één boekhouder. Zestien doen geen aangifte.",
        "De boekhouder komt voor in drie onderzoeken naar witwassen.",
        ("tax", "fiod"),
        ("person", "organisation", "address"),
    ),
    Story(
        "environmental_crime",
        "Afvalstroom verdwijnt tussen twee bedrijven",
        "Volgens de formulieren gaat er 400 ton naar een verwerker die daar geen vergunning voor heeft.",
        "De bestuurders van beide bedrijven vormen samen een vaste groep.",
        ("province", "nvwa", "om"),
        ("organisation", "person"),
    ),
)
# What is reported now and then and turns out to be something else: it leaves the table at once.
NUISANCES = (
    Story(
        "young_recruits",
        "Jongeren hangen 's avonds bij het winkelcentrum",
        "Een groep van zes tot acht jongeren geeft geluidsoverlast en laat afval achter. Twee "
        "winkeliers klagen.",
        "Het zou een begin kunnen zijn; feiten die daarop wijzen zijn er nog niet.",
        ("executive", "police"),
        ("address",),
    ),
    Story(
        "cannabis_cultivation",
        "Buren ruiken hennep bij een woning",
        "Twee buren melden een hennepgeur op de galerij. De bewoner zegt zelf te gebruiken en liet "
        "de wijkagent binnen; er stonden geen planten.",
        "De melder vermoedt meer, maar noemt geen anderen en geen handel.",
        ("police", "executive"),
        ("person", "address"),
    ),
    Story(
        "holiday_parks",
        "Huisjes op een park worden te lang verhuurd",
        "Drie huurders wonen het hele jaar op het park en staan er ingeschreven. De huur gaat per "
        "bank en het nachtregister klopt.",
        "Het gaat in tegen het bestemmingsplan; een verband met criminaliteit is niet gezien.",
        ("executive", "mayor"),
        ("address",),
    ),
)
