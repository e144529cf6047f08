"""The forms of a case: open, involve, ask, and the filters of its lists."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.functional import lazystr
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wegwijzer.casework import rules
from wegwijzer.casework.queries import OpeningChoices, ParticipantChoice
from wegwijzer.casework.queries.requests import Askable
from wegwijzer.casework.rules import Needed, Opening, PartyKind, Question
from wegwijzer.law.conditions import SHORTEST_TEXT, written
from wegwijzer.law.vocabulary import CATEGORY_LABELS, RELATION_LABELS, TIER_OF, Category, Tier
from wegwijzer.subjects.rules import LONGEST_REASON, SAMENESS_LABELS, SHORTEST_REASON
from wegwijzer.web.forms.fields import Choices, at_least, day_field, labelled, words_field

OPEN = rules.open_statuses()
SEARCH = {"type": "search", "data-draft": "off"}


def words(label: Any, help_text: Any = "", rows: int = 3, *, required: bool = True) -> Any:
    """Return a field for a few sentences, with how short they may be."""
    return forms.CharField(
        label=label,
        help_text=at_least(help_text, SHORTEST_TEXT),
        required=required,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class CaseFilterForm(forms.Form):
    """How the list of cases is narrowed."""

    q = forms.CharField(label=_("Zoeken"), required=False, widget=forms.TextInput(SEARCH))
    status = forms.ChoiceField(
        label=_("Stand"),
        required=False,
        choices=lambda: [
            ("", _("Alle")),
            *((s.value, _(rules.STATUS_LABELS[s])) for s in rules.CaseStatus if s in OPEN),
        ],
    )


class ItemFilterForm(forms.Form):
    """How the items of a case are narrowed."""

    q = forms.CharField(label=_("Zoeken"), required=False, widget=forms.TextInput(SEARCH))
    supplier = forms.ChoiceField(label=_("Geleverd door"), required=False)
    category = forms.ChoiceField(
        label=_("Soort"), required=False, choices=lambda: labelled(CATEGORY_LABELS, _("Alle"))
    )
    tier = forms.ChoiceField(
        label=_("Laag"),
        required=False,
        choices=[("", _("Alle")), *((str(int(tier)), f"T{int(tier)}") for tier in Tier)],
    )
    relation = forms.ChoiceField(
        label=_("Over wie"), required=False, choices=lambda: labelled(RELATION_LABELS, _("Alle"))
    )

    def __init__(self, *args: Any, suppliers: Iterable[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["supplier"].choices = [
            ("", _("Alle")),
            *((str(pk), name) for pk, name in suppliers),
        ]


class OpeningForm(forms.Form):
    """Open a case: which signals, for what, who is needed and why, and who does the work."""

    signals = forms.MultipleChoiceField(
        label=_("Aanvaarde signalen"),
        help_text=_("Een casus begint bij een of meer aanvaarde signalen (Wgs art. 2.23 lid 4)."),
        widget=forms.CheckboxSelectMultiple,
    )
    title = forms.CharField(
        label=_("Titel"), max_length=120, help_text=_("Kort en feitelijk, zonder namen.")
    )
    purpose = words(
        _("Doel van de casus"),
        _(
            "Wat willen de deelnemers samen bereiken, en voor welke handhaving is dat nodig? "
            "Dit ligt vast voordat er gegevens bij komen (Wgs art. 1.8 lid 5)."
        ),
        5,
    )
    director = forms.ChoiceField(label=_("Casusregisseur"))
    analysts = forms.MultipleChoiceField(
        label=_("Informatieanalisten"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, choices: OpeningChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organs = choices.participants
        fields: dict[str, Any] = self.fields
        fields["signals"].choices = [
            (str(row.id), f"{row.number} {row.title} – {row.participant_name}")
            for row in choices.signals
        ]
        if choices.older:
            fields["signals"].help_text = format_lazy(
                "{} {}",
                fields["signals"].help_text,
                _(
                    "Hier staan de laatste. Voor een ouder signaal begint u op de pagina van dat "
                    "signaal, bij ‘Casus openen’."
                ),
            )
        fields["director"].choices = [("", _("Kies iemand")), *_people(choices.directors)]
        fields["analysts"].choices = _people(choices.analysts)
        if not choices.analysts:
            del fields["analysts"]
        for organ in self.organs:
            _add_needed(fields, organ)

    @property
    def needed(self) -> list[tuple[Any, Any, Any]]:
        """Return for each participant its three fields: needed, on which ground, and why."""
        return [
            (self[f"need-{o.id}"], self[f"ground-{o.id}"], self[f"because-{o.id}"])
            for o in self.organs
        ]

    @property
    def plain(self) -> list[Any]:
        """Return the fields that are not about one participant."""
        return [self[name] for name in self.fields if "-" not in name]

    def clean(self) -> dict[str, Any]:
        """Say at the participant itself that its reason is missing."""
        told = super().clean() or {}
        for organ in self.organs:
            because = f"because-{organ.id}"
            if told.get(f"need-{organ.id}") and not written(told.get(because, "")):
                self.add_error(because, _("Schrijf in een zin waarom deze deelnemer nodig is."))
        return told

    def opening(self) -> Opening:
        """Return what was filled in."""
        told = self.cleaned_data
        return Opening(
            title=told["title"],
            purpose=told["purpose"],
            signal_ids=tuple(UUID(one) for one in told["signals"]),
            participants=tuple(
                Needed(o.id, told[f"because-{o.id}"], told[f"ground-{o.id}"])
                for o in self.organs
                if told[f"need-{o.id}"]
            ),
            director_id=UUID(told["director"]),
            analyst_ids=tuple(UUID(one) for one in told.get("analysts", ())),
        )


def _people(rows: Iterable[tuple[UUID, str]]) -> Choices:
    return [(str(pk), name) for pk, name in rows]


def _add_needed(fields: dict[str, Any], organ: ParticipantChoice) -> None:
    fields[f"need-{organ.id}"] = forms.BooleanField(label=organ.name, required=False)
    fields[f"ground-{organ.id}"] = forms.ChoiceField(
        label=_("Wettelijke taak"),
        required=False,
        choices=[("", _("Kies een taak")), *((g, g) for g in organ.grounds)],
    )
    because = words(
        _("Waarom nodig?"), _("Verplicht als u deze deelnemer kiest."), rows=2, required=False
    )
    because.is_conditional = True
    fields[f"because-{organ.id}"] = because


class InvolveForm(forms.Form):
    """Involve one more participant."""

    participant = forms.ChoiceField(label=_("Deelnemer"))
    reason = words(
        _("Waarom nodig?"),
        _("De deelnemer ziet de casus vanaf nu (Wgs art. 2.23 lid 5)."),
    )

    def __init__(self, *args: Any, choices: Iterable[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["participant"].choices = [("", _("Kies een deelnemer")), *_people(choices)]

    def needed(self) -> Needed:
        """Return what was filled in."""
        told = self.cleaned_data
        return Needed(UUID(told["participant"]), told["reason"])


class AssignForm(forms.Form):
    """Give somebody the work of a case."""

    person = forms.ChoiceField(label=_("Wie"))
    reason = words(_("Waarom?"), rows=2)

    def __init__(
        self, *args: Any, people: Iterable[tuple[PartyKind, UUID, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["person"].choices = [
            ("", _("Kies iemand")),
            *((f"{kind}:{pk}", name) for kind, pk, name in people),
        ]

    def chosen(self) -> tuple[PartyKind, UUID]:
        """Return as what, and who."""
        kind, _colon, pk = self.cleaned_data["person"].partition(":")
        return PartyKind(kind), UUID(pk)


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = words(_("Waarom?"))


class ProposalForm(forms.Form):
    """Why a closed case must be available again."""

    reason = words(
        _("Waarom is dit een bijzonder geval?"),
        _("De deelnemers en leveranciers beslissen hierop. Schrijf het zonder namen."),
    )


class VoiceForm(forms.Form):
    """Whether a participant agrees to a reopening, and why."""

    agrees = forms.ChoiceField(
        label=_("Uw antwoord"),
        choices=[("yes", _("Akkoord")), ("no", _("Niet akkoord"))],
        widget=forms.RadioSelect,
    )
    reason = words(
        _("Toelichting"),
        _("Nodig als u niet akkoord gaat. De andere deelnemers kunnen dit lezen."),
        required=False,
    )


class ReopenForm(forms.Form):
    """Under whom a case opens again."""

    director_id = forms.ChoiceField(label=_("Casusregisseur"))

    def __init__(self, *args: Any, directors: Iterable[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["director_id"].choices = [("", _("Kies iemand")), *_people(directors)]


class JudgeForm(forms.Form):
    """Whether two records are about one subject, and why."""

    sameness = forms.ChoiceField(
        label=_("Uw oordeel"),
        choices=lambda: labelled(SAMENESS_LABELS),
        widget=forms.RadioSelect,
    )
    reason = words_field(
        _("Waarom?"), at_least(_("Waar ziet u het aan?"), SHORTEST_REASON), most=LONGEST_REASON
    )


class QuestionForm(forms.Form):
    """Ask one participant for data."""

    participant = forms.ChoiceField(
        label=_("Aan wie"), help_text=_("Alleen deelnemers die bij deze casus betrokken zijn.")
    )
    categories = forms.MultipleChoiceField(
        label=_("Welke soorten gegevens"),
        help_text=_("Alleen wat nodig is. De laag staat erachter (Wgs art. 2.22 lid 1)."),
        widget=forms.CheckboxSelectMultiple,
        choices=lambda: [
            (key.value, _coded(label, TIER_OF[key])) for key, label in CATEGORY_LABELS.items()
        ],
    )
    question = words(_("Wat wilt u weten?"), _("Zo precies dat de deelnemer kan zoeken."))
    necessity = words(_("Waarom is dit nodig?"), _("Voor het doel van deze casus."))
    due_date = day_field(_("Antwoord uiterlijk"), required=False)

    def __init__(self, *args: Any, askable: Iterable[Askable], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["participant"].choices = [
            ("", _("Kies een deelnemer")),
            *((str(one.id), one.name) for one in askable),
        ]

    def asked(self) -> Question:
        """Return what was filled in."""
        told = self.cleaned_data
        due: date | None = told["due_date"]
        return Question(
            participant_id=UUID(told["participant"]),
            categories=frozenset(Category(one) for one in told["categories"]),
            question=told["question"],
            necessity=told["necessity"],
            due_date=due,
        )


def _coded(label: str, tier: Tier) -> Any:
    return lazystr(f"{gettext(label)} (T{int(tier)})")
