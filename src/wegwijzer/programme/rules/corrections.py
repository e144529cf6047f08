"""Set right what was recorded wrongly: what stood there stays to be read, with the reason."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from wegwijzer.kernel.errors import Conflict, Invalid
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.programme.rules import course
from wegwijzer.programme.rules.course import (
    ActivityContent,
    Level,
    ObjectiveState,
    RiskContent,
)
from wegwijzer.programme.rules.portfolios import ResultContent, ResultKind, check_result


class Entry(StrEnum):
    """What can be set right after it was recorded or closed."""

    RESULT = "result"
    PLAN = "plan"
    OBJECTIVE = "objective"
    ACTIVITY = "activity"
    RISK = "risk"


# What can be set right of each; a field that isn't here belongs to another act.
FIELDS: dict[Entry, tuple[str, ...]] = {
    Entry.RESULT: ("kind", "year", "text", "objective_id", "evidence"),
    Entry.PLAN: ("year", "text"),
    Entry.OBJECTIVE: ("text", "measure", "due_date", "state", "outcome"),
    Entry.ACTIVITY: (
        "title", "objective_id", "starts_date", "ends_date", "who", "done_date", "outcome",
    ),
    Entry.RISK: ("text", "chance", "impact", "measure", "who", "outcome"),
}  # fmt: skip


def check_recorded(is_recorded: bool) -> None:
    """Refuse to correct what is still open: that is simply changed."""
    if not is_recorded:
        raise Conflict(_("Dit staat nog open. Wijzig het op zijn eigen pagina."))


def check_correction(
    entry: Entry, before: Mapping[str, Any], after: Mapping[str, Any], reason: str
) -> None:
    """Refuse a correction without news, without a reason, or that could not be recorded."""
    if not reason.strip():
        raise Invalid(_("Zeg wat er niet klopte."), field="reason")
    if dict(before) == dict(after):
        raise Invalid(_("Er is niets veranderd. Verbeter eerst wat er niet klopt."))
    _CHECKS[entry](after)


def _check_result(after: Mapping[str, Any]) -> None:
    check_result(ResultContent(**{**after, "kind": ResultKind(after["kind"])}))


def _check_plan(after: Mapping[str, Any]) -> None:
    check_result(ResultContent(kind=ResultKind.OTHER, year=after["year"], text=after["text"]))


def _check_objective(after: Mapping[str, Any]) -> None:
    if not after["text"].strip():
        raise Invalid(_("Schrijf in een zin wat de portefeuille wil bereiken."), field="text")
    course.check_close_objective(
        ObjectiveState.OPEN, ObjectiveState(after["state"]), after["outcome"]
    )


def _check_activity(after: Mapping[str, Any]) -> None:
    planned = {key: after[key] for key in after if key not in ("done_date", "outcome")}
    course.check_activity(ActivityContent(**planned))
    course.check_finish(False, after["outcome"])
    if after["done_date"] is None:
        raise Invalid(_("Zeg wanneer de activiteit klaar was."), field="done_date")


def _check_risk(after: Mapping[str, Any]) -> None:
    named = {key: value for key, value in after.items() if key != "outcome"}
    levels = {key: Level(after[key]) for key in ("chance", "impact")}
    course.check_risk(RiskContent(**(named | levels)))
    course.check_close_risk(False, after["outcome"])


_CHECKS = {
    Entry.RESULT: _check_result,
    Entry.PLAN: _check_plan,
    Entry.OBJECTIVE: _check_objective,
    Entry.ACTIVITY: _check_activity,
    Entry.RISK: _check_risk,
}
