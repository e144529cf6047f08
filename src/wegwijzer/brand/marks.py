"""The marks of the network and of each region: one board of a signpost, drawn by rule.

Nothing is drawn by hand for a region: the board holds its code, the name stands beside it, and
the colours are tokens. The letters are outlines, so a mark looks the same everywhere.
"""

import re
import tempfile
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Literal

import typst

from wegwijzer.brand import tokens
from wegwijzer.brand.typeface import FONTS, font_paths

TEMPLATE = Path(__file__).with_name("mark.typ")
NETWORK_CODE = "RIEC-LIEC"
_MAX_CODE = 9


class Form(StrEnum):
    """The board alone, or with the name beside it."""

    SYMBOL = "symbol"
    NAMED = "named"


class Tone(StrEnum):
    """For a light ground, for a dark ground, or in one ink."""

    LIGHT = "light"
    DARK = "dark"
    MONO = "mono"


@dataclass(frozen=True, slots=True)
class Mark:
    """Who speaks: the code on the board and the name beside it."""

    code: str
    name: str

    @property
    def letters(self) -> str:
        """Return what fits on the board: the code in capitals, without anything else."""
        return re.sub(r"[^A-Z0-9-]", "", self.code.upper())[:_MAX_CODE]

    @property
    def is_network(self) -> bool:
        """Return whether the mark speaks for all regions together."""
        return self.code == NETWORK_CODE


NETWORK = Mark(NETWORK_CODE, "RIEC-LIEC")

# The token of the board, of the letters on it, of the strip below it and of the name beside it.
_TONES: dict[Tone, tuple[str, str, str, str]] = {
    Tone.LIGHT: ("ww-color-ink-800", "ww-color-white", "ww-color-accent-400", "ww-color-ink-800"),
    Tone.DARK: ("ww-color-white", "ww-color-ink-800", "ww-color-accent-400", "ww-color-white"),
    Tone.MONO: ("ww-color-ink-800", "ww-color-white", "ww-color-ink-800", "ww-color-ink-800"),
}


def draw_svg(mark: Mark, form: Form = Form.NAMED, tone: Tone = Tone.LIGHT) -> bytes:
    """Return the mark as SVG without a background, its letters as outlines."""
    return _drawn(mark, form, tone, "svg")


def draw_png(mark: Mark, form: Form = Form.NAMED, tone: Tone = Tone.LIGHT) -> bytes:
    """Return the mark as PNG without a background, large enough for print."""
    return _drawn(mark, form, tone, "png")


def _says_more(mark: Mark, form: Form) -> bool:
    """Return whether a name beside the board adds something to it."""
    return form is Form.NAMED and mark.name != mark.letters


@lru_cache(maxsize=256)
def _drawn(mark: Mark, form: Form, tone: Tone, kind: Literal["svg", "png"]) -> bytes:
    board, letters, strip, name = (tokens.all_tokens()[token].light for token in _TONES[tone])
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / TEMPLATE.name
        source.write_bytes(TEMPLATE.read_bytes())
        made = typst.compile(
            str(source),
            root=folder,
            format=kind,
            ppi=600,
            font_paths=font_paths(FONTS),
            sys_inputs={
                "code": mark.letters,
                "name": mark.name if _says_more(mark, form) else "",
                "both": "yes" if mark.is_network else "",
                "family": tokens.font_family(),
                "board": board,
                "letters": letters,
                "strip": strip,
                "ink": name,
            },
        )
    assert isinstance(made, bytes), "one mark makes one picture"
    return made
