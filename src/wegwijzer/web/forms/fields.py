"""The fields and choices that many forms share."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

Choices = list[tuple[str, Any]]


class DayField(forms.DateField):
    """A day in the years that the network works in, or from ``first``; the calendar knows it too.

    The year 26 or 1026 is a slip of the hand.
    """

    def __init__(self, *, first: date = date(2000, 1, 1), **kwargs: Any) -> None:
        self.first, self.last = first, date(2099, 12, 31)
        span = {"min": first.isoformat(), "max": self.last.isoformat()}
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", **span})
        super().__init__(widget=widget, **kwargs)

    def validate(self, value: Any) -> None:
        """Refuse a day that nobody can mean."""
        super().validate(value)
        if value and not self.first <= value <= self.last:
            told = _("Controleer het jaar: kies een dag van %(first)s tot en met %(last)s.")
            years = {"first": self.first.year, "last": self.last.year}
            raise forms.ValidationError(told, code="year", params=years)


def labelled(labels: Mapping[Any, str], first: Any = None) -> Choices:
    """Return choices in the language of the reader; ``first`` stands for no choice."""
    start = [] if first is None else [("", first)]
    return [*start, *((key.value, _(label)) for key, label in labels.items())]


def day_field(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DateField:
    """Return a field for a day, with the browser's own calendar, which reads one notation only."""
    return DayField(
        label=label,
        help_text=help_text,
        required=required,
    )


def at_least(help_text: Any, least: int) -> Any:
    """Return a help text that says how short a text may be; ``least`` is what the rule says."""
    told = format_lazy(_("Ten minste {least} tekens."), least=least)
    return format_lazy("{} {}", help_text, told) if help_text else told


def words_field(
    label: Any, help_text: Any = "", *, rows: int = 3, required: bool = True, most: int = 4_000
) -> forms.CharField:
    """Return a field for a few sentences."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class AmountField(forms.DecimalField):
    """An amount in euro as people write it: 9.000, 9.000,50 and 9000,50, or 9,000.50.

    A point or comma with three digits behind it parts thousands; with one or two, cents.
    """

    THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=0, max_digits=12, decimal_places=2, localize=True, **kwargs)

    def to_python(self, value: Any) -> Any:
        """Return the amount, or None when nothing was typed."""
        text = re.sub(r"[€\s]", "", "" if value is None else str(value))
        if self.THOUSANDS.fullmatch(text):
            text = re.sub(r"[.,](?=\d{3})", "", text)
        if re.fullmatch(r"\d+,\d{1,2}", text):
            text = text.replace(",", ".")
        return super().to_python(text)


class NoFields(forms.Form):
    """A form that only asks to go on: it can say why that was refused."""
