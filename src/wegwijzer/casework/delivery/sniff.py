"""What kind of file is this? Decided by its content, never by its name alone."""

import codecs
import csv
import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from wegwijzer.casework.delivery.archive import check_workbook
from wegwijzer.casework.delivery.limits import Limits
from wegwijzer.casework.delivery.refusing import refuse
from wegwijzer.kernel.text import gettext_noop as _


class FileKind(StrEnum):
    """The kinds that are read."""

    CSV = "csv"
    XLSX = "xlsx"
    ODS = "ods"


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What a file turned out to be; encoding and delimiter are of a CSV only."""

    kind: FileKind
    encoding: str = ""
    delimiter: str = ""
    warnings: tuple[str, ...] = ()


TOO_LARGE = _("Het bestand is groter dan %(most)s MB. Splits het in delen.")
EMPTY = _("Het bestand is leeg. Kies een bestand met rijen.")
OLD_EXCEL = _("Dit is een oud Excel-bestand (xls). Sla het op als xlsx.")
LOCKED = _("Dit Excel-bestand heeft een wachtwoord. Sla het op zonder wachtwoord.")
OLE_OTHER = _("Dit is een bestand van een oud kantoorprogramma. Lever CSV, XLSX of ODS.")
OTHER_KIND = _("Dit is een bestand van de soort %(kind)s. Lever CSV, XLSX of ODS.")
NO_TEXT = _("Dit is geen tekstbestand. Lever CSV, XLSX of ODS.")
WIDE_TEXT = _("De tekens zijn niet te herkennen. Sla het bestand op als CSV UTF-8.")
MARKUP = _("Dit is een webpagina of databestand. Lever CSV, XLSX of ODS.")

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What a file begins with when it is something else, and how to call that.
OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF"),
    (b"%!PS", "PostScript"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"RIFF", "RIFF"),
    (b"Rar!\x1a", "RAR"),
    (b"\x1f\x8b", "GZIP"),
    (b"BZh", "BZIP2"),
    (b"\xfd7zXZ", "XZ"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3", "SQLite"),
    (b"PAR1", "Parquet"),
    (b"MZ\x90", "EXE"),
    (b"\x7fELF", "ELF"),
)
BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DELIMITERS = (";", ",", "\t", "|")
HEAD = 200_000
CHUNK = 1 << 20
SAMPLE_LINES = 20


def sniff(data: bytes, limits: Limits) -> Sniffed:
    """Return what a file is, or refuse it with what to do. ``data`` is the whole file."""
    if len(data) > limits.max_bytes:
        raise refuse(TOO_LARGE, most=limits.max_bytes // 1_000_000)
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise refuse(EMPTY)
    if data.startswith(OLE):
        raise refuse(_old_office(data))
    for start, name in OTHERS:
        if data.startswith(start):
            raise refuse(OTHER_KIND, kind=name)
    if data.startswith(b"PK\x03\x04"):
        workbook = check_workbook(data, limits)
        return Sniffed(FileKind(workbook.kind), warnings=workbook.warnings)
    return _text(data)


def _old_office(data: bytes) -> str:
    """Return what to say of a container of an old office program: its parts tell what it is."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return LOCKED
    if any(name.encode("utf-16-le") + b"\x00\x00" in data for name in ("Workbook", "Book")):
        return OLD_EXCEL
    return OLE_OTHER


# What no text holds: control characters other than white space.
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def _text(data: bytes) -> Sniffed:
    encoding = next((name for bom, name in BOMS if data.startswith(bom)), "") or _guess(data)
    head = codecs.getincrementaldecoder(encoding)("replace").decode(data[:HEAD])
    if CONTROL.search(head):
        raise refuse(NO_TEXT)
    start = head.lstrip().lower()
    if start.startswith(("<", "{", '["', "[{", "[[")):
        raise refuse(MARKUP)
    return Sniffed(FileKind.CSV, encoding, _delimiter(head))


def _guess(data: bytes) -> str:
    """Return utf-8, also when a byte here and there is wrong, or the code page of Windows."""
    if zeros := data[:HEAD].count(0):
        raise refuse(WIDE_TEXT if zeros > len(data[:HEAD]) // 4 else NO_TEXT)
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    special = wrong = 0
    for start in range(0, len(data), CHUNK):
        text = decoder.decode(data[start : start + CHUNK])
        if not text.isascii():
            special += len(text) - len(text.encode("ascii", "ignore"))
            wrong += text.count("\ufffd")
    return "cp1252" if wrong * 4 > special else "utf-8"


def _delimiter(head: str) -> str:
    """Return the delimiter that cuts the first lines into the same, largest number of fields."""
    lines = re.split(r"\r\n|\n|\r", head)
    if len(lines) > 1 and len(head) >= HEAD:
        lines.pop()  # cut off in the middle
    if told := re.fullmatch(r'"?sep=(.)"?', lines[0].strip("\ufeff ")):
        return told[1] if told[1] in DELIMITERS else ";"
    kept = [line + "\n" for line in lines[: SAMPLE_LINES * 5]]
    return max(DELIMITERS, key=lambda delimiter: _fit(kept, delimiter))


def _fit(lines: list[str], delimiter: str) -> tuple[int, int]:
    """Return how many rows are as wide as the first, and how wide that is."""
    try:
        rows = islice(csv.reader(lines, delimiter=delimiter), SAMPLE_LINES)
        widths = [len(row) for row in rows if row]
    except csv.Error:
        return (0, 0)
    if not widths or widths[0] < 2:
        return (0, 0)
    return (sum(width == widths[0] for width in widths), widths[0])
