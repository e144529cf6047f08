"""Write a yearly report together: a chapter, a section, remarks, and who was first."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wegwijzer.annual_report import actions, queries
from wegwijzer.annual_report.queries import ChapterPage, SectionPage
from wegwijzer.annual_report.rules import chapters, figures, texts
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, DomainError, Invalid, NotAllowed, NotFound
from wegwijzer.web.answers import acted
from wegwijzer.web.forms.annual_report import ChapterForm, ReasonForm, RemarkForm, SectionForm
from wegwijzer.web.middleware import sentence
from wegwijzer.web.params import BadQuery
from wegwijzer.web.views.annual_report import CHAPTER_BADGES, actor_of


@require_http_methods(["GET", "POST"])
def new_chapter(request: HttpRequest, report_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_report(actor, report_id, now=now())
    _check_writes(page.may_write)
    form = ChapterForm(request.POST or None)
    made: list[UUID] = []

    def act() -> None:
        title = form.cleaned_data["title"]
        made.append(actions.add_chapter(actor, report_id, title, now=now()))

    if form.is_valid() and acted(request, form, act, _("Het hoofdstuk is toegevoegd.")):
        return redirect("annual-chapter", made[0])
    context = {"form": form, "page": page}
    status = 422 if form.errors else 200
    return render(request, "annual_report/chapter_new.html", context, status=status)


def _check_writes(may_write: bool) -> None:
    if not may_write:
        raise NotAllowed(
            _("U schrijft niet aan dit verslag, of het ligt vast. Lezen kan wel.")
        )  # fmt: skip


@require_http_methods(["GET", "POST"])
def chapter(request: HttpRequest, chapter_id: UUID) -> HttpResponse:
    page = queries.get_chapter(actor_of(request), chapter_id, now=now())
    forms = {
        "return": ReasonForm(request.POST if request.POST.get("do") == "return" else None),
        "rename": ChapterForm(
            request.POST if request.POST.get("do") == "rename" else None,
            initial={"title": page.title},
        ),
    }
    if request.method == "POST":
        gone = _do(request, page, forms)
        if gone is not None:
            return gone
    context = {
        "page": page,
        "status_label": chapters.STATUS_LABELS[page.status],
        "status_kind": CHAPTER_BADGES[page.status],
        "kind_label": chapters.KIND_LABELS[page.kind],
        "forms": forms,
        "remark_form": RemarkForm(),
        "open_remarks": sum(
            one.resolved_at is None for section in page.sections for one in section.remarks
        ),
    }
    status = 422 if any(form.errors for form in forms.values()) else 200
    return render(request, "annual_report/chapter.html", context, status=status)


def _do(request: HttpRequest, page: ChapterPage, forms: dict[str, Any]) -> HttpResponse | None:
    """Do what a button of the chapter asks; None when a form must be shown again."""
    actor, wish = actor_of(request), request.POST.get("do", "")
    plain = {
        "send": (actions.send_chapter, {}, _("Het hoofdstuk is aangeboden.")),
        "approve": (actions.approve_chapter, {}, _("Het hoofdstuk is goedgekeurd.")),
        "up": (actions.move_chapter, {"up": True}, _("Het hoofdstuk staat nu eerder.")),
        "down": (actions.move_chapter, {"up": False}, _("Het hoofdstuk staat nu later.")),
        "drop": (actions.drop_chapter, {}, _("Het hoofdstuk is weggelaten.")),
    }
    if wish in plain:
        act, values, told = plain[wish]
        act(actor, page.id, now=now(), **values)  # type: ignore[operator]
        messages.success(request, told)
        leaves = wish in ("drop", "up", "down")
        return redirect("annual-report", page.report_id) if leaves else _back(page.id)
    form = forms.get(wish)
    if form is None:
        raise BadQuery(_("Deze knop bestaat niet."))

    def asked() -> None:
        if wish == "return":
            actions.return_chapter(actor, page.id, form.cleaned_data["reason"], now=now())
        else:
            actions.rename_chapter(actor, page.id, form.cleaned_data["title"], now=now())

    done = form.is_valid() and acted(request, form, asked, _("De wijziging is bewaard."))
    return _back(page.id) if done else None


def _back(chapter_id: UUID, anchor: str = "") -> HttpResponse:
    response = redirect("annual-chapter", chapter_id)
    response["Location"] += f"#deel-{anchor}" if anchor else ""
    return response


@require_http_methods(["GET", "POST"])
def new_section(request: HttpRequest, chapter_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_chapter(actor, chapter_id, now=now())
    _check_writes(page.may_write)
    form = SectionForm(request.POST or None)

    def act() -> None:
        said = form.cleaned_data
        actions.add_section(
            actor, chapter_id, heading=said["heading"], body=said["body"], now=now()
        )

    if form.is_valid() and acted(request, form, act, _("De tekst is bewaard.")):
        return _back(chapter_id)
    context = {"form": form, "chapter": page, "figures": _figures(actor, page.report_id)}
    status = 422 if form.errors else 200
    return render(request, "annual_report/section_new.html", context, status=status)


@require_http_methods(["GET", "POST"])
def section(request: HttpRequest, section_id: UUID) -> HttpResponse:
    try:
        return _section(request, section_id)
    except (NotFound, NotAllowed, Conflict) as refusal:
        # While somebody wrote, the section went or the report was closed: give back what was typed.
        if not request.POST.get("body", "").strip() or request.POST.get("do") == "drop":
            raise
        return _given_back(request, refusal)


def _given_back(request: HttpRequest, refusal: DomainError) -> HttpResponse:
    """Show why a text could not be saved, and the text."""
    status = {NotFound: 404, NotAllowed: 403}.get(type(refusal), 409)
    context = {
        "told": "" if status == 404 else sentence(refusal),
        "heading": request.POST.get("heading", ""),
        "body": request.POST["body"],
    }
    return render(request, "annual_report/given_back.html", context, status=status)


def _section(request: HttpRequest, section_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_section(actor, section_id, now=now())
    _check_writes(page.may_write)
    if request.POST.get("do") == "drop":
        told = request.POST.get("version", "")
        seen = int(told) if told.isascii() and told.isdigit() else 0
        actions.drop_section(actor, section_id, version=seen, now=now())
        messages.success(request, _("Dit deel is weggelaten."))
        return _back(page.chapter_id)
    row = page.row
    initial = {"heading": row.heading, "body": row.body, "version": row.version}
    form = SectionForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        outcome = _save(request, section_id, form)
        if outcome is not None and outcome.is_saved:
            messages.success(request, _("De tekst is bewaard."))
            return _back(page.chapter_id, str(section_id))
        if outcome is not None:
            return _collided(request, section_id, form)
    context = {"page": page, "form": form, "figures": _figures(actor, page.report_id)}
    status = 422 if form.errors else 200
    return render(request, "annual_report/section.html", context, status=status)


def _save(request: HttpRequest, section_id: UUID, form: SectionForm) -> actions.Saved | None:
    """Return what became of the text, or None when the form says what is wrong with it."""
    said = form.cleaned_data
    try:
        return actions.save_section(
            actor_of(request),
            section_id,
            heading=said["heading"],
            body=said["body"],
            version=said["version"] or 0,
            now=now(),
        )
    except Invalid as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, sentence(refusal))
        return None


def _collided(request: HttpRequest, section_id: UUID, form: SectionForm) -> HttpResponse:
    """Show both texts and the difference; saving again goes on top of the other's."""
    actor = actor_of(request)
    page = queries.get_section(actor, section_id, now=now())
    said = form.cleaned_data
    theirs, mine = _whole(page.row.heading, page.row.body), _whole(said["heading"], said["body"])
    again = SectionForm(
        initial={"heading": said["heading"], "body": said["body"], "version": page.row.version}
    )
    context = {
        "page": page,
        "form": again,
        "collided": True,
        "theirs": theirs,
        "mine": mine,
        "difference": texts.difference(theirs, mine),
        "figures": _figures(actor, page.report_id),
    }
    return render(request, "annual_report/section.html", context, status=409)


