"""What the renderers read from the tokens: colours, the typeface, and sizes per kind."""

from dataclasses import dataclass

from wegwijzer.brand import tokens
from wegwijzer.brand.documents.blocks import Kind, NoteKind

_DENSITY = {Kind.REPORT: "report", Kind.PRESENTATION: "slide"}
MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of type in points and the margin in millimetres."""

    title: float
    headings: tuple[float, float, float]
    text: float
    small: float
    margin: float


def sizes_of(kind: Kind) -> Sizes:
    """Return the sizes of a kind: a report is dense, a slide is large, the others are wide."""
    density = _DENSITY.get(kind, "letter")

    def size(name: str) -> float:
        return float(tokens.all_tokens()[f"ww-paper-{density}-{name}"].light.rstrip("ptm"))

    headings = (size("heading-1"), size("heading-2"), size("heading-3"))
    return Sizes(size("title"), headings, size("text"), size("small"), size("margin"))


def colour(name: str) -> str:
    """Return a token as ``#rrggbb``; documents are light."""
    return tokens.all_tokens()[name].light


INK = "ww-color-ink-800"
SOFT = "ww-color-ink-500"
LINE = "ww-color-ink-200"
BLUE = "ww-color-action-500"
ACCENT = "ww-color-accent-400"
FAINT = "ww-color-ink-50"


def note_colours(kind: NoteKind) -> tuple[str, str]:
    """Return the ground and the line of a note."""
    return colour(f"basis-color-{kind}-bg-default"), colour(f"basis-color-{kind}-color-default")
