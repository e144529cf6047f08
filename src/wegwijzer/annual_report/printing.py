"""Set a report on paper: PDF/UA in two columns, from the data of its edition alone."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wegwijzer.annual_report.wording import document_of
from wegwijzer.brand.documents import pdf
from wegwijzer.brand.typeface import FONTS


def render_pdf(content: Mapping[str, Any], *, fonts: Path = FONTS) -> bytes:
    """Return the report as PDF/UA; what it says is data to the template, never markup."""
    return pdf.render_pdf(document_of(content), fonts=fonts)
