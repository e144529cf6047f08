"""Set a document on paper with Typst: PDF/UA, or pictures of its pages.

What a document says is data to the template and never markup.
"""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Literal

import typst

from wegwijzer.brand import tokens
from wegwijzer.brand.documents import look, words
from wegwijzer.brand.documents.blocks import Block, Columns, Document, Figure, Note
from wegwijzer.brand.marks import draw_svg
from wegwijzer.brand.typeface import FONTS, font_paths

HERE = Path(__file__).parent
TEMPLATES = ("document.typ", "blocks.typ")


def render_pdf(document: Document, *, fonts: Path = FONTS) -> bytes:
    """Return the document as PDF/UA-1: tagged, with its title and its language."""
    made = _compiled(document, fonts, "pdf")
    assert isinstance(made, bytes), "one document makes one file"
    return made


def render_pages(document: Document, *, fonts: Path = FONTS, ppi: int = 110) -> list[bytes]:
    """Return each page as a PNG picture, as the PDF shows it."""
    made = _compiled(document, fonts, "png", ppi=ppi)
    return [made] if isinstance(made, bytes) else list(made)


def png_of(svg: str, *, fonts: Path = FONTS, ppi: int = 200) -> bytes:
    """Return an SVG as PNG, for files that cannot hold an SVG."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "picture.svg").write_text(svg, encoding="utf-8")
        source = Path(folder) / "picture.typ"
        source.write_text(
            '#set page(width: auto, height: auto, margin: 0pt)\n#image("picture.svg")\n',
            encoding="utf-8",
        )
        made = typst.compile(
            str(source), root=folder, format="png", ppi=ppi, font_paths=font_paths(fonts)
        )
    assert isinstance(made, bytes), "one picture makes one file"
    return made


def _compiled(
    document: Document, fonts: Path, kind: Literal["pdf", "png"], ppi: int | None = None
) -> bytes | Sequence[bytes]:
    made_at = document.made_at
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in TEMPLATES:
            (root / name).write_bytes((HERE / name).read_bytes())
        styled = f'{tokens.typst()}#let family = "{tokens.font_family()}"\n'
        (root / "tokens.typ").write_text(styled, encoding="utf-8")
        (root / "mark.svg").write_bytes(draw_svg(document.mark))
        told = _told(document, root)
        made: bytes | Sequence[bytes] = typst.compile(
            str(root / TEMPLATES[0]),
            root=folder,
            format=kind,
            ppi=ppi,
            font_paths=font_paths(fonts),
            sys_inputs={"document": json.dumps(told, ensure_ascii=False)},
            pdf_standards="ua-1" if kind == "pdf" else [],
            timestamp=int(made_at.timestamp()) if made_at else None,
        )
    return made


def _told(document: Document, root: Path) -> dict[str, Any]:
    """Return the document as data for the template."""
    place = words.locale_of(document.language)
    day = document.day
    mark = words.words(document.language)["mark"] % {"name": document.mark.name}
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "kind": document.kind,
        "language": place.split("-"),
        "author": document.speaker,
        "mark": mark,
        "day": words.day_in_words(day.year, day.month, day.day, place) if day else "",
        "handling": document.handling or "",
        "reference": document.reference,
        "addressee": document.addressee,
        "words": words.words(document.language),
        "sizes": asdict(look.sizes_of(document.kind)),
        "blocks": [_block(one, root) for one in document.blocks],
    }


def _block(block: Block, root: Path) -> dict[str, Any]:
    """Return a block as data, with its name; a picture becomes a file beside the template."""
    kind = type(block).__name__.lower()
    if isinstance(block, Columns):
        held = [_block(one, root) for one in block.blocks]
        return {"is": kind, "number": block.number, "blocks": held}
    data: dict[str, Any] = {"is": kind} | asdict(block)
    if isinstance(block, Figure):
        name = f"figure-{len(list(root.glob('figure-*.svg')))}.svg"
        (root / name).write_text(block.svg, encoding="utf-8")
        data["svg"] = name
    if isinstance(block, Note):
        data["ground"], data["line"] = look.note_colours(block.kind)
    return data
