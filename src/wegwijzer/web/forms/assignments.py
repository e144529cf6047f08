"""The forms of an assignment: what is asked, of whom."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wegwijzer.programme.rules.assignments import AssignmentContent
from wegwijzer.web.forms.fields import AmountField, Choices, day_field, words_field


class ContractorForm(forms.Form):
    """Which head carries an assignment out."""

    contractor = forms.ChoiceField(
        label=_("Opdrachtnemer"), help_text=_("Het RIEC-hoofd dat de opdracht uitvoert.")
    )

    def __init__(self, *args: Any, heads: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["contractor"].choices = heads

    def contractor_id(self) -> UUID:
        """Return whom was chosen."""
        return UUID(self.cleaned_data["contractor"])


class HandOverForm(ContractorForm):
    """Which head carries an assignment out from now on, and why another did until now."""

    reason = forms.CharField(
        label=_("Waarom voert een ander de opdracht uit?"),
        help_text=_("Dit komt bij het verloop van de opdracht te staan; iedereen kan het lezen."),
        max_length=300,
        required=False,
    )


class AssignmentForm(ContractorForm):
    """What is asked of a contractor."""

    title = forms.CharField(label=_("Opdracht"), max_length=160)
    expected = words_field(_("Verwacht resultaat"))
    carried_out_by = words_field(
        _("Uitvoering"), _("Medewerkers, werkgroep of Next Level Werkplaats."), required=False
    )
    funding = words_field(_("Financiering"), required=False)
    budget = AmountField(label=_("Budget in euro"), required=False)
    due_date = day_field(_("Op te leveren"), required=False)
    objectives = forms.MultipleChoiceField(
        label=_("Voor welke doelstellingen?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    field_order = (
        "title", "expected", "objectives", "contractor", "carried_out_by", "funding", "budget",
        "due_date",
    )  # fmt: skip

    def __init__(self, *args: Any, objectives: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["objectives"].choices = objectives
        if not objectives:
            del fields["objectives"]

    def content(self) -> AssignmentContent:
        """Return what was typed."""
        typed = {**self.cleaned_data, "contractor": ""}
        objectives = frozenset(UUID(one) for one in typed.pop("objectives", ()))
        return AssignmentContent(
            contractor_id=self.contractor_id(), objective_ids=objectives, **typed
        )


def typed_assignment(content: AssignmentContent) -> dict[str, Any]:
    """Return an assignment as it stands in its form."""
    names = ("title", "expected", "carried_out_by", "funding", "budget", "due_date")
    shown = {name: getattr(content, name) for name in names}
    return {
        **shown,
        "contractor": str(content.contractor_id or ""),
        "objectives": [str(one) for one in content.objective_ids],
    }


class DeliveryForm(forms.Form):
    """What is delivered."""

    delivery = words_field(_("Wat levert u op?"))


class WithdrawForm(forms.Form):
    """Why an assignment is taken back."""

    reason = words_field(_("Waarom trekt u de opdracht in?"), rows=2)