def _whole(heading: str, body: str) -> str:
    """Return a section as one text: its heading above it, if it has one."""
    return "\n\n".join(filter(None, (heading.strip(), body.strip())))


@require_POST
def claim(request: HttpRequest, section_id: UUID) -> HttpResponse:
    actions.claim_section(actor_of(request), section_id, now=now())
    return redirect("annual-section", section_id)


@require_POST
def remark(request: HttpRequest, section_id: UUID) -> HttpResponse:
    actor, form = actor_of(request), RemarkForm(request.POST)
    page: SectionPage = queries.get_section(actor, section_id, now=now())
    if not form.is_valid():
        messages.error(request, _("Schrijf op wat u opviel."))
        return _back(page.chapter_id, str(section_id))
    actions.make_remark(actor, section_id, form.cleaned_data["text"], now=now())
    return _back(page.chapter_id, str(section_id))


@require_POST
def resolve(request: HttpRequest, remark_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    chapter_id = queries.get_chapter_of_remark(actor, remark_id)
    actions.resolve_remark(actor, remark_id, now=now())
    return _back(chapter_id)


def _figures(actor: Actor, report_id: UUID) -> list[tuple[str, str, str]]:
    """Return what may be referred to: slug, name and the number of now."""
    rows = queries.list_figures(actor, report_id)
    return [(row["slug"], figures.BY_SLUG[row["slug"]].name, row["shown"]) for row in rows]
