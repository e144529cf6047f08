"""Write a report as a Word document, from the data of its edition alone."""

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table

from wegwijzer.annual_report.printing import day_of
from wegwijzer.annual_report.rules.figures import Comparison
from wegwijzer.brand import tokens

HEADS = ("Cijfer", "", "", "Verschil", "Hoe het is geteld")
WIDTHS = (Cm(4.4), Cm(1.8), Cm(1.8), Cm(1.8), Cm(7.2))
SIZES = {"Title": 24, "Heading 1": 14, "Heading 2": 11, "Heading 3": 10}


def render_docx(content: Mapping[str, Any]) -> bytes:
    """Return the report as DOCX, with real headings, lists and a table that names its heads."""
    word = Document()
    _style(word)
    _page(word.sections[0], columns=1)
    _opening(word, content)
    in_columns = False
    for chapter in content["chapters"]:
        if chapter["kind"] == "portfolio" and not chapter["sections"]:
            continue
        wants_columns = chapter["kind"] != "figures"
        if wants_columns != in_columns:
            kind = WD_SECTION.CONTINUOUS if wants_columns else WD_SECTION.NEW_PAGE
            _page(word.add_section(kind), columns=2 if wants_columns else 1)
            in_columns = wants_columns
        _chapter(word, chapter, content)
    _footer(word.sections[0], content)
    target = io.BytesIO()
    word.save(target)
    return target.getvalue()


def _style(word: Word) -> None:
    """Give the styles the typeface, the sizes and the colours of the house."""
    light = {name: token.light for name, token in tokens.all_tokens().items()}
    dark = RGBColor.from_string(light["ww-color-ink-800"].strip("#"))
    blue = RGBColor.from_string(light["ww-color-action-500"].strip("#"))
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = tokens.font_family(), Pt(9.5)
    _speak_dutch(normal.element)
    for name, size in SIZES.items():
        style = word.styles[name]
        style.font.name, style.font.size = tokens.font_family(), Pt(size)
        style.font.bold, style.font.color.rgb = True, blue if name == "Heading 2" else dark
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for slot in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{slot}"), None)


def _speak_dutch(style: Any) -> None:
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "nl-NL")
    style.get_or_add_rPr().append(language)


def _page(section: Section, *, columns: int) -> None:
    """Set A4 with the margins of the house, in so many columns."""
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
    drawn = section._sectPr.find(qn("w:cols"))
    assert drawn is not None, "the template of the library says in how many columns it is"
    drawn.set(qn("w:num"), str(columns))
    drawn.set(qn("w:space"), "454")


def _opening(word: Word, content: Mapping[str, Any]) -> None:
    region = content["region"]["name"] if content["region"] else "RIEC-LIEC"
    about = word.core_properties
    about.title, about.author, about.language = content["title"], region, "nl-NL"
    frozen = content.get("frozen_at")
    if frozen:
        about.created = about.modified = datetime.fromisoformat(frozen).replace(tzinfo=None)
    word.add_paragraph(content["title"], style="Title")
    when = f"bevroren op {day_of(frozen)}" if frozen else "concept"
    word.add_paragraph(f"{region} · editie {content['edition']} · {when}")
    if content["reason"]:
        word.add_paragraph(f"Waarom deze editie er is. {content['reason']}")


def _chapter(word: Word, chapter: Mapping[str, Any], content: Mapping[str, Any]) -> None:
    word.add_heading(chapter["title"], chapter["level"])
    for section in chapter["sections"]:
        if section["heading"]:
            word.add_heading(section["heading"], chapter["level"] + 1)
        for piece in section["pieces"]:
            if "text" in piece:
                word.add_paragraph(piece["text"])
            for point in piece.get("points", ()):
                word.add_paragraph(point, style="List Bullet")
    if chapter["kind"] == "feedback" and content["withheld_reason"]:
        word.add_paragraph(
            "De terugkoppeling is niet beschreven, omdat dat het doel zou schaden: "
            f"{content['withheld_reason']}"
        )
    if chapter["kind"] == "figures" and content["figures"]:
        word.add_paragraph(content["caveat"])
        _numbers(word, content["figures"])


def _numbers(word: Word, rows: list[Mapping[str, Any]]) -> None:
    table = word.add_table(rows=1, cols=len(HEADS), style="Light List Accent 1")
    first = rows[0]
    heads = (HEADS[0], str(first["year"]), str(first["earlier_year"]), *HEADS[3:])
    _fill(table, 0, heads)
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    for place, row in enumerate(rows, start=1):
        table.add_row()
        how = f"{row['formula']} {row['moment']} Definitie versie {row['definition_version']}"
        term = f", begrip {row['term']} versie {row['term_version']}" if row["term_version"] else ""
        shown = (row["shown"], row["earlier_shown"], _change(row))
        _fill(table, place, (row["name"], *shown, f"{how}{term}."))


def _change(row: Mapping[str, Any]) -> str:
    if row["comparison"] == Comparison.DEFINITION_CHANGED:
        return "anders geteld"
    return f"{row['change']:+d}" if row["change"] else "0" if row["change"] == 0 else "—"


def _fill(table: Table, place: int, values: tuple[str, ...]) -> None:
    for column, (cell, value) in enumerate(zip(table.rows[place].cells, values, strict=True)):
        cell.width = WIDTHS[column]
        cell.text = value
        if column in (1, 2, 3):
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _footer(section: Section, content: Mapping[str, Any]) -> None:
    section.footer.paragraphs[0].text = f"{content['title']} · editie {content['edition']}"
