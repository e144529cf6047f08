"""Begin an exploration, change its setup, invite people, and lead it from stage to stage."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wegwijzer.exploration import actions, queries
from wegwijzer.exploration.queries import SessionPage
from wegwijzer.exploration.rules.sessions import Setup, Stage, check_opener
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, NotAllowed, NotFound
from wegwijzer.network.queries import list_people, list_regions
from wegwijzer.programme.queries.portfolios import portfolio_names
from wegwijzer.web import params
from wegwijzer.web.answers import acted
from wegwijzer.web.commons import actor_of
from wegwijzer.web.exploration import about
from wegwijzer.web.forms.exploration import SetupForm, typed_in
from wegwijzer.web.middleware import sentence

MOST_PEOPLE = 200


def _form(request: HttpRequest, setup: Setup) -> SetupForm:
    regions = [(str(row.id), row.name) for row in list_regions(on=now().date())]
    names = portfolio_names(actor_of(request))
    # A portfolio that the programme does not know, out of older data, is not lost by an edit.
    if setup.portfolio:
        names.setdefault(setup.portfolio, setup.portfolio)
    return SetupForm(
        request.POST or None,
        regions=regions,
        portfolios=list(names.items()),
        initial=typed_in(setup),
    )


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    check_opener(actor)
    about_one = params.text(request, "portfolio")
    known = about_one in portfolio_names(actor)
    form = _form(request, Setup(title="", question="", portfolio=about_one if known else ""))
    made: list[UUID] = []
    if form.is_valid():

        def act() -> None:
            made.append(actions.open_session(actor, form.setup(), now=now()))

        done = _("De verkenning staat klaar. Nodig mensen uit en open het verzamelen.")
        if acted(request, form, act, done):
            return redirect("exploration", made[0])
    context = {"form": form, "title": _("Nieuwe verkenning")}
    return render(request, "exploration/setup.html", context, status=422 if form.is_bound else 200)


def _led(actor: Actor, session_id: UUID) -> SessionPage:
    page = queries.get_session(actor, session_id)
    if not page.is_chair:
        raise NotAllowed(_("Dit doet een voorzitter van de verkenning. Vraag het een van hen."))
    return page


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, session_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = _led(actor, session_id)
    form = _form(request, page.setup)
    if form.is_valid():

        def act() -> None:
            actions.change_session(actor, session_id, form.setup(), now=now())

        if acted(request, form, act, _("De opzet is gewijzigd.")):
            return redirect("exploration", session_id)
    context = about(page, "") | {"form": form, "title": _("Opzet van de verkenning")}
    return render(request, "exploration/setup.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def people(request: HttpRequest, session_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = _led(actor, session_id)
    if request.method == "POST":
        _invite(request, actor, session_id)
        return redirect(request.get_full_path())
    regions = list_regions(on=now().date())
    region = params.identifier(request, "region") or actor.region_id
    if region not in {row.id for row in regions}:
        raise params.BadQuery(_("Deze regio bestaat niet."))
    known = {one for one, _name in (*page.chairs, *page.invited)}
    rows = list_people(actor, on=now().date(), region_id=region)[:MOST_PEOPLE]
    found = {row.id: row for row in rows if row.id not in known}
    context = about(page, "") | {
        "regions": regions,
        "region": region,
        "people": list(found.values()),
    }
    return render(request, "exploration/people.html", context)


def _invite(request: HttpRequest, actor: Actor, session_id: UUID) -> None:
    chosen = [params.known(one) for one in request.POST.getlist("person")]
    wish = request.POST.get("do", "")
    try:
        if wish == "remove":
            for one in chosen:
                actions.uninvite_person(actor, session_id, one, now=now())
        elif chosen:
            actions.invite_people(actor, session_id, chosen, chair=wish == "chair", now=now())
    except Conflict as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, _("Bewaard wie er meedoet."))


@require_POST
def stage(request: HttpRequest, session_id: UUID) -> HttpResponse:
    try:
        to, seen = Stage(request.POST.get("to", "")), Stage(request.POST.get("seen", ""))
    except ValueError:
        raise NotFound from None
    try:
        actions.move_stage(actor_of(request), session_id, to, seen=seen, now=now())
    except Conflict as refusal:
        messages.error(request, sentence(refusal))
    name = {Stage.VOTING: "exploration-vote", Stage.FOCUSING: "exploration-focus"}
    page = queries.get_session(actor_of(request), session_id)
    return redirect(name.get(page.stage, "exploration"), session_id)
