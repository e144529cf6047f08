"""Files that partners deliver, and files that nobody should; all made here."""

import io
import struct
import zipfile
from collections.abc import Callable

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


ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
ODS_CONTENT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="Blad1">{rows}</table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)
ODS_MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest xmlns:manifest='
    '"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
    f'manifest:full-path="/" manifest:media-type="{ODS_TYPE}">{{more}}</manifest:file-entry>'
    "</manifest:manifest>"
)


def ods(rows: str, *, extra: dict[str, bytes] | None = None, manifest: str = "") -> bytes:
    """Return a sheet as LibreOffice writes it, with these rows."""
    return zip_of(
        {
            "mimetype": ODS_TYPE.encode(),
            "META-INF/manifest.xml": ODS_MANIFEST.format(more=manifest).encode(),
            "content.xml": ODS_CONTENT.format(rows=rows).encode(),
            **(extra or {}),
        }
    )


def ods_row(*texts: str, row: str = "", last: str = "") -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string" {last}><text:p>{t}</text:p></table:table-cell>'
        for t in texts
    )
    return f"<table:table-row {row}>{cells}</table:table-row>"


def many_entries(count: int) -> bytes:
    """Return an archive whose list of contents alone would fill the memory of who believes it."""
    entry = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 0, 0, 0, 0, 1, 0)
    listed = struct.pack("<HHHHHHIIIHHHHHII", 20, 20, *[0] * 7, 1, *[0] * 6)
    start, listing = b"PK\x03\x04" + entry + b"a", (b"PK\x01\x02" + listed + b"a") * count
    numbers = (0, 0, count & 0xFFFF, count & 0xFFFF, len(listing), len(start), 0)
    return start + listing + b"PK\x05\x06" + struct.pack("<HHHHIIH", *numbers)


