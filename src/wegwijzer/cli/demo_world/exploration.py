"""Two explorations of the demo world: one that led to objectives, one that collects now."""

from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from wegwijzer.cli.demo_world.commons import HEADS
from wegwijzer.cli.demo_world.people import Company
from wegwijzer.exploration import actions
from wegwijzer.exploration.rules.sessions import Setup, Stage
from wegwijzer.kernel.actor import Actor

INITIATIVE, OBSTACLE = "initiative", "obstacle"
# Region, kind, text: by the cluster in which it came to lie.
MONEY: dict[str, tuple[tuple[str, str, str], ...]] = {
    "Ondergronds bankieren": (
        ("ZL", OBSTACLE, "Ondergronds bankieren zien wij niet; wij weten niet waar te kijken."),
        ("WK", OBSTACLE, "Niemand bij ons kent de signalen van ondergronds bankieren."),
        ("MB", INITIATIVE, "Training over ondergronds bankieren voor wijkagenten en toezichthouders."),
        ("SV", OBSTACLE, "Ondergronds bankieren loopt via winkels die nergens onder toezicht staan."),
    ),
    "Contant geld in ondernemingen": (
        ("LD", INITIATIVE, "Controles met de Belastingdienst op contant geld bij autohandelaren."),
        ("HH", INITIATIVE, "Kappers en nagelstudio's: omzet vergelijken met wat er te zien is."),
        ("DW", OBSTACLE, "Contant geld bij ondernemingen melden kost ons te veel tijd."),
        ("RG", INITIATIVE, "Voorlichting aan winkeliers over grote bedragen contant geld."),
    ),
    "Vastgoed en financiering": (
        ("ZP", INITIATIVE, "Bibob-toets bij vastgoed met een ondoorzichtige financiering."),
        ("WB", OBSTACLE, "Herkomst van geld bij vastgoed blijft onbekend na drie tussenpersonen."),
        ("LIEC", INITIATIVE, "Landelijke werkgroep van juristen over vastgoed en financiering."),
        ("ZL", INITIATIVE, "Notarissen en gemeente bespreken samen opvallende koopsommen van vastgoed."),
    ),
    "Samen rekenen en volgen": (
        ("RG", OBSTACLE, "Wij volgen geld niet; wij hebben één financieel specialist voor de regio."),
        ("DW", OBSTACLE, "Te weinig financieel specialisten om casussen door te rekenen."),
        ("WK", INITIATIVE, "Pool van financieel specialisten die tussen regio's wordt gedeeld."),
    ),
}  # fmt: skip
DOTS = ((3, 1, 1, 0), (3, 2, 0, 0), (2, 0, 0, 3), (1, 3, 1, 0), (3, 0, 2, 0), (2, 1, 0, 2))
FOCUS = (
    (
        "Alle regio's krijgen zicht op ondergronds bankieren en herkennen de signalen.",
        (0,),
        (
            "Eind 2027 heeft elke regio een fenomeenbeeld van ondergronds bankieren.",
            "In twee jaar volgen 200 toezichthouders en wijkagenten de training.",
        ),
    ),
    (
        "Contant geld in kwetsbare branches maken wij samen zichtbaar, met dezelfde werkwijze.",
        (1, 3),
        (
            "Een draaiboek voor controles is in alle tien regio's een keer gebruikt.",
            "Financieel specialisten zijn voor iedere regio op te roepen via één pool.",
        ),
    ),
)
# The objectives that came from some notes of their focus: the cluster, and the places in it.
NAMED = {
    "In twee jaar volgen 200 toezichthouders en wijkagenten de training.": (
        "Ondergronds bankieren", (1, 2)),
    "Financieel specialisten zijn voor iedere regio op te roepen via één pool.": (
        "Samen rekenen en volgen", (1, 2)),
}  # fmt: skip
CONCLUSION = (
    "De regio's kiezen voor zicht op ondergronds bankieren en voor een gezamenlijke aanpak van "
    "contant geld. De portefeuillehouder werkt de doelen uit met drie regio's en legt ze voor "
    "aan het hoofdenoverleg."
)
NOW_OPEN = (
    ("WK", INITIATIVE, "Jongerenwerkers lopen mee in de wijk rond de haven."),
    ("LD", OBSTACLE, "Scholen weten niet bij wie zij een zorg kunnen melden."),
    ("MB", INITIATIVE, "Ouderavonden samen met de wijkagent en de gemeente."),
    ("SV", OBSTACLE, "Begeleiding stopt als een jongere achttien wordt."),
)


