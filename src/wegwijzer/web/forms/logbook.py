"""What a reader of the logbook chooses first."""

from django import forms
from django.utils.translation import gettext_lazy as _

from wegwijzer.logbook.rules import AIM_LABELS, Outcome


class LogbookFilter(forms.Form):
    """The aim is needed; the rest narrows down."""

    aim = forms.ChoiceField(
        label=_("Waarvoor leest u het logboek?"),
        choices=[
            ("", _("Kies een doel…")),
            *((a.value, _(label)) for a, label in AIM_LABELS.items()),
        ],
    )
    outcome = forms.ChoiceField(
        label=_("Uitkomst"),
        required=False,
        choices=[
            ("", _("Alle")),
            (Outcome.DONE.value, _("Gedaan")),
            (Outcome.READ.value, _("Gelezen")),
            (Outcome.REFUSED.value, _("Geweigerd")),
        ],
    )
    dossier = forms.CharField(
        label=_("Nummer van een signaal of casus"),
        required=False,
        max_length=40,
    )
