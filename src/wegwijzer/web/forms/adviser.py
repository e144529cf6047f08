"""The facts that a question of the adviser turns on."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from wegwijzer.law.advice import Fact, Question


def facts_form(question: Question, data: Mapping[str, Any] | None) -> forms.Form:
    """Return a form with one field per fact: a choice, or yes and no."""
    form = forms.Form(data)
    for fact in question.facts:
        form.fields[fact.name] = _field(fact)
    return form


def _field(fact: Fact) -> forms.ChoiceField:
    if fact.choices:
        choices = [("", _("Kies…")), *((key, _(label)) for key, label in fact.choices)]
        return forms.ChoiceField(label=_(fact.label), choices=choices)
    return forms.ChoiceField(
        label=_(fact.label),
        choices=[("no", _("Nee")), ("yes", _("Ja"))],
        initial="no",
        required=False,
        widget=forms.RadioSelect,
    )
