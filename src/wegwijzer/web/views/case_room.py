"""The pages of one case: overview, subjects and hits, items, decisions, log."""

from itertools import groupby
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wegwijzer.casework import actions, queries
from wegwijzer.casework.queries import CaseHead, ItemWanted
from wegwijzer.kernel.errors import Invalid
from wegwijzer.law.vocabulary import Category, Relation, Tier
from wegwijzer.subjects.rules import (
    HANDLING_LABELS,
    INFORMATION_RELIABILITY_LABELS,
    SOURCE_RELIABILITY_LABELS,
    Sameness,
)
from wegwijzer.web import params
from wegwijzer.web.acts import ACT_LABELS
from wegwijzer.web.answers import from_address
from wegwijzer.web.forms.casework import ItemFilterForm, JudgeForm
from wegwijzer.web.middleware import sentence
from wegwijzer.web.views.casework import actor_of, badge_kind, place_in_list
from wegwijzer.web.views.signals import apart

T = TypeVar("T")
SHOWN_HITS = 50


def about(head: CaseHead, tab: str) -> dict[str, Any]:
    """Return what every page of a case shows."""
    items = f"{queries.MOST_COUNTED:,}+".replace(",", ".") if head.items > 1_000 else head.items

    def url(name: str) -> str:
        return reverse(name, args=[head.id])

    return {
        "head": head,
        "tab": tab,
        "badge_kind": badge_kind(head.status),
        "tab_items": [
            ("overview", _("Overzicht"), url("case")),
            ("subjects", _("Betrokkenen"), url("case-subjects")),
            ("hits", _("Treffers"), url("case-hits")),
            ("items", _("Gegevens"), url("case-items"), items),
            ("requests", _("Verzoeken"), url("case-requests"), head.requests),
            ("decisions", _("Besluiten"), url("case-decisions")),
            ("log", _("Logboek"), url("case-log")),
        ],
    }


@require_safe
def overview(request: HttpRequest, case_id: UUID) -> HttpResponse:
    page = queries.get_case(actor_of(request), case_id, now=now())
    return render(request, "casework/overview.html", about(page.head, "overview") | {"page": page})


@require_safe
def subjects(request: HttpRequest, case_id: UUID) -> HttpResponse:
    after = params.number(request, "after") or 0
    page = queries.list_case_subjects(actor_of(request), case_id, now=now(), after=after)
    context = about(page.head, "subjects") | {
        "groups": [(group.signal, *apart(group.subjects)) for group in page.groups],
        "after": str(page.after or ""),
    }
    return render(request, "casework/subjects.html", context)


@require_safe
def hits(request: HttpRequest, case_id: UUID) -> HttpResponse:
    after = params.number(request, "after") or 0
    page = queries.find_hits(actor_of(request), case_id, now=now(), after=after)
    to_judge = [hit for hit in page.hits if hit.match.judgement is None]
    judged = [hit for hit in page.hits if hit.match.judgement is not None]
    context = about(page.head, "hits") | {
        "page": page,
        "hits": [*to_judge, *judged][:SHOWN_HITS],
        "to_judge": len(to_judge),
        "after": str(page.after or ""),
    }
    return render(request, "casework/hits.html", context)


@require_http_methods(["GET", "POST"])
def hit(request: HttpRequest, case_id: UUID, subject_ref: UUID, other_ref: UUID) -> HttpResponse:
    actor = actor_of(request)
    pair = queries.get_hit(actor, case_id, subject_ref, other_ref, now=now())
    if request.POST.get("do") == "undo" and pair.hit.match.judgement_id:
        actions.undo_hit_judgement(actor, case_id, pair.hit.match.judgement_id, now=now())
        messages.success(request, _("Het oordeel is ingetrokken."))
        return redirect("case-hit", case_id, subject_ref, other_ref)
    form = JudgeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.judge_hit(
                actor,
                case_id,
                (subject_ref, other_ref),
                sameness=Sameness(form.cleaned_data["sameness"]),
                reason=form.cleaned_data["reason"],
                now=now(),
            )
        except Invalid as wrong:
            form.add_error("reason", sentence(wrong))
        else:
            messages.success(request, _("Uw oordeel over de treffer is vastgelegd."))
            return redirect("case-hits", case_id)
    context = about(pair.head, "hits") | {"pair": pair, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "casework/hit.html", context, status=status)


@require_safe
def items(request: HttpRequest, case_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    tier = params.number(request, "tier")
    if tier not in (None, *Tier):
        raise params.BadQuery(_("Deze laag bestaat niet."))
    wanted = ItemWanted(
        supplier_id=params.identifier(request, "supplier"),
        category=params.choice(request, "category", Category),
        tier=Tier(tier) if tier else None,
        relation=params.choice(request, "relation", Relation),
        text=params.text(request, "q"),
    )
    with from_address():
        page = queries.list_items(actor, case_id, wanted, now=now(), **place_in_list(request))
    context = about(page.head, "items") | {
        "page": page.page,
        "form": ItemFilterForm(request.GET or None, suppliers=page.suppliers),
        "narrowed": wanted != ItemWanted(),
    }
    return render(request, "casework/items.html", context)


@require_safe
def item(request: HttpRequest, ref: UUID) -> HttpResponse:
    page = queries.get_item(actor_of(request), ref, now=now())
    row = page.row
    context = about(page.head, "items") | {
        "page": page,
        "row": row,
        "source_label": _(labelled(SOURCE_RELIABILITY_LABELS, row.source_reliability)),
        "information_label": _(
            labelled(INFORMATION_RELIABILITY_LABELS, row.information_reliability)
        ),
        "handling_label": _(labelled(HANDLING_LABELS, row.handling)),
    }
    return render(request, "casework/item.html", context)


def labelled(labels: dict[T, str], code: str) -> str:
    """Return what a code means."""
    return next(label for key, label in labels.items() if key == code)


@require_safe
def decisions(request: HttpRequest, case_id: UUID) -> HttpResponse:
    page = queries.list_decisions(actor_of(request), case_id, now=now())
    return render(
        request, "casework/decisions.html", about(page.head, "decisions") | {"page": page}
    )


@require_safe
def log(request: HttpRequest, case_id: UUID) -> HttpResponse:
    after = params.number(request, "after")
    page = queries.list_case_log(actor_of(request), case_id, now=now(), after=after)
    told = [(line, _(ACT_LABELS.get(line.act, line.act))) for line in page.lines]
    context = about(page.head, "log") | {
        # What one person reads time and again is one line to a reader.
        "lines": [
            next(same)
            for _key, same in groupby(told, key=lambda one: (one[1], one[0].name, one[0].outcome))
        ],
        "after": str(page.after or ""),
    }
    return render(request, "casework/log.html", context)
