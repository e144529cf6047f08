"""The forms of a signal: the report, what it is about, the intake check, the weighing table."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.functional import lazystr
from django.utils.translation import gettext, gettext_lazy

from wegwijzer.law.vocabulary import ORGANS, ParticipantKind
from wegwijzer.signals import rules
from wegwijzer.signals.queries import PhenomenonRow
from wegwijzer.signals.rules import Report
from wegwijzer.subjects.rules import (
    HANDLING_LABELS,
    INFORMATION_RELIABILITY_LABELS,
    KIND_LABELS,
    ROLE_LABELS,
    SOURCE_RELIABILITY_LABELS,
    Handling,
    SubjectFacts,
    SubjectKind,
    SubjectRole,
    written_date,
)
from wegwijzer.web.forms.fields import DayField, at_least

_ = gettext_lazy
Choices = list[tuple[str, Any]]


def labelled(labels: Mapping[Any, str], *, code: bool = False) -> Choices:
    """Return choices in the language of the reader; ``code`` writes the code before the words."""
    if code:
        return [(key.value, _coded(key.value, label)) for key, label in labels.items()]
    return [(getattr(key, "value", key), gettext_lazy(label)) for key, label in labels.items()]


def _coded(code: str, label: str) -> Any:
    return lazystr(f"{code} · {gettext(label)}")


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    return DayField(
        label=label,
        help_text=help_text,
        required=False,
        first=date(1900, 1, 1),
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
    )


def words(label: Any, help_text: Any = "", rows: int = 4, most: int = 4000) -> forms.CharField:
    """Return a field for a text of some lines."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class OpenForm(forms.Form):
    """A form that can be kept with anything left open; ``needed`` fields only look required."""

    use_required_attribute = False
    needed: frozenset[str] = frozenset()

    def full_clean(self) -> None:
        """Check what was typed; what was left empty is the business of submitting."""
        for field in self.fields.values():
            field.required = False
        super().full_clean()
        self.mark()

    def mark(self) -> None:
        """Show which fields are needed in the end."""
        for name, field in self.fields.items():
            field.required = name in self.needed


