"""The forms of a definition: propose, consult, answer, comment, adopt, work by it."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wegwijzer.commons.rules.terms import (
    LONGEST_NAME,
    LONGEST_TEXT,
    POSITION_LABELS,
    Proposal,
)
from wegwijzer.web.forms.fields import day_field, labelled, words_field
from wegwijzer.web.forms.library import SEARCH


class TermFilterForm(forms.Form):
    """How the definitions are narrowed."""

    show = forms.CharField(required=False, widget=forms.HiddenInput)
    q = forms.CharField(label=_("Zoeken"), required=False, widget=forms.TextInput(SEARCH))


class ProposalForm(forms.Form):
    """What a word means from now on, whence, and why."""

    use_required_attribute = False

    name = forms.CharField(
        label=_("Woord"),
        max_length=LONGEST_NAME,
        help_text=_("Zoals iedereen het gebruikt: jonge aanwas."),
    )
    text = words_field(
        _("Definitie"),
        _("Eén of twee zinnen. Wie ermee telt, moet weten wat wel en wat niet meetelt."),
        rows=5,
        most=LONGEST_TEXT,
    )
    source = forms.CharField(
        label=_("Bron"),
        required=False,
        max_length=200,
        help_text=_("Waar komt deze tekst vandaan? Een rapport, wet of werkgroep."),
    )
    reason = words_field(_("Waarom is dit nodig?"), _("Wat gaat er nu mis zonder deze definitie?"))

    def __init__(self, *args: Any, name: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.word = name
        if name:
            del self.fields["name"]

    def proposal(self) -> Proposal:
        """Return what was typed."""
        return Proposal(**({"name": self.word} | self.cleaned_data))


class WithdrawForm(forms.Form):
    """Why a proposal is withdrawn."""

    use_required_attribute = False

    reason = words_field(_("Waarom trekt u het in?"), _("Alle regio's lezen dit."), most=1_000)


class ConsultForm(forms.Form):
    """Until when the regions may answer."""

    until = day_field(_("Antwoorden tot en met"), _("Vier weken is gebruikelijk."))


class AnswerForm(forms.Form):
    """What the own region says to a proposal."""

    position = forms.ChoiceField(
        label=_("Wat zegt uw regio?"),
        widget=forms.RadioSelect,
        choices=lambda: labelled(POSITION_LABELS),
    )
    comment = words_field(
        _("Opmerking of bezwaar"),
        _("Nodig als u niet zonder meer akkoord bent. Alle regio's lezen dit."),
        required=False,
    )


class CommentForm(forms.Form):
    """What somebody wants to say about a proposal."""

    said = words_field(_("Uw reactie"), _("Alle regio's lezen dit."))


class AdoptForm(forms.Form):
    """By which decision, of which day, a text is adopted."""

    use_required_attribute = False

    source = forms.CharField(
        label=_("Besluit of bron"),
        max_length=200,
        help_text=_("Bijvoorbeeld: Hoofdenoverleg van 12 mei, punt 4."),
    )
    on = day_field(_("Vastgesteld op"))


class UseForm(forms.Form):
    """From which day the own region works by the adopted text."""

    use_required_attribute = False

    from_date = day_field(_("Uw regio werkt hiermee vanaf"))
    note = forms.CharField(label=_("Toelichting"), required=False, max_length=400)

    def __init__(self, *args: Any, first: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if first:
            self.fields["from_date"].widget.attrs["min"] = first.isoformat()
