"""What the check of the house style finds, and what it refuses to open."""

import contextlib
import io
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.shared import RGBColor
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Pt

from wegwijzer.brand.checking import check_style
from wegwijzer.brand.checking.package import MAX_BYTES
from wegwijzer.kernel.errors import Invalid


def _saved(made: Any) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def _rules(made: Any, filename: str) -> set[str]:
    found = check_style(_saved(made), filename=filename)
    for one in found:
        assert all(text % one.params for text in (one.where, one.what, one.next_step))
    return {one.rule for one in found}


def _zip(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_a_font_colour_and_faint_text_outside_the_style_are_found() -> None:
    made = Document()
    run = made.add_paragraph().add_run("Bleek")
    run.font.name, run.font.color.rgb = "Comic Sans MS", RGBColor(0xFE, 0xDC, 0xBA)
    assert {"font", "colour", "contrast"} <= _rules(made, "plan.docx")


def test_a_heading_may_not_skip_a_level() -> None:
    made = Document()
    made.add_heading("Een", 1)
    made.add_heading("Drie", 3)
    assert "heading" in _rules(made, "plan.docx")
    right = Document()
    right.add_heading("Een", 1)
    right.add_heading("Twee", 2)
    assert "heading" not in _rules(right, "plan.docx")


def test_a_title_is_asked_for_until_it_is_there() -> None:
    made = Document()
    made.core_properties.title = ""
    assert "title" in _rules(made, "plan.docx")
    made.core_properties.title = "Plan"
    assert "title" not in _rules(made, "plan.docx")


def test_a_table_needs_a_header_row() -> None:
    made = Document()
    table = made.add_table(2, 2)
    assert "table" in _rules(made, "plan.docx")
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    assert "table" not in _rules(made, "plan.docx")


def test_a_slide_needs_a_title_and_readable_text() -> None:
    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[5])
    run = slide.shapes.add_textbox(0, 0, 99, 99).text_frame.paragraphs[0].add_run()
    run.text, run.font.size = "Klein", Pt(10)
    assert {"slide-title", "small"} <= _rules(made, "dia.pptx")
    slide.shapes.title.text, run.font.size = "Wat wij vragen", Pt(20)
    assert not {"slide-title", "small"} & _rules(made, "dia.pptx")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"\xd0\xcf\x11\xe0oud", "plan.doc"),
        (b"tekst", "plan.docx"),
        (b"tekst", "plan.txt"),
        (b"", "plan.pptx"),
        (b"0" * (MAX_BYTES + 1), "plan.docx"),
        (_zip(**{"word/document.xml": b"0" * 9_000_000}), "bom.docx"),
        (_zip(**{"word/document.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "a.docx"),
        (_zip(**{"word/document.xml": b"<a>"}), "a.docx"),
        (_zip(**{"word/document.xml": b"<a>" * 500 + b"</a>" * 500}), "diep.docx"),
        (_zip(**{"iets.xml": b"<a/>"}), "a.docx"),
    ],
)
def test_what_cannot_be_read_safely_is_refused_with_a_sentence(content: bytes, name: str) -> None:
    with pytest.raises(Invalid) as refused:
        check_style(content, filename=name)
    assert str(refused.value).endswith(".")


@given(st.binary(max_size=400), st.sampled_from(["a.docx", "a.pptx"]), st.booleans())
def test_no_bytes_end_otherwise_than_in_findings_or_a_refusal(
    content: bytes, name: str, packed: bool
) -> None:
    main = "word/document.xml" if name == "a.docx" else "ppt/presentation.xml"
    with contextlib.suppress(Invalid):
        check_style(_zip(**{main: content}) if packed else content, filename=name)


@given(st.data())
def test_a_damaged_file_ends_in_findings_or_a_refusal(data: st.DataObject) -> None:
    whole = bytearray(_WHOLE)
    for _turn in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(Invalid):
        check_style(bytes(whole), filename="a.docx")


_WHOLE = _zip(
    **{
        "word/document.xml": b"<w:document xmlns:w='http://schemas.openxmlformats.org/"
        b"wordprocessingml/2006/main'><w:body><w:p/></w:body></w:document>",
        "docProps/core.xml": b"<a/>",
    }
)
