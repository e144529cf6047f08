"""What the pages about people and rights ask."""

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from wegwijzer.law.vocabulary import ORGANS
from wegwijzer.network.rules import CLEARANCE_LABELS, ROLE_LABELS
from wegwijzer.web.forms.fields import day_field


class PeriodForm(forms.Form):
    """From a day up to and including another."""

    starts_on = day_field(_("Vanaf"))
    ends_on = day_field(_("Tot en met (leeg is onbepaald)"), required=False)


class ParticipantForm(forms.Form):
    """An organ that takes part."""

    kind = forms.ChoiceField(
        label=_("Soort orgaan"),
        choices=[(kind.value, _(organ.name)) for kind, organ in ORGANS.items()],
    )
    name = forms.CharField(label=_("Naam"), max_length=160)
    municipality_code = forms.CharField(
        label=_("Gemeentecode (GM en vier cijfers)"), max_length=6, required=False
    )


class PasswordForm(forms.Form):
    """A password that the house accepts."""

    password = forms.CharField(
        label=_("Wachtwoord (minstens 12 tekens)"),
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_password(self) -> str:
        """Return the password when it is long and not a common one."""
        told = str(self.cleaned_data["password"])
        validate_password(told)
        return told


class PersonForm(PasswordForm):
    """Somebody who can sign in."""

    name = forms.CharField(label=_("Naam"), max_length=120)
    email = forms.EmailField(label=_("E-mailadres"))
    phone = forms.CharField(label=_("Telefoon"), max_length=24, required=False)
    field_order = ["name", "email", "phone", "password"]


class RoleForm(PeriodForm):
    """A role for a time."""

    role = forms.ChoiceField(
        label=_("Rol"), choices=[(role.value, _(label)) for role, label in ROLE_LABELS.items()]
    )
    field_order = ["role", "starts_on", "ends_on"]


class ClearanceForm(PeriodForm):
    """A screening or a training."""

    kind = forms.ChoiceField(
        label=_("Soort"), choices=[(k.value, _(label)) for k, label in CLEARANCE_LABELS.items()]
    )
    reference = forms.CharField(label=_("Kenmerk van verklaring of certificaat"), max_length=120)
    field_order = ["kind", "reference", "starts_on", "ends_on"]


class LastDayForm(forms.Form):
    """The last day something counts."""

    last_day = day_field(_("Laatste dag"))


class IdentifiedForm(forms.Form):
    """How a manager knew that it is the person who asks."""

    how = forms.CharField(
        label=_("Hoe stelde u vast dat deze persoon het zelf vraagt?"),
        help_text=_("Bijvoorbeeld: kwam langs met het legitimatiebewijs. Bellen is te weinig."),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
