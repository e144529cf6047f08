"""What may go wrong with a portfolio, and what is done about it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wegwijzer.programme.actions import course as actions
from wegwijzer.programme.queries import course as queries
from wegwijzer.programme.queries.portfolios import get_portfolio_row
from wegwijzer.programme.rules.course import LEVEL_LABELS, Level
from wegwijzer.programme.rules.portfolios import CONTRACTORS, check_contracts
from wegwijzer.web.answers import acted
from wegwijzer.web.commons import actor_of
from wegwijzer.web.corrections import shown_corrections
from wegwijzer.web.forms.course import RiskForm, typed_risk
from wegwijzer.web.forms.people import OutcomeForm
from wegwijzer.web.portfolios import about, weight_shown


@require_safe
def risks(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    portfolio = get_portfolio_row(actor, slug)
    rows = queries.list_risks(actor, slug)
    context = {
        **about(portfolio, "risks"),
        "open": [_shown(one) for one in rows if one.closed_date is None],
        "closed": [one for one in rows if one.closed_date is not None],
        "may_write": actor.has(*CONTRACTORS),
    }
    return render(request, "programme/risks.html", context)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    portfolio = get_portfolio_row(actor, slug)
    check_contracts(actor)
    form = RiskForm(request.POST or None)

    def act() -> None:
        actions.name_risk(actor, slug, form.content(), now=now())

    if form.is_valid() and acted(request, form, act, _("Het risico staat in de lijst.")):
        return redirect("portfolio-risks", slug)
    up = (portfolio.name, reverse("portfolio-risks", args=[slug]))
    context = {"form": form, "title": _("Risico toevoegen"), "up": up}
    status = 422 if request.method == "POST" else 200
    return render(request, "programme/portfolio_write.html", context, status=status)


@require_http_methods(["GET", "POST"])
def risk(request: HttpRequest, risk_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    row = queries.get_risk(actor, risk_id)
    check_contracts(actor)
    wish = request.POST.get("do", "")
    form = RiskForm(request.POST if wish == "change" else None, initial=typed_risk(row.content))
    close = OutcomeForm(request.POST if wish == "close" else None, prefix="close")
    acts = {
        "change": (form, lambda: actions.change_risk(actor, risk_id, form.content(), now=now()),
                   _("De wijziging is bewaard.")),
        "close": (close, lambda: actions.close_risk(
            actor, risk_id, close.cleaned_data["outcome"], now=now()),
            _("Het risico is afgesloten.")),
    }  # fmt: skip
    if wish in acts and acts[wish][0].is_valid() and acted(request, *acts[wish]):
        return redirect("portfolio-risks", row.portfolio_slug)
    is_open = row.closed_date is None
    context = {
        "row": row,
        "form": form if is_open else None,
        "close": close if is_open else None,
        "corrections": shown_corrections(actor, [risk_id]).get(risk_id),
    }
    return render(request, "programme/risk.html", context, status=422 if wish else 200)


def _shown(row: queries.RiskRow) -> dict[str, Any]:
    weight, badge = weight_shown(row.weight)
    chance, impact = _level(row.content.chance), _level(row.content.impact)
    return {"row": row, "weight": weight, "badge": badge, "chance": chance, "impact": impact}


def _level(level: Level) -> str:
    return _(LEVEL_LABELS[level])
