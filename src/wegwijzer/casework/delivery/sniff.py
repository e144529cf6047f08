"""What kind of file is this? Decided by its content, never by its name alone."""

import csv
import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from enum import StrEnum

from wegwijzer.casework.delivery.limits import Limits
from wegwijzer.kernel.errors import Invalid
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


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What a file begins with when it is something else, and how to call that.
OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF"),
    (b"GIF8", "GIF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"Rar!", "RAR"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"{\\rtf", "RTF"),
    (b"MZ", "programma"),
    (b"\x7fELF", "programma"),
)
BOMS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
DELIMITERS = (";", ",", "\t", "|")


def refuse(sentence: str, **params: object) -> Invalid:
    """Return the refusal of a file."""
    return Invalid(sentence, field="file", **params)


def sniff(data: bytes, limits: Limits) -> Sniffed:
    """Return what a file is, or refuse it with what to do. ``data`` is the whole file."""
    if len(data) > limits.max_bytes:
        raise refuse(
            _("Het bestand is groter dan %(most)s MB. Splits het in delen."),
            most=limits.max_bytes // 1_000_000,
        )
    if data.strip(b"\x00 \t\r\n\xef\xbb\xbf") == b"":
        raise refuse(_("Het bestand is leeg. Kies een bestand met rijen."))
    if data.startswith(OLE):
        raise refuse(
            _(
                "Dit is een oud Excel-bestand (xls) of een bestand met een wachtwoord. "
                "Sla het op als xlsx zonder wachtwoord."
            )
        )
    for start, name in OTHERS:
        if data.startswith(start):
            raise refuse(
                _("Dit is een bestand van de soort %(kind)s. Lever CSV, XLSX of ODS."), kind=name
            )
    if data.startswith(b"PK"):
        return Sniffed(_workbook(data, limits))
    return _text(data)


def _workbook(data: bytes, limits: Limits) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_archive(entries, limits)
            names = {entry.filename for entry in entries}
            kind = _kind_of(archive, names)
            _check_content(archive, entries, limits)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError) as broken:
        raise refuse(
            _("Het bestand is beschadigd of heeft een wachtwoord. Sla het opnieuw op.")
        ) from broken
    return kind


def _kind_of(archive: zipfile.ZipFile, names: set[str]) -> FileKind:
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise refuse(_("Het bestand bevat macro's. Sla het op als xlsx zonder macro's."))
    if "xl/workbook.xml" in names:
        return FileKind.XLSX
    is_document = {"content.xml", "mimetype"} <= names
    if is_document and b"spreadsheet" in archive.read("mimetype")[:200]:
        return FileKind.ODS
    raise refuse(_("Dit archief is geen werkblad. Lever CSV, XLSX of ODS."))


def _check_archive(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Refuse an archive whose own list of contents gives it away."""
    if len(entries) > limits.max_entries:
        raise refuse(_("Het bestand bestaat uit te veel delen. Sla het opnieuw op als xlsx."))
    for entry in entries:
        path = entry.filename
        symlink = (entry.external_attr >> 16) & 0o170000 == 0o120000
        if path.startswith(("/", "\\")) or ".." in path.split("/") or symlink:
            raise refuse(_("Het bestand bevat een onveilige verwijzing. Sla het opnieuw op."))


# A cell far outside any real sheet makes a reader reserve memory for everything before it.
FAR_CELL = re.compile(rb'\br="([A-Z]{1,4})(\d{1,9})"')
FAR_SPAN = re.compile(rb'number-(?:columns|rows)-repeated="(\d{6,})"')
EXTERNAL = re.compile(rb'TargetMode="External"[^>]*externalLink|externalLink[^>]*TargetMode="Ext')


def _check_content(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], limits: Limits
) -> None:
    """Count what really comes out, and look for entities and cells that no sheet has."""
    total = 0
    for entry in entries:
        unpacked = 0
        tail = b""
        with archive.open(entry) as part:
            while chunk := part.read(1 << 20):
                unpacked += len(chunk)
                total += len(chunk)
                if total > limits.unpacked_bytes or _is_bomb(unpacked, entry, limits):
                    raise refuse(_("Het bestand is uitgepakt veel te groot. Splits het in delen."))
                if entry.filename.endswith((".xml", ".rels")):
                    _check_xml(tail + chunk, limits)
                    tail = chunk[-256:]


def _is_bomb(unpacked: int, entry: zipfile.ZipInfo, limits: Limits) -> bool:
    packed = max(entry.compress_size, 1)
    return unpacked > 20_000_000 and unpacked / packed > limits.max_ratio


def _check_xml(piece: bytes, limits: Limits) -> None:
    if b"<!DOCTYPE" in piece or b"<!ENTITY" in piece:
        raise refuse(_("Het bestand bevat verwijzingen die niet in een werkblad horen."))
    for letters, row in FAR_CELL.findall(piece):
        if _column(letters) > 2_000 or int(row) > limits.max_rows * 10:
            raise refuse(
                _("Een cel staat ver buiten het werkblad. Verwijder lege rijen en kolommen.")
            )
    if EXTERNAL.search(piece):
        raise refuse(_("Het bestand verwijst naar een ander bestand. Plak de waarden en sla op."))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _text(data: bytes) -> Sniffed:
    encoding = next((name for bom, name in BOMS if data.startswith(bom)), "")
    if encoding == "":
        encoding = _guess(data)
    try:
        head = data[:200_000].decode(encoding, errors="ignore")
    except UnicodeError as wrong:
        raise refuse(_("De tekens zijn onleesbaar. Sla het bestand op als UTF-8.")) from wrong
    if "\x00" in head:
        raise refuse(_("Dit is geen tekstbestand. Lever CSV, XLSX of ODS."))
    start = head.lstrip().lower()
    if start.startswith(("<!doctype", "<html", "<?xml", "<svg", "<script", "{", "[")):
        raise refuse(_("Dit is een webpagina of databestand. Lever CSV, XLSX of ODS."))
    return Sniffed(FileKind.CSV, encoding, _delimiter(head))


def _guess(data: bytes) -> str:
    """Return utf-8 when every byte fits, else the Windows code page that Excel writes."""
    if b"\x00" in data:
        raise refuse(_("Dit is geen tekstbestand. Lever CSV, XLSX of ODS."))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _delimiter(head: str) -> str:
    """Return the delimiter that cuts the first lines into the same, largest number of fields."""
    lines = head.splitlines()[:20]

    def fit(delimiter: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
        if not widths or widths[0] < 2:
            return (0, 0)
        return (sum(width == widths[0] for width in widths), widths[0])

    try:
        best = max(DELIMITERS, key=fit)
    except csv.Error:
        return ";"
    return best if fit(best) != (0, 0) else ";"
