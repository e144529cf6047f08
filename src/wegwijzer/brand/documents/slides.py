"""Write a document as PPTX: a slide for each heading, in the layouts of the house, with notes."""

import io
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

import pptx
from pptx.enum.text import PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Mm, Pt

from wegwijzer.brand.documents import blocks, look, words
from wegwijzer.brand.documents.blocks import Align, Block, Columns, Document, Kind
from wegwijzer.brand.documents.pdf import png_of
from wegwijzer.brand.documents.slide_master import (
    CONTENT,
    HIGH,
    OPENING,
    TITLE_ONLY,
    WIDE,
    set_master,
    set_theme,
)

# What fits on a slide without shrinking: so many lines of about so many signs; rows of a table.
LINES, LINE_LENGTH, ROWS = 11, 92, 9


@dataclass(slots=True)
class _Line:
    """A paragraph on a slide."""

    text: str
    opening: str = ""
    bullet: bool = False
    level: int = 0

    @property
    def lines(self) -> int:
        return 1 + len(self.opening + self.text) // LINE_LENGTH


@dataclass(slots=True)
class _Slide:
    """What one slide shows: a title with lines, or with one table or figure."""

    title: str
    lines: list[_Line] = field(default_factory=list)
    shown: blocks.Table | blocks.Figure | None = None
    notes: list[str] = field(default_factory=list)


def render_pptx(document: Document) -> bytes:
    """Return the document as PPTX."""
    shown = pptx.Presentation()
    layouts = set_master(shown, document)
    place = words.locale_of(document.language)
    about = shown.core_properties
    about.title, about.subject = document.title, document.subtitle
    about.author, about.language = document.speaker, place
    about.keywords = document.handling or ""
    if document.made_at:
        about.created = about.modified = document.made_at.replace(tzinfo=None)
    _add_opening(shown, layouts[OPENING], document)
    for slide in _split(_planned(document), words.words(document.language)["continued"]):
        _add(shown, layouts[TITLE_ONLY if slide.shown else CONTENT], slide)
    for made in shown.slides:
        for run in made.element.iter(qn("a:rPr"), qn("a:endParaRPr")):
            run.set("lang", place)
    target = io.BytesIO()
    shown.save(target)
    return target.getvalue()


def _add_opening(shown: Any, layout: Any, document: Document) -> None:
    made = shown.slides.add_slide(layout)
    made.shapes.title.text = document.title
    at, day = document.day, ""
    if at:
        day = words.day_in_words(at.year, at.month, at.day, document.language)
    under = " · ".join(part for part in (document.subtitle, day) if part)
    made.placeholders[1].text = under or document.mark.name


def _planned(document: Document) -> Iterator[_Slide]:
    """Yield a slide for each heading of the first level, and one for each table and figure."""
    slide = _Slide(document.title)
    for block in _flat(document.blocks):
        if isinstance(block, blocks.Heading) and block.level == 1:
            yield slide
            slide = _Slide(block.text)
        elif isinstance(block, blocks.Table | blocks.Figure):
            title = _title_for(slide)
            *done, slide = _shown_on(block, title, slide)
            yield from done
        elif isinstance(block, blocks.Spoken):
            slide.notes.append(block.text)
        elif not isinstance(block, blocks.PageBreak):
            if slide.shown:
                yield slide
                slide = _Slide(slide.title)
            slide.lines += _lines(block)
    yield slide


def _shown_on(block: blocks.Table | blocks.Figure, title: str, slide: _Slide) -> list[_Slide]:
    """Return the slides up to and with a table or figure, and that of the numbers of a figure."""
    if slide.lines or slide.shown:
        found = [slide, _Slide(title, shown=block)]
    else:
        slide.title, slide.shown = title, block
        found = [slide]
    if isinstance(block, blocks.Figure) and block.data:
        found.append(_Slide(title, shown=replace(block.data, caption=block.caption)))
    return found


def _title_for(slide: _Slide) -> str:
    """Return the title of a table or figure: the smaller heading just above it, if there is one."""
    if slide.lines and not slide.lines[-1].text:
        return slide.lines.pop().opening
    return slide.title


def _flat(held: tuple[Block, ...]) -> Iterator[blocks.Plain]:
    for block in held:
        if isinstance(block, Columns):
            yield from block.blocks
        else:
            yield block


def _lines(block: blocks.Plain) -> list[_Line]:
    """Return a block as paragraphs; what has a bullet is a list."""
    match block:
        case blocks.Heading(text):
            return [_Line("", text)]
        case blocks.Text(text, opening) | blocks.Note(text, opening):
            return [_Line(text, opening)]
        case blocks.Facts(rows):
            return [_Line(value, f"{label}:") for label, value in rows]
        case blocks.Signature(name, role, closing):
            return [_Line(one) for one in (closing, name, role) if one]
        case blocks.List(items):
            return [
                line
                for item in items
                for line in (
                    _Line(item.text, bullet=True),
                    *(_Line(under, bullet=True, level=1) for under in item.under),
                )
            ]
    raise TypeError(f"a slide cannot say {type(block).__name__}")


