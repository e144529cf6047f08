"""The forms of an exploration: its setup, a note, names, focus and objectives."""

import re
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wegwijzer.exploration.queries import ClusterRow, FocusRow
from wegwijzer.exploration.rules.notes import LONGEST_NOTE
from wegwijzer.exploration.rules.sessions import (
    MOST_DOTS,
    USUAL_KINDS,
    VOTERS_LABELS,
    NoteKind,
    Setup,
    Voters,
)
from wegwijzer.web.forms.fields import Choices, labelled

_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_USUAL = {kind.slug: kind for kind in USUAL_KINDS}


def kind_named(label: str) -> NoteKind:
    """Return the sort of note that has this name, a usual one when it is one of those."""
    usual = next((one for one in USUAL_KINDS if str(_(one.label)) == label), None)
    slug = _NOT_A_WORD.sub("-", label.lower()).strip("-")[:32]
    return usual or NoteKind(slug or "soort", label[:40])


def _text(label: Any, help_text: Any = "", rows: int = 3, most: int = 2_000) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=help_text, max_length=most, widget=widget)


class SetupForm(forms.Form):
    """What the chairs decide about a session."""

    title = forms.CharField(label=_("Titel"), max_length=160)
    question = _text(
        _("Vraag aan de regio's"),
        _("Bijvoorbeeld: welke initiatieven lopen er bij u, en waar loopt u op vast?"),
    )
    portfolio = forms.ChoiceField(
        label=_("Portefeuille"),
        help_text=_("De doelen die eruit komen, neemt deze portefeuille over."),
        required=False,
    )
    held_at = forms.DateTimeField(
        label=_("Wanneer"),
        required=False,
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
        input_formats=["%Y-%m-%dT%H:%M"],
    )
    kinds = _text(_("Soorten notities"), _("Eén per regel, ten hoogste zes."), rows=3, most=400)
    open_to_all = forms.BooleanField(label=_("Alle regio's doen mee"), required=False, initial=True)
    region_ids = forms.MultipleChoiceField(
        label=_("Of alleen deze regio's"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    everybody_arranges = forms.BooleanField(
        label=_("Iedereen die meedoet, ordent mee"),
        help_text=_("Zonder vinkje ordenen alleen de voorzitters."),
        required=False,
    )
    voters = forms.ChoiceField(
        label=_("Wie stemt"), widget=forms.RadioSelect, choices=lambda: labelled(VOTERS_LABELS)
    )
    dots = forms.IntegerField(label=_("Stippen per stembiljet"), min_value=1, max_value=MOST_DOTS)
    most_per_cluster = forms.IntegerField(
        label=_("Ten hoogste op één cluster"), min_value=1, max_value=MOST_DOTS
    )

    def __init__(self, *args: Any, regions: Choices, portfolios: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["region_ids"].choices = regions
        fields["portfolio"].choices = [("", _("Geen portefeuille")), *portfolios]

    def setup(self) -> Setup:
        """Return what was typed."""
        typed = dict(self.cleaned_data)
        lines = [line.strip() for line in typed["kinds"].splitlines() if line.strip()]
        typed["kinds"] = tuple(kind_named(line) for line in lines)
        typed["region_ids"] = frozenset(UUID(one) for one in typed["region_ids"])
        typed["voters"] = Voters(typed["voters"])
        return Setup(**typed)


def typed_in(setup: Setup) -> dict[str, Any]:
    """Return a setup as it stood in the form."""
    return {
        **{name: getattr(setup, name) for name in SetupForm.base_fields},
        "kinds": "\n".join(str(_(kind.label)) for kind in setup.kinds),
        "region_ids": [str(one) for one in setup.region_ids],
        "voters": setup.voters.value,
    }


class NoteForm(forms.Form):
    """A note: short, of one sort, with or without the name of the writer."""

    # The board beside it reads its own boxes by name; the fields of a note keep out of their way.
    kind = forms.ChoiceField(label=_("Soort"), widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("Uw notitie"),
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST_NOTE}),
        help_text=_("Ten hoogste 280 tekens, zonder namen van personen of casussen."),
    )
    named = forms.BooleanField(label=_("Mijn naam mag erbij staan"), required=False)

    def __init__(self, *args: Any, kinds: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["kind"].choices = kinds
        if not self.initial.get("kind") and kinds:
            self.initial["kind"] = kinds[0][0]


class NameForm(forms.Form):
    """The name of a cluster."""

    name = forms.CharField(label=_("Naam van het cluster"), max_length=120)


class FocusForm(forms.Form):
    """A focus, and the clusters it comes from."""

    statement = _text(_("Focus"), _("Waar gaan de regio's samen aan werken? Eén of twee zinnen."))
    clusters = forms.MultipleChoiceField(label=_("Volgt uit"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, clusters: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["clusters"].choices = clusters


class ObjectiveForm(forms.Form):
    """An objective that follows from a focus: from all of it, or from what is ticked."""

    text = _text(_("Doel"), _("Wat is er bereikt, waaraan is dat te zien, en wanneer?"), rows=2)
    sources = forms.MultipleChoiceField(
        label=_("Volgt uit"),
        help_text=_("Zonder vinkje volgt het doel uit alle notities van deze focus."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, focus: FocusRow, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.clusters = {f"cluster:{one.id}": one for one in focus.clusters if one.notes}
        fields: dict[str, Any] = self.fields
        fields["sources"].choices = [
            choice for key, one in self.clusters.items() for choice in _sources(key, one)
        ]

    def note_ids(self) -> set[UUID]:
        """Return the notes that were ticked, and all those of the clusters that were."""
        ticked = self.cleaned_data["sources"]
        whole = [self.clusters[key] for key in ticked if key in self.clusters]
        single = {UUID(key) for key in ticked if key not in self.clusters}
        return single | {note.id for one in whole for note in one.notes}


def _sources(key: str, cluster: ClusterRow) -> Choices:
    """Return a cluster as a whole and its notes, to tick."""
    return [
        (key, _("Heel het cluster “%(name)s”") % {"name": cluster.name}),
        *((str(note.id), f"{note.text} ({note.region_name})") for note in cluster.notes),
    ]


class ConclusionForm(forms.Form):
    """What the chairs conclude."""

    conclusion = forms.CharField(
        label=_("Conclusie van de voorzitters"),
        help_text=_("Staat bovenaan het verslag: wat is afgesproken, en wie gaat ermee verder?"),
        required=False,
        max_length=8_000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
