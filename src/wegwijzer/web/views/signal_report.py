"""Write a signal down: blocks of a form that can be kept at any moment, with or without scripts."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed
from wegwijzer.network.rules import Role
from wegwijzer.signals import actions, queries, rules
from wegwijzer.signals.rules import Event, Report
from wegwijzer.subjects.rules import KIND_LABELS, SubjectFacts, SubjectKind, SubjectRole
from wegwijzer.web.forms.signals import ReportForm, SubjectForm, labelled, typed_in
from wegwijzer.web.middleware import sentence
from wegwijzer.web.params import BadQuery

MOST_BLOCKS = 50
Told = list[SubjectFacts]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The form as a whole: the report and a block for everything that it is about."""

    report: ReportForm
    blocks: list[SubjectForm]

    def is_valid(self) -> bool:
        """Return whether everything typed can be kept; all errors are found, not the first."""
        return all([self.report.is_valid(), *(block.is_valid() for block in self.blocks)])

    def facts(self, actor: Actor) -> list[SubjectFacts]:
        """Return what was typed about each subject."""
        return [block.facts(actor.participant_id, now().date()) for block in self.blocks]


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not actor.has(Role.PARTNER_REPORTER):
        raise NotAllowed(_("Alleen een melder van een deelnemer kan een signaal vastleggen."))
    if request.method == "GET":
        return _page(request, Sheet(_report_form(actor), []))
    sheet = _posted(request, actor)
    if not sheet.is_valid():
        return _page(request, sheet, status=422)
    try:
        return _kept(request, sheet, None)
    except Conflict:
        return _again(request, sheet)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    page, told = queries.get_draft(actor, signal_id, now=now())
    if request.method == "GET":
        if "nazien" in request.GET:
            return _page(request, _looked_over(actor, signal_id, page.report, told), page)
        return _page(request, _filled(actor, page.report, told), page)
    sheet = _posted(request, actor)
    if sheet.is_valid():
        return _kept(request, sheet, page)
    return _page(request, sheet, page, status=422)


