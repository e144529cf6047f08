"""The facts that a question of the adviser turns on."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from wegwijzer.law.advice import Fact, Question

TRUE = "true"


def facts_form(question: Question, data: Mapping[str, Any] | None) -> forms.Form:
    """Return a form with a field per choice, and one list of what may be true."""
    form = forms.Form(data)
    statements = []
    for fact in question.facts:
        if fact.choices:
            form.fields[fact.name] = _choice(fact)
        else:
            statements.append((fact.name, _(fact.label)))
    form.fields[TRUE] = forms.MultipleChoiceField(
        label=_("Vink aan wat waar is"),
        help_text=_("Weet u het niet zeker? Laat het open; dan ziet u wat er nodig is."),
        choices=statements,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    return form


def facts_of(question: Question, form: forms.Form) -> dict[str, str]:
    """Return what was filled in, as the adviser of the law takes it."""
    told = dict(form.cleaned_data)
    true = told.pop(TRUE)
    return told | {
        fact.name: "yes" if fact.name in true else "no"
        for fact in question.facts
        if not fact.choices
    }


def _choice(fact: Fact) -> forms.ChoiceField:
    choices = [("", _("Kies…")), *((key, _(label)) for key, label in fact.choices)]
    return forms.ChoiceField(label=_(fact.label), choices=choices)
