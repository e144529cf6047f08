"""Files that partners deliver, and files that nobody should; all made here."""

import io
import zipfile

import openpyxl

CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
WORKBOOK = (
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
WORKBOOK_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)
SHEET = (
    '<?xml version="1.0"?>{doctype}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/'
    '2006/main">{dimension}<sheetData>{rows}</sheetData></worksheet>'
)


def xlsx(rows: list[list[object]]) -> bytes:
    """Return a real workbook."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Blad1")
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def raw_xlsx(
    rows: str, *, doctype: str = "", dimension: str = "", extra: dict[str, bytes] | None = None
) -> bytes:
    """Return a workbook with this text as its rows, whatever that does to who reads it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", RELS)
        archive.writestr("xl/workbook.xml", WORKBOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", WORKBOOK_RELS)
        archive.writestr(
            "xl/worksheets/sheet1.xml",
            SHEET.format(doctype=doctype, dimension=dimension, rows=rows),
        )
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return out.getvalue()


def cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a 'ha'>"
    + "".join(
        f"<!ENTITY {chr(98 + i)} '{'&' + chr(97 + i) + ';'}{('&' + chr(97 + i) + ';') * 9}'>"
        for i in range(9)
    )
    + "]>"
)
ENTITY = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"


def zip_of(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


ATTACKS: dict[str, bytes] = {
    "nothing": b"",
    "only white space": b"  \r\n\n",
    "only zeros": b"\x00" * 1000,
    "billion laughs": raw_xlsx("<row r='1'>" + cell("A1", "&j;") + "</row>", doctype=LAUGHS),
    "external entity": raw_xlsx("<row r='1'>" + cell("A1", "&e;") + "</row>", doctype=ENTITY),
    "cell at the end of the world": raw_xlsx("<row r='1'>" + cell("XFD1048576", "x") + "</row>"),
    "seven million rows": raw_xlsx("<row><c><v>1</v></c></row>" * 7_000_000),
    "macros": raw_xlsx("", extra={"xl/vbaProject.bin": b"x"}),
    "path out of the archive": raw_xlsx("", extra={"../../etc/passwd": b"x"}),
    "thousands of parts": zip_of({f"a{n}": b"" for n in range(1500)}),
    "not a workbook": zip_of({"readme.txt": b"hallo"}),
    "broken archive": b"PK\x03\x04" + b"rommel" * 50,
    "workbook cut short": xlsx([["a", "b"], [1, 2]])[:-200],
    "old workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
    "pdf and archive at once": b"%PDF-1.7\n" + zip_of({"xl/workbook.xml": b"x"}),
    "picture": b"GIF89a" + b"<script>alert(1)</script>",
    "web page": b"<!DOCTYPE html><html><script>1</script></html>",
    "drawing": b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
    "json": b'{"a": 1}',
    "program": b"\x7fELF" + b"\x00" * 100,
    "zeros inside": b"naam;bsn\nJan\x00;1\n",
    "link to another file": raw_xlsx(
        "<row r='1'>" + cell("A1", "x") + "</row>",
        extra={
            "xl/externalLinks/_rels/externalLink1.xml.rels": b"<Relationships><Relationship Id='1' "
            b"TargetMode=\"External\" Type='x/externalLinkPath' Target='http://example.org/'/></Relationships>"
        },
    ),
}
