"""The forms of portfolios: a new one, a result, a plan, an assignment."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from wegwijzer.programme.rules.portfolios import (
    RESULT_KIND_LABELS,
    GoalContent,
    PortfolioContent,
    ResultContent,
    ResultKind,
)
from wegwijzer.web.forms.fields import Choices, labelled, words_field


class PortfolioForm(forms.Form):
    """A new portfolio under a goal."""

    goal = forms.ChoiceField(label=_("Strategisch doel"))
    name = forms.CharField(label=_("Naam"), max_length=120)
    aim = words_field(_("Waar werkt zij naartoe?"), required=False)
    partners = words_field(_("Partners"), _("Een op elke regel."), required=False)

    def __init__(self, *args: Any, goals: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["goal"].choices = goals

    def content(self) -> PortfolioContent:
        """Return what was typed."""
        typed = self.cleaned_data
        return PortfolioContent(
            slug=slugify(typed["name"])[:48],
            name=typed["name"],
            aim=typed["aim"],
            partners=_lines(typed["partners"]),
        )


class GoalForm(forms.Form):
    """A strategic goal: what it is called, why, and for whom."""

    name = forms.CharField(label=_("Naam"), max_length=120)
    why = words_field(_("Waarom dit doel?"), required=False)
    target_groups = words_field(_("Voor wie?"), _("Een op elke regel."), required=False)

    def content(self) -> GoalContent:
        """Return what was typed."""
        typed = self.cleaned_data
        return GoalContent(
            slug=slugify(typed["name"])[:48],
            name=typed["name"],
            why=typed["why"],
            target_groups=_lines(typed["target_groups"]),
        )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


class ResultForm(forms.Form):
    """What was reached."""

    kind = forms.ChoiceField(label=_("Soort"), choices=lambda: labelled(RESULT_KIND_LABELS))
    year = forms.IntegerField(label=_("Jaar"), min_value=2000, max_value=2100)
    text = words_field(_("Wat is er bereikt?"))
    objective = forms.ChoiceField(label=_("Voor welke doelstelling?"), required=False)
    evidence = forms.CharField(
        label=_("Waar is het te zien?"),
        help_text=_("Een adres of de naam van een stuk."),
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, objectives: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["objective"].choices = [("", _("Geen doelstelling")), *objectives]

    def content(self) -> ResultContent:
        """Return what was typed."""
        typed = dict(self.cleaned_data)
        kind, objective = ResultKind(typed.pop("kind")), typed.pop("objective")
        return ResultContent(
            kind=kind, objective_id=UUID(objective) if objective else None, **typed
        )


class PlanForm(forms.Form):
    """What is planned."""

    year = forms.IntegerField(label=_("Jaar"), min_value=2000, max_value=2100)
    text = words_field(_("Wat is het plan?"))
