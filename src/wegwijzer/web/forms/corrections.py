"""The forms to set right what was recorded wrongly, each with the reason."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wegwijzer.programme.queries.corrections import EntryPage
from wegwijzer.programme.rules.corrections import Entry
from wegwijzer.web.forms.course import ActivityForm, CloseObjectiveForm, RiskForm
from wegwijzer.web.forms.fields import Choices, day_field, words_field
from wegwijzer.web.forms.portfolios import PlanForm, ResultForm


def _reason() -> forms.CharField:
    return forms.CharField(
        label=_("Wat klopte er niet?"),
        help_text=_("Wat er stond en uw reden blijven te lezen."),
        max_length=300,
    )


class CorrectResultForm(ResultForm):
    """A result, set right."""

    reason = _reason()


class CorrectPlanForm(PlanForm):
    """A plan, set right."""

    reason = _reason()


class CorrectObjectiveForm(CloseObjectiveForm):
    """An objective that was closed, set right."""

    field_order = ("text", "measure", "due_date", "state", "outcome", "reason")
    text = words_field(_("Wat wil de portefeuille bereiken?"), rows=2)
    measure = words_field(_("Waaraan is dat te zien?"), rows=2, required=False)
    due_date = day_field(_("Te bereiken voor"), required=False)
    reason = _reason()


class CorrectActivityForm(ActivityForm):
    """An activity that was done, set right."""

    done_date = day_field(_("Afgerond op"))
    outcome = words_field(_("Wat heeft het opgeleverd?"))
    reason = _reason()


class CorrectRiskForm(RiskForm):
    """A risk that was closed, set right."""

    outcome = words_field(_("Waarom is dit geen risico meer?"))
    reason = _reason()


FORMS: dict[Entry, type[forms.Form]] = {
    Entry.RESULT: CorrectResultForm,
    Entry.PLAN: CorrectPlanForm,
    Entry.OBJECTIVE: CorrectObjectiveForm,
    Entry.ACTIVITY: CorrectActivityForm,
    Entry.RISK: CorrectRiskForm,
}


def form_for(page: EntryPage, typed: Any, objectives: Choices) -> forms.Form:
    """Return the form of an entry, filled in as it stands."""
    initial = dict(page.values)
    if "objective_id" not in initial:
        return FORMS[page.entry](typed, initial=initial)
    initial["objective"] = str(initial.pop("objective_id") or "")
    return FORMS[page.entry](typed, initial=initial, objectives=objectives)  # type: ignore[call-arg]


def typed_in(form: forms.Form) -> tuple[dict[str, Any], str]:
    """Return what was typed, by the names of the entry, and the reason."""
    typed = dict(form.cleaned_data)
    reason = typed.pop("reason")
    if "objective" in typed:
        objective = typed.pop("objective")
        typed["objective_id"] = UUID(objective) if objective else None
    return typed, reason
