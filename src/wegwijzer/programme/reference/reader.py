"""Read the facts of a public document from the file that is shipped with the product."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from wegwijzer.kernel.errors import Invalid
from wegwijzer.kernel.text import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Said:
    """A result that was reached or a plan that was made, in a year; ``about`` names what it made.

    ``about`` holds the slug of a training, a term, an item or an exploration of the same file.
    """

    slug: str
    kind: str
    year: int
    text: str
    about: str = ""
    applies_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Portfolio:
    """A portfolio as the document describes it."""

    slug: str
    name: str
    state: str
    aim: str
    partners: tuple[str, ...]
    results: tuple[Said, ...]
    plans: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Goal:
    """A strategic goal with its portfolios."""

    slug: str
    name: str
    why: str
    target_groups: tuple[str, ...]
    portfolios: tuple[Portfolio, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who commissions, who contracts, who carries out, and to what end."""

    commissioner: str
    contractors: str
    execution: str
    forms: tuple[str, ...]
    aims: tuple[str, ...]
    with_partners: str
    history: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Training:
    """A training of several modules, for whom, and how it is paid for."""

    slug: str
    title: str
    audience: str
    portfolio: str
    starts: int
    modules: tuple[str, ...]
    modules_note: str
    funding_state: str
    funding_note: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term that got one definition for all; ``text`` is empty when the document has none."""

    slug: str
    name: str
    portfolio: str
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Item:
    """Something made that belongs in the library."""

    slug: str
    kind: str
    title: str
    portfolio: str
    summary: str


@dataclass(frozen=True, slots=True)
class Exploration:
    """A meeting with the regions that is planned to explore a portfolio."""

    slug: str
    portfolio: str
    title: str
    year: int
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """All that a document says of the network."""

    slug: str
    year: int
    title: str
    source: str
    organisation: Organisation
    goals: tuple[Goal, ...]
    training: Training
    terms: tuple[Term, ...]
    items: tuple[Item, ...]
    explorations: tuple[Exploration, ...]

    def portfolios(self) -> Iterator[tuple[Goal, Portfolio]]:
        """Yield each portfolio with the goal it belongs to."""
        return ((goal, one) for goal in self.goals for one in goal.portfolios)


def references() -> list[str]:
    """Return the slugs of the documents of which the facts are shipped."""
    folder = files("wegwijzer.programme.reference")
    return sorted(one.name.removesuffix(".json") for one in folder.iterdir()
                  if one.name.endswith(".json"))  # fmt: skip


def read_reference(slug: str) -> Reference:
    """Return the facts of one document; refuse a slug of which none are shipped."""
    if slug not in references():
        raise Invalid(_("Deze bron is niet meegeleverd: %(slug)s."), slug=slug)
    text = files("wegwijzer.programme.reference").joinpath(f"{slug}.json").read_text("utf-8")
    return _reference(json.loads(text))


def _reference(facts: Mapping[str, Any]) -> Reference:
    return Reference(
        facts["slug"],
        facts["year"],
        facts["title"],
        facts["source"],
        _organisation(facts["organisation"]),
        tuple(_goal(one) for one in facts["goals"]),
        _training(facts["training"]),
        tuple(
            Term(one["slug"], one["name"], one["portfolio"], one["text"], one["note"])
            for one in facts["terms"]
        ),
        tuple(Item(**one) for one in facts["items"]),
        tuple(Exploration(**{**one, "asks": tuple(one["asks"])}) for one in facts["explorations"]),
    )


def _organisation(facts: Mapping[str, Any]) -> Organisation:
    return Organisation(
        facts["commissioner"]["name"],
        facts["contractors"]["name"],
        facts["execution"],
        tuple(facts["forms"]),
        tuple(facts["aims"]),
        facts["with_partners"],
        tuple((one["year"], one["text"]) for one in facts["history"]),
    )


def _goal(facts: Mapping[str, Any]) -> Goal:
    return Goal(
        facts["slug"],
        facts["name"],
        facts["why"],
        tuple(facts.get("target_groups", ())),
        tuple(_portfolio(one) for one in facts["portfolios"]),
    )


def _portfolio(facts: Mapping[str, Any]) -> Portfolio:
    return Portfolio(
        facts["slug"],
        facts["name"],
        facts["state"],
        facts["aim"],
        tuple(facts.get("partners", ())),
        tuple(_said(one) for one in facts["results"]),
        tuple(_said(one) for one in facts["plans"]),
    )


def _said(facts: Mapping[str, Any]) -> Said:
    about = (facts.get(name) for name in ("training", "term", "item", "exploration"))
    return Said(
        facts["slug"],
        facts.get("kind", "plan"),
        facts["year"],
        facts["text"],
        next((one for one in about if one), ""),
        tuple(facts.get("applies_to", ())),
    )


def _training(facts: Mapping[str, Any]) -> Training:
    return Training(
        facts["slug"],
        facts["title"],
        facts["audience"],
        facts["portfolio"],
        facts["starts"],
        tuple(facts["modules"]),
        facts["modules_note"],
        facts["funding"]["state"],
        facts["funding"]["note"],
    )
