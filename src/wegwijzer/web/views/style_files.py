"""The files of the house style: marks, templates, and pictures of what they look like. Public."""

from functools import lru_cache

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from wegwijzer.brand.documents.mail import render_mail
from wegwijzer.brand.documents.pdf import render_pages
from wegwijzer.brand.documents.slides import render_pptx
from wegwijzer.brand.documents.word import render_docx
from wegwijzer.brand.marks import NETWORK, Form, Mark, Tone, draw_png, draw_svg
from wegwijzer.brand.templates import TEMPLATES, Name
from wegwijzer.kernel.errors import NotFound
from wegwijzer.network.queries import list_regions

A_DAY = 24 * 60 * 60
OFFICE = "application/vnd.openxmlformats-officedocument."
MARK_TYPES = {"svg": ("image/svg+xml", draw_svg), "png": ("image/png", draw_png)}
# Which forms a template has, by its name and then by its ending.
KINDS: dict[Name, tuple[str, ...]] = {
    Name.LETTER: ("docx",),
    Name.REPORT: ("docx",),
    Name.MINUTES: ("docx",),
    Name.PRESENTATION: ("pptx",),
    Name.MAIL: ("html", "txt"),
}
TYPES = {
    "docx": OFFICE + "wordprocessingml.document",
    "pptx": OFFICE + "presentationml.presentation",
    "html": "text/html; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}


def list_marks() -> list[Mark]:
    """List the mark of the network, and of each region that exists today."""
    return [NETWORK, *(Mark(one.code, one.name) for one in list_regions(on=localdate()))]


def mark_of(code: str) -> Mark:
    """Return the mark with a code."""
    for one in list_marks():
        if one.code == code:
            return one
    raise NotFound


@login_not_required
@require_safe
def mark(request: HttpRequest, code: str, form: str, tone: str, kind: str) -> HttpResponse:
    if form not in list(Form) or tone not in list(Tone) or kind not in MARK_TYPES:
        raise NotFound
    content_type, draw = MARK_TYPES[kind]
    drawn = draw(mark_of(code), Form(form), Tone(tone))
    return _file(drawn, content_type, f"merk-{code.lower()}-{form}-{tone}.{kind}")


@login_not_required
@require_safe
def template(request: HttpRequest, code: str, name: str, kind: str) -> HttpResponse:
    if name not in list(Name) or kind not in KINDS[Name(name)]:
        raise NotFound
    made = _template(mark_of(code), Name(name), kind)
    return _file(made, TYPES[kind], f"{name}-{code.lower()}.{kind}")


@login_not_required
@require_safe
def picture(request: HttpRequest, code: str, name: str, page: int) -> HttpResponse:
    if name not in list(Name):
        raise NotFound
    pages = _pages(mark_of(code), Name(name))
    if not 1 <= page <= len(pages):
        raise NotFound
    return _file(pages[page - 1], "image/png", f"{name}-{page}.png")


@lru_cache(maxsize=64)
def _template(mark: Mark, name: Name, kind: str) -> bytes:
    """Return a template as a file; a region asks for the same file again and again."""
    document = TEMPLATES[name].make(mark)
    if kind == "docx":
        return render_docx(document)
    if kind == "pptx":
        return render_pptx(document)
    page, plain = render_mail(document)
    return (page if kind == "html" else plain).encode()


@lru_cache(maxsize=64)
def _pages(mark: Mark, name: Name) -> list[bytes]:
    """Return pictures of the pages of a template, made by the same renderer as its PDF."""
    return render_pages(TEMPLATES[name].make(mark), ppi=80)


def _file(content: bytes, content_type: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    patch_cache_control(answer, public=True, max_age=A_DAY)
    return answer