def make_explorations(company: Company, rng: Random) -> UUID:
    """Make both explorations; return the id of the one that is closed."""
    closed = _closed(company)
    _collecting(company)
    return closed


def _head(company: Company, region: str) -> Actor:
    return company[HEADS[region]]


def _move(company: Company, session: UUID, seen: Stage, to: Stage, at: datetime) -> None:
    actions.move_stage(company["ellen"], session, to, seen=seen, now=at)


def _closed(company: Company) -> UUID:
    at, ellen = company.now - timedelta(days=60), company["ellen"]
    setup = Setup(
        title="Verkenning criminele geldstromen",
        question="Welke initiatieven lopen er in uw regio tegen criminele geldstromen, en wat knelt?",
        portfolio="criminele-geldstromen",
        held_at=at,
    )
    session = actions.open_session(ellen, setup, now=at - timedelta(days=14))
    _move(company, session, Stage.PREPARED, Stage.COLLECTING, at)
    notes = {
        name: [
            actions.add_note(_head(company, region), session, text, kind, now=at,
                             named=region in ("ZL", "MB"))
            for region, kind, text in told
        ]
        for name, told in MONEY.items()
    }  # fmt: skip
    _move(company, session, Stage.COLLECTING, Stage.CLUSTERING, at)
    clusters = [
        actions.make_cluster(ellen, session, name, placed, now=at) for name, placed in notes.items()
    ]
    alike = notes["Samen rekenen en volgen"]
    actions.merge_notes(ellen, session, alike[1], alike[:1], now=at)
    _move(company, session, Stage.CLUSTERING, Stage.VOTING, at)
    for place, region in enumerate(one for one in HEADS if one != "LIEC"):
        given = dict(zip(clusters, DOTS[place % len(DOTS)], strict=True))
        actions.cast_ballot(_head(company, region), session, given, version=0, now=at)
    _move(company, session, Stage.VOTING, Stage.FOCUSING, at)
    _choose(company, session, clusters, notes, at)
    actions.write_conclusion(ellen, session, CONCLUSION, now=at)
    _move(company, session, Stage.FOCUSING, Stage.CLOSED, at)
    return session


def _choose(
    company: Company,
    session: UUID,
    clusters: list[UUID],
    notes: dict[str, list[UUID]],
    at: datetime,
) -> None:
    """State each focus and its objectives, one minute after the other."""
    ellen = company["ellen"]
    for statement, places, objectives in FOCUS:
        chosen, at = [clusters[place] for place in places], at + timedelta(minutes=1)
        focus = actions.state_focus(ellen, session, statement, chosen, now=at)
        for text in objectives:
            at += timedelta(minutes=1)
            name, named = NAMED.get(text, ("", ()))
            from_notes = [notes[name][place] for place in named]
            actions.add_objective(ellen, session, focus, text, note_ids=from_notes, now=at)


def _collecting(company: Company) -> UUID:
    at = company.now - timedelta(days=2)
    setup = Setup(
        title="Verkenning jonge aanwas",
        question="Wat doet uw regio om jongeren uit de criminaliteit te houden, en wat lukt niet?",
        portfolio="jonge-aanwas",
        held_at=company.now + timedelta(days=3),
    )
    session = actions.open_session(company["ellen"], setup, now=at)
    _move(company, session, Stage.PREPARED, Stage.COLLECTING, at)
    for region, kind, text in NOW_OPEN:
        actions.add_note(_head(company, region), session, text, kind, now=at)
    return session
