"""Examples of the tone of voice, before and after. They are Dutch in every language of the page."""

from typing import NamedTuple


class Example(NamedTuple):
    """A sentence as it often is, as the house writes it, and the rule behind it."""

    rule: str
    before: str
    after: str


EXAMPLES = (
    Example(
        "Zeg eerst wat er gebeurt",
        "Naar aanleiding van het op 3 maart jl. gehouden overleg kan worden medegedeeld dat is "
        "besloten tot aanvaarding van het signaal.",
        "Het signaal is aanvaard. Dat besloot de weegtafel op 3 maart.",
    ),
    Example(
        "Zeg wie iets doet",
        "Er dient een reactie te worden gegeven vóór 12 april.",
        "Wilt u vóór 12 april antwoorden?",
    ),
    Example(
        "Weiger met een uitweg",
        "Onvoldoende rechten. Actie niet toegestaan.",
        "U kunt dit signaal niet openen, omdat uw organisatie geen deelnemer is. Vraag het RIEC "
        "om toegang.",
    ),
    Example(
        "Oordeel niet over wie nog geen dader is",
        "De crimineel gebruikt het pand als dekmantel.",
        "Het pand staat leeg en krijgt ’s nachts bezoek. Er is een vermoeden van witwassen.",
    ),
    Example(
        "Schrijf getallen met hun betekenis",
        "Het aantal casussen nam explosief toe.",
        "Er waren 24 casussen geopend, tegen 18 een jaar eerder. Dat zegt iets over het werk, "
        "niet over de omvang van de criminaliteit.",
    ),
    Example(
        "Gebruik het woord dat iedereen kent",
        "Middels de integrale interventiestrategie faciliteren wij de stakeholders.",
        "Wij helpen gemeenten, politie en Belastingdienst om samen op te treden.",
    ),
)
