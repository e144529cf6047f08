"""Fill the library of the demo world: what ten regions know, and where they could work together."""

import json
from collections import defaultdict
from datetime import date, datetime, timedelta
from importlib.resources import files
from random import Random
from uuid import UUID

from wegwijzer.cli.demo_world.people import SYSTEM, Company
from wegwijzer.commons import actions, queries
from wegwijzer.commons.queries import ChancesWanted, Wanted
from wegwijzer.commons.rules.chances import Answer
from wegwijzer.commons.rules.items import Content, Kind, Material
from wegwijzer.kernel.actor import Actor

HEADS = {
    "ZL": "hanna", "WK": "wim", "LD": "lieke", "HH": "herman", "MB": "mirjam", "SV": "sefa",
    "WB": "wouter", "DW": "dunya", "ZP": "zita", "RG": "roel", "LIEC": "liv",
}  # fmt: skip
CONTACTS = ("Bo Bedenkt", "Kim Kompas", "Sam Slagboom", "Noa Nergens", "Jip Jachthaven",
            "Pleun Polder", "Wies Wegwijs", "Mees Maanlicht", "Isa Inzicht", "Guus Gracht")  # fmt: skip
# Real places: a link in the demo leads somewhere.
ABOUT = Material("Over het RIEC-LIEC", "https://www.riec.nl/")
MATERIALS = {
    Kind.INSTRUMENT: (ABOUT,),
    Kind.METHOD: (ABOUT,),
    Kind.BARRIER_MODEL: (Material("Alle barrièremodellen", "https://www.barrieremodellen.nl/"),),
}
# What regions said to chances, in order: who, what, why.
SAID = (
    ("WK", Answer.YES, "Wim belt. Wij nemen de meldkaart mee."),
    ("MB", Answer.YES, "Onze coach wil graag meekijken."),
    ("LD", Answer.NOT_NOW, "Goed idee, maar eerst moet de opvang rond zijn."),
    ("RG", Answer.YES, "Kom langs op de dag van de vergunning."),
    ("HH", Answer.NO, "Onze stallen liggen te ver uit elkaar voor deze aanpak."),
    ("SV", Answer.YES, "Wij delen de cijfers van de terminals."),
    ("ZL", Answer.NOT_NOW, "Na de zomer weer voorleggen."),
)
OUTCOME = "Samen een dag gelopen; de meldkaart is overgenomen en de havenmeesters bellen elkaar."


def make_library(company: Company, rng: Random) -> None:
    """Fill the library region by region, replace some old pictures, find and answer chances."""
    by_region: dict[str, list[Content]] = defaultdict(list)
    for row in json.loads((files(__package__) / "library.json").read_text(encoding="utf-8")):
        by_region[row["region"]].append(_content(row, rng))
    for code, contents in by_region.items():
        _fill(company, company[HEADS[code]], contents, rng)
    _replace_old(company, rng)
    _draft(company)
    actions.refresh_chances(SYSTEM, now=company.now - timedelta(days=3))
    _answer(company)
    _ask_hanna(company)


def _content(row: dict[str, str], rng: Random) -> Content:
    kind, year = Kind(row["kind"]), int(row["year"])
    timeless = kind in (Kind.INSTRUMENT, Kind.METHOD, Kind.BARRIER_MODEL, Kind.EXPERTISE)
    first = None if timeless else date(year, rng.randint(1, 9), 1)
    contact = rng.choice(CONTACTS) if kind is Kind.EXPERTISE or rng.random() < 0.6 else ""
    may_be_called = bool(contact) and (kind is Kind.EXPERTISE or rng.random() < 0.5)
    last = None
    if first is not None and kind in (Kind.PHENOMENON_PICTURE, Kind.PROJECT, Kind.EVALUATION):
        last = date(year, 12, 31)
    return Content(
        kind=kind,
        title=row["title"],
        summary=row["summary"],
        body=row.get("body", ""),
        portfolio=row.get("portfolio", ""),
        phenomena=frozenset(row["phenomena"].split(",")),
        place=row.get("place", ""),
        period_from=first,
        period_to=last,
        method=row.get("method", ""),
        sources=row.get("sources", ""),
        contact_name=contact,
        contact_reach=f"{contact.split()[0].lower()}@demo.wegwijzer.example" if contact else "",
        may_be_called=may_be_called,
        materials=MATERIALS.get(kind, ()),
    )


