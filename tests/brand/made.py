"""A document with every block of the vocabulary, to render."""

from datetime import UTC, date, datetime

from wegwijzer.brand.charts import Chart, Series, bar_chart, figure_of
from wegwijzer.brand.documents.blocks import (
    Align,
    Block,
    Column,
    Columns,
    Document,
    Facts,
    Handling,
    Heading,
    Item,
    Kind,
    List,
    Note,
    NoteKind,
    PageBreak,
    Signature,
    Spoken,
    Table,
    Text,
    points,
)
from wegwijzer.brand.marks import Mark

CHART = Chart("Signalen per thema", ("Drugs", "Zorg"), (Series("2025", (12, 3)),), "Thema")
EVERY: tuple[Block, ...] = (
    Text("Een inleiding met #opmaak, $tekens$ en [haken].", lead=True),
    Heading("Wat er is"),
    Facts((("Voorzitter", "A. Voorbeeld"), ("Wanneer", "24 november"))),
    Text("Niet alles telt.", opening="Let op."),
    points("een punt", '#import "x"'),
    List((Item("eerst", ("eronder",)), Item("daarna")), numbered=True),
    Heading("Een tabel", 2),
    Table(
        (Column("Cijfer", share=2), Column("2025", Align.RIGHT)), (("Signalen", "12"),), "Aantal"
    ),
    figure_of(CHART, bar_chart(CHART)),
    Note("Dit mag niemand missen.", "Let op:", NoteKind.WARNING),
    Spoken("Vertel hierbij waarom."),
    Heading("Naast elkaar"),
    Columns((Text("links " * 60), Heading("Midden", 2), Text("rechts " * 60))),
    PageBreak(),
    Signature("H. Hoofd", "hoofd", "Met vriendelijke groet,"),
)


def document(kind: Kind = Kind.REPORT, *blocks: Block, language: str = "nl") -> Document:
    """Return a document of a kind, with every block unless others are given."""
    return Document(
        title="Een titel",
        subtitle="een ondertitel",
        kind=kind,
        blocks=blocks or EVERY,
        mark=Mark("ZL", "RIEC Zomerland"),
        language=language,
        day=date(2026, 11, 24),
        made_at=datetime(2026, 11, 24, 9, tzinfo=UTC),
        handling=Handling.AMBER,
        reference="ZL-2026-12",
        addressee=("Gemeente Waterstad", "Postbus 1"),
    )
