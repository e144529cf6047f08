"""Every Dutch text that a person can read, as the source has it; and the English catalogue.

``python -m tests.architecture.texts`` renews the catalogue and keeps what was translated.
"""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import django
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "wegwijzer"
CATALOGUE = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "django.po"
MARKS = ["_", "gettext", "gettext_noop", "gettext_lazy", "ngettext", "ngettext_lazy"]
Text = str | tuple[str, str]


def source_texts() -> set[Text]:
    """Return every marked text, one with a plural as a pair, and the names of the phenomena."""
    marked = {text for path in sorted(PACKAGE.rglob("*")) for text in texts_in(path)}
    shipped = json.loads((PACKAGE / "signals" / "data.json").read_text())
    return marked | {phenomenon["name"] for phenomenon in shipped["phenomena"]}


def texts_in(path: Path) -> Iterator[Text]:
    """Yield the marked texts of one file."""
    if path.suffix == ".py" and "migrations" not in path.parts:
        source = path.read_text()
    elif path.suffix == ".html":
        from django.utils.translation.template import templatize

        # What stands between the texts keeps its indentation, which Python would not accept.
        source = "\n".join(line.lstrip() for line in templatize(path.read_text()).splitlines())
    else:
        return
    for _line, mark, found, _comments in extract_python(
        io.BytesIO(source.encode()), MARKS, [], {"encoding": "utf-8"}
    ):
        texts = (found,) if isinstance(found, str) else tuple(t for t in found or () if t)
        if texts and mark.startswith("ngettext"):
            yield texts[0], texts[1]
        elif texts:
            yield texts[0]


def catalogue() -> Catalog:
    """Return the English catalogue."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en")


def renew() -> None:
    """Write the catalogue anew: texts that went are left out, new ones wait for a translation."""
    known = {message.id: message.string for message in catalogue() if message.id}
    fresh = Catalog(locale="en", project="Wegwijzer", header_comment="# English.", fuzzy=False)
    for text in sorted(source_texts(), key=str):
        named = "%(" in (text if isinstance(text, str) else text[0])
        fresh.add(text, known.get(text, ""), flags=("python-format",) if named else ())
    with CATALOGUE.open("wb") as file:
        write_po(file, fresh, no_location=True, sort_output=True, width=100, omit_header=False)


if __name__ == "__main__":
    django.setup()
    renew()
