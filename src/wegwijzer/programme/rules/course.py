"""What a portfolio works towards, what it does for that, and what may come in between."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from wegwijzer.kernel.errors import Conflict, Invalid
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.programme.rules.portfolios import PortfolioState


class Origin(StrEnum):
    """What an objective comes from."""

    EXPLORATION = "exploration"
    DECISION = "decision"
    PLAN = "plan"
    OTHER = "other"


ORIGIN_LABELS = {
    Origin.EXPLORATION: _("Verkenning"),
    Origin.DECISION: _("Besluit"),
    Origin.PLAN: _("Jaarplan"),
    Origin.OTHER: _("Anders"),
}


class ObjectiveState(StrEnum):
    """Where an objective stands."""

    OPEN = "open"
    REACHED = "reached"
    DROPPED = "dropped"


OBJECTIVE_STATE_LABELS = {
    ObjectiveState.OPEN: _("Loopt"),
    ObjectiveState.REACHED: _("Bereikt"),
    ObjectiveState.DROPPED: _("Vervallen"),
}


class ActivityStage(StrEnum):
    """Where an activity stands on a day."""

    PLANNED = "planned"
    RUNNING = "running"
    LATE = "late"
    DONE = "done"


ACTIVITY_STAGE_LABELS = {
    ActivityStage.PLANNED: _("Gepland"),
    ActivityStage.RUNNING: _("Loopt"),
    ActivityStage.LATE: _("Te laat"),
    ActivityStage.DONE: _("Gedaan"),
}


class Level(StrEnum):
    """How likely a risk is, how much it would matter, and how much it weighs."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


LEVEL_LABELS = {Level.LOW: _("Klein"), Level.MEDIUM: _("Matig"), Level.HIGH: _("Groot")}
_STEPS = tuple(Level)


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveContent:
    """What a portfolio wants to have reached, by when, how that shows, and where it comes from.

    ``origin_id`` names the objective of the exploration, the decision or the plan; ``origin_note``
    says it in words when it comes from elsewhere.
    """

    text: str
    measure: str = ""
    due_date: date | None = None
    origin: Origin = Origin.OTHER
    origin_id: UUID | None = None
    origin_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityContent:
    """What is done for a portfolio, from when until when, by whom and for which objective."""

    title: str
    starts_date: date
    ends_date: date | None = None
    who: str = ""
    objective_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskContent:
    """What may go wrong, how likely and how bad that is, what is done about it and by whom."""

    text: str
    chance: Level
    impact: Level
    measure: str = ""
    who: str = ""


def check_goes_on(state: PortfolioState) -> None:
    """Refuse to add to what a portfolio works on after it ended."""
    if state is PortfolioState.ENDED:
        raise Conflict(_("Deze portefeuille is beëindigd; wat zij wilde en deed ligt vast."))


def check_objective(content: ObjectiveContent) -> None:
    """Refuse an objective without words, or of which nobody can say where it comes from."""
    if not content.text.strip():
        raise Invalid(_("Schrijf in een zin wat de portefeuille wil bereiken."), field="text")
    if content.origin is Origin.OTHER and not content.origin_note.strip():
        raise Invalid(
            _("Kies waar de doelstelling vandaan komt, of schrijf het op."), field="origin_note"
        )
    if content.origin is not Origin.OTHER and content.origin_id is None:
        raise Invalid(_("Kies waar de doelstelling vandaan komt."), field="origin")


def check_open_objective(state: ObjectiveState) -> None:
    """Refuse to change an objective that was reached or dropped."""
    if state is not ObjectiveState.OPEN:
        raise Conflict(_("Deze doelstelling is afgesloten en ligt vast."))


def check_close_objective(state: ObjectiveState, to: ObjectiveState, outcome: str) -> None:
    """Refuse to close an objective twice, or without saying what was reached or why it ends."""
    check_open_objective(state)
    if to is ObjectiveState.OPEN:
        raise Invalid(_("Kies of de doelstelling is bereikt of vervalt."), field="state")
    if not outcome.strip():
        raise Invalid(
            _("Schrijf op waaraan dat te zien is, of waarom zij vervalt."), field="outcome"
        )


def check_activity(content: ActivityContent) -> None:
    """Refuse an activity without a name, or one that ends before it starts."""
    if not content.title.strip():
        raise Invalid(_("Zeg wat er gedaan wordt."), field="title")
    if content.ends_date is not None and content.ends_date < content.starts_date:
        raise Invalid(_("De activiteit eindigt niet voordat zij begint."), field="ends_date")


def check_planned(is_done: bool) -> None:
    """Refuse to change an activity that is done: what was told of it is set right with a reason."""
    if is_done:
        raise Conflict(_("Deze activiteit is afgerond en ligt vast. Verbeter haar met een reden."))


def check_finish(is_done: bool, outcome: str) -> None:
    """Refuse to finish an activity twice, or without what it brought about."""
    if is_done:
        raise Conflict(_("Deze activiteit is al afgerond."))
    if not outcome.strip():
        raise Invalid(_("Schrijf op wat het heeft opgeleverd."), field="outcome")


def check_risk(content: RiskContent) -> None:
    """Refuse a risk without words, or one that weighs much and that nobody does anything about."""
    if not content.text.strip():
        raise Invalid(_("Zeg wat er mis kan gaan."), field="text")
    if weight_of(content.chance, content.impact) is Level.HIGH and not content.measure.strip():
        raise Invalid(_("Dit risico weegt zwaar. Zeg wat eraan wordt gedaan."), field="measure")


def check_close_risk(is_closed: bool, outcome: str) -> None:
    """Refuse to close a risk twice, or without saying why it is one no longer."""
    if is_closed:
        raise Conflict(_("Dit risico is al afgesloten."))
    if not outcome.strip():
        raise Invalid(_("Schrijf op waarom dit geen risico meer is."), field="outcome")


def weight_of(chance: Level, impact: Level) -> Level:
    """Return how much a risk weighs: high when both are, or when one is and the other medium."""
    together = _STEPS.index(chance) + _STEPS.index(impact)
    if together >= 3:
        return Level.HIGH
    return Level.MEDIUM if together == 2 else Level.LOW


def stage_on(content: ActivityContent, done_date: date | None, on: date) -> ActivityStage:
    """Return where an activity stands on a day; it is done when somebody says what came of it."""
    if done_date is not None:
        return ActivityStage.DONE
    if on < content.starts_date:
        return ActivityStage.PLANNED
    late = content.ends_date is not None and content.ends_date < on
    return ActivityStage.LATE if late else ActivityStage.RUNNING
