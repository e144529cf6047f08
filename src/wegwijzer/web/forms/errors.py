"""What a form says of a field when nothing more precise is known: what to do, in one place."""

from django import forms
from django.core import validators
from django.utils.translation import gettext_lazy as _


def say_what_to_do() -> None:
    """Let every form say what to do instead of what is wrong."""
    forms.Field.default_error_messages["required"] = _("Vul dit in.")
    forms.ChoiceField.default_error_messages["required"] = _("Maak een keuze.")
    forms.FileField.default_error_messages["required"] = _("Kies een bestand.")
    validators.MaxValueValidator.message = _("Vul ten hoogste %(limit_value)s in.")
    validators.MinValueValidator.message = _("Vul ten minste %(limit_value)s in.")
    validators.MaxLengthValidator.message = _(
        "Maak dit korter: ten hoogste %(limit_value)s tekens. Het zijn er nu %(show_value)s."
    )
