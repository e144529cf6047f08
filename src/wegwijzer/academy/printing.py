"""Set a certificate on paper, as PDF/UA."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

from wegwijzer.brand.documents.blocks import Document, Heading, Kind, Text, points
from wegwijzer.brand.documents.pdf import render_pdf
from wegwijzer.brand.typeface import FONTS


def render_certificate(content: Mapping[str, Any], *, fonts: Path = FONTS) -> bytes:
    """Return the certificate as PDF/UA; what it says is data to the template, never markup."""
    return render_pdf(_document_of(content), fonts=fonts)


def _document_of(content: Mapping[str, Any]) -> Document:
    """Return the certificate as a document, in the language that its sentences are in."""
    return Document(
        title=content["heading"],
        subtitle=content["title"],
        kind=Kind.CERTIFICATE,
        language=get_language() or "nl",
        reference=content["number"],
        blocks=(
            Text(content["said"]),
            Heading(content["name"], 1),
            Text(content["followed"]),
            Heading(content["title"], 2),
            *([points(*content["modules"])] if content["modules"] else []),
            Text(content["valid"]),
            Text(content["check"]),
        ),
    )
