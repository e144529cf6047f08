"""One vocabulary, rendered as PDF, DOCX, PPTX and e-mail, each opened again."""

import io

import pytest
from docx import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from pptx import Presentation

from tests.brand.made import CHART, EVERY, document
from wegwijzer.brand.charts import in_words
from wegwijzer.brand.checking import check_style
from wegwijzer.brand.documents import look
from wegwijzer.brand.documents.blocks import (
    Column,
    Columns,
    Document,
    Figure,
    Heading,
    Item,
    Kind,
    List,
    Table,
    Text,
    points,
)
from wegwijzer.brand.documents.mail import render_mail
from wegwijzer.brand.documents.pdf import render_pages, render_pdf
from wegwijzer.brand.documents.slides import LINES, ROWS, render_pptx
from wegwijzer.brand.documents.word import render_docx
from wegwijzer.brand.documents.word_fonts import carry_typeface


def test_a_block_that_could_not_be_read_by_all_is_refused():
    with pytest.raises(ValueError, match="every row"):
        Table((Column("a"), Column("b")), (("een",),))
    with pytest.raises(ValueError, match="in words"):
        Figure("<svg/>", " ")
    with pytest.raises(ValueError, match="a title"):
        Document(" ", Kind.REPORT, ())


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_says_every_block_as_accessible_pdf(kind):
    pdf = render_pdf(document(kind))
    assert pdf.startswith(b"%PDF-1.7")
    assert b"pdfuaid:part" in pdf
    assert b"/MarkInfo" in pdf
    assert b"/Marked true" in pdf
    assert b"/StructTreeRoot" in pdf
    assert b"(nl-NL)" in pdf
    assert b"Een titel" in pdf
    assert pdf == render_pdf(document(kind)), "the same document is the same file"


def test_a_pdf_speaks_the_language_of_its_document_and_its_pages_can_be_pictured(tmp_path):
    assert b"(en-GB)" in render_pdf(document(language="en"), fonts=tmp_path)
    pages = render_pages(document(), ppi=30)
    assert len(pages) > 1
    assert all(page.startswith(b"\x89PNG") for page in pages)


def test_short_columns_are_balanced_and_long_ones_go_on_over_the_pages():
    def pages(words: int) -> int:
        part = Text("woord " * words)
        made = document(Kind.REPORT, Columns((part, part)), Table((Column("a"),), (("1",),) * 25))
        return len(render_pages(made, ppi=20))

    assert pages(150) == 1, "under each other the two would leave too little room"
    assert pages(3000) > 3


def test_a_word_document_has_styles_heads_alternative_texts_and_its_language():
    word = Word(io.BytesIO(render_docx(document())))
    styles = {one.text: one.style.name for one in word.paragraphs if one.text}
    assert styles["Een titel"] == "Title"
    assert styles["Wat er is"] == "Heading 1"
    assert styles["Een tabel"] == "Heading 2"
    assert styles["een punt"] == "List Bullet"
    assert styles["eronder"] == "List Bullet 2"
    assert styles["eerst"] == "List Number"
    assert styles["Voorzitter\tA. Voorbeeld"] == "Wegwijzer feit"
    for table in word.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    (picture,) = word.inline_shapes
    assert picture._inline.docPr.get("descr") == in_words(CHART)
    about = word.core_properties
    assert (about.title, about.author, about.language) == ("Een titel", "RIEC Zomerland", "nl-NL")
    columns = [one._sectPr.find(qn("w:cols")).get(qn("w:num")) for one in word.sections]
    assert columns == ["1", "2", "1"]
    mark = word.sections[0].first_page_header._element.xpath(".//wp:docPr/@descr")
    assert mark == ["Merk van RIEC Zomerland"]


def test_a_word_document_reads_its_sizes_from_the_tokens():
    word = Word(io.BytesIO(render_docx(document(Kind.LETTER))))
    sizes = look.sizes_of(Kind.LETTER)
    assert word.styles["Normal"].font.size.pt == sizes.text
    assert word.styles["Heading 2"].font.size.pt == sizes.headings[1]
    assert str(word.styles["Heading 2"].font.color.rgb) == look.colour(look.BLUE)[1:].upper()


def test_a_word_document_that_ends_in_columns_divides_them_evenly():
    ends = Word(io.BytesIO(render_docx(document(Kind.REPORT, Columns((Text("a"), Text("b")))))))
    columns = [one._sectPr.find(qn("w:cols")).get(qn("w:num")) for one in ends.sections]
    assert columns == ["1", "2", "1"]


def test_a_table_has_the_widths_of_its_columns_for_every_word_processor():
    wide = Table((Column("a", share=3), Column("b")), (("1", "2"),))
    (table,) = Word(io.BytesIO(render_docx(document(Kind.REPORT, wide)))).tables
    first, second = (one.width for one in table.columns)
    assert first == pytest.approx(3 * second, rel=0.01)
    assert [cell.width for cell in table.rows[1].cells] == [first, second]


def test_the_number_of_the_page_stands_at_the_right_margin():
    word = Word(io.BytesIO(render_docx(document())))
    (section, *_others) = word.sections
    assert not list(word.styles["Footer"].paragraph_format.tab_stops)
    for foot in (section.first_page_footer, section.footer):
        (stop,) = foot.paragraphs[0].paragraph_format.tab_stops
        room = section.page_width - section.left_margin - section.right_margin
        assert stop.position == pytest.approx(room, abs=1000)
        assert foot._element.xpath(".//w:fldSimple/@w:instr") == ["PAGE"]


def test_a_letter_has_no_lines_under_its_headings_and_a_report_has():
    def lines(kind: Kind) -> list[int]:
        styles = Word(io.BytesIO(render_docx(document(kind)))).styles
        found = (styles[name].element.pPr.findall(qn("w:pBdr")) for name in ("Title", "Heading 1"))
        return [len(one) for one in found]

    assert lines(Kind.REPORT) == [1, 1]
    assert lines(Kind.LETTER) == [0, 0]


