"""Carry the typeface of the house in a Word document, so that it looks the same everywhere."""

from functools import lru_cache
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from wegwijzer.brand import tokens
from wegwijzer.brand.typeface import FONTS

OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
# Who does not take the typeface from the file reads this one, which every Windows has.
INSTEAD = "Segoe UI"
FACES = {"embedRegular": "Regular", "embedBold": "Bold"}
_HIDDEN = 32


def carry_typeface(word: Word, folder: Path = FONTS) -> None:
    """Name the typeface in the list of fonts and put its files in the document.

    Without the files the list still says which letters come nearest.
    """
    table = word.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    listed = parse_xml(table.blob)
    font = parse_xml(
        f'<w:font {nsdecls("w")} w:name="{tokens.font_family()}"><w:altName w:val="{INSTEAD}"/>'
        '<w:panose1 w:val="020B0503030403020204"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
    )
    for tag, face in FACES.items():
        file = folder / f"{tokens.font_family().replace(' ', '')}-{face}.ttf"
        if file.is_file():
            key, content = _obfuscated(file)
            name = PackURI(f"/word/fonts/{face.lower()}.odttf")
            part = Part(name, OBFUSCATED, content, table.package)
            held = OxmlElement(f"w:{tag}")
            held.set(qn("r:id"), table.relate_to(part, RELATIONSHIP_TYPE.FONT))
            held.set(qn("w:fontKey"), key)
            font.append(held)
            _say_embedded(word)
    listed.append(font)
    table._blob = serialize_part_xml(listed)


def _say_embedded(word: Word) -> None:
    """Let the settings say once that fonts are in the file; it stands right after the zoom."""
    settings = word.settings.element
    if settings.find(qn("w:embedTrueTypeFonts")) is None:
        settings.insert(1, OxmlElement("w:embedTrueTypeFonts"))


@lru_cache(maxsize=4)
def _obfuscated(file: Path) -> tuple[str, bytes]:
    """Return the key and the font with its first bytes mixed with that key.

    Bron: ECMA-376 deel 4, 17.8.1.
    """
    made = uuid5(NAMESPACE_URL, file.name)
    content, key = bytearray(file.read_bytes()), made.bytes[::-1]
    for place in range(_HIDDEN):
        content[place] ^= key[place % len(key)]
    return f"{{{str(made).upper()}}}", bytes(content)
