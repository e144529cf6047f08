"""The forms of the intake check, the weighing table and the hits."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wegwijzer.signals import rules
from wegwijzer.subjects.rules import LONGEST_REASON, SHORTEST_REASON
from wegwijzer.web.forms.fields import at_least, words_field
from wegwijzer.web.forms.signals import Choices, labelled


def reason_field(label: Any, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    """Return a field for a reason, with how short it may be."""
    return words_field(label, at_least(help_text, rules.SHORTEST), required=required)


class ReasonForm(forms.Form):
    """A reason in words."""

    reason = reason_field(_("Reden"), _("Wat moet de melder aanvullen of aanpassen?"))


class RemarkForm(forms.Form):
    """A remark for the weighing table."""

    remark = forms.CharField(
        label=_("Opmerking voor de weegtafel"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class PurposeForm(forms.Form):
    """Whether a signal fits the purpose, and why."""

    fits = forms.ChoiceField(
        label=_("Past het signaal bij het doel?"),
        choices=[("yes", _("Ja, het past")), ("no", _("Nee, het valt erbuiten"))],
        widget=forms.RadioSelect,
    )
    reason = reason_field(_("Waarom?"))


class CriterionForm(forms.Form):
    """How the own participant weighs one criterion."""

    weight = forms.ChoiceField(
        label=_("Weging namens uw deelnemer"),
        choices=lambda: labelled(rules.WEIGHT_LABELS),
        widget=forms.RadioSelect,
    )
    explanation = reason_field(_("Toelichting"))


class AttendanceForm(forms.Form):
    """Who takes part in the weighing."""

    present = forms.MultipleChoiceField(
        label=_("Wie wegen mee?"),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, members: Choices, earlier: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["present"].choices = members
        if earlier:
            fields["present"].help_text = _(
                "Aangevinkt is wie vandaag bij de vorige weging in uw regio was. Pas aan wie er "
                "nu niet bij is en leg het vast."
            )


class DecisionForm(forms.Form):
    """What the table decides, with what each decision needs."""

    reason = reason_field(_("Reden van het besluit"))
    necessity = reason_field(
        _("Waarom is gezamenlijke verwerking nodig?"),
        _("Bij aanvaarden: waarom kan één deelnemer dit niet alleen? (art. 2.23 lid 4)"),
        required=False,
    )
    rejection = forms.ChoiceField(label=_("Reden van afwijzing"), required=False)
    referred_to = forms.CharField(
        label=_("Verwijzen naar"), max_length=160, required=False, help_text=_("Bij verwijzen.")
    )
    merged_into = forms.ChoiceField(label=_("Samenvoegen met"), required=False)

    def __init__(self, *args: Any, others: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["rejection"].choices = [
            ("", _("Kies bij afwijzen")),
            *labelled(rules.REJECTION_LABELS),
        ]
        fields["merged_into"].choices = [("", _("Kies bij samenvoegen")), *others]


class HitForm(forms.Form):
    """Whether two records are about one subject, and why."""

    sameness = forms.ChoiceField(
        label=_("Uw oordeel"),
        choices=[
            ("same", _("Dezelfde")),
            ("different", _("Niet dezelfde")),
            ("undecided", _("Nog onbeslist")),
        ],
        widget=forms.RadioSelect,
    )
    reason = words_field(
        _("Waarom?"), at_least(_("Waar ziet u het aan?"), SHORTEST_REASON), most=LONGEST_REASON
    )
