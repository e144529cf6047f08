"""The master and the layouts of a presentation, drawn from the tokens.

The library brings a master of its own; here it gets the size, the typeface, the colours and the
mark of the house, and keeps only the layouts that the house uses.
"""

import io
import re
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.shapes.picture import CT_Picture
from pptx.presentation import Presentation
from pptx.util import Emu, Mm

from wegwijzer.brand.documents import look, words
from wegwijzer.brand.documents.blocks import Document, Kind
from wegwijzer.brand.documents.word_styles import set_theme_fonts
from wegwijzer.brand.marks import draw_png

WIDE, HIGH = Mm(338.67), Mm(190.5)
OPENING, CONTENT, TITLE_ONLY = 0, 1, 5
_KEPT = {OPENING: "Opening", CONTENT: "Titel en inhoud", TITLE_ONLY: "Titel met tabel of beeld"}
_PROMPTS = {
    "Click to edit Master title style": "Titel",
    "Click to edit Master subtitle style": "Ondertitel, datum, spreker",
    "Click to edit Master text styles": "Tekst",
    "Second level": "Tweede niveau",
    "Third level": "Derde niveau",
    "Fourth level": "Vierde niveau",
    "Fifth level": "Vijfde niveau",
}
_THEME = {
    "dk1": look.INK, "dk2": look.INK, "lt2": look.FAINT, "accent1": look.BLUE,
    "accent2": look.ACCENT, "accent3": "ww-chart-3", "accent4": "ww-chart-4",
    "accent5": "ww-chart-5", "accent6": "ww-chart-6", "hlink": look.BLUE, "folHlink": look.SOFT,
}  # fmt: skip


def set_master(shown: Presentation, document: Document) -> dict[int, Any]:
    """Dress the master and return the layouts that the house uses, by their place."""
    shown.slide_width, shown.slide_height = WIDE, HIGH
    master: Any = shown.slide_master
    set_theme(master.part.part_related_by(RELATIONSHIP_TYPE.THEME))
    sizes = look.sizes_of(Kind.PRESENTATION)
    margin = Mm(sizes.margin)
    layouts = {place: shown.slide_layouts[place] for place in _KEPT}
    for layout in [one for one in shown.slide_layouts if one not in layouts.values()]:
        shown.slide_layouts.remove(layout)
    for place, name in _KEPT.items():
        layouts[place].name = name
    _set_texts(master.element, sizes)
    for sheet in (master, *layouts.values()):
        _set_places(sheet, margin, is_opening=sheet is layouts[OPENING])
        _set_prompts(sheet, words.locale_of(document.language))
    _set_opening(layouts[OPENING], sizes)
    _add_mark(master, document, margin)
    _add_strip(master, margin)
    return layouts


def set_theme(part: Any) -> None:
    """Let a theme name the typeface and the colours of the house."""
    set_theme_fonts(part)
    drawn = part.blob
    for slot, token in _THEME.items():
        value = look.colour(token).strip("#").upper().encode()
        drawn = re.sub(
            rb"(<a:%s>).*?(</a:%s>)" % (slot.encode(), slot.encode()),
            rb'\g<1><a:srgbClr val="' + value + rb'"/>\g<2>',
            drawn,
            flags=re.DOTALL,
        )
    part._blob = drawn


def _set_texts(master: Any, sizes: look.Sizes) -> None:
    """Set the size of titles and of each level of text; a title stands left and is bold."""
    for style, size, bold in (
        ("titleStyle", sizes.headings[0], "1"),
        ("bodyStyle", sizes.text, "0"),
    ):
        for level in master.iter(qn(f"p:{style}")):
            for paragraph in level:
                paragraph.set("algn", "l")
                for run in paragraph.iter(qn("a:defRPr")):
                    run.set("sz", str(round(size * 100)))
                    run.set("b", bold)


