"""Recipes of the demo world: what regions did, who took it over, and what they told."""

import json
from dataclasses import replace
from datetime import timedelta
from importlib.resources import files
from random import Random
from uuid import UUID

from wegwijzer.cli.demo_world.people import Company
from wegwijzer.commons import actions, queries
from wegwijzer.commons.rules.items import Content, Kind, Material
from wegwijzer.commons.rules.recipes import NAMES, AdoptionStatus, Recipe, Report

RUNNING, FINISHED = AdoptionStatus.RUNNING, AdoptionStatus.FINISHED
PARENTS, FARM, QUAY, MONEY, COURIERS = 0, 2, 3, 4, 7
# Which recipe (by its place in the list), by whom, how many days ago, with which plan.
TAKEN = (
    (PARENTS, "hanna", 210, "Vier scholen in Dijkstad, samen met het jongerenwerk."),
    (PARENTS, "mirjam", 190, "Twee wijken in Maanstad, na de herfstvakantie."),
    (FARM, "zita", 160, "Alle polders, met de vrijwilligers van de boerenorganisatie."),
    (FARM, "wim", 90, ""),
    (QUAY, "hanna", 120, "De drie jachthavens van Havenrijk."),
    (QUAY, "wim", 60, "De havens van Winterhaven, vóór het seizoen."),
    (MONEY, "lieke", 45, "Met de ring van notarissen."),
    (COURIERS, "sefa", 100, "Op de overslagterminal en het station ernaast."),
)
# Who reports on the copy of which recipe, how many days ago.
TOLD = (
    ("hanna", PARENTS, 40, Report(
        status=RUNNING, told="Drie avonden gehouden; 96 ouders kwamen en 9 belden daarna.",
        cost="€ 2.100 per avond, door de tolk.",
    )),
    ("mirjam", PARENTS, 12, Report(
        status=FINISHED, told="Vier avonden met 120 ouders. De scholen gaan zelf verder.",
        cost="€ 7.400 en zestig uur.", again=True,
    )),
    ("zita", FARM, 30, Report(
        status=FINISHED, told="Tachtig gesprekken. Twee eigenaren zegden een huurder af.",
        cost="€ 9.000", again=True,
    )),
    ("hanna", QUAY, 8, Report(
        status=RUNNING, told="De kaart hangt in alle drie de havens; er kwamen vier meldingen.",
    )),
    ("sefa", COURIERS, 5, Report(
        status=AdoptionStatus.STOPPED, again=False, cost="€ 22.000",
        told="Er kwamen bijna geen jongeren: de terminal is te ver weg van de stad.",
    )),
)  # fmt: skip
AFTER_ADAPTING = Report(
    status=FINISHED, told="Zes middagen, telkens vol. De tolk maakt het verschil.",
    cost="€ 8.800", again=True,
)  # fmt: skip
ADAPTED = "Een tolk en een imam of dominee uit de wijk erbij; de avond is op zondagmiddag."
WHY = "Veel ouders werken 's avonds, en zonder tolk bleef het stil."


def make_recipes(company: Company, rng: Random) -> list[UUID]:
    """Make the recipes and what became of them; the first is taken over, adapted, and again."""
    texts = json.loads(files("wegwijzer.cli.demo_world").joinpath("recipes.json").read_text("utf8"))
    made = [_placed(company, one, rng.randint(260, 420)) for one in texts]
    copies = {
        (place, who): _taken(company, made[place], who, ago, plan)
        for place, who, ago, plan in TAKEN
    }
    adapted = copies[PARENTS, "hanna"]
    _adapted(company, adapted)
    # Another region goes on with the adaptation, and tells about that.
    again = _taken(company, adapted, "roel", 70, "Met de kerken van Grachtenbroek.")
    _told(company, "roel", again, 6, AFTER_ADAPTING)
    for who, place, ago, report in TOLD:
        _told(company, who, copies[place, who], ago, report)
    return made


def _placed(company: Company, text: dict[str, str], ago: int) -> UUID:
    content = Content(
        kind=Kind.PROJECT,
        title=text["title"],
        summary=text["summary"],
        portfolio=text["portfolio"],
        phenomena=frozenset(text["phenomena"].split(",")),
        contact_name=company[text["who"]].name,
        contact_reach=f"{text['who']}@demo.wegwijzer.example",
        may_be_called=True,
        materials=(Material("Over het RIEC-LIEC", "https://www.riec.nl/"),),
    )
    recipe = Recipe(**{name: text[name] for name in NAMES})
    at = company.now - timedelta(days=ago)
    return actions.publish_recipe(company[text["who"]], content, recipe, now=at)


def _taken(company: Company, recipe: UUID, who: str, ago: int, plan: str) -> UUID:
    at = company.now - timedelta(days=ago)
    return actions.adopt_recipe(company[who], recipe, plan=plan, now=at)


def _adapted(company: Company, own: UUID) -> None:
    known = queries.find_recipe(company["hanna"], own)
    assert known is not None
    other = replace(known, steps=known.steps + "\nVraag een tolk die de wijk kent")
    at = company.now - timedelta(days=150)
    actions.adapt_recipe(company["hanna"], own, other, adapted=ADAPTED, why=WHY, now=at)


def _told(company: Company, who: str, own: UUID, ago: int, report: Report) -> None:
    at = company.now - timedelta(days=ago)
    actions.report_on_recipe(company[who], own, report, now=at)
