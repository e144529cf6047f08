"""Workbooks are archives: look inside before anything reads them, and count what comes out.

This finds what is wrong early, with a sentence that helps. It is not the last wall: an archive can
be made that two programs unpack differently, so the child process is bounded in any case.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from wegwijzer.casework.delivery.limits import Limits
from wegwijzer.casework.delivery.refusing import refuse
from wegwijzer.kernel.errors import Invalid
from wegwijzer.kernel.text import gettext_noop as _

TOO_MANY = _("Het bestand bestaat uit te veel delen. Sla het opnieuw op als xlsx.")
UNSAFE = _("Het bestand bevat een onveilige verwijzing. Sla het opnieuw op als xlsx.")
MACROS = _("Het bestand bevat macro's. Sla het op als xlsx zonder macro's.")
LOCKED = _("Het bestand heeft een wachtwoord. Sla het op zonder wachtwoord.")
BROKEN = _("Het bestand is beschadigd. Open het in uw eigen programma en sla het opnieuw op.")
BINARY = _("Dit is een binair Excel-bestand (xlsb). Sla het op als xlsx.")
NO_SHEET = _("Dit archief is geen werkblad. Lever CSV, XLSX of ODS.")
TOO_LARGE = _(
    "Het bestand is uitgepakt veel te groot. Verwijder lege rijen of splits het in delen."
)
ENTITIES = _(
    "Het bestand bevat verwijzingen die niet in een werkblad horen. Sla het opnieuw op als xlsx."
)
FAR = _("Een cel staat ver buiten het werkblad. Verwijder lege rijen en kolommen en sla het op.")
LINKED = _("Het bestand verwijst naar een ander bestand. Plak de waarden en sla het opnieuw op.")
NOT_CALCULATED = _(
    "Het bestand heeft formules zonder uitkomst. "
    "Open het in uw eigen programma, sla het opnieuw op en lever het dan."
)
HIDDEN = _(
    "Het bestand heeft verborgen rijen of kolommen. Ook die zijn gelezen: "
    "haal ze weg als ze niet zijn gevraagd, en lever het bestand dan opnieuw."
)
ERRORS = _(
    "Het bestand heeft cellen met een foutmelding, zoals #N/B of #DEEL/0!. "
    "Die zijn gelezen als leeg."
)
MERGED = _(
    "Het bestand heeft samengevoegde cellen. Alleen de bovenste rij heeft de waarde; "
    "splits de cellen als zij voor elke rij geldt."
)


class WorkbookKind(StrEnum):
    """The archives that are read."""

    XLSX = "xlsx"
    ODS = "ods"


@dataclass(frozen=True, slots=True)
class Workbook:
    """What an archive is, and what its partner should know of it."""

    kind: WorkbookKind
    warnings: tuple[str, ...] = ()


ENTRY = b"PK\x01\x02"
PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
CHUNK = 1 << 20
OVERLAP = 256
# Below this much, how well something was packed says nothing.
SMALL = 20_000_000


def check_workbook(data: bytes, limits: Limits) -> Workbook:
    """Return what a workbook is, or refuse it. Memory stays small whatever the archive claims."""
    if data.count(ENTRY) > limits.max_entries:
        raise refuse(TOO_MANY)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_entries(entries, limits)
            kind = _kind_of(archive, {entry.filename for entry in entries})
            warnings = _check_content(archive, entries, limits)
    except Invalid:
        raise
    except Exception as broken:  # a made-up archive raises almost anything from zipfile
        raise refuse(BROKEN) from broken
    return Workbook(kind, warnings)


def _check_entries(entries: Sequence[zipfile.ZipInfo], limits: Limits) -> None:
    """Refuse an archive whose own list of contents gives it away."""
    if len(entries) > limits.max_entries:
        raise refuse(TOO_MANY)
    if len({entry.filename for entry in entries}) < len(entries):
        raise refuse(UNSAFE)
    for entry in entries:
        if entry.flag_bits & 1:
            raise refuse(LOCKED)
        if _is_unsafe(entry):
            raise refuse(UNSAFE)
        if entry.compress_type not in PACKINGS:
            raise refuse(BROKEN)


def _is_unsafe(entry: zipfile.ZipInfo) -> bool:
    """Return whether the entry would land outside its folder, or is a link."""
    path = entry.filename.replace("\\", "/")
    is_link = (entry.external_attr >> 16) & 0o170000 == 0o120000
    return is_link or path.startswith("/") or ":" in path or ".." in path.split("/")


MACRO_PARTS = re.compile(r"(?i)(.*vbaproject\w*\.bin|xl/macrosheets/.*|(basic|scripts)/.*)")
TYPES = "[Content_Types].xml"
MANIFEST = "META-INF/manifest.xml"


def _kind_of(archive: zipfile.ZipFile, names: set[str]) -> WorkbookKind:
    if any(map(MACRO_PARTS.fullmatch, names)) or b"macroEnabled" in _start_of(archive, TYPES):
        raise refuse(MACROS)
    if any(name.startswith("xl/externalLinks/") for name in names):
        raise refuse(LINKED)
    if "xl/workbook.xml" in names:
        return WorkbookKind.XLSX
    if "xl/workbook.bin" in names:
        raise refuse(BINARY)
    if "content.xml" in names and b"spreadsheet" in _start_of(archive, "mimetype"):
        if b"encryption-data" in _start_of(archive, MANIFEST):
            raise refuse(LOCKED)
        return WorkbookKind.ODS
    raise refuse(NO_SHEET)


def _start_of(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the first part of an entry, or nothing when there is none."""
    try:
        with archive.open(name) as part:
            return part.read(CHUNK)
    except KeyError:
        return b""


