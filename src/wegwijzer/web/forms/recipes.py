"""The forms of a recipe: find, write, take over, adapt, report back."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from wegwijzer.commons.rules.items import Content, Kind
from wegwijzer.commons.rules.recipes import (
    ADOPTION_LABELS,
    NAMES,
    NEEDED,
    RECIPE_LABELS,
    AdoptionStatus,
    Recipe,
    Report,
)
from wegwijzer.web.forms.fields import Choices, labelled
from wegwijzer.web.forms.library import SEARCH, materials_in

HELP = {
    "goal": _("Wat is er anders als het lukt?"),
    "steps": _("Elke stap op een eigen regel, in de volgorde waarin u ze zet."),
    "partners": _("Wie heeft u nodig, en waarvoor?"),
    "cost": _("Geld, uren en doorlooptijd."),
    "legal_ground": _("Waarop berust het delen van gegevens? Schrijf het ook op als het niet "
                      "nodig is."),
    "results": _("Wat leverde het op? Aantallen mag, namen en casussen niet."),
    "pitfalls": _("Wat zou u een collega besparen?"),
}  # fmt: skip
ROWS = {"steps": 8, "goal": 2, "target_group": 2}


def _words(
    label: Any, help_text: Any = "", *, rows: int = 3, required: bool = False
) -> forms.CharField:  # fmt: skip
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=8_000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class RecipeFilterForm(forms.Form):
    """How the recipes are narrowed."""

    q = forms.CharField(label=_("Zoeken"), required=False, widget=forms.TextInput(SEARCH))
    region = forms.ChoiceField(label=_("Regio"), required=False)
    phenomenon = forms.ChoiceField(label=_("Fenomeen"), required=False)

    def __init__(
        self, *args: Any, regions: Iterable[Any], phenomena: Choices, **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["region"].choices = [("", _("Alle")), *regions]
        fields["phenomenon"].choices = [("", _("Alle")), *phenomena]


class RecipeForm(forms.Form):
    """What somebody needs to do the same elsewhere."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in NAMES:
            label, help_text = _(RECIPE_LABELS[name]), HELP.get(name, "")
            self.fields[name] = _words(label, help_text, rows=ROWS.get(name, 3))
            if name in NEEDED:
                self.fields[name].required = True
                self.fields[name].error_messages["required"] = _(NEEDED[name])

    def recipe(self) -> Recipe:
        """Return what was typed."""
        return Recipe(**{name: self.cleaned_data[name] for name in NAMES})


class ProjectForm(RecipeForm):
    """A project that is not in the library yet, together with its recipe."""

    title = forms.CharField(label=_("Titel"), max_length=160)
    summary = _words(
        _("Samenvatting"), _("In een paar zinnen. Zonder namen of casussen."), required=True
    )
    phenomena = forms.MultipleChoiceField(
        label=_("Fenomenen"), required=False, widget=forms.CheckboxSelectMultiple
    )
    portfolio = forms.CharField(label=_("Portefeuille"), required=False, max_length=48)
    materials = _words(
        _("Materialen"), _("Eén per regel: de naam, en daarachter de link (https://…).")
    )

    def __init__(self, *args: Any, phenomena: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["phenomena"].choices = phenomena
        self.order_fields(["title", "summary", *NAMES, "materials", "phenomena", "portfolio"])

    def content(self) -> Content:
        """Return the project as the library keeps it."""
        typed = self.cleaned_data
        return Content(
            kind=Kind.PROJECT,
            title=typed["title"],
            summary=typed["summary"],
            phenomena=frozenset(typed["phenomena"]),
            portfolio=slugify(typed["portfolio"])[:48],
            materials=materials_in(typed["materials"]),
        )


class AdaptForm(RecipeForm):
    """What the own region does otherwise, and why."""

    adapted = _words(_("Wat doet u anders?"), required=True)
    why = _words(_("Waarom?"), _("De regio van herkomst en anderen leren hiervan."), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["adapted", "why", *NAMES])
        self.fields["adapted"].error_messages["required"] = _("Schrijf op wat u anders doet.")
        self.fields["why"].error_messages["required"] = _("Schrijf op waarom u het anders doet.")


class AdoptRecipeForm(forms.Form):
    """What the own region plans to do with it."""

    plan = _words(_("Wat bent u van plan?"), _("Waar, met wie en wanneer? De regio van herkomst "
                                               "leest mee."))  # fmt: skip


class ReportForm(forms.Form):
    """How it goes, what it cost, and whether to do it again."""

    use_required_attribute = False

    status = forms.ChoiceField(
        label=_("Hoe ver bent u?"),
        widget=forms.RadioSelect,
        choices=lambda: labelled(ADOPTION_LABELS),
    )
    told = _words(
        _("Hoe gaat het, en wat levert het op?"),
        _("Zonder namen of casussen."),
        rows=4,
        required=True,
    )
    cost = _words(_("Wat kostte het?"), _("Geld en uren, als u dat al weet."), rows=2)
    again = forms.ChoiceField(
        label=_("Zou u het opnieuw doen?"),
        help_text=_("Nodig bij afgerond of gestopt."),
        required=False,
        widget=forms.RadioSelect,
        choices=[("yes", _("Ja")), ("no", _("Nee")), ("", _("Dat weet ik nog niet"))],
    )

    def report(self) -> Report:
        """Return what was typed."""
        typed = self.cleaned_data
        again = {"yes": True, "no": False}.get(typed["again"])
        status = AdoptionStatus(typed["status"])
        return Report(status=status, told=typed["told"], cost=typed["cost"], again=again)
