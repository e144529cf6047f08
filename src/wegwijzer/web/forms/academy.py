"""The forms of the academy: an edition, what a role asks for, what one thought of it."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wegwijzer.academy.rules.training import (
    MARKS,
    NEVER_DEMANDED,
    EditionContent,
)
from wegwijzer.network.rules import ROLE_LABELS
from wegwijzer.web.forms.fields import day_field, words_field


class EditionForm(forms.Form):
    """When and where: a day for each module."""

    place = forms.CharField(label=_("Plaats"), max_length=160)
    places = forms.IntegerField(label=_("Aantal plaatsen"), min_value=1, max_value=500, initial=12)

    def __init__(self, *args: Any, modules: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, module in enumerate(modules):
            self.fields[f"day{number}"] = day_field(
                gettext("Dag van: %(module)s") % {"module": module}
            )

    def content(self) -> EditionContent:
        """Return what was typed."""
        typed = self.cleaned_data
        days: list[date] = [typed[name] for name in self.fields if name.startswith("day")]
        return EditionContent(place=typed["place"], places=typed["places"], days=tuple(days))


class CancelForm(forms.Form):
    """Why an edition is not given."""

    reason = words_field(
        _("Waarom gaat de editie niet door?"),
        _("Wie is ingeschreven, leest dit. Zeg ook wat wel kan."),
    )


class DemandForm(forms.Form):
    """Which role asks for which training, and from when."""

    role = forms.ChoiceField(
        label=_("Rol"),
        choices=lambda: [
            (role.value, gettext(label))
            for role, label in ROLE_LABELS.items()
            if role not in NEVER_DEMANDED
        ],
    )
    programme = forms.ChoiceField(label=_("Opleiding"))
    starts_on = day_field(
        _("Vanaf"), _("Wie dan geen geldig certificaat heeft, heeft vanaf die dag de rol niet.")
    )

    def __init__(self, *args: Any, programmes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].choices = programmes  # type: ignore[attr-defined]


class ProofForm(forms.Form):
    """Which certificate to check."""

    nummer = forms.CharField(
        label=_("Nummer van het certificaat"),
        help_text=_("Het staat op het certificaat en begint met WW."),
        max_length=24,
    )

    def clean_nummer(self) -> str:
        """Return the number as it is printed, however it was typed."""
        return str(self.cleaned_data["nummer"]).replace(" ", "").upper()


class EvaluationForm(forms.Form):
    """What one thought of it."""

    mark = forms.TypedChoiceField(
        label=_("Wat vond u ervan?"),
        coerce=int,
        choices=lambda: [(mark, gettext(label)) for mark, label in reversed(MARKS.items())],
        widget=forms.RadioSelect,
    )
    remark = words_field(_("Wat moet blijven, wat kan beter?"), required=False, rows=4)