# A cell far outside any real sheet makes a reader reserve memory for everything before it.
FAR_CELL = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{1,20})(\d{1,20})[\"']")
LAST_ROW = 1_048_576
LAST_COLUMN = 2_000


def _check_content(
    archive: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo], limits: Limits
) -> tuple[str, ...]:
    """Count what really comes out, look for what no sheet has, and return what must be told."""
    total, told = 0, set[str]()
    for entry in entries:
        unpacked, tail = 0, b""
        is_xml = entry.filename.lower().endswith((".xml", ".rels"))
        with archive.open(entry) as part:
            while chunk := part.read(CHUNK):
                unpacked += len(chunk)
                total += len(chunk)
                if total > limits.unpacked_bytes or _is_bomb(unpacked, entry, limits):
                    raise refuse(TOO_LARGE)
                if is_xml:
                    _check_xml(tail + chunk)
                    told |= _told_of(tail + chunk)
                    tail = chunk[-OVERLAP:]
    return tuple(sorted(told))


def _is_bomb(unpacked: int, entry: zipfile.ZipInfo, limits: Limits) -> bool:
    packed = max(entry.compress_size, 1)
    return unpacked > SMALL and unpacked / packed > limits.max_ratio


# A formula whose outcome was never written, as programs write it that do not calculate; a reader
# would find an empty cell. An outcome that is an empty text is one.
UNCALCULATED = re.compile(
    rb"<c\b(?![^>]*\bt=\"str\")[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
    rb"|<table:table-cell\b(?![^>]*office:value-type)[^>]*\btable:formula="
)
# What a reader passes over in silence: a mark that is quickly sought, what it must be, the words.
SILENT: tuple[tuple[bytes, re.Pattern[bytes], str], ...] = (
    (b"hidden=", re.compile(rb"<(?:row|col)\b[^>]*\bhidden=\"(?:1|true)\""), HIDDEN),
    (b"visibility=", re.compile(rb"\btable:visibility=\"(?:collapse|filter)\""), HIDDEN),
    (b't="e"', re.compile(rb"<c\b[^>]*\bt=\"e\""), ERRORS),
    (b'value-type="error"', re.compile(rb"calcext:value-type=\"error\""), ERRORS),
    (b"rows-spanned=", re.compile(rb"number-rows-spanned=\"(?!1\")"), MERGED),
)


def _told_of(piece: bytes) -> set[str]:
    return {words for mark, whole, words in SILENT if mark in piece and whole.search(piece)}


def _check_xml(piece: bytes) -> None:
    if b"<!DOCTYPE" in piece or b"<!ENTITY" in piece:
        raise refuse(ENTITIES)
    if (b"<f" in piece or b"table:formula=" in piece) and UNCALCULATED.search(piece):
        raise refuse(NOT_CALCULATED)
    for letters, row in FAR_CELL.findall(piece):
        if len(letters) > 3 or len(row) > 7 or int(row) >= LAST_ROW:
            raise refuse(FAR)
        if len(letters) == 3 and _column(letters.upper()) > LAST_COLUMN:
            raise refuse(FAR)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
