"""The forms of what a portfolio works towards: objectives, activities, risks, progress."""

from itertools import groupby
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wegwijzer.programme.queries.course import OriginRow
from wegwijzer.programme.rules.course import (
    LEVEL_LABELS,
    ORIGIN_LABELS,
    ActivityContent,
    Level,
    ObjectiveContent,
    ObjectiveState,
    Origin,
    RiskContent,
)
from wegwijzer.programme.rules.progress import COURSE_LABELS, Course, ReportContent
from wegwijzer.web.forms.fields import AmountField, Choices, day_field, labelled, words_field

SHORT = 90


class ObjectiveForm(forms.Form):
    """What a portfolio wants to have reached; its origin is a choice, written ``kind:id``."""

    text = words_field(_("Wat wil de portefeuille bereiken?"), _("In een zin."), rows=2)
    measure = words_field(
        _("Waaraan is dat te zien?"), _("Een getal, een stuk of een afspraak."), rows=2,
        required=False,
    )  # fmt: skip
    due_date = day_field(_("Te bereiken voor"), required=False)
    origin = forms.ChoiceField(label=_("Waar komt zij vandaan?"), required=False)
    origin_note = forms.CharField(
        label=_("Of in woorden"), help_text=_("Als de herkomst niet in de lijst staat."),
        max_length=300, required=False,
    )  # fmt: skip

    def __init__(self, *args: Any, origins: list[OriginRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        groups = [
            (_(ORIGIN_LABELS[kind]), [(f"{kind.value}:{one.id}", _short(one.text)) for one in rows])
            for kind, rows in groupby(origins, key=lambda one: one.kind)
        ]
        fields["origin"].choices = [("", _("Niet in deze lijst")), *groups]

    def content(self) -> ObjectiveContent:
        """Return what was typed."""
        typed = dict(self.cleaned_data)
        kind, _colon, pk = typed.pop("origin").partition(":")
        return ObjectiveContent(
            origin=Origin(kind or Origin.OTHER), origin_id=UUID(pk) if pk else None, **typed
        )


def typed_objective(content: ObjectiveContent) -> dict[str, Any]:
    """Return an objective as it stands in its form."""
    names = ("text", "measure", "due_date", "origin_note")
    origin = f"{content.origin.value}:{content.origin_id}" if content.origin_id else ""
    return {**{name: getattr(content, name) for name in names}, "origin": origin}


class CloseObjectiveForm(forms.Form):
    """How an objective ended."""

    state = forms.ChoiceField(
        label=_("Hoe loopt zij af?"),
        widget=forms.RadioSelect,
        choices=[
            (ObjectiveState.REACHED.value, _("Bereikt")),
            (ObjectiveState.DROPPED.value, _("Vervalt")),
        ],
    )
    outcome = words_field(_("Waaraan is dat te zien, of waarom vervalt zij?"))


class ActivityForm(forms.Form):
    """What is done for a portfolio."""

    title = forms.CharField(label=_("Wat wordt er gedaan?"), max_length=200)
    objective = forms.ChoiceField(label=_("Voor welke doelstelling?"), required=False)
    starts_date = day_field(_("Begint op"))
    ends_date = day_field(_("Klaar op"), _("Laat leeg als dat nog niet vaststaat."),
                          required=False)  # fmt: skip
    who = forms.CharField(
        label=_("Wie doet het?"), help_text=_("Een regio, een groep of een collega."),
        max_length=160, required=False,
    )  # fmt: skip

    def __init__(self, *args: Any, objectives: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["objective"].choices = [("", _("Geen doelstelling")), *objectives]

    def content(self) -> ActivityContent:
        """Return what was typed."""
        typed = dict(self.cleaned_data)
        objective = typed.pop("objective")
        return ActivityContent(objective_id=UUID(objective) if objective else None, **typed)


def typed_activity(content: ActivityContent) -> dict[str, Any]:
    """Return an activity as it stands in its form."""
    names = ("title", "starts_date", "ends_date", "who")
    shown = {name: getattr(content, name) for name in names}
    return {**shown, "objective": str(content.objective_id or "")}


class RiskForm(forms.Form):
    """What may go wrong, how likely and how bad that is, and what is done about it."""

    text = words_field(_("Wat kan er misgaan?"), rows=2)
    chance = forms.ChoiceField(
        label=_("Kans"), widget=forms.RadioSelect, choices=lambda: labelled(LEVEL_LABELS)
    )
    impact = forms.ChoiceField(
        label=_("Gevolg"), widget=forms.RadioSelect, choices=lambda: labelled(LEVEL_LABELS)
    )
    measure = words_field(_("Wat wordt eraan gedaan?"), rows=2, required=False)
    who = forms.CharField(label=_("Wie let erop?"), max_length=160, required=False)

    def content(self) -> RiskContent:
        """Return what was typed."""
        levels = {name: Level(self.cleaned_data[name]) for name in ("chance", "impact")}
        return RiskContent(**(self.cleaned_data | levels))


def typed_risk(content: RiskContent) -> dict[str, Any]:
    """Return a risk as it stands in its form."""
    return {name: getattr(content, name) for name in RiskForm.base_fields}


class ProgressForm(forms.Form):
    """How an assignment goes, in two minutes."""

    course = forms.ChoiceField(
        label=_("Hoe gaat het?"), widget=forms.RadioSelect, choices=lambda: labelled(COURSE_LABELS)
    )
    done = words_field(_("Wat is er gebeurd?"))
    coming = words_field(_("Wat komt er nu?"))
    asked = words_field(
        _("Wat vraagt u van het hoofdenoverleg?"), _("Laat leeg als u niets nodig hebt."), rows=2,
        required=False,
    )  # fmt: skip
    spent = AmountField(label=_("Besteed tot nu toe, in euro"), required=False)

    def content(self) -> ReportContent:
        """Return what was typed."""
        return ReportContent(
            **(self.cleaned_data | {"course": Course(self.cleaned_data["course"])})
        )


def short_choices(texts: dict[UUID, str]) -> Choices:
    """Return objectives as a form offers them."""
    return [(str(pk), _short(text)) for pk, text in texts.items()]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[: SHORT - 1].rstrip()}…"
