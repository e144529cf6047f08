"""Awareness meetings: find, ask, plan, agree, tell how it was, and count."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from wegwijzer.academy.actions import awareness as actions
from wegwijzer.academy.queries import awareness as queries
from wegwijzer.academy.queries.awareness import MeetingList, MeetingPage, MeetingsWanted
from wegwijzer.academy.rules import awareness as rules
from wegwijzer.academy.rules.awareness import MARKS, STEP_LABELS, MeetingState, Step, TargetGroup
from wegwijzer.commons.rules.items import WRITERS
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, NotFound
from wegwijzer.network.queries import list_people, list_regions
from wegwijzer.web import params
from wegwijzer.web.answers import acted, from_address
from wegwijzer.web.awareness import (
    YEARS,
    event_of,
    groups_of,
    lines_of,
    month_after,
    month_of,
    shown,
    tabs_of,
)
from wegwijzer.web.calendars import calendar_file
from wegwijzer.web.commons import actor_of, phenomenon_names
from wegwijzer.web.forms.awareness import (
    FiguresFilterForm,
    FollowUpForm,
    HoldForm,
    MeetingFilterForm,
    OutcomeForm,
    PlanForm,
    StepForm,
    WordsForm,
)
from wegwijzer.web.middleware import sentence

FIRST_YEAR, LAST_YEAR = 2000, 2100


@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    own = params.text(request, "show") == "eigen"
    wanted = MeetingsWanted(
        region_id=params.identifier(request, "region"),
        state=params.choice(request, "state", MeetingState),
        target_group=params.choice(request, "target_group", TargetGroup),
        year=_year(request),
        own=own,
    )
    page = _listed(request, actor, wanted)
    chosen = (wanted.region_id, wanted.state, wanted.target_group, wanted.year)
    context = {
        "page": page,
        "rows": [shown(row) for row in page.rows],
        "form": MeetingFilterForm(request.GET or None, regions=_regions(), years=_years()),
        "narrowed": any(chosen),
        "tabs": tabs_of(),
        "tab": "own" if own else "all",
        "may_request": rules.may_request(actor),
    }
    return render(request, "academy/awareness/list.html", context)


def _listed(request: HttpRequest, actor: Actor, wanted: MeetingsWanted) -> MeetingList:
    after, before = params.text(request, "after"), params.text(request, "before")
    with from_address():
        return queries.list_meetings(actor, wanted, after=after, before=before)


def _year(request: HttpRequest) -> int | None:
    year = params.number(request, "year")
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise params.BadQuery(_("Dit adres bevat geen jaar dat kan."))
    return year


def _years() -> list[int]:
    return list(range(localdate().year + 1, localdate().year - YEARS, -1))


def _regions() -> list[tuple[str, str]]:
    return [(str(one.id), one.name) for one in list_regions(on=localdate())]


@require_safe
def month(request: HttpRequest) -> HttpResponse:
    actor, today = actor_of(request), localdate()
    day = params.day(request, "month") or today
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise params.BadQuery(_("Dit adres bevat geen jaar dat kan."))
    first = day.replace(day=1)
    region = params.identifier(request, "region")
    found = queries.list_days(actor, since=first, until=month_after(first), region_id=region)
    context = {
        "first": first,
        "days": month_of(first, found, today),
        "week": [date(2024, 1, number) for number in range(1, 8)],
        "earlier": month_after(first, -1),
        "later": month_after(first),
        "regions": _regions(),
        "region": str(region or ""),
        "is_cut": len(found) == queries.MOST_IN_MONTH,
        "is_empty": not found,
        "tabs": tabs_of(),
        "tab": "month",
        "may_request": rules.may_request(actor),
    }
    return render(request, "academy/awareness/month.html", context)


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    actor, today = actor_of(request), localdate()
    year, region = _year(request) or today.year, params.identifier(request, "region")
    found = queries.tally_meetings(actor, since=year - YEARS + 1, until=year)
    years = list(range(year - YEARS + 1, year + 1))
    lines, regions = lines_of(found, years), _regions()
    typed = {"year": str(year), "region": str(region or "")}
    groups = groups_of(found, year, region)
    context = {
        "form": FiguresFilterForm(typed, regions=regions, years=_years()),
        "year": str(year),
        "first_year": str(years[0]),
        "years": [str(one) for one in years],
        "lines": lines,
        "region_name": dict(regions).get(str(region or ""), ""),
        "groups": groups,
        "stats": [
            (_("Gehouden bijeenkomsten"), sum(row[1] for row in groups)),
            (_("Deelnemers"), sum(row[2] for row in groups)),
            (_("Doelgroepen bereikt"), len(groups)),
        ],
        "tabs": tabs_of(),
        "tab": "figures",
    }
    return render(request, "academy/awareness/figures.html", context)


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Return what comes, and what was this month, for a calendar program."""
    since, region = localdate().replace(day=1), params.identifier(request, "region")
    found = queries.list_days(actor_of(request), since=since, region_id=region)
    return calendar_file((event_of(request, row) for row in found), "bewustwording")


