"""Which role asks for which training: for everybody to read, for the national centre to decide."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wegwijzer.academy.actions import demands as actions
from wegwijzer.academy.queries.demands import list_demands
from wegwijzer.academy.queries.training import list_programmes
from wegwijzer.academy.rules.training import check_demands, may_demand
from wegwijzer.kernel.errors import NotFound
from wegwijzer.network.rules import ROLE_LABELS, Role
from wegwijzer.web.answers import acted
from wegwijzer.web.commons import actor_of
from wegwijzer.web.forms.academy import DemandForm

# Whoever holds the role must be able to follow the training first.
NOTICE = timedelta(days=182)


@require_http_methods(["GET", "POST"])
def demands(request: HttpRequest) -> HttpResponse:
    actor, today = actor_of(request), now().date()
    wish = request.POST.get("do", "")
    if request.method == "POST":
        check_demands(actor)
        if wish == "withdraw":
            return _withdrawn(request)
    programmes = [(one.slug, one.title) for one in list_programmes(actor, today=today)]
    form = DemandForm(
        request.POST if wish else None,
        programmes=programmes,
        initial={"starts_on": today + NOTICE},
    )
    if form.is_valid() and acted(
        request, form, lambda: _demand(request, form), _("De rol vraagt deze opleiding.")
    ):
        return redirect("training-demands")
    context = {
        "rows": [(row, _(ROLE_LABELS[Role(row.role)])) for row in list_demands(actor, on=today)],
        "form": form,
        "programmes": programmes,
        "may_demand": may_demand(actor),
        "today": today,
        "tab": "demands",
    }
    return render(request, "academy/demands.html", context, status=422 if wish else 200)


def _demand(request: HttpRequest, form: DemandForm) -> None:
    told = form.cleaned_data
    actions.demand_programme(
        actor_of(request),
        Role(told["role"]),
        told["programme"],
        starts_on=told["starts_on"],
        now=now(),
    )


def _withdrawn(request: HttpRequest) -> HttpResponse:
    role = request.POST.get("role", "")
    if role not in set(Role):
        raise NotFound
    slug = request.POST.get("programme", "")
    actions.withdraw_demand(actor_of(request), Role(role), slug, now=now())
    messages.success(request, _("De rol vraagt deze opleiding niet meer."))
    return redirect("training-demands")
