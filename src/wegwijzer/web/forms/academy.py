"""The forms of the academy: a programme, an edition, who was there, what one thought of it."""

from datetime import date
from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wegwijzer.academy.rules.training import (
    MARKS,
    NEVER_DEMANDED,
    EditionContent,
    FundingContent,
    ModuleContent,
    ProgrammeContent,
)
from wegwijzer.network.rules import ROLE_LABELS
from wegwijzer.web.forms.fields import day_field, words_field


def _lines(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in text.splitlines() if one.strip())


class ProgrammeForm(forms.Form):
    """A new training programme."""

    title = forms.CharField(label=_("Naam"), max_length=160)
    summary = words_field(_("Waar gaat de opleiding over?"), rows=4)
    audience = forms.CharField(label=_("Voor wie?"), max_length=200, required=False)
    competences = words_field(
        _("Wat kan iemand daarna?"), _("Een op elke regel."), required=False, rows=4
    )
    modules = words_field(_("Onderdelen"), _("Een op elke regel, in volgorde."), rows=4)
    source = forms.CharField(label=_("Wie betaalt?"), max_length=160, required=False)
    decision = forms.CharField(label=_("Kenmerk van het besluit"), max_length=160, required=False)
    amount = forms.DecimalField(
        label=_("Bedrag in euro"), max_digits=12, decimal_places=2, min_value=0, required=False
    )
    valid_months = forms.IntegerField(
        label=_("Hoeveel maanden geldt het certificaat?"), min_value=1, max_value=120, initial=36
    )

    def content(self) -> ProgrammeContent:
        """Return what was typed."""
        typed = self.cleaned_data
        funding: tuple[FundingContent, ...] = ()
        if typed["source"]:
            funding = (
                FundingContent(
                    source=typed["source"], decision=typed["decision"], amount=typed["amount"]
                ),
            )
        return ProgrammeContent(
            slug=slugify(typed["title"])[:48],
            title=typed["title"],
            summary=typed["summary"],
            audience=typed["audience"],
            competences=_lines(typed["competences"]),
            valid_months=typed["valid_months"],
            modules=tuple(ModuleContent(title=one[:160]) for one in _lines(typed["modules"])),
            funding=funding,
        )


class EditionForm(forms.Form):
    """When and where: a day for each module."""

    place = forms.CharField(label=_("Plaats"), max_length=160)
    places = forms.IntegerField(label=_("Aantal plaatsen"), min_value=1, max_value=500, initial=12)

    def __init__(self, *args: Any, modules: list[ModuleContent], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, module in enumerate(modules):
            self.fields[f"day{number}"] = day_field(
                gettext("Dag van: %(module)s") % {"module": module.title}
            )

    def content(self) -> EditionContent:
        """Return what was typed."""
        typed = self.cleaned_data
        days: list[date] = [typed[name] for name in self.fields if name.startswith("day")]
        return EditionContent(place=typed["place"], places=typed["places"], days=tuple(days))


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
