"""The page of the parts of the pages: every component in all its states. Public content only."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wegwijzer.kernel.verdict import Condition, Verdict
from wegwijzer.web.views.style import TABS

THEMES = [("drugs", _("Drugs")), ("zorg", _("Zorgfraude")), ("mensenhandel", _("Mensenhandel"))]


@dataclass(frozen=True, slots=True)
class _Moment:
    """An example for the timeline."""

    at: datetime
    text: str
    who: str
    detail: str = ""


class ExampleForm(forms.Form):
    """One field of each kind."""

    title = forms.CharField(label=_("Titel"), help_text=_("Kort en feitelijk, zonder namen."))
    theme = forms.ChoiceField(label=_("Thema"), choices=THEMES)
    seen = forms.DateField(
        label=_("Waargenomen op"), widget=forms.DateInput(attrs={"type": "date"}), required=False
    )
    reason = forms.CharField(
        label=_("Waarom is dit nodig?"), widget=forms.Textarea(attrs={"rows": 4})
    )
    reliability = forms.ChoiceField(
        label=_("Betrouwbaarheid van de bron"),
        choices=[("1", _("Altijd betrouwbaar")), ("2", _("Meestal betrouwbaar"))],
        widget=forms.RadioSelect,
    )
    partners = forms.MultipleChoiceField(
        label=_("Met wie wordt gedeeld"),
        choices=[("politie", _("Politie")), ("gemeente", _("Gemeente"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    urgent = forms.BooleanField(
        label=_("Er is direct gevaar"), help_text=_("Bel dan ook 112."), required=False
    )
    file = forms.FileField(
        label=_("Bestand"),
        help_text=_("CSV, XLSX of ODS, ten hoogste 100.000 rijen."),
        required=False,
    )


class ExampleFilter(forms.Form):
    """How a list is narrowed."""

    q = forms.CharField(
        label=_("Zoeken in deze lijst"), required=False, widget=forms.TextInput({"type": "search"})
    )
    theme_filter = forms.ChoiceField(
        label=_("Thema"), choices=[("", _("Alle")), *THEMES], required=False
    )
    status = forms.ChoiceField(
        label=_("Status"), choices=[("", _("Alle")), ("new", _("Nieuw"))], required=False
    )


def _verdict(*, complete: bool) -> Verdict:
    """Return an example: complete, or with the fourth and fifth condition missing."""
    return Verdict(
        "weigh_signal",
        (
            Condition(
                "purpose",
                "Het signaal past bij het doel van het samenwerkingsverband: de bestrijding van "
                "georganiseerde criminaliteit.",
                "Wgs art. 2.17",
                met=True,
            ),
            Condition(
                "participant",
                "De melder is deelnemer aan dit RIEC.",
                "Wgs art. 2.18 lid 1",
                met=True,
            ),
            Condition(
                "authorised",
                "U bent door uw organisatie aangewezen en gescreend.",
                "Wgs art. 1.8 lid 2",
                met=True,
            ),
            Condition(
                "necessity",
                "De noodzaak is beschreven.",
                "Wgs art. 1.5",
                met=complete,
                next_step="Schrijf in één of twee zinnen waarom de gegevens nodig zijn voor de "
                "weging, en kies daarna opnieuw ‘Voorleggen’.",
            ),
            Condition(
                "others",
                "Ten minste één andere deelnemer herkent het signaal.",
                "Wgs art. 2.23 lid 3",
                met=complete,
                next_step="Vraag het lokaal informatieoverleg om een reactie.",
            ),
        ),
    )


def _moments() -> list[_Moment]:
    now = timezone.now()
    return [
        _Moment(now - timedelta(days=6), "Signaal gemeld.", "A. Voorbeeld, gemeente Waterstad"),
        _Moment(
            now - timedelta(days=3), "Intaketoets afgerond: volledig en recent.", "B. Proef, RIEC"
        ),
        _Moment(now, "Gewogen en geaccepteerd.", "Weegtafel", "Zes deelnemers waren aanwezig."),
    ]


@login_not_required
def parts(request: HttpRequest) -> HttpResponse:
    context = {
        "tabs": TABS,
        "form": ExampleForm(),
        "wrong": ExampleForm({"theme": "onbekend", "seen": ""}, auto_id="wrong_%s"),
        "filter": ExampleFilter(request.GET or None),
        "allowed": _verdict(complete=True),
        "refused": _verdict(complete=False),
        "moments": _moments(),
        "tab_items": [
            ("mine", _("Aan mij"), "#tabs", 7),
            ("team", _("Mijn team"), "#tabs", 46),
            ("wait", _("Wacht op partner"), "#tabs"),
        ],
        "facts": [
            (_("Nummer"), "WS-2026-0143"),
            (_("Gemeente"), "Waterstad"),
            (_("Behandelaar"), None),
        ],
        "figures": [
            (_("Open signalen"), 34),
            (_("Op tijd"), "91%", _("van 46 in dit kwartaal")),
            (_("Casussen"), 18),
        ],
    }
    return render(request, "style/parts.html", context)
