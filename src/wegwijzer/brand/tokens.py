"""The token file as Python values and as what each house needs: CSS, Typst and Vega-Lite.

``tokens.json`` is the only place where a colour, a size or a typeface is chosen. The style sheet
``web/static/css/tokens.css`` is written from it by ``python -m wegwijzer.brand.tokens``; a test
keeps the two equal.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).with_name("tokens.json")
STYLE_SHEET = Path(__file__).parent.parent / "web" / "static" / "css" / "tokens.css"


@dataclass(frozen=True, slots=True)
class Token:
    """One choice of the house style; ``dark`` differs from ``light`` for some colours only.

    ``light_source`` and ``dark_source`` are what the file says: a value, or ``{the.name}`` of
    another token.
    """

    path: tuple[str, ...]
    kind: str
    light: str
    dark: str
    light_source: str
    dark_source: str

    @property
    def name(self) -> str:
        """Return the name as CSS and documents write it: ``basis-color-default-bg-document``."""
        return "-".join(self.path)


def _leaves(
    node: Mapping[str, Any], path: tuple[str, ...] = (), kind: str = ""
) -> Iterator[tuple[tuple[str, ...], str, Any, Any]]:
    """Yield path, kind, light and dark value of each token, in the order of the file."""
    kind = node.get("$type", kind)
    if "$value" in node:
        dark = node.get("$extensions", {}).get("wegwijzer", {}).get("dark", node["$value"])
        yield path, kind, node["$value"], dark
        return
    for key, child in node.items():
        if not key.startswith("$"):
            yield from _leaves(child, (*path, key), kind)


def _text(value: str | list[str]) -> str:
    """Return a value as CSS writes it; a family name with a blank or a digit needs quotes."""
    if isinstance(value, str):
        return value
    return ", ".join(f'"{name}"' if " " in name else name for name in value)


def _follow(value: str, values: Mapping[str, str]) -> str:
    """Return the value behind a chain of ``{references}``."""
    while value.startswith("{"):
        value = values[value.strip("{}")]
    return value


@cache
def all_tokens() -> dict[str, Token]:
    """Return every token by its name, references followed, in the order of the file."""
    leaves = list(_leaves(json.loads(SOURCE.read_text(encoding="utf-8"))))
    light = {".".join(path): _text(value) for path, _, value, _ in leaves}
    dark = {".".join(path): _text(value) for path, _, _, value in leaves}
    tokens = (
        Token(
            path,
            kind,
            _follow(light[".".join(path)], light),
            _follow(dark[".".join(path)], dark),
            light[".".join(path)],
            dark[".".join(path)],
        )
        for path, kind, _, _ in leaves
    )
    return {token.name: token for token in tokens}


def _css_value(token: Token) -> str:
    """Return the CSS value: a variable for a reference, ``light-dark()`` where the two differ."""

    def written(source: str) -> str:
        return f"var(--{source.strip('{}').replace('.', '-')})" if source[0] == "{" else source

    if token.light == token.dark:
        return written(token.light_source)
    return f"light-dark({written(token.light_source)}, {written(token.dark_source)})"


def css() -> str:
    """Return all tokens as custom properties of the document."""
    lines = [f"  --{token.name}: {_css_value(token)};" for token in all_tokens().values()]
    head = (
        "/* Gemaakt uit brand/tokens.json door `python -m wegwijzer.brand.tokens`.\n"
        "   Pas de bron aan, nooit dit bestand. */\n"
    )
    return f"{head}:root {{\n  color-scheme: light dark;\n" + "\n".join(lines) + "\n}\n"


def typst() -> str:
    """Return the light colours as a Typst dictionary named ``tokens``."""
    colours = (token for token in all_tokens().values() if token.kind == "color")
    lines = [f'  "{token.name}": rgb("{token.light}"),' for token in colours]
    return "#let tokens = (\n" + "\n".join(lines) + "\n)\n"


def font_family() -> str:
    """Return the name of the house typeface alone."""
    return all_tokens()["basis-text-font-family-default"].light.split(",")[0].strip('"')


def vega() -> dict[str, Any]:
    """Return the Vega-Lite configuration of the house.

    The typeface keeps its own quotes: a family name that ends in a digit loses all text in PNG
    without them.
    """
    light = {name: token.light for name, token in all_tokens().items()}
    ink, chart = "ww-color-ink-{}".format, "ww-chart-{}".format
    label = {"labelFontSize": 12, "titleFontSize": 12, "labelColor": light[ink(700)]}
    return {
        "font": f'"{font_family()}"',
        "background": "transparent",
        "view": {"stroke": None},
        "range": {
            "category": [light[chart(number)] for number in range(1, 9)],
            "heatmap": {"scheme": "blues"},
            "ramp": {"scheme": "blues"},
        },
        "axis": {
            **label,
            "titleColor": light[ink(700)],
            "titleFontWeight": 600,
            "gridColor": light[ink(100)],
            "domainColor": light[ink(300)],
            "tickColor": light[ink(300)],
        },
        "legend": label,
        "title": {"anchor": "start", "fontSize": 15, "color": light[ink(800)]},
    }


def main(target: Path = STYLE_SHEET) -> None:
    """Write the style sheet of tokens."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(css(), encoding="utf-8")
    sys.stdout.write(f"{len(all_tokens())} tokens -> {target.name}\n")


if __name__ == "__main__":
    main()
