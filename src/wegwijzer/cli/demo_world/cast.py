"""Who works in the demo world: 53 people of one fictional region, its neighbour and the network."""

from dataclasses import dataclass

from wegwijzer.network.rules import Role

REPORTER, WEIGHING, SUPPLIER = Role.PARTNER_REPORTER, Role.WEIGHING_MEMBER, Role.DATA_SUPPLIER
OWNER = Role.INTERVENTION_OWNER
PARTNER = (REPORTER, WEIGHING, SUPPLIER)


@dataclass(frozen=True, slots=True)
class Organ:
    """A participant of the demo world; ``region`` empty for one that works everywhere."""

    key: str
    kind: str
    name: str
    region: str = "ZL"
    municipality_code: str = ""


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody to sign in as."""

    key: str
    name: str
    organ: str
    roles: tuple[Role, ...]
    region: str = "ZL"
    also: str = ""
    # A second organ for which this person is designated (mayor and executive are two).


REGIONS = (
    ("ZL", "RIEC Zomerland (demo)"),
    ("WK", "RIEC Winterkust (demo)"),
    ("LD", "RIEC Lentedal (demo)"),
    ("HH", "RIEC Herfstheide (demo)"),
    ("MB", "RIEC Maanbrug (demo)"),
    ("SV", "RIEC Sterrenvaart (demo)"),
    ("WB", "RIEC Wolkenbos (demo)"),
    ("DW", "RIEC Dauwmeer (demo)"),
    ("ZP", "RIEC Zilverpolder (demo)"),
    ("RG", "RIEC Regengracht (demo)"),
    ("LIEC", "LIEC (demo)"),
)
# Who heads the eight regions of which the demo world shows no more, and where.
HEADS = (
    ("LD", "Lieke Lente", "Lentehoven"),
    ("HH", "Herman Heide", "Heidedorp"),
    ("MB", "Mirjam Maan", "Maanstad"),
    ("SV", "Sefa Sterren", "Sterredam"),
    ("WB", "Wouter Wolk", "Wolkendaal"),
    ("DW", "Dunya Dauw", "Meerzicht"),
    ("ZP", "Zita Zilver", "Zilverwijk"),
    ("RG", "Roel Regen", "Grachtenbroek"),
)
TOWNS = (
    ("dijkstad", "Dijkstad", "GM9901"),
    ("havenrijk", "Havenrijk", "GM9902"),
    ("veenwoude", "Veenwoude", "GM9903"),
    ("brinkum", "Nieuw-Brinkum", "GM9904"),
    ("zande", "Oosterzande", "GM9905"),
)
ORGANS = (
    Organ("police", "police", "Politie eenheid Zomerland"),
    Organ("om", "prosecution_service", "Openbaar Ministerie parket Zomerland"),
    Organ("tax", "tax_administration", "Belastingdienst", ""),
    Organ("fiod", "fiod", "FIOD", ""),
    Organ("kmar", "kmar", "Koninklijke Marechaussee", ""),
    Organ("uwv", "uwv", "UWV", ""),
    Organ("ind", "ind", "IND", ""),
    Organ("nla", "nla", "Nederlandse Arbeidsinspectie", ""),
    Organ("nvwa", "nvwa", "NVWA", ""),
    Organ("province", "provincial_authority", "Provincie Zomerland"),
    *(Organ(f"mayor-{k}", "mayor", f"Burgemeester van {n}", "ZL", c) for k, n, c in TOWNS),
    *(
        Organ(f"executive-{k}", "municipal_executive", f"College van B en W van {n}", "ZL", c)
        for k, n, c in TOWNS
    ),
    Organ("police-wk", "police", "Politie eenheid Winterkust", "WK"),
    Organ("mayor-wk", "mayor", "Burgemeester van Winterhaven", "WK", "GM9951"),
    Organ(
        "executive-wk", "municipal_executive", "College van B en W van Winterhaven", "WK", "GM9951"
    ),
    Organ("mayor-liec", "mayor", "Burgemeester van Rijkshaven", "LIEC"),
    *(Organ(f"mayor-{c.lower()}", "mayor", f"Burgemeester van {n}", c) for c, _who, n in HEADS),
)
LEADERS = (Role.RIEC_HEAD, Role.HEADS_COUNCIL)
CAST = (
    Persona("sanne", "Sanne Voorbeeld", "police", PARTNER),
    Persona("ruud", "Ruud Proefstra", "police", (REPORTER, OWNER)),
    Persona("yara", "Yara Testman", "police", (WEIGHING, SUPPLIER)),
    Persona("petra", "Petra Bedenk", "police", (Role.PARTICIPANT_ADMIN,)),
    Persona("joost", "Joost van der Fictie", "om", PARTNER),
    Persona("meral", "Meral Hayali", "om", (Role.LEGALITY_COMMITTEE_MEMBER,)),
    Persona("bram", "Bram Sprookstra", "tax", PARTNER),
    Persona("lotte", "Lotte Verzon", "tax", (SUPPLIER, OWNER)),
    Persona("kees", "Kees Denkbeeld", "fiod", PARTNER),
    Persona("ilse", "Ilse Maansteen", "kmar", PARTNER),
    Persona("tom", "Tom Luchtveld", "uwv", PARTNER),
    Persona("noor", "Noor Fabeldijk", "ind", PARTNER),
    Persona("dirk", "Dirk Wolkenman", "nla", PARTNER),
    Persona("fleur", "Fleur Papieren", "nvwa", PARTNER),
    Persona("gijs", "Gijs Droomveld", "province", (REPORTER, WEIGHING)),
    Persona("amina", "Amina El Khayali", "mayor-dijkstad", PARTNER, also="executive-dijkstad"),
    Persona("henk", "Henk Nergens", "executive-dijkstad", (REPORTER, SUPPLIER)),
    Persona("wil", "Wil Schijnbaar", "executive-dijkstad", (Role.MUNICIPAL_FINANCE_OFFICER,)),
    Persona("esther", "Esther Zomerdroom", "mayor-havenrijk", PARTNER),
    Persona("piotr", "Piotr Zmyslony", "executive-havenrijk", PARTNER),
    Persona("anouk", "Anouk Bedacht", "mayor-veenwoude", PARTNER),
    Persona("sjors", "Sjors Verbeelding", "executive-veenwoude", PARTNER),
    Persona("carla", "Carla van Nergenshuizen", "mayor-brinkum", (REPORTER, WEIGHING)),
    Persona("omar", "Omar Wensdroom", "executive-brinkum", PARTNER),
    Persona("teun", "Teun Luchtkasteel", "executive-zande", PARTNER),
    Persona("marit", "Marit Stelsel", "mayor-dijkstad", (Role.SIGNAL_COORDINATOR, WEIGHING)),
    Persona("daan", "Daan Regie", "mayor-dijkstad", (Role.CASE_DIRECTOR,)),
    Persona("fenna", "Fenna Leiding", "mayor-havenrijk", (Role.CASE_DIRECTOR,)),
    Persona("sofie", "Sofie Overzicht", "mayor-dijkstad", (Role.INFORMATION_ANALYST,)),
    Persona("rik", "Rik Patroon", "police", (Role.INFORMATION_ANALYST,)),
    Persona("hanna", "Hanna Hoofd", "mayor-dijkstad", (Role.RIEC_HEAD, Role.HEADS_COUNCIL)),
    Persona("stef", "Stef Stuurman", "mayor-dijkstad", (Role.STEERING_MEMBER,)),
    Persona("pia", "Pia Waarborg", "mayor-dijkstad", (Role.PRIVACY_OFFICER,)),
    Persona("loes", "Loes Toets", "om", (Role.COORDINATING_DPO,)),
    Persona("arend", "Arend Controle", "province", (Role.AUDITOR,)),
    Persona("toos", "Toos Toegang", "mayor-dijkstad", (Role.ACCESS_MANAGER,)),
    Persona("sjaak", "Sjaak Stekker", "mayor-dijkstad", (Role.SUPPORT_ENGINEER,)),
    Persona("ellen", "Ellen Expert", "mayor-dijkstad", (Role.LIEC_STAFF, Role.PORTFOLIO_LEAD)),
    Persona("zoe", "Zoë Winter", "police-wk", PARTNER, region="WK"),
    Persona("ties", "Ties Kust", "mayor-wk", (Role.SIGNAL_COORDINATOR, WEIGHING), region="WK"),
    Persona("rens", "Rens Richting", "mayor-wk", (Role.CASE_DIRECTOR,), region="WK"),
    Persona("ans", "Ans Duinkijk", "mayor-wk", (Role.INFORMATION_ANALYST,), region="WK"),
    Persona("wim", "Wim Winterman", "mayor-wk", LEADERS, region="WK"),
    Persona("pim", "Pim Projectman", "mayor-wk", (Role.PROJECT_LEAD,), region="WK"),
    Persona("olga", "Olga Oploop", "mayor-dijkstad", (Role.TRAINER,)),
    Persona("tara", "Tara Toekomst", "mayor-dijkstad", (Role.TRAINEE,)),
    Persona("liv", "Liv Landelijk", "mayor-liec", (*LEADERS, Role.LIEC_STAFF), region="LIEC"),
    *(
        Persona(who.split()[0].lower(), who, f"mayor-{code.lower()}", LEADERS, region=code)
        for code, who, _town in HEADS
    ),
)
