"""The forms of a chance: how the list is narrowed, what a region says, and what came of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wegwijzer.commons.rules.chances import ANSWER_LABELS
from wegwijzer.web.forms.fields import Choices, labelled


class ChanceFilterForm(forms.Form):
    """How the chances are narrowed."""

    answer = forms.CharField(required=False, widget=forms.HiddenInput)
    phenomenon = forms.ChoiceField(label=_("Fenomeen"), required=False)
    everywhere = forms.BooleanField(label=_("Ook van andere regio's"), required=False)

    def __init__(self, *args: Any, phenomena: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["phenomenon"].choices = [("", _("Alle")), *phenomena]


class AnswerForm(forms.Form):
    """What the own region says to a chance."""

    answer = forms.ChoiceField(
        label=_("Wat zegt uw regio?"),
        widget=forms.RadioSelect,
        choices=lambda: labelled(ANSWER_LABELS),
    )
    note = forms.CharField(
        label=_("Toelichting"),
        help_text=_("Bij ja: wie neemt contact op? Bij nee: waarom past het niet?"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class OutcomeForm(forms.Form):
    """What came of working together."""

    outcome = forms.CharField(
        label=_("Wat kwam ervan?"),
        help_text=_("Bijvoorbeeld: samen een controle gehouden, het beeld gedeeld."),
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
