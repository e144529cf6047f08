"""A document of the house as a file to keep: the same words as PDF or as Word."""

from django.http import HttpResponse

from wegwijzer.brand.documents.blocks import Document
from wegwijzer.brand.documents.pdf import render_pdf
from wegwijzer.brand.documents.word import render_docx
from wegwijzer.kernel.errors import NotFound
from wegwijzer.web.templatetags.wegwijzer import BUILD

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def document_file(document: Document, kind: str, name: str) -> HttpResponse:
    """Answer with a document as the kind of file that was asked for; others don't exist."""
    if kind == "pdf":
        answer = HttpResponse(render_pdf(document, fonts=BUILD / "fonts"), content_type=PDF)
    elif kind == "docx":
        answer = HttpResponse(render_docx(document), content_type=WORD)
    else:
        raise NotFound
    answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return answer
