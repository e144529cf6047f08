"""The forms of the library: how it is narrowed, and what an item says."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wegwijzer.commons.rules.items import KIND_LABELS, STATUS_LABELS

Choices = list[tuple[str, Any]]
SEARCH = {"type": "search", "data-draft": "off"}


def labelled(labels: Mapping[Any, str], first: Any = None) -> Choices:
    """Return choices in the language of the reader; ``first`` stands for no choice."""
    start = [] if first is None else [("", first)]
    return [*start, *((key.value, _(label)) for key, label in labels.items())]


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
