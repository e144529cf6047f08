"""The one vocabulary in which every document of the house is said.

A document is what it says, never how it looks: the renderers read the look from the tokens.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

from wegwijzer.brand.marks import NETWORK, Mark


class Kind(StrEnum):
    """What sort of document it is, which decides its density and its opening."""

    LETTER = "letter"
    REPORT = "report"
    PRESENTATION = "presentation"
    CERTIFICATE = "certificate"
    MINUTES = "minutes"


class Handling(StrEnum):
    """How far a document may travel. Bron: Traffic Light Protocol 2.0 (FIRST)."""

    CLEAR = "TLP:CLEAR"
    GREEN = "TLP:GREEN"
    AMBER = "TLP:AMBER"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    RED = "TLP:RED"


class NoteKind(StrEnum):
    """How grave a note is; the word is in the note itself, the colour only repeats it."""

    INFO = "info"
    POSITIVE = "positive"
    WARNING = "warning"
    NEGATIVE = "negative"


class Align(StrEnum):
    """Where the values of a column stand: words left, numbers right."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part; levels follow each other without a gap."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; ``opening`` are its first words, set in bold."""

    text: str
    opening: str = ""
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a list, with the points that belong under it."""

    text: str
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class List:
    """Points, numbered when their order counts."""

    items: tuple[Item, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, where its values stand, and its share of the width."""

    head: str
    align: Align = Align.LEFT
    share: float = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; every row has a value for each column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("every row of a table has a value for each column")


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values: date, subject, who."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture or chart as SVG; ``alt`` says what it shows, ``data`` gives its numbers."""

    svg: str
    alt: str
    caption: str = ""
    data: Table | None = None

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("a figure says in words what it shows")


@dataclass(frozen=True, slots=True)
class Note:
    """Something that must not be missed, set apart from the text."""

    text: str
    title: str = ""
    kind: NoteKind = NoteKind.INFO


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a speaker says with a slide; only a presentation keeps it, as its notes."""

    text: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, in which role, with room for the name by hand."""

    name: str
    role: str = ""
    closing: str = ""


Plain: TypeAlias = (
    Heading | Text | List | Table | Facts | Figure | Note | Spoken | PageBreak | Signature
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks that run in columns of equal width."""

    blocks: tuple[Plain, ...]
    number: int = 2


Block: TypeAlias = Plain | Columns


@dataclass(frozen=True, slots=True)
class Document:
    """All that a document says, and about itself: title, language, who speaks, who may read."""

    title: str
    kind: Kind
    blocks: tuple[Block, ...]
    subtitle: str = ""
    mark: Mark = NETWORK
    language: str = "nl"
    author: str = ""
    day: date | None = None
    made_at: datetime | None = None
    handling: Handling | None = None
    reference: str = ""
    addressee: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("a document has a title")

    @property
    def speaker(self) -> str:
        """Return who is named as the author."""
        return self.author or self.mark.name


def points(*texts: str, numbered: bool = False) -> List:
    """Return a list of points without points under them."""
    return List(tuple(Item(text) for text in texts), numbered)
