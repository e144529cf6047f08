"""Write a document as DOCX: real styles, heads that repeat, alternative texts, its language."""

import io
from collections.abc import Callable
from typing import Any

import docx
from docx.document import Document as Word
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from wegwijzer.brand.documents import blocks, look, words
from wegwijzer.brand.documents.blocks import Align, Block, Columns, Document, Kind
from wegwijzer.brand.documents.pdf import png_of
from wegwijzer.brand.documents.word_fonts import carry_typeface
from wegwijzer.brand.documents.word_styles import (
    CELL,
    FACT,
    LEAD,
    SMALL,
    TABLE,
    field,
    note_style,
    right_tab,
    set_page,
    set_styles,
)
from wegwijzer.brand.marks import draw_png

PAGE_WIDTH = 210


def render_docx(document: Document) -> bytes:
    """Return the document as DOCX."""
    word = docx.Document()
    _drop_picture(word)
    set_styles(word, document)
    carry_typeface(word)
    _Writer(word, document).write()
    target = io.BytesIO()
    word.save(target)
    return target.getvalue()


class _Writer:
    """Writes one document; ``width`` is the room for a line in millimetres."""

    def __init__(self, word: Word, document: Document) -> None:
        self.word, self.document = word, document
        self.margin = look.sizes_of(document.kind).margin
        self.width = PAGE_WIDTH - 2 * self.margin
        self.columns = 1
        self.started = False

    def write(self) -> None:
        set_page(self.word.sections[0], self.margin)
        self._say_about()
        self._head_and_foot()
        self._opening()
        for block in self.document.blocks:
            self._turn(block.number if isinstance(block, Columns) else 1)
            for one in block.blocks if isinstance(block, Columns) else (block,):
                self._block(one)
        if self.columns > 1:
            # Only what ends before the document does is divided evenly over its columns.
            self._turn(1)
            self.word.add_paragraph(style=CELL)

    def _turn(self, columns: int) -> None:
        """Begin a section where the number of columns changes."""
        if columns == self.columns:
            return
        section = self.word.add_section(WD_SECTION.CONTINUOUS)
        section.different_first_page_header_footer = False
        set_page(section, self.margin, columns=columns)
        self.columns = columns

    def _say_about(self) -> None:
        about, document = self.word.core_properties, self.document
        about.title, about.subject = document.title, document.subtitle
        about.author, about.comments = document.speaker, ""
        about.language = words.locale_of(document.language)
        about.keywords = document.handling or ""
        if document.made_at:
            about.created = about.modified = document.made_at.replace(tzinfo=None)

    def _head_and_foot(self) -> None:
        section, document = self.word.sections[0], self.document
        section.different_first_page_header_footer = True
        head = section.first_page_header.paragraphs[0]
        right_tab(head, Mm(self.width))
        head.paragraph_format.space_after = Pt(36 if document.kind is Kind.LETTER else 18)
        alt = words.words(document.language)["mark"] % {"name": document.mark.name}
        height = 11 if document.kind is Kind.LETTER else 8
        _picture(head, draw_png(document.mark), alt, height=Mm(height))
        if document.handling:
            head.add_run(f"\t{document.handling}").bold = True
        name = document.speaker if document.kind is Kind.LETTER else document.title
        parts = (name, document.reference, document.handling)
        for foot in (section.first_page_footer, section.footer):
            line = foot.paragraphs[0]
            line.style = "Footer"
            right_tab(line, Mm(self.width))
            line.add_run(" · ".join(part for part in parts if part) + "\t")
            field(line, "PAGE")

    def _opening(self) -> None:
        document, add = self.document, self.word.add_paragraph
        day = ""
        if document.day:
            at = document.day
            day = words.day_in_words(at.year, at.month, at.day, document.language)
        if document.kind is not Kind.LETTER:
            add(document.title, style="Title")
            under = " · ".join(part for part in (document.subtitle, day) if part)
            if under:
                add(under, style="Subtitle")
            return
        for row in document.addressee:
            add(row).paragraph_format.space_after = Pt(0)
        told = words.words(document.language)
        rows = ((told["date"], day), (told["reference"], document.reference))
        self._facts(blocks.Facts(tuple(row for row in rows if row[1])), before=Pt(24))
        add(document.title, style="Title").paragraph_format.space_before = Pt(14)

    def _block(self, block: Block) -> None:
        writers: dict[type, Callable[[Any], None]] = {
            blocks.Heading: self._heading,
            blocks.Text: self._text,
            blocks.List: self._list,
            blocks.Table: self._table,
            blocks.Facts: self._facts,
            blocks.Figure: self._figure,
            blocks.Note: self._note,
            blocks.Signature: self._signature,
            blocks.PageBreak: self._page_break,
            blocks.Spoken: lambda _one: None,
        }
        writers[type(block)](block)

    def _page_break(self, _one: blocks.PageBreak) -> None:
        self.word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _heading(self, one: blocks.Heading) -> None:
        self.word.add_heading(one.text, one.level)

    def _text(self, one: blocks.Text) -> None:
        line = self.word.add_paragraph(style=LEAD if one.lead else None)
        if one.opening:
            line.add_run(f"{one.opening} ").bold = True
        line.add_run(one.text)

    def _list(self, one: blocks.List) -> None:
        number = self._new_number() if one.numbered else None
        for item in one.items:
            style = "List Number" if one.numbered else "List Bullet"
            line = self.word.add_paragraph(item.text, style=style)
            if number is not None:
                held: Any = line._p.get_or_add_pPr().get_or_add_numPr()
                held.get_or_add_ilvl().val, held.get_or_add_numId().val = 0, number
            for under in item.under:
                self.word.add_paragraph(under, style="List Bullet 2")

    def _new_number(self) -> int:
        """Return a numbering that begins at one again."""
        style: Any = self.word.styles["List Number"]
        numbering: Any = self.word.part.numbering_part.element
        used = numbering.num_having_numId(style.element.pPr.numPr.numId.val)
        made = numbering.add_num(used.abstractNumId.val)
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(made.numId)

    def _table(self, one: blocks.Table) -> None:
        if one.caption:
            said = self.word.add_paragraph(one.caption, style=SMALL)
            said.paragraph_format.keep_with_next = True
        table = self.word.add_table(rows=1 + len(one.rows), cols=len(one.columns), style=TABLE)
        table.autofit = False
        repeat = OxmlElement("w:tblHeader")
        repeat.set(qn("w:val"), "true")
        table.rows[0]._tr.get_or_add_trPr().append(repeat)
        room = self.width / self.columns / sum(column.share for column in one.columns)
        heads = tuple(column.head for column in one.columns)
        # Word reads the width of a cell, other programs that of its column.
        for held, column in zip(table.columns, one.columns, strict=True):
            held.width = Mm(room * column.share)
        for row, values in zip(table.rows, (heads, *one.rows), strict=True):
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for cell, column, value in zip(row.cells, one.columns, values, strict=True):
                cell.width = Mm(room * column.share)
                line = cell.paragraphs[0]
                line.style = CELL
                line.add_run(value).bold = True if values is heads else None
                if column.align is Align.RIGHT:
                    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self.word.add_paragraph(style=CELL)

    def _facts(self, one: blocks.Facts, before: Any = None) -> None:
        for label, value in one.rows:
            line = self.word.add_paragraph(style=FACT)
            line.paragraph_format.space_before, before = before, None
            line.add_run(label).bold = True
            line.add_run(f"\t{value}")

    def _figure(self, one: blocks.Figure) -> None:
        line = self.word.add_paragraph()
        line.paragraph_format.keep_with_next = True
        _picture(line, png_of(one.svg), one.alt, width=Mm(min(self.width / self.columns, 160)))
        if one.caption:
            self.word.add_paragraph(one.caption, style=SMALL)
        if one.data:
            self._table(one.data)

    def _note(self, one: blocks.Note) -> None:
        line = self.word.add_paragraph(style=note_style(one.kind))
        if one.title:
            line.add_run(f"{one.title} ").bold = True
        line.add_run(one.text)

    def _signature(self, one: blocks.Signature) -> None:
        if one.closing:
            self.word.add_paragraph(one.closing).paragraph_format.keep_with_next = True
        line = self.word.add_paragraph()
        line.paragraph_format.space_before = Pt(42)
        line.paragraph_format.space_after = Pt(0)
        line.add_run(one.name).bold = True
        if one.role:
            self.word.add_paragraph(one.role)


def _drop_picture(word: Word) -> None:
    """Leave out the picture that the template of the library has of itself."""
    held = word.part.package.rels
    for key in [key for key, one in held.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        held.pop(key)


def _picture(line: Any, png: bytes, alt: str, **size: int) -> None:
    made = line.add_run().add_picture(io.BytesIO(png), **size)
    made._inline.docPr.set("descr", alt)
    # Without these some programs keep a distance of their own around a picture.
    for side in ("distT", "distB", "distL", "distR"):
        made._inline.set(side, "0")
