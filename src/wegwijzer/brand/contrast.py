"""How well two colours can be told apart, and which pairs the house style promises.

Bron: WCAG 2.2, 1.4.3 (tekst, 4,5 op 1) en 1.4.11 (vormen, 3 op 1).
"""

from dataclasses import dataclass

from wegwijzer.brand.tokens import all_tokens

TEXT, SHAPE = 4.5, 3.0


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour that is used on another, with the ratio in light and in dark."""

    foreground: str
    background: str
    needed: float
    light: float
    dark: float

    @property
    def enough(self) -> bool:
        """Return whether both modes reach what is needed."""
        return min(self.light, self.dark) >= self.needed


def _luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb``."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


_SURFACES = tuple(
    f"basis-color-default-bg-{name}"
    for name in ("document", "subtle", "raised", "sunken", "default")
)
_STATES = ("info", "positive", "warning", "negative")

_PAIRS: tuple[tuple[str, str, float], ...] = (
    *(("basis-color-default-color-document", surface, TEXT) for surface in _SURFACES),
    *(("basis-color-default-color-subtle", surface, TEXT) for surface in _SURFACES),
    *(("basis-color-action-1-color-default", surface, TEXT) for surface in _SURFACES),
    *(("basis-color-action-1-color-hover", surface, TEXT) for surface in _SURFACES),
    *((f"basis-color-{s}-color-default", f"basis-color-{s}-bg-default", TEXT) for s in _STATES),
    *((f"basis-color-{s}-color-default", _SURFACES[0], TEXT) for s in _STATES),
    *((f"basis-color-{s}-color-default", _SURFACES[2], TEXT) for s in _STATES),
    ("basis-color-action-1-color-default", "basis-color-info-bg-default", TEXT),
    ("basis-color-action-1-inverse-color-default", "basis-color-action-1-inverse-bg-default", TEXT),
    ("basis-color-action-1-inverse-color-default", "basis-color-action-1-inverse-bg-hover", TEXT),
    ("ww-bar-color", "ww-bar-bg", TEXT),
    ("ww-bar-color-subtle", "ww-bar-bg", TEXT),
    ("ww-bar-color", "ww-bar-bg-field", TEXT),
    ("ww-bar-color-subtle", "ww-bar-bg-field", TEXT),
    ("ww-bar-border-field", "ww-bar-bg", SHAPE),
    ("ww-bar-focus", "ww-bar-bg", SHAPE),
    *(("basis-color-default-border-default", surface, SHAPE) for surface in _SURFACES),
    *(("basis-focus-outline-color", surface, SHAPE) for surface in _SURFACES),
)


def pairs() -> list[Pair]:
    """Return every pair of colours that the style sheets put on each other."""
    tokens = all_tokens()
    return [
        Pair(
            front,
            back,
            needed,
            contrast(tokens[front].light, tokens[back].light),
            contrast(tokens[front].dark, tokens[back].dark),
        )
        for front, back, needed in _PAIRS
    ]