def _fill(company: Company, head: Actor, contents: list[Content], rng: Random) -> None:
    """Add what a region has, spread over two years; what is older was written earlier."""
    by_year: dict[int, list[Content]] = defaultdict(list)
    for content in contents:
        began = content.period_from
        by_year[min(began.year if began else company.now.year, company.now.year)].append(content)
    for year, some in sorted(by_year.items()):
        age = timedelta(days=300 * (company.now.year - year) + rng.randint(5, 90))
        actions.load_items(head, some, publish=True, now=_at(company, age))


def _at(company: Company, age: timedelta) -> datetime:
    return company.now - min(age, timedelta(days=890))


def _replace_old(company: Company, rng: Random) -> None:
    """Let some pictures have an older edition that was replaced by them."""
    for code in ("ZL", "LD", "SV", "HH", "DW"):
        head = company[HEADS[code]]
        wanted = Wanted(kind=Kind.PHENOMENON_PICTURE, region_id=head.region_id)
        newer = queries.list_items(head, wanted).rows[0]
        now = company.now - timedelta(days=rng.randint(500, 800))
        older = Content(
            kind=Kind.PHENOMENON_PICTURE,
            title=f"{newer.title}, vorige uitgave",
            summary="De eerste uitgave van dit beeld, op grond van minder bronnen.",
            phenomena=frozenset(newer.phenomena),
            portfolio=newer.portfolio,
            place=newer.place,
            period_from=date(newer.year - 2, 1, 1),
            period_to=date(newer.year - 2, 12, 31),
        )
        item = actions.add_item(head, older, publish=True, now=now)
        actions.supersede_item(head, item, by=newer.id, now=company.now - timedelta(days=40))


def _draft(company: Company) -> None:
    """Leave something unfinished for the people of the first region."""
    for title, kind in (("Beeld ondergronds bankieren in Dijkstad", Kind.PHENOMENON_PICTURE),
                        ("Nieuwe proef met bewonersapp", Kind.INITIATIVE)):  # fmt: skip
        content = Content(kind=kind, title=title, summary="Nog aan te vullen.")
        actions.add_item(company["sofie"], content, now=company.now - timedelta(days=2))


def _answer(company: Company) -> None:
    """Let regions answer the strongest chance that waits for them; tell what came of one."""
    for number, (code, answer, note) in enumerate(SAID):
        head = company[HEADS[code]]
        chance = _strongest(head)
        if chance is None:
            continue
        now = company.now - timedelta(days=2, hours=number)
        actions.answer_chance(head, chance, answer, note=note, now=now)
        if number == 0:
            actions.record_outcome(head, chance, outcome=OUTCOME, now=company.now)


def _ask_hanna(company: Company) -> None:
    """Let the other region say yes to the strongest chance that waits for Hanna's region."""
    hanna = company["hanna"]
    rows = queries.list_chances(hanna, ChancesWanted(), limit=1).rows
    codes = {region: code for code, region in company.regions.items()}
    for row in rows:
        other = row.second if row.first.region_id == hanna.region_id else row.first
        head = company[HEADS[codes[other.region_id]]]
        actions.answer_chance(
            head, row.id, Answer.YES, note="Doet u mee?", now=company.now - timedelta(days=1)
        )


def _strongest(head: Actor) -> UUID | None:
    rows = queries.list_chances(head, ChancesWanted(), limit=1).rows
    return rows[0].id if rows else None
