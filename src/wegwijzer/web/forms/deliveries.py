"""The forms of a supplier: refuse, provide with a form, provide a file."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import lazystr
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wegwijzer.casework.delivery.mapping import EXTRA, IGNORED, TARGETS
from wegwijzer.casework.rules import KEEP_LABELS, Defaults, Keep, ProvidedItem
from wegwijzer.law.vocabulary import (
    RELATION_LABELS,
    SECRECY_LABELS,
    Category,
    Relation,
    SecrecyGround,
)
from wegwijzer.subjects.rules import (
    HANDLING_LABELS,
    INFORMATION_RELIABILITY_LABELS,
    SOURCE_RELIABILITY_LABELS,
    Handling,
    InformationReliability,
    SourceReliability,
    SubjectFacts,
)
from wegwijzer.web.forms.casework import words
from wegwijzer.web.forms.fields import day_field, labelled


def coded(labels: Mapping[Any, str]) -> list[tuple[str, Any]]:
    """Return choices with the code before the words."""
    return [(key.value, _with_code(key.value, label)) for key, label in labels.items()]


def _with_code(code: str, label: str) -> Any:
    return lazystr(f"{code} · {gettext(label)}")


class RefusalForm(forms.Form):
    """Refuse for weighty reasons."""

    reason = words(
        _("Zwaarwegende redenen"),
        _(
            "Dit blijft bij uw deelnemer. De anderen zien dat u weigert, niet waarom "
            "(Wgs art. 1.5 lid 1)."
        ),
    )


class ProvidedForm(forms.Form):
    """What holds for an item, or for every row of a file."""

    category = forms.ChoiceField(label=_("Soort gegevens"))
    summary = forms.CharField(
        label=_("Wat is er bekend?"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Feitelijk, zonder oordeel."),
    )
    relation = forms.ChoiceField(
        label=_("Over wie"),
        choices=lambda: labelled(RELATION_LABELS),
        initial=Relation.SUBJECT,
    )
    circle_link = forms.CharField(
        label=_("Band met de betrokkene"),
        max_length=400,
        required=False,
        help_text=_("Alleen bij de directe kring, zoals ‘partner’ of ‘medebestuurder’."),
    )
    secrecy_ground = forms.ChoiceField(
        label=_("Geheimhouding"), choices=lambda: labelled(SECRECY_LABELS, _("Kies"))
    )
    first_processed_date = day_field(
        _("Voor het eerst verwerkt op"),
        _("Vanaf deze dag telt de bewaartermijn van vijf jaar (Wgs art. 1.8 lid 7)."),
    )
    source_reliability = forms.ChoiceField(
        label=_("Hoe betrouwbaar is de bron?"),
        choices=lambda: coded(SOURCE_RELIABILITY_LABELS),
        initial=SourceReliability.X,
    )
    information_reliability = forms.ChoiceField(
        label=_("Hoe zeker is de informatie?"),
        choices=lambda: coded(INFORMATION_RELIABILITY_LABELS),
        initial=InformationReliability.FOUR,
    )
    handling = forms.ChoiceField(
        label=_("Wat mag ermee gebeuren?"), choices=lambda: coded(HANDLING_LABELS)
    )
    criminal_nature = forms.BooleanField(
        label=_("Het is een gegeven van strafrechtelijke aard"), required=False
    )
    necessity = words(
        _("Noodzaak van een bijzonder gegeven"),
        _("Alleen bij seksueel gedrag of seksuele gerichtheid (Wgs art. 2.21)."),
        2,
        required=False,
    )

    def __init__(
        self, *args: Any, categories: Iterable[tuple[Category, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        asked = [(key.value, _(label)) for key, label in categories]
        fields["category"].choices = asked if len(asked) == 1 else [("", _("Kies")), *asked]

    def values(self) -> dict[str, Any]:
        """Return what was filled in, in the words of the law."""
        told = self.cleaned_data
        first: date = told["first_processed_date"]
        return {
            "category": Category(told["category"]),
            "summary": told["summary"],
            "relation": Relation(told["relation"]),
            "circle_link": told["circle_link"],
            "secrecy_ground": SecrecyGround(told["secrecy_ground"]),
            "first_processed_date": first,
            "source_reliability": SourceReliability(told["source_reliability"]),
            "information_reliability": InformationReliability(told["information_reliability"]),
            "handling": Handling(told["handling"]),
            "criminal_nature": told["criminal_nature"],
            "necessity": told["necessity"],
        }

    def item(self, subject: SubjectFacts | None) -> ProvidedItem:
        """Return the item that was filled in."""
        return ProvidedItem(**self.values(), subject=subject)


class FileForm(forms.Form):
    """A file to deliver."""

    file = forms.FileField(
        label=_("Bestand"),
        max_length=200,
        help_text=_(
            "CSV, XLSX of ODS met een kopregel, ten hoogste 100.000 rijen en 50 MB. "
            "Het bestand wordt versleuteld bewaard en na het inlezen verwijderd."
        ),
    )


class MappingForm(ProvidedForm):
    """What each column holds, and what holds for every row."""

    keep = forms.ChoiceField(
        label=_("Als rijen niet kloppen"),
        choices=lambda: labelled(KEEP_LABELS),
        widget=forms.RadioSelect,
        initial=Keep.GOOD_ROWS,
    )

    def __init__(
        self, *args: Any, columns: Sequence[str], suggested: Sequence[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.columns = columns
        fields: dict[str, Any] = self.fields
        fields["summary"].required = False
        fields["summary"].label = _("Wat staat er in de rijen?")
        fields["summary"].help_text = _(
            "Geldt voor rijen zonder eigen omschrijving; leeg is de soort gegevens."
        )
        choices = _targets()
        for place, (column, field) in enumerate(zip(columns, suggested, strict=True)):
            fields[f"column-{place}"] = forms.ChoiceField(
                label=column, choices=choices, initial=field, required=False
            )

    @property
    def mapped(self) -> list[Any]:
        """Return the field of each column."""
        return [self[f"column-{place}"] for place in range(len(self.columns))]

    @property
    def plain(self) -> list[Any]:
        """Return the fields that are about every row."""
        return [self[name] for name in self.fields if not name.startswith("column-")]

    def chosen(self) -> list[str]:
        """Return the field that each column fills."""
        return [self.cleaned_data[f"column-{place}"] for place in range(len(self.columns))]

    def defaults(self) -> Defaults:
        """Return what holds for every row."""
        return Defaults(**self.values())


def _targets() -> list[tuple[Any, Any]]:
    """Return the fields by group, with first what needs no field."""
    groups: dict[str, list[tuple[Any, Any]]] = {}
    for target in TARGETS:
        groups.setdefault(target.group, []).append((target.field, _(target.label)))
    start: list[tuple[Any, Any]] = [
        (EXTRA, _("Bewaren bij het gegeven")),
        (IGNORED, _("Niet overnemen")),
    ]
    return [*start, *((_(group), options) for group, options in groups.items())]