def _set_prompts(sheet: Any, place: str) -> None:
    """Let the sheet ask for its contents in Dutch."""
    for run in sheet.element.iter(qn("a:rPr"), qn("a:endParaRPr")):
        run.set("lang", place)
    for text in sheet.element.iter(qn("a:t")):
        text.text = _PROMPTS.get(text.text, text.text)


def _set_places(sheet: Any, margin: int, *, is_opening: bool) -> None:
    """Put title, content and number of a sheet where the house has them."""
    wide = WIDE - 2 * margin
    for shape in list(sheet.placeholders):
        kind = shape.element.ph.get("type", "obj")
        if kind in ("dt", "ftr"):
            shape.element.getparent().remove(shape.element)
        elif kind == "sldNum":
            _place(shape, WIDE - margin - Mm(30), HIGH - Mm(15), Mm(30), Mm(9))
        elif is_opening:
            top, high = (Mm(58), Mm(40)) if kind == "ctrTitle" else (Mm(100), Mm(34))
            _place(shape, margin, top, wide, high)
        elif kind == "title":
            _place(shape, margin, Mm(26), wide, Mm(24))
        else:
            _place(shape, margin, Mm(53), wide, Mm(118))
        if kind not in ("dt", "ftr"):
            shape.element.txBody.bodyPr.set("lIns", "0")


def _place(shape: Any, left: int, top: int, wide: int, high: int) -> None:
    shape.left, shape.top, shape.width, shape.height = (Emu(one) for one in (left, top, wide, high))


def _set_opening(layout: Any, sizes: look.Sizes) -> None:
    """Give the opening its ground, a large title and a softer line under it."""
    layout.background.fill.solid()
    layout.background.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    for shape in layout.placeholders:
        kind = shape.element.ph.get("type", "")
        size = {"ctrTitle": sizes.title, "subTitle": sizes.headings[1]}.get(kind)
        if size is None:
            continue
        body = shape.element.txBody
        body.bodyPr.set("anchor", "b" if kind == "ctrTitle" else "t")
        style = body.find(qn("a:lstStyle"))
        for level in list(style):
            style.remove(level)
        style.append(
            parse_xml(
                f'<a:lvl1pPr {nsdecls("a")} marL="0" indent="0" algn="l"><a:buNone/>'
                f'<a:defRPr sz="{round(size * 100)}"/></a:lvl1pPr>'
            )
        )


def _add_mark(master: Any, document: Document, margin: int) -> None:
    """Put the mark on the master, so that every slide has it once, and the handling beside it."""
    image, relation = master.part.get_or_add_image_part(io.BytesIO(draw_png(document.mark)))
    high = Mm(11)
    wide = round(high * image.image.size[0] / image.image.size[1])
    said = words.words(document.language)["mark"] % {"name": document.mark.name}
    tree = master.shapes._spTree
    draw: Any = CT_Picture.new_pic
    tree.append(draw(901, "Merk", said, relation, margin, Mm(10), wide, high))
    if not document.handling:
        return
    size = round(look.sizes_of(Kind.PRESENTATION).small * 100)
    tree.append(
        parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="902" name="Verspreiding"/>'
            '<p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
            f'<a:off x="{WIDE - margin - Mm(90)}" y="{Mm(10)}"/>'
            f'<a:ext cx="{Mm(90)}" cy="{Mm(10)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            '</a:prstGeom></p:spPr><p:txBody><a:bodyPr rIns="0"/><a:p><a:pPr algn="r"/>'
            f'<a:r><a:rPr lang="{words.locale_of(document.language)}" sz="{size}" b="1"/>'
            f"<a:t>{document.handling}</a:t></a:r></a:p></p:txBody></p:sp>"
        )
    )


def _add_strip(master: Any, margin: int) -> None:
    """Draw the thin strip of the house at the foot of each slide."""
    master.shapes._spTree.append(
        parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="903" name="Streep"/><p:cNvSpPr/>'
            f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{margin}" '
            f'y="{HIGH - Mm(6)}"/><a:ext cx="{Mm(42)}" cy="{Mm(1.2)}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
            '<a:schemeClr val="accent2"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
        )
    )
