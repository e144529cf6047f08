"""The files of an edition: PDF/UA and DOCX, from its data alone."""

import io
import re

from docx import Document
from docx.oxml.ns import qn

from wegwijzer.annual_report.printing import render_pdf
from wegwijzer.annual_report.rules.figures import DEFINITIONS, Stage
from wegwijzer.annual_report.wording import render_docx

CONTENT = {
    "title": "Jaarverslag 2025 RIEC-LIEC",
    "region": None,
    "edition": 1,
    "reason": "",
    "withheld_reason": "Dat zou een lopend onderzoek schaden.",
    "caveat": "Vergelijk met beleid.",
    "frozen_at": "2026-03-02T09:00:00+00:00",
    "chapters": [
        {"kind": "goal", "title": "Weerbare samenleving", "level": 1, "sections": [
            {"heading": "", "pieces": [{"text": "Tekst met #opmaak, $tekens$ en [haken]."}]}]},
        {"kind": "portfolio", "title": "Mensenhandel", "level": 2, "sections": [
            {"heading": "Samen", "pieces": [{"points": ["Een punt", "#import \"x\""]}]}]},
        {"kind": "figures", "title": "Cijfers", "level": 1, "sections": []},
        {"kind": "feedback", "title": "Terugkoppeling", "level": 1, "sections": []},
    ],
    "figures": [
        {"name": one.name, "shown": "12", "earlier_shown": "9", "year": 2025, "earlier_year": 2024,
         "comparison": "comparable", "change": 3, "formula": one.formula, "moment": one.moment,
         "definition_version": 1, "term": one.term, "term_version": 1 if one.term else None}
        for one in DEFINITIONS
    ],
}  # fmt: skip


def test_the_pdf_says_that_it_is_accessible_and_comes_out_the_same_twice(tmp_path):
    pdf = render_pdf(CONTENT, fonts=tmp_path)
    assert pdf.startswith(b"%PDF-1.7")
    assert b"pdfuaid:part" in pdf
    assert b"/Lang" in pdf
    assert pdf == render_pdf(CONTENT, fonts=tmp_path)


def test_the_files_tell_what_each_region_counted_in_tables_with_a_caption(tmp_path):
    spread = [{"region": "RIEC Noord", "value": 1200}, {"region": "RIEC Zuid", "value": 3}]
    rows = [
        row | {"slug": one.slug, "stage": one.stage.value, "by_region": spread}
        for row, one in zip(CONTENT["figures"], DEFINITIONS, strict=True)
        if one.stage in (Stage.SIGNALS, Stage.CASES)
    ]
    rows[0] = rows[0] | {"by_region": spread[:1]}
    content = CONTENT | {"figures": rows}

    word = Document(io.BytesIO(render_docx(content)))
    assert "Cijfers per regio" in [one.text for one in word.paragraphs]
    _all, signals, *cases = word.tables
    assert [cell.text for cell in signals.rows[0].cells][:2] == ["Regio", "Signalen ontvangen"]
    assert [[cell.text for cell in row.cells] for row in signals.rows][1:] == [
        ["RIEC Noord", "1.200", "1.200", "1.200", "1.200"],
        ["RIEC Zuid", "0", "3", "3", "3"],
    ]
    assert [len(one.columns) for one in cases] == [5, 3], "six figures do not fit beside each other"
    assert all(one.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for one in word.tables)
    pdf = render_pdf(content, fonts=tmp_path)
    assert b"pdfuaid:part" in pdf
    assert len(re.findall(rb"/S ?/Table\b", pdf)) == 4
    assert len(re.findall(rb"/S ?/TH\b", pdf)) >= 5 + 5 + 5 + 3


def test_the_document_has_headings_points_and_a_table_that_repeats_its_heads():
    word = Document(io.BytesIO(render_docx(CONTENT)))
    styles = {one.text: one.style.name for one in word.paragraphs if one.text}
    assert styles["Jaarverslag 2025 RIEC-LIEC"] == "Title"
    assert styles["Weerbare samenleving"] == "Heading 1"
    assert styles["Mensenhandel"] == "Heading 2"
    assert styles["Samen"] == "Heading 3"
    assert styles["Een punt"] == "List Bullet"
    assert any("lopend onderzoek" in text for text in styles)
    (table,) = word.tables
    assert [cell.text for cell in table.rows[0].cells][:3] == ["Cijfer", "2025", "2024"]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert len(table.rows) == len(DEFINITIONS) + 1
    assert word.core_properties.language == "nl-NL"
    columns = [one._sectPr.find(qn("w:cols")).get(qn("w:num")) for one in word.sections]
    assert columns == ["1", "2", "1", "2", "1"], "the last two are divided evenly"