def test_a_word_document_is_dutch_for_the_word_processor_too():
    word = Word(io.BytesIO(render_docx(document())))
    settings = word.settings.element
    assert settings.xpath("./w:themeFontLang/@w:val") == ["nl-NL"]
    assert set(word.styles.element.xpath("./w:docDefaults//w:lang/@w:val")) == {"nl-NL"}


def test_a_word_document_carries_the_typeface(tmp_path):
    for face in ("Regular", "Bold"):
        (tmp_path / f"SourceSans3-{face}.ttf").write_bytes(face.encode() + bytes(range(100)))
    word = Word()
    carry_typeface(word, tmp_path)
    table = word.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    (font,) = [one for one in parse_xml(table.blob) if one.get(qn("w:name")) == "Source Sans 3"]
    assert font.find(qn("w:altName")).get(qn("w:val")) == "Segoe UI"
    assert len(word.settings.element.xpath("./w:embedTrueTypeFonts")) == 1
    for tag, face in (("embedRegular", "Regular"), ("embedBold", "Bold")):
        (held,) = font.findall(qn(f"w:{tag}"))
        hidden = table.rels[held.get(qn("r:id"))].target_part.blob
        key = bytes.fromhex(held.get(qn("w:fontKey")).strip("{}").replace("-", ""))[::-1] * 2
        opened = bytes(a ^ b for a, b in zip(hidden, key, strict=False)) + hidden[32:]
        assert hidden[:5] != face.encode()[:5]
        assert opened == face.encode() + bytes(range(100))


def test_without_the_typeface_a_word_document_names_what_comes_nearest(tmp_path):
    word = Word()
    carry_typeface(word, tmp_path)
    assert word.settings.element.xpath("./w:embedTrueTypeFonts") == []
    table = word.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    assert b"Segoe UI" in table.blob


def test_each_numbered_list_begins_at_one():
    first, second = points("a", numbered=True), points("b", numbered=True)
    word = Word(io.BytesIO(render_docx(document(Kind.MINUTES, first, second))))
    numbers = [
        one._p.pPr.numPr.numId.val for one in word.paragraphs if one.style.name == "List Number"
    ]
    assert len(numbers) == len(set(numbers)) == 2


def test_a_letter_opens_with_its_reader_and_its_day():
    word = Word(io.BytesIO(render_docx(document(Kind.LETTER))))
    told = [one.text for one in word.paragraphs]
    assert told[:4] == [
        "Gemeente Waterstad",
        "Postbus 1",
        "Datum\t24 november 2026",
        "Kenmerk\tZL-2026-12",
    ]


def test_a_presentation_has_titles_notes_alternative_texts_and_one_message_a_slide():
    shown = Presentation(io.BytesIO(render_pptx(document(Kind.PRESENTATION))))
    titles = [slide.shapes.title.text for slide in shown.slides]
    assert all(titles)
    assert titles[:3] == ["Een titel", "Een titel", "Wat er is"]
    assert "Een tabel" in titles
    tables = [one for s in shown.slides for one in s.shapes if one.has_table]
    assert all(one.table.first_row for one in tables)
    assert len(tables) == 2, "the table, and the numbers of the chart"
    alts = [p.get("descr") for s in shown.slides for p in s.element.iter(qn_p("cNvPr"))]
    assert in_words(CHART) in alts
    notes = [s.notes_slide.notes_text_frame.text for s in shown.slides if s.has_notes_slide]
    assert notes == ["Vertel hierbij waarom."]
    assert {layout.name for layout in shown.slide_layouts} == {
        "Opening",
        "Titel en inhoud",
        "Titel met tabel of beeld",
    }
    assert shown.core_properties.language == "nl-NL"
    for slide in shown.slides:
        ids = [one.shape_id for one in slide.shapes]
        assert len(ids) == len(set(ids))


def qn_p(tag):
    return "{http://schemas.openxmlformats.org/presentationml/2006/main}" + tag


def test_what_does_not_fit_goes_on_to_a_next_slide():
    many = List(tuple(Item(f"punt {place}") for place in range(2 * LINES)))
    rows = tuple((str(place),) for place in range(ROWS + 1))
    made = document(
        Kind.PRESENTATION, Heading("Veel"), many, Heading("Lang"), Table((Column("a"),), rows)
    )
    shown = Presentation(io.BytesIO(render_pptx(made)))
    titles = [slide.shapes.title.text for slide in shown.slides]
    assert titles[1:] == ["Veel", "Veel (vervolg)", "Lang", "Lang (vervolg)"]


@pytest.mark.parametrize("kind", [one for one in Kind if one is not Kind.PRESENTATION])
def test_what_the_house_writes_follows_its_own_style(kind):
    assert check_style(render_docx(document(kind)), filename="a.docx") == []


def test_what_the_house_presents_follows_its_own_style():
    assert check_style(render_pptx(document(Kind.PRESENTATION)), filename="a.pptx") == []


def test_an_e_mail_says_the_same_in_both_forms_and_loads_nothing():
    made = document(Kind.LETTER, *EVERY, Text("<script>alert(1)</script>"))
    page, plain = render_mail(made)
    for said in ("Een titel", "een punt", "eronder", "A. Voorbeeld", "Signalen", "H. Hoofd"):
        assert said in page
        assert said.casefold() in plain.casefold()
    assert "<script" not in page
    assert "src=" not in page
    assert "http" not in page
    assert 'lang="nl-NL"' in page
    assert "TLP:AMBER" in page
    assert "Vertel hierbij waarom." not in page + plain
