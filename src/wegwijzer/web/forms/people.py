"""The forms of who carries a portfolio out: members, groups, their days."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wegwijzer.kernel.actor import Actor
from wegwijzer.programme.rules.people import (
    GROUP_KIND_LABELS,
    PART_LABELS,
    DayContent,
    GroupContent,
    GroupKind,
)
from wegwijzer.web.forms.colleagues import ColleagueField
from wegwijzer.web.forms.fields import Choices, day_field, labelled, words_field


class _OfColleagues(forms.Form):
    """A form with a colleague in it."""

    person = ColleagueField()

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["person"].offer(actor)


class MemberForm(_OfColleagues):
    """Somebody who will work on a portfolio."""

    part = forms.ChoiceField(
        label=_("Wat doet deze persoon?"), choices=lambda: labelled(PART_LABELS)
    )


class GroupMemberForm(_OfColleagues):
    """Somebody who will take part in a group."""

    leads = forms.BooleanField(label=_("Leidt de groep"), required=False)


class GroupForm(forms.Form):
    """A working group or a Next Level Workshop."""

    kind = forms.ChoiceField(
        label=_("Vorm"), widget=forms.RadioSelect, choices=lambda: labelled(GROUP_KIND_LABELS)
    )
    name = forms.CharField(label=_("Naam"), max_length=120)
    purpose = words_field(_("Waar is zij voor?"))
    assignment = forms.ChoiceField(
        label=_("Voor welke opdracht?"), required=False,
        help_text=_("Laat leeg als de groep voor de hele portefeuille werkt."),
    )  # fmt: skip
    starts_date = day_field(_("Begint op"))
    ends_date = day_field(_("Loopt tot en met"), _("Laat leeg als dat nog niet vaststaat."),
                          required=False)  # fmt: skip

    def __init__(self, *args: Any, assignments: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["assignment"].choices = [("", _("Geen opdracht")), *assignments]

    def content(self) -> GroupContent:
        """Return what was typed."""
        typed = dict(self.cleaned_data)
        kind, assignment = GroupKind(typed.pop("kind")), typed.pop("assignment")
        return GroupContent(
            kind=kind, assignment_id=UUID(assignment) if assignment else None, **typed
        )


def typed_group(content: GroupContent) -> dict[str, Any]:
    """Return a group as it stands in its form."""
    names = ("name", "purpose", "starts_date", "ends_date")
    return {
        **{name: getattr(content, name) for name in names},
        "kind": content.kind.value,
        "assignment": str(content.assignment_id or ""),
    }


class DayForm(forms.Form):
    """A day on which a group meets."""

    held_date = day_field(_("Dag"))
    place = forms.CharField(label=_("Plaats"), help_text=_("Of schrijf 'online'."), max_length=120)
    subject = forms.CharField(label=_("Waar gaat het over?"), max_length=200)

    def content(self) -> DayContent:
        """Return what was typed."""
        return DayContent(**self.cleaned_data)


class OutcomeForm(forms.Form):
    """What came of a day, or of a whole group."""

    outcome = words_field(_("Wat heeft het opgeleverd?"))
