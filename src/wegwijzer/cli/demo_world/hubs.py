"""Eight hubs of the demo world, with figures of five years in which something seems to shift."""

from datetime import datetime
from decimal import Decimal
from random import Random
from uuid import UUID

from wegwijzer.cli.demo_world.people import Company
from wegwijzer.programme.actions import hubs as actions
from wegwijzer.programme.rules.hubs import (
    FigureContent,
    HubContent,
    HubKind,
    IndicatorContent,
    NoteKind,
)

# Name, kind, region, place, what it is, partners, and per indicator five years (-1: not known).
HUBS = (
    ("Zomerhaven", HubKind.SEA_PORT, "ZL", "Dijkstad",
     "De grootste haven van de demowereld: containers, fruit en koelhuizen.",
     ("Douane", "Havenbedrijf Zomerhaven", "Zeehavenpolitie", "Gemeente Dijkstad"),
     (142, 151, 118, 84, 79), (9400, 11200, 8700, 5100, 4600)),
    ("Luchthaven Zonneveld", HubKind.AIRPORT, "ZL", "Nieuw-Brinkum",
     "Vracht en vakantievluchten, met een groot terrein voor pakketten.",
     ("Koninklijke Marechaussee", "Douane", "Luchthaven Zonneveld"),
     (31, 35, 33, 36, 38), (410, 450, 520, 505, 560)),
    ("Kanaalzone Havenrijk", HubKind.CANAL_ZONE, "ZL", "Havenrijk",
     "Kades en loodsen langs het kanaal, met veel wisselende huurders.",
     ("Gemeente Havenrijk", "Waterschap", "Politie eenheid Zomerland"),
     (12, 14, 19, 33, 41), (60, 75, 140, 610, 880)),
    ("Bloemenveiling Lentehof", HubKind.FLOWER_AUCTION, "LD", "Lentehoven",
     "Dagelijks vijfhonderd vrachtwagens en een groot terrein dat dag en nacht open is.",
     ("Veiling Lentehof", "Douane", "Gemeente Lentehoven"),
     (9, 8, 11, 15, 14), (35, 20, 45, 90, 70)),
    ("Winterkade", HubKind.SEA_PORT, "WK", "Winterhaven",
     "Een kleinere zeehaven met koelhuizen en een vaste lijn over zee.",
     ("Douane", "Havenbedrijf Winterkade", "Gemeente Winterhaven"),
     (18, 19, 22, 37, 52), (240, 210, 330, 1450, 1900)),
    ("Binnenhaven Maansluis", HubKind.INLAND_PORT, "MB", "Maanstad",
     "Overslag van containers die van zee komen, aan de rand van de stad.",
     ("Gemeente Maanstad", "Havenmeester"),
     (4, 3, 5, 9, 12), (-1, -1, 15, 60, 85)),
    ("Jachthaven Sterrenbocht", HubKind.MARINA, "SV", "Sterredam",
     "Achthonderd ligplaatsen zonder toezicht in de nacht.",
     ("Gemeente Sterredam", "Jachthavenvereniging"),
     (0, 1, 1, 4, 6), (-1, 0, 0, 20, 35)),
    ("Logistiek park Zilverpolder", HubKind.LOGISTICS, "ZP", "Zilverwijk",
     "Loodsen en pakketcentra langs de snelweg.",
     ("Gemeente Zilverwijk", "Ondernemersvereniging"),
     (2, 2, 3, 3, 4), (10, 12, 15, 14, 18)),
)  # fmt: skip
PEOPLE = IndicatorContent(
    name="Uithalers aangehouden",
    definition=(
        "Personen die zonder reden op een terrein waren en daarvoor zijn aangehouden, per "
        "kalenderjaar, geteld door de politie. Wie twee keer is aangehouden, telt twee keer."
    ),
    unit="personen",
    portfolio="mainports",
)
KILOS = IndicatorContent(
    name="Cocaïne onderschept",
    definition=(
        "Netto gewicht van wat in een kalenderjaar op of bij het knooppunt in beslag is genomen, "
        "geteld door de douane. Vondsten elders uit dezelfde zending tellen niet mee."
    ),
    unit="kilo",
    portfolio="mainports",
)
NOTES = {
    "Zomerhaven": (
        (NoteKind.INITIATIVE, "Poortwacht: samen met het havenbedrijf toezicht op de toegang."),
        (NoteKind.OBSTACLE, "Camerabeelden van bedrijven blijven korter bewaard dan nodig is."),
    ),
    "Kanaalzone Havenrijk": (
        (NoteKind.INITIATIVE, "Rondgang langs loodsen met gemeente, brandweer en netbeheerder."),
        (NoteKind.OBSTACLE, "Niemand heeft een overzicht van wie welke loods huurt."),
    ),
    "Winterkade": ((NoteKind.OBSTACLE, "Er is één douanier voor drie kades."),),
    "Jachthaven Sterrenbocht": (
        (NoteKind.INITIATIVE, "Havenmeesters leren waar zij op kunnen letten."),
    ),
}
CHANGED = "Vanaf dit jaar meldt ook de particuliere beveiliging."


def make_hubs(company: Company, rng: Random) -> None:
    """Add the hubs with their partners, initiatives, obstacles and figures."""
    ellen, now = company["ellen"], company.now
    people = actions.add_indicator(ellen, PEOPLE, now=now)
    kilos = actions.add_indicator(ellen, KILOS, now=now)
    for name, kind, region, place, summary, partners, arrested, seized in HUBS:
        content = HubContent(
            name=name, kind=kind, place=place, summary=summary, partners=partners,
            portfolios=frozenset({"mainports"}),
        )  # fmt: skip
        hub = actions.add_hub(ellen, content, region_id=company.regions[region], now=now)
        _count(company, hub, people, arrested, "Politie", changed=name == "Luchthaven Zonneveld")
        _count(company, hub, kilos, seized, "Douane")
        if name == "Kanaalzone Havenrijk":
            _set_right(company, hub, people, arrested[-1])
        for about, text in NOTES.get(name, ()):
            actions.add_hub_note(ellen, hub, about, text=text, now=now)


def _count(
    company: Company,
    hub: UUID,
    indicator: UUID,
    values: tuple[int, ...],
    source: str,
    *,
    changed: bool = False,
) -> None:
    """Record the figures of the five years before this one."""
    now: datetime = company.now
    for year, value in enumerate(values, start=now.year - len(values)):
        if value < 0:
            continue
        breaks = changed and year == now.year - 3
        content = FigureContent(
            year=year,
            value=Decimal(value),
            source=source,
            note=CHANGED if breaks else "",
            breaks_series=breaks,
        )
        actions.record_figure(company["ellen"], hub, indicator, content, now=now)


def _set_right(company: Company, hub: UUID, indicator: UUID, value: int) -> None:
    """Correct the figure of last year."""
    content = FigureContent(
        year=company.now.year - 1, value=Decimal(value + 2), source="Politie, jaarcijfers"
    )
    actions.record_figure(
        company["ellen"], hub, indicator, content, now=company.now,
        reason="Twee aanhoudingen van december kwamen er later bij.",
    )  # fmt: skip
