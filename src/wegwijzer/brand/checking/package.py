"""Open an Office file without trusting it: bounded in size, number and kind of XML."""

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from wegwijzer.kernel.errors import Invalid
from wegwijzer.kernel.text import gettext_noop as _

MAX_BYTES = 20_000_000
MAX_UNPACKED = 200_000_000
MAX_PART = 8_000_000
MAX_XML = 24_000_000
MAX_NODES, MAX_DEPTH = 400_000, 100
MAX_RATIO = 200
MAX_ENTRIES = 3_000
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OLE = b"\xd0\xcf\x11\xe0"
_MAIN = {"docx": "word/document.xml", "pptx": "ppt/presentation.xml"}
_BROKEN = _("Dit bestand is niet te lezen. Sla het opnieuw op als DOCX of PPTX.")
_TOO_LARGE = _(
    "Dit bestand is uitgepakt te groot. Verklein de afbeeldingen en probeer het opnieuw."
)

_TOO_FULL = _("Dit bestand is te groot om te toetsen. Deel het op en toets elk deel.")


@dataclass(slots=True)
class Package:
    """An opened file; ``read`` and ``nodes`` count what was unpacked so far."""

    kind: str
    archive: zipfile.ZipFile
    names: frozenset[str]
    read: int = 0
    nodes: int = 0

    def find(self, name: str) -> Element | None:
        """Return a part as XML, or None when the file has no such part."""
        if name not in self.names:
            return None
        try:
            with self.archive.open(name) as stream:
                content = stream.read(MAX_PART + 1)
            self.read += len(content)
            if len(content) > MAX_PART or self.read > MAX_XML:
                raise Invalid(_TOO_LARGE, field="file")
            root: Element = fromstring(content, forbid_dtd=True)
        except (
            ParseError, DefusedXmlException, zipfile.BadZipFile, zlib.error,
            OSError, EOFError, ValueError, LookupError, RuntimeError, NotImplementedError,
        ) as error:  # fmt: skip
            raise Invalid(_BROKEN, field="file") from error
        self._check_shape(root)
        return root

    def _check_shape(self, root: Element) -> None:
        """Refuse XML so deep or so full that going through it would take long."""
        level = [root]
        for _depth in range(MAX_DEPTH):
            self.nodes += len(level)
            level = [child for node in level for child in node]
            if self.nodes > MAX_NODES:
                break
        if level:
            raise Invalid(_TOO_FULL, field="file")

    def starting(self, prefix: str) -> list[str]:
        """Return the XML parts of which the name starts so, in the order of their numbers."""
        found = [n for n in self.names if n.startswith(prefix) and n.endswith(".xml")]
        return sorted(found, key=lambda name: (len(name), name))


def open_package(content: bytes, *, filename: str) -> Package:
    """Open a DOCX or PPTX; refuse what is too large, locked, old or something else."""
    if len(content) > MAX_BYTES:
        raise Invalid(_("Dit bestand is groter dan 20 MB. Verklein de afbeeldingen."), field="file")
    if content.startswith(_OLE):
        raise Invalid(
            _("Dit bestand heeft een wachtwoord of een oude vorm (DOC, PPT). "
              "Sla het zonder wachtwoord op als DOCX of PPTX."),
            field="file",
        )  # fmt: skip
    kind = filename.lower().rpartition(".")[2]
    if kind not in _MAIN:
        raise Invalid(_("Kies een bestand dat eindigt op .docx of .pptx."), field="file")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, struct.error) as error:
        raise Invalid(_BROKEN, field="file") from error
    _check_entries(entries)
    package = Package(kind, archive, frozenset(entry.filename for entry in entries))
    if _MAIN[kind] not in package.names:
        raise Invalid(_BROKEN, field="file")
    return package


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse a file that unpacks to far more than it weighs, or in a manner Office never uses."""
    if any(entry.compress_type not in _PACKINGS for entry in entries):
        raise Invalid(_BROKEN, field="file")
    size = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > MAX_ENTRIES or size > MAX_UNPACKED or size > MAX_RATIO * max(packed, 1):
        raise Invalid(_TOO_LARGE, field="file")
