"""Check a DOCX: what is used in the text, and in the styles that the text uses."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from wegwijzer.brand.checking import findings as rules
from wegwijzer.brand.checking.findings import Finding, Severity
from wegwijzer.brand.checking.package import Package
from wegwijzer.brand.checking.parts import alt_text_missing, properties, theme_fonts
from wegwijzer.kernel.text import gettext_noop as _

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def check_document(package: Package) -> Iterator[Finding]:
    """Yield what a document does otherwise than the house style asks."""
    body = package.find("word/document.xml")
    styles = package.find("word/styles.xml")
    parts = [part for name in _texts(package) if (part := package.find(name)) is not None]
    if body is not None:
        parts.insert(0, body)
    used = [*parts, *_used_styles(styles, parts)]
    themes = theme_fonts(package, "word/theme/")
    yield from rules.check_properties(*_title_and_language(package, used))
    yield from rules.check_fonts(_fonts(used, themes))
    yield from rules.check_sizes(_values(used, "sz"))
    yield from rules.check_colours(_colours(used))
    yield from rules.check_contrast(_pairs(parts))
    if body is not None:
        yield from _check_headings(body, _heading_styles(styles))
        yield from _check_tables(body)
    for part in parts:
        yield from alt_text_missing(part, _("Afbeelding %(name)s"))


def _texts(package: Package) -> list[str]:
    """Return the headers and footers."""
    return package.starting("word/header") + package.starting("word/footer")


def _values(parts: list[Element], tag: str, attribute: str = "val") -> list[str]:
    found = (node.get(W + attribute) for part in parts for node in part.iter(W + tag))
    return [value for value in found if value]


def _used_styles(styles: Element | None, parts: list[Element]) -> list[Element]:
    """Return the defaults and the styles that the text names."""
    if styles is None:
        return []
    names = {v for tag in ("pStyle", "rStyle", "tblStyle") for v in _values(parts, tag)}
    chosen = [
        style
        for style in styles.iter(W + "style")
        if style.get(W + "styleId") in names or style.get(W + "default") in ("1", "true")
    ]
    return [*styles.iter(W + "docDefaults"), *chosen]


def _title_and_language(package: Package, used: list[Element]) -> tuple[str, str]:
    title, language = properties(package)
    return title, language or next(iter(_values(used, "lang")), "")


def _fonts(parts: list[Element], themes: dict[str, str]) -> Iterator[str]:
    for part in parts:
        for node in part.iter(W + "rFonts"):
            theme = node.get(W + "asciiTheme", "")
            yield themes.get(theme[:5], "") if theme else node.get(W + "ascii", "")


def _colours(parts: list[Element]) -> list[str]:
    named = _values(parts, "color") + _values(parts, "shd", "fill")
    return [value for name in named if (value := rules.colour(name))]


def _pairs(parts: list[Element]) -> Iterator[tuple[str, str]]:
    """Yield the colours of text on their own background; a page is white."""
    for part in parts:
        for cell, back in _backgrounds(part):
            for run in cell.iter(W + "rPr"):
                front = _own(run, "color", "val")
                if front:
                    yield front, _own(run, "shd", "fill") or back


def _backgrounds(part: Element) -> Iterator[tuple[Element, str]]:
    """Yield each paragraph once, with the colour of itself or of the cell it stands in."""
    cells = {p: cell for cell in part.iter(W + "tc") for p in cell.iter(W + "p")}
    for paragraph in part.iter(W + "p"):
        own = paragraph.find(W + "pPr")
        cell = cells.get(paragraph)
        held = cell.find(W + "tcPr") if cell is not None else None
        fills = [_own(node, "shd", "fill") for node in (own, held) if node is not None]
        yield paragraph, next(filter(None, fills), "#ffffff")


def _own(node: Element, tag: str, attribute: str) -> str | None:
    child = node.find(W + tag)
    return rules.colour(child.get(W + attribute)) if child is not None else None


def _heading_styles(styles: Element | None) -> dict[str, int]:
    """Return the level of each style that is a heading."""
    levels: dict[str, int] = {}
    for style in styles.iter(W + "style") if styles is not None else ():
        name = style.find(W + "name")
        words = (name.get(W + "val", "") if name is not None else "").lower().split()
        if len(words) == 2 and words[0] == "heading" and words[1] in "123456789":
            levels[style.get(W + "styleId", "")] = int(words[1])
    return levels


def _check_headings(body: Element, levels: dict[str, int]) -> Iterator[Finding]:
    """Refuse a heading that is more than one level below the one before it."""
    before = 0
    for paragraph in body.iter(W + "p"):
        level = next((levels[v] for v in _values([paragraph], "pStyle") if v in levels), 0)
        if not level:
            continue
        if level > before + 1:
            text = "".join(node.text or "" for node in paragraph.iter(W + "t"))
            yield Finding(
                "heading", Severity.ERROR, _("Kop ‘%(heading)s’"),
                _("Een kop van niveau %(level)s volgt op niveau %(before)s."),
                _("Maak hier een kop van niveau %(wanted)s van."),
                {"heading": text[:80], "level": level, "before": before, "wanted": before + 1},
            )  # fmt: skip
        before = level


def _check_tables(body: Element) -> Iterator[Finding]:
    """Refuse a table of which the first row is not marked as its header."""
    for number, table in enumerate(body.iter(W + "tbl"), start=1):
        row = table.find(W + "tr")
        if row is not None and row.find(f"{W}trPr/{W}tblHeader") is None:
            yield Finding(
                "table", Severity.ERROR, _("Tabel %(number)s"),
                _("De tabel heeft geen koprij."),
                _("Zet bij de eerste rij ‘Als veldnamenrij herhalen’ aan."),
                {"number": number},
            )  # fmt: skip
