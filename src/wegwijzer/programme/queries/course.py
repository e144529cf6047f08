"""Read what a portfolio works towards, does and may run into: open to the whole network."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, QuerySet

from wegwijzer.exploration import queries as explorations
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading
from wegwijzer.programme.models.council import Decision
from wegwijzer.programme.models.course import Activity, Objective, Risk
from wegwijzer.programme.models.portfolios import Assignment, Plan
from wegwijzer.programme.queries.council import visible_meetings
from wegwijzer.programme.queries.pages import Listed, Place, page_of, page_of_rows
from wegwijzer.programme.queries.portfolios import visible_portfolios
from wegwijzer.programme.rules.course import (
    ActivityContent,
    ActivityStage,
    Level,
    ObjectiveContent,
    ObjectiveState,
    Origin,
    RiskContent,
    stage_on,
    weight_of,
)

MOST = 200


@dataclass(frozen=True, slots=True)
class OriginRow:
    """Where an objective comes from: in words, and the exploration or item of the agenda."""

    kind: Origin
    id: UUID | None
    text: str
    session_id: UUID | None = None
    session_title: str = ""
    item_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """What a portfolio wants to have reached, where that comes from and where it stands."""

    id: UUID
    portfolio_slug: str
    portfolio_name: str
    content: ObjectiveContent
    origin: OriginRow
    state: ObjectiveState
    outcome: str
    closed_date: date | None


@dataclass(frozen=True, slots=True)
class ObjectiveName:
    """An objective by its words, and the portfolio that works towards it."""

    id: UUID
    text: str
    portfolio_name: str


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """What is done for a portfolio, and what came of it."""

    id: UUID
    portfolio_slug: str
    portfolio_name: str
    content: ActivityContent
    objective: str
    stage: ActivityStage
    done_date: date | None
    outcome: str


@dataclass(frozen=True, slots=True)
class RiskRow:
    """What may go wrong with a portfolio, how much that weighs, and what is done about it."""

    id: UUID
    portfolio_slug: str
    portfolio_name: str
    content: RiskContent
    weight: Level
    recorded_date: date
    closed_date: date | None
    outcome: str


@dataclass(frozen=True, slots=True)
class ObjectivePage:
    """An objective with what serves it: activities, assignments, results; and how it was chosen."""

    row: ObjectiveRow
    activities: list[ActivityRow]
    assignments: list[tuple[UUID, str]]
    results: list[tuple[int, str, str]]
    focus: explorations.FocusRow | None


def visible_objectives(actor: Actor) -> QuerySet[Objective]:
    """Return the objectives that the actor may see: those of the portfolios."""
    rows = Objective.objects.filter(portfolio__in=visible_portfolios(actor).values("id"))
    return rows.select_related("portfolio")


def list_objectives(actor: Actor, slug: str) -> list[ObjectiveRow]:
    """List the objectives of a portfolio: the open ones first, the first due ahead."""
    return _objectives(actor, slug, list(_open_first(actor, slug)[:MOST]))


def page_objectives(actor: Actor, slug: str, place: Place) -> Listed[ObjectiveRow]:
    """Return a page of that list."""
    page = page_of_rows(_open_first(actor, slug), place, most=MOST)
    return Listed(_objectives(actor, slug, page.rows), page.after, page.before)


def objective_states(
    actor: Actor, slug: str, *, limit: int = MOST
) -> list[tuple[UUID, str, ObjectiveState]]:
    """List the objectives of a portfolio in the same order: what they say and where they stand."""
    rows = _open_first(actor, slug).values_list("id", "text", "state")[:limit]
    return [(key, text, ObjectiveState(state)) for key, text, state in rows]


def _open_first(actor: Actor, slug: str) -> QuerySet[Objective]:
    rows = visible_objectives(actor).filter(portfolio__slug=slug)
    return rows.order_by(
        F("closed_date").desc(nulls_first=True), F("due_date").asc(nulls_last=True), "recorded_at"
    )


def objective_texts(actor: Actor, slug: str) -> dict[UUID, str]:
    """Return the open objectives of a portfolio by their id, in the order in which they came."""
    rows = visible_objectives(actor).filter(portfolio__slug=slug, state=ObjectiveState.OPEN)
    return dict(rows.order_by("recorded_at").values_list("id", "text")[:MOST])


@reading
def get_objective(actor: Actor, objective_id: UUID, *, on: date) -> ObjectivePage:
    """Return one objective, with what serves it and the notes of an exploration it came from."""
    one = visible_objectives(actor).filter(id=objective_id).first()
    if one is None:
        raise NotFound
    (row,) = _objectives(actor, one.portfolio.slug, [one])
    focus = None
    if row.origin.session_id and row.origin.id:
        focus = explorations.find_focus(actor, row.origin.session_id, row.origin.id)
    return ObjectivePage(
        row,
        list_activities(actor, row.portfolio_slug, on=on, objective_id=one.id),
        list(one.assignments.order_by("title").values_list("id", "title")),
        list(one.results.order_by("-year", "recorded_at").values_list("year", "text", "evidence")),
        focus,
    )


def list_origins(actor: Actor, slug: str, only: Collection[UUID] | None = None) -> list[OriginRow]:
    """List what an objective of a portfolio can come from: explorations, decisions, plans.

    All, or only those with one of these ids.
    """
    plans = Plan.objects.filter(portfolio__slug=slug)
    asked = Assignment.objects.filter(portfolio__slug=slug).values_list("id", flat=True)
    decisions = Decision.objects.filter(
        item__meeting__in=visible_meetings(actor), item__subject__in=[slug, *map(str, asked)]
    )
    if only is not None:
        plans, decisions = plans.filter(id__in=only), decisions.filter(id__in=only)
    return [
        *(
            OriginRow(Origin.EXPLORATION, one.id, one.text, one.session_id, one.session_title)
            for one in explorations.list_objectives(actor, portfolio=slug, only=only)
        ),
        *(
            OriginRow(Origin.DECISION, one.id, f"{one.number}: {one.text}", item_id=one.item_id)
            for one in decisions.order_by("-decided_date", "-number")[:MOST]
        ),
        *(
            OriginRow(Origin.PLAN, one.id, f"{one.year}: {one.text}")
            for one in plans.order_by("-year", "recorded_at")[:MOST]
        ),
    ]


def taken_over(actor: Actor, objective_ids: Collection[UUID]) -> dict[UUID, list[ObjectiveName]]:
    """Return which portfolios took over each of these objectives of an exploration."""
    rows = visible_objectives(actor).filter(
        origin=Origin.EXPLORATION, origin_id__in=list(objective_ids)
    )
    found: dict[UUID, list[ObjectiveName]] = {}
    for one in rows.order_by("recorded_at", "id"):
        if one.origin_id is not None:
            name = ObjectiveName(one.id, one.text, one.portfolio.name)
            found.setdefault(one.origin_id, []).append(name)
    return found


def list_to_take(actor: Actor, slug: str) -> list[explorations.SetObjective]:
    """List the objectives of closed explorations of this portfolio that it did not take over."""
    taken = set(
        visible_objectives(actor)
        .filter(portfolio__slug=slug, origin=Origin.EXPLORATION)
        .values_list("origin_id", flat=True)
    )
    found = explorations.list_objectives(actor, portfolio=slug)
    return [one for one in found if one.id not in taken]


def page_to_take(actor: Actor, slug: str, place: Place) -> Listed[explorations.SetObjective]:
    """Return a page of that list."""
    rows = list_to_take(actor, slug)
    return page_of(rows, [one.id for one in rows], place)


def list_activities(
    actor: Actor, slug: str, *, on: date, objective_id: UUID | None = None
) -> list[ActivityRow]:
    """List the activities of a portfolio, or of one objective: what is not done first."""
    rows = _not_done_first(actor, slug)
    if objective_id is not None:
        rows = rows.filter(objective=objective_id)
    return [_activity(one, on) for one in rows[:MOST]]


def page_activities(actor: Actor, slug: str, place: Place, *, on: date) -> Listed[ActivityRow]:
    """Return a page of the activities of a portfolio."""
    page = page_of_rows(_not_done_first(actor, slug), place, most=MOST)
    return Listed([_activity(one, on) for one in page.rows], page.after, page.before)


def _not_done_first(actor: Actor, slug: str) -> QuerySet[Activity]:
    rows = _activities(actor).filter(portfolio__slug=slug)
    return rows.order_by(F("done_date").desc(nulls_first=True), "starts_date", "id")


@reading
def get_activity(actor: Actor, activity_id: UUID, *, on: date) -> ActivityRow:
    """Return one activity."""
    one = _activities(actor).filter(id=activity_id).first()
    if one is None:
        raise NotFound
    return _activity(one, on)


def list_risks(actor: Actor, slug: str) -> list[RiskRow]:
    """List the risks of a portfolio: the open ones first, the heaviest ahead."""
    rows = _risks(actor).filter(portfolio__slug=slug).order_by("-recorded_at", "id")[:MOST]
    steps = tuple(Level)
    return sorted(
        (_risk(one) for one in rows),
        key=lambda row: (row.closed_date is not None, -steps.index(row.weight)),
    )


@reading
def get_risk(actor: Actor, risk_id: UUID) -> RiskRow:
    """Return one risk."""
    one = _risks(actor).filter(id=risk_id).first()
    if one is None:
        raise NotFound
    return _risk(one)


def _activities(actor: Actor) -> QuerySet[Activity]:
    rows = Activity.objects.filter(portfolio__in=visible_portfolios(actor).values("id"))
    return rows.select_related("portfolio", "objective")


def _risks(actor: Actor) -> QuerySet[Risk]:
    rows = Risk.objects.filter(portfolio__in=visible_portfolios(actor).values("id"))
    return rows.select_related("portfolio")


def _objectives(actor: Actor, slug: str, rows: Collection[Objective]) -> list[ObjectiveRow]:
    """Return objectives with where each comes from; nothing else is read of those sources."""
    wanted = {one.origin_id for one in rows if one.origin_id is not None}
    origins = list_origins(actor, slug, only=wanted) if wanted else []
    known = {(one.kind, one.id): one for one in origins}
    return [_objective(one, known) for one in rows]


def _objective(
    one: Objective, origins: dict[tuple[Origin, UUID | None], OriginRow]
) -> ObjectiveRow:
    origin = Origin(one.origin)
    content = ObjectiveContent(
        text=one.text,
        measure=one.measure,
        due_date=one.due_date,
        origin=origin,
        origin_id=one.origin_id,
        origin_note=one.origin_note,
    )
    said = OriginRow(origin, one.origin_id, one.origin_note)
    return ObjectiveRow(
        one.id,
        one.portfolio.slug,
        one.portfolio.name,
        content,
        origins.get((origin, one.origin_id), said),
        ObjectiveState(one.state),
        one.outcome,
        one.closed_date,
    )


def _activity(one: Activity, on: date) -> ActivityRow:
    content = ActivityContent(
        title=one.title,
        starts_date=one.starts_date,
        ends_date=one.ends_date,
        who=one.who,
        objective_id=one.objective_id,
    )
    return ActivityRow(
        one.id,
        one.portfolio.slug,
        one.portfolio.name,
        content,
        one.objective.text if one.objective else "",
        stage_on(content, one.done_date, on),
        one.done_date,
        one.outcome,
    )


def _risk(one: Risk) -> RiskRow:
    content = RiskContent(
        text=one.text,
        chance=Level(one.chance),
        impact=Level(one.impact),
        measure=one.measure,
        who=one.who,
    )
    return RiskRow(
        one.id,
        one.portfolio.slug,
        one.portfolio.name,
        content,
        weight_of(content.chance, content.impact),
        one.recorded_at.date(),
        one.closed_date,
        one.outcome,
    )