def _split(slides: Iterator[_Slide], continued: str) -> Iterator[_Slide]:
    """Yield the slides that say something, those with too much as several."""
    for slide in slides:
        if isinstance(slide.shown, blocks.Table):
            yield from _split_table(slide, slide.shown, continued)
        elif slide.shown or not slide.lines:
            if slide.shown or slide.notes:
                yield slide
        else:
            yield from _split_lines(slide, continued)


def _split_table(slide: _Slide, table: blocks.Table, continued: str) -> Iterator[_Slide]:
    for at in range(0, max(len(table.rows), 1), ROWS):
        part = blocks.Table(table.columns, table.rows[at : at + ROWS], table.caption)
        title = f"{slide.title} ({continued})" if at else slide.title
        yield _Slide(title, shown=part, notes=[] if at else slide.notes)


def _split_lines(slide: _Slide, continued: str) -> Iterator[_Slide]:
    held = _Slide(slide.title, notes=slide.notes)
    used = 0
    for line in slide.lines:
        if held.lines and used + line.lines > LINES:
            yield held
            held, used = _Slide(f"{slide.title} ({continued})"), 0
        held.lines.append(line)
        used += line.lines
    yield held


def _add(shown: Any, layout: Any, slide: _Slide) -> None:
    made = shown.slides.add_slide(layout)
    made.shapes.title.text = slide.title
    if isinstance(slide.shown, blocks.Table):
        _add_table(made, slide.shown)
    elif slide.shown:
        _add_figure(made, slide.shown)
    elif slide.lines:
        _add_lines(made.placeholders[1].text_frame, slide.lines)
    _add_number(made, layout)
    if slide.notes:
        made.notes_slide.notes_text_frame.text = "\n".join(slide.notes)
        master = made.notes_slide.part.notes_master.part
        set_theme(master.part_related_by(RELATIONSHIP_TYPE.THEME))


def _add_lines(frame: Any, lines: list[_Line]) -> None:
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.level = line.level
        if not line.bullet:
            style = paragraph._p.get_or_add_pPr()
            style.set("marL", "0")
            style.set("indent", "0")
            style.insert(0, style.makeelement(qn("a:buNone"), {}))
        if line.opening:
            run = paragraph.add_run()
            run.text = line.opening + (" " if line.text else "")
            run.font.bold = True
        if line.text:
            paragraph.add_run().text = line.text


def _add_table(made: Any, table: blocks.Table) -> None:
    sizes = look.sizes_of(Kind.PRESENTATION)
    margin = Mm(sizes.margin)
    count = len(table.rows) + 1
    frame = made.shapes.add_table(
        count, len(table.columns), margin, Mm(55), WIDE - 2 * margin, Mm(11) * count
    )
    frame._element.nvGraphicFramePr.cNvPr.set("descr", table.caption)
    drawn = frame.table
    drawn.first_row, drawn.horz_banding = True, False
    whole = sum(column.share for column in table.columns)
    for held, column in zip(drawn.columns, table.columns, strict=True):
        held.width = round((WIDE - 2 * margin) * column.share / whole)
    heads = tuple(column.head for column in table.columns)
    for row, values in zip(drawn.rows, (heads, *table.rows), strict=True):
        for cell, column, value in zip(row.cells, table.columns, values, strict=True):
            cell.text = value
            paragraph = cell.text_frame.paragraphs[0]
            paragraph.font.size = Pt(sizes.small)
            for run in paragraph.runs:
                run.font.size = Pt(sizes.small)
            if column.align is Align.RIGHT:
                paragraph.alignment = PP_ALIGN.RIGHT


def _add_figure(made: Any, figure: blocks.Figure) -> None:
    """Show the picture as large as fits; its numbers are on the next slide."""
    margin = Mm(look.sizes_of(Kind.PRESENTATION).margin)
    top, room = Mm(53), (WIDE - 2 * margin, HIGH - Mm(53) - Mm(20))
    picture = made.shapes.add_picture(io.BytesIO(png_of(figure.svg)), margin, top)
    scale = min(room[0] / picture.width, room[1] / picture.height)
    picture.width, picture.height = round(picture.width * scale), round(picture.height * scale)
    picture._element.nvPicPr.cNvPr.set("descr", figure.alt)


def _add_number(made: Any, layout: Any) -> None:
    """Copy the number of the slide from its layout; the library leaves it there."""
    for shape in layout.placeholders:
        if shape.element.ph.get("type") == "sldNum":
            number: Any = deepcopy(shape.element)
            number.nvSpPr.cNvPr.set("id", str(max(one.shape_id for one in made.shapes) + 1))
            made.shapes._spTree.append(number)
