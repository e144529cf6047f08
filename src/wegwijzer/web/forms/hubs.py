"""The forms of hubs: what is said of one, what is counted, and the figure of a year."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from wegwijzer.programme.queries.hubs import HubPage
from wegwijzer.programme.rules.hubs import (
    FIRST_YEAR,
    HUB_KIND_LABELS,
    LAST_YEAR,
    NOTE_KIND_LABELS,
    FigureContent,
    HubContent,
    HubKind,
    IndicatorContent,
)
from wegwijzer.web.forms.fields import Choices, labelled

SLUG = {"list": "portfolios", "autocomplete": "off"}


def _lines(label: Any, help_text: Any, rows: int = 4, *, required: bool = False) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class HubFilterForm(forms.Form):
    """How the hubs are narrowed."""

    kind = forms.ChoiceField(label=_("Soort"), required=False)
    portfolio = forms.ChoiceField(label=_("Portefeuille"), required=False)

    def __init__(self, *args: Any, portfolios: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["kind"].choices = labelled(HUB_KIND_LABELS, _("Alle"))
        fields["portfolio"].choices = [("", _("Alle")), *portfolios]


class CompareForm(HubFilterForm):
    """Which indicator is compared, over which hubs."""

    indicator = forms.ChoiceField(label=_("Indicator"))
    field_order = ("indicator", "kind", "portfolio")

    def __init__(self, *args: Any, indicators: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["indicator"].choices = indicators


class HubForm(forms.Form):
    """What is said of a hub."""

    name = forms.CharField(label=_("Naam"), max_length=120)
    kind = forms.ChoiceField(label=_("Soort"), choices=lambda: labelled(HUB_KIND_LABELS))
    place = forms.CharField(label=_("Plaats"), max_length=120, required=False)
    municipality_code = forms.CharField(
        label=_("Gemeentecode"),
        help_text=_("Van het CBS, bijvoorbeeld GM0363."),
        max_length=6,
        required=False,
    )
    portfolios = forms.CharField(
        label=_("Portefeuilles"),
        help_text=_("Welke portefeuilles naar deze plek kijken, met een komma ertussen."),
        max_length=400,
        required=False,
    )
    summary = _lines(_("Wat is dit voor plek?"), _("Waarom zij ertoe doet, in enkele zinnen."))
    partners = _lines(_("Partners"), _("Organisaties die hier samenwerken, een op elke regel."))

    def content(self) -> HubContent:
        """Return what was typed."""
        typed = self.cleaned_data
        slugs = (slugify(one)[:48] for one in typed["portfolios"].split(","))
        return HubContent(
            name=typed["name"],
            kind=HubKind(typed["kind"]),
            place=typed["place"],
            municipality_code=typed["municipality_code"].upper(),
            summary=typed["summary"],
            portfolios=frozenset(one for one in slugs if one),
            partners=tuple(one for one in typed["partners"].splitlines() if one.strip()),
        )


def typed_in(page: HubPage) -> dict[str, Any]:
    """Return what is said of a hub as it stands in its form."""
    shown = {name: getattr(page.content, name) for name in HubForm.base_fields}
    shown["portfolios"] = ", ".join(sorted(page.content.portfolios))
    shown["partners"] = "\n".join(page.content.partners)
    return shown


class IndicatorForm(forms.Form):
    """What is counted, and how."""

    name = forms.CharField(label=_("Wat wordt geteld?"), max_length=120)
    definition = _lines(
        _("Definitie"), _("Wat telt wel mee en wat niet, en door wie."), required=True
    )
    unit = forms.CharField(
        label=_("Eenheid"), help_text=_("Bijvoorbeeld zaken, personen of kilo."), max_length=40
    )
    portfolio = forms.CharField(
        label=_("Portefeuille"), max_length=48, required=False,
        widget=forms.TextInput(attrs=SLUG),
    )  # fmt: skip

    def content(self) -> IndicatorContent:
        """Return what was typed."""
        typed = self.cleaned_data
        return IndicatorContent(
            name=typed["name"],
            definition=typed["definition"],
            unit=typed["unit"],
            portfolio=slugify(typed["portfolio"])[:48],
        )


class FigureForm(forms.Form):
    """The figure of a hub in a year."""

    indicator = forms.ChoiceField(label=_("Indicator"))
    year = forms.IntegerField(label=_("Jaar"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    value = forms.DecimalField(
        label=_("Aantal"), min_value=Decimal(0), max_digits=14, decimal_places=2, localize=True
    )
    source = forms.CharField(label=_("Bron"), max_length=200)
    breaks_series = forms.BooleanField(
        label=_("Anders geregistreerd dan het jaar ervoor"), required=False
    )
    note = forms.CharField(
        label=_("Toelichting"),
        help_text=_("Bij een andere registratie: wat is er anders?"),
        max_length=300,
        required=False,
    )
    reason = forms.CharField(
        label=_("Wat klopte er niet?"),
        help_text=_("Alleen als er van dat jaar al een cijfer staat: dat blijft dan te lezen."),
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, indicators: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["indicator"].choices = indicators

    def content(self) -> FigureContent:
        """Return what was typed."""
        names = ("year", "value", "source", "note", "breaks_series")
        return FigureContent(**{name: self.cleaned_data[name] for name in names})


class HubNoteForm(forms.Form):
    """An initiative or an obstacle at a hub."""

    kind = forms.ChoiceField(label=_("Soort"), choices=lambda: labelled(NOTE_KIND_LABELS))
    text = forms.CharField(label=_("In één regel"), max_length=300, required=False)
    item = forms.CharField(
        label=_("Uit de bibliotheek"),
        help_text=_("Plak het adres van het stuk in de bibliotheek."),
        max_length=300,
        required=False,
    )

    def clean_item(self) -> UUID | None:
        """Return the id in the pasted address."""
        parts = [one for one in self.cleaned_data["item"].strip().split("/") if one]
        for part in reversed(parts):
            try:
                return UUID(part)
            except ValueError:
                continue
        if parts:
            raise forms.ValidationError(_("Dit is geen adres van een stuk in de bibliotheek."))
        return None
