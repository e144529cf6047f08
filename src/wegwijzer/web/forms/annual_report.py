"""The forms of the yearly report."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wegwijzer.annual_report.rules import figures, states
from wegwijzer.web.forms.signals import labelled, words


class StartForm(forms.Form):
    """Of which year, and for whom."""

    year = forms.IntegerField(label=_("Jaar"), min_value=figures.FIRST_YEAR, max_value=2100)
    kind = forms.ChoiceField(label=_("Soort verslag"), choices=labelled(states.KIND_LABELS))


class NarrowForm(forms.Form):
    """By what the list is narrowed."""

    kind = forms.ChoiceField(
        label=_("Soort verslag"),
        required=False,
        choices=[("", _("Alle")), *labelled(states.KIND_LABELS)],
    )


class ChapterForm(forms.Form):
    """The title of a chapter."""

    title = forms.CharField(label=_("Titel"), max_length=200)


class SectionForm(forms.Form):
    """A piece of text, on top of the version that was read."""

    heading = forms.CharField(
        label=_("Tussenkop"),
        max_length=200,
        required=False,
        help_text=_("Laat leeg als dit deel geen eigen kop nodig heeft."),
    )
    body = words(
        _("Tekst"),
        _("Een lege regel begint een alinea, een streepje aan het begin van een regel een punt. "
          "Een cijfer noemt u als {cijfer:signalen-ontvangen}."),
        rows=16,
        most=20_000,
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)


class RemarkForm(forms.Form):
    """What somebody noticed."""

    text = words(_("Opmerking"), rows=2, most=2000)


class ReasonForm(forms.Form):
    """Why."""

    reason = words(_("Reden"), rows=3, most=2000)


class MapForm(forms.Form):
    """Which figure the map of the regions shows."""

    figure = forms.ChoiceField(label=_("Cijfer op de kaart"), required=False)

    def __init__(self, *args: Any, figures: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["figure"].choices = [(slug, gettext(name)) for slug, name in figures]  # type: ignore[attr-defined]

    def chosen(self, rows: list[dict[str, Any]]) -> dict[str, Any]:
        """Return the figure that was asked for, or the first."""
        slug = self.cleaned_data.get("figure") if self.is_valid() else ""
        return next((row for row in rows if row["slug"] == slug), rows[0])


class CollectForm(forms.Form):
    """Of which portfolio something is collected."""

    portfolio = forms.ChoiceField(label=_("Portefeuille"), required=False)

    def __init__(self, *args: Any, portfolios: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["portfolio"].choices = [("", _("Alle")), *portfolios]  # type: ignore[attr-defined]


class TakeForm(forms.Form):
    """Into which chapter something goes."""

    source = forms.CharField(widget=forms.HiddenInput, max_length=120)
    chapter = forms.ChoiceField(label=_("Hoofdstuk"))

    def __init__(self, *args: Any, chapters: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chapter"].choices = list(chapters)  # type: ignore[attr-defined]
