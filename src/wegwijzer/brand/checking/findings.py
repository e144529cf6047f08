"""What the check can find, and the rules that documents and presentations share."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from wegwijzer.brand.contrast import TEXT, contrast
from wegwijzer.brand.tokens import all_tokens
from wegwijzer.kernel.text import gettext_noop as _

MAX_FONTS, MAX_SIZES = 2, 6
_GENERIC = {"sans-serif", "serif", "monospace", "ui-monospace"}
_HEX = re.compile(r"[0-9a-fA-F]{6}")


class Severity(StrEnum):
    """How grave a finding is: not readable for all, not the style, or better otherwise."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Finding:
    """One deviation; the three sentences take their values from ``params``."""

    rule: str
    severity: Severity
    where: str
    what: str
    next_step: str
    params: dict[str, str | int] = field(default_factory=dict)


WHOLE = _("Hele bestand")


def house_fonts() -> set[str]:
    """Return the typefaces that the tokens name, in lower case."""
    families = (token.light for token in all_tokens().values() if token.kind == "fontFamily")
    names = {name.strip(' "').lower() for family in families for name in family.split(",")}
    return names - _GENERIC


def house_colours() -> set[str]:
    """Return the colours that the tokens name, with the black and white of every printer."""
    tokens = [token for token in all_tokens().values() if token.kind == "color"]
    return {value.lower() for t in tokens for value in (t.light, t.dark)} | {"#000000", "#ffffff"}


def colour(value: str | None) -> str | None:
    """Return ``#rrggbb`` for a colour of the file, or None when it says none."""
    return f"#{value.lower()}" if value and _HEX.fullmatch(value) else None


def check_fonts(fonts: Iterable[str]) -> Iterator[Finding]:
    """Refuse typefaces outside the tokens, and more of them than a reader needs."""
    used = sorted({font for font in fonts if font})
    for font in used:
        if font.lower() not in house_fonts():
            yield Finding(
                "font", Severity.WARNING, WHOLE,
                _("Het lettertype %(font)s hoort niet bij de huisstijl."),
                _("Kies een lettertype van de huisstijl, of gebruik een sjabloon."),
                {"font": font},
            )  # fmt: skip
    if len(used) > MAX_FONTS:
        yield Finding(
            "fonts", Severity.ADVICE, WHOLE,
            _("Er zijn %(number)s lettertypen gebruikt; %(most)s is genoeg."),
            _("Breng het aantal lettertypen terug."),
            {"number": len(used), "most": MAX_FONTS},
        )  # fmt: skip


def check_sizes(sizes: Iterable[str]) -> Iterator[Finding]:
    """Advise against more sizes of type than a reader can tell apart."""
    number = len(set(sizes))
    if number > MAX_SIZES:
        yield Finding(
            "sizes", Severity.ADVICE, WHOLE,
            _("Er zijn %(number)s lettergroottes gebruikt; %(most)s is genoeg."),
            _("Gebruik de stijlen van het sjabloon in plaats van losse groottes."),
            {"number": number, "most": MAX_SIZES},
        )  # fmt: skip


def check_colours(colours: Iterable[str]) -> Iterator[Finding]:
    """Refuse colours outside the tokens."""
    for value in sorted(set(colours) - house_colours()):
        yield Finding(
            "colour", Severity.WARNING, WHOLE,
            _("De kleur %(colour)s hoort niet bij de huisstijl."),
            _("Kies een kleur van de pagina Huisstijl."),
            {"colour": value},
        )  # fmt: skip


def check_contrast(pairs: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """Refuse text that stands out less than 4.5 to 1. Bron: WCAG 2.2, 1.4.3."""
    for front, back in sorted(set(pairs)):
        ratio = contrast(front, back)
        if ratio < TEXT:
            yield Finding(
                "contrast", Severity.ERROR, WHOLE,
                _("Tekst in %(front)s op %(back)s heeft een contrast van %(ratio)s op 1."),
                _("Maak de tekst donkerder of de achtergrond lichter: ten minste 4,5 op 1."),
                {"front": front, "back": back, "ratio": f"{ratio:.1f}".replace(".", ",")},
            )  # fmt: skip


def check_properties(title: str, language: str) -> Iterator[Finding]:
    """Refuse a file without a title or a language: a screen reader needs both."""
    if not title.strip():
        yield Finding(
            "title", Severity.ERROR, WHOLE,
            _("Het bestand heeft geen titel in de eigenschappen."),
            _("Vul de titel in bij Bestand, Info, Eigenschappen."),
        )  # fmt: skip
    if not language.strip():
        yield Finding(
            "language", Severity.ERROR, WHOLE,
            _("Het bestand zegt niet in welke taal het is."),
            _("Kies bij Controleren, Taal de controletaal Nederlands."),
        )  # fmt: skip
