"""One definition for all: the list, one word with its versions, and how each region stands."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wegwijzer.commons import actions, queries
from wegwijzer.commons.queries import TermPage, VersionRow
from wegwijzer.commons.rules import terms as rules
from wegwijzer.commons.rules.items import WRITERS
from wegwijzer.commons.rules.terms import (
    POSITION_LABELS,
    TERM_STATUS_LABELS,
    Position,
    TermStatus,
)
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotAllowed
from wegwijzer.web import params
from wegwijzer.web.answers import acted
from wegwijzer.web.commons import actor_of
from wegwijzer.web.forms.terms import (
    AdoptForm,
    AnswerForm,
    CommentForm,
    ConsultForm,
    ProposalForm,
    TermFilterForm,
    UseForm,
    WithdrawForm,
)

STATUS_BADGES = {
    TermStatus.PROPOSED: "neutral",
    TermStatus.CONSULTED: "info",
    TermStatus.ADOPTED: "success",
    TermStatus.REPLACED: "warning",
    TermStatus.WITHDRAWN: "neutral",
}
POSITION_BADGES = {
    Position.AGREE: "success",
    Position.COMMENT: "warning",
    Position.DISAGREE: "danger",
}
USUAL = timedelta(days=28)


@require_safe
def terms(request: HttpRequest) -> HttpResponse:
    actor, today = actor_of(request), localdate()
    show, text = params.text(request, "show"), params.text(request, "q")
    waiting = _waiting(actor, today)
    page = queries.list_terms(
        actor,
        text=text,
        proposed=show == "voorstellen",
        on=today,
        after=params.text(request, "after"),
        before=params.text(request, "before"),
    )
    context = {
        "page": page,
        "rows": [(row, _(TERM_STATUS_LABELS[row.proposed]) if row.proposed else "",
                  STATUS_BADGES[row.proposed] if row.proposed else "") for row in page.rows],
        "waiting": waiting,
        "form": TermFilterForm(request.GET or None),
        "narrowed": bool(text),
        "show": show,
        "tabs": [("", _("Alle woorden"), "?"),
                 ("voorstellen", _("Voorstellen"), "?show=voorstellen")],
        "may_propose": actor.has(*rules.PROPOSERS),
    }  # fmt: skip
    return render(request, "terms/terms.html", context)


def _waiting(actor: Actor, today: date) -> list[queries.TermRow]:
    if not actor.has(*rules.SPEAKERS):
        return []
    return queries.list_waiting_terms(actor, on=today)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    rules.check_role(actor, rules.PROPOSERS, rules.MAY_NOT_PROPOSE)
    form = ProposalForm(request.POST or None)
    made: list[str] = []

    def act() -> None:
        made.append(actions.propose_term(actor, form.proposal(), now=now()))

    done = _("Uw voorstel staat er. Raadpleeg nu de regio's.")
    if form.is_valid() and acted(request, form, act, done):
        return redirect("term", made[0])
    status = 422 if request.method == "POST" else 200
    return render(request, "terms/write.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest, slug: str) -> HttpResponse:
    """Propose another text, or change the one that is proposed."""
    actor = actor_of(request)
    page = queries.get_term_page(actor, slug, on=localdate())
    _check_may_change(actor, page)
    proposed, base = page.proposed, page.proposed or page.in_force
    initial = {"text": base.text, "source": base.source if proposed else ""} if base else {}
    if proposed:
        initial["reason"] = proposed.reason
    form = ProposalForm(request.POST or None, name=page.name, initial=initial)

    def act() -> None:
        if proposed:
            actions.change_proposal(actor, proposed.id, form.proposal(), now=now())
        else:
            actions.propose_version(actor, slug, form.proposal(), now=now())

    if form.is_valid() and acted(request, form, act, _("De nieuwe tekst is bewaard.")):
        return redirect("term", slug)
    context = {"form": form, "page": page, "proposed": proposed}
    status = 422 if request.method == "POST" else 200
    return render(request, "terms/write.html", context, status=status)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_term_page(actor, slug, on=localdate())
    _check_may_change(actor, page)
    proposed = page.proposed
    if proposed is None:
        return redirect("term", slug)
    form = WithdrawForm(request.POST or None)

    def act() -> None:
        reason = form.cleaned_data["reason"]
        actions.withdraw_proposal(actor, proposed.id, reason=reason, now=now())

    done = _("Het voorstel is ingetrokken; het blijft leesbaar.")
    if form.is_valid() and acted(request, form, act, done):
        return redirect("term", slug)
    context = {
        "form": form,
        "about": page.name,
        "question": _("Dit voorstel intrekken?"),
        "explanation": proposed.text,
        "confirm_label": _("Intrekken"),
        "cancel_url": reverse("term", args=[slug]),
        "danger": True,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "confirm.html", context, status=status)


def _check_may_change(actor: Actor, page: TermPage) -> None:
    """Refuse who proposes nothing, and who would change what another region proposed."""
    rules.check_role(actor, rules.PROPOSERS, rules.MAY_NOT_PROPOSE)
    if page.proposed and not page.may_change:
        raise NotAllowed(rules.MAY_NOT_CHANGE)


@require_safe
def compare(request: HttpRequest, slug: str, old: int, new: int) -> HttpResponse:
    """Show what changed from one version to another, word by word."""
    page = queries.get_term_page(actor_of(request), slug, on=localdate())
    numbered = {one.number: one for one in page.versions}
    if old not in numbered or new not in numbered or old == new:
        raise Http404
    context = {
        "page": page,
        "old": shown_version(numbered[old]),
        "new": shown_version(numbered[new]),
        "pieces": rules.differences(numbered[old].text, numbered[new].text),
    }
    return render(request, "terms/compare.html", context)


@require_http_methods(["GET", "POST"])
def term(request: HttpRequest, slug: str) -> HttpResponse:
    actor, today = actor_of(request), localdate()
    page = queries.get_term_page(actor, slug, on=today)
    wish = request.POST.get("do", "")
    shown = _forms(request, actor, page, wish)
    if wish in shown and _done(request, actor, page, wish, shown[wish]):
        return redirect("term", slug)
    if request.method == "POST" and wish not in shown:
        raise NotAllowed(_("Dit kunt u met uw rol nu niet doen bij deze definitie."))
    status = 422 if request.method == "POST" else 200
    return render(request, "terms/term.html", _context(actor, page, shown, today), status=status)


def _forms(request: HttpRequest, actor: Actor, page: TermPage, wish: str) -> dict[str, forms.Form]:
    """Return the forms that this actor has use for now, by the wish of their button."""
    today, found = localdate(), dict[str, forms.Form]()

    def typed(name: str) -> Any:
        return request.POST if wish == name else None

    own = next((one for one in page.regions if one.region_id == actor.region_id), None)
    heads = own is not None and actor.has(*rules.SPEAKERS)
    if page.proposed and page.may_change:
        until = max(today, page.proposed.until or today) + USUAL
        found["consult"] = ConsultForm(typed("consult"), initial={"until": until})
    if page.proposed and actor.has(*WRITERS):
        found["comment"] = CommentForm(typed("comment"))
    if page.proposed and page.proposed.status is TermStatus.CONSULTED:
        if heads and own and today <= (page.proposed.until or today):
            said = {"position": own.position, "comment": own.comment} if own.position else None
            found["answer"] = AnswerForm(typed("answer"), initial=said)
        if actor.has(*rules.DECIDERS):
            found["adopt"] = AdoptForm(typed("adopt"), initial={"on": today})
    if page.in_force and heads and own:
        first = page.in_force.adopted_date
        initial = {"from_date": today, "note": own.note}
        found["use"] = UseForm(typed("use"), first=first, initial=initial)
    return found


def _done(
    request: HttpRequest, actor: Actor, page: TermPage, wish: str, form: forms.Form
) -> bool:  # fmt: skip
    """Return whether what was asked for is done."""
    if not form.is_valid():
        return False
    typed = form.cleaned_data
    counts, proposed = page.in_force, page.proposed
    version = counts.id if wish == "use" and counts else proposed.id if proposed else None
    assert version is not None, "a form without a version to be about"
    acts: dict[str, tuple[Callable[[], object], str]] = {
        "consult": (
            lambda: actions.open_consultation(actor, version, until=typed["until"], now=now()),
            _("De regio's zijn geraadpleegd."),
        ),
        "comment": (
            lambda: actions.comment_on_term(actor, version, typed["said"], now=now()),
            _("Uw reactie staat erbij."),
        ),
        "answer": (
            lambda: actions.answer_consultation(
                actor, version, Position(typed["position"]), comment=typed["comment"], now=now()
            ),
            _("Het antwoord van uw regio is bewaard."),
        ),
        "adopt": (
            lambda: actions.adopt_term(
                actor, version, source=typed["source"], on=typed["on"], now=now()
            ),
            _("Vastgesteld: dit is nu de definitie voor alle regio's."),
        ),
        "use": (lambda: actions.use_term(actor, version, now=now(), **typed),
                _("Bewaard: iedereen ziet vanaf wanneer uw regio hiermee werkt.")),
    }  # fmt: skip
    act, done = acts[wish]
    return acted(request, form, act, done)


def _context(
    actor: Actor, page: TermPage, shown: dict[str, forms.Form], today: date
) -> dict[str, Any]:  # fmt: skip
    proposed, counts = page.proposed, page.in_force
    answered = sum(one.position is not None for one in page.regions)
    number = counts.number if counts else None
    return {
        "page": page,
        "forms": shown,
        "counts": shown_version(counts) if counts else None,
        "proposed": shown_version(proposed) if proposed else None,
        "regions": [(one, *_position(one.position), one.uses == number) for one in page.regions],
        "answered": answered,
        "total": len(page.regions),
        "closed": bool(proposed and proposed.until and today > proposed.until),
        "ready": answered == len(page.regions),
        "uses": sum(one.uses == number for one in page.regions) if number else 0,
        "history": [shown_version(one) for one in page.versions],
        "pieces": rules.differences(counts.text, proposed.text) if counts and proposed else (),
        "may_propose": page.may_change if proposed else actor.has(*rules.PROPOSERS),
    }


def shown_version(row: VersionRow) -> dict[str, Any]:
    """Return a version in the language of the reader."""
    return {
        "row": row,
        "status": _(TERM_STATUS_LABELS[row.status]),
        "badge": STATUS_BADGES[row.status],
        "answers": [(one, *_position(one.position)) for one in row.answers.values()],
    }


def _position(position: Position | None) -> tuple[str, str]:
    if position is None:
        return _("Nog geen antwoord"), "neutral"
    return _(POSITION_LABELS[position]), POSITION_BADGES[position]
