"""The styles, the theme and the page of a Word document, all read from the tokens."""

import re
from typing import Any

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Cm, Mm, Pt, RGBColor

from wegwijzer.brand import tokens
from wegwijzer.brand.documents import look
from wegwijzer.brand.documents.blocks import Document, Kind, NoteKind
from wegwijzer.brand.documents.words import locale_of

LEAD, FACT, TABLE, SMALL = "Wegwijzer inleiding", "Wegwijzer feit", "Wegwijzer tabel", "Caption"
CELL = "Wegwijzer tabeltekst"
FACT_TAB = Cm(4.2)
# What follows a border in the properties of a paragraph; the order is part of the format.
AFTER_BORDER = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc",
                "w:outlineLvl")  # fmt: skip


def note_style(kind: NoteKind) -> str:
    """Return the name of the style of a note."""
    return f"Wegwijzer melding {kind}"


def rgb(name: str) -> RGBColor:
    """Return a token as a colour of Word."""
    return RGBColor.from_string(_hex(look.colour(name)))


def _hex(colour: str) -> str:
    return colour.strip("#").upper()


def set_theme_fonts(part: Any) -> None:
    """Let the theme name the typeface of the house for headings and for text."""
    drawn = re.sub(
        rb'(<a:latin typeface=")[^"]*',
        rb"\g<1>" + tokens.font_family().encode(),
        part.blob,
    )
    part._blob = drawn


def set_styles(word: Word, document: Document) -> None:
    """Give every style that the renderer uses its typeface, size and colour."""
    sizes = look.sizes_of(document.kind)
    set_theme_fonts(word.part.part_related_by(RELATIONSHIP_TYPE.THEME))
    _set_defaults(word, sizes.text, locale_of(document.language))
    _set_headings(word, sizes, is_letter=document.kind is Kind.LETTER)
    normal = _set_style(word, "Normal", sizes.text, look.INK)
    _spaced(normal, 0, sizes.text * 0.6)
    normal.paragraph_format.line_spacing = 1.1
    _spaced(_set_style(word, "Subtitle", sizes.text, look.SOFT), 0, sizes.text * 1.4)
    for name in ("List Bullet", "List Bullet 2", "List Number"):
        _spaced(_set_style(word, name, sizes.text, look.INK), 0, sizes.text * 0.6)
    for name in (SMALL, "Header", "Footer"):
        _set_style(word, name, sizes.small, look.SOFT)
    for name in ("Header", "Footer"):
        _drop(word.styles[name].element.pPr, "w:tabs")
    _spaced(_add_style(word, CELL, max(sizes.small, sizes.text * 0.9), look.INK), 0, 0)
    _add_style(word, LEAD, sizes.text, look.SOFT)
    fact = _add_style(word, FACT, sizes.text, look.INK)
    fact.paragraph_format.tab_stops.add_tab_stop(FACT_TAB)
    fact.paragraph_format.left_indent = FACT_TAB
    fact.paragraph_format.first_line_indent = -FACT_TAB
    fact.paragraph_format.space_after = Pt(2)
    for kind in NoteKind:
        _add_note(word, kind, sizes.text)
    _add_table_style(word)


def _set_headings(word: Word, sizes: look.Sizes, *, is_letter: bool) -> None:
    """Set titles and headings as the PDF has them: in a letter without lines under them."""
    title = _set_style(
        word, "Title", sizes.headings[0] if is_letter else sizes.title, look.INK, bold=True
    )
    _spaced(title, 0, 6)
    for level, size in enumerate(sizes.headings, start=1):
        colour = look.BLUE if level == 2 else look.INK
        heading = _set_style(word, f"Heading {level}", size, colour, bold=True)
        _spaced(heading, *((16, 5) if level == 1 else (10, 3)))
    if is_letter:
        _drop(title.element.pPr, "w:pBdr")
    else:
        line = _border("bottom", look.colour(look.BLUE), thick=12, space=2)
        word.styles["Heading 1"].element.pPr.insert_element_before(line, *AFTER_BORDER)


def _spaced(style: Any, before: float, after: float) -> None:
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)


def _drop(properties: Any, *tags: str) -> None:
    """Take out what the template of the library brings along."""
    for tag in tags:
        for node in properties.findall(qn(tag)):
            properties.remove(node)