def packed_otherwise() -> bytes:
    """Return an archive that says its reader needs four gigabytes before it begins."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("xl/workbook.xml", b"x" * 1000)
    data = bytearray(out.getvalue())
    place = data.find(b"xl/workbook.xml") + len("xl/workbook.xml") + 5
    data[place : place + 4] = b"\xff" * 4
    return bytes(data)


def one_text_everywhere(rows: int, columns: int, length: int) -> bytes:
    """Return a small workbook in which every cell points at the same long text."""
    link = (
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    )
    cells = '<c t="s"><v>0</v></c>' * columns
    sheet = SHEET.format(doctype="", dimension="", rows=f"<row>{cells}</row>" * rows)
    return zip_of(
        {
            "[Content_Types].xml": CONTENT_TYPES.encode(),
            "_rels/.rels": RELS.encode(),
            "xl/workbook.xml": WORKBOOK.encode(),
            "xl/_rels/workbook.xml.rels": WORKBOOK_RELS.replace("</Relationships>", link).encode(),
            "xl/worksheets/sheet1.xml": sheet.encode(),
            "xl/sharedStrings.xml": f"<sst><si><t>{'a' * length}</t></si></sst>".encode(),
        }
    )


def seven_million_rows() -> bytes:
    """Return 200 MB of rows in a small archive, made piece by piece."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", RELS)
        archive.writestr("xl/workbook.xml", WORKBOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", WORKBOOK_RELS)
        start, end = SHEET.format(doctype="", dimension="", rows="|").split("|")
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(start.encode())
            for _ in range(700):
                sheet.write(b"<row><c><v>1</v></c></row>" * 10_000)
            sheet.write(end.encode())
    return out.getvalue()


def twice_the_same_part() -> bytes:
    """Return an archive in which a name stands twice, for readers that disagree on which counts."""
    whole = raw_xlsx("", extra={"xl/workbook.xmm": b"<other/>"})
    return whole.replace(b"xl/workbook.xmm", b"xl/workbook.xml")


def symlink() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("xl/workbook.xml")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return out.getvalue()


def old_office(*parts: str) -> bytes:
    names = b"".join(part.encode("utf-16-le") + b"\x00\x00" for part in parts)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + names


def first_row(*texts: str) -> str:
    return (
        "<row r='1'>"
        + "".join(cell(f"{c}1", t) for c, t in zip("ABC", texts, strict=False))
        + "</row>"
    )


def locked() -> bytes:
    """Return an archive of which the first part says that it is encrypted."""
    data = bytearray(raw_xlsx(""))
    data[6] |= 1
    data[data.find(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


EXTERNAL = (
    b"<Relationships><Relationship Id='1' TargetMode='External' Type='x/externalLinkPath' "
    b"Target='http://example.org/'/></Relationships>"
)
# What is delivered, and a word of the sentence that must follow.
ATTACKS: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "leeg"),
    "only white space": (lambda: b"  \r\n\n", "leeg"),
    "only zeros": (lambda: b"\x00" * 1000, "leeg"),
    "only a byte order mark": (lambda: b"\xff\xfe", "leeg"),
    "billion laughs": (
        lambda: raw_xlsx("<row r='1'>" + cell("A1", "&j;") + "</row>", doctype=LAUGHS),
        "verwijzingen",
    ),
    "external entity": (
        lambda: raw_xlsx("<row r='1'>" + cell("A1", "&e;") + "</row>", doctype=ENTITY),
        "verwijzingen",
    ),
    "entities in an ods": (
        lambda: ods(ods_row("&e;"), extra={"styles.xml": ENTITY.encode()}),
        "verw",
    ),
    "cell at the end of the world": (
        lambda: raw_xlsx(first_row("a") + "<row r='1048576'>" + cell("XFD1048576", "x") + "</row>"),
        "ver buiten",
    ),
    "the same between other quotes": (
        lambda: raw_xlsx(first_row("a") + "<row><c r = 'XFD1048576'><v>1</v></c></row>"),
        "ver buiten",
    ),
    "column that does not exist": (
        lambda: raw_xlsx("<row r='1'><c r='ZZZZZZZZZZZZ1'><v>1</v></c></row>"),
        "ver buiten",
    ),
    "row that does not exist": (
        lambda: raw_xlsx(first_row("a") + "<row r='4000000000'><c><v>1</v></c></row>"),
        "grenzen",
    ),
    "row zero": (lambda: raw_xlsx("<row r='0'><c r='A0'><v>1</v></c></row>"), "beschadigd"),
    "half a million open tags": (lambda: raw_xlsx("<a>" * 500_000), "kopregel"),
    "seven million rows": (seven_million_rows, "te groot"),
    "rows and columns repeated in an ods": (
        lambda: ods(
            ods_row("naam")
            + ods_row(
                "x",
                row='table:number-rows-repeated="1048574"',
                last='table:number-columns-repeated="16384"',
            )
        ),
        ".",
    ),
    "rows repeated without end": (
        lambda: ods(
            ods_row("naam") + ods_row("x", row='table:number-rows-repeated="99999999999999999999"')
        ),
        ".",
    ),
    "one long text in every cell": (
        lambda: one_text_everywhere(130, 50, 30_000),
        "te veel tekst",
    ),
    "one long text in very many cells": (
        lambda: one_text_everywhere(3_000, 50, 30_000),
        "grenzen",
    ),
    "macros": (lambda: raw_xlsx("", extra={"xl/vbaProject.bin": b"x"}), "macro"),
    "macros of the old kind": (
        lambda: raw_xlsx("", extra={"xl/macrosheets/sheet1.xml": b"x"}),
        "macro",
    ),
    "macros in an ods": (
        lambda: ods(ods_row("a"), extra={"Basic/Standard/Module1.xml": b"x"}),
        "macro",
    ),
    "path out of the archive": (
        lambda: raw_xlsx("", extra={"../../etc/passwd": b"x"}),
        "onveilige",
    ),
    "path out, the other way": (lambda: raw_xlsx("", extra={"..\\x": b"x"}), "onveilige"),
    "path from the root": (lambda: raw_xlsx("", extra={"/etc/passwd": b"x"}), "onveilige"),
    "a part that is there twice": (twice_the_same_part, "onveilige"),
    "link instead of a file": (symlink, "onveilige"),
    "thousands of parts": (lambda: zip_of({f"a{n}": b"" for n in range(1500)}), "delen"),
    "hundreds of thousands of parts": (lambda: many_entries(400_000), "delen"),
    "packed in another way": (packed_otherwise, "beschadigd"),
    "not a workbook": (lambda: zip_of({"readme.txt": b"hallo"}), "geen werkblad"),
    "binary workbook": (lambda: zip_of({"xl/workbook.bin": b"x"}), "xlsb"),
    "broken archive": (lambda: b"PK\x03\x04" + b"rommel" * 50, "beschadigd"),
    "workbook cut short": (lambda: xlsx([["a", "b"], [1, 2]])[:-200], "beschadigd"),
    "workbook with a password inside": (locked, "wachtwoord"),
    "old workbook": (lambda: old_office("Workbook"), "xls"),
    "workbook with a password": (
        lambda: old_office("EncryptionInfo", "EncryptedPackage"),
        "wachtwoord",
    ),
    "old document": (lambda: old_office("WordDocument"), "oud kantoor"),
    "ods with a password": (lambda: ods("", manifest="<manifest:encryption-data/>"), "wachtwoord"),
    "pdf and archive at once": (lambda: b"%PDF-1.7\n" + zip_of({"xl/workbook.xml": b"x"}), "PDF"),
    "text and archive at once": (lambda: b"naam;bsn\n" + raw_xlsx(first_row("a")), "geen tekst"),
    "picture": (lambda: b"GIF89a" + b"<script>alert(1)</script>", "GIF"),
    "web page": (lambda: b"<!DOCTYPE html><html><script>1</script></html>", "webpagina"),
    "web page after a mark": (lambda: b"\xef\xbb\xbf \n<html>", "webpagina"),
    "drawing": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "webpagina"),
    "json": (lambda: b'{"a": 1}', "databestand"),
    "program": (lambda: b"\x7fELF" + b"\x00" * 100, "ELF"),
    "zeros inside": (lambda: b"naam;bsn\nJan\x00;1\n", "tekstbestand"),
    "control characters": (lambda: bytes(range(1, 32)) * 50, "tekstbestand"),
    "wide text without a mark": (lambda: "naam;bsn\nJan;1\n".encode("utf-16-le"), "UTF-8"),
    "very wide text": (lambda: "naam;bsn\nJan;1\n".encode("utf-32"), "tekstbestand"),
    "quotation mark that is never closed": (
        lambda: b'naam;bsn\nPiet;1\n"Jan;2\nKlaas;3\n',
        "Rij 3",
    ),
    "the same in a large file": (lambda: b'naam;bsn\n"Jan;1\n' + b"Piet;2\n" * 300_000, "Rij 2"),
    "nothing but quotation marks": (lambda: b'"' * 1_000_000, "te veel tekst"),
    "five million columns": (lambda: b"a;" * 5_000_000, "kolommen"),
    "rows without names above them": (lambda: b"Jan;12-05-1980\nPiet;13-06-1981\n", "eerste rij"),
    "link to another file": (
        lambda: raw_xlsx(
            first_row("x"), extra={"xl/externalLinks/_rels/externalLink1.xml.rels": EXTERNAL}
        ),
        "ander bestand",
    ),
}