@require_http_methods(["GET", "POST"])
def discard(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    page, _told = queries.get_draft(actor, signal_id, now=now())
    if request.method == "POST":
        actions.discard_signal(actor, signal_id, now=now())
        messages.success(request, _("Het concept is weggegooid."))
        return redirect("signals")
    context = {
        "question": _("Concept %(number)s weggooien?") % {"number": page.row.number},
        "explanation": _("Het concept en alles wat erin staat wordt vernietigd."),
        "confirm_label": _("Weggooien"),
        "cancel_url": reverse("signal-edit", args=[signal_id]),
        "danger": True,
    }
    return render(request, "confirm.html", context)


def _kept(request: HttpRequest, sheet: Sheet, page: queries.SignalPage | None) -> HttpResponse:
    """Keep what was typed, then do what the button asked; what is kept is never lost again."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    wish, _colon, detail = request.POST.get("do", "save").partition(":")
    told = _with_wish(sheet.facts(actor), actor, wish, detail)
    try:
        signal_id = _save(request, page, sheet, told)
    except Invalid as refusal:
        _point_out(sheet, refusal.field, sentence(refusal))
        return _page(request, sheet, page, status=422)
    edit_url = reverse("signal-edit", args=[signal_id])
    if wish == "submit":
        return _submitted(request, actor, signal_id, f"{edit_url}?nazien=ja#error-summary")
    if wish == "save":
        messages.success(request, _("Het concept is bewaard. U kunt later verder."))
        return redirect("signal", signal_id)
    return redirect(f"{edit_url}#block-{len(told)}" if wish == "add" else f"{edit_url}#subjects")


def _again(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """Keep a form that was sent before in the draft that it made, while that can be changed."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    made = rules.draft_id(actor.person_id, UUID(_key(request)))
    page = queries.get_signal(actor, made, now=now())
    if Event.CHANGE in page.may:
        return _kept(request, sheet, page)
    messages.info(request, _("Dit signaal was al ingediend."))
    return redirect("signal", page.id)


def _key(request: HttpRequest) -> str:
    """Return the key of the form, the same however often it is sent."""
    try:
        return str(UUID(request.POST.get("key", "")))
    except ValueError:
        return str(uuid4())


def _save(request: HttpRequest, page: queries.SignalPage | None, sheet: Sheet, told: Told) -> UUID:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    report = sheet.report.report()
    if page is None:
        key = UUID(_key(request))
        return actions.draft_signal(actor, report, subjects=told, now=now(), key=key)
    # A place in the network that the form does not ask for stays as it was.
    report = dataclasses.replace(report, municipality_code=page.report.municipality_code)
    actions.change_signal(actor, page.id, report, subjects=told, now=now())
    return page.id


def _submitted(
    request: HttpRequest, actor: Actor, signal_id: UUID, look_again: str
) -> HttpResponse:
    try:
        actions.submit_signal(actor, signal_id, now=now())
    except Invalid:
        return redirect(look_again)
    messages.success(request, _("Het signaal is ingediend bij de signaalcoördinator."))
    return redirect("signal", signal_id)


def _with_wish(
    told: list[SubjectFacts], actor: Actor, wish: str, detail: str
) -> list[SubjectFacts]:
    """Return the subjects with one more, or one less, as the button asked."""
    if wish == "add":
        kind, role = _kind_and_role(detail)
        empty = SubjectFacts(
            kind=kind,
            role=role,
            source_participant_id=actor.participant_id,
            first_processed_date=now().date(),
        )
        return [*told, empty]
    if wish == "remove":
        return [one for position, one in enumerate(told) if str(position) != detail]
    if wish not in ("save", "submit"):
        raise BadQuery(_("Deze knop bestaat niet."))
    return told


def _kind_and_role(detail: str) -> tuple[SubjectKind, SubjectRole]:
    if detail == SubjectRole.VICTIM:
        return SubjectKind.PERSON, SubjectRole.VICTIM
    try:
        return SubjectKind(detail), SubjectRole.SUBJECT
    except ValueError:
        raise BadQuery(_("Deze soort bestaat niet.")) from None


def _report_form(actor: Actor, data: Any = None, initial: Any = None) -> ReportForm:
    return ReportForm(
        data,
        initial=initial,
        phenomena=queries.list_phenomena(actor, on=now().date()),
        participant_kind=actor.participant_kind,
    )


def _posted(request: HttpRequest, actor: Actor) -> Sheet:
    """Return the form as it was sent, with as many blocks as it says it has."""
    count = request.POST.get("blocks", "0")
    if not (count.isascii() and count.isdigit() and int(count) <= MOST_BLOCKS):
        raise BadQuery(_("Dit formulier is niet te lezen."))
    blocks = []
    for position in range(int(count)):
        prefix = f"subjects-{position}"
        try:
            kind = SubjectKind(request.POST.get(f"{prefix}-kind", ""))
            role = SubjectRole(request.POST.get(f"{prefix}-role") or SubjectRole.SUBJECT)
        except ValueError:
            raise BadQuery(_("Dit formulier is niet te lezen.")) from None
        blocks.append(SubjectForm(request.POST, prefix=prefix, kind=kind, role=role))
    return Sheet(_report_form(actor, request.POST), blocks)


def _filled(actor: Actor, report: Report, told: Sequence[SubjectFacts]) -> Sheet:
    """Return the form as it was kept."""
    return Sheet(
        _report_form(actor, initial=dataclasses.asdict(report)),
        [
            SubjectForm(
                prefix=f"subjects-{position}", initial=typed_in(one), kind=one.kind, role=one.role
            )
            for position, one in enumerate(told)
        ],
    )


def _looked_over(
    actor: Actor, signal_id: UUID, report: Report, told: Sequence[SubjectFacts]
) -> Sheet:
    """Return the form as it was kept, with everything pointed out that keeps it from going."""
    typed = {name: value for name, value in dataclasses.asdict(report).items() if value}
    blocks = []
    for position, one in enumerate(told):
        prefix = f"subjects-{position}"
        data = {f"{prefix}-{name}": value for name, value in typed_in(one).items()}
        blocks.append(SubjectForm(data, prefix=prefix, kind=one.kind, role=one.role))
    sheet = Sheet(_report_form(actor, typed), blocks)
    sheet.is_valid()
    for fault in queries.list_faults(actor, signal_id):
        _point_out(sheet, fault.field, sentence(fault))
    return sheet


def _point_out(sheet: Sheet, field: str | None, told: str) -> None:
    """Put an error at the field it is about, of the report or of one of the blocks."""
    kind, _dash, rest = (field or "").partition("-")
    if kind == "subjects" and rest:
        position, _dash, name = rest.partition("-")
        block = sheet.blocks[int(position)]
        block.add_error(name if name in block.fields else None, told)
    else:
        sheet.report.add_error(field if field in sheet.report.fields else None, told)


def _page(
    request: HttpRequest,
    sheet: Sheet,
    page: queries.SignalPage | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    numbered = list(enumerate(sheet.blocks))
    context = {
        "form": sheet.report,
        "blocks": sheet.blocks,
        "ordinary": [(position, block) for position, block in numbered if not block.victim],
        "victims": [(position, block) for position, block in numbered if block.victim],
        "kinds": labelled(KIND_LABELS),
        "page": page,
        "key": _key(request),
        "returned": _returned(page),
        "faults": _faults(sheet),
        "kept": status == 200,
    }
    return render(request, "signals/report.html", context, status=status)


def _faults(sheet: Sheet) -> list[tuple[str, str, str]]:
    """Return every error of the whole form: anchor, label, sentence."""
    found = []
    for form in (sheet.report, *sheet.blocks):
        if form.is_bound:
            found += [("", "", str(told)) for told in form.non_field_errors()]
            for bound in (one for one in form if not one.is_hidden):
                group = bound.field.widget.use_fieldset
                anchor = f"{bound.auto_id}_0" if group else bound.auto_id
                found += [(anchor, str(bound.label), str(told)) for told in bound.errors]
    return found


def _returned(page: queries.SignalPage | None) -> queries.CheckRow | None:
    """Return why the coordinator gave the signal back, if that is how it stands."""
    if page is None or page.row.status is not rules.Status.RETURNED or not page.checks:
        return None
    return page.checks[0]