class ReportForm(OpenForm):
    """What was seen, where and when, why it belongs at the RIEC, and how sure it is.

    Nothing is required here: a draft may leave anything open. What submitting needs is a rule.
    """

    needed = frozenset(rules.NEEDED_TO_SUBMIT)

    title = forms.CharField(
        label=_("Titel"),
        max_length=120,
        required=False,
        help_text=_("Kort en feitelijk, zonder namen van personen."),
    )
    phenomenon = forms.ChoiceField(
        label=_("Fenomeen"), required=False, help_text=_("Waar lijkt dit het meest op?")
    )
    description = words(
        _("Wat is er gezien?"),
        at_least(
            _("Feiten: wat, door wie gezien, hoe vaak. Alleen wat nodig is om te beoordelen."),
            rules.SHORTEST,
        ),
        6,
        8000,
    )
    interventions_text = words(
        _("Wat is er al gedaan?"),
        _("Controles, waarschuwingen of maatregelen van uw organisatie of van anderen."),
        3,
    )
    place = forms.CharField(
        label=_("Plaats"),
        max_length=120,
        required=False,
        help_text=_("Gemeente, wijk of straat waar het is gezien."),
    )
    period_from = _day(_("Sinds wanneer"), _("Een schatting mag."))
    period_to = _day(_("Tot wanneer"), _("Leeg laten als het nog speelt."))
    ground = forms.ChoiceField(
        label=_("Wettelijke taak"),
        required=False,
        help_text=_("De taak van uw organisatie waarop dit signaal berust (Wgs art. 2.19)."),
    )
    purpose_text = words(
        _("Waarom moeten de deelnemers dit samen bekijken?"),
        at_least(
            _("Voor welke strafrechtelijke, bestuurlijke of fiscale handhaving (Wgs art. 2.17)."),
            rules.SHORTEST,
        ),
    )
    organised_crime_text = words(
        _("Waaruit blijkt georganiseerde criminaliteit?"),
        at_least(
            _("Duidelijke en objectieve aanwijzingen, geen vermoeden alleen."), rules.SHORTEST
        ),
    )
    source_reliability = forms.ChoiceField(
        label=_("Hoe betrouwbaar is de bron?"),
        help_text=_(
            "Degene of het systeem waar het vandaan komt, los van wat er is gezegd. Kies X als u "
            "het niet weet."
        ),
        required=False,
        widget=forms.RadioSelect,
        choices=lambda: labelled(SOURCE_RELIABILITY_LABELS, code=True),
    )
    information_reliability = forms.ChoiceField(
        label=_("Hoe zeker is de informatie?"),
        help_text=_(
            "Wat er is gezegd, los van wie het zei. Kies 4 als niets of niemand het bevestigt."
        ),
        required=False,
        widget=forms.RadioSelect,
        choices=lambda: labelled(INFORMATION_RELIABILITY_LABELS, code=True),
    )
    handling = forms.ChoiceField(
        label=_("Wat mag ermee gebeuren?"),
        help_text=_(
            "Dit geldt voor iedere deelnemer die het signaal leest. H0 is gewoon; kies een ander "
            "als uw organisatie of de bron dat vraagt."
        ),
        initial=Handling.H0,
        required=False,
        widget=forms.RadioSelect,
        choices=lambda: labelled(HANDLING_LABELS, code=True),
    )

    def __init__(
        self, *args: Any, phenomena: Iterable[PhenomenonRow], participant_kind: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["phenomenon"].choices = [
            ("", _("Kies een fenomeen")),
            *((row.slug, _(row.name)) for row in phenomena),
        ]
        fields["ground"].choices = [("", _("Kies een taak")), *grounds_of(participant_kind)]
        self.mark()

    def report(self) -> Report:
        """Return what was filled in."""
        return Report(**self.cleaned_data)


def grounds_of(participant_kind: str) -> Choices:
    """Return the tasks on which this organ may act. Bron: Wgs art. 2.19 lid 1."""
    if participant_kind not in set(ParticipantKind):
        return []
    return [(ground, ground) for ground in ORGANS[ParticipantKind(participant_kind)].grounds]


# What is asked of each kind of subject: no more than is needed to know it by.
FIELDS: dict[SubjectKind, tuple[str, ...]] = {
    SubjectKind.PERSON: (
        "given_names",
        "prefix",
        "surname",
        "birth_date",
        "bsn",
        "phones",
        "street",
        "house_number",
        "postcode",
        "town",
    ),
    SubjectKind.ORGANISATION: (
        "name",
        "kvk",
        "rsin",
        "street",
        "house_number",
        "postcode",
        "town",
    ),
    SubjectKind.ADDRESS: ("street", "house_number", "house_suffix", "postcode", "town"),
    SubjectKind.VEHICLE: ("plate", "make"),
    SubjectKind.VESSEL: ("vessel_name", "imo", "eni"),
    SubjectKind.PHONE: ("phones",),
    SubjectKind.ACCOUNT: ("ibans",),
}
FIELD_LABELS = {
    "given_names": _("Voornamen"),
    "prefix": _("Tussenvoegsel"),
    "surname": _("Achternaam"),
    "birth_date": _("Geboortedatum"),
    "bsn": _("BSN"),
    "phones": _("Telefoonnummer"),
    "street": _("Straat"),
    "house_number": _("Huisnummer"),
    "house_suffix": _("Toevoeging"),
    "postcode": _("Postcode"),
    "town": _("Plaats"),
    "name": _("Naam"),
    "kvk": _("KvK-nummer"),
    "rsin": _("RSIN"),
    "plate": _("Kenteken"),
    "make": _("Merk"),
    "vessel_name": _("Naam van het vaartuig"),
    "imo": _("IMO-nummer"),
    "eni": _("ENI-nummer"),
    "ibans": _("IBAN"),
}
HELP = {
    "birth_date": _("Ook een deel mag: 1980 of 05-1980."),
    "phones": _("Meer nummers: zet er een komma tussen."),
    "ibans": _("Meer rekeningen: zet er een komma tussen."),
}
MANY = frozenset({"phones", "ibans"})


class SubjectForm(OpenForm):
    """One person or thing that the signal is about; what is wrong with it is said by a rule."""

    kind = forms.ChoiceField(
        choices=[(kind.value, kind.value) for kind in SubjectKind], widget=forms.HiddenInput
    )
    role = forms.ChoiceField(label=_("Rol"), required=False)
    circle_link = forms.CharField(
        label=_("Band met de betrokkene"),
        max_length=400,
        required=False,
        help_text=_("Alleen voor iemand uit de directe kring (Wgs art. 2.22 lid 1 onder b)."),
    )

    def __init__(self, *args: Any, kind: SubjectKind, role: SubjectRole, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subject_kind, self.victim = kind, role is SubjectRole.VICTIM
        fields: dict[str, Any] = self.fields
        for name in FIELDS[kind]:
            fields[name] = forms.CharField(
                label=FIELD_LABELS[name],
                required=False,
                max_length=400,
                help_text=HELP.get(name, ""),
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )
        if self.victim:
            fields["role"].widget = forms.HiddenInput()
            fields["role"].choices = [(SubjectRole.VICTIM.value, "")]
            del fields["circle_link"]
        else:
            labels = {r: label for r, label in ROLE_LABELS.items() if r is not SubjectRole.VICTIM}
            fields["role"].choices = labelled(labels)
            if kind not in (SubjectKind.PERSON, SubjectKind.ORGANISATION):
                del fields["circle_link"]
        # "Vul in wat u weet" says it once for all; each field need not say it again.
        self.needed = frozenset(fields)
        self.mark()

    @property
    def kind_label(self) -> Any:
        """Return what this block is about."""
        return _("Slachtoffer") if self.victim else _(KIND_LABELS[self.subject_kind])

    def facts(self, participant_id: UUID, day: date) -> SubjectFacts:
        """Return what was typed, as said by the reporting participant."""
        typed = dict(self.cleaned_data)
        role = SubjectRole(typed.pop("role") or SubjectRole.SUBJECT)
        del typed["kind"]
        for name in MANY & typed.keys():
            typed[name] = tuple(one.strip() for one in typed[name].split(",") if one.strip())
        return SubjectFacts(
            kind=self.subject_kind,
            role=role,
            source_participant_id=participant_id,
            first_processed_date=day,
            **typed,
        )


def typed_in(facts: SubjectFacts) -> dict[str, Any]:
    """Return facts as they stood in the form."""
    shown = {name: getattr(facts, name) for name in (*FIELDS[facts.kind], "circle_link")}
    many = {name: ", ".join(shown[name]) for name in MANY & shown.keys()}
    if "birth_date" in shown:
        shown["birth_date"] = written_date(shown["birth_date"])
    return {"kind": facts.kind.value, "role": facts.role.value, **shown, **many}


class FilterForm(forms.Form):
    """How the list of signals is narrowed."""

    q = forms.CharField(
        label=_("Zoeken"),
        required=False,
        max_length=200,
        widget=forms.TextInput({"type": "search", "data-draft": "off"}),
    )
    status = forms.ChoiceField(label=_("Status"), required=False)
    phenomenon = forms.ChoiceField(label=_("Fenomeen"), required=False)
    participant = forms.ChoiceField(label=_("Deelnemer"), required=False)
    since = _day(_("Gemeld vanaf"))
    until = _day(_("Gemeld tot en met"))

    def __init__(
        self, *args: Any, phenomena: Choices, participants: Choices, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        shown = {
            s: label for s, label in rules.STATUS_LABELS.items() if s != rules.Status.DESTROYED
        }
        fields["status"].choices = [("", _("Alle")), *labelled(shown)]
        fields["phenomenon"].choices = [("", _("Alle")), *phenomena]
        fields["participant"].choices = [("", _("Alle")), *participants]