@require_safe
def invitation(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Return one meeting for a calendar program."""
    row = queries.get_meeting(actor_of(request), meeting_id).row
    if row.day is None or row.state in (MeetingState.REQUESTED, MeetingState.CANCELLED):
        raise NotFound
    return calendar_file([event_of(request, row)], "bijeenkomst")


@require_http_methods(["GET", "POST"])
def meeting(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    page = queries.get_meeting(actor, meeting_id)
    form = FollowUpForm(request.POST if request.POST.get("do") == "agree" else None)
    if request.method == "POST" and _followed_up(request, page, form):
        return redirect("awareness-meeting", meeting_id)
    names = phenomenon_names(actor)
    mean = rules.average(page.marks)
    context = {
        "page": page,
        "one": shown(page.row),
        "phenomenon": names.get(page.row.phenomenon, page.row.phenomenon),
        "may_change": Step.CHANGE in page.may,
        "steps": [(slug, one) for slug, one in STEPS.items() if one.step in page.may],
        "turn": _turn(page),
        "took_place": page.row.state in rules.TOOK_PLACE,
        "may_share": page.row.state is MeetingState.EVALUATED
        and page.inside is not None
        and actor.has(*WRITERS),
        "has_day": page.row.state in (MeetingState.PLANNED, *rules.SHARED),
        "marks": [(_(MARKS[mark]), page.marks.get(mark, 0)) for mark in reversed(MARKS)],
        "answers": sum(page.marks.values()),
        "mean": mean,
        "entries": _entries(page),
        "form": form,
        "today": localdate(),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "academy/awareness/meeting.html", context, status=status)


def _followed_up(request: HttpRequest, page: MeetingPage, form: FollowUpForm) -> bool:
    """Return whether an agreement was made or ticked off."""
    actor = actor_of(request)
    if request.POST.get("do") == "agree":

        def act() -> None:
            actions.agree_follow_up(actor, page.row.id, now=now(), **form.cleaned_data)

        return form.is_valid() and acted(request, form, act, _("De afspraak staat erbij."))
    known = {str(one.id): one.id for one in page.inside.follow_ups} if page.inside else {}
    if request.POST.get("done") not in known:
        raise NotFound
    try:
        actions.finish_follow_up(actor, known[request.POST["done"]], now=now())
        messages.success(request, _("Afgevinkt."))
    except Conflict as refusal:
        messages.error(request, sentence(refusal))
    return True


def _turn(page: MeetingPage) -> str:
    """Return who does what now."""
    if not page.sides:
        return ""
    return {
        MeetingState.REQUESTED: _("De regio stelt een dag en sprekers voor."),
        MeetingState.PLANNED: _("De gemeente bevestigt de dag, of vraagt een andere."),
        MeetingState.CONFIRMED: _("De dag staat vast. Noteer na afloop hoeveel mensen er waren."),
        MeetingState.HELD: _("Vul in wat de deelnemers vonden en wat u ervan leerde."),
    }.get(page.row.state, "")


def _entries(page: MeetingPage) -> list[dict[str, Any]]:
    steps = page.inside.steps if page.inside else ()
    return [
        {
            "at": one.taken_at,
            "text": _(STEP_LABELS[one.step]),
            "who": one.by_name,
            "detail": one.words,
        }
        for one in steps
    ]


@dataclass(frozen=True, slots=True)
class Way:
    """How a step is taken: its names, what it says when done, and its form."""

    step: Step
    title: Any
    done: Any
    form: type[StepForm]
    act: Callable[[Actor, UUID, Any], None]
    kind: str = ""
    lead: Any = ""


def _words(act: Callable[..., None]) -> Callable[[Actor, UUID, Any], None]:
    return lambda actor, key, form: act(actor, key, words=form.cleaned_data["words"], now=now())


# The steps by their word in the address, the one to take first in front.
STEPS = {
    "bevestigen": Way(
        Step.CONFIRM, gettext_lazy("Dag bevestigen"),
        gettext_lazy("Bevestigd. De bijeenkomst staat in de agenda van het netwerk."), StepForm,
        lambda actor, key, form: actions.confirm_meeting(actor, key, now=now()), "primary",
        gettext_lazy("De bijeenkomst gaat dan door op deze dag, en alle regio's zien haar."),
    ),
    "plannen": Way(
        Step.PLAN, gettext_lazy("Dag voorstellen"),
        gettext_lazy("Voorgesteld. De gemeente ziet het bij haar werk en bevestigt."), PlanForm,
        lambda actor, key, form: actions.plan_meeting(actor, key, form.plan(), now=now()),
        "primary",
    ),
    "opkomst": Way(
        Step.HOLD, gettext_lazy("Opkomst noteren"), gettext_lazy("De opkomst is genoteerd."),
        HoldForm,
        lambda actor, key, form: actions.hold_meeting(
            actor, key, attended=form.cleaned_data["attended"], now=now()
        ), "primary",
    ),
    "evaluatie": Way(
        Step.EVALUATE, gettext_lazy("Evaluatie invullen"),
        gettext_lazy("Dank u wel. Leg hieronder vast wat u afsprak."), OutcomeForm,
        lambda actor, key, form: actions.evaluate_meeting(actor, key, form.outcome(), now=now()),
        "primary",
        gettext_lazy("Tel de formulieren op: hoe vaak is elk oordeel gegeven? Noem geen namen."),
    ),
    "andere-dag": Way(
        Step.ASK_OTHER, gettext_lazy("Andere dag vragen"),
        gettext_lazy("Uw regio stelt een andere dag voor."), WordsForm,
        _words(actions.ask_other_day), "", gettext_lazy("Schrijf op wanneer het wel kan."),
    ),
    "afwijzen": Way(
        Step.DECLINE, gettext_lazy("Afwijzen"), gettext_lazy("Afgewezen, met uw reden erbij."),
        WordsForm, _words(actions.decline_meeting), "danger",
        gettext_lazy("De gemeente leest uw reden. Zeg ook wat wel kan."),
    ),
    "afzeggen": Way(
        Step.CANCEL, gettext_lazy("Afzeggen"), gettext_lazy("De bijeenkomst is afgezegd."),
        WordsForm, _words(actions.cancel_meeting), "danger",
        gettext_lazy("De ander leest uw reden. Een afgezegde bijeenkomst komt niet terug."),
    ),
}  # fmt: skip


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, meeting_id: UUID, step: str) -> HttpResponse:
    """Take one step with a meeting."""
    actor = actor_of(request)
    page = queries.get_meeting(actor, meeting_id)
    if (way := STEPS.get(step)) is None:
        raise NotFound
    rules.check_step(page.row.state, way.step, page.sides)
    form = _form(request, actor, page, way)

    def act() -> None:
        way.act(actor, meeting_id, form)

    sent = request.method == "POST"
    if sent and form.is_valid() and acted(request, form, act, str(way.done)):
        return redirect("awareness-meeting", meeting_id)
    context = {"page": page, "one": shown(page.row), "way": way, "form": form, "name": step}
    return render(request, "academy/awareness/step.html", context, status=422 if sent else 200)


def _form(request: HttpRequest, actor: Actor, page: MeetingPage, way: Way) -> StepForm:
    # A step without fields is sent as an empty form, which is not the same as not sent.
    typed = request.POST if request.method == "POST" else None
    if way.form is not PlanForm:
        return way.form(typed, initial={"attended": page.row.attended})
    people = list_people(actor, on=localdate())
    speakers = {str(one.id): one for one in people if not rules.SPEAKERS.isdisjoint(one.roles)}
    choices = [(key, one.name) for key, one in speakers.items()]
    return PlanForm(typed, speakers=choices, initial=_planned(page))


def _planned(page: MeetingPage) -> dict[str, Any]:
    """Return what was planned before, or else what was wished, as it stands in the form."""
    row, inside = page.row, page.inside
    assert inside is not None, "who plans has a part in it"
    return {
        "day": row.day,
        "begins": row.begins,
        "minutes": row.minutes or 90,
        "place": row.place,
        "speakers": [str(key) for key, _name in inside.speakers if key],
        "guests": "\n".join(name for key, name in inside.speakers if not key),
        "materials": "\n".join(f"{one.label} {one.url}" for one in inside.materials),
    }
