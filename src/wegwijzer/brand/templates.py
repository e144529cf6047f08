"""The templates of the house: documents that say between brackets what a writer fills in."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from wegwijzer.brand.charts import Chart, Series, bar_chart, figure_of
from wegwijzer.brand.documents.blocks import (
    Align,
    Column,
    Columns,
    Document,
    Facts,
    Handling,
    Heading,
    Kind,
    Note,
    NoteKind,
    Signature,
    Spoken,
    Table,
    Text,
    points,
)  # fmt: skip
from wegwijzer.brand.marks import Mark
from wegwijzer.kernel.text import gettext_noop as _


class Name(StrEnum):
    """Which template."""

    LETTER = "brief"
    REPORT = "rapport"
    MINUTES = "verslag"
    PRESENTATION = "presentatie"
    MAIL = "e-mail"


@dataclass(frozen=True, slots=True)
class About:
    """What a template is called, what it is for, and what makes it for a mark."""

    name: Name
    label: str
    purpose: str
    make: Callable[[Mark], Document]


_CHART = Chart(
    "Voorbeeld: signalen per thema",
    ("Drugs", "Mensenhandel", "Witwassen", "Zorgfraude"),
    (Series("Signalen", (34, 12, 21, 9)),),
    "Thema",
)


def letter(mark: Mark) -> Document:
    """Return the letter: to whom, when, about what, the message first, and who signs."""
    return Document(
        title="[Onderwerp in één regel]",
        kind=Kind.LETTER,
        mark=mark,
        reference="[kenmerk]",
        addressee=("[Organisatie]", "[t.a.v. naam]", "[Adres]", "[Postcode en plaats]"),
        blocks=(
            Text("Geachte [naam],"),
            Text("[Zeg in de eerste zin wat u vraagt of meedeelt.]"),
            Text("[Leg uit waarom, met de wet of de afspraak waarop u zich beroept.]"),
            Text("[Sluit af met wat er nu gebeurt: wie doet wat, en wanneer.]"),
            Signature("[Naam]", f"[Functie], {mark.name}", "Met vriendelijke groet,"),
        ),
    )


def report(mark: Mark) -> Document:
    """Return the report: the conclusion first, text in columns, figures over the width."""
    return Document(
        title="[Titel van het rapport]",
        subtitle=f"{mark.name} · [datum]",
        kind=Kind.REPORT,
        mark=mark,
        handling=Handling.GREEN,
        blocks=(
            Note("[De uitkomst in twee of drie zinnen.]", "Kort gezegd."),
            Columns(
                (
                    Heading("Wat wij vonden"),
                    Text("[Begin met de uitkomst. Daarna pas hoe u eraan kwam.]"),
                    points("[Eerste bevinding]", "[Tweede bevinding]", "[Derde bevinding]"),
                    Heading("Wat dit betekent"),
                    Text("[Voor wie heeft dit gevolgen, en welke?]"),
                    Heading("Wat wij voorstellen", 2),
                    points("[Voorstel, met wie het doet]", "[Tweede voorstel]", numbered=True),
                )
            ),
            Heading("De cijfers"),
            figure_of(_CHART, bar_chart(_CHART)),
            Note("[Wat zeggen deze cijfers niet?]", "Let op.", NoteKind.WARNING),
        ),
    )


def minutes(mark: Mark) -> Document:
    """Return the minutes: who was there, what was decided, who does what by when."""
    return Document(
        title="[Overleg]: verslag",
        kind=Kind.MINUTES,
        mark=mark,
        handling=Handling.AMBER,
        blocks=(
            Facts(
                (
                    ("Datum en plaats", "[datum, plaats]"),
                    ("Aanwezig", "[namen en organisaties]"),
                    ("Afwezig", "[namen]"),
                    ("Voorzitter", "[naam]"),
                )
            ),
            Heading("Besluiten"),
            points("[Wat is besloten, in één zin]", numbered=True),
            Heading("Acties"),
            Table(
                (Column("Actie", share=3), Column("Wie"), Column("Voor")),
                (("[Wat er moet gebeuren]", "[naam]", "[datum]"),),
            ),
            Heading("Besproken"),
            Text("[Alleen wat nodig is om de besluiten te begrijpen.]"),
        ),
    )


def presentation(mark: Mark) -> Document:
    """Return the presentation: a message for each slide, and what the speaker says in its notes."""
    return Document(
        title="[Titel van de presentatie]",
        subtitle="[Spreker, gelegenheid, datum]",
        kind=Kind.PRESENTATION,
        mark=mark,
        handling=Handling.GREEN,
        blocks=(
            Heading("[Wat wij vragen: de boodschap als zin]"),
            points("[Eerste reden]", "[Tweede reden]", "[Derde reden]"),
            Spoken("[Wat u hierbij vertelt. De dia zegt het kort, u vertelt waarom.]"),
            Heading("[Wat de cijfers zeggen, als zin]"),
            figure_of(_CHART, bar_chart(_CHART)),
            Heading("[Wie wat doet, en wanneer]"),
            Table(
                (Column("Stap", share=2), Column("Wie"), Column("Wanneer", Align.RIGHT)),
                (("[Eerste stap]", "[naam]", "[datum]"), ("[Tweede stap]", "[naam]", "[datum]")),
                "Vervolgstappen",
            ),
        ),
    )


def mail(mark: Mark) -> Document:
    """Return the e-mail: the question first, no personal data, and where the rest stands."""
    return Document(
        title="[Onderwerp: wat u van de lezer vraagt]",
        kind=Kind.LETTER,
        mark=mark,
        blocks=(
            Text("Beste [naam],"),
            Text("[Zeg in de eerste zin wat u vraagt en voor wanneer.]"),
            points("[Wat de lezer moet weten]", "[Wat de lezer kan doen]"),
            Note(
                "Zet geen persoonsgegevens in een e-mail. Verwijs naar het nummer in Wegwijzer.",
                "Let op.",
                NoteKind.WARNING,
            ),
            Signature("[Naam]", f"[Functie], {mark.name}", "Met vriendelijke groet,"),
        ),
    )


_ALL = (
    About(Name.LETTER, _("Brief"), _("Aan iemand buiten het netwerk, of formeel."), letter),
    About(Name.REPORT, _("Rapport"), _("Analyses en verslagen met cijfers."), report),
    About(Name.MINUTES, _("Memo of verslag"), _("Besluiten en acties van een overleg."), minutes),
    About(
        Name.PRESENTATION,
        _("Presentatie"),
        _("Eén boodschap per dia, met notities."),
        presentation,
    ),
    About(Name.MAIL, _("E-mail"), _("Kort, met de vraag vooraan."), mail),
)
TEMPLATES: dict[Name, About] = {one.name: one for one in _ALL}
