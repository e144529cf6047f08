"""The forms of the heads council: a meeting, its agenda, and what comes of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wegwijzer.kernel.actor import Actor
from wegwijzer.programme.rules.council import (
    EFFECT_LABELS,
    OUTCOME_LABELS,
    PURPOSE_LABELS,
    DecisionContent,
    Effect,
    ItemContent,
    MeetingContent,
    Outcome,
    PaperContent,
    Purpose,
    SubjectKind,
    TaskContent,
)
from wegwijzer.web.forms.colleagues import ColleagueField
from wegwijzer.web.forms.fields import day_field, labelled


def _words(label: Any, rows: int = 3, help_text: Any = "", **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=more.pop("most", 8_000),
        widget=forms.Textarea(attrs={"rows": rows}),
        **more,
    )


class MeetingForm(forms.Form):
    """When and where the council meets."""

    held_date = day_field(_("Dag"))
    place = forms.CharField(label=_("Plaats"), help_text=_("Of schrijf 'online'."), max_length=120)
    chair = forms.CharField(label=_("Voorzitter"), max_length=120)

    def content(self) -> MeetingContent:
        """Return what was typed."""
        return MeetingContent(**self.cleaned_data)


class ItemForm(forms.Form):
    """An item of the agenda; its subject is one of the choices, written ``kind:subject``."""

    title = forms.CharField(label=_("Titel"), max_length=160)
    purpose = forms.ChoiceField(
        label=_("Wat wordt er gevraagd?"),
        widget=forms.RadioSelect,
        choices=lambda: labelled(PURPOSE_LABELS),
    )
    about = forms.ChoiceField(label=_("Waar gaat het over?"), required=False)
    intro = _words(_("Toelichting"), help_text=_("Wat er speelt, en wat u voorstelt."),
                   required=False)  # fmt: skip

    def __init__(self, *args: Any, subjects: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["about"].choices = [("", _("Niet één portefeuille of opdracht")), *subjects]

    def content(self) -> ItemContent:
        """Return what was typed."""
        kind, _colon, subject = self.cleaned_data["about"].partition(":")
        return ItemContent(
            title=self.cleaned_data["title"],
            purpose=Purpose(self.cleaned_data["purpose"]),
            intro=self.cleaned_data["intro"],
            subject_kind=SubjectKind(kind),
            subject=subject,
        )


def item_typed(content: ItemContent) -> dict[str, Any]:
    """Return an item as it stands in its form."""
    about = f"{content.subject_kind.value}:{content.subject}" if content.subject else ""
    return {
        "title": content.title,
        "purpose": content.purpose.value,
        "intro": content.intro,
        "about": about,
    }


class PaperForm(forms.Form):
    """A paper: its text here, or a link."""

    title = forms.CharField(label=_("Titel van het stuk"), max_length=160)
    text = _words(_("Tekst"), rows=6, required=False, most=60_000)
    url = forms.URLField(
        label=_("Of een link"), max_length=300, required=False, assume_scheme="https"
    )

    def content(self) -> PaperContent:
        """Return what was typed."""
        return PaperContent(**self.cleaned_data)


class ReportForm(forms.Form):
    """What was said about an item."""

    report = _words(_("Wat is er besproken?"), rows=4, required=False)


class DecisionForm(forms.Form):
    """What was decided; what it does to an assignment only from who commissions that one."""

    text = _words(_("Besluit"), rows=3, help_text=_("In een zin die zonder verslag te lezen is."))
    outcome = forms.ChoiceField(
        label=_("Uitkomst"), widget=forms.RadioSelect, choices=lambda: labelled(OUTCOME_LABELS)
    )
    effect = forms.ChoiceField(
        label=_("Gevolg"), required=False, choices=lambda: labelled(EFFECT_LABELS)
    )

    def __init__(self, *args: Any, effects: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not effects:
            del self.fields["effect"]

    def content(self) -> DecisionContent:
        """Return what was typed."""
        return DecisionContent(
            text=self.cleaned_data["text"],
            outcome=Outcome(self.cleaned_data["outcome"]),
            effect=Effect(self.cleaned_data.get("effect", "")),
        )


class TaskForm(forms.Form):
    """Who does what, by when: a colleague, or somebody outside the network in words."""

    text = forms.CharField(label=_("Wat"), max_length=300)
    owner = ColleagueField(
        help_text=_("De actie komt op de werklijst van deze collega."), required=False
    )
    who = forms.CharField(label=_("Of iemand buiten het netwerk"), max_length=120, required=False)
    due_date = day_field(_("Uiterlijk"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["owner"].offer(actor)

    def content(self) -> TaskContent:
        """Return what was typed."""
        typed = dict(self.cleaned_data)
        owner = typed.pop("owner")
        return TaskContent(owner_id=owner.person_id if owner else None, **typed)


class CloseForm(forms.Form):
    """Who was there."""

    present = _words(_("Aanwezig"), rows=2, help_text=_("Namen, met een komma ertussen."))
