"""What lies behind and ahead, on one line of time with a table under it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from wegwijzer.kernel.errors import NotFound
from wegwijzer.programme.queries.portfolios import portfolio_names
from wegwijzer.programme.queries.roadmap import list_roadmap
from wegwijzer.web import params
from wegwijzer.web.commons import actor_of
from wegwijzer.web.roadmap import drawn


@require_safe
def roadmap(request: HttpRequest) -> HttpResponse:
    actor, today = actor_of(request), localdate()
    slug = params.text(request, "portfolio")
    names = portfolio_names(actor)
    if slug and slug not in names:
        raise NotFound
    context = {
        "map": drawn(list_roadmap(actor, on=today, slug=slug), today),
        "names": names.items(),
        "slug": slug,
        "name": names.get(slug, ""),
    }
    return render(request, "programme/roadmap.html", context)
