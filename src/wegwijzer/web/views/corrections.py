"""Set right what was recorded wrongly; what stood there stays to be read."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wegwijzer.kernel.errors import NotFound
from wegwijzer.programme.actions.corrections import correct_entry
from wegwijzer.programme.queries.corrections import EntryPage, get_entry
from wegwijzer.programme.queries.course import objective_states
from wegwijzer.programme.rules.corrections import Entry
from wegwijzer.programme.rules.portfolios import check_contracts
from wegwijzer.web.answers import acted
from wegwijzer.web.commons import actor_of
from wegwijzer.web.forms.corrections import form_for, typed_in
from wegwijzer.web.forms.course import short_choices

PAGES = {Entry.OBJECTIVE: "objective", Entry.ACTIVITY: "activity", Entry.RISK: "risk"}
TITLES = {
    Entry.RESULT: lambda: _("Resultaat verbeteren"),
    Entry.PLAN: lambda: _("Plan verbeteren"),
    Entry.OBJECTIVE: lambda: _("Doelstelling verbeteren"),
    Entry.ACTIVITY: lambda: _("Activiteit verbeteren"),
    Entry.RISK: lambda: _("Risico verbeteren"),
}


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, kind: str, entry_id: UUID) -> HttpResponse:
    if kind not in list(Entry):
        raise NotFound
    actor = actor_of(request)
    page = get_entry(actor, Entry(kind), entry_id)
    check_contracts(actor)
    if not page.is_recorded:
        return redirect(_page_of(page))
    known = objective_states(actor, page.portfolio_slug)
    objectives = {key: text for key, text, _state in known}
    form = form_for(page, request.POST or None, short_choices(objectives))

    def act() -> None:
        after, reason = typed_in(form)
        correct_entry(actor, page.entry, entry_id, after, reason=reason, now=now())

    if form.is_valid() and acted(
        request, form, act, _("Verbeterd. Wat er stond, blijft te lezen.")
    ):
        return redirect(_page_of(page))
    context = {
        "form": form,
        "title": TITLES[page.entry](),
        "up": (page.portfolio_name, _page_of(page)),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "programme/portfolio_write.html", context, status=status)


def _page_of(page: EntryPage) -> str:
    """Return where an entry is read."""
    if page.entry in PAGES:
        return reverse(PAGES[page.entry], args=[page.id])
    return reverse("portfolio", args=[page.portfolio_slug])
