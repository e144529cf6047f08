"""Chances to work together: two items of two regions, why they go together, what both say."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wegwijzer.commons import actions, queries
from wegwijzer.commons.queries import AnswerRow, ChanceList, ChanceRow, ChancesWanted, ItemPage
from wegwijzer.commons.rules.chances import RELATION_LABELS, Answer
from wegwijzer.commons.rules.items import WRITERS
from wegwijzer.kernel.actor import Actor
from wegwijzer.web import params
from wegwijzer.web.answers import acted, from_address
from wegwijzer.web.commons import Names, Shown, actor_of, phenomenon_names, reasons_in_words, shown
from wegwijzer.web.forms.chances import AnswerForm, ChanceFilterForm, OutcomeForm

ANSWER_BADGES = {Answer.YES: "success", Answer.NOT_NOW: "warning", Answer.NO: "danger"}


@dataclass(frozen=True, slots=True)
class ShownChance:
    """A chance in the language of the reader, the item of the own region first."""

    row: ChanceRow
    one: Shown
    other: Shown
    relation: str
    reasons: list[tuple[str, str]]
    answers: list[tuple[AnswerRow, str, str]]


def _shown(actor: Actor, row: ChanceRow, names: Names) -> ShownChance:
    both = sorted((row.first, row.second), key=lambda item: item.region_id != actor.region_id)
    return ShownChance(
        row,
        shown(both[0], names),
        shown(both[1], names),
        _(RELATION_LABELS[row.relation]),
        reasons_in_words(row.reasons, names),
        [(one, _short(one.answer), ANSWER_BADGES[one.answer]) for one in row.answers],
    )


def _short(answer: Answer) -> str:
    """Return an answer where there is no room for the whole sentence."""
    return {Answer.YES: _("Ja"), Answer.NOT_NOW: _("Nu niet"), Answer.NO: _("Nee")}[answer]


@require_safe
def chances(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    wanted = ChancesWanted(
        answer=params.choice(request, "answer", Answer),
        everywhere=params.text(request, "everywhere") in ("on", "1"),
        phenomenon=params.text(request, "phenomenon"),
    )
    names = phenomenon_names(actor)
    page = _listed(request, actor, wanted)
    form = ChanceFilterForm(
        request.GET or None, phenomena=sorted(names.items(), key=lambda pair: pair[1])
    )
    context = {
        "page": page,
        "chances": [_shown(actor, row, names) for row in page.rows],
        "form": form,
        "narrowed": bool(wanted.phenomenon) or wanted.everywhere,
        "everywhere": wanted.everywhere,
        "tabs": _tabs(request, actor),
        "current": wanted.answer.value if wanted.answer else "",
    }
    return render(request, "commons/chances.html", context)


def _tabs(request: HttpRequest, actor: Actor) -> list[tuple[str, str, str, int]]:
    counts = queries.count_chances(actor)
    kept = [(key, request.GET[key]) for key in ("phenomenon", "everywhere") if request.GET.get(key)]
    labels = [("", _("Nog niet beantwoord")), *((one.value, _short(one)) for one in Answer)]
    return [
        (key, label, "?" + urlencode([*kept, *([("answer", key)] if key else [])]), counts[key])
        for key, label in labels
    ]


def _listed(request: HttpRequest, actor: Actor, wanted: ChancesWanted) -> ChanceList:
    with from_address():
        return queries.list_chances(actor, wanted, after=params.text(request, "after"))


@require_http_methods(["GET", "POST"])
def chance(request: HttpRequest, chance_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    row = queries.get_chance(actor, chance_id)
    names = phenomenon_names(actor)
    wish = request.POST.get("do", "")
    answering = _answer_form(request, actor, row, wish)
    ending = OutcomeForm(
        request.POST if wish == "outcome" else None, initial={"outcome": row.outcome}
    )
    if wish == "answer" and answering.is_valid() and _answered(request, chance_id, answering):
        return redirect("chance", chance_id)
    if wish == "outcome" and ending.is_valid() and _ended(request, chance_id, ending):
        return redirect("chance", chance_id)
    found = _shown(actor, row, names)
    both = [queries.get_item(actor, one.row.id) for one in (found.one, found.other)]
    context = {
        "chance": found,
        "both": both,
        "compared": _compared(both, (found.one, found.other)),
        "answering": answering,
        "ending": ending,
        "may_answer": row.is_own and actor.has(*WRITERS),
        "has_yes": any(one.answer is Answer.YES for one in row.answers),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "commons/chance.html", context, status=status)


def _answer_form(request: HttpRequest, actor: Actor, row: ChanceRow, wish: str) -> AnswerForm:
    said = next((one for one in row.answers if one.region_id == actor.region_id), None)
    initial = {"answer": said.answer.value, "note": said.note} if said else None
    return AnswerForm(request.POST if wish == "answer" else None, initial=initial)


def _answered(request: HttpRequest, chance_id: UUID, form: AnswerForm) -> bool:
    answer, note = Answer(form.cleaned_data["answer"]), form.cleaned_data["note"]

    def act() -> None:
        actions.answer_chance(actor_of(request), chance_id, answer, note=note, now=now())

    return acted(request, form, act, _("Het antwoord van uw regio is bewaard."))


def _ended(request: HttpRequest, chance_id: UUID, form: OutcomeForm) -> bool:
    def act() -> None:
        outcome = form.cleaned_data["outcome"]
        actions.record_outcome(actor_of(request), chance_id, outcome=outcome, now=now())

    return acted(request, form, act, _("Bewaard wat ervan kwam."))


def _compared(both: list[ItemPage], shown_both: tuple[Shown, Shown]) -> list[tuple[str, Any, Any]]:
    """Return the two items side by side; what neither has is left out."""
    one, other = both[0].content, both[1].content
    rows = [
        (_("Soort"), shown_both[0].kind, shown_both[1].kind),
        (_("Fenomeen"), shown_both[0].phenomena, shown_both[1].phenomena),
        (_("Portefeuille"), shown_both[0].portfolio, shown_both[1].portfolio),
        (_("Plaats"), one.place, other.place),
        (_("Jaar"), both[0].row.year, both[1].row.year),
        (_("Methode"), one.method, other.method),
        (_("Bronnen"), one.sources, other.sources),
        (_("Samenvatting"), one.summary, other.summary),
        (_("Aanspreekpunt"), _contact(both[0]), _contact(both[1])),
    ]
    return [row for row in rows if row[1] or row[2]]


def _contact(page: ItemPage) -> str:
    content = page.content
    return ", ".join(part for part in (content.contact_name, content.contact_reach) if part)
