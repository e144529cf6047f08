"""What documents and presentations store in the same way."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from wegwijzer.brand.checking.findings import Finding, Severity
from wegwijzer.brand.checking.package import Package
from wegwijzer.kernel.text import gettext_noop as _

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DC = "{http://purl.org/dc/elements/1.1/}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def properties(package: Package) -> tuple[str, str]:
    """Return the title and the language of the core properties, empty when not filled in."""
    core = package.find("docProps/core.xml")
    if core is None:
        return "", ""
    return core.findtext(DC + "title") or "", core.findtext(DC + "language") or ""


def theme_fonts(package: Package, folder: str) -> dict[str, str]:
    """Return the typefaces of the first theme: ``major`` for headings, ``minor`` for text."""
    names = package.starting(folder)
    theme = package.find(names[0]) if names else None
    fonts: dict[str, str] = {}
    for kind in ("major", "minor"):
        node = theme.find(f".//{A}{kind}Font/{A}latin") if theme is not None else None
        fonts[kind] = node.get("typeface", "") if node is not None else ""
    return fonts


def alt_text_missing(part: Element, where: str, **params: str | int) -> Iterator[Finding]:
    """Yield each image without alternative text that is not marked as decoration."""
    nodes = [*part.iter(WP + "docPr")]
    nodes += [n for picture in part.iter(P + "nvPicPr") for n in picture.iter(P + "cNvPr")]
    for node in nodes:
        if node.get("descr", "").strip() or _decorative(node):
            continue
        yield Finding(
            "alt", Severity.ERROR, where,
            _("De afbeelding %(name)s heeft geen alternatieve tekst."),
            _("Kies met de rechtermuisknop ‘Alternatieve tekst’ en zeg wat er te zien is."),
            {"name": node.get("name", "")[:80], **params},
        )  # fmt: skip


def _decorative(node: Element) -> bool:
    marks = (child for child in node.iter() if child.tag.endswith("}decorative"))
    return any(mark.get("val") in ("1", "true") for mark in marks)
