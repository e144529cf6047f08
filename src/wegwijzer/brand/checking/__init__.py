"""Say whether an uploaded document or presentation follows the house style."""

from itertools import islice

from wegwijzer.brand.checking.document import check_document
from wegwijzer.brand.checking.findings import Finding, Severity
from wegwijzer.brand.checking.package import open_package
from wegwijzer.brand.checking.slides import check_slides

__all__ = ["Finding", "Severity", "check_style"]

MAX_FINDINGS = 500


def check_style(content: bytes, *, filename: str) -> list[Finding]:
    """Return what in a DOCX or PPTX does not follow the house style, the gravest first."""
    package = open_package(content, filename=filename)
    found = check_document(package) if package.kind == "docx" else check_slides(package)
    order = list(Severity)
    return sorted(islice(found, MAX_FINDINGS), key=lambda finding: order.index(finding.severity))
