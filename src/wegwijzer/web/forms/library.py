"""The forms of the library: how it is narrowed, and what an item says."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from wegwijzer.commons.rules.items import (
    KIND_LABELS,
    STATUS_LABELS,
    Content,
    Kind,
    Material,
    left_out,
)
from wegwijzer.web.forms.fields import Choices, day_field, labelled

SEARCH = {"type": "search", "data-draft": "off"}


def _words(label: Any, help_text: Any, rows: int, most: int = 4_000) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class LibraryFilterForm(forms.Form):
    """How the library is narrowed."""

    q = forms.CharField(label=_("Zoeken"), required=False, widget=forms.TextInput(SEARCH))
    kind = forms.ChoiceField(
        label=_("Soort"), required=False, choices=lambda: labelled(KIND_LABELS, _("Alle"))
    )
    region = forms.ChoiceField(label=_("Regio"), required=False)
    phenomenon = forms.ChoiceField(label=_("Fenomeen"), required=False)
    portfolio = forms.ChoiceField(label=_("Portefeuille"), required=False)
    year = forms.ChoiceField(label=_("Jaar"), required=False)
    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=lambda: labelled(STATUS_LABELS, _("Nu geldig"))
    )
    callable = forms.BooleanField(label=_("Mag gebeld worden"), required=False)

    def __init__(self, *args: Any, choices: Mapping[str, Iterable[Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        for name, known in choices.items():
            fields[name].choices = [("", _("Alle")), *known]


BODY_LABELS = {
    Kind.PHENOMENON_PICTURE: _("Bevindingen"),
    Kind.PROJECT: _("Aanpak en resultaat"),
    Kind.INITIATIVE: _("Wat er gebeurt"),
    Kind.OBSTACLE: _("Wat er in de weg staat"),
    Kind.INSTRUMENT: _("Hoe u het gebruikt"),
    Kind.METHOD: _("Hoe het werkt"),
    Kind.BARRIER_MODEL: _("Stappen en barrières"),
    Kind.EXPERTISE: _("Wat deze persoon weet"),
    Kind.ACTIVITY: _("Wat er te doen is"),
    Kind.EVALUATION: _("Wat het opleverde"),
}


class ItemForm(forms.Form):
    """What an item says; only a title is needed to keep it, a summary to publish it."""

    use_required_attribute = False

    title = forms.CharField(label=_("Titel"), max_length=160)
    summary = _words(
        _("Samenvatting"), _("In een paar zinnen. Zonder namen van personen of casussen."), 3
    )
    phenomena = forms.MultipleChoiceField(
        label=_("Fenomenen"), required=False, widget=forms.CheckboxSelectMultiple
    )
    portfolio = forms.CharField(
        label=_("Portefeuille"),
        required=False,
        max_length=48,
        help_text=_("Bijvoorbeeld mensenhandel of criminele geldstromen."),
        widget=forms.TextInput({"list": "portfolios"}),
    )
    place = forms.CharField(
        label=_("Plaats"), required=False, max_length=120, help_text=_("Gemeente of gebied.")
    )
    period_from = day_field(_("Van"), required=False)
    period_to = day_field(_("Tot en met"), required=False)
    method = forms.CharField(label=_("Methode"), required=False, max_length=200)
    sources = _words(_("Bronnen"), _("Welke bronnen zijn gebruikt?"), 2)
    body = _words(_("Tekst"), "", 8, 40_000)
    contact_name = forms.CharField(
        label=_("Wie weet hier meer van?"), required=False, max_length=120
    )
    contact_reach = forms.CharField(
        label=_("Telefoonnummer of e-mailadres"), required=False, max_length=120
    )
    may_be_called = forms.BooleanField(
        label=_("Andere regio's mogen contact opnemen"), required=False
    )
    materials = _words(
        _("Materialen"), _("Eén per regel: de naam, en daarachter de link (https://…)."), 3
    )

    def __init__(self, *args: Any, kind: Kind, phenomena: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        fields: dict[str, Any] = self.fields
        fields["phenomena"].choices = phenomena
        fields["body"].label = BODY_LABELS[kind]
        for name in left_out(kind):
            del fields[name]

    def content(self, before: Content | None = None) -> Content:
        """Return what was typed; what the form does not ask stays as it was."""
        typed: dict[str, Any] = dict(self.cleaned_data)
        typed["phenomena"] = frozenset(typed["phenomena"])
        typed["portfolio"] = slugify(typed["portfolio"])[:48]
        typed["materials"] = materials_in(typed["materials"])
        return replace(before or Content(kind=self.kind, title=""), **typed)


def materials_in(text: str) -> tuple[Material, ...]:
    """Return the materials that a text names, one a line, the link last."""
    lines = (line.strip() for line in text.splitlines())
    parts = (line.rpartition(" ") for line in lines if line)
    return tuple(Material(label.strip(" |:-"), url) for label, _space, url in parts)


def typed_in(content: Content) -> dict[str, Any]:
    """Return what an item says as it stands in its form."""
    shown = {name: getattr(content, name) for name in ItemForm.base_fields}
    shown["phenomena"] = sorted(content.phenomena)
    shown["materials"] = "\n".join(f"{one.label} {one.url}" for one in content.materials)
    return shown


class SupersedeForm(forms.Form):
    """By which item another is replaced."""

    by = forms.ChoiceField(label=_("Wat komt ervoor in de plaats?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, others: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["by"].choices = others


class InventoryFilterForm(forms.Form):
    """Which phenomenon pictures stand side by side."""

    phenomenon = forms.ChoiceField(label=_("Fenomeen"), required=False)
    region = forms.ChoiceField(label=_("Regio"), required=False)

    def __init__(self, *args: Any, choices: Mapping[str, Iterable[Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        for name, known in choices.items():
            fields[name].choices = [("", _("Alle")), *known]


class ListForm(forms.Form):
    """A list to take in, and of which kind the rows are that name none."""

    file = forms.FileField(
        label=_("Bestand"),
        max_length=160,
        help_text=_("CSV, XLSX of ODS met een kopregel, ten hoogste 2.000 rijen en 5 MB."),
    )
    kind = forms.ChoiceField(
        label=_("Soort"),
        help_text=_("Voor rijen waar geen soort bij staat."),
        choices=lambda: labelled(KIND_LABELS),
    )