def _border(side: str, colour: str, *, thick: int, space: int) -> Any:
    return parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:{side} w:val="single" w:sz="{thick}" w:space="{space}" '
        f'w:color="{_hex(colour)}"/></w:pBdr>'
    )


def _set_defaults(word: Word, size: float, place: str) -> None:
    """Set the language and the size of all that has no style, as a Word of today reads it."""
    settings = word.settings.element
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), place)
    for node in settings.iter(qn("w:compatSetting")):
        if node.get(qn("w:name")) == "compatibilityMode":
            node.set(qn("w:val"), "15")
    for held in word.styles.element.iter(qn("w:docDefaults")):
        for node in held.iter(qn("w:sz"), qn("w:szCs")):
            node.set(qn("w:val"), str(round(size * 2)))
        for node in held.iter(qn("w:lang")):
            node.set(qn("w:val"), place)


def _set_style(word: Word, name: str, size: float, colour: str, *, bold: bool = False) -> Any:
    style: Any = word.styles[name]
    style.font.name, style.font.size = tokens.font_family(), Pt(size)
    style.font.bold, style.font.italic = bold, False
    style.font.color.rgb = rgb(colour)
    held = style.element.get_or_add_rPr()
    _drop(held, "w:spacing", "w:kern")
    fonts = held.get_or_add_rFonts()
    for slot in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{slot}"), None)
    for line in style.element.iter(qn("w:pBdr")):
        for side in line:
            side.set(qn("w:color"), _hex(look.colour(look.ACCENT)))
            side.set(qn("w:sz"), "18")
    return style


def _add_style(word: Word, name: str, size: float, colour: str) -> Any:
    made = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = word.styles["Normal"]
    return _set_style(word, name, size, colour)


def _add_note(word: Word, kind: NoteKind, size: float) -> None:
    """Add a style with a ground and a line at its left."""
    ground, line = (_hex(one) for one in look.note_colours(kind))
    style = _add_style(word, note_style(kind), size, look.INK)
    drawn = style.element.get_or_add_pPr()
    around = "".join(
        f'<w:{side} w:val="single" w:sz="{thick}" w:space="{space}" w:color="{colour}"/>'
        for side, thick, space, colour in (
            ("top", 4, 5, ground),
            ("left", 24, 8, line),
            ("bottom", 4, 5, ground),
            ("right", 4, 8, ground),
        )
    )
    drawn.append(parse_xml(f"<w:pBdr {nsdecls('w')}>{around}</w:pBdr>"))
    drawn.append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{ground}"/>')
    )
    # The ground reaches as far beyond the text as the text stands from the margin.
    style.paragraph_format.left_indent = style.paragraph_format.right_indent = Pt(10)
    _spaced(style, 12, 12)


def _add_table_style(word: Word) -> None:
    """Add the table of the house: heads in bold on a blue line, thin lines between the rows."""
    blue, thin = _hex(look.colour(look.BLUE)), _hex(look.colour(look.LINE))
    word.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="WegwijzerTabel">'
            f'<w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
            f'<w:insideH w:val="single" w:sz="4" w:color="{thin}"/>'
            f'<w:bottom w:val="single" w:sz="4" w:color="{thin}"/></w:tblBorders>'
            '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>'
            '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
            '</w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>'
            f'<w:bottom w:val="single" w:sz="8" w:color="{blue}"/></w:tcBorders></w:tcPr>'
            "</w:tblStylePr></w:style>"
        )
    )


def set_page(section: Section, margin: float, *, columns: int = 1) -> None:
    """Set A4 with the margins of the kind, in so many columns."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(margin)
    section.top_margin, section.bottom_margin = Mm(22), Mm(20)
    section.header_distance = section.footer_distance = Mm(11)
    drawn = section._sectPr.find(qn("w:cols"))
    assert drawn is not None, "the template of the library says in how many columns it is"
    drawn.set(qn("w:num"), str(columns))
    drawn.set(qn("w:space"), "454")


def right_tab(paragraph: Any, width: int) -> None:
    """Let what follows a tab stand at the right margin."""
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)


def field(paragraph: Any, instruction: str) -> None:
    """Add a field that Word fills in, such as the number of the page."""
    made = OxmlElement("w:fldSimple")
    made.set(qn("w:instr"), instruction)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    made.append(run)
    paragraph._p.append(made)
