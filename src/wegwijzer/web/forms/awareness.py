"""The forms of awareness meetings: ask, plan, give a reason, count, evaluate, agree."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wegwijzer.academy.rules.awareness import (
    MARKS,
    MOST_PEOPLE,
    STATE_LABELS,
    TARGET_LABELS,
    Link,
    Outcome,
    Plan,
    TargetGroup,
    Wish,
)
from wegwijzer.web.forms.fields import Choices, day_field, labelled, words_field


def _lines(text: str) -> list[str]:
    return [one.strip() for one in text.splitlines() if one.strip()]


class MeetingFilterForm(forms.Form):
    """How the meetings are narrowed."""

    region = forms.ChoiceField(label=_("Regio"), required=False)
    state = forms.ChoiceField(
        label=_("Stand"), required=False, choices=lambda: labelled(STATE_LABELS, _("Alle"))
    )
    target_group = forms.ChoiceField(
        label=_("Doelgroep"), required=False, choices=lambda: labelled(TARGET_LABELS, _("Alle"))
    )
    year = forms.ChoiceField(label=_("Jaar"), required=False)

    def __init__(
        self, *args: Any, regions: Choices, years: list[int], **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["region"].choices = [("", _("Alle")), *regions]
        fields["year"].choices = [("", _("Alle")), *((str(one), str(one)) for one in years)]


class FiguresFilterForm(MeetingFilterForm):
    """Of which year and region the figures are."""

    state = None  # type: ignore[assignment]
    target_group = None  # type: ignore[assignment]
    field_order = ("year", "region")

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, years=years, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["year"].choices = [(str(one), str(one)) for one in years]


class WishForm(forms.Form):
    """What a municipality asks for; two minutes of work."""

    target_group = forms.ChoiceField(
        label=_("Voor wie?"), choices=lambda: labelled(TARGET_LABELS, _("Kies een doelgroep"))
    )
    people = forms.IntegerField(
        label=_("Hoeveel mensen verwacht u?"), min_value=1, max_value=MOST_PEOPLE
    )
    subject = forms.CharField(label=_("Onderwerp"), max_length=160)
    phenomenon = forms.ChoiceField(label=_("Fenomeen"), required=False)
    goal = words_field(_("Wat moet de bijeenkomst opleveren?"), required=False)
    wished_from = day_field(_("Vanaf welke dag kan het?"))
    wished_until = day_field(_("Tot en met welke dag?"))
    place = forms.CharField(
        label=_("Plaats"), max_length=160, help_text=_("Een zaal bij u, of: online.")
    )
    contact_name = forms.CharField(label=_("Contactpersoon"), max_length=120)
    contact_reach = forms.CharField(label=_("Telefoon of e-mail"), max_length=160)

    def __init__(self, *args: Any, phenomena: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["phenomenon"].choices = [("", _("Geen, of een ander")), *phenomena]

    def wish(self) -> Wish:
        """Return what was typed."""
        typed = self.cleaned_data
        return Wish(**typed | {"target_group": TargetGroup(typed["target_group"])})


class StepForm(forms.Form):
    """A step without anything to fill in."""


class WordsForm(StepForm):
    """A step that needs a reason."""

    words = words_field(_("Toelichting"), required=False)


class PlanForm(StepForm):
    """When, where, who speaks, and with what."""

    day = day_field(_("Dag"))
    begins = forms.TimeField(
        label=_("Begint om"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    minutes = forms.IntegerField(label=_("Duur in minuten"), min_value=15, max_value=480)
    place = forms.CharField(label=_("Plaats"), max_length=160)
    speakers = forms.TypedMultipleChoiceField(
        label=_("Sprekers uit de regio"), required=False, widget=forms.CheckboxSelectMultiple
    )
    guests = words_field(
        _("Andere sprekers"), _("Een naam op elke regel."), rows=2, required=False
    )  # fmt: skip
    materials = words_field(
        _("Materiaal"),
        _("Op elke regel een naam en dan de link, bijvoorbeeld: Presentatie https://…"),
        required=False,
    )
    words = words_field(
        _("Bericht aan de gemeente"),
        _("Nodig als de dag buiten de gevraagde periode valt."),
        required=False,
    )

    def __init__(self, *args: Any, speakers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["speakers"].choices = speakers
        fields["speakers"].coerce = UUID

    def plan(self) -> Plan:
        """Return what was typed."""
        typed = self.cleaned_data
        parts = (line.rpartition(" ") for line in _lines(typed["materials"]))
        links = tuple(Link(label=label.strip(" |:-"), url=url) for label, _gap, url in parts)
        said = {"speakers": tuple(typed["speakers"]), "guests": tuple(_lines(typed["guests"]))}
        return Plan(**typed | said | {"materials": links})


class HoldForm(StepForm):
    """How many were there."""

    attended = forms.IntegerField(
        label=_("Hoeveel mensen waren er?"),
        help_text=_("Alleen het aantal; houd geen lijst met namen bij."),
        min_value=0,
        max_value=MOST_PEOPLE,
    )


class OutcomeForm(StepForm):
    """How often each mark was given, and what was learned."""

    learned = words_field(_("Wat leerden de deelnemers, en wat leerde u?"), rows=4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for mark, label in reversed(MARKS.items()):
            self.fields[f"mark{mark}"] = forms.IntegerField(
                label=gettext("Aantal keer: %(mark)s") % {"mark": gettext(label)},
                min_value=0,
                max_value=MOST_PEOPLE,
                required=False,
            )
        self.order_fields([f"mark{mark}" for mark in reversed(MARKS)])

    def outcome(self) -> Outcome:
        """Return what was typed; a mark left open was not given."""
        typed = self.cleaned_data
        marks = {mark: typed[f"mark{mark}"] or 0 for mark in MARKS}
        return Outcome(marks=marks, learned=typed["learned"])


class FollowUpForm(forms.Form):
    """What was agreed: who does what, by when."""

    what = forms.CharField(label=_("Wat spreekt u af?"), max_length=300)
    who = forms.CharField(label=_("Wie doet het?"), max_length=160)
    due_date = day_field(_("Wanneer is het klaar?"))
